"""The text of a source in files, edits, merges and differences."""

from typing import Any

import orjson
import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source, SourceText
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.diff.difference_text import one_line
from debatemap.sync.diff.differences import differences
from debatemap.sync.diff.json import described
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.three_way import merge3

ONE, OTHER = SourceText("a.txt", "1" * 64), SourceText("b.txt", "2" * 64)


def debate(text: SourceText | None = None, **extra: Any) -> Debate:  # noqa: ANN401  (any JSON)
    claims = {"a": Claim("A.", sources=(Citation("s", "words"),))}
    source = Source("Ann", "On rain", extra=extra, text=text)
    return Debate(Header("m", theses=("a",)), claims, sources={"s": source})


@pytest.mark.parametrize("text", [ONE, SourceText(kept="One.\r\n\nTwo.", kind="html")])
def test_a_file_keeps_it(text: SourceText) -> None:
    data = dump(debate(text))
    assert parse(data, "m").debate.sources["s"].text == text
    assert dump(parse(data, "m").debate) == data


@pytest.mark.parametrize("value", [1, "words", {"file": "../a"}, {"file": "a", "more": 1}, []])
def test_what_is_no_text_stays_as_it_stands(value: object) -> None:
    data = dump(debate())
    raw = orjson.loads(data)
    raw["sources"]["s"]["text"] = value
    read = parse(orjson.dumps(raw), "m").debate
    assert (read.sources["s"].text, read.sources["s"].extra) == (None, {"text": value})
    assert orjson.loads(dump(read)) == raw
    read.apply(edit.set_source_text(read, "s", ONE))
    assert orjson.loads(dump(read))["sources"]["s"]["text"] == {"file": "a.txt", "sha256": "1" * 64}


def test_an_edit_of_the_other_fields_keeps_it() -> None:
    one = debate(ONE)
    one.apply(edit.set_source(one, "s", Source("Bo")))
    assert one.sources["s"].text == ONE
    one.apply(edit.recite(one, "a", 0, Source("Cy"), at="p. 1"))
    assert (one.sources["s"].author, one.sources["s"].text) == ("Cy", ONE)


def test_two_texts_are_no_mixture() -> None:
    merged = merge3(debate(), debate(ONE), debate(OTHER)).debate
    assert merged.sources["s"].text in (ONE, OTHER)
    assert [conflict.path for conflict in conflicts_in(merged)] == [("sources", "s", "text")]
    kept = merge3(debate(ONE), debate(OTHER), debate(SourceText("a.txt", "3" * 64))).debate
    assert kept.sources["s"].text in (OTHER, SourceText("a.txt", "3" * 64))


def test_a_difference_says_it_in_words_and_as_the_file_has_it() -> None:
    before, after = debate(), debate(ONE)
    (found,) = differences(before, after)
    assert one_line(found, before, after).endswith("text none → a.txt")
    edits: Any = described(found, before, after)["edits"]
    assert [each["after"] for each in edits] == [{"file": "a.txt", "sha256": "1" * 64}]
