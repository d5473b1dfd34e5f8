"""In a real terminal, a hostile map makes the program send nothing that it does not always send."""

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.three_way import merge3
from tests.extent import share
from tests.hostile.payloads import PAYLOADS, fields
from tests.tui.hostile import FLAGS, TEXTS, UNSAFE
from tests.tui.terminal import SEQUENCE, Terminal, loaded
from tests.tui.test_terminal import sequences

ESCAPE: Final = "\x1b"
PAGE_DOWN: Final = "\x1b[6~"
CLAIMS: Final = 24
"""How many there are, with several payloads each: the cursor stops at every one."""

SCREENS: Final = (
    "s", "s\x0f", ":", "?", "Lx", "L\t", "mo", "gi", "gt", "gs", "t", "@", "r", "e", "_", "c",
    "S", "/c", "f", "gm", "ga", "!", "gx", "gl", "%m", "%p",
)  # fmt: skip
"""Keys that lead to a screen, a question, an editor or a bar; Escape leaves it."""

CONTROLS: Final = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Walk(NamedTuple):
    """What a walk over every screen sent."""

    sent: bytes
    status: int

    @property
    def controls(self) -> set[str]:
        """The control characters outside of sequences."""
        return set(
            CONTROLS.findall(SEQUENCE.sub(b"", _with_c1_as_bytes(self.sent)).decode("latin-1"))
        )

    @property
    def printed(self) -> str:
        """What was printed, without the sequences."""
        return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]", "", self.sent.decode())


def _with_c1_as_bytes(sent: bytes) -> bytes:
    return sent.decode("utf-8", "replace").encode("latin-1", "replace")


def disputed(texts: list[str]) -> tuple[Debate, Debate]:
    """Returns a map with texts in every field and conflicts about them, and what it was before."""
    base = fields(texts)
    sides = [parse(dump(base)).debate for _ in range(2)]
    for side, name in zip(sides, "xy", strict=True):
        for claim in (f"c{number}" for number in range(0, len(texts), 3)):
            before = side.claims[claim]
            after = before._replace(text=f"{before.text} {name}", note=f"{name}\n{before.note}")
            side.apply(Change(claims={claim: (before, after)}))
    merged = merge3(base, *sides)
    assert merged.conflicts
    return merged.debate, base


def settle(terminal: Terminal) -> None:
    """Reads until nothing more is sent."""
    while terminal.read(0.04):
        pass


def walk(folder: Path, texts: list[str]) -> Walk:
    """Goes over every screen of a map with some texts."""
    folder.mkdir()
    now, before = disputed(texts)
    (folder / "map.json").write_bytes(dump(now))
    (folder / "other.json").write_bytes(dump(before))
    with loaded(folder / "map.json", size=(100, 30)) as terminal:
        terminal.wait_for("▌", "conflicts")
        terminal.press("zo")
        settle(terminal)
        for keys in ("j" * 6, *[PAGE_DOWN] * 3, "gg", *("jj",) * (CLAIMS // 2), "gg", "j", "j"):
            terminal.press(keys)
            settle(terminal)
        for keys in share(SCREENS, 1, 2):
            _visit(terminal, keys)
        _compare(terminal)
        _visit(terminal, "C", *("j",) * 6)
        terminal.press("q")
        # It would ask, had any answer of the terminal been taken for a key and edited the map.
        return Walk(terminal.sent, terminal.wait_for_end())


def _visit(terminal: Terminal, *keys: str) -> None:
    """Opens a screen with the first keys, uses it with the others, and leaves it."""
    before = terminal.text
    terminal.press(keys[0])
    assert _has_changed(terminal, before), f"{keys} show nothing:\n{before}"
    for key in keys[1:]:
        terminal.press(key)
        settle(terminal)
    for patience in (100, 6, 6):
        shown = terminal.text
        terminal.press(ESCAPE)
        if not _has_changed(terminal, shown, patience) or terminal.text == before:
            return


def _has_changed(terminal: Terminal, before: str, patience: int = 100) -> bool:
    """Waits until the screen shows something else, and for some time if it does not."""
    for _ in range(patience):
        terminal.read(0.05)
        if terminal.text != before:
            settle(terminal)
            return True
    return False


def _compare(terminal: Terminal) -> None:
    terminal.press("gd")
    terminal.wait_for("Compare with which version?", "other.json")
    terminal.press("other\r")
    terminal.wait_for("compared with other.json")
    for _ in range(4):
        terminal.press(")")
        settle(terminal)
    _visit(terminal, "gD")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    return walk(tmp_path_factory.mktemp("usual") / "map", ["xyz"] * CLAIMS)


TOGETHER: Final = (
    *PAYLOADS,
    # pyte itself fails where wide letters are overwritten by halves; a file has no surrogates.
    *(text for kind, text in TEXTS.items() if kind not in ("wide letters", "lone surrogates")),
)


def test_a_hostile_map_sends_a_terminal_only_what_the_program_always_sends(
    usual: Walk, tmp_path: Path
) -> None:
    texts = [" ".join(TOGETHER[number::CLAIMS]) for number in range(CLAIMS)]
    seen = walk(tmp_path / "map", texts)
    assert sequences(seen.sent) <= sequences(usual.sent)
    assert seen.controls <= usual.controls
    hidden = UNSAFE.search(FLAGS.sub("", re.sub(r"[\x00-\x1f]", "", seen.printed)))
    assert hidden is None, f"{hidden.group()!r} in {hidden.string[hidden.start() - 60 :][:120]!r}"
    assert (seen.status, usual.status) == (0, 0)


UNSAFE_VIEW: Final = """
import sys
from debatemap.core import text
from debatemap.tui.system.control_filter import ControlFilter
text._safe_slowly = lambda words: words
ControlFilter.apply = lambda self, segments, background: segments
from debatemap.cli import main
main(sys.argv[1:])
"""
"""The program with its two lines of defence taken away."""


def test_an_unsafe_view_is_seen(usual: Walk, tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.write_bytes(dump(fields(["\x1b]52;c;aGk=\x07 words"] * CLAIMS)))
    with loaded(path, script=UNSAFE_VIEW) as terminal:
        # What the sequences leave of the screen is not for a test to know.
        terminal.wait_for("words")
        settle(terminal)
        sent = terminal.sent
    assert not sequences(sent) <= sequences(usual.sent)
