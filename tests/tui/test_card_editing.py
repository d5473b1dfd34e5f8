"""Writing and editing on the card: where the editor stands, and what is changed there."""

from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.config import Config
from debatemap.core.model import Stance
from debatemap.workspace.session import open_session
from tests.tui.card_on_screen import drawn, line_of, line_with, on_the_card
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    save(rain(), path)
    return path


def stance_of(user: Driver, link: str) -> Stance:
    return user.debate.links[link].stance


ADDED = {
    "+": ("supports", "rain"),
    "-": ("attacks", "rain"),
}


@pytest.mark.parametrize("key", ADDED)
async def test_the_editor_stands_where_the_reply_will(file: Path, key: str) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press(key, *"New here")
        line = next(line for line in user.lines if "New here" in line)
        assert (line.index("New here") < 50) == (key == "+")
        column = [text for text in user.lines if "pro of" in text or "con of" in text]
        assert column, "the heading of the editor is in sight"
        await user.press("enter", "escape")
        await user.rest()
        added = view.claim
        assert added is not None
        assert user.debate.claims[added].text == "New here"
        link = user.debate.links[user.debate.links_from(added)[0]]
        assert (link.stance, link.target) == ADDED[key]
        assert view.focus_path == ((None, "rain"),)
        assert "New here" in line_with(view, "New here")


async def test_a_reply_to_a_reply_is_written_on_its_own_card(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "-", *"Not in shade")
        assert view.focus_path == ((None, "rain"), ("l-plants", "plants"))
        line = next(line for line in user.lines if "Not in shade" in line)
        assert line.index("Not in shade") > 50
        await user.press("enter", "escape")
        await user.rest()
        assert view.claim is not None
        link = user.debate.links[user.debate.links_from(view.claim)[0]]
        assert (link.stance, link.target) == ("attacks", "plants")


async def test_an_undercut_is_written_under_its_step(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "right", "_", *"Rarely")
        lines = user.lines
        flood = next(n for n, line in enumerate(lines) if "Streets flood." in line)
        rarely = next(n for n, line in enumerate(lines) if "Rarely" in line)
        assert flood < rarely <= flood + 4
        assert lines[rarely].index("Rarely") > 50
        await user.press("enter", "escape")
        await user.rest()
        assert view.claim is not None
        assert user.debate.links[user.debate.links_from(view.claim)[0]].target == "l-floods"
        assert "⊣ Rarely" in "\n".join(drawn(view))


async def test_words_are_edited_where_they_stand_and_saved(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "right")
        at = next(n for n, line in enumerate(user.lines) if "Streets flood." in line)
        await user.press("e", *" Now")
        assert any("Streets flood. Now" in line for line in user.lines[at : at + 2])
        await user.press("enter", "ctrl+s")
        await user.until(lambda: not user.map.session.dirty, "the save")
        assert load(file).claims["floods"].text == "Streets flood. Now"
        assert view.claim == "floods"


async def test_siblings_follow_one_another(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "right", "o", *"One", "enter", *"Two", "enter", "escape")
        await user.rest()
        texts = [user.debate.claims[e.claim].text for e in view.entries]
        assert texts[-3:] == ["Streets flood.", "One", "Two"]


async def test_links_move_and_undo_work_from_the_card(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "~")
        assert (stance_of(user, "l-plants"), view.claim) == ("attacks", "plants")
        await user.press("u")
        assert stance_of(user, "l-plants") == "supports"
        await user.press("j", "d")
        assert "winter" not in user.debate.claims
        assert view.claim in user.debate.claims
        assert "Not in winter." not in "\n".join(drawn(view))
        await user.press("u")
        assert "Not in winter." in "\n".join(drawn(view))


async def test_a_claim_is_inserted_above_and_what_follows_is_said_beneath(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "right", "b", *"In between")
        lines = user.lines[line_of(user.lines, "after") :]
        assert line_of(lines, "In between") < line_of(lines, "Streets flood.")
        await user.press("enter")
        await user.rest()
        above = {user.debate.links[link].target for link in user.debate.links_from("floods")}
        assert "In between" in {user.debate.claims[claim].text for claim in above}
        await user.press("u", "*", *"It runs off", "enter", "escape")
        await user.rest()
        assert "⊢ It runs off" in "\n".join(drawn(view))


async def test_what_asks_first_is_about_the_claim_under_the_cursor(file: Path) -> None:
    own = Config(name="Ann")
    async with opened(open_session(file), size=(100, 40), settings=own) as user:
        await on_the_card(user)
        await user.press("down", "right", "L", *"snow", "enter")
        await user.rest()
        assert any(
            "floods" in link.premises
            for link in user.debate.links.values()
            if link.target == "snow"
        )
        await user.press("t", *"water", "enter")
        assert user.debate.claims["floods"].tags == ("water",)
        await user.press("r", "9", "0", "enter")
        assert user.debate.stances["Ann"] == {"floods": 90}
