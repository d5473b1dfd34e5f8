"""What a format has no place for, and what a reader had to mend, counted and put in words."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, safe_line

__all__ = ["UNDER_NOTHING", "Loss", "loss_lines", "losses_of", "repeated_premises"]

UNDER_NOTHING: Final = "replies that stand under nothing"
"""Claims at the top of a file that says for or against of them."""

_SHOWN = 3
"""Ids that a loss names."""


class Loss(NamedTuple):
    """Something that a format has no place for.

    Attributes:
        kind: What it is, as a noun in the plural: "undercuts".
        number: How many of them there are.
        places: The ids of the first ones.
        becomes: What they became, as in "became attacks on the premise"; empty where they are gone.
    """

    kind: str
    number: int
    places: tuple[str, ...] = ()
    becomes: str = ""


def losses_of(kind: str, places: Iterable[str], becomes: str = "") -> tuple[Loss, ...]:
    """Returns one loss of some things, or none where there are none.

    Examples:
        >>> losses_of("undercuts", ["l1", "l2"], "became cons")
        (Loss(kind='undercuts', number=2, places=('l1', 'l2'), becomes='became cons'),)
        >>> losses_of("notes", [])
        ()
    """
    found = list(places)
    return (Loss(kind, len(found), tuple(found[:_SHOWN]), becomes),) if found else ()


def repeated_premises(debate: Debate) -> tuple[Loss, ...]:
    """Returns the loss of premises that stand in a step more than once."""
    steps = (
        key for key, link in debate.links.items() if len({*link.premises}) < len(link.premises)
    )
    return losses_of("steps with a premise twice", steps, "have it once")


def loss_lines(losses: Iterable[Loss], named: Callable[[str], str] = str) -> Iterator[SafeText]:
    """Yields one line a loss.

    Args:
        losses: The losses.
        named: Returns what to call a place, where its id says little.

    Examples:
        >>> list(loss_lines([Loss("joint premises", 4, ("l1", "l2"), "became rows")]))
        ['joint premises: 4 became rows (l1, l2, …)']
        >>> list(loss_lines([Loss("quotes", 1, ("a",)), Loss("ratings", 2)]))
        ['quotes: 1 not carried over (a)', 'ratings: 2 not carried over']
        >>> list(loss_lines([Loss("theses", 1, (), "keep the first")]))
        ['theses: 1 keeps the first']
    """
    from debatemap.formats.singular import of_one  # noqa: PLC0415  (a map opens without it)

    for loss in losses:
        becomes = of_one(loss.becomes) if loss.number == 1 else loss.becomes
        what = f"{loss.kind}: {loss.number:,} {becomes or 'not carried over'}"
        more = ", …" if loss.number > len(loss.places) else ""
        yield safe_line(
            f"{what} ({', '.join(map(named, loss.places))}{more})" if loss.places else what
        )
