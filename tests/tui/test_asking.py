"""The language of the filter on the screen: terms offered, taken, explained, gone on with."""

from typing import TYPE_CHECKING

import pytest

from debatemap import edit
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.finding.asked import read_query, tag_query
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.filters_screen import BUILT_IN
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click

if TYPE_CHECKING:
    from debatemap.core.debate import Debate


def typed(user: Driver) -> str:
    return user.map.part(SearchBar).query_one(Line).value


def bar(user: Driver) -> str:
    return user.plain(user.map.part(FilterBar))


async def test_terms_are_offered_before_anything_is_typed_and_a_click_takes_one() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f")
        assert "Tab pro   con" in user.text
        await click(user, "by:")
        assert typed(user) == "by:"
        assert "by:editor 1" in user.text
        await user.press("tab", "enter")
        assert bar(user).startswith("filter by:editor   1 of 9")
        assert user.words == "Plants grow."


async def test_a_wrong_term_is_explained_below_the_line_and_enter_takes_the_nearest() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        before = user.rows
        await user.press("f", *"no:sorce")
        assert "“no:” does not know “sorce”; nearest is “source”." in user.text
        assert "Enter takes “no:source”" in user.text
        assert user.rows == before, "the map stays in sight"
        await user.press("enter")
        assert typed(user) == "no:source"
        assert "8 of 9" in user.text
        await user.press("enter")
        assert "no:source   8 of 9" in bar(user)


async def test_what_is_wrong_and_near_to_nothing_is_told_of_as_the_rest_counts() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f", *"good strength:xy", "enter")
        assert "The rest counts." in user.said
        assert "2 of 9" in bar(user)


async def test_a_half_typed_end_leaves_what_was_found_in_sight() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        for end in (" -", " (", " or", " by:", " #", ' "', " (con or", " strength:>"):
            await user.press("f", *"good")
            before = user.rows
            for letter in end:
                await user.press(letter)
                assert user.rows, (end, letter)
                assert "Rain is good." in user.text, (end, letter)
            assert set(before) <= set(user.rows), end
            await user.press("escape", "escape")
            assert user.map.outline.kept is None, end


async def test_a_query_that_asks_for_nothing_yet_leaves_the_map_in_sight() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        for query in ("-", "(", "by:", "#", '"', "()", "-(", "or", "strength:<"):
            await user.press("f", *query)
            assert "Rain is good." in user.text, query
            await user.press("enter", "enter", "escape", "escape", "escape")
            assert user.map.outline.kept is None, query


@pytest.mark.parametrize(
    ("query", "found"),
    [("con -roots", 1), ("good or roots", 3), ("pro -(roots or fill)", 2), ("source:almanac", 1)],
)
async def test_terms_filter_together(query: str, found: int) -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f", *query, "enter")
        assert f"{query}   {found} of 9" in bar(user)


async def test_only_what_is_looked_for_in_texts_is_highlighted() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f", *"con flood", "enter")
        assert user.map.view.query_words is not None
        assert [word.bare for word in user.map.view.query_words.words] == ["flood"]
        await user.press("f", "ctrl+u", *"con", "enter")
        assert user.map.view.query_words is None


async def test_a_filter_of_every_map_is_one_of_the_language() -> None:
    async with opened(rain()) as user:
        for query in BUILT_IN.values():
            assert read_query(query).fault is None, query
            finds = user.map.feature(Finder).find(read_query(query))
            assert finds.fault is None, query


async def test_the_list_of_filters_says_how_many_each_finds() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("g", "f")
        assert "Unplaced          1  unplaced" in user.text
        assert "Without a source  8  no:source" in user.text
        await user.press(*"unplaced", "enter")
        assert user.words == "Snow is white."


@pytest.mark.parametrize("tag", ["nature", "two words"])
async def test_a_tag_that_is_clicked_is_a_query_that_can_be_refined(tag: str) -> None:
    debate: Debate = rain()
    debate.apply(edit.set_tags(debate, "plants", (tag,)))
    async with opened(debate, size=(120, 40)) as user:
        await user.press("j")
        await user.rest()
        await click(user, f"#{tag}")
        assert tag_query(tag) in bar(user)
        await user.press("f", "x", "backspace", "enter")
        assert "1 of 9" in bar(user)


async def test_the_list_of_finds_explains_and_offers() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.press("|")
        assert "Tab pro   con" in user.text
        await user.press(*"by:ed", "tab")
        assert "1 of 9" in user.lines[0]
        await user.press("ctrl+u", *"no:sorce")
        assert "nearest is “source”" in user.text


async def test_the_beginning_of_a_term_is_completed_and_near_to_no_word() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("f", *"unansw")
        await user.rest()
        assert "Tab unanswered" in user.text
        assert "Enter takes" not in user.text


async def test_what_is_typed_stays_in_sight_beside_three_words_that_are_near() -> None:
    debate = rain()
    for words in ("Foundationism.", "Foundationist.", "Foundational."):
        debate.apply(edit.add_unplaced(debate, words))
    async with opened(debate, size=(80, 24)) as user:
        await user.press("f", *"foundatjon")
        await user.until_shown("Enter takes")
        assert user.map.part(SearchBar).query_one(Line).size.width >= 12
        assert "Escape leaves" in user.text
