"""Numbers in unknown fields keep the digits that they were written with."""

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.formats.native.codec import dump, dumper, parse
from debatemap.formats.native.numbers import Written, json_exactly
from debatemap.store.leftovers import left_behind
from debatemap.sync.change_between import alike
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.files import merge_files
from debatemap.sync.merge.settle import choices, settle
from debatemap.workspace.recovery import recover
from debatemap.workspace.session import open_session
from tests.formats.native.test_codec import EVERYWHERE, at, full, to_bytes

ODD = (
    "1e2", "1E2", "1e+2", "100.0", "1.0", "-0", "-0.0", "0.10", "0e0", "1e-400", "1E22",
    "0.1000000000000000055511151231257827", "3.14159265358979323846264338327950288419716939",
    "18446744073709551615.0", "9007199254740993.0", "-1.5e-3", "0.1",
)  # fmt: skip


def written(number: str, place: str = "") -> bytes:
    """Returns a canonical file with a number in an unknown field."""
    shape = full()
    at(shape, place)["zz"] = "HERE"
    return to_bytes(shape).replace(b'"HERE"', number.encode())


@pytest.mark.parametrize("place", EVERYWHERE)
@pytest.mark.parametrize("number", ODD)
def test_a_number_comes_back_as_it_was_written(number: str, place: str) -> None:
    data = written(number, place)
    debate = parse(data).debate
    assert dump(debate) == data
    assert dumper(debate)() == data


@settings(max_examples=200)
@given(st.from_regex(r"-?(0|[1-9][0-9]{0,30})\.[0-9]{1,30}([eE][+-]?[0-9]{1,2})?", fullmatch=True))
def test_any_fraction_comes_back_as_it_was_written(number: str) -> None:
    data = written(f'[{{"x": {number}}}]')
    assert f'"x": {number}\n'.encode() in dump(parse(data).debate)


def test_an_edit_elsewhere_leaves_the_digits(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(written("1e2", "claims.a"))
    session = open_session(path)
    session.do(edit.reword(session.debate, "a", "Two eyes."))
    session.save()
    assert path.read_bytes() == written("1e2", "claims.a").replace(b"Many eyes.", b"Two eyes.")


def test_numbers_that_differ_beyond_sixteen_digits_are_two() -> None:
    one, other = Written("0.12345678901234567890"), Written("0.12345678901234567891")
    assert one != other
    assert Written("1e2") == 100
    assert hash(Written("1e2")) == hash(100)


def test_a_copy_keeps_the_digits() -> None:
    number = Written("1e2")
    again = pickle.loads(pickle.dumps(number))  # noqa: S301  (its own bytes)
    assert [each.digits for each in (copy.copy(number), copy.deepcopy(number), again)] == [
        "1e2"
    ] * 3


@pytest.mark.parametrize(("theirs", "kept"), [("100.0", "100.0"), ("1e3", "1e3")])
def test_a_merge_takes_the_digits_that_were_edited(theirs: str, kept: str) -> None:
    base = written("1e2", "claims.a")
    merged = merge_files(base, base, written(theirs, "claims.a"), "map")
    assert merged.data == written(kept, "claims.a")
    assert not merged.conflicts


@pytest.mark.parametrize("place", ["claims.a", "map", "claims.a.links.l"])
def test_a_conflict_keeps_the_digits_of_both_sides(place: str) -> None:
    numbers = ["1e2", "0.12345678901234567890", "0.12345678901234567891"]
    base, ours, theirs = (written(number, place) for number in numbers)
    merged = merge_files(base, ours, theirs, "map")
    for number in numbers:
        assert number.encode() in merged.data
    debate = parse(merged.data).debate
    conflict = conflicts_in(debate)[0]
    seen = set()
    for choice in choices(conflict):
        settled = parse(merged.data).debate
        settled.apply(settle(settled, conflict, choice))
        seen |= {number for number in numbers if number.encode() in dump(settled)}
    assert seen >= set(numbers[1:])


def test_two_spellings_of_a_number_are_not_alike() -> None:
    one, other = (parse(written(number, "claims.a")).debate for number in ("1e2", "100.0"))
    assert one.claims["a"] == other.claims["a"]
    assert not alike(one.claims["a"], other.claims["a"])


def test_a_journal_keeps_the_digits() -> None:
    line = b'{"x":[1e2,{"y":-0}],"z":0.12345678901234567890}'
    assert json_exactly(line)["x"][0].digits == "1e2"
    assert json_exactly(line)["x"][1]["y"].digits == "-0"
    assert json_exactly(line)["z"].digits == "0.12345678901234567890"


def test_what_is_recovered_keeps_the_digits(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(written("1e2", "claims.a"))
    session = open_session(path)
    session.keep_journal()
    session.do(edit.reword(session.debate, "a", "Two eyes."))
    assert session.journal is not None
    session.journal.close(keep=True)
    again = open_session(path)
    (left,) = left_behind(again.origin)
    recover(again, left)
    assert dump(again.debate) == written("1e2", "claims.a").replace(b"Many eyes.", b"Two eyes.")
