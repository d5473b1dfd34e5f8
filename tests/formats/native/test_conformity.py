"""What conforms is a map for pydantic's models too, and what the program writes conforms."""

from contextlib import suppress

import orjson
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from debatemap.formats.native.conformity import conforms
from debatemap.formats.native.schema import file_adapter
from tests.formats.native.test_codec import full, put
from tests.formats.native.test_diagnosis import json_anything
from tests.strategies import debates

PLACES = (
    "format", "version", "map", "map.id", "map.title", "map.theses", "map.theses.0", "map.question",
    "sources", "sources.s", "sources.s.date", "sources.s.text", "claims", "claims.a",
    "claims.a.text", "claims.a.note", "claims.a.note.0", "claims.a.tags", "claims.a.by",
    "claims.a.sources", "claims.a.sources.0", "claims.a.sources.0.ref", "claims.a.sources.0.kind",
    "claims.a.links", "claims.a.links.l", "claims.a.links.l.to", "claims.a.links.l.stance",
    "claims.a.links.m.with", "claims.a.links.not an id", "stances", "stances.ann",
    "stances.ann.a", "stances.ann.t", "unknown",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    "a\n",
    "x" * 65,
    "attacks",
    100,
    100.5,
    -1,
    1.0,
    ["t"],
    ["t", 1],
    {"x": {}},
    {"ref": "s"},
)


def is_valid(shape: object) -> bool:
    """Tells whether it is valid; pydantic takes 1.0 for the version, which nobody writes."""
    with suppress(ValueError):
        file_adapter().validate_json(orjson.dumps(shape))
        return not (isinstance(shape, dict) and isinstance(shape["version"], float))
    return False


@given(debates())
def test_what_is_written_conforms(debate: Debate) -> None:
    assert conforms(orjson.loads(dump(debate)))


def plain() -> dict[str, object]:
    """A map as most are: claims of a text, and links with three fields."""
    link = {"stance": "supports", "to": "t", "pos": "a0"}
    claims = {"t": {"text": "T."}, "a": {"text": "A.", "links": {"l": link}}}
    return {"format": "debatemap", "version": 1, "map": {"id": "m"}, "claims": claims}


PLAIN = (
    "claims", "claims.a", "claims.a.text", "claims.a.links", "claims.a.links.l", "claims.a.by",
    "claims.a.links.l.to", "claims.a.links.l.stance", "claims.a.links.l.pos", "claims.not an id",
    "claims.a.links.l.with", "claims.a.links.not an id",
)  # fmt: skip


@given(st.sampled_from(PLAIN), json_anything | st.sampled_from((*VALUES, "b", "", "ä", "\n")))
def test_a_plain_map_with_any_value_anywhere_conforms_where_it_is_valid(
    place: str, value: object
) -> None:
    shape = plain()
    put(shape, place, value)
    assert conforms(shape) == is_valid(shape)


@given(st.sampled_from(PLACES), json_anything | st.sampled_from(VALUES))
def test_a_map_with_any_value_anywhere_conforms_where_it_is_valid(
    place: str, value: object
) -> None:
    shape = full()
    put(shape, place, value)
    assert conforms(shape) == is_valid(shape)


def test_a_map_without_any_one_of_its_parts_conforms_where_it_is_valid() -> None:
    for part in ("format", "version", "map", "sources", "claims", "stances"):
        shape = full()
        del shape[part]
        assert conforms(shape) == is_valid(shape), part
    assert not any(map(conforms, (None, [], "debatemap", 1)))
