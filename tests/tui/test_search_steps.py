"""One goes through what a search finds while it is still being typed."""

from pathlib import Path

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.tui.commands.command_table import KEYS
from debatemap.tui.commands.key_presets import PRESETS
from debatemap.tui.commands.keymap import Keymap
from debatemap.tui.features.finding.search_bar import SearchBar
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.source_texts import copied, shown_text

_STEPS = {"default": ("f3", "shift+f3"), "vim": ("ctrl+g", "ctrl+t"), "emacs": ("ctrl+s", "ctrl+r")}


@pytest.mark.parametrize("preset", _STEPS)
@pytest.mark.parametrize("opening", ["/", "f"])
async def test_the_finds_are_gone_through_while_one_types(preset: str, opening: str) -> None:
    onward, back = _STEPS[preset]
    async with opened(rain(), settings=Config(keymap=preset)) as user:
        await user.press(opening, *"good")
        found = "2 found" if opening == "/" else "2 of 9"
        assert (user.words, found in user.text) == ("Rain is good.", True)
        await user.press(onward)
        assert (user.words, "2 of 2 found" in user.text) == ("Sun is good.", True)
        await user.press(onward)
        assert (user.words, "1 of 2 found" in user.text) == ("Rain is good.", True)
        await user.press(back)
        assert user.words == "Sun is good."
        assert user.map.part(SearchBar).is_open
        await user.press("enter")
        assert user.words == "Sun is good."


async def test_escape_goes_back_to_where_the_search_began_and_leaves_no_way_there() -> None:
    async with opened(rain()) as user:
        await user.press("/", *"good", "f3", "f3", "escape", "escape")
        assert user.words == "Rain is good."
        await user.press("ctrl+o")
        assert user.words == "Rain is good."


async def test_other_words_begin_where_the_search_began() -> None:
    async with opened(rain()) as user:
        await user.press("/", *"goo", "f3", "d")
        assert (user.words, "2 found" in user.text) == ("Rain is good.", True)


async def test_nothing_is_gone_to_where_nothing_is_found() -> None:
    async with opened(rain()) as user:
        await user.press("/", "f3", "shift+f3", *"zeppelin", "f3")
        assert "nothing found" in user.text
        assert user.words == "Rain is good."


async def test_so_are_the_sentences_of_a_text(tmp_path: Path) -> None:
    async with opened(copied(tmp_path), size=(120, 40)) as user:
        await user.press("%", "x", "/", *"ferry")
        await user.until_shown("4 found")
        await user.press("f3")
        assert shown_text(user) == "The council wants to end the night ferry in May."
        assert "2 of 4 found" in user.text
        await user.press("shift+f3")
        assert (shown_text(user), "1 of 4 found" in user.text) == ("Keep the Night Ferry", True)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_of_the_search_means_two_things(preset: str) -> None:
    keymap = Keymap(preset=preset)
    ids = [each for each in KEYS if each.id.startswith("search_")]
    keys = [key for each in ids for key in keymap.keys(each)]
    assert len(keys) == len({*keys})


async def test_a_claim_of_several_places_is_found_at_the_one_that_is_read_first() -> None:
    debate = rain()
    debate.apply(edit.connect(debate, "roots", "sun", "attacks"))
    async with opened(debate) as user:
        await user.press("/", *"floods or roots", "enter")
        assert (user.words, user.under) == ("Roots drink.", "Plants grow.")
        await user.press("n")
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")
