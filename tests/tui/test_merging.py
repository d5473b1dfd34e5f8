"""Taking in what others made of a map: a copy, an outside change, another map."""

import os
from pathlib import Path

import pytest

from debatemap import edit, load
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.native.codec import dump
from debatemap.store.backups import keep_backup
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

COPY = "rain (conflicted copy 2026-01-03).json"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


def write_copy(path: Path) -> None:
    """Writes a copy of the map in which a claim came, one went and one was reworded."""
    debate = rain()
    for change in (
        edit.add_reply(debate, "sun", "supports", "It warms."),
        edit.delete_branch(debate, "snow", None),
        edit.reword(debate, "roots", "Roots drink a lot."),
    ):
        debate.apply(change)
    path.write_bytes(dump(debate))


async def wait_for(user: Driver, words: str) -> None:
    """Waits until the screen says something, which work in a thread leads to."""
    await user.until_shown(words)
    await user.press()


async def test_a_copy_that_a_sync_program_left_is_told_of_and_merged_as_one_step(
    file: Path,
) -> None:
    write_copy(file.with_name(COPY))
    keep_backup("rain_map", dump(rain()))
    async with opened(open_session(file)) as user:
        await user.rest()
        assert user.said == "A conflicted copy lies beside this map; g m merges it."
        await user.press("g", "m")
        await wait_for(user, "a sync copy, of 20")
        assert COPY in user.text
        await user.press("enter")
        await user.rest()
        assert user.said == "Merged: 1 claim added, 1 deleted, 1 changed."
        assert user.debate.claims["roots"].text == "Roots drink a lot."
        assert "snow" not in user.debate.claims
        await user.press("u")
        assert user.said == f"Undone: merged {COPY}"
        assert dump(user.debate) == dump(rain())


async def test_what_both_changed_is_left_to_settle(file: Path) -> None:
    write_copy(file.with_name("mine.json"))
    keep_backup("rain_map", dump(rain()))
    async with opened(open_session(file)) as user:
        user.session.do(edit.reword(user.debate, "roots", "Roots drink little."))
        await user.press("g", "m")
        await wait_for(user, "the same id, of 20")
        await user.type("mi")
        await user.press("enter")
        await user.rest()
        assert user.said.endswith("1 conflict (C shows them).")
        assert "1 conflict" in user.lines[0]
        assert [each.path for each in conflicts_in(user.debate)] == [("claims", "roots", "text")]


async def test_without_an_ancestor_nothing_is_deleted_and_that_is_said(file: Path) -> None:
    write_copy(file.with_name(COPY))
    async with opened(open_session(file), size=(140, 20)) as user:
        await user.press("g", "m")
        await wait_for(user, COPY)
        await user.press("enter")
        await user.rest()
        assert "Deletions could not be seen" in user.said
        assert "snow" in user.debate.claims


async def test_a_typed_path_is_found_beside_the_map_and_a_wrong_one_is_said(file: Path) -> None:
    (file.parent / "mail").mkdir()
    write_copy(file.parent / "mail" / "mine")
    async with opened(open_session(file), size=(140, 20)) as user:
        await user.press("g", "m")
        await wait_for(user, "Type the path of one.")
        await user.type("no/such")
        await user.press("enter")
        await user.rest()
        assert "there is no such file" in user.said
        await user.press("g", "m")
        await wait_for(user, "Type the path of one.")
        await user.type("mail/mine")
        await user.press("enter")
        await user.rest()
        assert user.said.startswith("Merged: 1 claim added")


async def test_a_copy_without_anything_new_is_no_step(file: Path) -> None:
    file.with_name(COPY).write_bytes(dump(rain()))
    async with opened(open_session(file)) as user:
        await user.press("g", "m")
        await wait_for(user, COPY)
        await user.press("enter")
        await user.rest()
        assert user.said == "Nothing to merge: this map holds all of it."
        assert not user.session.dirty


def weather() -> Debate:
    claims = {"rain": Claim("Rain is cold."), "grow": Claim("we need wells")}
    links = {"l": Link(("grow",), "attacks", "rain", "a0")}
    return Debate(Header("other", "Cold", ("rain",)), claims, links)


async def test_another_map_is_joined_and_claims_that_say_the_same_can_be_made_one(
    file: Path,
) -> None:
    file.with_name("cold.json").write_bytes(dump(weather()))
    async with opened(open_session(file)) as user:
        await user.press("g", "a")
        await wait_for(user, "cold.json")
        await user.press("enter")
        await wait_for(user, "A claim that came in says nearly what one here says")
        assert "here  We need wells." in user.text
        assert "came  we need wells" in user.text
        await user.press("enter")
        await user.rest()
        assert not user.is_asked
        assert len(user.debate.claims) == len(rain().claims) + 1
        assert user.debate.claims["rain"].text == "Rain is good.", "the map keeps its own"
        await user.press("u", "u")
        assert dump(user.debate) == dump(rain())


async def test_a_map_that_is_no_copy_is_offered_to_be_joined_and_a_copy_to_be_merged(
    file: Path,
) -> None:
    file.with_name("cold.json").write_bytes(dump(weather()))
    write_copy(file.with_name("mine.json"))
    async with opened(open_session(file)) as user:
        for chord, name, question in (
            (("g", "m"), "cold.json", "is another map"),
            (("g", "a"), "mine.json", "is a copy of this map"),
        ):
            await user.press(*chord)
            await wait_for(user, "Escape leaves")
            await user.type(name)
            await user.press("enter")
            await wait_for(user, question)
            await user.press("escape")
            await user.rest()
            assert not user.session.dirty
        await user.press("g", "m")
        await wait_for(user, "Escape leaves")
        await user.type("cold.json")
        await user.press("enter")
        await wait_for(user, "is another map")
        await user.press("j")
        await wait_for(user, "A claim that came in")
        assert user.said == "Joined: 2 claims came in."
        await user.press("escape")
        assert len(user.debate.claims) == len(rain().claims) + 2


async def test_an_outside_change_is_merged_and_saved(file: Path) -> None:
    async with opened(open_session(file), size=(140, 20)) as user:
        user.session.do(edit.reword(user.debate, "roots", "Roots drink little."))
        write_copy(file)
        await user.press("ctrl+s")
        await user.until(lambda: user.said.endswith("Saved."), "a save")
        assert user.said.startswith("Another program saved it first. Merged: 1 claim added, 1 del")
        assert not user.session.dirty
        assert "snow" not in user.debate.claims, "what was loaded is what both began with"
        assert dump(load(file)) == dump(user.debate)
        assert len(conflicts_in(load(file))) == 1
        await user.press("u")
        assert user.debate.claims["roots"].text == "Roots drink little."
        await user.press("ctrl+s")
        await user.until(lambda: not user.session.dirty, "a save")
        assert user.said == f"Saved to {file}."


async def test_an_outside_change_that_is_no_map_or_another_one_is_left_alone(file: Path) -> None:
    async with opened(open_session(file), size=(200, 20)) as user:
        for data, reason in ((b"{", "JSON"), (dump(weather()), "stands")):
            user.session.do(edit.reword(user.debate, "roots", f"Roots {reason}."))
            file.write_bytes(data)
            await user.press("ctrl+s")
            for answer in ("m", "c"):
                await user.rest_while_asked()
                await user.until_shown(reason)
                await user.press(answer)
            await user.rest()
            assert user.session.dirty
            assert file.read_bytes() == data


async def test_names_of_copies_break_no_screen(file: Path) -> None:
    for mark in ("[b]", "\x1b]0;PWNED\x07", "[@click=app.quit]x"):
        write_copy(file.with_name(f"rain (conflicted copy {mark}).json"))
    write_copy(file.with_name(os.fsdecode(b"rain (conflicted copy \xff).json")))
    async with opened(open_session(file)) as user:
        await user.rest()
        assert user.said == "4 conflicted copies lie beside this map; g m merges one."
        await user.press("g", "m")
        await wait_for(user, "[@click=app.quit]x")
        await user.press("enter")
        await user.rest()
        assert "\x1b]0" not in user.text
        await user.press("u", "g", "a")
        await wait_for(user, "Type the path of one.")
