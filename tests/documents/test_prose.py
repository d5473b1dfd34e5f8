import re

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe_line
from debatemap.documents.judged import verdicts_of
from debatemap.formats.literal_markdown import literal_line, literal_lines, literal_link
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.registry import format_named
from tests.strategies import AWKWARD_TEXTS, chain, debates, typed_texts
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import rain

PROSE = format_named("prose")
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def words_of(markdown: str) -> list[str]:
    """Returns the text of each block as a parser reads it; only words may be there."""
    blocks = []
    for token in MARKDOWN.parse(markdown):
        assert token.type not in ("html_block", "code_block", "fence", "hr", "bullet_list_open")
        if token.type == "inline":
            words = ""
            for child in token.children or ():
                assert child.type not in (
                    "html_inline",
                    "link_open",
                    "image",
                    "code_inline",
                    "s_open",
                )
                words += child.content if child.type in ("text", "text_special") else ""
                words += "\n" if child.type in ("softbreak", "hardbreak") else ""
            blocks.append(words)
    return blocks


def test_prose_is_numbered_and_in_words() -> None:
    text = PROSE.write_judged(rain(), verdicts_of(rain())).data.decode()
    assert text.startswith("# The weather\n")
    found = words_of(text)
    weighs = "nobody has rated any of it: this weighs replies only"
    for words in (
        "1 Rain is good.",
        f"Verdict: for, about 60 of 100 (30 to 75) · {weighs} · 1 objection is unanswered",
        "1.1 For: Plants grow.",
        "(Author: editor; Date: 2026-01-03; Tags: #nature)",
        "a longer remark,\nline by line",
        "“after rain, green”",
        "— Ann Author, The Almanac, 1999, p. 4, https://example.org/a",
        "1.1.1 But that does not follow: Not in winter.",
        "1.3 For, only together:",
        "2.1 Against: see 1.2, “Streets flood.”",
        "Not placed yet",
    ):
        assert words in found


@pytest.mark.parametrize("text", [*TEXTS.values(), *AWKWARD_TEXTS, "1. a", "- a", "+ a", "# a",
    "> a", "a\n===", "a\n---", "***", "```", "~~~\nx\n~~~", "[a](javascript:x)", "![a](b)",
    "<a@b.c>", "&lt;", "[[a]]", "    code", "| a |\n|---|", "[a]: b", "a\\", "1986\\. x", "1) b",
    "a\n1. b\n- c"])  # fmt: skip
def test_texts_are_read_as_they_are(text: str) -> None:
    lines = "\n".join(literal_lines(text))
    expected = [" ".join(part.split()) for part in safe_lines(text)]
    assert [" ".join(part.split()) for block in words_of(lines) for part in block.split("\n")] == (
        expected
    )
    assert " ".join(words_of(f"**1** {literal_line(text)}")) == f"1 {safe_line(text)}".strip()


def safe_lines(text: str) -> list[str]:
    from debatemap.core.text import safe  # noqa: PLC0415  (one helper needs it)

    shown = without_noncharacters(safe(text))
    return [line.strip() for line in shown.split("\n") if line.strip()]


@given(typed_texts)
def test_any_text_is_read_as_it_is(text: str) -> None:
    found = [
        line for block in words_of("\n".join(literal_lines(text))) for line in block.split("\n")
    ]
    assert ["".join(line.split()) for line in found if line.strip()] == [
        "".join(line.split()) for line in safe_lines(text)
    ]


def test_only_addresses_that_may_be_followed_are_links() -> None:
    assert literal_link("https://example.org/a") == "<https://example.org/a>"
    assert literal_link("javascript:alert(1)") == "javascript:alert(1)"
    assert literal_link("https://example.org/<b>") == r"https://example.org/\<b\>"


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_maps_are_prose(kind: str) -> None:
    words_of(PROSE.write(hostile(TEXTS[kind])).data.decode())


@given(debates())
def test_every_claim_has_a_paragraph(debate: Debate) -> None:
    found = PROSE.write(debate).data.decode()
    assert PROSE.write(debate).data.decode() == found
    numbers = re.findall(r"^\*\*(\w[\w.]*)\*\* (?!.*\bsee )", found, re.MULTILINE)
    assert len(numbers) >= len([claim for claim in debate.claims.values() if safe_line(claim.text)])


def test_a_long_chain_is_written() -> None:
    assert PROSE.write(chain(3_000)).data.count(b"**") == 2 * 3_000


def test_what_prose_leaves_out_is_told() -> None:
    debate = Debate(
        Header("m", "Rain", ("a",), beside={"scenarios": {"Dry": {"a": "false"}}}),
        {"a": Claim("A.", extra={"x": 1})},
        {"l": Link(("a",), "supports", "gone")},
        dict(rain().sources),
    )
    losses = {loss.kind: loss.number for loss in PROSE.write(debate).losses}
    assert losses == {
        "scenarios": 1, "unknown fields": 1, "sources that no claim cites": 1,
        "links onto what is missing": 1,
    }  # fmt: skip
