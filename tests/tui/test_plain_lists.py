"""Lists in a plain screen: sentences, and no blanks that line up columns."""

import re

import pytest

from debatemap.config import Config
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from debatemap.tui.widgets.chord_menu import ChordMenu
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.worker_waits import looked

PLAIN = Config(plain=True)
LINED_UP = re.compile(r"\S {2,}\S")


def rows(user: Driver) -> list[str]:
    """Returns the rows of the list in front, each whole."""
    options = user.screen.query_one(ChoiceList).options
    return [option.label.plain for option in options if isinstance(option, ListOption)]


@pytest.mark.parametrize("keys", [":", "?", "% m", "A", "g O", "g o", "L", "g c"])
async def test_no_row_is_lined_up_by_blanks(keys: str) -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press(*keys.split())
        await user.until(lambda: bool(user.screen.query(ChoiceList)), "the list")
        found = rows(user)
        assert len(found) > 1
        assert [row for row in found if LINED_UP.search(row)] == []


async def test_the_crux_tells_of_no_sign_that_is_a_word() -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press("g", "x")
        await looked(user)
        told = rows(user)
        assert any("the crux: " in row for row in told)
        assert [row for row in told if re.search("[◆◇]|the crux(?!:)", row)] == []


async def test_why_marks_no_sentence_by_a_sign() -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press("!")
        await looked(user)
        told = rows(user)
        assert any("trongest" in row or "For" in row for row in told)
        assert not any("›" in row for row in told)
        assert all(re.match(r" {2}\S", row) for row in told)


async def test_a_command_is_a_sentence_with_its_keys() -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press("?")
        await user.type("add a pro")
        assert any(re.match(r"Add a pro.*, keys? plus.*\. [A-Z]", row) for row in rows(user))
        await user.press("escape", "escape", ":")
        await user.type("redo")
        redo = next(row for row in rows(user) if row.startswith("Redo"))
        assert re.fullmatch(r"Redo, keys \S+ and .*\. [A-Z].*\.", redo, re.IGNORECASE)
        await user.pilot.resize_terminal(60, 20)
        await user.press()
        assert redo in rows(user), "it is no column that another width would move"


async def test_what_may_follow_a_key_is_told_in_sentences() -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press("w")
        lines = user.plain(user.map.query_one(ChordMenu)).splitlines()
        assert len(lines) > 2
        assert all(line.endswith(".") and not LINED_UP.search(line) for line in lines)
        assert any(", w f" in line for line in lines)


async def test_the_legend_tells_of_no_sign_that_the_screen_blots_out() -> None:
    async with opened(rain(), size=(100, 30), settings=PLAIN) as user:
        await user.press("?")
        await user.type("legend")
        told = rows(user)
        assert "Joint premises" not in "".join(told)
        signs = [row.rpartition("sign ")[2] for row in told if ", sign " in row]
        assert len(signs) > 20
        assert not re.search("[\u2500-\u259f⎧]", "".join(signs))
