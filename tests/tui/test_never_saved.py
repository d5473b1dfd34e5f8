"""A map that has no file yet is not said to have lost one."""

from pathlib import Path

from debatemap import save
from debatemap.workspace.session import new_session
from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_a_map_that_was_never_saved_is_not_said_to_be_gone(tmp_path: Path) -> None:
    session = new_session()
    session.path = tmp_path / "new.json"
    async with opened(session) as user:
        await user.type("We move.")
        user.map.watcher.poll()
        await user.press()
        assert user.said == ""
        await user.press("enter", "escape", "ctrl+s")
        await user.rest()
        assert user.said == f"Saved to {session.path}."
        user.map.watcher.poll()
        await user.rest()
        session.path.unlink()
        user.map.watcher.poll()
        await user.press()
        assert "new.json is gone" in user.said


async def test_a_file_of_that_name_that_comes_meanwhile_is_noticed(tmp_path: Path) -> None:
    session = new_session()
    session.path = tmp_path / "new.json"
    async with opened(session) as user:
        await user.type("We move.")
        await user.press("enter", "escape")
        user.map.watcher.poll()
        save(rain(), session.path)
        await user.press("ctrl+s")
        await user.until(lambda: "stands there already" in user.said, "a refusal")
