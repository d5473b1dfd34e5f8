"""Ask "what if": assume that claims are true, false or absent, and see what that changes."""

from typing import TYPE_CHECKING, Final

from debatemap.core.scenarios import ABSENT, FALSE, TRUE, Assumption
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.verdict_text import standing_words
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.what_if.assumptions import assumed_words, named

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = [
    "assumptions",
    "suppose",
    "suppose_absent",
    "suppose_false",
    "suppose_no_step",
    "suppose_nothing",
    "suppose_step",
    "suppose_true",
]

_NEXT: Final[dict[Assumption | None, Assumption]] = {None: FALSE, FALSE: TRUE}
"""What follows in the round of a key; as the map has it, where nothing is named."""
_AROUND: Final = 48
"""Cells of the last line beside the claim that it names: for the verdict, above all."""


def suppose(context: "MapContext") -> None:
    """Takes the selected claim for false, then for true, then as the map has it."""
    if context.row is not None:
        now = context.feature(Judging).assumed.get(context.row.claim)
        _assume(context, context.row.claim, _NEXT.get(now))


def suppose_true(context: "MapContext") -> None:
    """Takes the selected claim for true."""
    _assume_claim(context, TRUE)


def suppose_false(context: "MapContext") -> None:
    """Takes the selected claim for false."""
    _assume_claim(context, FALSE)


def suppose_absent(context: "MapContext") -> None:
    """Looks at the debate as if the selected claim were not there."""
    _assume_claim(context, ABSENT)


def suppose_step(context: "MapContext") -> None:
    """Lets the step from the selected claim to the one above count in full."""
    _assume_step(context, TRUE)


def suppose_no_step(context: "MapContext") -> None:
    """Lets the step from the selected claim to the one above count for nothing."""
    _assume_step(context, FALSE)


def suppose_nothing(context: "MapContext") -> None:
    """Takes the selected claim and its step as the map has them."""
    row = context.row
    if row is not None:
        here = {row.claim, row.link}
        assumed = context.feature(Judging).assumed
        context.feature(Judging).assume(
            {node: how for node, how in assumed.items() if node not in here}
        )
        say_outcome(context, f"As the map has it: {_named(context, row.claim)}")


async def assumptions(context: "MapContext") -> None:
    """Lists what is assumed, to go there or to drop it."""
    from debatemap.tui.features.what_if.scenarios_screen import AssumedScreen  # noqa: PLC0415  (a map opens without it)

    node = await context.ask(AssumedScreen(context))
    if node is not None:
        go_to_claim(context, node)


def _assume_claim(context: "MapContext", how: Assumption) -> None:
    if context.row is not None:
        _assume(context, context.row.claim, how)


def _assume_step(context: "MapContext", how: Assumption) -> None:
    if context.row is not None and context.row.link is not None:
        _assume(context, context.row.link, how)


def _assume(context: "MapContext", node: str, how: Assumption | None) -> None:
    """Assumes something of a claim or a link, or nothing, beside what is assumed already."""
    others = {
        other: assumption
        for other, assumption in context.feature(Judging).assumed.items()
        if other != node
    }
    is_first = not context.feature(Judging).assumed
    context.feature(Judging).assume(others if how is None else {**others, node: how})
    if how is None:
        say_outcome(context, f"As the map has it: {_named(context, node)}")
    else:
        what = assumed_words(context.session.debate, node, how)
        leaves = context.keymap.fill("{key:drop_assumptions} leaves") if is_first else ""
        too = f", with {len(others):,} more assumed" if others else ""
        say_outcome(context, f"What if {_named(context, node)} {what}{too}", leaves)


def _named(context: "MapContext", node: str) -> str:
    return named(context.session.debate, node, max(12, min(40, context.size.width - _AROUND)))


def say_outcome(context: "MapContext", words: str, more: str = "") -> None:
    """Says what is assumed, and what becomes of the thesis where that is known already.

    Args:
        context: The open map.
        words: What is assumed.
        more: What else is to be said.
    """
    judging, judgement = context.feature(Judging), context.feature(Judging).ready
    is_known = judgement is not None and judgement.assumed == judging.assumed
    if is_known and judgement is not None and judging.thesis is not None and judging.is_shown:
        plain = context.app.settings.plain
        stands = standing_words(judging, judgement, judging.thesis, plain=plain)
        words = f"{words}: {stands}"
    context.say("; ".join(filter(None, (words, more))))
