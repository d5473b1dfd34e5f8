"""Random input as data: keys, chords, bursts, pastes, clicks, resizes, changes from outside.

What was sent can be kept as JSON and sent again.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

from debatemap.tui.commands.command_table import COMMANDS

__all__ = ["KINDS", "Input", "as_bytes", "inputs", "key_bytes"]

Input = list[Any]
"""A kind and its values: ["keys", text], ["bytes", latin-1 text], ["resize", columns, lines],
["outside", seed], or ["wait", seconds]."""

KINDS: Final = ("keys", "bytes", "resize", "outside", "wait")

_NAMED: Final = {
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H",
    "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~",
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "shift+tab": "\x1b[Z", "f1": "\x1bOP", "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
    "alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B", "shift+left": "\x1b[1;2D",
    "shift+right": "\x1b[1;2C", "ctrl+left": "\x1b[1;5D", "ctrl+right": "\x1b[1;5C",
    "ctrl+pageup": "\x1b[5;5~", "ctrl+pagedown": "\x1b[6;5~",
}  # fmt: skip
"""What a terminal sends for a key that has a name."""

_EDITING: Final = (
    "up", "down", "left", "right", "home", "end", "enter", "enter", "escape", "escape", "tab",
    "shift+tab", "backspace", "delete", "pageup", "pagedown", "f1", "shift+left", "shift+right",
    "ctrl+left", "ctrl+right", "alt+up", "alt+down",
    *(f"ctrl+{letter}" for letter in "adefhjklnoprstuvwxyz"),
)  # fmt: skip

_WORDS: Final = (
    "rain", "[b]bold[/b] [/", "x", "漢字", "e\u0301 é", "👩\u200d👩\u200d👧 🇩🇪",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "#tag", "50", "100", "-1", "http://a.b/c", "../../x", "nonsense words here", "\u202e", "main",
    "HEAD", "New", "so", " ", "delays", "y", "n", "d", "k",
)  # fmt: skip

_PASTES: Final = (
    "pasted", "two\nlines", "tab\tand\r\nCRLF\rCR", "[/b] \x1b]0;x\x07 \x9b2J", "🇩🇪👍🏽 e\u0301",
    "many words " * 2_000, "", "\n\n\n", "- a\n  - b",
)  # fmt: skip

_ENDING: Final = frozenset({"quit"})
"""Commands that end the program: they are sent seldom, so that sessions last."""

_COLUMNS: Final = (1, 10, 20, 40, 60, 80, 100, 160, 200)
_LINES: Final = (1, 3, 5, 10, 24, 30, 50)


def key_bytes(key: str) -> str:
    """Returns what a terminal sends for a key, or for the keys of a chord, as `g g`."""
    parts = key.split() or [key]
    return "".join(_one_key(part) for part in parts)


def _one_key(key: str) -> str:
    if key in _NAMED:
        return _NAMED[key]
    if key.startswith("ctrl+"):
        return chr(ord(key[-1].upper()) & 0x1F)
    return key


def as_bytes(given: Input) -> bytes:
    """Returns what an input sends; for what is no key, nothing."""
    if given[0] == "keys":
        return str(given[1]).encode("utf-8", "surrogatepass")
    return str(given[1]).encode("latin-1") if given[0] == "bytes" else b""


_LASTING: Final = tuple(command for command in COMMANDS if command.id not in _ENDING)
_KEYS: Final = tuple(key_bytes(key) for command in _LASTING for key in command.keys)


def inputs(random: Random) -> Iterator[Input]:
    """Yields random input without end; what stands in one `keys` is written at once."""
    while True:
        burst = 1 if random.random() < 0.5 else random.randrange(2, 8)
        yield ["keys", "".join(make(random) for make in _chosen(random, burst))]
        if random.random() < 0.6:
            yield ["wait", random.choice((0.0, 0.005, 0.02, 0.05, 0.15))]
        if random.random() < 0.06:
            yield _other(random)


def _command_key(random: Random) -> str:
    return random.choice(_KEYS)


def _editing_key(random: Random) -> str:
    return key_bytes(random.choice(_EDITING))


def _typed(random: Random) -> str:
    return random.choice(_WORDS) + random.choice(("", "", "\r", "\r\r"))


def _pasted(random: Random) -> str:
    return f"\x1b[200~{random.choice(_PASTES)}\x1b[201~"


def _by_name(random: Random) -> str:
    return ":" + random.choice(_LASTING).title[: random.randrange(3, 12)] + "\r"


def _click(random: Random) -> str:
    column, line = random.randrange(1, 110), random.randrange(1, 35)
    button = random.choice((0, 0, 0, 2, 35, 64, 65))
    pressed = f"\x1b[<{button};{column};{line}M"
    return f"{pressed}\x1b[<{button};{column};{line}m" * random.choice((1, 1, 2))


def _any_key(random: Random) -> str:
    return random.choice((chr(random.randrange(33, 127)).replace("q", "j"), "\x1b"))


_MAKERS: Final = {
    _command_key: 40, _editing_key: 22, _typed: 10, _pasted: 6, _by_name: 5, _click: 6,
    _any_key: 11,
}  # fmt: skip
"""What makes keys, and how often of a hundred times."""


def _chosen(random: Random, count: int) -> list[Callable[[Random], str]]:
    return random.choices(list(_MAKERS), list(_MAKERS.values()), k=count)


def _other(random: Random) -> Input:
    kind = random.choice(("resize", "resize", "outside", "outside", "focus", "rubbish", "leave"))
    if kind == "resize":
        return ["resize", random.choice(_COLUMNS), random.choice(_LINES)]
    if kind == "outside":
        return ["outside", random.randrange(2**31)]
    if kind == "focus":
        return ["keys", random.choice(("\x1b[I", "\x1b[O"))]
    if kind == "rubbish":
        return ["bytes", "".join(chr(random.randrange(128, 256)) for _ in range(3))]
    # Leaving is asked about where something is unsaved, and the answer is random.
    return ["keys", random.choice(("q\x1b", "q\x1b\x1b", "\x11\x1b", "\x03", "q"))]
