"""What a card shows of a debate: the claim in focus with what stands around it."""

from collections.abc import Collection, Iterator
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.views.card.claim_paths import Path, Step

if TYPE_CHECKING:
    from debatemap.core.model import Stance

__all__ = ["Card", "Entry", "Path", "Role", "card_at"]


class Role(Enum):
    """What an entry of a card is to the claim in focus."""

    ABOVE = "above"
    FOCUS = "focus"
    TOGETHER = "together"
    """A joint premise of the claim in focus."""
    OWN_STEP = "own step"
    """Said of the step that puts the claim in focus where it stands."""
    REPLY = "reply"
    STEP = "step"
    """Said of the step of the reply above it."""

    @property
    def is_of_step(self) -> bool:
        """Whether it speaks to a step, and not to a claim."""
        return self in _OF_STEPS


_OF_STEPS: Final = frozenset({Role.OWN_STEP, Role.STEP})


class Entry(NamedTuple):
    """A place of a claim on a card, which the cursor can be on.

    Attributes:
        above: The path to the place that it stands under.
        link: The link that puts it there; None at the top.
        claim: The claim.
        role: What it is to the claim in focus.
        framed: Whether it stands in a frame, with the joint premises of a step.
        opens: Whether it is the first there.
        ends: Whether it is the last of its step and what is said of that.
        hidden: How many premises of the frame that it opens a filter hides.
    """

    above: Path
    link: str | None
    claim: str
    role: Role
    framed: bool = False
    opens: bool = False
    ends: bool = False
    hidden: int = 0

    @property
    def path(self) -> Path:
        """The path to the place."""
        return (*self.above, (self.link, self.claim))

    @property
    def place(self) -> Step:
        """The link and the claim, which name the place on one card."""
        return self.link, self.claim

    @property
    def closes(self) -> bool:
        """Whether it is the last in its frame."""
        return self.framed and self.ends

    @property
    def closes_cycle(self) -> bool:
        """Whether the claim stands above itself here."""
        return any(claim == self.claim for _, claim in self.above)


class Card(NamedTuple):
    """The claim in focus, and what stands around it.

    Attributes:
        path: The path to the claim in focus.
        head: What stands above it, the claim itself, its joint premises, what is said of its step.
        pros: The replies that support it, each followed by what is said of its step.
        cons: The replies that attack it, in the same way.
        hidden_pros: How many replies that support it a filter hides.
        hidden_cons: How many that attack it.
    """

    path: Path
    head: list[Entry]
    pros: list[Entry]
    cons: list[Entry]
    hidden_pros: int = 0
    hidden_cons: int = 0

    @property
    def focus(self) -> Entry:
        """The claim in focus."""
        return next(entry for entry in self.head if entry.role is Role.FOCUS)


def card_at(debate: Debate, path: Path, kept: Collection[str] | None = None) -> Card:
    """Returns the card of the claim at the end of a path.

    Args:
        debate: The debate.
        path: A path that leads there.
        kept: The claims that a filter lets through; without one, all.
    """
    focus = path[-1][1]
    is_in_cycle = any(claim == focus for _, claim in path[:-1])
    sides: dict[Stance, list[Entry]] = {"supports": [], "attacks": []}
    hidden: dict[Stance, int] = {"supports": 0, "attacks": 0}
    for _, link, premises, _ in () if is_in_cycle else debate.steps.get(focus, ()):
        stance = debate.links[link].stance
        sides[stance] += _replies(debate, path, link, premises, kept)
        if kept is not None:
            hidden[stance] += sum(p in debate.claims and p not in kept for p in {*premises})
    head = list(_head(debate, path, kept))
    return Card(path, head, sides["supports"], sides["attacks"], *hidden.values())


def _head(debate: Debate, path: Path, kept: Collection[str] | None) -> Iterator[Entry]:
    for number in range(len(path) - 1):
        yield Entry(path[:number], *path[number], Role.ABOVE)
    above, (link, claim) = path[:-1], path[-1]
    premises = debate.links[link].premises if link is not None else (claim,)
    others = [p for p in dict.fromkeys(premises) if p != claim and p in debate.claims]
    focus = Entry(above, link, claim, Role.FOCUS, framed=bool(others), opens=bool(others))
    entries = [focus, *(Entry(above, link, p, Role.TOGETHER, framed=True) for p in others)]
    if link is not None and premises[0] == claim:
        entries += _said_of(debate, path, link, Role.OWN_STEP, kept, framed=bool(others))
    yield from _ended(entries)


def _replies(
    debate: Debate, path: Path, link: str, premises: tuple[str, ...], kept: Collection[str] | None
) -> list[Entry]:
    """Returns the premises of a step into the claim in focus, and what is said of that step."""
    if len(premises) == 1 and link not in debate.steps:
        claim = premises[0]
        is_shown = claim in debate.claims and (kept is None or claim in kept)
        return [Entry(path, link, claim, Role.REPLY, ends=True)] if is_shown else []
    claims = [p for p in dict.fromkeys(premises) if p in debate.claims]
    shown = [p for p in claims if kept is None or p in kept]
    framed = len(claims) > 1
    entries = [Entry(path, link, claim, Role.REPLY, framed) for claim in shown]
    if shown and shown[0] == premises[0]:
        entries += _said_of(debate, entries[0].path, link, Role.STEP, kept, framed=framed)
    if entries and framed:
        entries[0] = entries[0]._replace(opens=True, hidden=len(claims) - len(shown))
    return _ended(entries)


def _said_of(
    debate: Debate,
    above: Path,
    step: str,
    role: Role,
    kept: Collection[str] | None,
    *,
    framed: bool,
) -> Iterator[Entry]:
    for _, link, premises, _ in debate.steps.get(step, ()):
        for claim in dict.fromkeys(premises):
            if claim in debate.claims and (kept is None or claim in kept):
                yield Entry(above, link, claim, role, framed)


def _ended(entries: list[Entry]) -> list[Entry]:
    """Returns entries of which the last one is marked as that."""
    return [*entries[:-1], *(entry._replace(ends=True) for entry in entries[-1:])]
