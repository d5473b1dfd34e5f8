"""Under whose name one rates: asked for once, remembered, changed; and where keys go meanwhile."""

import os
import subprocess
from pathlib import Path

import pytest

from debatemap import edit, save
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.judge.explain.rating_queue import ahead
from debatemap.store.known_name import load_name, save_name
from debatemap.sync.git.authors import user_name
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.terminal import loaded

ASKED = "Under which name do you rate?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    save(rain(), path)
    return path


@pytest.fixture
def in_git(tmp_path: Path) -> None:
    git = ("git", "-C", str(tmp_path))
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "config", "user.name", "Ann Lee"], check=True)


async def test_a_name_is_asked_for_once_and_remembered(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("r")
        assert ASKED in user.text
        await user.press(*"bo", "enter", *"80", "enter", "j", "r", *"20", "enter")
        assert user.debate.stances == {"bo": {"rain": 80, "plants": 20}}
        assert user.said == "Rated “Plants grow.” 20"
    assert load_name() == "bo"
    async with opened(rain()) as user:
        await user.press("r")
        assert ASKED not in user.text
        assert "as bo: type 0 to 100" in user.text


@pytest.mark.usefixtures("in_git")
async def test_the_first_guess_is_what_git_calls_the_user(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("r")
        assert "Ann Lee" in user.text
        await user.press("enter", *"80", "enter")
        assert list(user.debate.stances) == ["Ann Lee"]
        await user.press("%", "n", *"Bo", "enter")
        assert user.said == "You rate as Bo."
        await user.press("r", *"10", "enter")
        assert user.debate.stances["Bo"] == {"rain": 10}
    assert load_name() == "Bo"


async def test_the_name_of_the_settings_comes_first_until_another_is_given(file: Path) -> None:
    save_name("cy")
    async with opened(open_session(file), settings=Config(name="ann")) as user:
        await user.press("r", *"10", "enter", "%", "n")
        assert ASKED in user.text
        assert "ann" in user.text
        await user.press(*"dee", "enter")
        assert user.said == "You rate as dee until the program ends; the settings say ann."
        await user.press("r", *"20", "enter")
        assert user.debate.stances == {"ann": {"rain": 10}, "dee": {"rain": 20}}
    assert load_name() == "cy", "the settings hold the name that lasts"


async def rated_ahead(user: Driver, *keys: str) -> None:
    """Sends keys in one go behind that of a rating, and then answers the question for a name."""
    user.send("r", *keys)
    await user.until(lambda: ASKED in user.text, "the question for a name")


async def test_keys_behind_r_wait_for_the_rating_while_a_name_is_asked(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await rated_ahead(user, "8", "0", "enter", "j")
        assert "80 is kept for the rating" in user.text
        await user.press(*"bo", "enter")
        await user.until(lambda: bool(user.debate.stances), "the rating")
        assert user.debate.stances == {"bo": {"rain": 80}}
        await user.until(lambda: user.words == "Plants grow.", "the key behind it")


async def test_digits_that_come_while_the_name_is_asked_are_the_ratings(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("r", "8", "0")
        assert "80 is kept for the rating" in user.text
        await user.press(*"b2", "enter", "enter")
        assert user.debate.stances == {"b2": {"rain": 80}}


async def test_what_waits_for_a_rating_goes_where_the_name_is_not_given(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await rated_ahead(user, "8", "0", "enter")
        await user.press("escape")
        assert not user.is_asked
        assert not user.session.dirty
        assert user.words == "Rain is good."


@pytest.mark.usefixtures("in_git")
def test_in_a_terminal_a_number_in_one_write_goes_to_the_rating(file: Path) -> None:
    with loaded(file) as terminal:
        terminal.wait_for("Rain is good.")
        terminal.press("r80")
        terminal.wait_for(ASKED, "Ann Lee", "80 is kept")
        terminal.press("\r")
        terminal.wait_for("How far do you hold", "80")
        terminal.press("\r")
        terminal.wait_for("Rated “Rain is good.” 80")


def test_git_is_asked_for_the_name_without_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for scope in ("GLOBAL", "SYSTEM"):
        monkeypatch.setenv(f"GIT_CONFIG_{scope}", os.devnull)
    assert user_name(tmp_path) == ""
    assert user_name(tmp_path / "no" / "such") == ""
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    hostile = "\x1b]0;x\x07An\u202en"
    subprocess.run(["git", "-C", tmp_path, "config", "user.name", hostile], check=True)
    assert user_name(tmp_path).isprintable()


def test_a_kept_name_that_is_spoilt_is_as_good_as_none() -> None:
    assert load_name() == ""
    save_name("a\x1b[31m\nb")
    assert load_name().isprintable()
    save_name("")
    assert load_name() == ""


def theses() -> Debate:
    names = {"t": "T.", "u": "U.", "v": "V.", "w": "Loose."}
    return Debate(
        Header("m", theses=("t", "u", "v")), {key: Claim(text) for key, text in names.items()}
    )


def test_a_pass_goes_on_to_the_next_thesis_and_round_and_then_to_the_rest() -> None:
    debate = theses()
    tops = []
    thesis: str | None = "u"
    for _ in debate.claims:
        found = ahead(debate, "ann", thesis)
        tops.append(found.top)
        for turn in found.turns:
            debate.apply(edit.rate(debate, turn.claim, "ann", 50))
        thesis = found.top
    assert tops == ["u", "v", "t", None]
    assert ahead(debate, "ann", "u").turns == []


def test_what_was_passed_over_comes_after_the_other_theses() -> None:
    debate = theses()
    assert ahead(debate, "ann", "t", after=True).top == "u"
    for claim in ("u", "v"):
        debate.apply(edit.rate(debate, claim, "ann", 50))
    assert ahead(debate, "ann", "t", after=True).top == "t"


async def test_after_one_thesis_enter_goes_on_with_the_next(file: Path) -> None:
    async with opened(open_session(file), settings=Config(name="ann"), size=(80, 24)) as user:
        await user.press("R")
        await user.rest_of_screen()
        while "You rated" not in user.text:
            await user.press("6", "enter")
        await user.until_shown("Go on with the next thesis, “Sun is good.”: 1 claim to rate")
        assert "sun" not in user.debate.stances["ann"]
        await user.press("enter")
        await user.until_shown("1 of 1")
        await user.press("9", "enter")
        await user.until_shown("Go on with the rest of the map: ")
        assert user.debate.stances["ann"]["sun"] == 90
        assert user.map.judging.thesis == "sun"
        await user.press("enter")
        await user.until_shown("1 of ")
        while "You rated" not in user.text:
            await user.press("6", "enter")
        await user.rest_of_screen()
        assert "Go on" not in user.text
        assert user.debate.stances["ann"].keys() == user.debate.claims.keys()
