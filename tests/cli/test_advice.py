"""What messages advise can be done as they say it: commands to paste, files that are named."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.cli.exit_status import Status
from debatemap.cli.keys_in_words import how_to_settle
from debatemap.config import Config, load_config
from debatemap.core.errors import MapError
from debatemap.core.text import safe_line, shell_word
from tests.cli.conftest import Run

NAMES = ["my map.json", "-rf.json", "it's.json", "$(touch x).json", "a;b.json", "a\nb\x1b[2J.json"]


def advised(said: str, begin: str) -> list[str]:
    """Returns the words of a command that a message names, as a shell reads them."""
    command = next(each for each in re.findall(r"`([^`]*)`", said) if each.startswith(begin))
    printed = subprocess.run(
        ["bash", "-c", f"printf '%s\\0' {command}"], capture_output=True, check=True, text=True
    )
    return printed.stdout.split("\0")[:-1]


@given(st.text(st.characters(exclude_characters="\0"), min_size=1))
def test_a_word_is_safe_to_show_and_is_one_word(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    word = shell_word(name)
    assert safe_line(word) == word
    assert not name.startswith("-") or word.removeprefix("$").removeprefix("'").startswith("./")


@pytest.mark.parametrize("name", [*NAMES, "  two  spaces ", "\\n", "'\n'", "é\u202e", "\x80"])
def test_a_word_is_read_back_by_the_shell(name: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"printf %s {shell_word(name)}"], capture_output=True, check=True
    )
    assert done.stdout.decode().removeprefix("./") == name


@pytest.mark.parametrize("name", NAMES)
def test_names_in_advice_are_words_of_a_shell(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    given = f"./{name}" if name.startswith("-") else name
    missing = run("add", "--", name, "A claim.")
    assert advised(missing.stderr, "debatemap new") == ["debatemap", "new", given]
    made = run("new", "--", name)
    assert advised(made.stderr, "debatemap ") == ["debatemap", given]
    shown = run("open", "--", name)
    assert advised(shown.stderr, "debatemap show") == ["debatemap", "show", given]
    run("add", "--", name, "A claim.")
    restored = run("history", "--restore", "2", "--", name)
    assert advised(restored.stderr, "debatemap history") == ["debatemap", "history", given]
    lacking = run("history", "--restore", "99", "--", name)
    assert advised(lacking.stderr, "debatemap history") == ["debatemap", "history", given]
    data = Path(name).read_bytes()
    Path(name).write_bytes(data[:-3])
    damaged = run("show", "--", name)
    assert advised(damaged.stderr, "debatemap history") == ["debatemap", "history", given]
    Path(name).write_bytes(b"<<<<<<< HEAD\n" + data)
    marked = run("show", "--", name)
    assert advised(marked.stderr, "debatemap resolve") == ["debatemap", "resolve", given]


def test_a_name_that_is_a_command_s_is_opened_by_its_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert advised(run("new", "show").stderr, "debatemap") == ["debatemap", "./show"]


@pytest.mark.parametrize(
    "arguments",
    [["merge", "MAP", "none.json"], ["merge", "none.json", "MAP"], ["diff", "MAP", "none.json"],
     ["join", "MAP", "none.json"], ["show", "none.json"], ["fmt", "none.json"]],
    ids=" ".join,
)  # fmt: skip
def test_what_is_to_be_read_is_not_to_be_made(
    run: Run, map_file: Path, arguments: list[str]
) -> None:
    result = run(*(str(map_file) if word == "MAP" else word for word in arguments))
    assert result.exit_code == Status.BAD
    assert "none.json: there is no such file. Check its name." in result.stderr
    assert "debatemap new" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["LINK"], ["open", "LINK"], ["show", "LINK"], ["new", "LINK"], ["add", "LINK", "x"],
     ["merge", "MAP", "MAP", "-o", "LINK"], ["join", "MAP", "MAP", "-o", "LINK"],
     ["resolve", "MAP", "-o", "LINK"], ["fmt", "LINK"], ["diff", "LINK", "MAP"],
     ["check", "LINK"], ["history", "LINK"], ["log", "LINK"]],
    ids=" ".join,
)  # fmt: skip
def test_a_link_to_nothing_has_one_story(run: Run, map_file: Path, arguments: list[str]) -> None:
    link = map_file.with_name("link.json")
    link.symlink_to("gone.json")
    words = {"LINK": str(link), "MAP": str(map_file)}
    result = run(*(words.get(word, word) for word in arguments))
    assert result.exit_code == Status.BAD
    assert "it is a link to gone.json, and no file is there. Mend the link" in result.output
    assert not link.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["whatif", "MAP", "--assume", "=0"], "=0: the id before the = is missing, as in ID=0"),
        (["whatif", "MAP", "--assume", " =1"], "the id before the = is missing"),
        (["whatif", "MAP", "--assume", "eyes"], "eyes: expected ID=0, ID=1 or ID=absent"),
        (["why", "MAP", ""], "no claim or link is named: the id is empty"),
        (["add", "MAP", "x", "--undercut", " "], "no link is named: the id is empty"),
    ],
)
def test_an_id_that_is_missing_is_named(
    run: Run, map_file: Path, arguments: list[str], said: str
) -> None:
    result = run(*(str(map_file) if word == "MAP" else word for word in arguments))
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert said in result.stderr


@pytest.mark.parametrize(
    "toml",
    ["name = " + "[" * 3000 + "]" * 3000, "name = " + "{a=" * 3000 + "1" + "}" * 3000,
     "keys = " + "[" * 200_000, "a" + ".a" * 3000 + " = 1", "[" + "a." * 3000 + "a]"],
    ids=["lists", "tables", "broken", "dotted", "header"],
)  # fmt: skip
def test_settings_that_are_nested_too_deep_are_a_sentence(
    run: Run, map_file: Path, tmp_path: Path, toml: str
) -> None:
    path = tmp_path / "settings" / "debatemap" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(toml, encoding="utf-8")
    result = run("add", map_file, "A claim.")
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert result.stderr.count("\n") == 1
    assert str(path) in result.stderr
    assert len(result.stderr) < 1000


def test_a_home_that_is_no_folder_has_no_settings(tmp_path: Path) -> None:
    assert load_config(Path("/dev/null/.config/debatemap/config.toml")) == Config()
    closed = tmp_path / "config.toml"
    closed.mkdir()
    with pytest.raises(MapError):
        load_config(closed)


@pytest.mark.parametrize(
    "arguments",
    [["add", "MAP", "A claim."], ["new", "NEW"], ["join", "MAP", "OTHER"],
     ["whatif", "MAP", "--assume", "eyes=0", "--keep", "x"], ["check", "BAD", "--fix"],
     ["merge", "MAP", "MAP", "-o", "NEW"]],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_copy_that_cannot_be_kept_is_said(
    run: Run, map_file: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    words = {name: str(map_file.with_name(f"{name}.json")) for name in ("NEW", "OTHER", "BAD")}
    data = map_file.read_bytes()
    other = data.replace(b"map0000001", b"map0000002").replace(b"inbox001", b"inbox002")
    Path(words["OTHER"]).write_bytes(other)
    Path(words["BAD"]).write_bytes(data.replace(b"Armies", b"Armies\\u0007"))
    words["MAP"] = str(map_file)
    monkeypatch.setenv("HOME", "/dev/null")
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    result = run(*(words.get(word, word) for word in arguments))
    assert result.exit_code in (Status.DONE, Status.FOUND)
    assert "No copy is kept for `debatemap history`: /dev/null/state/" in result.stderr
    assert result.stderr.count("No copy is kept") == 1


def test_what_is_restored_does_not_claim_a_copy_that_is_not_kept(
    run: Run, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", map_file, "A claim.")
    monkeypatch.setattr("debatemap.store.backups._write", _refuse)
    map_file.write_bytes(map_file.read_bytes().replace(b"A claim.", b"My claim."))
    result = run("history", map_file, "--restore", "1")
    assert "; what it held is not kept" in result.stderr
    assert "what it held is kept" not in result.stderr


def _refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_new_map_s_id_is_for_the_next_command(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    printed = run("new", path, "--thesis", "One.", "--thesis", "Two.").stdout.split()
    assert len(printed) == 2
    for claim in printed:
        assert run("add", path, "Because.", "--pro", claim).exit_code == Status.DONE
    assert run("new", tmp_path / "bare.json").stdout == ""


def test_advice_names_the_user_s_own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    path = tmp_path / "settings" / "debatemap" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nconflicts = ["f9"]\n')
    assert how_to_settle() == "press f9 to settle them, and save"
    path.write_text("[keys\n")
    assert how_to_settle() == "press C to settle them, and save", "a merge goes on all the same"
