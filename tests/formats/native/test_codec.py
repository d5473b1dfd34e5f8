"""The file: whatever was written reads back the same, byte for byte, and nothing is lost."""

import json
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header, Link
from debatemap.core.rating_fingerprints import RATED_AS
from debatemap.core.scenarios import SCENARIOS
from debatemap.formats.native import piecewise
from debatemap.formats.native.codec import dump, dumper, parse
from debatemap.formats.native.conformity import conforms
from debatemap.formats.native.piecewise import pretty, read_as_written
from debatemap.formats.native.records import READERS, SHAPES
from debatemap.store.locations import samples
from tests.edit.verbs import VERBS, attempt, changes
from tests.soundness import fresh, picture
from tests.strategies import chain, debates, json_values, sketch

Json = dict[str, Any]
EVERYWHERE = ("", "map", "sources.s", "claims.a", "claims.a.sources.0", "claims.a.links.l")


def full() -> Json:
    """A map that says all that the format has, in the canonical order."""
    return {
        "format": "debatemap",
        "version": 1,
        "map": {"id": "m", "title": "Title", "theses": ["t"]},
        "sources": {"s": {"author": "A", "title": "B", "url": "https://c", "date": "2024"}},
        "claims": {
            "a": {
                "text": "Many eyes.",
                "note": ["one", "", "two"],
                "tags": ["x", "y"],
                "by": "ann",
                "created": "2026-01-03",
                "sources": [{"ref": "s", "quote": "words", "at": "p. 4"}],
                "links": {
                    "l": {"stance": "supports", "to": "t", "pos": "a0"},
                    "m": {"stance": "attacks", "to": "l", "with": ["t", "u"]},
                },
            },
            "t": {"text": "Thesis."},
            "u": {"text": ""},
        },
        "stances": {"ann": {"a": 80, "l": 72.5}, "bob": {"t": 0}},
    }


def to_bytes(shape: Json) -> bytes:
    return orjson.dumps(shape, option=orjson.OPT_INDENT_2) + b"\n"


def at(shape: Json, place: str) -> Json:
    """Returns the object at a place such as `claims.a.sources.0`."""
    value: Any = shape
    for step in filter(None, place.split(".")):
        value = value[int(step) if isinstance(value, list) else step]
    return cast("Json", value)


def put(shape: Json, place: str, new: object) -> None:
    """Puts a value at a place."""
    path, _, last = place.rpartition(".")
    holder: Any = at(shape, path)
    holder[int(last) if isinstance(holder, list) else last] = new


@given(debates())
def test_what_was_written_reads_back_the_same_byte_for_byte(debate: Debate) -> None:
    data = dump(debate)
    again = parse(data).debate
    assert picture(again) == picture(debate)
    assert dump(again) == data


@given(debates(), st.data())
def test_a_file_is_read_piece_by_piece_where_it_stands_as_it_would_be_written(
    debate: Debate, data: st.DataObject
) -> None:
    written = dump(debate)
    place = data.draw(st.integers(0, len(written)))
    spoilt = written[:place] + data.draw(st.sampled_from([b" ", b"0", b"\n"])) + written[place:]
    with patch.object(piecewise, "_PIECE", data.draw(st.integers(1, 400))):
        found = read_as_written(written)
        assert found is not None
        assert picture(parse(written).debate) == picture(debate)
        assert dump(parse(written).debate) == written
        assert (read_as_written(spoilt) is not None) == is_as_written(spoilt)


def is_as_written(data: bytes) -> bool:
    try:
        shape = orjson.loads(data)
    except orjson.JSONDecodeError:
        return False
    if not conforms(shape):
        return False
    used = [link for claim in shape.get("claims", {}).values() for link in claim.get("links", ())]
    has_shared = len({*used, *shape.get("claims", ())}) < len(used) + len(shape.get("claims", ()))
    return not has_shared and pretty(shape) == data


@pytest.mark.parametrize("piece", [1, 10**6])
def test_an_id_that_stands_twice_is_refused_however_far_apart(piece: int) -> None:
    link = {"stance": "supports", "to": "b"}
    one = {"text": "A.", "links": {"l": link}}
    for claims in ({"a": one, "b": {"text": "B."}, "c": one}, {"a": one, "l": {"text": "L."}}):
        shape = {"format": "debatemap", "version": 1, "map": {"id": "m"}, "claims": claims}
        with patch.object(piecewise, "_PIECE", piece), pytest.raises(MapError, match="used twice"):
            parse(pretty(shape))


@pytest.mark.parametrize("piece", [1, 10**6])
def test_of_a_claim_that_stands_twice_nothing_is_lost_in_silence(piece: int) -> None:
    written = pretty(
        {
            "format": "debatemap",
            "version": 1,
            "map": {"id": "m"},
            "claims": {"a": {"text": "A."}, "b": {"text": "B."}, "c": {"text": "C."}},
        }
    ).replace(b'"c"', b'"a"')
    with patch.object(piecewise, "_PIECE", piece), pytest.raises(MapError, match="twice"):
        parse(written)


@given(debates())
def test_what_is_written_is_indented_utf8_with_a_final_newline(debate: Debate) -> None:
    data = dump(debate)
    assert data == to_bytes(orjson.loads(data))
    assert data.endswith(b"}\n")
    assert b"\r" not in data


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.name)
def test_the_samples_are_in_canonical_form(path: Path) -> None:
    assert dump(parse(path.read_bytes()).debate) == path.read_bytes()


def test_a_full_map_reads_back_the_same() -> None:
    assert dump(parse(to_bytes(full())).debate) == to_bytes(full())


def test_a_map_is_read_into_records() -> None:
    debate = parse(to_bytes(full())).debate
    assert debate.header == Header("m", "Title", ("t",))
    assert debate.claims["a"][:5] == ("Many eyes.", "one\n\ntwo", ("x", "y"), "ann", "2026-01-03")
    assert debate.links["l"] == Link(("a",), "supports", "t", "a0")
    assert debate.links["m"] == Link(("a", "t", "u"), "attacks", "l")
    assert debate.stances == {"ann": {"a": 80, "l": 72.5}, "bob": {"t": 0}}


def test_the_smallest_map_is_three_fields() -> None:
    small = {"format": "debatemap", "version": 1, "map": {"id": "m"}}
    assert dump(Debate(Header("m"))) == to_bytes(small)
    assert dump(parse(to_bytes(small)).debate) == to_bytes(small)


@given(st.data())
def test_a_file_in_any_order_and_layout_is_written_in_the_one_order(data: st.DataObject) -> None:
    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            keys = data.draw(st.permutations(list(value)))
            return {key: shuffled(value[key]) for key in keys}
        return [shuffled(part) for part in value] if isinstance(value, list) else value

    spread = json.dumps(shuffled(full()), indent=data.draw(st.sampled_from([None, 1, 4])))
    assert dump(parse(spread.encode()).debate) == to_bytes(full())


def test_empty_and_default_fields_are_left_out() -> None:
    shape = full()
    shape["map"] |= {"title": "", "theses": []}
    shape["claims"]["t"] |= {
        "note": [], "tags": [], "by": "", "created": "", "sources": [], "links": {},
    }  # fmt: skip
    shape["claims"]["a"]["links"]["l"] |= {"with": [], "pos": ""}
    shape["sources"]["s"] |= {"url": ""}
    written = orjson.loads(dump(parse(to_bytes(shape)).debate))
    assert written["map"] == {"id": "m"}
    assert written["claims"]["t"] == {"text": "Thesis."}
    assert written["claims"]["a"]["links"]["l"] == {"stance": "supports", "to": "t"}
    assert "url" not in written["sources"]["s"]


def test_records_are_sorted_by_id_and_unknown_keys_stand_last_sorted() -> None:
    claims = {key: Claim(key, extra={"zz": 1, "Ab": 2}) for key in ("b", "B", "a", "_", "-", "0")}
    links = {key: Link(("a",), "supports", "b", extra={"y": 1, "x": 2}) for key in ("n", "M")}
    debate = Debate(Header("m", extra={"q": 1, "p": 2}, beside={"later": 1, "a": 2}), claims, links)
    written = orjson.loads(dump(debate))
    assert list(written) == ["format", "version", "map", "claims", "a", "later"]
    assert list(written["map"]) == ["id", "p", "q"]
    assert list(written["claims"]) == ["-", "0", "B", "_", "a", "b"]
    assert list(written["claims"]["a"]) == ["text", "links", "Ab", "zz"]
    assert list(written["claims"]["a"]["links"]) == ["M", "n"]
    assert list(written["claims"]["a"]["links"]["n"]) == ["stance", "to", "x", "y"]


@given(st.sampled_from(EVERYWHERE), st.text(min_size=1), json_values)
def test_unknown_keys_are_kept_at_every_level(place: str, key: str, value: object) -> None:
    shape = full()
    if key in at(shape, place) or key in ("pos", "with"):
        return
    at(shape, place)[key] = value
    written = dump(parse(to_bytes(shape)).debate)
    assert orjson.dumps(at(orjson.loads(written), place)[key]) == orjson.dumps(value)
    del at(shape, place)[key]
    rest = orjson.loads(written)
    del at(rest, place)[key]
    assert rest == shape


@given(debates(least_claims=3), st.data(), st.sampled_from(sorted(VERBS)))
def test_unknown_keys_outlive_an_edit(debate: Debate, data: st.DataObject, verb: str) -> None:
    before = fresh(debate)
    change = attempt(data.draw(changes(debate, verb)))
    if isinstance(change, str):
        return
    debate.apply(change)
    again = parse(dump(debate)).debate
    assert again.header.extra == before.header.extra
    assert _unheard_of(again) == _unheard_of(before)
    for key in before.claims.keys() & again.claims.keys():
        assert before.claims[key].extra.items() <= again.claims[key].extra.items()
    for key in before.links.keys() & again.links.keys():
        assert before.links[key].extra.items() <= again.links[key].extra.items()
    for key in before.sources.keys() & again.sources.keys():
        assert before.sources[key].extra == again.sources[key].extra


def _unheard_of(debate: Debate) -> dict[str, object]:
    """Returns what stands at the top of a file under no key of the program's own."""
    own = {SCENARIOS, RATED_AS}
    return {key: value for key, value in debate.header.beside.items() if key not in own}


@pytest.mark.parametrize("value", [80, 0, 100])
def test_a_whole_rating_is_written_whole(value: int) -> None:
    debate = sketch("T")
    debate.apply(edit.rate(debate, "T", "ann", float(value)))
    assert orjson.loads(dump(debate))["stances"] == {"ann": {"T": value}}
    assert f'"T": {value}\n'.encode() in dump(debate)
    assert dump(parse(dump(debate)).debate) == dump(debate)


def test_a_link_to_nothing_opens_and_is_kept() -> None:
    shape = full()
    shape["claims"]["a"]["links"]["l"]["to"] = "nothing"
    shape["claims"]["a"]["links"]["m"]["with"] = ["t", "nobody"]
    shape["map"]["theses"] = ["t", "never"]
    shape["claims"]["a"]["sources"][0]["ref"] = "no_book"
    debate = parse(to_bytes(shape)).debate
    assert dict(debate.dangling) == {"nothing": {"l"}, "nobody": {"m"}}
    assert dump(debate) == to_bytes(shape)


def test_a_file_of_a_newer_version_is_read_and_said_to_be_newer() -> None:
    parsed = parse(to_bytes(full() | {"version": 3, "later": [1]}))
    assert (parsed.version, parsed.newer) == (3, True)
    assert parsed.debate.header.beside == {"later": [1]}
    assert not parse(to_bytes(full())).newer


def test_a_dumper_writes_the_debate_as_it_was() -> None:
    debate = sketch("T", p="P + T")
    then, write = dump(debate), dumper(debate)
    debate.apply(edit.delete_branch(debate, "T", None))
    debate.apply(edit.set_title(debate, "Other"))
    assert write() == then
    assert dump(debate) != then


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1000, 1001])
def test_a_file_written_in_pieces_has_no_seams(count: int) -> None:
    debate = chain(count)
    data = dump(debate)
    assert data == to_bytes(orjson.loads(data))
    assert list(orjson.loads(data)["claims"]) == sorted(debate.claims)
    debate.apply(edit.rate(debate, "c0", "ann", 5))
    assert dump(debate) == to_bytes(orjson.loads(dump(debate)))


def test_a_long_chain_is_written_and_read() -> None:
    data = dump(chain(30_000))
    debate = parse(data).debate
    assert (len(debate.claims), len(debate.links)) == (30_000, 29_999)
    assert dump(debate) == data


def test_text_is_kept_as_it_is_in_the_file() -> None:
    hostile = "\x1b]52;c;aGk=\x07 e\u0301 \u202e \u2028 \r\n\t  "
    shape = full()
    shape["claims"]["t"]["text"] = hostile
    debate = parse(to_bytes(shape)).debate
    assert debate.claims["t"].text == hostile
    assert dump(debate) == to_bytes(shape)


def test_an_unknown_field_of_a_link_may_be_called_as_its_premise_is() -> None:
    for name in ("from", "from'", "from''"):
        link = Link(("a",), "supports", "b", extra={name: "zzz", "other": 1})
        shape = SHAPES["links"](link)
        assert shape["from"] == "a"
        assert READERS["links"](shape) == link


def test_what_would_not_read_back_the_same_is_not_written() -> None:
    odd = Claim("A.", tags=["no tuple"])  # type: ignore[arg-type]  # as a faulty verb would
    debate = Debate(Header("m"), {"a": odd})
    with pytest.raises(MapError) as refused:
        dumper(debate)()
    assert refused.value.place == "claims.a"


@given(debates())
def test_what_a_save_writes_is_what_the_map_says(debate: Debate) -> None:
    assert dumper(debate)() == dump(debate)


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_a_byte_order_mark_is_read_past_and_not_written(ends: bytes) -> None:
    data = to_bytes(full()).replace(b"\n", ends)
    parsed = parse(b"\xef\xbb\xbf" + data)
    assert picture(parsed.debate) == picture(parse(data).debate)
    assert dump(parsed.debate, crlf=parsed.crlf) == data


def test_a_mark_does_not_hide_a_fault() -> None:
    with pytest.raises(MapError, match="stands twice"):
        parse(b"\xef\xbb\xbf" + to_bytes(full()).replace(b'"title"', b'"id": "m",\n    "title"'))
    with pytest.raises(MapError, match="the file is empty"):
        parse(b"\xef\xbb\xbf")


@given(debates())
def test_the_ends_of_lines_come_back(debate: Debate) -> None:
    data = dump(debate).replace(b"\n", b"\r\n")
    parsed = parse(data)
    assert parsed.crlf
    assert dump(parsed.debate, crlf=parsed.crlf) == data
    assert dumper(parsed.debate, crlf=parsed.crlf)() == data


def test_mixed_ends_of_lines_become_one_kind() -> None:
    data = to_bytes(full())
    parsed = parse(data.replace(b"\n", b"\r\n", 3))
    assert dump(parsed.debate, crlf=parsed.crlf) == data
