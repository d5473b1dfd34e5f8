"""One claim or link on the scales: each argument, and the strength without it."""

from collections.abc import Sequence
from typing import NamedTuple

from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import QUADRATIC_ENERGY, Method
from debatemap.judge.settling import Range

__all__ = ["Argument", "Weighing", "weakest_premise", "weigh"]


class Argument(NamedTuple):
    """A link to what is weighed.

    Attributes:
        link: Its id.
        supports: Whether it speaks for its target.
        contribution: What it brings, 0 to 1: how much the step counts × its weakest premise.
        range: The range of that, where it does not settle.
        premises: Those that exist, each once; several hold only together.
        weakest: The weakest of them, the first of several.
    """

    link: str
    supports: bool
    contribution: float
    range: Range | None
    premises: tuple[str, ...]
    weakest: str


class Weighing(NamedTuple):
    """What makes a strength what it is.

    Where the strength settles and is not assumed, it is the method's influence on the base of
    `supports` less `attacks`.

    Attributes:
        node: The claim or the link.
        base: What is held of it by itself, 0 to 1.
        strength: After its arguments, 0 to 1.
        range: The range of the strength, where it does not settle.
        arguments: What speaks for and against it, what contributes most first; of two that
            contribute as much, the one that stands first in the map.
        method: How they are weighed: links always by quadratic energy.
    """

    node: str
    base: float
    strength: float
    range: Range | None
    arguments: tuple[Argument, ...]
    method: Method

    @property
    def supports(self) -> float:
        """What speaks for it, taken together as the method does."""
        return self.method.aggregate(_brought(self.arguments, supports=True), ())

    @property
    def attacks(self) -> float:
        """What speaks against it, taken together as the method does."""
        return 0.0 - self.method.aggregate((), _brought(self.arguments, supports=False))

    def without(self, argument: Argument) -> float:
        """Returns what the strength would be without one of the arguments, all others as they are.

        Within a cycle the others would change as well; that is not computed here.
        """
        rest = [other for other in self.arguments if other is not argument]
        pros, cons = _brought(rest, supports=True), _brought(rest, supports=False)
        return self.method.strength(self.base, pros, cons)


def weigh(judgement: Judgement, node: str) -> Weighing:
    """Returns what makes the strength of a claim or a link.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m", theses=("t",)), {"t": Claim("T."), "c": Claim("C.")},
        ...     {"l": Link(("c",), "attacks", "t")})
        >>> weighing = weigh(Judgement(debate), "t")
        >>> weighing.strength, weighing.attacks, weighing.without(weighing.arguments[0])
        (0.4, 0.5, 0.5)
    """
    debate, framework = judgement.debate, judgement.framework
    ranges = judgement.evaluation().ranges
    arguments = []
    for link in debate.links_into(node):
        index = framework.contribution(link)
        if index is None:
            continue
        premises = _present(judgement, link)
        arguments.append(
            Argument(
                link,
                debate.links[link].stance == "supports",
                judgement.contribution(link),
                ranges.get(index),
                premises,
                min(premises, key=judgement.strength),
            )
        )
    arguments.sort(key=lambda argument: -argument.contribution)
    return Weighing(
        node,
        judgement.base(node),
        judgement.strength(node),
        judgement.range(node),
        tuple(arguments),
        QUADRATIC_ENERGY if node in debate.links else judgement.method,
    )


def weakest_premise(judgement: Judgement, link: str) -> str | None:
    """Returns the weakest premise of a link, the first of several, or None where none exists."""
    return min(_present(judgement, link), key=judgement.strength, default=None)


def _present(judgement: Judgement, link: str) -> tuple[str, ...]:
    """Returns the premises of a link that exist, each once."""
    claims, premises = judgement.debate.claims, judgement.debate.links[link].premises
    return tuple(premise for premise in dict.fromkeys(premises) if premise in claims)


def _brought(arguments: Sequence[Argument], *, supports: bool) -> list[float]:
    return [one.contribution for one in arguments if one.supports is supports]
