"""Indented lines, lists and numbered claims are read as trees; what was guessed is said."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.text import clean
from debatemap.formats.indented.outlined import Outlined
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.to_debate import to_debate
from tests.growth import assert_grows_at_most
from tests.soundness import assert_sound

SIGNS = {"supports": "+", "attacks": "-", None: "?"}


def tree(read: Outlined) -> list[str]:
    """Returns each claim with its depth as indent, its sign and its note."""
    depths: list[int] = []
    lines = []
    for entry in read.entries:
        depths.append(0 if entry.parent is None else depths[entry.parent] + 1)
        sign = SIGNS[entry.stance] + "!" * entry.is_undercut + "&" * (entry.joined is not None)
        note = f" ({entry.note})" if entry.note else ""
        lines.append(f"{'  ' * depths[-1]}{sign} {entry.text}{note}")
    return lines


def said(read: Outlined) -> str:
    return "\n".join(remark.sentence for remark in (*read.sign_remarks, *read.remarks))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n\tB\n\t\tC\n\tD", ["? A", "  ? B", "    ? C", "  ? D"]),
        ("    A\n      B\n    C", ["? A", "  ? B", "? C"]),
        ("A\n  + b\n  - c\n    _ d", ["? A", "  + b", "  - c", "    -! d"]),
        ("- a\n  - b\n- c", ["? a", "  ? b", "? c"]),
        ("* a\n  * b\n    1) c", ["? a", "  ? b", "    ? c"]),
        ("1. a\n2. b\n   - c", ["? a", "? b", "  ? c"]),
        ("Pro: a\n  con: b\n  CONTRA: c", ["+ a", "  - b", "  - c"]),
        ("Support: a\n  Objection: b\n  reason:: c", ["+ a", "  - b", "  + c"]),
        ("- **Pro:** a\n  - (con): b", ["+ a", "  - b"]),
        ("# H\nintro\n## S\n- x\n# Z", ["? H (intro)", "  ? S", "    ? x", "? Z"]),
        ("- a\n  more of it\n\n  para\n- b", ["? a more of it (para)", "? b"]),
        ("+ a\n  > one\n  > two\n  & b", ["+ a (one\ntwo)", "  ? b"]),
        ("A\n + a\n & b\n & c", ["? A", "  + a", "  +& b", "  +& c"]),
        ("- a\n  Con: b\n# H\nPro: c", ["? a", "  - b", "? H", "  + c"]),
        ("1.1. Pro: a\nCon: more\nThesis: b", ["+ a Con: more Thesis: b"]),
        ("A\r\n  B", ["? A", "  ? B"]),
        ("one line", ["? one line"]),
        ("", []),
        ("\n \n", []),
    ],
)  # fmt: skip
def test_lines_are_read_as_a_tree(text: str, expected: list[str]) -> None:
    assert tree(read_outline(text)) == expected


KIALO = """\
Discussion Title: Night trains

1. The region should run night trains.
1.1. Pro: Many would use them \\(see [survey](https://example.org/s)\\).
1.1.1. Con: The survey asked
only 40 people.
1.2. Con: They lose money.
1.2.1. PRO: -> See 1.1.1.
1.2.2. Pro: -> See 9.9.
1.7.1. Con: Nothing is above.
"""


def test_the_numbers_of_kialo_say_where_a_claim_stands() -> None:
    read = read_outline(KIALO)
    assert tree(read) == [
        "? The region should run night trains.",
        "  + Many would use them (see [survey](https://example.org/s)).",
        "    - The survey asked only 40 people.",
        "  - They lose money.",
        "    + -> See 1.1.1.",
        "    + -> See 9.9.",
        "  - Nothing is above.",
    ]
    assert read.entries[4].same_as == 2
    assert "line 1: the title is left out" in said(read)
    assert "line 6: read as more words of the claim above" in said(read)
    assert "line 9: what it refers to is not there" in said(read)
    assert "line 10: the number names no claim above" in said(read)
    debate = to_debate(read).debate
    assert len(debate.claims) == 6
    assert len(debate.links) == 6


def test_the_other_layout_of_kialo_is_read() -> None:
    text = (
        "Discussion Name:\nNight trains\n\n1. Thesis:\nRun them.\n\n  1.1. Pro:\n"
        "  Many use them [1].\n"
        "\n  1. not a claim\n\n    1.1.1. Con:\n    Few do.\n\n  1.2. Con:\n  -> See 1.1.1.\n\n"
        "Sources:\n[1] https://example.org"
    )
    read = read_outline(text)
    assert tree(read) == [
        "? Run them.",
        "  + Many use them [1]. (1. not a claim)",
        "    - Few do.",
        "  - -> See 1.1.1.",
    ]
    assert "the list of sources is left out" in said(read)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A\n  B\n\tC", "line 3: tabs and spaces are mixed; a tab counts as 2 spaces"),
        ("A\n  B\n      C", "line 3: a level is skipped; read as one level below the line above"),
        ("A\n    B\n  C", "line 3: it stands between two levels; read as the deeper one"),
        ("  A\nB", "line 2: it stands further out than the first line; read as one beside it"),
        ("- a", "a line that begins with - is read as a bullet, without a stance"),
        ("+ a\n- b", "a line that begins with - is read as a con, and one with + as a pro"),
        ("_ a", "line 1: nothing stands above it that has a step to undercut; read as a con"),
        ("& a", "line 1: & joins it with a claim above, and there is none; it stands alone"),
        ("a\n+", "line 2: left out, as there are no words"),
    ],
)
def test_what_is_guessed_is_said(text: str, words: str) -> None:
    assert words in said(read_outline(text))


@pytest.mark.parametrize("text", ["A\n  B\n    C\n  D", "A\n\tB\n\t\tC", "+ a\n  + b"])
def test_of_what_is_clear_nothing_is_said(text: str) -> None:
    assert said(read_outline(text)) == ""


def test_a_minus_can_be_read_either_way() -> None:
    assert tree(read_outline("- a\n  - b", signs=True)) == ["- a", "  - b"]
    assert tree(read_outline("+ a\n- b", signs=False)) == ["? a", "? b"]


@given(st.text("ab +-*_&>#1.\n\t:"))
def test_no_word_is_lost_and_the_debate_is_sound(text: str) -> None:
    read = read_outline(text)
    letters = [x for x in clean(text) if x in "ab"]
    kept = [x for entry in read.entries for x in f"{entry.text}{entry.note}" if x in "ab"]
    assert sorted(kept) == sorted(letters)
    for index, entry in enumerate(read.entries):
        assert entry.text
        assert entry.parent is None or entry.parent < index
        assert entry.joined is None or entry.joined < index
    debate = to_debate(read).debate
    assert_sound(debate, debate)
    assert set(debate.header.theses) <= debate.claims.keys()


SHAPES: Final[dict[str, Callable[[int], str]]] = {
    "words": lambda n: "1.1. Pro:\n" + "words and words\n" * n,
    "note": lambda n: "- a\n" + "  > a line of a note\n" * n,
    "heading": lambda n: "# a\n" + "more\n" * n,
    "hashes": lambda n: "# " + "#" * 4 * n + "x",
    "numbers": lambda n: "1." * 2 * n + " a",
    "many": lambda n: "+ a\n" * n,
    "joint": lambda n: "+ a\n& b\n" * (n // 2),
    "tree": lambda n: "".join(f"{'  ' * (k % 40)}- claim {k}\n" for k in range(n)),
    "blanks": lambda n: " " * 4 * n + "a\n\tb",
    "signs": lambda n: "[*_(" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_times_the_text_takes_about_ten_times_as_long(shape: str) -> None:
    small, large = (SHAPES[shape](lines) for lines in (2_000, 20_000))
    assert_grows_at_most(30, lambda: read_outline(small), lambda: read_outline(large))


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.sampled_from(["\t", "  ", "    "]))
def test_indentation_is_depth(rises: list[int], unit: str) -> None:
    depths = [0]
    for rise in rises:
        depths.append(max(0, min(depths[-1] + 1, depths[-1] + 1 - rise)))
    lines = [f"{unit * depth}claim {number}" for number, depth in enumerate(depths)]
    read = read_outline("\n".join(lines))
    found: list[int] = []
    for entry in read.entries:
        found.append(0 if entry.parent is None else found[entry.parent] + 1)
    assert found == depths
    assert not read.remarks
