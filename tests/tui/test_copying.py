"""Branches and marked claims go to the clipboard, and come back with all their fields."""

import base64
import stat
import sys
from pathlib import Path
from typing import Final

import pytest
from textual import events

from debatemap import load, save
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.formats.registry import read_map
from debatemap.tui.system.clipboard import Copier, copier, copy_with
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import empty, rain
from tests.tui.terminal import loaded, pasted

FOLDER: Final = Path(__file__).parent / "shaped"


@pytest.fixture(autouse=True)
def _without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)


def script(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


async def copied(user: Driver, *keys: str) -> str:
    await user.press("B", "y", *keys)
    await user.until(lambda: user.said.startswith("Copied"), "what was copied")
    return user.app.clipboard


async def test_a_branch_is_copied_as_lines_and_as_markdown() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Plants grow.")
        lines = "+ Plants grow.\n  > a longer remark,\n  > line by line\n  + Roots drink.\n"
        assert await copied(user, "t") == lines
        assert "“Plants grow.” and 1 claim beneath it as indented lines" in user.said
        text = await copied(user, "m")
        assert text.startswith("- Pro: Plants grow.\n")


async def test_marked_claims_are_copied_without_what_is_beneath() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Plants grow.")
        await user.press("v", "v")
        assert await copied(user, "t") == (
            "+ Plants grow.\n  > a longer remark,\n  > line by line\n- Streets flood.\n"
        )
        assert "the 2 marked claims" in user.said


async def test_json_carries_all_fields_into_another_map() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Plants grow.")
        text = await copied(user, "j")
    async with opened(empty(), size=(100, 30)) as other:
        await other.press("escape")
        other.app._driver.send_message(events.Paste(text))  # type: ignore[union-attr]
        await other.until_shown("Enter adds ")
        await other.press("enter")
        assert other.debate.claims["plants"] == rain().claims["plants"]
        assert other.debate.sources == rain().sources
        assert other.debate.links["l-roots"] == rain().links["l-roots"]


async def test_argdown_has_the_branch_with_its_ids() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Plants grow.")
        text = await copied(user, "g")
    made = read_map(text.encode(), "clipboard", "argdown").debate
    assert made.claims["plants"].text == "Plants grow."
    assert made.links["l-roots"].premises == rain().links["l-roots"].premises


async def test_ids_that_clash_are_renewed_and_the_stance_is_kept() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Streets flood.")
        text = await copied(user, "j")
        await user.go_to("Sun is good.")
        user.app._driver.send_message(events.Paste(text))  # type: ignore[union-attr]
        await user.until_shown("Enter adds ")
        assert "− Streets flood." in user.text
        await user.press("enter")
        floods = [key for key, x in user.debate.claims.items() if x.text == "Streets flood."]
        assert len(floods) == 2
        new = next(key for key in floods if key != "floods")
        (link,) = user.debate.links_from(new)
        assert user.debate.links[link].stance == "attacks"
        await user.press("u")
        assert user.debate.claims == rain().claims


def test_a_program_of_the_system_is_found(tmp_path: Path) -> None:
    assert copier({"PATH": str(tmp_path), "DISPLAY": ":0"}, "linux") is None
    for name in ("xsel", "wl-copy", "pbcopy"):
        script(tmp_path, name, "exit 0")
    names = [
        found.name if (found := copier({"PATH": str(tmp_path), **more}, platform)) else ""
        for more, platform in (
            ({}, "linux"),
            ({"DISPLAY": ":0"}, "linux"),
            ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "linux"),
            ({}, "darwin"),
        )
    ]
    assert names == ["", "xsel", "wl-copy", "pbcopy"]


@pytest.mark.skipif(sys.platform == "win32", reason="it runs scripts of a shell")
def test_a_program_that_hangs_or_fails_is_told_of(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    works = script(tmp_path, "works", f"cat > '{kept}'")
    assert copy_with(Copier("works", (str(works),)), "wörds") == ""
    assert kept.read_text("utf-8") == "wörds"
    hangs = script(tmp_path, "hangs", "exec sleep 60")
    assert "did not end within 0.2" in copy_with(Copier("hangs", (str(hangs),)), "x", 0.2)
    fails = script(tmp_path, "fails", "exit 3")
    assert copy_with(Copier("fails", (str(fails),)), "x") == "fails ended with status 3"
    assert "cannot be run" in copy_with(Copier("none", (str(tmp_path / "none"),)), "x")


def test_a_terminal_gets_what_is_copied_and_gives_it_to_another_map(tmp_path: Path) -> None:
    save(rain(), tmp_path / "rain.json")
    save(Debate(Header("other", "Other", ("rain",)), {"rain": rain().claims["rain"]}),
         tmp_path / "other.json")  # fmt: skip
    with loaded(tmp_path / "rain.json", DISPLAY="", WAYLAND_DISPLAY="") as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press("jBy")
        terminal.wait_for("JSON with all fields")
        terminal.press("j")
        terminal.wait_for("Copied “Plants grow.”")
        found = terminal.sent.rpartition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
    text = base64.b64decode(found).decode()
    with loaded(tmp_path / "other.json") as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.press(pasted(text.replace("\n", "\r")))
        terminal.wait_for("Paste 2 claims under")
        terminal.press("\r")
        terminal.wait_for("Pasted “Plants grow.”")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    debate = load(tmp_path / "other.json")
    assert debate.claims["plants"] == rain().claims["plants"]
    assert debate.sources == rain().sources


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_the_question_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.go_to("Plants grow.")
        await user.press("B", "y")
        name = f"a copy at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


@pytest.mark.skipif(sys.platform == "win32", reason="it runs a script of a shell")
async def test_words_go_to_a_program_of_the_system_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, "xclip", f"/bin/cat > '{tmp_path / 'kept'}'")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", ":0")
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("Y")
        await user.until(lambda: user.said == "Copied with xclip.", "the program")
        assert (tmp_path / "kept").read_text() == "Rain is good."
        await copied(user, "t")
        assert user.said.endswith(", with xclip.")
