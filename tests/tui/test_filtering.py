"""A filter while it holds: its query in sight, refined, ended; matches lit, read on, gone to."""

from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.store.filter_state import MOST_ASKED
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.known_queries import KnownQueries
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click

SIZES: Final = ((40, 10), (60, 16), (80, 24), (120, 40))


def wide() -> Debate:
    """Returns a map of many screens; what is looked for stands far down, in a branch."""
    claims = {"top": Claim("The thesis of words.")}
    links = {}
    for place in range(400):
        name = f"c{place:03}"
        words = "A needle with replies." if place in {250, 300} else f"Claim {place} of words."
        claims[name] = Claim(words)
        links[f"l{name}"] = Link((name,), "supports", "top", f"a{place:03}")
    claims["reply"] = Claim("A reply to be read.")
    links["lreply"] = Link(("reply",), "attacks", "c250", "a0")
    return Debate(Header("wide_map", "Wide", ("top",)), claims, links)


def lit_rows(user: Driver) -> dict[str, list[str]]:
    """Returns what is highlighted in the rows in sight, by the words of the row."""
    view = user.map.view
    match = view.get_component_rich_style("outline--match")
    shown = {}
    for y in range(view.size.height):
        strip = view.render_line(y)
        lit = [s.text for s in strip if s.style and s.style.bgcolor == match.bgcolor]
        shown[strip.text.strip()] = lit
    return {words: lit for words, lit in shown.items() if words}


def bar(user: Driver) -> str:
    return user.plain(user.map.part(FilterBar))


async def test_the_first_match_is_selected_and_in_sight() -> None:
    async with opened(wide(), size=(80, 24)) as user:
        await user.press("f", *"needle", "enter")
        assert user.words == "A needle with replies."
        assert user.map.row is not None
        assert user.map.row.claim == "c250"
        assert "A needle with replies." in user.text


async def test_what_stands_above_a_match_is_dim_and_has_no_word_lit() -> None:
    async with opened(wide(), size=(80, 24)) as user:
        await user.press("f", *"needle w", "enter")
        lit = lit_rows(user)
        assert next(value for words, value in lit.items() if "thesis" in words) == []
        assert next(value for words, value in lit.items() if "needle" in words) == ["needle", "w"]
        view = user.map.view
        quiet = view.get_component_rich_style("outline--above").color
        words = next(s for s in view.render_line(0) if "thesis" in s.text)
        assert words.style is not None
        assert words.style.color == quiet


async def test_it_is_dim_in_the_prose_and_in_the_picture_too() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.press("f", *"roots", "enter")
        for key in "rg":
            await user.press("%", key)
            await user.rest()
            view = user.map.views.active
            assert view is not None
            above = view.get_component_rich_style("outline--above").color
            lines = [view.render_line(y) for y in range(view.size.height)]
            shown = [segment for line in lines for segment in line if segment.style is not None]
            words = next(each for each in shown if "Plants grow." in each.text)
            assert words.style is not None
            assert words.style.color == above
            assert not any("Roots drink." in s.text and s.style == words.style for s in shown)


async def test_a_match_with_replies_is_read_on_under_the_filter() -> None:
    async with opened(wide(), size=(80, 24)) as user:
        await user.press("f", *"needle", "enter", "l")
        assert "    - A reply to be read." in user.rows
        await user.press("l")
        assert user.words == "A reply to be read."
        assert "Claim 251 of words." not in "".join(user.rows)


@pytest.mark.parametrize("size", SIZES)
async def test_the_query_and_its_count_stay_in_sight_and_say_how_to_end(
    size: tuple[int, int],
) -> None:
    async with opened(wide(), size=size) as user:
        await user.press("f", *"needle", "enter", "j", "k")
        assert "needle" in bar(user)
        assert "2 of 402" in bar(user)
        assert "ends" in bar(user) or "×" in bar(user)
        assert bar(user) in user.text
        await user.press("escape")
        assert not user.map.part(FilterBar).display
        assert user.map.outline.kept is None
        assert user.words == "A needle with replies.", "the cursor stays where it was"


async def test_a_filter_is_refined_from_what_was_typed() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"in", "enter")
        before = user.rows
        await user.press("f")
        assert "in" in user.text
        assert user.rows == before
        await user.type(" roots")
        assert "1 of 9" in user.text
        await user.press("enter")
        assert "in roots" in bar(user)
        await user.press("f", "escape")
        assert not user.map.part(SearchBar).is_open, "nothing was typed that could be lost"
        assert "in roots" in bar(user)


async def test_a_refinement_that_is_left_brings_the_filter_back() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good", "enter")
        before, words = user.rows, user.words
        await user.press("f", *" xyz")
        assert len(user.rows) > len(before), "the map stays in sight"
        await user.press("escape", "escape")
        assert user.rows == before
        assert user.words == words
        assert "2 of 9" in bar(user)


async def test_a_search_under_a_filter_finds_what_is_shown_and_leaves_the_filter() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good", "enter")
        before = user.rows
        await user.press("/", *"sun", "enter")
        assert user.words == "Sun is good."
        assert user.rows == before
        await user.press("/", *"roots")
        assert "nothing found" in user.text
        await user.press("escape", "escape")
        assert user.rows == before
        assert "good" in bar(user)


async def test_escape_ends_a_search_under_a_filter_before_the_filter() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good", "enter")
        before = user.rows
        await user.press("/", *"sun", "enter")
        assert user.said == "1 found; n goes to the next, Escape ends the search."
        await user.press("escape")
        assert user.said == "The search is over; Escape ends the filter."
        assert user.rows == before
        assert "good" in bar(user)
        await user.press("n")
        assert user.said == "Match 1 of 2."
        await user.press("escape")
        assert user.said == "All claims are shown again."
        assert not user.map.part(FilterBar).display


async def test_the_mouse_refines_and_ends_a_filter() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good", "enter")
        await click(user, "2 of 9")
        assert user.map.part(SearchBar).is_open
        await user.press("enter")
        await click(user, "filter good", "×")
        assert user.map.outline.kept is None
        assert not user.map.part(FilterBar).display


async def test_what_was_asked_comes_back_with_up_and_down() -> None:
    async with opened(rain()) as user:
        for words in ("good", "roots"):
            await user.press("/", *words, "enter")
        await user.press("f", *"dr", "up")
        assert "1 of 9" in user.text
        await user.press("up")
        assert "2 of 9" in user.text
        await user.press("up", "down", "down", "enter")
        assert "dr" in bar(user)


async def test_what_was_asked_is_kept_for_the_next_time_and_no_more_than_a_few() -> None:
    async with opened(rain()) as user:
        known = user.map.feature(Finder).queries
        for number in range(MOST_ASKED + 10):
            known.note(f"words {number}")
        known.note("words 30")
        assert len(known.asked) == MOST_ASKED
        fresh = KnownQueries(user.map)
        assert list(fresh.asked)[:2] == ["words 30", f"words {MOST_ASKED + 9}"]
        assert len(set(fresh.asked)) == MOST_ASKED


async def test_words_that_stand_in_a_note_or_a_source_are_shown_with_the_words_around() -> None:
    debate = rain()
    long = "Long ago nobody knew that. " * 8 + "Then a misuse was found. " + "And so on. " * 20
    debate.apply(edit.set_note(debate, "floods", long))
    async with opened(debate, size=(80, 24)) as user:
        await user.press("f", *"misuse", "enter")
        line = next(line for line in user.lines if "in note:" in line)
        assert "a misuse was found" in line
        assert "Streets flood." in user.text
        lit = lit_rows(user)
        assert next(value for words, value in lit.items() if "in note" in words) == ["misuse"]
        await user.press("escape")
        assert "in note:" not in user.text


async def test_the_rows_stay_where_they_are_when_the_words_around_come_and_go() -> None:
    debate = rain()
    debate.apply(edit.set_note(debate, "floods", "A misuse of water."))
    async with opened(debate, size=(80, 30)) as user:
        await user.press("/", *"misuse", "enter")
        assert user.words == "Streets flood."
        assert "in note: “A misuse of water.”" in user.text
        await user.press("j", "k")
        assert user.words == "Streets flood."
        await user.press("/", "escape")
        assert "in note:" not in user.text
        heights = user.map.outline.heights
        assert heights.total == len(user.map.outline.rows)


async def test_what_is_added_under_a_filter_is_no_dim_row() -> None:
    async with opened(rain()) as user:
        await user.press("f", *"snow", "enter", "+")
        await user.type("Yes")
        await user.press("enter", "escape")
        assert user.words == "Yes"
        assert user.map.row is not None
        assert not user.map.outline.is_above_matches(user.map.row)


async def test_a_filter_that_is_asked_for_again_finds_what_there_is_now() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("f", *"con", "enter")
        before = len(user.map.outline.matches)
        await user.press("-", *"Another con.", "enter", "escape", "f")
        await user.rest()
        assert len(user.map.outline.matches) == before + 1
        await user.press("escape")
        await user.rest()
        assert len(user.map.outline.matches) == before, "left, it is as it was"
        await user.press("f", "enter")
        await user.rest()
        assert len(user.map.outline.matches) == before + 1


async def test_two_enters_at_once_keep_the_filter_and_step_in() -> None:
    async with opened(wide(), size=(80, 24)) as user:
        user.send("f", *"needle", "enter", "enter")
        await user.press()
        assert user.rows[0].strip(" +*") == "A needle with replies."
        assert "  - A reply to be read." in user.rows


async def test_what_looks_like_the_name_of_a_key_is_typed_as_anything_else() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.press("f")
        await user.type("is:unanswred {key:nope}")
        await user.pause()
        assert not user.app._exit
        assert "is:unanswred {key:nope}" in user.text
