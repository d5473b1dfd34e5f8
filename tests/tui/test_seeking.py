"""In a large map claims are looked for beside the keyboard, in the map as it is by then."""

from typing import Final

import pytest

from debatemap import edit
from debatemap.core.reading_order import read
from debatemap.tui.features.finding import seeking
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.find_screen import FindScreen
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.finding.search_ground import SearchGround
from debatemap.tui.features.judging import judging
from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.held import Held, hold
from tests.tui.maps import rain

QUERIES: Final = ("good", "pro", "-con", "in roots", "depth:>1", "zzz")


@pytest.fixture
def is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has every map searched as a large one is."""
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    monkeypatch.setattr(seeking, "_WORDS_AT_ONCE", 0)


@pytest.fixture
def held(is_large: None, monkeypatch: pytest.MonkeyPatch) -> Held:  # noqa: ARG001  (it comes before)
    """Holds the first look for claims in its thread."""
    return hold(monkeypatch, SearchGround, "find")


def is_open(user: Driver) -> bool:
    return user.map.part(SearchBar).is_open


async def found(user: Driver, query: str, key: str) -> tuple[list[str], list[str], str]:
    await user.press(key, *query)
    await user.until(lambda: not user.map.feature(Finder).seeking.is_seeking)
    hits = sorted(user.map.feature(Finder).hits)
    await user.press("enter")
    await user.until(lambda: not is_open(user), "the end of the search")
    return hits, user.rows, user.words


async def found_anew(user: Driver, query: str, key: str) -> tuple[list[str], list[str], str]:
    await user.press("escape")
    await user.until(lambda: user.map.outline.kept is None, "the end of the filter")
    await user.until(lambda: not user.map.feature(Finder).seeking.is_seeking)
    user.map.replace_session(Session(rain()))
    await user.press("g", "g")
    assert user.map.outline.kept is None, "no filter is left"
    assert user.words == "Rain is good."
    return await found(user, query, key)


@pytest.mark.parametrize("key", ["f", "/"])
async def test_the_same_is_found_as_between_two_keys(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(rain()) as user:
        for query in QUERIES:
            at_once = await found_anew(user, query, key)
            with monkeypatch.context() as patch:
                patch.setattr(seeking, "AT_ONCE", 1)
                for words_at_once in (0, 100):
                    patch.setattr(seeking, "_WORDS_AT_ONCE", words_at_once)
                    assert await found_anew(user, query, key) == at_once, query


async def test_words_are_found_at_once_in_a_large_map_that_is_ready_also_after_edits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(seeking, "AT_ONCE", 1)
    prepared = hold(monkeypatch, seeking, "known_of")
    async with opened(rain()) as user:
        await prepared.reached()
        user.map.do(edit.add_reply(user.debate, "snow", "supports", "Good for roots."))
        prepared.let_go()
        await user.until(lambda: None not in user.map.outline.known, "what searching takes")
        for key, query, count in (("/", "good", 3), ("f", "roots", 2), ("/", "good", 3)):
            user.map.do(edit.reword(user.debate, "snow", f"Snow is white, {key}."))
            await user.press(key, *query)
            assert not user.map.feature(Finder).seeking.is_seeking
            assert len(user.map.feature(Finder).hits) == count
            await user.press("enter", "z", "f")
        assert user.map.outline.reading.claims == read(user.debate).claims


async def test_keys_are_answered_while_claims_are_looked_for(held: Held) -> None:
    async with opened(rain()) as user:
        await user.press("f", "g")
        await held.reached()
        await user.press(*"oo")
        assert "goo" in user.text
        await user.until_shown("looking …")
        held.let_go()
        await user.until_shown("2 of 9")
        assert held.calls == 2, "one thread at a time, and none for letters in between"


async def test_an_edit_meanwhile_is_looked_through_as_well(held: Held) -> None:
    async with opened(rain()) as user:
        await user.press("f", *"good")
        await held.reached()
        user.map.do(edit.add_unplaced(user.debate, "Good roots."))
        held.let_go()
        await user.until_shown("3 of 10")


@pytest.mark.usefixtures("is_large")
async def test_after_an_edit_the_words_are_those_of_the_map_then() -> None:
    async with opened(rain()) as user:
        await found(user, "good", "/")
        user.map.do(edit.add_unplaced(user.debate, "Good roots."))
        assert len((await found(user, "good", "/"))[0]) == 3
        assert len((await found(user, "roots", "/"))[0]) == 2


async def test_enter_and_what_is_pressed_behind_it_wait_for_what_is_found(held: Held) -> None:
    async with opened(rain()) as user:
        user.send("f", *"good", "enter", "e")
        await held.reached()
        assert not user.writing
        held.let_go()
        await user.until(lambda: user.writing, "the editor")
        assert not is_open(user)
        assert "2 of 9" in user.plain(user.map.part(FilterBar))
        assert "good" in user.words


async def test_a_filter_that_was_left_takes_no_answer(held: Held) -> None:
    async with opened(rain()) as user:
        before = user.rows
        await user.press("f", *"good")
        await held.reached()
        await user.press("escape", "escape")
        assert not is_open(user)
        held.let_go()
        await user.rest()
        assert user.map.outline.kept is None
        assert user.rows == before


@pytest.mark.usefixtures("is_large")
async def test_no_word_is_gathered_between_two_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    held = hold(monkeypatch, seeking, "known_of")
    async with opened(rain()) as user:
        await user.press("f", "g")
        await held.reached()
        assert user.map.feature(Finder).seeking._index is None
        held.let_go()
        await user.until_shown("of 9")
        assert user.map.feature(Finder).seeking._index is not None


@pytest.mark.usefixtures("is_large")
async def test_a_look_that_fails_of_its_own_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(SearchGround, "find", broken)
    async with opened(rain()) as user:
        await user.press("f", *"xyzxyz", "enter")
        await user.until(lambda: not is_open(user), "the end of the filter")
        assert user.map.outline.kept is None


async def test_the_list_waits_for_what_is_found_before_it_goes_there(held: Held) -> None:
    async with opened(rain()) as user:
        user.map.start_command("find_list")
        await user.until(lambda: isinstance(user.screen, FindScreen), "the list")
        await user.press(*"roots")
        await held.reached()
        await user.press("enter")
        assert isinstance(user.screen, FindScreen)
        held.let_go()
        await user.until(lambda: not user.is_asked, "the map")
        assert user.words == "Roots drink."


@pytest.mark.parametrize("query", ["strength:>0", "unanswered", "-strength:<1 -thesis"])
async def test_a_filter_by_strength_waits_until_the_map_is_judged(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(rain()) as user:
        judged = await found(user, query, "f")
    monkeypatch.setattr(judging, "_AT_ONCE", 1)
    weighing = hold(monkeypatch, judging, "_judged")
    async with opened(rain()) as user:
        await user.press("f", *query)
        await user.until_shown("waiting for the strengths …")
        assert "not known" not in user.text
        weighing.let_go()
        await user.until_shown(f"{len(judged[0])} of 9")
        await user.press("enter")
        assert user.rows == judged[1]


async def test_what_needs_no_strength_is_found_while_another_query_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judging, "_AT_ONCE", 1)
    weighing = hold(monkeypatch, judging, "_judged")
    async with opened(rain()) as user:
        await user.press("f", *"strength:>0")
        await user.until_shown("waiting for the strengths …")
        await user.press("ctrl+u", *"good")
        await user.until_shown("2 of 9")
        weighing.let_go()
        await user.rest()
        assert "2 of 9" in user.text


async def test_a_filter_of_the_list_waits_until_the_map_is_judged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(judging, "_AT_ONCE", 1)
    weighing = hold(monkeypatch, judging, "_judged")
    async with opened(rain()) as user:
        user.map.feature(Finder).filter_by("strength:>0")
        await user.press()
        assert user.map.outline.kept is None
        assert "strengths" in user.said
        weighing.let_go()
        await user.until(lambda: user.map.outline.kept is not None, "the filter")
        assert "strength:>0" in user.plain(user.map.part(FilterBar))
