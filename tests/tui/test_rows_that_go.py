# mypy: disable-error-code="unreachable"
# The screen changes between two looks at it, which mypy does not know.
"""Rows that go while something stands on them: an editor among them, a choice of a list."""

from collections.abc import Callable
from itertools import product

import pytest
from textual.widgets import OptionList

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.features.writing.editor import Editor
from debatemap.workspace.session import Session
from tests.extent import share, some
from tests.tui.driver import Driver, opened
from tests.tui.maps import empty, rain

OPENING = ["+", "-", "o", "O", "a", "e", "_", "*"]


def take_the_branch(user: Driver) -> None:
    debate = user.debate
    for claim in ("roots", "winter", "plants", "floods", "fill", "need", "snow"):
        user.session.do(edit.delete_claim(debate, claim))


def read_another(user: Driver) -> None:
    other = rain()
    for claim in ("roots", "winter", "plants"):
        other.apply(edit.delete_claim(other, claim))
    user.map.replace_session(Session(other))


def read_an_empty_one(user: Driver) -> None:
    user.map.replace_session(Session(Debate(rain().header)))


def fold_all(user: Driver) -> None:
    user.map.view.reshape(lambda outline: outline.open_to_level(1))


GOING: list[Callable[[Driver], None]] = [take_the_branch, read_another, read_an_empty_one, fold_all]


WAYS = some(
    product(OPENING, GOING),
    *((key, take_the_branch) for key in OPENING),
    *(("-", go) for go in GOING[1:]),
    *(("e", go) for go in GOING[1:]),
)
"""Keys that begin to write, and how the row goes meanwhile."""


@pytest.mark.parametrize(
    ("key", "go"),
    share(WAYS, 0, 2),
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
async def test_words_outlive_the_rows_that_they_were_written_at(
    key: str, go: Callable[[Driver], None]
) -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("z", "o")
        await user.go_to("Roots drink." if key not in "_*" else "Not in winter.")
        if key in "_*":
            await user.go_to("Roots drink.")
        await user.press(key, *" my words")
        go(user)
        await user.press(*" go on")
        await user.pilot.resize_terminal(60, 20)
        await user.press()
        assert user.writing
        assert "my words go on" in user.map.part(Editor).text
        region = user.map.view.gap_region()
        assert region is not None
        assert 0 <= region.y < user.map.view.size.height, "the editor is in sight"
        await user.press("enter")
        texts = [claim.text for claim in user.debate.claims.values()]
        assert any("my words go on" in text for text in texts)
        await user.press("enter")
        assert not user.writing
        await user.press("u", "j", "k")


async def test_words_for_a_claim_that_is_gone_become_an_unplaced_claim_and_that_is_said() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        await user.go_to("Roots drink.")
        await user.press("e", *" deep")
        user.session.do(edit.delete_claim(user.debate, "roots"))
        await user.press()
        assert user.said == "What this is written for is gone: it will be an unplaced claim."
        assert user.heading == "○ a claim for later, unplaced"
        await user.press("enter")
        (added,) = (key for key, c in user.debate.claims.items() if c.text == "Roots drink. deep")
        assert not user.debate.is_placed(added)
        await user.press("u", "u")
        assert "roots" in user.debate.claims


async def test_the_editor_goes_with_its_row_when_rows_above_come_and_go() -> None:
    async with opened(rain(), size=(80, 30)) as user:
        await user.press("z", "o")
        await user.go_to("Roots drink.")
        await user.press("e")
        before = user.map.view.gap_region()
        user.session.do(edit.delete_claim(user.debate, "winter"))
        await user.press("!")
        after = user.map.view.gap_region()
        assert before is not None
        assert after is not None
        assert after.y == before.y - 1
        user.session.undo()
        await user.press()
        assert user.map.view.gap_region() == before


async def test_events_of_a_list_that_was_renewed_mean_nothing() -> None:
    async with opened(rain()) as user:
        await user.press(":")
        chooser = user.screen
        assert isinstance(chooser, ChooserScreen)
        options = chooser.query_one(OptionList)
        last = options.option_count - 1
        stale = options.get_option_at_index(last)
        await user.type("undo")
        chooser.post_message(OptionList.OptionHighlighted(options, stale, last))
        chooser.post_message(OptionList.OptionSelected(options, stale, last))
        chooser.post_message(OptionList.OptionSelected(options, stale, 0))
        await user.press()
        assert user.screen is chooser
        await user.type(" nothing of the kind")
        chooser.post_message(OptionList.OptionSelected(options, stale, 0))
        await user.press()
        assert user.screen is chooser
        assert chooser.highlighted is None


async def test_keys_before_a_picker_has_its_parts_are_harmless() -> None:
    async with opened(rain()) as user:
        row = user.map.row
        assert row is not None
        picker = PickerScreen(user.map, row, linking=True)
        picker.action_turn_stance()
        picker.action_turn_direction()
        picker.action_turn_level()
        picker.action_step(1)
        picker.action_page(1)
        user.app.push_screen(picker)
        await user.press()
        assert "the step from" in picker.chooser_title


async def test_an_empty_map_has_room_for_an_editor() -> None:
    async with opened(empty()) as user:
        await user.press(*"One")
        user.map.replace_session(Session(empty()))
        await user.press(*" more", "enter")
        assert [claim.text for claim in user.debate.claims.values()] == ["One more"]
