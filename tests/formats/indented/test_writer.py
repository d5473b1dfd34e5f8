"""What is written as lines is read as the same claims."""

from typing import Final, Literal

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link, Stance
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.to_debate import to_debate
from debatemap.formats.indented.writer import write_outline
from debatemap.formats.loss import Loss
from debatemap.formats.outline_lines import changes_in
from debatemap.formats.registry import format_named, read_map
from debatemap.formats.tree.to_nodes import to_tree
from tests.strategies import debates
from tests.tui.maps import rain

Form = Literal["text", "markdown"]
FORMS: Final[tuple[Form, ...]] = ("text", "markdown")

TEXT = """\
+ Rain is good.
  + Plants grow.
    > a longer remark,
    > line by line
    ⊣ Not in winter.
    + Roots drink.
  - Streets flood.
  + Wells fill.
  & We need wells.
+ Sun is good.
  - Streets flood.
"""
MARKDOWN = """\
- Pro: Rain is good.
  - Pro: Plants grow.
    > a longer remark,
    > line by line
    - Undercut: Not in winter.
    - Pro: Roots drink.
  - Con: Streets flood.
  - Pro: Wells fill.
  & We need wells.
- Con: Sun is good.
  - Con: Streets flood.
"""


def test_claims_are_written_as_lines_or_as_markdown() -> None:
    assert write_outline(rain(), ["rain", "sun"]) == TEXT
    assert write_outline(rain(), ["rain", "sun"], "markdown", {"sun": "attacks"}) == MARKDOWN


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_is_written_is_read_again(form: Form) -> None:
    read = to_debate(read_outline(write_outline(rain(), ["rain"], form))).debate
    whole = rain()
    assert {c.text: c.note for c in read.claims.values()} == {
        c.text: c.note for key, c in whole.claims.items() if key not in ("sun", "snow")
    }
    steps = {
        (link.stance, len(link.premises), link.target in read.links) for link in read.links.values()
    }
    assert steps == {
        ("supports", 1, False), ("attacks", 1, True), ("attacks", 1, False), ("supports", 2, False)
    }  # fmt: skip


LABELLED = (
    "Reason: the maker is broke.", "For: see Smith.", "[con]: x", "Question: why", "Thesis: t",
    "**Con:** z", "Undercut: u", "Pro:", "And: y", "Contra Smith: it is", "Reason:x",
)  # fmt: skip


def stances_read(debate: Debate) -> set[tuple[str, str, bool, int]]:
    """Returns what each claim says as a premise, whether of a step, and with how many others."""
    return {
        (debate.claims[premise].text, link.stance, link.target in debate.links, len(link.premises))
        for link in debate.links.values()
        for premise in link.premises
    }


@pytest.mark.parametrize("words", LABELLED)
@pytest.mark.parametrize("stance", ["supports", "attacks"])
def test_words_that_begin_like_a_stance_stay_words(words: str, stance: Stance) -> None:
    claims = {key: Claim(f"{words} {key}" if words[-1] != ":" else words) for key in "tcujk"}
    links = {
        "lc": Link(("c",), stance, "t", "a"), "lu": Link(("u",), stance, "lc", "b"),
        "lj": Link(("j", "k"), stance, "t", "c"),
    }  # fmt: skip
    debate = Debate(Header("m", words, ("t",)), claims, links)
    for form in FORMS:
        for top in STANCES:
            lines = write_outline(debate, ["t"], form, {"t": top})
            tops = to_debate(read_outline(lines, signs=True))
            assert [claim.text for claim in tops.debate.claims.values()] == [
                claims[key].text for key in "tcujk"
            ]
            assert stances_read(tops.debate) == stances_read(debate)
            assert list(tops.stances.values()) == [top]
    for name in ("outline", "markdown"):
        written = format_named(name).write(debate)
        back = read_map(written.data, "x", name).debate
        assert (back.header.title, stances_read(back)) == (words, stances_read(debate))
        if words[-1] != ":":
            assert written.losses == ()


def test_a_stance_that_does_not_come_back_is_told_as_that() -> None:
    debate = Debate(
        Header("m", "M", ("t",)), {"t": Claim("T."), "c": Claim("Reason: they are broke.")},
        {"l": Link(("c",), "attacks", "t")},
    )  # fmt: skip
    read = read_map(b"# M\n\n+ T.\n  - Reason: they are broke.\n", "x", "outline").debate
    assert list(changes_in(debate, to_tree(debate).nodes, read)) == [
        Loss("texts that do not come back as they are", 1, ("c",), "changed in words"),
        Loss("stances", 1, ("c",), "changed"),
    ]


@given(debates())
def test_any_debate_is_written(debate: Debate) -> None:
    lines = write_outline(debate, list(debate.header.theses))
    assert len(lines.splitlines()) >= len({*debate.header.theses} & debate.claims.keys())
    read_outline(lines)
