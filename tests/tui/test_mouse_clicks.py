"""Clicks on what leads somewhere: hints, verdict, tags, breadcrumbs, marks, strengths, menus."""

import pytest
from textual import events
from textual.content import Content

from debatemap.config import Config
from debatemap.tui.commands.command_table import BY_ID, COMMANDS
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.commands.pointer_table import MENUS
from debatemap.tui.dialogs.key_rows import KeyListScreen
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.pointing.menu_screen import MenuScreen
from debatemap.tui.features.rating.guided_screen import PassScreen
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.scale import Scale
from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.maps import empty, rain
from tests.tui.mouse import RIGHT, click, found, send_mouse


def test_a_sentence_names_keys_and_each_leads_with_its_words_to_what_it_does() -> None:
    sentence = "{key:list_previous} {key:list_next} choose, {key:list_accept} accepts."
    words = linked(Keymap(), sentence)
    assert words.plain == "↑ ↓ choose, Enter accepts."
    spans = [words.plain[span.start : span.end] for span in words.spans]
    assert spans == ["↑", "↓ choose", "Enter accepts"]


async def test_what_a_message_says_of_keys_can_be_clicked_too() -> None:
    async with opened(rain(), size=(60, 24)) as user:
        await click(user, "adds a pro")
        assert user.heading.startswith("+ pro of")
        await user.press("escape")
        user.map.run_command(BY_ID["merge"])
        await user.until_shown("nothing is marked")
        await click(user, "marks a claim")
        assert user.map.view.marked
        user.map.say(Content.assemble("a\x1b[2J", linked(user.map.keymap, "{key:help} helps")))
        assert user.said == "a[2J? helps"
        await click(user, "? helps")
        assert not user.said, "what had to be made safe leads nowhere"


async def test_a_hint_runs_its_command_and_one_of_the_editor_its_key() -> None:
    async with opened(rain()) as user:
        await user.press("home")
        await click(user, "+ pro")
        await user.type("Trees too.")
        await click(user, "Enter accepts")
        assert user.words == "Trees too."
        assert user.heading, "the next of the series"
        await click(user, "Added the pro")
        await click(user, "Escape leaves")
        assert not user.writing
        assert user.under == "Rain is good."


async def test_a_click_keeps_its_place_among_keys_that_come_with_it() -> None:
    async with opened(rain()) as user:
        await user.press("home")
        hint = found(user, "+ pro")
        send_mouse(user, events.MouseDown, hint)
        send_mouse(user, events.MouseUp, hint)
        user.send(*"Trees.", "enter", "escape", "~")
        await user.press()
        assert not user.writing
        assert "  - Trees." in user.rows


async def test_a_click_on_a_message_brings_the_hints_back_and_does_no_more() -> None:
    async with opened(rain()) as user:
        await user.press("j", "Y")
        assert user.said
        await click(user, "Copied")
        assert not user.said
        assert not user.writing
        assert "+ pro" in user.text


async def test_hints_stay_beside_a_message_before_all_those_to_all_commands() -> None:
    async with opened(rain()) as user:
        await user.press("j", "Y")
        assert user.hints.endswith("   + pro   - con   _ undercut   : commands   ? keys")
        await click(user, ": commands")
        assert isinstance(user.screen, KeyListScreen)


async def test_any_click_takes_a_message_away() -> None:
    async with opened(rain()) as user:
        await user.press("j", "Y")
        await click(user, "Streets flood.")
        assert not user.said


async def test_the_keys_below_a_list_and_a_line_are_clickable() -> None:
    async with opened(rain()) as user:
        await user.press(":", *"title")
        await click(user, "Enter accepts")
        assert "The title of the map" in user.text
        await user.type("!")
        await click(user, "Enter accepts")
        assert user.debate.header.title == "The weather!"
        await user.press("home")
        await click(user, ": commands")
        await click(user, "Escape leaves")
        assert not user.is_asked


async def test_the_keys_of_the_picker_turn_the_stance() -> None:
    async with opened(rain()) as user:
        await user.press("j", "L")
        assert "supports" in user.text
        await click(user, "ctrl+t pro or con")
        assert "attacks" in user.text


async def test_the_title_the_state_and_the_verdict_are_clickable() -> None:
    async with opened(rain()) as user:
        await user.press("~")
        await click(user, "for, about 60 (")
        assert isinstance(user.screen, WhyScreen)
        assert user.screen.subject == "rain"
        await click(user, "Escape leaves")
        await click(user, "The weather")
        await user.type("!")
        await user.press("enter")
        assert user.debate.header.title == "The weather!"
        await user.press("g", "q", *"Is it wet", "enter")
        await click(user, "Is it wet")
        await user.type("?")
        await user.press("enter")
        assert user.debate.header.question == "Is it wet?", "what is clicked is changed"


async def test_unsaved_saves_where_it_is_clicked() -> None:
    async with opened(rain()) as user:
        await user.press("j", "~")
        await click(user, "● unsaved")
        assert "file name" in user.text.lower() or "Save" in user.text


async def test_a_breadcrumb_goes_there() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "l", "l")
        assert user.under == "Plants grow."
        await click(user, "Rain is good.")
        assert user.words == "Rain is good."


async def test_a_tag_filters_and_the_state_takes_the_filter_away() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.press("j")
        await user.rest()
        await click(user, "#nature")
        assert user.rows == ["* Rain is good.", "  + Plants grow."]
        assert "#nature: 1 claim shown" in user.said
        await click(user, "filtered")
        assert "  - Streets flood." in user.rows


@pytest.mark.parametrize(
    ("sign", "words"), [("‡", "Almanac"), ("⊣", "Not in winter"), ("2", "Roots")]
)
async def test_a_mark_leads_to_what_it_stands_for(sign: str, words: str) -> None:
    async with opened(rain(), size=(80, 30)) as user:
        await click(user, "Plants grow.", sign)
        assert words in user.text


async def test_the_sign_of_other_places_goes_to_the_next() -> None:
    async with opened(rain(), size=(80, 30)) as user:
        await click(user, "Streets flood.", "×")
        assert user.under == "Sun is good."


async def test_a_strength_says_why() -> None:
    async with opened(rain(), size=(80, 30)) as user:
        await click(user, "Plants grow.", "60")
        assert isinstance(user.screen, WhyScreen)
        assert user.screen.subject == "plants"


async def test_the_details_lead_on() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.go_to("Streets")
        await user.rest()
        await click(user, "“Sun is good.”")
        assert user.words == "Sun is good."
        await user.go_to("Plants")
        await user.rest()
        await click(user, "§ Ann Author")
        assert user.is_asked
        await user.press("escape")
        await click(user, "a longer remark")
        assert user.is_asked


async def test_an_empty_map_is_begun_by_a_click() -> None:
    async with opened(empty()) as user:
        if not user.writing:
            await click(user, "O to add a thesis")
        await user.type("Tea is best.")
        await click(user, "Enter accepts")
        assert user.rows == ["* Tea is best."]


async def test_the_right_button_opens_the_menu_of_a_claim_and_a_choice_runs() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await click(user, "Streets flood.", button=RIGHT)
        assert isinstance(user.screen, MenuScreen)
        assert user.words == "Streets flood."
        assert "Add a con" in user.text
        await click(user, "Add a con")
        assert user.writing
        assert user.heading.startswith("− con of “Streets flood.”")


async def test_a_menu_shows_keys_and_says_why_a_command_cannot_run() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await click(user, "Rain is good.", button=RIGHT)
        lines = user.lines
        edit = next(line for line in lines if "Edit the words" in line)
        assert edit.split("Edit the words")[1].split()[0] == "e"
        await user.press(*"paste here")
        assert "nothing was cut or yanked" in user.text
        await user.press("enter")
        assert user.said.startswith("Paste here: nothing was cut or yanked")


async def test_a_key_opens_the_same_menu_and_it_is_worked_with_keys() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("j", "A")
        assert isinstance(user.screen, MenuScreen)
        await user.press("down", "enter")
        assert user.writing
        assert user.heading.startswith("+ pro of “Plants grow.”")


async def test_the_menu_of_an_empty_map_and_of_no_row() -> None:
    async with opened(empty()) as user:
        if user.writing:
            await user.press("escape")
        await user.press("A")
        assert "Add a thesis" in user.text
    async with opened(rain(), size=(100, 40)) as user:
        view = user.map.view.region
        await click(user, (view.x + 5, view.bottom - 2), button=RIGHT)
        assert isinstance(user.screen, MenuScreen)
        assert "Save" in user.text


async def test_the_menus_of_the_verdict_and_of_the_table() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await click(user, "of 100", button=RIGHT)
        assert "The verdict" in user.text
        await user.press("escape", "%", "t")
        await click(user, "claim  ", button=RIGHT)
        assert "Sort the table by a column" in user.text


@pytest.mark.parametrize("at", [(0, 3), (97, 3), (0, 29), (99, 29), (50, 15)])
async def test_a_menu_stands_on_the_screen_wherever_it_is_asked_for(at: tuple[int, int]) -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        await click(user, at, button=RIGHT)
        assert isinstance(user.screen, MenuScreen)
        box = user.screen.children[0].region
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= 100
        assert box.bottom <= 30
        assert "Escape leaves" in user.text


def test_every_command_of_a_menu_is_one_and_every_group_too() -> None:
    groups = {command.group for command in COMMANDS}
    for often, more in MENUS.values():
        assert set(often) <= BY_ID.keys()
        assert set(more) <= groups


async def test_nothing_but_the_editor_is_worked_with_the_mouse_while_it_is_open() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("+", *"Trees.")
        await click(user, "The weather")
        await click(user, "Streets flood.", button=RIGHT)
        await click(user, "of 100")
        assert user.writing
        assert not user.is_asked
        await user.press("enter")
        assert "  + Trees." in user.rows


async def test_the_keys_of_the_search_are_clickable() -> None:
    async with opened(rain(), size=(130, 20)) as user:
        await user.press("home")
        await click(user, "/ find")
        await user.type("streets")
        await click(user, "Enter keeps")
        assert user.words == "Streets flood."
        assert user.map.finder.hits == {"floods"}
        await user.press("escape", "home")
        await click(user, "/ find")
        await click(user, "Escape leaves")
        assert "? keys" in user.text


async def test_a_cell_of_the_table_leads_on_and_two_clicks_edit() -> None:
    async with opened(Session(rain()), size=(140, 30)) as user:
        await user.press("%", "t")
        await click(user, "Plants grow.", times=2)
        assert user.writing
        assert user.words == "Plants grow."


async def test_a_rating_is_given_on_the_scale() -> None:
    async with opened(rain(), size=(100, 30), settings=Config(name="ann")) as user:
        await user.press("home", "r")
        scale = user.screen.query_one(Scale).region
        assert "100 fully" in user.text
        await click(user, (scale.x + 49, scale.y))
        await click(user, "Enter accepts")
        assert user.debate.stances["ann"]["rain"] == 100
        await user.press("j", "r")
        await click(user, "Tab rates its step")
        await click(user, (scale.x, scale.y))
        await click(user, "Enter accepts")
        assert user.debate.stances["ann"]["l-plants"] == 0


async def test_a_pass_through_ratings_is_done_on_the_scale() -> None:
    async with opened(rain(), size=(100, 30), settings=Config(name="ann")) as user:
        await user.press("R")
        await user.until_shown("100 fully")
        scale = user.screen.query_one(Scale).region
        await click(user, (scale.x + 25, scale.y))
        await click(user, "Enter accepts")
        assert 50 in user.debate.stances["ann"].values()
        await click(user, "Escape ends")
        await user.until(lambda: not isinstance(user.screen, PassScreen), "the pass to end")
