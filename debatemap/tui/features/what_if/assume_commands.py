"""Ask "what if": assume that claims are true, false or absent, and see what that changes."""

from typing import TYPE_CHECKING, Final

from debatemap.core.scenarios import ABSENT, FALSE, TRUE, Assumption
from debatemap.tui.features.judging.verdict_text import told
from debatemap.tui.features.navigation.go_to_claim import reach
from debatemap.tui.features.what_if.assumptions import held, named

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

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


def suppose(screen: "MapScreen") -> None:
    """Takes the selected claim for false, then for true, then as the map has it."""
    if screen.row is not None:
        now = screen.judging.assumed.get(screen.row.claim)
        _assume(screen, screen.row.claim, _NEXT.get(now))


def suppose_true(screen: "MapScreen") -> None:
    """Takes the selected claim for true."""
    _assume_claim(screen, TRUE)


def suppose_false(screen: "MapScreen") -> None:
    """Takes the selected claim for false."""
    _assume_claim(screen, FALSE)


def suppose_absent(screen: "MapScreen") -> None:
    """Looks at the debate as if the selected claim were not there."""
    _assume_claim(screen, ABSENT)


def suppose_step(screen: "MapScreen") -> None:
    """Lets the step from the selected claim to the one above count in full."""
    _assume_step(screen, TRUE)


def suppose_no_step(screen: "MapScreen") -> None:
    """Lets the step from the selected claim to the one above count for nothing."""
    _assume_step(screen, FALSE)


def suppose_nothing(screen: "MapScreen") -> None:
    """Takes the selected claim and its step as the map has them."""
    row = screen.row
    if row is not None:
        here = {row.claim, row.link}
        assumed = screen.judging.assumed
        screen.judging.assume({node: how for node, how in assumed.items() if node not in here})
        say_outcome(screen, f"As the map has it: {_named(screen, row.claim)}")


async def assumptions(screen: "MapScreen") -> None:
    """Lists what is assumed, to go there or to drop it."""
    from debatemap.tui.features.what_if.scenarios_screen import AssumedScreen  # noqa: PLC0415  (a map opens without it)

    node = await screen.app.push_screen_wait(AssumedScreen(screen))
    if node is not None:
        reach(screen, node)


def _assume_claim(screen: "MapScreen", how: Assumption) -> None:
    if screen.row is not None:
        _assume(screen, screen.row.claim, how)


def _assume_step(screen: "MapScreen", how: Assumption) -> None:
    if screen.row is not None and screen.row.link is not None:
        _assume(screen, screen.row.link, how)


def _assume(screen: "MapScreen", node: str, how: Assumption | None) -> None:
    """Assumes something of a claim or a link, or nothing, beside what is assumed already."""
    others = {other: held for other, held in screen.judging.assumed.items() if other != node}
    screen.judging.assume(others if how is None else {**others, node: how})
    if how is None:
        say_outcome(screen, f"As the map has it: {_named(screen, node)}")
    else:
        what = held(screen.session.debate, node, how)
        say_outcome(screen, f"What if {_named(screen, node)} {what}")


def _named(screen: "MapScreen", node: str) -> str:
    return named(screen.session.debate, node, max(12, min(40, screen.size.width - _AROUND)))


def say_outcome(screen: "MapScreen", words: str) -> None:
    """Says what is assumed, and what becomes of the thesis where that is known already."""
    judging, judgement = screen.judging, screen.judging.ready
    is_known = judgement is not None and judgement.assumed == judging.assumed
    if is_known and judgement is not None and judging.thesis is not None and judging.is_shown:
        words = f"{words}: {told(judging, judgement, judging.thesis)}"
    screen.say(words)
