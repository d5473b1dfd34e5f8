"""What is found as a list: a row for each claim, the place of one beside it, and where it leads."""

from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.find_screen import FindScreen
from debatemap.tui.widgets.choice_list import ChoiceList
from tests.strategies import chain, star
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click

SIZES: Final = ((40, 10), (80, 24), (99, 30), (100, 30), (120, 40), (200, 60))


def noted() -> Debate:
    debate = rain()
    debate.apply(edit.set_note(debate, "floods", "There was a misuse of water."))
    return debate


def shown(user: Driver) -> FindScreen:
    assert isinstance(user.screen, FindScreen)
    return user.screen


def rows(user: Driver) -> list[str]:
    options = shown(user).query_one(ChoiceList).options
    return [" ".join(option.label.plain.split()) for option in options]  # type: ignore[attr-defined]  # a ListOption


async def test_each_claim_has_its_sign_its_words_and_its_strength() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("|", *"good")
        signs = [row.rpartition(" ") for row in rows(user)]
        assert [words for words, _, _ in signs] == ["◆ Rain is good.", "◆ Sun is good."]
        assert all(strength.isdecimal() for _, _, strength in signs)
        assert "2 of 9" in user.lines[0]


async def test_the_sign_is_that_of_the_first_place_in_reading_order() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "roots", "rain", "attacks"))
    async with opened(debate, size=(120, 24)) as user:
        await user.press("|", *"drink")
        assert rows(user)[0].startswith("+ Roots drink. ×2")
        assert "also con of “Rain is good.”" in user.text
        await user.press("enter")
        assert user.map.row is not None
        assert user.map.outline.path(user.map.row)[-2][1] == "plants"


@pytest.mark.parametrize(("typed", "meant"), [("flods", "flood"), ("rootz or kin:law", "kind:law")])
async def test_what_may_have_been_meant_is_offered_and_taken(typed: str, meant: str) -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("|", *typed)
        await user.until(lambda: meant in user.text)
        await user.press("tab")
        assert shown(user).query_one(Line).value.endswith(meant)


async def test_where_the_words_are_not_in_the_text_it_says_in_what() -> None:
    async with opened(noted(), size=(120, 24)) as user:
        await user.press("|", *"misuse")
        assert "in note: “There was a misuse of water.”" in user.text
        assert rows(user)[0].startswith("− Streets flood.")


async def test_the_place_of_the_highlighted_claim_stands_beside_it() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.press("|", *"roots")
        lines = [line.partition("│")[2] for line in user.lines]
        place = " ".join(" ".join(lines).split())
        assert place.index("Rain is good.") < place.index("Plants grow.")
        assert place.index("Plants grow.") < place.index("Roots drink.")
        assert "pro of" in place


@pytest.mark.parametrize("size", SIZES)
async def test_the_place_stands_beside_the_list_or_below_it(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.press("|", *"plants")
        screen = shown(user)
        listed, place = screen.query_one(ChoiceList).region, screen.query_one("#find-place").region
        is_beside = place.x >= listed.right
        assert is_beside == (size[0] >= 100)
        assert is_beside or place.y >= listed.bottom
        assert listed.height >= 2
        assert "Enter goes" in user.text


async def test_enter_goes_there_and_the_words_are_highlighted_there() -> None:
    async with opened(rain()) as user:
        await user.press("|", *"drink", "enter")
        assert not user.is_asked
        assert user.words == "Roots drink."
        await user.press("ctrl+o")
        assert user.words == "Rain is good."
        await user.press("n")
        assert user.said == "Match 1 of 1."
        assert user.words == "Roots drink."


async def test_tab_keeps_the_query_as_the_filter() -> None:
    async with opened(rain()) as user:
        await user.press("|", *"roots")
        assert "Tab keeps it as the filter" in user.text
        await user.press("tab")
        assert not user.is_asked
        assert user.rows == ["* Rain is good.", "  + Plants grow.", "    + Roots drink."]
        assert "roots" in user.plain(user.map.part(FilterBar))


async def test_it_begins_with_what_filters_and_goes_to_a_match_under_the_filter() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good", "enter", "|")
        assert shown(user).query_one(Line).value == "good"
        await user.press("down", "enter")
        assert user.words == "Sun is good."
        assert "good" in user.plain(user.map.part(FilterBar)), "the filter holds"


async def test_many_are_listed_as_the_highlight_comes_near() -> None:
    async with opened(star(400), size=(100, 30)) as user:
        await user.press("|", *"claim")
        assert "401 of 401" in user.lines[0]
        listed = len(rows(user))
        assert listed < 401
        for _ in range(8):
            await user.press("pagedown")
        await user.until(lambda: len(rows(user)) > listed)
        await user.press("enter")
        assert user.words.startswith("Claim")


async def test_what_is_judged_meanwhile_leaves_the_highlight_where_it_is() -> None:
    async with opened(star(400), size=(100, 30)) as user:
        await user.press("|", *"claim", *["pagedown"] * 4)
        options = shown(user).query_one(ChoiceList)
        here = options.highlighted
        assert here is not None
        assert here > 60
        shown(user).follow_map()
        await user.rest_of_screen()
        assert options.highlighted == here


async def test_nothing_found_is_said_and_enter_stays() -> None:
    async with opened(rain()) as user:
        await user.press("|")
        assert "Type what to look for." in user.text
        await user.press(*"xyzxyz", "enter", "tab")
        assert "Nothing is found." in user.text
        await user.press("escape", "escape")
        assert not user.is_asked


async def test_an_edit_from_outside_is_followed() -> None:
    async with opened(rain()) as user:
        await user.press("|", *"marble")
        user.map.do(edit.add_unplaced(user.debate, "Marble lasts."))
        await user.until(lambda: len(rows(user)) == 1 and "Marble" in rows(user)[0], "the claim")


async def test_a_click_on_a_row_goes_there() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.press("|", *"good")
        await click(user, "Sun is good.")
        await user.until(lambda: not user.is_asked, "the map")
        assert user.words == "Sun is good."


async def test_a_claim_far_down_is_in_sight_beneath_the_way_to_it() -> None:
    async with opened(chain(12), size=(80, 24)) as user:
        deepest = [*user.debate.claims.values()][-1].text
        await user.press("|", *f'"{deepest}"')
        await user.rest_of_screen()
        assert any(line.strip().lstrip("+− ").startswith(deepest) for line in user.lines[12:])


async def test_the_key_that_goes_there_is_told_where_there_is_something_to_go_to() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("|")
        assert "Enter goes there" not in user.text
        await user.press(*"zeppelin")
        assert "Enter goes there" not in user.text
        await user.press(*["backspace"] * 8, *"good")
        assert "Enter goes there" in user.text
