"""The user's own commands: run on a key, shown, taken as text; and hooks, once allowed."""

import json
import sys
from pathlib import Path
from typing import Final

import pytest

from debatemap import edit, save
from debatemap.config import Config, Output, OwnCommand
from debatemap.store.hook_folders import may_run, remember
from debatemap.tui.commands.key_settings import read_keys
from debatemap.tui.features.own.running_own_commands import _running
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it runs lines of /bin/sh")

FOLDER: Final = Path(__file__).parent / "shaped"


def settings(**commands: OwnCommand) -> Config:
    return Config(name="zoe", commands=commands)


async def done(user: Driver, words: str) -> None:
    await user.until(lambda: words in user.said or words in user.text, words)


async def test_a_key_runs_a_line_and_the_output_becomes_a_note() -> None:
    line = OwnCommand('echo "$DEBATEMAP_TEXT by $DEBATEMAP_BY"', ["f6"], "Say it")
    async with opened(rain(), size=(100, 30), settings=settings(say=line)) as user:
        await user.go_to("Plants grow.")
        await user.press("f6")
        await user.until_shown("adds it to the note")
        assert "Plants grow. by editor" in user.text
        await user.press("n")
        assert user.debate.claims["plants"].note.endswith("\n\nPlants grow. by editor")
        await user.press("u")
        assert user.debate.claims == rain().claims


async def test_the_output_becomes_a_pro_or_a_con_or_is_dropped() -> None:
    line = OwnCommand("echo Ships sail.", ["f6"])
    async with opened(rain(), size=(100, 30), settings=settings(say=line)) as user:
        await user.go_to("Plants grow.")
        await user.press("f6")
        await user.until_shown("adds it to the note")
        await user.press("-")
        new = user.debate.links[user.debate.links_into("plants")[-1]]
        claim = user.debate.claims[new.premises[0]]
        assert (claim.text, claim.by, new.stance) == ("Ships sail.", "zoe", "attacks")
        await user.press("f6")
        await user.until_shown("adds it to the note")
        await user.press("escape")
        assert len(user.debate.claims) == len(rain().claims) + 1


async def test_the_settings_say_what_becomes_of_the_output() -> None:
    own = settings(
        noted=OwnCommand("echo a note", ["f6"], output="note"),
        dropped=OwnCommand("echo nothing", ["f7"], "Drop", "drop"),
        shown=OwnCommand("echo look", ["f8"], output="show"),
    )
    async with opened(rain(), size=(100, 30), settings=own) as user:
        await user.press("f6")
        await user.until(lambda: user.debate.claims["rain"].note == "a note", "the note")
        await user.press("f7")
        await done(user, "“Drop” is done.")
        await user.press("f8")
        await user.until_shown("leaves it")
        assert "adds it to the note" not in user.text
        await user.press("n")
        assert user.is_asked
        await user.press("escape")


async def test_an_output_waits_for_the_note_that_is_being_written(tmp_path: Path) -> None:
    goes_on = tmp_path / "goes-on"
    line = OwnCommand(
        f"until test -e '{goes_on}'; do sleep 0.02; done; echo Ships.",
        ["f6"],
        "Say it",
        output="note",
    )
    async with opened(rain(), size=(100, 30), settings=settings(say=line)) as user:
        await user.go_to("Streets flood.")
        await user.press("f6", "c")
        await user.type("mine")
        goes_on.touch()
        await user.until(lambda: not _running, "the end of the line")
        await user.press("ctrl+s")
        await user.until(lambda: "Ships." in user.debate.claims["floods"].note, "the output")
        assert user.debate.claims["floods"].note == "mine\n\nShips."


async def test_all_fields_stand_on_the_input(tmp_path: Path) -> None:
    line = OwnCommand(f"cat > '{tmp_path}/given'", ["f6"], "Keep", "drop")
    async with opened(rain(), size=(100, 30), settings=settings(keep=line)) as user:
        await user.go_to("Plants grow.")
        await user.press("v")
        await user.go_to("Plants grow.")
        await user.press("f6")
        await done(user, "“Keep” is done")
    given = json.loads((tmp_path / "given").read_text())
    assert given["claim"]["id"] == "plants"
    assert given["claim"]["tags"] == ["nature"]
    assert given["claim"]["sources"][0]["author"] == "Ann Author"
    assert given["link"] == {"id": "l-plants", "stance": "supports", "target": "rain"}
    assert (given["target"], given["marked"]) == ("Rain is good.", ["plants"])


async def test_words_of_a_claim_are_never_part_of_the_line(tmp_path: Path) -> None:
    debate = rain()
    words = f"'; touch {tmp_path}/pwned; echo \"$(touch {tmp_path}/pwned)\" '"
    debate.apply(edit.reword(debate, "rain", words))
    line = OwnCommand('echo "$DEBATEMAP_TEXT"', ["f6"], output="show")
    async with opened(debate, size=(100, 30), settings=settings(say=line)) as user:
        await user.press("f6")
        await user.until_shown("leaves it")
        assert not (tmp_path / "pwned").exists()
        await user.press("escape")


async def test_what_runs_goes_beside_the_keyboard_and_can_be_stopped() -> None:
    line = OwnCommand("exec sleep 600", ["f6"], "Sleep", limit=600)
    async with opened(rain(), size=(100, 30), settings=settings(sleep=line)) as user:
        await user.press("f6")
        assert user.said == "Running “Sleep” … B x stops it."
        await user.press("j")
        assert user.words == "Plants grow."
        await user.press("f6")
        assert "runs still" in user.said
        await user.press("B", "x")
        await done(user, "“Sleep”: it was stopped.")
        await user.press("B", "x")
        assert user.said == "No command of your own runs."


async def test_a_failure_is_shown_and_taken_as_nothing() -> None:
    line = OwnCommand("echo oops; exit 3", ["f6"], "Fail", "note")
    async with opened(rain(), size=(100, 30), settings=settings(fail=line)) as user:
        await user.press("f6")
        await user.until_shown("it ended with status 3")
        assert "oops" in user.text
        await user.press("n", "escape")
        assert not user.session.dirty


@pytest.mark.parametrize("output", ["ask", "show", "note"])
async def test_how_it_failed_is_said_once_its_output_is_left(output: Output) -> None:
    line = OwnCommand("echo oops; exit 3", ["f6"], "Fail", output)
    async with opened(rain(), size=(100, 30), settings=settings(fail=line)) as user:
        await user.press("f6")
        await user.until_shown("leaves it")
        await user.press("escape")
        assert not user.is_asked
        assert user.said == "“Fail”: it ended with status 3."


@pytest.mark.parametrize("output", ["ask", "show"])
async def test_it_is_said_to_be_done_once_its_output_is_left(output: Output) -> None:
    line = OwnCommand("echo fine", ["f6"], "Try", output)
    async with opened(rain(), size=(100, 30), settings=settings(fine=line)) as user:
        await user.press("f6")
        await user.until_shown("leaves it")
        await user.press("escape")
        assert not user.is_asked
        assert user.said == "“Try” is done."


async def test_they_stand_in_the_palette_and_in_a_list_of_their_own() -> None:
    line = OwnCommand("echo hello", title="Greet the world", output="show")
    async with opened(rain(), size=(100, 30), settings=settings(greet=line)) as user:
        await user.press(":", *"greet the", "enter")
        await user.until_shown("hello")
        await user.press("escape", "B", "r")
        assert "echo hello" in user.text
        await user.press("enter")
        await user.until_shown("leaves it")
        await user.press("escape")
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("B", "r")
        assert "The settings have no commands of your own" in user.said


def test_a_key_that_is_taken_does_not_run_one() -> None:
    own = {"say": OwnCommand("x", ["j", "f6", "f99"]), "more": OwnCommand("x", ["f6", "g"])}
    keymap, problems = read_keys({}, "default", own)
    command = keymap.command(("f6",))
    assert command is not None
    assert command.id == "own:say"
    assert len(problems) == 4
    assert any("commands.say: j cannot run both next and say" in each for each in problems)
    assert any("commands.more: g" in each for each in problems)
    assert all(each.endswith("that key does not run it") for each in problems)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    return tmp_path / "rain.json"


async def test_hooks_run_where_they_were_allowed(file: Path) -> None:
    own = Config(hooks={"save": 'echo "$DEBATEMAP_MAP" > "$DEBATEMAP_MAP.saved"; exit 4'})
    remember(file.parent.absolute(), allowed=True)
    async with opened(file, size=(100, 30), settings=own) as user:
        await user.until_shown("Rain is good.")
        await user.press("T", "ctrl+s")
        await done(user, "The hook on save: it ended with status 4.")
        assert file.with_name("rain.json.saved").read_text().strip() == str(file)


async def test_hooks_are_asked_about_once_and_refused_for_good(file: Path) -> None:
    own = Config(hooks={"open": "touch opened"})
    async with opened(file, size=(100, 30), settings=own) as user:
        await user.until_shown("May hooks run for the maps in")
        assert "touch opened" in user.text
        await user.press("n")
        await user.until(lambda: may_run(file.parent.absolute()) is False, "the answer")
    assert not Path("opened").exists()
    async with opened(file, size=(100, 30), settings=own) as user:
        await user.until_shown("Rain is good.")
        await user.rest()
        assert not user.is_asked


async def test_a_hook_runs_once_it_was_allowed(file: Path) -> None:
    own = Config(hooks={"open": 'touch "$DEBATEMAP_MAP.opened"'})
    async with opened(file, size=(100, 30), settings=own) as user:
        await user.until_shown("May hooks run for the maps in")
        await user.press("y")
        await user.until(file.with_name("rain.json.opened").exists, "the hook")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_an_output_looks_as_it_did(size: tuple[int, int]) -> None:
    line = OwnCommand('echo "about $DEBATEMAP_TEXT"; echo two', ["f6"], "Ask about it")
    async with opened(rain(), size=size, settings=settings(say=line)) as user:
        await user.press("f6")
        await user.until_shown("adds it to the note")
        name = f"an output at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


async def test_a_title_like_a_key_is_said_as_it_is() -> None:
    line = OwnCommand("sleep 600", ["f6"], "{key:nope}")
    async with opened(rain(), size=(100, 30), settings=settings(say=line)) as user:
        await user.press("f6")
        await done(user, "Running “{key:nope}” …")
        user.map.start_command("stop_own")
        await done(user, "it was stopped")
