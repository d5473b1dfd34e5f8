"""One way of drawing every list: headings with counts, wrapped rows, the keys in sight."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.widgets.choice_list import ListRow
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import opened
from tests.tui.maps import rain


@given(
    st.lists(st.sampled_from(["a", "bb", "longer", "漢字", "words"]), min_size=1, max_size=40),
    st.integers(8, 60),
)
def test_no_line_is_wider_and_each_hangs_under_the_words(words: list[str], width: int) -> None:
    row = ListRow(Content("⊣ " + " ".join(words)), 2)
    first, *rest = row.at_width(width).split("\n")
    assert all(line.cell_length <= width for line in (first, *rest))
    assert first.plain.startswith("⊣ ")
    assert all(line.plain.startswith("  ") and line.plain[2:3] != " " for line in rest)
    assert " ".join(line.plain[2:] for line in (first, *rest)).split() == words


def test_a_line_after_the_first_hangs_under_its_own_words() -> None:
    row = ListRow(Content("§ one\n    two three four"), 2)
    assert row.at_width(14).plain == "§ one\n    two three\n    four"


def many() -> Debate:
    """Returns a thesis with more replies than a screen has lines, of two lines each."""
    debate = Debate(Header("m", theses=("t",)), {"t": Claim("The thesis.")})
    for number in range(60):
        stance = ("supports", "attacks")[number % 2]
        words = f"Reply {number} says at length " + "what it says " * 9
        debate.apply(edit.add_reply(debate, "t", stance, words))  # type: ignore[arg-type]
    debate.apply(edit.add_unplaced(debate, "One that is looked at."))
    return debate


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12), (200, 60)])
async def test_the_keys_are_in_sight_below_a_list_of_any_length(size: tuple[int, int]) -> None:
    async with opened(many(), size=size) as user:
        for keys in ("g l", "L", ":", "?"):
            await user.press(*keys.split())
            await user.until(lambda: user.is_asked and "Escape" in user.text, keys)
            hint = user.screen.query_one("#chooser-hint").region
            assert hint.height, keys
            assert hint.bottom <= size[1], keys
            assert not user.screen.show_vertical_scrollbar, keys
            await user.press("escape")
            assert not user.is_asked, keys


async def test_a_list_counts_its_kinds_under_headings_and_shows_the_signs_of_the_outline() -> None:
    async with opened(rain()) as user:
        await user.press("j", "L")
        assert "Theses  1" in user.text
        await user.type("winter")
        assert "⊣ Not in winter." in user.text
        assert "Undercuts  1" in user.text


async def test_a_list_in_which_nothing_fits_does_not_say_that_it_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    Session(rain()).save(path)
    session = open_session(path)
    session.do(edit.reword(session.debate, "rain", "It rains."))
    session.save(path)
    async with opened(session, size=(100, 30)) as user:
        await user.press("%", "a", "ctrl+t", *"xqz")
        assert "No card has these words." in user.text
        await user.press("escape", "escape", "g", "b")
        await user.until(lambda: "Copies" in user.text, "the copies")
        await user.press(*"xqz")
        assert "No earlier copy has these words." in user.text
        await user.press(*["backspace"] * 3)
        assert "Copies" in user.text
