"""The history of a verdict in words: the same for commands and for the screen."""

from collections.abc import Iterator, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.replay.edited_branches import EditedBranch, EditKind
from debatemap.judge.replay.explained_change import BranchEffect, ExplainedChange
from debatemap.judge.replay.version_steps import Step

__all__ = ["branch_words", "change_lines", "chart", "step_words"]

_CELLS: Final = 48
_NAME: Final = 20
_LISTED: Final = 3
_ROWS: Final = (100, 75, 55, 45, 25, 0)
"""Points of 100 at which a chart has a row: the ends, the bands, and between."""
_POINT: Final = "●"
_DONE: Final = {
    EditKind.ADDED: "added",
    EditKind.REMOVED: "removed",
    EditKind.CHANGED: "linked otherwise",
}


def step_words(step: Step) -> SafeText:
    """Returns how a version left a verdict: `50 → 62, for`."""
    if step.verdict is None:
        return SafeText("no such claim yet")
    change = step.change
    if change is None or change.before is None:
        return SafeText(f"{step.verdict.figure}, {step.verdict.side.word}")
    goes = f"{change.before.figure} → {step.verdict.figure}, {step.verdict.side.word}"
    return SafeText(goes if not step.turned else f"{goes}: turned")


def change_lines(before: Debate, after: Debate, found: ExplainedChange) -> Iterator[SafeText]:
    """Yields why a verdict is another one now, a line a thing.

    Args:
        before: The earlier version.
        after: The later one.
        found: The explanation.
    """
    turned = "turned it" if found.turned else "made it so"
    for sets, words in (
        (found.constructive, f"This alone {turned}"),
        (found.destructive, "Without this it would not be so"),
    ):
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
    name = f"“{excerpt(claim.text, _CELLS)}”" if claim is not None else "a claim that is gone"
    if branch.kind is not EditKind.CHANGED and branch.claim not in _own(branch):
        name = f"a link of {name}"
    more = branch.claims - 1
    with_more = f" with {more:,} more claim{'' if more == 1 else 's'}" if more > 0 else ""
    return f"{name}{with_more} {_DONE[branch.kind]}"


def chart(steps: Sequence[Step], width: int) -> Iterator[SafeText]:
    """Yields a chart of a verdict over the versions of a map, for a terminal.

    Args:
        steps: At least one with a verdict.
        width: Cells of a line.
    """
    points = [step.verdict.strength if step.verdict is not None else None for step in steps]
    room = max(8, width - 6)
    if len(points) > room:
        points = [points[round(n * (len(points) - 1) / (room - 1))] for n in range(room)]
    for place, level in enumerate(_ROWS):
        low = (_ROWS[place + 1] + level) / 200 if place + 1 < len(_ROWS) else -1.0
        high = (_ROWS[place - 1] + level) / 200 if place else 2.0
        cells = "".join(
            _POINT if each is not None and low <= each < high else "┄" if level in (55, 45) else " "
            for each in points
        )
        yield SafeText(f"{level:>3} ┤{cells}".rstrip())


def _own(branch: EditedBranch) -> frozenset[str]:
    return frozenset(branch.change.claims)


def _effect(before: Debate, after: Debate, effect: BranchEffect, words: str) -> str:
    points = round(100 * abs(effect.moves))
    by = f"by {points}" if points else "by less than 1"
    authors = ", ".join(excerpt(name, _NAME) for name in effect.branch.authors[:_LISTED])
    who = f" ({authors})" if authors and effect.branch.kind is not EditKind.RATED else ""
    branch = branch_words(before, after, effect.branch)
    return f"{branch[:1].upper()}{branch[1:]}{who} {words} {by}."
