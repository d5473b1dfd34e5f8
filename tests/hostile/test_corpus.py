"""Every hostile file goes through every command, and nothing comes of it."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import orjson
import pytest

from debatemap.formats.native.codec import dump, parse
from debatemap.store.locations import samples
from debatemap.sync.merge.three_way import merge3
from tests.extent import is_long, share
from tests.fork_server import ForkServer, Outcome
from tests.hostile.corpus import BYTES, HUGE, MAPS, SPECIAL, make
from tests.tui.hostile import FLAGS, UNSAFE

MEGABYTES: Final = 300
SECONDS: Final = 2.0
"""Of the processor; or forty times what the same command takes for a sample, where that is more,
as on a slow machine."""

COMMANDS: Final[dict[str, list[str]]] = {
    "show": ["show", "MAP"],
    "show as JSON": ["show", "MAP", "--json"],
    "find": ["find", "MAP", "a"],
    "stats": ["stats", "MAP"],
    "check": ["check", "MAP"],
    "check as JSON": ["check", "MAP", "--json"],
    "diff": ["diff", "MAP", "OTHER"],
    "diff as JSON": ["diff", "MAP", "OTHER", "--json"],
    "merge with itself": ["merge", "MAP", "COPY", "-o", "MERGED"],
    "merge to standard output": ["merge", "MAP", "OTHER", "--no-guess"],
    "merge with a base": ["merge", "COPY", "MAP", "OTHER", "-o", "MERGED"],
    "join": ["join", "COPY", "SAMPLE"],
    "resolve": ["resolve", "COPY"],
    "add": ["add", "COPY", "more"],
    "textconv": ["git", "textconv", "MAP"],
    "fmt": ["fmt", "COPY"],
    "check and mend": ["check", "COPY", "--fix"],
}
"""Those that write, last; they write into copies."""

FOR_BYTES: Final = ("show", "check", "check as JSON", "merge with itself", "resolve", "fmt")
FOR_PIPE: Final = ("resolve", "add", "join")
"""The others read a pipe, and wait for who writes to it."""
FOR_HUGE: Final = ("show", "check", "diff", "merge with itself")


@pytest.fixture(scope="module")
def usual(forked: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Seconds that each command takes for a sample."""
    folder = tmp_path_factory.mktemp("usual")
    files = _files(folder, Path(shutil.copy(samples()[0], folder / "map.json")))
    return {
        name: forked.run(*(files.get(part, part) for part in command)).seconds
        for name, command in COMMANDS.items()
    }


def _files(folder: Path, path: Path) -> dict[str, Path]:
    """Returns the files that stand for words in a command."""
    named = {word: folder / f"{word.lower()}.json" for word in ("COPY", "OTHER", "MERGED")}
    is_file = path.is_file() and path.stat().st_size < 10**8 and not path.is_symlink()
    for word in ("COPY", "OTHER"):
        if is_file:
            data = path.read_bytes()
            named[word].write_bytes(_edited(data) if word == "OTHER" else data)
        else:
            named[word] = path
    return {"MAP": path, "SAMPLE": samples()[0], **named}


def _some_of(number: int) -> list[tuple[str, list[str]]]:
    """Returns the third of the commands that a map by its number goes through, or all if long.

    The next map goes through another third; those that other commands begin with are in each.
    """
    told = enumerate(COMMANDS.items())
    return [
        item
        for place, item in told
        if is_long() or item[0] in {"show", "check"} or (place + number) % 3 == 0
    ]


def _edited(data: bytes) -> bytes:
    """Returns a map with another text in every tenth claim, and without one in ten."""
    try:
        whole = orjson.loads(data)
        names = list(whole["claims"])
        for name in names[1::10]:
            whole["claims"][name]["text"] += " and \x1b[c more"
        for name in names[2::10]:
            del whole["claims"][name]
        return orjson.dumps(whole)
    except (ValueError, TypeError, KeyError):
        return data


def assert_harmless(outcome: Outcome, what: str) -> None:
    """Asserts that nothing was printed that is for a terminal or for a programmer."""
    for stream in (outcome.stdout, outcome.stderr):
        text = stream.decode()
        found = UNSAFE.search(FLAGS.sub("", text).replace("\n", ""))
        assert found is None, f"{what} printed {found.group()!r} of {text[:500]!r}"
    assert b"Traceback" not in outcome.stderr, f"{what}:\n{outcome.stderr.decode()[-3000:]}"
    assert outcome.status in (0, 1, 2), f"{what} ended with {outcome.status}: {outcome.stderr!r}"


def assert_cheap(outcome: Outcome, what: str, usual: float) -> None:
    assert outcome.megabytes < MEGABYTES, f"{what} took {outcome.megabytes:.0f} MB"
    assert outcome.seconds < max(SECONDS, 40 * usual), f"{what} took {outcome.seconds:.1f} s"


@pytest.mark.parametrize("name", share([*MAPS], 0, 2))
def test_a_hostile_map_goes_through_every_command(
    name: str, forked: ForkServer, usual: dict[str, float], tmp_path: Path
) -> None:
    files = _files(tmp_path, make(tmp_path, name))
    before = files["MAP"].read_bytes()
    for command, words in _some_of(list(MAPS).index(name)):
        outcome = forked.run(*(files.get(word, word) for word in words))
        assert_harmless(outcome, f"{command} of {name}")
        assert_cheap(outcome, f"{command} of {name}", usual[command])
        if command in ("show", "stats", "check as JSON"):
            assert outcome.stdout or not parse(before).debate.claims
        if command == "show as JSON":
            orjson.loads(outcome.stdout)
    assert files["MAP"].read_bytes() == before, "what was only read was not touched"


@pytest.mark.parametrize("name", MAPS)
def test_a_hostile_map_merges_with_itself_and_nothing_changes(name: str, tmp_path: Path) -> None:
    debate = parse(make(tmp_path, name).read_bytes()).debate
    for base in (debate, None):
        merged = merge3(base, debate, debate)
        assert not merged.conflicts
        assert dump(merged.debate) == dump(debate)
    assert dump(parse(dump(debate)).debate) == dump(debate)


@pytest.mark.parametrize("name", share([*BYTES, *SPECIAL], 1, 2))
def test_what_is_no_map_is_refused_in_a_sentence(
    name: str, forked: ForkServer, usual: dict[str, float], tmp_path: Path
) -> None:
    files = _files(tmp_path, make(tmp_path, name))
    for command in FOR_PIPE if name == "a pipe" else FOR_BYTES:
        outcome = forked.run(*(files.get(word, word) for word in COMMANDS[command]))
        assert_harmless(outcome, f"{command} of {name}")
        assert_cheap(outcome, f"{command} of {name}", usual[command])
        if (name, command) == ("marks of a conflict", "resolve"):
            break  # It is what the command is for.
        assert outcome.status in ((1, 2) if command.startswith("check") else (2,)), command
        assert len(outcome.stderr) < 800
        assert outcome.stderr.count(b"\n") <= 1, outcome.stderr
    assert not files["MERGED"].exists()


@pytest.mark.parametrize("name", HUGE)
def test_a_map_of_very_many_claims_goes_through_what_it_must(
    name: str, forked: ForkServer, tmp_path: Path
) -> None:
    files = _files(tmp_path, make(tmp_path, name))
    for command in FOR_HUGE:
        outcome = forked.run(*(files.get(word, word) for word in COMMANDS[command]), memory=4_000)
        assert_harmless(outcome, f"{command} of {name}")


@pytest.mark.parametrize("name", ["escape sequences", "a key twice", "a folder", "too deep"])
def test_the_program_as_it_is_installed_does_the_same(name: str, tmp_path: Path) -> None:
    path = make(tmp_path, name)
    command = [sys.executable, "-m", "debatemap", "show", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=150)
    outcome = Outcome(done.returncode, 0, 0, done.stdout, done.stderr)
    assert_harmless(outcome, f"show of {name}")
    assert (outcome.status == 0) == (name in MAPS)
