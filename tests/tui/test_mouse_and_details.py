import pytest
from textual.content import Content
from textual.events import MouseScrollDown
from textual.screen import Screen

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.widgets.details import Details
from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


def place(user: Driver, words: str) -> tuple[int, int]:
    """Returns where some words stand on the screen, or fails."""
    y = next(n for n, line in enumerate(user.lines) if words in line and n > 2)
    return user.lines[y].index(words), y


async def test_a_click_selects_a_claim() -> None:
    async with opened(rain()) as user:
        await user.pilot.click(offset=place(user, "Streets"))
        assert user.words == "Streets flood."


async def test_a_click_on_the_fold_mark_unfolds_and_folds() -> None:
    async with opened(rain()) as user:
        x, y = place(user, "▸ + Plants")
        await user.pilot.click(offset=(x, y))
        await user.pilot.pause()
        assert "    + Roots drink." in user.rows
        await user.pilot.click(offset=(x, y))
        await user.pilot.pause()
        assert "    + Roots drink." not in user.rows


async def test_a_double_click_edits() -> None:
    async with opened(rain()) as user:
        await user.pilot.click(offset=place(user, "Plants"), times=2)
        await user.until(lambda: user.writing, "the editor")
        await user.type("!")
        await user.press("enter")
        assert user.words == "Plants grow.!"


async def test_the_wheel_scrolls_and_the_cursor_stays() -> None:
    async with opened(rain(), size=(70, 12)) as user:
        view = user.map.view
        before = user.words
        await user.pilot._post_mouse_events(  # the pilot has no wheel
            [MouseScrollDown], view, offset=(5, 1)
        )
        await user.pilot.pause()
        assert view.scroll_offset.y > 0
        assert user.words == before
        await user.press("j")
        assert "Plants grow." in user.text, "a key brings the cursor back into sight"


async def test_dragging_with_shift_selects_words_that_can_be_copied() -> None:
    async with opened(rain()) as user:
        start = place(user, "Plants grow.")
        end = place(user, "Streets flood.")
        await user.pilot.mouse_down(offset=start, shift=True)
        await user.pilot.hover(offset=(end[0] + 6, end[1]))
        await user.pilot.mouse_up(offset=(end[0] + 6, end[1]))
        await user.pilot.pause()
        assert user.screen.get_selected_text() == "Plants grow.\nStreets"
        await user.press("ctrl+c")
        assert user.app.clipboard == "Plants grow.\nStreets"


async def test_the_words_of_a_claim_are_copied() -> None:
    async with opened(rain()) as user:
        await user.press("j", "Y")
        assert user.app.clipboard == "Plants grow."
        assert user.said.startswith("Copied")


async def test_the_details_tell_everything_of_the_claim() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.press("j")
        await user.rest()
        assert user.details.splitlines() == [
            "+ Plants grow.",
            "",
            "for, about 60 of 100 (30 to 75)",
            "───────━━━━━━━●━━━━─────",
            "The step counts 80 of 100.",
            "",
            "a longer remark,",
            "line by line",
            "",
            "pro of “Rain is good.”",
            "1 pro, no cons, 1 undercut",
            "",
            "§ Ann Author, The Almanac, 1999, p. 4",
            "“after rain, green”",
            "https://example.org/a",
            "",
            "#nature",
            "editor, 2026-01-03",
            "id plants, link l-plants",
            "",
            "signs: + pro, ‡ note and sources,",
            "⊣ undercut in the fold,",
            "2 claims in the fold",
        ]


async def test_the_details_tell_of_other_places_joint_premises_and_the_inbox() -> None:
    async with opened(rain()) as user:
        await user.go_to("Streets")
        await user.rest()
        assert "con of “Rain is good.”\nalso con of “Sun is good.”" in user.details
        await user.go_to("Wells")
        await user.rest()
        assert "pro of “Rain is good.”\ntogether with “We need wells.”" in user.details
        await user.go_to("Snow")
        await user.rest()
        assert "unplaced: L links it to a claim" in user.details


async def test_the_details_follow_edits_and_undo() -> None:
    async with opened(rain()) as user:
        await user.press("j", "~")
        await user.rest()
        assert "con of “Rain is good.”" in user.details
        await user.press("u")
        await user.rest()
        assert "pro of “Rain is good.”" in user.details


async def test_the_details_stand_beside_then_below_then_nowhere() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        details = user.map.query_one("#details")
        assert details.region.x > user.map.view.region.right - 1
        await user.pilot.resize_terminal(99, 30)
        await user.pilot.pause()
        assert details.region.y >= user.map.view.region.bottom
        await user.pilot.resize_terminal(59, 30)
        await user.pilot.pause()
        assert details.region.area == 0
        assert "Rain is good." in user.text


async def test_details_that_come_into_sight_tell_of_the_selected_claim() -> None:
    async with opened(rain(), size=(50, 30)) as user:
        await user.press("j")
        await user.rest()
        await user.pilot.resize_terminal(120, 30)
        await user.rest()
        assert "a longer remark" in user.details


async def test_tab_goes_to_the_details_and_back() -> None:
    async with opened(rain(), size=(100, 12)) as user:
        await user.press("j")
        await user.rest()
        await user.press("tab")
        assert user.map.query_one("#details").has_focus
        await user.press("j")
        assert user.words == "Plants grow.", "keys scroll the details there"
        details = user.map.query_one("#details")
        await user.until(lambda: details.scroll_offset.y == 1, "the details to scroll")
        await user.press("tab")
        assert user.map.view.has_focus
        await user.press("j")
        assert user.words == "Streets flood."


async def test_marks_tell_of_notes_sources_undercuts_and_places() -> None:
    async with opened(rain()) as user:
        plants = next(line for line in user.lines if "Plants" in line)
        for mark in ("‡", "⊣", "2"):
            assert mark in plants
        floods = next(line for line in user.lines if "Streets" in line)
        assert "×2" in floods


async def test_joint_premises_are_bracketed() -> None:
    async with opened(rain()) as user:
        assert [line[1] for line in user.lines if "ells" in line] == ["⎧", "⎩"]


async def test_a_window_of_any_size_shows_the_claims() -> None:
    async with opened(Session(rain()), size=(40, 10)) as user:
        for size in ((40, 10), (20, 6), (80, 24), (400, 120)):
            await user.pilot.resize_terminal(*size)
            await user.pilot.pause()
            assert len(user.lines) == size[1]
            assert "Rain is" in user.text


async def test_a_word_that_is_longer_than_a_line_begins_beside_its_sign() -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    debate = Debate(Header("m", "A map", ("t",)), {"t": Claim(word)})
    async with opened(debate, size=(100, 30)) as user:
        await user.rest()
        assert user.details.startswith("◆ Donaudampf")
        assert "".join(user.details.split("\n\n", maxsplit=1)[0].split()) == f"◆{word}"


async def test_details_of_another_height_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str | None] = []
    refresh = Screen._compositor_refresh

    def noted(screen: Screen[object]) -> None:
        drawn.extend(widget.id for widget in screen._dirty_widgets)
        refresh(screen)

    async with opened(rain()) as user:
        await user.rest()
        monkeypatch.setattr(Screen, "_compositor_refresh", noted)
        # A timer may be about to put the claim's own details there again.
        monkeypatch.setattr(Details, "show", lambda *_, **__: None)
        for lines in (3, 9):
            user.map.query_one(Details).put(Content("line\n" * lines))
            await user.pause()
            await user.pause()
        assert drawn.count("described") == 2
