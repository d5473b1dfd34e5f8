import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.formats.native.codec import dump
from debatemap.store.locations import samples
from tests.tui.terminal import SEQUENCE, Terminal, loaded, running

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")
ESCAPE = "\x1b"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "map.json"))


def assert_terminal_is_as_it_was(terminal: Terminal) -> None:
    """Asserts that what was switched on was switched off after it."""
    for on, off in (
        (b"\x1b[?1049h", b"\x1b[?1049l"),
        (b"\x1b[?25l", b"\x1b[?25h"),
        (b"\x1b[?1000h", b"\x1b[?1000l"),
        (b"\x1b[?1003h", b"\x1b[?1003l"),
        (b"\x1b[?2004h", b"\x1b[?2004l"),
    ):
        assert terminal.sent.rfind(off) > terminal.sent.rfind(on), off


def test_the_main_job_leaves_a_small_clean_change_in_the_file(sample: Path) -> None:
    before = json.loads(sample.read_bytes())
    thesis, other = before["map"]["theses"]
    with running(sample) as terminal:
        terminal.wait_for("Open source AI", before["claims"][thesis]["text"][:30])
        terminal.press("jl")
        terminal.press("gg-")
        terminal.wait_for("con of")
        terminal.press("Weights cannot be called back.\r")
        terminal.wait_for("Weights cannot be called back.")
        terminal.press("\r")
        terminal.wait_for("L link")  # of the hints: the editor is closed
        terminal.press("L")
        terminal.wait_for("supports …")
        terminal.press(before["claims"][other]["text"][:25])
        terminal.wait_for("a thesis")
        terminal.press("\r")
        terminal.wait_for("Linked “Weights cannot")
        terminal.press("u")
        terminal.wait_for("Undone: linked “Weights cannot")
        terminal.press("U")
        terminal.wait_for("Done again: linked “Weights cannot")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert_terminal_is_as_it_was(terminal)
    after = json.loads(sample.read_bytes())
    (new,) = after["claims"].keys() - before["claims"].keys()
    claim = after["claims"].pop(new)
    assert after == before, "nothing else has changed"
    links = claim.pop("links").values()
    today = datetime.now(UTC).date().isoformat()
    assert claim["text"] == "Weights cannot be called back."
    assert claim.keys() <= {"text", "by", "created"}
    assert claim["created"] <= today
    assert {(link["stance"], link["to"]) for link in links} == {
        ("attacks", thesis),
        ("supports", other),
    }
    assert dump(load(sample)) == sample.read_bytes()
    assert len(sample.read_bytes().splitlines()) - len(SAMPLE.read_bytes().splitlines()) < 25


def test_a_map_that_was_only_read_is_not_written(sample: Path) -> None:
    stamp = sample.stat().st_mtime_ns
    with loaded(sample, size=(80, 24)) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("jjlhkq")
        assert terminal.wait_for_end() == 0
        assert_terminal_is_as_it_was(terminal)
    assert sample.stat().st_mtime_ns == stamp


def test_quitting_with_unsaved_edits_asks(sample: Path) -> None:
    before = sample.read_bytes()
    with loaded(sample) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("j~q")
        terminal.wait_for("map.json has unsaved edits.")
        terminal.press("c")
        terminal.wait_until_gone("has unsaved edits.")
        terminal.press("q")
        terminal.wait_for("map.json has unsaved edits.")
        terminal.press("d")
        assert terminal.wait_for_end() == 0
    assert sample.read_bytes() == before


def test_the_users_editor_changes_a_claim_and_the_screen_comes_back(
    sample: Path, tmp_path: Path
) -> None:
    editor = tmp_path / "ed"
    editor.write_text('#!/bin/sh\nprintf "Written elsewhere.\\n" > "$1"\n')
    editor.chmod(0o700)
    with loaded(sample, EDITOR=str(editor), VISUAL="") as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("jE")
        terminal.wait_for("Written elsewhere.")
        terminal.press("u")
        terminal.wait_for("Undone: reworded")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert_terminal_is_as_it_was(terminal)


def test_an_editor_that_fails_leaves_the_claim_as_it_was(sample: Path) -> None:
    with loaded(sample, EDITOR="false", VISUAL="") as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("jE")
        terminal.wait_for("false failed: it ended with status 1; the claim is as it was.")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


def test_nothing_is_drawn_while_nothing_happens(sample: Path) -> None:
    with loaded(sample) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.read(1.0)
        while terminal.read(0.5):
            pass
        assert terminal.read(3.0) == b""
        terminal.press("q")
        assert terminal.wait_for_end() == 0


HOSTILE = (
    "\x1b]52;c;aGk=\x07 \x1b]0;PWNED\x07 \x1b]2;PWNED\x1b\\ \x1b[c \x1b[6n \x1bP+q544e\x1b\\ "
    "\x9b31m "
    "\x9d0;PWNED\x9c \x1b[?1049l \x1b[2J \x1bc \x1b]8;;http://x\x1b\\link \x00\x07\x08\x0c\x7f "
    "\u202eevil\u2066 [@click=app.quit]x[/] [/b]"
)


def sequences(text: bytes) -> set[bytes]:
    """Returns the sequences in what was sent, without colours and places."""
    kinds = set()
    for found in SEQUENCE.findall(text.decode("utf-8", "replace").encode("latin-1", "replace")):
        kinds.add(b"\x1b[#" + found[-1:] if found[-1:] in b"mHGABCDJKX" else found)
    return kinds


def _look_around(path: Path) -> bytes:
    with loaded(path, size=(90, 24)) as terminal:
        terminal.wait_for("▌")
        for keys, words in (("s", "add a source"), (":", "Commands"), ("?", "Keys and help")):
            terminal.press(keys)
            terminal.wait_for(words)
            terminal.press(ESCAPE)
            terminal.wait_until_gone(words)
        terminal.press("Lx")
        terminal.wait_for("ctrl+t")
        terminal.press(ESCAPE)
        terminal.wait_for("Escape again leaves")
        terminal.press(ESCAPE)
        terminal.wait_until_gone("Escape again leaves")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        return terminal.sent


def test_escape_sequences_of_a_map_never_reach_the_terminal(tmp_path: Path) -> None:
    benign, hostile = tmp_path / "benign.json", tmp_path / "hostile.json"
    for path, words in ((benign, "xyz"), (hostile, HOSTILE)):
        claims = {name: Claim(f"{name} {words}", note=words, by=words) for name in ("a", "b")}
        save(Debate(Header("m", words, ("a",)), claims), path)
    sent, known = _look_around(hostile), sequences(_look_around(benign))
    assert sequences(sent) <= known
    assert b"PWNED\x07" not in sent
    assert b"\x1b]52" not in sent
    assert b"\x1b]0" not in sent
    text = sent.decode()
    assert not any("\x80" <= character <= "\x9f" for character in text)
    assert "\u202e" not in text


def test_a_burst_of_keys_is_a_claim_and_no_commands(sample: Path) -> None:
    with loaded(sample) as terminal:
        terminal.wait_for("Open source AI", "▌")
        terminal.press("+")
        terminal.wait_for("pro of")
        terminal.press("quick\rquit\r\r")
        terminal.wait_for("+ quick", "+ quit", "L link")  # of the hints: the editor is closed
        terminal.press("\x13")
        terminal.wait_for("Saved to")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    texts = {claim.text for claim in load(sample).claims.values()}
    assert {"quick", "quit"} <= texts


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_without_a_terminal_the_screen_does_not_start(sample: Path, stream: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "debatemap", str(sample)],
        stdin=subprocess.PIPE if stream == "stdin" else None,
        capture_output=True,
        timeout=150,
        check=False,
    )
    assert result.returncode == 2
    assert b"\x1b" not in result.stdout + result.stderr
    assert b"terminal" in result.stderr


def test_a_setting_that_makes_no_sense_is_a_sentence(sample: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings" / "debatemap" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("strengths = 7\n")
    with loaded(sample, size=(200, 20), XDG_CONFIG_HOME=str(tmp_path / "settings")) as terminal:
        assert terminal.wait_for_end() == 2
        assert "config.toml, strengths" in terminal.text
        assert "Traceback" not in terminal.text


def test_keys_that_make_no_sense_are_told_of_and_the_map_opens(
    sample: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "settings" / "debatemap" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nsave = ["contrl+s"]\nquit = ["Z"]\n')
    with loaded(sample, XDG_CONFIG_HOME=str(tmp_path / "settings")) as terminal:
        terminal.wait_for("Settings: keys.save: there is no key “contrl+s”", "▌")
        terminal.press("Z")
        assert terminal.wait_for_end() == 0


def test_a_map_that_does_not_exist_is_a_sentence(tmp_path: Path) -> None:
    with loaded(tmp_path / "none" / "none.json", size=(200, 20)) as terminal:
        assert terminal.wait_for_end() == 2
        assert "there is no such file" in terminal.text
        assert "Traceback" not in terminal.text


def test_the_start_screen_opens_a_sample_as_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with loaded() as terminal:
        terminal.wait_for("begin a new map", "open-source-ai")
        terminal.press("open\r")
        terminal.wait_for("◆", "▌")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
