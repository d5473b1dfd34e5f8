import pytest

from debatemap import edit
from debatemap.tui.widgets import outline_scrolling
from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_a_map_is_read_with_four_keys() -> None:
    async with opened(rain()) as user:
        assert user.words == "Rain is good."
        await user.press("j", "j")
        assert user.words == "Streets flood."
        await user.press("k", "l")
        assert user.rows[:5] == [
            "* Rain is good.",
            "  + Plants grow.",
            "    -! Not in winter.",
            "    + Roots drink.",
            "  - Streets flood.",
        ]
        await user.press("l")
        assert user.words == "Not in winter."
        await user.press("h", "h")
        assert user.words == "Plants grow."
        assert "Roots" not in "".join(user.rows)
        await user.press("h", "h", "j")
        assert user.words == "Sun is good."


async def test_ends_and_pages_are_reached() -> None:
    async with opened(rain(), size=(80, 14)) as user:
        await user.press("G")
        assert user.words == "Snow is white."
        await user.press("g", "g")
        assert user.words == "Rain is good."
        await user.press("pagedown")
        assert user.map.view.index > 2
        await user.press("pageup")
        assert user.words == "Rain is good."
        await user.press("ctrl+d")
        assert user.map.view.index > 0
        await user.press("ctrl+u")
        assert user.words == "Rain is good."


async def test_siblings_are_gone_through_over_what_is_unfolded_between() -> None:
    async with opened(rain()) as user:
        await user.press("j", "l", "g", "j")
        assert user.words == "Streets flood."
        await user.press("g", "k")
        assert user.words == "Plants grow."
        await user.press("g", "k")
        assert user.words == "Plants grow."
        assert "no other claim on this level" in user.said


async def test_a_claim_that_is_stepped_into_is_the_top_with_its_path_in_sight() -> None:
    async with opened(rain()) as user:
        await user.press("j", "enter")
        assert user.rows == ["+ Plants grow.", "  -! Not in winter.", "  + Roots drink."]
        assert "Rain is good." in user.lines[1]
        await user.press("j", "backspace")
        assert user.rows[0] == "* Rain is good."
        assert "* Sun is good." not in user.rows, "the claim above is the top"
        assert user.words == "Plants grow."
        await user.press("backspace")
        assert "* Sun is good." in user.rows
        await user.press("backspace")
        assert user.said == "Step out: the whole map is shown"


async def test_jumps_are_gone_back_and_forward() -> None:
    async with opened(rain()) as user:
        await user.press("G", "ctrl+o")
        assert user.words == "Rain is good."
        await user.press("alt+right")
        assert user.words == "Snow is white."
        await user.press("alt+left", "alt+left")
        assert user.said == "There is no place to go back to."


async def test_a_claim_s_other_place_is_gone_to_and_said() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "g", "n")
        assert (user.words, user.under) == ("Streets flood.", "Sun is good.")
        assert user.said == "Place 2 of 2."
        await user.press("g", "n")
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")
        await user.press("g", "p")
        assert user.words == "Rain is good."
        await user.press("g", "n")
        assert user.said == "Next place of this claim: the claim has no other place"


async def test_a_reference_to_a_claim_further_up_is_followed() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "rain", "roots", "supports"))
    async with opened(debate) as user:
        await user.press("z", "o")
        assert user.rows[3:5] == ["    + Roots drink.", "      + Rain is good."]
        assert "↺" in user.text
        await user.go_to("Roots")
        await user.press("j", "l")
        assert user.map.view.index == 0
        await user.press("ctrl+o", "enter")
        assert user.map.view.index == 0
        assert not user.map.outline.trail


async def test_of_a_reference_only_its_step_is_spoken_to() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "rain", "roots", "supports"))
    async with opened(debate) as user:
        await user.press("z", "o")
        await user.go_to("Roots")
        await user.press("j", "-")
        assert user.said == "This is a reference; Enter goes to the claim itself."
        await user.press("_")
        await user.type("No")
        await user.press("enter", "enter")
        assert user.rows[3:6] == [
            "    + Roots drink.",
            "      + Rain is good.",
            "        -! No",
        ]
        assert (user.words, user.under) == ("No", "Rain is good.")


async def test_folds_go_to_any_level_and_the_cursor_goes_to_what_is_left_of_its_path() -> None:
    async with opened(rain()) as user:
        await user.press("3")
        assert "    + Roots drink." in user.rows
        assert user.said == "Unfolded to level 3."
        await user.go_to("Roots")
        await user.press("2")
        assert user.words == "Plants grow."
        await user.press("1")
        assert user.rows == ["* Rain is good.", "* Sun is good.", "* Snow is white."]
        assert user.words == "Rain is good."
        await user.press("z", "o")
        assert len(user.rows) == 10
        await user.press("z", "a")
        assert len(user.rows) == 3
        await user.press("z", "b")
        assert len(user.rows) == 9
        await user.press("z", "c", "space")
        assert len(user.rows) == 7
        await user.press("space")
        assert len(user.rows) == 3


async def test_after_a_prefix_a_menu_shows_what_may_follow() -> None:
    async with opened(rain()) as user:
        await user.press("z")
        assert "z o" in user.text
        assert "Unfold everything" in user.text
        await user.press("escape")
        assert "Unfold everything" not in user.text
        await user.press("z", "q")
        assert user.said == "z q is no key"
        assert not user.is_asked, "the second key of a chord is no command"


async def test_the_path_of_the_selected_claim_is_in_sight() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "j", "j")
        assert user.words == "Not in winter."
        assert "◆ Rain is good." in user.lines[1]
        assert "+ Plants grow." in user.lines[1]


async def test_the_terminal_s_cursor_sits_on_the_selected_row() -> None:
    async with opened(rain()) as user:
        before = user.app.cursor_position
        await user.press("j", "j")
        assert user.app.cursor_position.y == before.y + 2
        line = user.lines[user.app.cursor_position.y]
        assert "Streets flood." in line
        assert line[user.app.cursor_position.x] == "−"


async def test_the_cursor_stays_on_its_claim_when_the_window_changes() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("G")
        for size in ((40, 10), (59, 12), (60, 20), (200, 50)):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert user.words == "Snow is white."
            assert any(line.startswith("▌") and "Snow" in line for line in user.lines)


async def test_the_first_and_the_last_row_are_ends() -> None:
    async with opened(rain()) as user:
        await user.press("k")
        assert user.words == "Rain is good."
        await user.press("G", "j")
        assert user.words == "Snow is white."


async def test_keys_that_come_while_rows_are_made_reach_them_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outline_scrolling, "_SOME", 1)
    async with opened(rain()) as user:
        user.map.outline.rows.at_once = 2
        user.send("z", "o", "G")
        await user.press()
        assert user.words == "Snow is white."
        assert len(user.rows) == len(user.map.outline.rows)
        await user.press("z", "a", "z", "o")
        assert user.said == f"{len(user.map.outline.rows)} rows."
