"""Other programs of the terminal that show a tree, and how their files are written."""

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from shutil import which
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from debatemap.views.outline import Layout, Outline
from debatemap.workspace.session import open_session

__all__ = ["PEERS", "Line", "Peer", "as_tabs", "as_tudu", "command", "lines_of"]

_SCRIPT: Final = "DEBATEMAP_BENCH_HMM"
"""The variable of the environment that may name the script of h-m-m."""


class Line(NamedTuple):
    """A line of a tree, and how many stand above it."""

    depth: int
    text: str


class Peer(NamedTuple):
    """A program, and what somebody who uses it presses.

    Attributes:
        name: What it is called, which is also its command.
        before: What is started with it, before its own name.
        arguments: The rest of the command; the file comes last.
        write: How its file is written.
        unfold: What unfolds everything once it has started.
        inward: What goes from the first line to one with others beside it.
        down: One line down.
        up: One line up.
        fold: What folds and unfolds the line of the cursor, by turns.
        most: What ours may take of it at the larger map, or None where it is only told.
    """

    name: str
    before: Sequence[str]
    arguments: Sequence[str]
    write: Callable[[Sequence[Line]], str]
    unfold: str
    inward: str
    down: str
    up: str
    fold: Sequence[str]
    most: float | None = None


def lines_of(path: Path) -> list[Line]:
    """Returns the outline of a map with everything unfolded, a line for each row."""
    debate = open_session(path).debate
    outline = Outline(debate, Layout(72))
    outline.open_to_level(10**9)
    outline.rows.complete()
    return [Line(row.depth, debate.claims[row.claim].text) for row in outline.rows]


def as_tabs(lines: Sequence[Line]) -> str:
    """Returns lines with a tab for each level above them."""
    return "".join("\t" * depth + text + "\n" for depth, text in lines)


def as_tudu(lines: Sequence[Line]) -> str:
    """Returns lines as the XML of tudu, everything unfolded."""
    parts = ["<?xml version='1.0'?>\n<todo>\n"]
    for (depth, text), after in pairwise([*lines, Line(0, "")]):
        head = f"<todo done='no' collapse='no'>\n<title>{escape(text)}</title>\n<text></text>\n"
        parts += [head, "</todo>\n" * max(0, depth - after.depth + 1)]
    return "".join([*parts, "</todo>\n"])


def command(peer: Peer) -> list[str] | None:
    """Returns the command of a peer as far as its file, or None where it is not installed."""
    named = os.environ.get(_SCRIPT) if peer.name == "h-m-m" else None
    found = [which(name) for name in (*peer.before[:1], named or peer.name)]
    places = [place for place in found if place]
    if len(places) < len(found):
        return None
    return [*places[:-1], *peer.before[1:], places[-1], *peer.arguments]


PEERS: Final = (
    Peer(
        "h-m-m",
        ("php", "-d", "memory_limit=-1"),
        ("--clipboard=internal", "--initial-depth=99"),
        as_tabs,
        unfold="",
        inward="l",
        down="j",
        up="k",
        fold=" ",
        most=0.1,
    ),
    Peer(
        "hnb",
        (),
        ("-a",),
        as_tabs,
        unfold="]",
        inward="\x1bOC",
        down="\x1bOB",
        up="\x1bOA",
        fold="-+",
    ),
    Peer(
        "tudu",
        (),
        ("-f",),
        as_tudu,
        unfold="",
        inward="l",
        down="j",
        up="k",
        fold="c",
    ),
)
"""What is measured beside ours, where it is installed."""
