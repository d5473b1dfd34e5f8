"""What the overview knows of a map: its claims in reading order, and how they bear on others."""

from collections.abc import Callable, Collection, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.reading_order import read
from debatemap.core.reading_places import Reading

__all__ = ["Ground", "ground_of"]

_STEPS: Final = 1_000
"""Links that are looked at between two calls of what lets others go on."""


class Ground(NamedTuple):
    """The claims of a map from the first to the last.

    Attributes:
        reading: The claims in reading order.
        pros: How many links of the first n claims support something, by n.
        cons: How many attack something, by n.
    """

    reading: Reading
    pros: Sequence[int]
    cons: Sequence[int]

    @property
    def claims(self) -> Sequence[str]:
        """The claims in reading order."""
        return self.reading.claims

    @property
    def order(self) -> dict[str, int]:
        """The place of each in it."""
        return self.reading.order

    def places(self, claims: Collection[str]) -> list[int]:
        """Returns the places of claims, in order; those that are not there have none."""
        order = self.order
        return sorted(order[claim] for claim in claims if claim in order)


def ground_of(
    debate: Debate, reading: Reading | None = None, between: Callable[[], None] | None = None
) -> Ground:
    """Returns what the overview knows of a debate.

    Args:
        debate: The debate.
        reading: Its reading order, where that is known.
        between: Called now and then, as to let others go on meanwhile.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> ground_of(debate).pros, ground_of(debate).cons
        ([0, 0, 0], [0, 0, 1])
    """
    reading = reading or read(debate)
    order = reading.order
    pros, cons = [0] * len(order), [0] * len(order)
    for number, link in enumerate(debate.links.values()):
        if between is not None and not number % _STEPS:
            between()
        counts = pros if link.stance == "supports" else cons
        for premise in link.premises:
            if premise in order:
                counts[order[premise]] += 1
    return Ground(reading, list(accumulate(pros, initial=0)), list(accumulate(cons, initial=0)))
