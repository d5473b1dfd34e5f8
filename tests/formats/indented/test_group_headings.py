"""Lines such as "Pros:" say the stance of the claims beneath them, and are none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.formats.indented.group_headings import without_group_headings
from debatemap.formats.indented.outlined import Outlined
from debatemap.formats.indented.reader import read_outline
from tests.growth import assert_grows_at_most

LINES = st.sampled_from(
    ["Pros:", "**Cons**", "## For", "# A", "- b", "  - Against", "\t+ c", "& d", "1. Pro", "e", ""]
)


def read(text: str) -> Outlined:
    return without_group_headings(read_outline(text), text)


def told(text: str) -> list[str]:
    """Returns the claims: how deep each stands, its sign and its words."""
    entries = read(text).entries
    depths: list[int] = []
    for entry in entries:
        depths.append(0 if entry.parent is None else depths[entry.parent] + 1)
    signs = {"supports": "+ ", "attacks": "- ", None: ""}
    return [
        f"{' ' * depth}{signs[e.stance]}{e.text}" for depth, e in zip(depths, entries, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("# A\n\n## Pros\n- a\n- b\n\n## Cons\n- c", ["A", " + a", " + b", " - c"]),
        ("**Pros:**\n- a\n\n**Cons:**\n- c", ["+ a", "- c"]),
        (
            "A\n\nPros:\n- a\n  - b\nCons:\n- c\n\nB\nFor\n1. x",
            ["A", " + a", "  b", " - c", "B", " + x"],
        ),
        ("A\n  Pros:\n    a\n  Cons:\n    c", ["A", " + a", " - c"]),
        ("- A\n  - Pros\n    - a\n  - Cons\n    - c", ["A", " + a", " - c"]),
        ("Cons\n- Pro: a\n- c", ["+ a", "- c"]),
        ("A\n\tFor\n\t\ta\n\t\t& b", ["A", " + a", " + b"]),
        ("Pros:\nCons:", ["Pros:", "Cons:"]),
        ("Pros: fast", ["Pros: fast"]),
        ("Prospects\n- a", ["Prospects", "a"]),
        ("A\n\nPros:\n- a\n\nCons:\n+ b\n+ Pro: c", ["A", " + a", " - b", " + c"]),
        ("A\n\nCons:\n+ b\n+ c\n  + d", ["A", " - b", " - c", "  + d"]),
        ("A\n\nCons:\n+ b\n& c\n- d", ["A", " - b", " - c", " - d"]),
        (
            "- A\n  - Pros\n    + a\n  + Cons\n    - b\n    - Pro: c",
            ["- A", " + a", " - b", " + c"],
        ),
    ],
)
def test_what_stands_beneath_has_their_stance(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_it_is_said_which_lines_are_no_claims() -> None:
    words = [remark.sentence for remark in read("Pros\n- a\n\nCons\n- b").remarks]
    assert "lines 1 and 4: read as the stance of what stands beneath it, and no claim" in words


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_any_lines_make_a_tree_of_claims(text: str) -> None:
    whole, left = read_outline(text), read(text)
    for index, entry in enumerate(left.entries):
        assert entry.parent is None or entry.parent < index
        assert entry.joined is None or left.entries[entry.joined].parent == entry.parent
    lines = {entry.line for entry in left.entries}
    gone = [entry for entry in whole.entries if entry.line not in lines]
    assert len(whole.entries) == len(left.entries) + len(gone)


def test_in_a_file_a_line_after_an_item_is_about_it() -> None:
    text = "- A\n\nPros:\n- a\n\nCons:\n- c"
    alone = without_group_headings(read_outline(text), text, stands_alone=True)
    assert [(each.text, each.parent, each.stance) for each in alone.entries] == [
        ("A", None, None),
        ("a", 0, "supports"),
        ("c", 0, "attacks"),
    ]


def test_very_many_such_lines_take_no_longer_each() -> None:
    def work(count: int) -> Callable[[], Outlined]:
        text = "A\n" + "Pros:\n- a\n" * count
        outlined = read_outline(text)
        return lambda: without_group_headings(outlined, text)

    assert_grows_at_most(40, work(800), work(8_000))
