"""Whose ratings a map is looked at by, and how far apart people are."""

from typing import TYPE_CHECKING

from debatemap.core.text import excerpt
from debatemap.judge.ratings import spread
from debatemap.judge.stale_ratings import reworded
from debatemap.tui.widgets.strength_bar import Standing

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement

__all__ = ["rating_spread", "reworded_for", "views"]

_FULL = 100.0


def rating_spread(
    judgement: "Judgement", claim: str, means: tuple[float | None, ...] = ()
) -> Standing | None:
    """Returns how far apart people are about a claim, and as strength between how many points.

    None where fewer than two people have rated it.

    Args:
        judgement: Has the ratings.
        claim: The claim.
        means: How each opinion group rates it on the mean.
    """
    found = spread(judgement.framework.opinions.ratings(claim).values())
    if found is None or found.people == 1:
        return None
    return Standing((found.highest - found.lowest) / _FULL, spread=found, means=means)


def reworded_for(judgement: "Judgement", claim: str, person: str) -> tuple[str, ...]:
    """Returns whose ratings of a claim are of other words than it has now.

    Args:
        judgement: The judgement.
        claim: The claim.
        person: Whose ratings count; empty for those of all.
    """
    people = reworded(judgement.debate, claim)
    return tuple(each for each in people if person in ("", each))


def views(person: str, *, is_spread: bool) -> tuple[str, str]:
    """Returns what follows the verdict in the title, in full and in short, to tell of the view.

    Nothing follows where the mean of all ratings counts.
    """
    if is_spread:
        return " · rows: how far apart people are", " · rows: spread"
    if person:
        return f", as {excerpt(person, 24)} sees it", f" as {excerpt(person, 12)}"
    return "", ""
