"""Sum a map up for a list: its title, its size, its date, its verdict, its first lines."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.collector import paused
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.search import Index
from debatemap.formats.format import Progress
from debatemap.formats.limits import read_within
from debatemap.formats.registry import read_map
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

__all__ = ["LARGEST", "MapSummary", "PreviewLine", "ReadMap", "read_summary"]

LARGEST: Final = 8_000_000
"""Bytes of a file that is read for the list: some 20,000 claims. What parses a larger one in a
thread would hold keys up for more than a tenth of a second."""
_JUDGED: Final = 5_000
"""Claims of a map that is judged for the list."""
_LINES: Final = 12
"""Lines of a preview."""
_NOBODY: Final = datetime.fromtimestamp(0, UTC)


class PreviewLine(NamedTuple):
    """A line of a preview: how deep it stands, its sign's stance, and a claim's words."""

    depth: int
    stance: str
    """`supports`, `attacks`, `joint` for the further premises of a step; nothing for a thesis."""
    text: str


class MapSummary(NamedTuple):
    """What a list says of a map.

    Attributes:
        path: Its file.
        title: Its title, or what it asks; empty where it has neither or could not be read.
        claims: How many claims it has; -1 where that is not known.
        size: The bytes of its file.
        changed: When the file was last written.
        verdict: How its first thesis stands; None where it is not judged.
        theses: How many theses it has.
        lines: Its first lines.
        problem: Why it could not be read, in words; empty where it could.
        is_large: Whether it is too large to be looked into beside the keyboard.
    """

    path: Path
    title: str = ""
    claims: int = -1
    size: int = 0
    changed: datetime = _NOBODY
    verdict: Verdict | None = None
    theses: int = 0
    lines: tuple[PreviewLine, ...] = ()
    problem: str = ""
    is_large: bool = False


class ReadMap(NamedTuple):
    """A map that was read for the list, and what is searched in it."""

    summary: MapSummary
    debate: Debate | None = None
    words: Index | None = None


def read_summary(path: Path, progress: Progress = lambda _: None) -> ReadMap:
    """Reads a map and sums it up; a file that cannot be read says why.

    Args:
        path: The file.
        progress: Called between two parts of the work; it may raise to stop.
    """
    summary = MapSummary(path)
    with suppress(OSError, ValueError):
        found = os.stat(path)  # noqa: PTH116  (as a name of any kind)
        changed = datetime.fromtimestamp(found.st_mtime, UTC)
        summary = summary._replace(size=found.st_size, changed=changed)
    if summary.size > LARGEST:
        return ReadMap(summary._replace(is_large=True))
    try:
        with paused():
            debate = read_map(read_within(path), str(path), progress=progress).debate
    except MapError as error:
        return ReadMap(summary._replace(problem=str(error)))
    except OSError as error:
        return ReadMap(summary._replace(problem=f"{path}: {error.strerror or error}"))
    progress("judging")
    summary = summary._replace(
        title=debate.header.title or debate.header.question,
        claims=len(debate.claims),
        verdict=_verdict(debate),
        theses=len(_theses(debate)),
        lines=tuple(_first_lines(debate)),
    )
    progress("searching")
    return ReadMap(summary, debate, Index(debate))


def _theses(debate: Debate) -> list[str]:
    return [claim for claim in debate.header.theses if claim in debate.claims]


def _verdict(debate: Debate) -> Verdict | None:
    theses = _theses(debate)
    if not theses or len(debate.claims) > _JUDGED:
        return None
    return Judgement(debate).sure_verdict(theses[0])


def _first_lines(debate: Debate) -> Iterator[PreviewLine]:
    """Yields the theses, the arguments right beneath each, and then what has no place."""
    left = _LINES
    tops = _theses(debate)
    for top in tops or list(debate.claims)[:_LINES]:
        beneath = [debate.links[link] for link in debate.links_into(top)] if tops else []
        lines = [PreviewLine(0, "", debate.claims[top].text)]
        lines += [
            PreviewLine(1, "joint" if number else link.stance, debate.claims[claim].text)
            for link in beneath[:left]
            for number, claim in enumerate(link.premises)
            if claim in debate.claims
        ]
        yield from lines[:left]
        left -= len(lines)
        if left <= 0:
            return
