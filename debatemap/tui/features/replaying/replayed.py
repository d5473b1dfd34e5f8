"""The versions of a map with the verdict in each, and one of them as lines to be read."""

from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.map_version import MapVersion
from debatemap.core.text import excerpt, width, wrap
from debatemap.formats.registry import read_map
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import Method
from debatemap.judge.replay.replay_words import (
    branch_words,
    change_lines,
    chart,
    chart_cell,
    step_words,
)
from debatemap.judge.replay.version_steps import Step, steps
from debatemap.judge.verdict import percentage
from debatemap.store.seen import load_seen
from debatemap.sync.change_between import compare
from debatemap.sync.map_versions import copied_versions, edited_versions, map_versions
from debatemap.tui.features.judging.claim_list import Lead
from debatemap.tui.widgets.row_drawing import sign_at
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.views.read.numbering import Row, tops, walk
from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["Replay", "heading_lines", "outline_leads", "replayed"]

_MOST: Final = 200
"""Versions that are stepped through, the newest ones."""
_ROWS: Final = 400
"""Claims of a version that are shown."""
_NAME: Final = 20
_SINCE_SEEN: Final = "since you last looked"
_DAY: Final = len("2026-01-03")


class Replay(NamedTuple):
    """The versions of a map, the oldest first, and the verdict in each."""

    versions: tuple[MapVersion, ...]
    steps: tuple[Step, ...]


def replayed(opened: SessionSnapshot, thesis: str, method: Method, person: str) -> Replay:
    """Returns how the verdict on a thesis came about, by git or else by the copies of saves.

    What is not saved yet is a version for each edit.

    Args:
        opened: The map as it is open.
        thesis: The claim.
        method: How strengths are computed.
        person: Whose ratings count.
    """
    edits = tuple(edited_versions(opened.debate, opened.unsaved))
    saved = (edits[-1].before if edits else None) or opened.debate
    path = opened.path
    found = map_versions(path, saved) if path is not None else copied_versions(saved)
    newest_first = (*edits, *islice(found, _MOST))
    versions = (*newest_first[::-1], *_since_seen(opened.debate))
    return Replay(versions, tuple(steps(versions, thesis, method, person)))


def _since_seen(now: Debate) -> Iterator[MapVersion]:
    """Yields what came since the map was last looked at, as one more step, where anything did."""
    seen = load_seen(now.header.id)
    if seen is None:
        return
    try:
        then = read_map(seen.content).debate
    except MapError:
        return
    if compare(then, now):
        yield MapVersion(_SINCE_SEEN, "", "", "", then, now)


def heading_lines(
    replay: Replay, place: int, room: int, *, short: bool, most: int, plain: bool = False
) -> Iterator[Content]:
    """Yields where a version stands among the others, and why it moved the verdict.

    Args:
        replay: The versions.
        place: Which of them.
        room: Cells of a line.
        short: Whether there is no room for the chart.
        most: Lines that a reason may take.
        plain: Whether signs are words.
    """
    version, step = replay.versions[place], replay.steps[place]
    if not short:
        for line in chart(replay.steps, room):
            yield Content.styled(line, "$quiet")
        yield Content.styled(" " * chart_cell(place, len(replay.steps), room) + "▲", "$accent")
    number = f"{place + 1} of {len(replay.steps)}"
    parts = (
        number,
        step.when[:_DAY],
        step.name,
        excerpt(step.who, _NAME),
        excerpt(step.words, room // 2),
    )
    about = " · ".join(filter(None, parts))
    yield Content.styled(excerpt(about, room), "$accent")
    yield Content.styled(step_words(step, plain=plain), "bold")
    if step.change is not None and version.before is not None:
        lines = change_lines(version.before, version.after, step.change)
        for line in islice(lines, 2 if short else 4):
            told = wrap(line, room)
            if len(told) > most:
                told = [*told[: most - 1], excerpt(" ".join(told[most - 1 :]), room)]
            yield Content.styled("\n".join(told), "$quiet")


def outline_leads(
    replay: Replay, place: int, room: int, judgement: Judgement, *, plain: bool
) -> list[Lead]:
    """Returns a version of the map as an outline to be read, what was edited marked with a +.

    Args:
        replay: The versions.
        place: Which of them.
        room: Cells of a line.
        judgement: Of that version.
        plain: Whether signs are words.
    """
    version = replay.versions[place]
    before = set(version.before.claims if version.before is not None else version.after.claims)
    came = version.after.claims.keys() - before
    rows = walk(version.after, tops(version.after))
    leads = [_line(judgement, row, came, room, plain=plain) for row in islice(rows, _ROWS)]
    return [*leads, *_gone(version, replay.steps[place])]


def _gone(version: MapVersion, step: Step) -> Iterator[Lead]:
    """Yields what went since the version before."""
    if step.change is None or version.before is None:
        return
    for one in step.change.effects:
        if one.branch.kind.value == "removed":
            words = branch_words(version.before, version.after, one.branch)
            yield Lead(Content.styled(f"− {words}", "$con"), is_read=True)


def _line(judgement: Judgement, row: Row, came: set[str], room: int, *, plain: bool) -> Lead:
    """Returns a claim with its strength at the right."""
    debate = judgement.debate
    mark = ("+ ", "bold $accent") if row.claim in came else ("  ", "")
    indent = "  " * min(row.depth, 8)
    if row.claim is None or row.claim not in debate.claims:
        words = "together:" if row.claim is None else "a claim that does not exist"
        return Lead(Content.assemble(mark, indent, (words, "$quiet")), is_read=True)
    sign, colour = sign_at(debate, row.link, row.claim)
    sign = SIGN_WORDS[sign] if plain else sign
    strength = f"{percentage(judgement.strength(row.claim)):>4}"
    left = max(8, room - 2 - len(indent) - len(sign) - 1 - len(strength))
    words = excerpt(debate.claims[row.claim].text, left)
    blanks = " " * max(0, left - width(words))
    label = Content.assemble(
        mark, indent, (sign, f"${colour}"), " ", words, blanks, (strength, "$quiet")
    )
    return Lead(label, row.claim)
