"""Filters with a name: kept, listed, gone back to, removed."""

from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.known_queries import KnownQueries
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click


def named(user: Driver) -> dict[str, str]:
    return dict(user.map.feature(Finder).queries.named)


async def kept(user: Driver, query: str, name: str) -> None:
    await user.press("f", *query, "enter", "g", "F", "ctrl+u", *name, "enter")


async def test_a_filter_is_kept_under_a_name_and_found_again() -> None:
    async with opened(rain()) as user:
        await kept(user, "good", "Both theses")
        assert user.said == "Kept as “Both theses”; g f lists what is kept."
        assert named(user) == {"Both theses": "good"}
        await user.press("escape", "g", "f", *"both", "enter")
        await user.until(lambda: user.map.part(FilterBar).display, "the filter")
        assert "good" in user.plain(user.map.part(FilterBar))
        assert user.words == "Rain is good."


async def test_it_is_kept_beside_the_map_and_not_in_it() -> None:
    async with opened(rain()) as user:
        before = user.debate.tables()
        await kept(user, "good", "Both")
        assert dict(KnownQueries(user.map).named) == {"Both": "good"}
        assert user.debate.tables() == before
        assert not user.session.dirty


async def test_a_name_that_is_taken_is_asked_about() -> None:
    async with opened(rain()) as user:
        await kept(user, "good", "Mine")
        await kept_again(user, "r")
        assert named(user) == {"Mine": "good sun"}


async def test_a_name_that_is_taken_may_stay() -> None:
    async with opened(rain()) as user:
        await kept(user, "good", "Mine")
        await kept_again(user, "c")
        assert named(user) == {"Mine": "good"}


async def kept_again(user: Driver, answer: str) -> None:
    await user.press("f", *" sun", "enter", "g", "F", "ctrl+u", *"Mine", "enter")
    await user.until_shown("There is a filter “Mine”")
    await user.press(answer)


async def test_a_filter_is_removed_and_one_of_every_map_stays() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await kept(user, "good", "Mine")
        await user.press("g", "f", "ctrl+x")
        assert "Mine" not in user.text
        assert named(user) == {}
        await user.press("ctrl+x")
        assert "“Unanswered” stays" in user.text
        await user.press(*"good", "ctrl+x", "ctrl+u")
        assert list(user.map.feature(Finder).queries.asked) == []


async def test_the_line_of_a_filter_keeps_it_by_a_click() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("f", *"good", "enter")
        await click(user, "g F saves")
        await user.until_shown("under which name?")
        await user.press("enter")
        assert named(user) == {"good": "good"}


async def test_nothing_is_kept_while_nothing_filters() -> None:
    async with opened(rain()) as user:
        await user.press("g", "F")
        assert user.said == "Keep the filter under a name: all claims are shown; f filters them"
