"""Code between fences in Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debatemap.formats.markdown.fences import fenced_lines
from debatemap.formats.markdown.stance_tables import with_tables_as_lists
from debatemap.formats.registry import read_map
from tests.growth import assert_grows_at_most

_PARSER = MarkdownIt()
LINES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", " ", "  ", "   "]),
    st.sampled_from(["", "", "", "- ", "-  ", "1. ", "- - "]),
    st.sampled_from([
        "a", "```", "```", "````", "``` js", "```a```", "~~~", "~~~~", "~~~ a`b", "``` ```", "# a",
    ]),
)  # fmt: skip
"""No line of them is so far in that it would be code without a fence."""


def texts(imported_of: str) -> list[str]:
    return [claim.text for claim in read_map(imported_of.encode(), "x.md").debate.claims.values()]


@pytest.mark.parametrize("fence", ["```npm install``` runs first.", "````a```` and ```b```"])
def test_code_in_a_paragraph_begins_no_fence(fence: str) -> None:
    assert texts(f"{fence}\n\n- A\n  - Pro: B\n  - Con: C\n") == [fence, "A", "B", "C"]
    table = "| Pros | Cons |\n|---|---|\n| a | b |"
    assert with_tables_as_lists(f"{fence}\n\n{table}").text.startswith(f"{fence}\n\n- Pros\n")


@pytest.mark.parametrize(
    "code",
    [
        "```\n``` no end\n- x\n```",
        "~~~ a`b\n- x\n~~~",
        "```\n~~~\n- x\n```",
        "````\n```\n- x\n````",
    ],
)
def test_a_fence_ends_with_signs_like_its_first_and_nothing_else(code: str) -> None:
    assert texts(f"- A\n\n{code}\n\n- B\n") == ["A", "B"]


def test_a_fence_that_begins_an_item_or_is_left_open_in_one_ends_with_that() -> None:
    assert texts("- A\n  - ```\n    - x\n    ```\n  - Con: B\n") == ["A", "…", "B"]
    assert texts("- A\n  ```\n  - x\n- B\n") == ["A", "B"]


@given(st.lists(st.one_of(st.just(""), LINES), max_size=9))
def test_the_lines_of_code_are_those_of_commonmark(lines: list[str]) -> None:
    expected = {
        line
        for token in _PARSER.parse("\n".join(lines))
        if token.type == "fence" and token.map
        for line in range(*token.map)
    }
    found = {number for number, kind in enumerate(fenced_lines(lines)) if kind}
    # Blank lines behind a fence that is left open are of no account.
    blank = {number for number, line in enumerate(lines) if not line.strip()}
    assert found - blank == expected - blank


@pytest.mark.parametrize("part", ["- ", "- - - ```\n", "```\n", "  - ```\n", "~", "* "])
def test_marks_and_fences_take_time_in_proportion(part: str) -> None:
    small, large = ((part * count + "a").split("\n") for count in (4_000, 32_000))
    assert_grows_at_most(24, lambda: fenced_lines(small), lambda: fenced_lines(large))
