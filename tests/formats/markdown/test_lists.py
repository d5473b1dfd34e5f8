"""Markdown and outlines as people write them."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.core.queries import theses
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named, format_of, read_map
from tests.formats.kialo.test_reading import OLDER, lines
from tests.formats.tree.samples import again
from tests.growth import assert_grows_at_most
from tests.tui.maps import rain

MARKDOWN = format_named("markdown")
BY_HAND = """---
title: Night trains
date: 2026-01-03
---

# The region should run night trains.

## Pros

- Many people would use them (see [survey](https://example.org/s)).
  - **Con:** The survey asked *only* 40 people.

## Arguments against

1. Night trains lose money. #cost
   > as the books say
"""


def read(text: str, name: str = "x.md") -> Imported:
    return read_map(text.encode(), name)


def titles(debate: Debate) -> list[str]:
    return [debate.claims[key].text for key in theses(debate)]


def test_sections_and_lists_are_read() -> None:
    imported = read(BY_HAND)
    debate = imported.debate
    thesis, use = "The region should run night trains.", "Many people would use them (see survey)."
    assert debate.header.title == "Night trains"
    assert titles(debate) == [thesis]
    assert lines(debate) == {
        (use, "+", thesis), ("The survey asked *only* 40 people.", "-", use),
        ("Night trains lose money.", "-", thesis),
    }  # fmt: skip
    money = next(claim for claim in debate.claims.values() if "money" in claim.text)
    assert (money.tags, money.note) == (("cost",), "as the books say")
    assert [source.url for source in debate.sources.values()] == ["https://example.org/s"]
    assert [(loss.kind, loss.places) for loss in imported.losses] == [
        ("lines of front matter", ("line 3",))
    ]
    assert imported.repairs == ()


@pytest.mark.parametrize(
    "text",
    [
        "Trains.\n\n**Pros:**\n- Quiet.\n\n**Cons:**\n- Dear.\n",
        "Trains.\n\nPros:\n\n1. Quiet.\n\nCons:\n\n1. Dear.\n",
        "- Trains.\n\n**Pros:**\n- Quiet.\n\n**Cons:**\n- Dear.\n",
        "Trains.\n\n## Pros\n- Quiet.\n\n## Cons\n- Dear.\n",
    ],
)
def test_pros_and_cons_without_a_title_are_about_the_claim_above(text: str) -> None:
    imported = read(text)
    assert titles(imported.debate) == ["Trains."]
    assert lines(imported.debate) == {("Quiet.", "+", "Trains."), ("Dear.", "-", "Trains.")}
    assert (imported.losses, imported.repairs) == ((), ())


WRAPPED = """Trains
======

Pros
----

-   [ ] Many people would use them, as[^1] the
    survey says.

    -   Con: The survey is old and asked
only few.

**Cons:**

-   [x] They lose money, see [the books][b].
-   Pro: They need not.
    <!-- checked
    - by Ann -->

***

```
- no claim
```

[^1]: It is from
    2019.
[b]: https://example.org/b
"""


def test_paragraphs_of_many_lines_underlined_headings_and_boxes_are_read() -> None:
    imported = read(WRAPPED)
    debate = imported.debate
    use, lose = "Many people would use them, as the survey says.", "They lose money, see the books."
    assert lines(debate) == {
        (use, "+", "Trains"), ("The survey is old and asked only few.", "-", use),
        (lose, "-", "Trains"), ("They need not.", "+", "Trains"),
    }  # fmt: skip
    notes = {claim.text: claim.note for claim in debate.claims.values() if claim.note}
    assert notes == {use: "It is from 2019.", "They need not.": "- no claim"}
    assert [source.url for source in debate.sources.values()] == ["https://example.org/b"]
    assert [(loss.kind, loss.places) for loss in imported.losses] == [
        ("boxes of tasks", ("line 7", "line 15")), ("comments", ("line 17",)),
    ]  # fmt: skip
    assert imported.repairs == ()


@pytest.mark.parametrize("indent", ["    ", "\t", "  \t"])
def test_further_paragraphs_of_a_footnote_belong_to_it(indent: str) -> None:
    text = (
        "# T\n\n- Pro: a[^1]\n- Con: b[^2]\n\n[^1]: One.\n\n"
        f"{indent}Two, with\n{indent}more.\n\n{indent}- Three.\n[^2]:\n{indent}Four.\n\n- Con: c\n"
    )
    imported = read(text)
    speaks = {("a", "+", "T"), ("b", "-", "T"), ("c", "-", "T")}
    assert lines(imported.debate) == speaks
    notes = {claim.text: claim.note for claim in imported.debate.claims.values() if claim.note}
    assert notes == {"a": "One.\nTwo, with more.\n- Three.", "b": "Four."}
    assert (imported.losses, imported.repairs) == ((), ())


def test_what_is_indented_elsewhere_is_of_no_footnote() -> None:
    text = "[^1]: One.\n\n- Trains[^1]\n\n    - Con: b\n\n[c]: https://example.org/c\n\n    d\n"
    imported = read(text)
    assert ("b", "-", "Trains") in lines(imported.debate)
    assert next(each.note for each in imported.debate.claims.values()) == "One."


def test_a_long_paragraph_and_open_comments_are_read_once() -> None:
    small, large = ("- a\n" + "b <!-- [^\n" * n for n in (2_000, 8_000))
    assert_grows_at_most(9, lambda: read(small), lambda: read(large))


def test_a_heading_above_theses_is_the_title() -> None:
    imported = read("# Trains\n\n- By night\n  - Pro: calm\n- By day\n")
    assert imported.debate.header.title == "Trains"
    assert titles(imported.debate) == ["By night", "By day"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("- A\n  - B\n", "claims that do not say for or against", "line 2"),
        ("- A\n      - Pro: B\n  - Con: C\n", "it stands between two levels", "line 3"),
        ("- A\n  - Pro: B\n\t- Con: C\n",
         "tabs and spaces are mixed", "line 3"),
        ("- A\n  - Pro: → gone\n", "references to nothing", "line 2"),
        ("- A\n  - Pro: B\n\n    and more\n", "further lines", "line 4"),
        ("- A\n  - Undercut: B\n", "nothing stands above it that has a step to undercut", "line 2"),
        ("---\ntitle: T\n---\n- A\n  - B\n", "claims that do not say for or against", "line 5"),
    ],
)  # fmt: skip
def test_what_is_guessed_is_told_with_its_line(text: str, kind: str, place: str) -> None:
    assert [(each.kind, each.places) for each in read(text).repairs] == [(kind, (place,))]


PROS_AND_CONS = "# A\n\n## Pros\n\n{}\n\n## Cons\n\n{}\n"


@pytest.mark.parametrize(
    ("pros", "cons", "further"),
    [
        ("- a\n- b", "+ c", set()),
        ("+ a\n+ b", "+ c", set()),
        ("- a\n- b", "- c\n  + d\n  - e", {("d", "+", "c"), ("e", "-", "c")}),
        ("- a\n- b", "- c\n+ Pro: d\n", {("d", "+", "A")}),
    ],
)
def test_a_heading_outweighs_a_bullet_and_a_word_the_heading(
    pros: str, cons: str, further: set[tuple[str, str, str]]
) -> None:
    imported = read(PROS_AND_CONS.format(pros, cons))
    speaks = {("a", "+", "A"), ("b", "+", "A"), ("c", "-", "A")}
    assert lines(imported.debate) == speaks | further
    assert imported.repairs == ()


def test_pros_with_cons_beneath_them_are_signs() -> None:
    imported = read("# A\n\n+ a\n    - x\n+ b\n")
    assert lines(imported.debate) == {("a", "+", "A"), ("x", "-", "a"), ("b", "+", "A")}
    assert imported.repairs == ()


def test_bullets_that_change_with_the_level_are_no_signs() -> None:
    imported = read(PROS_AND_CONS.format("- a\n    + x\n- b", "- c"))
    speaks = {("a", "+", "A"), ("x", "+", "a"), ("b", "+", "A"), ("c", "-", "A")}
    assert lines(imported.debate) == speaks
    assert [(each.kind, each.places) for each in imported.repairs] == [
        ("bullets + and -, each at levels of its own", ("line 5", "line 6", "line 7")),
        ("claims that do not say for or against", ("line 6",)),
    ]


def test_in_an_outline_they_are_signs_and_named_where_none_is_written_so() -> None:
    for text, places in (("- a\n  + b\n", ("line 1", "line 2")), ("+ a\n  - b\n", None)):
        imported = read_map(text.encode(), "x.txt", "outline")
        assert len(imported.debate.links) == 1
        kinds = {each.kind: each.places for each in imported.repairs}
        assert kinds.get("bullets + and -, each at levels of its own") == places


def test_signs_of_an_outline_are_stances() -> None:
    imported = read("# Trains\n\n+ By night\n  + calm\n  - dear\n", "x.txt")
    assert imported.debate.header.title == "Trains"
    assert lines(imported.debate) == {("calm", "+", "By night"), ("dear", "-", "By night")}
    assert imported.repairs == ()


def test_links_and_line_breaks_come_back() -> None:
    source = Source(title="The [first]", url="https://example.org/a?b=c&d")
    claim = Claim("one\n*two* <b>", tags=("wet", "dry"), sources=(Citation("s"),))
    debate = Debate(Header("m", "T", ("a",)), {"a": claim}, sources={"s": source})
    back = again("markdown", debate).debate
    (found,) = back.claims.values()
    assert (found.text, found.tags) == (claim.text, claim.tags)
    assert list(back.sources.values()) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Pro: it",
        "**Con:** it",
        "→ it",
        "it #tag",
        "it ([a](b))",
        "And: it",
        "<br>",
        "- it",
        "1. it",
        "# it",
        "> it",
    ],
)
def test_words_that_would_be_markup_come_back(text: str) -> None:
    debate = Debate(Header("m", text, ("a",)), {"a": Claim(text, note=text)})
    read_back = again("markdown", debate)
    (claim,) = read_back.debate.claims.values()
    assert (claim.text, claim.note) == (text, text)
    assert read_back.debate.header.title == text
    assert MARKDOWN.write(debate).losses == ()


def test_a_list_is_known_without_a_name() -> None:
    assert format_of(MARKDOWN.write(rain()).data, "x") is MARKDOWN
    assert format_of(b"- A\n  - Pro: B\n", "x") is MARKDOWN
    for other in (b"+ <A>: a\n  - <B>: b\n", b"[T]: a\n  - [B]: b\n", b"words", OLDER.encode()):
        assert format_of(other, "x") is not MARKDOWN


def test_a_plain_text_is_an_outline_by_its_name() -> None:
    assert format_of(b"A\n  B\n", "x.txt").name == "outline"
    assert format_of(OLDER.encode(), "x.txt").name == "kialo"


@pytest.mark.parametrize("name", ["outline", "markdown"])
def test_an_empty_file_is_refused(name: str) -> None:
    with pytest.raises(MapError, match="line 1: expected"):
        read_map(b"\n\n", "x", name)


@pytest.mark.parametrize("name", ["outline", "markdown", "kialo", "org"])
def test_lines_end_as_asked(name: str) -> None:
    data = format_named(name).write(rain(), crlf=True).data
    assert data.count(b"\n") == data.count(b"\r\n") > 3


@pytest.mark.parametrize(
    ("front", "part", "count"),
    [
        ("- ", "[", 30_000), ("- a", " #b", 10_000), ("- ", "[a](", 10_000),
        ("- a ([b](c", "; [b](c)", 5_000), ("- ", "\\", 50_000), ("- ", "*", 50_000),
    ],
)  # fmt: skip
def test_awkward_lines_take_time_in_proportion(front: str, part: str, count: int) -> None:
    small, large = front + part * (count // 8), front + part * count
    assert_grows_at_most(24, lambda: read(small), lambda: read(large))
