"""Pairs of claims that a reader has found to be two points, so that they are not offered again.

They are kept in the state folder beside the view of the map, and are never in the map: what one
reader finds is no part of the debate. Losing them does no harm, so no error of the disk is told.
"""

import contextlib
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from debatemap.store.folders import make_folder
from debatemap.store.view_state import view_file

__all__ = ["Pair", "load_distinct", "save_distinct"]

Pair = tuple[str, str]
"""The ids of two claims, sorted."""

_MOST: Final = 5_000


def load_distinct(path: Path | None, map_id: str) -> set[Pair]:
    """Returns the pairs of a map that are known to be two points.

    Args:
        path: The map's file, or None for a map that has none.
        map_id: The map's id.
    """
    try:
        return set(_adapter().validate_json(_file(path, map_id).read_bytes()))
    except (OSError, ValidationError):
        return set()


def save_distinct(path: Path | None, map_id: str, pairs: Collection[Pair]) -> None:
    """Keeps the pairs; the other arguments are those of `load_distinct`."""
    file = _file(path, map_id)
    with contextlib.suppress(OSError):
        make_folder(file.parent)
        file.write_bytes(_adapter().dump_json(sorted(pairs)[:_MOST]))


@cache
def _adapter() -> TypeAdapter[list[Pair]]:
    return TypeAdapter(list[Pair])


def _file(path: Path | None, map_id: str) -> Path:
    return view_file(path, map_id).with_suffix(".distinct.json")
