"""What belongs to the map and not to one claim, as one object for a tree's root."""

import re
from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.fields import with_texts
from debatemap.core.model import ID_PATTERN, Source
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.native.records import READERS, SHAPES

__all__ = ["debate_with", "fields_of_map"]

_EMPTY: Final[Mapping[str, Any]] = {}


def fields_of_map(debate: Debate) -> dict[str, Any]:
    """Returns the map's id, question, sources, ratings, scenarios and unknown fields."""
    header = SHAPES["map"](debate.header)
    found = {
        "map": {key: value for key, value in header.items() if key not in ("title", "theses")},
        "sources": {key: SHAPES["sources"](each) for key, each in sorted(debate.sources.items())},
        "stances": {name: dict(sorted(held.items())) for name, held in debate.stances.items()},
        "beside": dict(debate.header.beside),
    }
    return {key: value for key, value in found.items() if value}


def debate_with(
    assembly: Assembly,
    title: str,
    theses: list[str] | None,
    given: Mapping[str, Any] = _EMPTY,
    question: str = "",
) -> Debate:
    """Returns the debate of an assembly, with what stood at the root of a tree.

    Args:
        assembly: The claims and steps.
        title: The map's title.
        theses: Its theses; None for all that nothing leads on from.
        given: What `fields_of_map` returned, or whatever else a file has in its place.
        question: What the map asks, where no such field says it.
    """
    if not given:
        return assembly.debate(clean(title), theses, question=question)
    sources = _checked(assembly, given, "sources")
    assembly.sources.update({key: _source(value) for key, value in sources.items()})
    shape = {"id": "", "theses": [], **_mapping(given.get("map")), "title": title}
    map_id = shape["id"] if _is_id(shape["id"]) else ""
    if not _is_valid("map", {**shape, "id": map_id or "m"}):
        shape = {}
        assembly.repair("fields of the map", "map", "left out, as they are no such")
    header = READERS["map"]({**shape, "id": map_id})
    made = assembly.debate(
        clean(title), theses, map_id=map_id, question=clean(header.question),
        stances=_checked(assembly, given, "stances"), extra=header.extra,
    )  # fmt: skip
    beside = _mapping(given.get("beside"))
    if not beside:
        return made
    return Debate(
        made.header._replace(beside=beside), made.claims, made.links, made.sources, made.stances
    )


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, dict) else {}


def _is_valid(table: str, shape: object) -> bool:
    from debatemap.formats.native.schema import record_adapter  # noqa: PLC0415  (pydantic takes longer to load than a file without such to read)

    try:
        record_adapter(table).validate_python(shape)
    except ValueError:
        return False
    return True


def _is_id(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(ID_PATTERN, value) is not None


def _checked(assembly: Assembly, given: Mapping[str, Any], table: str) -> dict[str, Any]:
    """Returns the records of a table that are such, and counts the others."""
    found: dict[str, Any] = {}
    for key, value in _mapping(given.get(table)).items():
        if _is_valid(table, value) and (table == "stances" or _is_id(key)):
            found[key if table == "sources" else clean(key)] = value
        else:
            assembly.repair(f"{table} of the map", str(key), "left out, as they are no such")
    return found


def _source(shape: Mapping[str, Any]) -> Source:
    read: Source = READERS["sources"](dict(shape))
    return with_texts(read, clean)
