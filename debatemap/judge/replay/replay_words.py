"""The history of a verdict in words: the same for commands and for the screen."""

from collections.abc import Iterator, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.replay.edited_branches import EditedBranch, EditKind
from debatemap.judge.replay.explained_change import BranchEffect, ExplainedChange
from debatemap.judge.replay.version_steps import Step
from debatemap.judge.verdict import Verdict
from debatemap.judge.verdict_move import move_words
from debatemap.judge.verdict_words import basis_in_short

__all__ = ["branch_words", "change_lines", "chart", "chart_cell", "step_words"]

_CELLS: Final = 48
_NAME: Final = 20
_LISTED: Final = 3
_ROWS: Final = (100, 75, 55, 45, 25, 0)
"""Points of 100 at which a chart has a row: the ends, the bands, and between."""
_BANDS: Final = 55, 45
_LEFT: Final = len("100 ┤")
_SCALE: Final = _LEFT + 1
"""Cells of a chart's line that show no version."""
_LEAST_CHART: Final = 8
_POINT: Final = "●"
_WITHIN: Final = "│"
_CUT: Final = " · what was before is cut off, as the clone is shallow"
_DONE: Final = {
    EditKind.ADDED: "added",
    EditKind.REMOVED: "removed",
    EditKind.CHANGED: "linked otherwise",
}


def step_words(step: Step, *, plain: bool = False) -> SafeText:
    """Returns how a version left a verdict: `50 → 62 of 100 (45 to 75), for: turned`.

    Args:
        step: The version.
        plain: Whether signs are words.
    """
    cut = _CUT if step.is_cut else ""
    if step.verdict is None:
        return SafeText(f"no such claim yet{cut}")
    change, verdict = step.change, step.verdict
    goes = verdict.points
    if change is not None and change.before is not None:
        goes = move_words(change.before, verdict, plain=plain)
    turned = ": turned" if step.turned else ""
    rests_on = basis_in_short(verdict.basis)
    rests = f" · {rests_on}" if rests_on else ""
    return SafeText(f"{goes}, {verdict.side.word}{turned}{rests}{cut}")


def change_lines(before: Debate, after: Debate, found: ExplainedChange) -> Iterator[SafeText]:
    """Yields why a verdict is another one now, a line a thing.

    Args:
        before: The earlier version.
        after: The later one.
        found: The explanation.
    """
    turned = "turned it" if found.turned else "made it so"
    told = [
        (found.constructive, f"This alone {turned}"),
        (found.destructive, "Without this it would not be so"),
    ]
    if found.constructive[:1] == found.destructive[:1]:
        told = [(found.constructive, f"This alone {turned}, and nothing else would have")]
    for sets, words in told:
        for chosen in sets[:1]:
            names = " and ".join(branch_words(before, after, branch) for branch in chosen)
            more = f" (one of {len(sets):,} such sets)" if len(sets) > 1 else ""
            yield SafeText(f"{words}: {names}{more}.")
    for effects, words in (
        (found.strengthening, "strengthened it"),
        (found.weakening, "weakened it"),
    ):
        for effect in effects[:_LISTED]:
            yield SafeText(_effect(before, after, effect, words))
        if len(effects) > _LISTED:
            yield SafeText(f"{len(effects) - _LISTED:,} more {words}.")
    still = found.edits - len(found.effects)
    if still:
        yield SafeText(f"{still:,} more edit{'' if still == 1 else 's'} did not move it.")


def branch_words(before: Debate, after: Debate, branch: EditedBranch) -> str:
    """Returns what was edited: `“…” with 2 more claims, added`."""
    if branch.kind is EditKind.RATED:
        claims = f"{branch.claims:,} claim{'' if branch.claims == 1 else 's'}"
        return f"{excerpt(branch.person, _NAME)} rated {claims} otherwise"
    having = before if branch.kind is EditKind.REMOVED else after
    claim = having.claims.get(branch.claim)
    name = quoted(claim.text, _CELLS) if claim is not None else "a claim that is gone"
    if branch.kind is not EditKind.CHANGED and branch.claim not in _own(branch):
        name = f"a link of {name}"
    more = branch.claims - 1
    with_more = f" with {more:,} more claim{'' if more == 1 else 's'}" if more > 0 else ""
    return f"{name}{with_more} {_DONE[branch.kind]}"


def chart(steps: Sequence[Step], width: int) -> Iterator[SafeText]:
    """Yields a chart of a verdict over the versions of a map, with its interval, for a terminal.

    Args:
        steps: At least one with a verdict.
        width: Cells of a line.
    """
    verdicts = [step.verdict for step in steps]
    room = max(_LEAST_CHART, width - _SCALE)
    if len(verdicts) > room:
        verdicts = [verdicts[round(n * (len(verdicts) - 1) / (room - 1))] for n in range(room)]
    for place, level in enumerate(_ROWS):
        low = (_ROWS[place + 1] + level) / 200 if place + 1 < len(_ROWS) else -1.0
        high = (_ROWS[place - 1] + level) / 200 if place else 2.0
        nothing = "┄" if level in _BANDS else " "
        cells = "".join(_cell(verdict, low, high) or nothing for verdict in verdicts)
        yield SafeText(f"{level:>3} ┤{cells}".rstrip())


def chart_cell(place: int, count: int, width: int) -> int:
    """Returns the cell of a chart's lines in which one of so many versions stands.

    Examples:
        >>> chart_cell(2, 4, 80), chart_cell(0, 200, 80), chart_cell(199, 200, 80)
        (7, 5, 78)
    """
    room = max(_LEAST_CHART, width - _SCALE)
    return _LEFT + (place if count <= room else round(place * (room - 1) / (count - 1)))


def _cell(verdict: Verdict | None, low: float, high: float) -> str:
    """Returns what a chart shows of a verdict in the row from one strength to another."""
    if verdict is None:
        return ""
    if low <= verdict.strength < high:
        return _POINT
    interval = verdict.interval
    return _WITHIN if interval is not None and interval.low < high and interval.high >= low else ""


def _own(branch: EditedBranch) -> frozenset[str]:
    return frozenset(branch.change.claims)


def _effect(before: Debate, after: Debate, effect: BranchEffect, words: str) -> str:
    points = round(100 * abs(effect.moves))
    by = f"by {points}" if points else "by less than 1"
    authors = ", ".join(excerpt(name, _NAME) for name in effect.branch.authors[:_LISTED])
    who = f" ({authors})" if authors and effect.branch.kind is not EditKind.RATED else ""
    branch = branch_words(before, after, effect.branch)
    return f"{branch[:1].upper()}{branch[1:]}{who} {words} {by}."
