"""What others do to an open map's file, and a second window on the same map."""

import json
from pathlib import Path

import pytest

from debatemap import edit, load, save
from debatemap.formats.native.codec import dump
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.tui.app import DebateApp
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


def write(file: Path, claim: str, text: str) -> Session:
    """Another program rewords a claim."""
    session = open_session(file)
    session.do(edit.reword(session.debate, claim, text))
    session.save()
    return session


async def looked(user: Driver) -> None:
    """Lets the watcher look, twice, as what cannot be read is looked at again."""
    for _ in range(2):
        user.map.watcher.poll()
        await user.rest()


async def test_an_outside_change_comes_in_by_itself_with_folds_and_cursor_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debatemap.tui.features.keeping.file_watcher._EVERY", 0.05)
    async with opened(open_session(file)) as user:
        await user.press("j", "l", "l", "j")
        rows = user.rows
        write(file, "sun", "Sun is bad.")
        await user.until_shown("Sun is bad.")
        await user.rest()
        assert user.rows == [row.replace("Sun is good", "Sun is bad") for row in rows]
        assert user.words == "Roots drink."
        # Or what is new to the reader, which is told after it.
        assert user.said.startswith(("Came in from outside: 1 claim changed.", "1 claim has cha"))
        assert not user.session.dirty


async def test_beside_unsaved_edits_it_is_merged_as_one_step_again_and_again(file: Path) -> None:
    async with opened(open_session(file), size=(140, 20)) as user:
        await user.rest()
        await user.press("j", "~")
        for text in ("Sun is bad.", "Sun is worse."):
            write(file, "sun", text)
            await looked(user)
            assert user.debate.claims["sun"].text == text
            assert user.debate.links["l-plants"].stance == "attacks"
            assert "1 claim changed" in user.said
            assert not conflicts_in(user.debate), "what came in before is no change of ours"
        await user.press("u")
        assert user.debate.claims["sun"].text == "Sun is bad."
        await user.press("U", "ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {file}."
        assert load(file).claims["sun"].text == "Sun is worse."
        assert load(file).links["l-plants"].stance == "attacks"


async def test_what_both_changed_is_left_to_settle(file: Path) -> None:
    async with opened(open_session(file), size=(140, 20)) as user:
        user.session.do(edit.reword(user.debate, "sun", "Mine."))
        write(file, "sun", "Yours.")
        await looked(user)
        assert user.said.endswith("1 conflict (C shows them).")


async def test_the_same_content_and_our_own_saves_are_no_change(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await looked(user)
        session = user.session
        file.write_bytes(file.read_bytes())
        await looked(user)
        await user.press("j", "~", "ctrl+s")
        await user.rest()
        await looked(user)
        assert user.session is session
        assert user.said == f"Saved to {file}."


async def test_while_something_is_written_an_outside_change_waits(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("j", "+")
        await user.type("So")
        write(file, "sun", "Sun is bad.")
        await looked(user)
        assert user.writing
        assert user.debate.claims["sun"].text == "Sun is good."
        await user.press("enter", "enter")
        await looked(user)
        assert user.debate.claims["sun"].text == "Sun is bad."
        assert "So" in [claim.text for claim in user.debate.claims.values()]


async def test_a_file_that_is_gone_is_said_once_and_saving_writes_it(file: Path) -> None:
    async with opened(open_session(file), size=(140, 20)) as user:
        await looked(user)
        file.unlink()
        await looked(user)
        assert "rain.json is gone" in user.said
        await user.press("j")
        await looked(user)
        assert user.said == ""
        await user.press("ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {file}."
        assert file.read_bytes() == dump(rain())


async def test_a_file_that_cannot_be_read_any_more_is_said_and_left_alone(file: Path) -> None:
    async with opened(open_session(file), size=(200, 20)) as user:
        await looked(user)
        file.write_text("{")
        await looked(user)
        assert user.said.startswith("Another program has changed the file, and ")
        assert user.words == "Rain is good."
        await user.press("j")
        await looked(user)
        assert user.said == "", "it is said once"
        assert file.read_text() == "{"


async def test_another_map_in_its_place_is_not_taken_in(file: Path) -> None:
    async with opened(open_session(file), size=(200, 20)) as user:
        await looked(user)
        other = rain()
        other.apply(edit.set_title(other, "Other"))
        shape = json.loads(dump(other))
        shape["map"]["id"] = "another"
        file.write_text(json.dumps(shape))
        await looked(user)
        assert "another map stands there now" in user.said
        assert user.debate.header.id == "rain_map"


async def test_a_read_only_map_follows_its_file_and_stays_read_only(file: Path) -> None:
    async with opened(open_session(file, read_only=True)) as user:
        write(file, "sun", "Sun is bad.")
        await looked(user)
        assert user.debate.claims["sun"].text == "Sun is bad."
        assert user.session.read_only == "it was opened read-only"


async def test_a_second_window_reads_and_may_take_over(file: Path) -> None:
    async with opened(open_session(file), size=(140, 24)) as first:
        await first.press("j", "~")
        app = DebateApp(session=open_session(file))
        async with app.run_test(size=(140, 24)) as pilot:
            second = Driver(app, pilot)
            await second.rest()
            assert not second.is_asked, "the edits of the first are not offered: it lives"
            assert second.said.startswith("Read-only: it is open in another window (since ")
            assert second.said.endswith("; g w takes over.")
            await second.press("+")
            assert "read-only: it is open in another window (since " in second.said
            await second.press("g", "w")
            await second.rest()
            assert second.said.startswith("This window writes the map now")
            assert not second.session.read_only
            first.map.watcher.poll()
            assert first.session.read_only == "another window took over"
            assert "Another window took over this map." in first.said
            await first.press("~")
            assert "read-only" in first.said
            await second.rest_while_asked()
            assert "1 edit of “The weather” (rain.json)" in second.text
            await second.press("k")
            await second.rest()
            assert second.debate.links["l-plants"].stance == "attacks"
            await second.press("ctrl+s")
            await second.rest()
            await second.press("g", "w")
            assert "no other window has the map open" in second.said
            await second.press("q")
        await first.press("g", "r", "r")
        await first.rest()
        assert not first.session.read_only, "the other window was closed"


async def test_a_window_that_lost_the_map_saves_elsewhere(file: Path) -> None:
    async with opened(open_session(file), size=(140, 24)) as first:
        await first.press("j", "~")
        async with opened(open_session(file), size=(140, 24)) as second:
            await second.rest()
            await second.press("g", "w")
            await second.rest()
            first.map.watcher.poll()
            await first.press("ctrl+s", "ctrl+u")
            other = file.with_name("other.json")
            first.screen.query_one("Line").value = str(other)  # type: ignore[attr-defined]
            await first.press("enter")
            await first.rest()
            assert first.session.path == other
            assert not first.session.read_only
            assert not first.map.watcher.holder
            assert first.session.journal is not None
    assert file.read_bytes() == dump(rain())


async def test_a_file_named_like_a_key_is_told_to_be_gone(tmp_path: Path) -> None:
    file = tmp_path / "a{key:nope}.json"
    save(rain(), file)
    async with opened(file) as user:
        file.unlink()
        user.map.watcher.poll()
        await user.until(lambda: "a{key:nope}.json is gone" in user.said, "the warning")
