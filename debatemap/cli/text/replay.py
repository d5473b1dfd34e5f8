"""How a verdict came about, as lines for people."""

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import Final, NamedTuple

from debatemap.cli.output import say
from debatemap.core.debate import Debate
from debatemap.core.map_version import MapVersion
from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.explain.evolution import Evolution
from debatemap.judge.explain.evolution_words import evolution_words
from debatemap.judge.methods import Method
from debatemap.judge.replay.replay_words import change_lines, chart, step_words
from debatemap.judge.replay.version_steps import Step, steps

__all__ = ["Told", "replay_lines", "told_steps"]

_WIDE: Final = 78
_DAY: Final = len("2026-01-03")
_WHO: Final = 20
_WORDS: Final = 60
_SILENCE: Final = 2.0
"""Seconds after which it is said how far the work is."""


class Told(NamedTuple):
    """A version, and why it moved the verdict, where that is told."""

    step: Step
    lines: tuple[SafeText, ...]


def told_steps(
    newest_first: Iterable[MapVersion], thesis: str, method: Method, person: str, *, every: bool
) -> list[Told]:
    """Returns what each version did to a verdict, the oldest first; says how far it is.

    No more versions are kept in memory than are looked at.

    Args:
        newest_first: The versions.
        thesis: The claim.
        method: How strengths are computed.
        person: Whose ratings count.
        every: Whether each move is explained, not only those that turned the verdict.
    """
    told: list[Told] = []
    said = monotonic()
    for version in newest_first:
        (step,) = steps([version], thesis, method, person)
        lines: tuple[SafeText, ...] = ()
        if step.change is not None and version.before is not None and (step.turned or every):
            lines = tuple(change_lines(version.before, version.after, step.change))
        told.append(Told(step, lines))
        if monotonic() - said > _SILENCE:
            said = monotonic()
            say(f"judged {len(told):,} versions …")
    return told[::-1]


def replay_lines(
    now: Debate, found: Evolution, told: Sequence[Told], *, charted: bool
) -> Iterator[SafeText]:
    """Yields the history of a verdict.

    Args:
        now: The map as it is.
        found: Which branches carry the claim from where it starts.
        told: The versions, the oldest first.
        charted: Whether a chart stands above them.
    """
    yield safe_line(now.claims[found.claim].text)
    if charted and any(one.step.verdict is not None for one in told):
        for line in chart([one.step for one in told], _WIDE):
            yield SafeText(f"  {line}")
    for step, lines in told:
        parts = (excerpt(step.when[:_DAY]), step.name, excerpt(step.who, _WHO))
        words = f"  {excerpt(step.words, _WORDS)}" if step.words else ""
        yield SafeText(f"{'  '.join(filter(None, parts))}: {step_words(step)}{words}")
        for line in lines:
            yield SafeText(f"    {line}")
    if not any(one.step.turned for one in told):
        yield SafeText("No version turned the verdict.")
    yield from evolution_words(now, found)
