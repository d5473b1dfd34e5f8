"""Versions of a map that are read together: they say what each says by itself, and share it."""

from unittest.mock import patch

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.native import piecewise
from debatemap.formats.native.codec import dump, dumper, parse
from debatemap.formats.native.known_claims import reading_versions
from tests.edit.verbs import VERBS, steps_of
from tests.soundness import fresh, picture
from tests.strategies import chain, debates

BYTES = (b" ", b"0", b"\n", b"}", b",\n", b"\n    },\n", b'      "note": [],\n')


def read(data: bytes) -> object:
    """What a file says, in the order in which it says it, or why it is refused."""
    try:
        debate = parse(data).debate
    except MapError as error:
        return str(error)
    return picture(debate), [*debate.claims], [*debate.links]


def edited(debate: Debate, data: st.DataObject) -> Debate:
    """Another version of a debate, which itself stays as it is."""
    other = fresh(debate)
    verbs = data.draw(st.lists(st.sampled_from(sorted(VERBS)), max_size=3))
    for change in steps_of(other, verbs, data):
        assert change is not None
    return other


@given(debates(least_claims=1), st.data())
def test_a_version_is_read_and_written_as_it_is_by_itself(
    first: Debate, data: st.DataObject
) -> None:
    second = edited(first, data)
    files = dump(first), dump(second)
    with patch.object(piecewise, "_PIECE", data.draw(st.integers(1, 2_000))), reading_versions():
        one, other = (parse(file).debate for file in files)
        assert picture(one) == picture(first)
        assert picture(other) == picture(second)
        assert [*other.claims] == [*parse(files[1]).debate.claims]
        assert (dump(other), dumper(second)(), dumper(one)()) == (files[1], files[1], files[0])


@given(debates(least_claims=1), st.data())
def test_a_spoilt_version_is_read_or_refused_as_it_is_by_itself(
    debate: Debate, data: st.DataObject
) -> None:
    file = dump(debate)
    begin = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(begin, min(begin + 20, len(file))))
    spoilt = file[:begin] + data.draw(st.sampled_from(BYTES)) + file[end:]
    with reading_versions():
        parse(file)
        beside_another = read(spoilt)
    assert beside_another == read(spoilt)


def test_what_is_the_same_in_two_versions_is_one_record() -> None:
    first = chain(40)
    second = fresh(first)
    claim = [*first.claims][7]
    second.apply(edit.reword(second, claim, "Other words."))
    with reading_versions():
        one, other = parse(dump(first)).debate, parse(dump(second)).debate
    assert [key for key, each in one.claims.items() if other.claims[key] is not each] == [claim]
    assert all(other.links[key] is each for key, each in one.links.items())


def test_a_last_claim_without_its_end_is_no_known_one() -> None:
    file = dump(chain(3))
    end = file.index(b"\n    }\n  }")
    spoilt = file[:end] + file[end + len(b"\n    }") :]
    with reading_versions():
        parse(file)
        with pytest.raises(MapError):
            parse(spoilt)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"text"', b'"note": [],\n      "text"'),
        (
            b'"stance": "supports",\n          "to": "c0"',
            b'"to": "c0",\n          "stance": "supports"',
        ),
        (b'"text": "', b'"by": "",\n      "text": "'),
    ],
)
def test_a_claim_that_stands_otherwise_than_it_is_written_is_written_anew(
    old: bytes, new: bytes
) -> None:
    file = dump(chain(4))
    odd = file.replace(old, new, 1)
    assert odd != file
    with reading_versions():
        assert dump(parse(odd).debate) == dump(parse(odd).debate) == file


def test_links_out_of_order_are_written_in_order() -> None:
    shape = orjson.loads(dump(chain(3)))
    claim = next(each for each in shape["claims"].values() if "links" in each)
    [link] = claim["links"].values()
    claim["links"] = {"z": link, "a": link}
    with reading_versions():
        debate = parse(orjson.dumps(shape, option=orjson.OPT_INDENT_2) + b"\n").debate
        written = dump(debate)
    assert written == dump(debate)
    assert written.index(b'"a": {') < written.index(b'"z": {')


def test_unknown_fields_that_are_equal_in_python_stay_apart() -> None:
    debate = chain(2)
    link = next(iter(debate.links))
    extra = debate.links[link]._replace(extra={"x": 1})
    one = Debate(debate.header, debate.claims, {link: extra})
    other = Debate(debate.header, debate.claims, {link: extra._replace(extra={"x": True})})
    with reading_versions():
        parse(dump(one))
        assert parse(dump(other)).debate.links[link].extra["x"] is True


@given(debates(), st.data())
def test_a_version_of_a_debate_is_the_one_that_its_records_make(
    debate: Debate, data: st.DataObject
) -> None:
    other = edited(debate, data)
    with patch("debatemap.core.debate._FEW", data.draw(st.sampled_from([0, 50]))):
        made = debate.version(other.header, other.claims, other.links, other.sources, other.stances)
    assert picture(made) == picture(other)
    for _ in steps_of(made, ["delete_claim", "add_reply"], data):
        assert picture(made) == picture(fresh(made))
    assert picture(debate) == picture(fresh(debate))
