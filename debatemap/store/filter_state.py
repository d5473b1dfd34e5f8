"""The filters that a reader has named for a map, and what was asked of it last.

They are kept beside how the map is looked at, under the same name, and never in the map. Losing
them does no harm to it, so no error of the disk is told.
"""

import contextlib
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from debatemap.store.folders import make_folder
from debatemap.store.view_state import view_file

__all__ = ["MOST_ASKED", "FilterState", "load_filters", "save_filters"]

MOST_ASKED: Final = 50
"""How many queries of a map are kept, the last one first."""


class FilterState(NamedTuple):
    """What a reader asks of a map.

    Attributes:
        named: Queries by the name that the reader gave them.
        asked: Queries that were asked, the last one first, each once.
    """

    named: dict[str, str]
    asked: list[str]


def load_filters(path: Path | None, map_id: str) -> FilterState:
    """Returns the filters of a map; none where they are not known.

    Args:
        path: The map's file, or None for a map that has none.
        map_id: The map's id.
    """
    try:
        return _adapter().validate_json(_file(path, map_id).read_bytes())
    except (OSError, ValidationError):
        return FilterState({}, [])


def save_filters(path: Path | None, map_id: str, state: FilterState) -> None:
    """Keeps the filters of a map; the arguments are those of `load_filters`."""
    file = _file(path, map_id)
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(_adapter().dump_json(state))


@cache
def _adapter() -> TypeAdapter[FilterState]:
    return TypeAdapter(FilterState)


def _file(path: Path | None, map_id: str) -> Path:
    return view_file(path, map_id).with_suffix(".filters.json")
