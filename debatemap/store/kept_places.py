"""A reader's bookmarks in a map, kept from one run to the next beside the view state."""

import contextlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.store.folders import make_folder
from debatemap.store.view_state import view_file

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["KeptPlaces", "load_places", "save_places"]

_PART: Final = "-places"

Steps = list[tuple[str | None, str]]
"""The path to a claim: link and claim of each step."""


class KeptPlaces(NamedTuple):
    """Places of a map that its reader wants to find again.

    Attributes:
        bookmarks: The path to a claim by the letter of its bookmark.
        cards: The claims to be presented, in that order; none for all in reading order.
    """

    bookmarks: dict[str, Steps]
    cards: list[str]


def load_places(path: Path | None, map_id: str) -> KeptPlaces:
    """Returns the places that were kept; the arguments are those of `load_view`."""
    from pydantic import ValidationError  # noqa: PLC0415  (few maps have any)

    try:
        return _adapter().validate_json(view_file(path, map_id, _PART).read_bytes())
    except (OSError, ValidationError):
        return KeptPlaces({}, [])


def save_places(path: Path | None, map_id: str, places: KeptPlaces) -> None:
    """Keeps places; where there are none, nothing is kept."""
    file = view_file(path, map_id, _PART)
    with contextlib.suppress(OSError):
        if any(places):
            make_folder(file.parent)
            file.write_bytes(_adapter().dump_json(places))
        else:
            file.unlink(missing_ok=True)


@cache
def _adapter() -> "TypeAdapter[KeptPlaces]":
    from pydantic import TypeAdapter  # noqa: PLC0415  (likewise)

    return TypeAdapter(KeptPlaces)
