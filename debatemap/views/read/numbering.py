"""A map as numbered rows: every claim written out once, and named where it comes again.

The walk is iterative and visits each link once, so that neither a chain of 100,000 claims
nor a ladder with millions of paths is more than its claims and links.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from debatemap.core import queries, reading_order
from debatemap.core.debate import Debate
from debatemap.core.model import Stance

__all__ = ["Role", "Row", "tops", "walk"]

Role = Literal[
    "thesis", "unplaced", "adrift", "claim", "pro", "con", "undercut", "backing", "premise"
]
"""What a row is to the row above it; backing is the support of a link."""

_PARTS: Final = 12
"""Parts of a number such as 1.2.1. Deeper down numbers start anew, C1, C2 …: in a chain they
would be longer than all its claims together."""
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_OF_CLAIMS: Final[Mapping[Stance, Role]] = {"supports": "pro", "attacks": "con"}
_OF_LINKS: Final[Mapping[Stance, Role]] = {"supports": "backing", "attacks": "undercut"}
_new: Final = tuple.__new__
"""Makes a row in half the time that its class takes."""


class Row(NamedTuple):
    """A claim at one place, or the step that joint premises make."""

    number: str
    depth: int
    role: Role
    claim: str | None
    """None for a step with joint premises, which have the next rows."""
    link: str | None
    see: str = ""
    """The number under which the claim is written out, where that is elsewhere."""
    beneath: str = ""
    """The number of the row above, where the number does not show it."""
    hidden: int = 0
    """Replies that are left out for their depth."""


def tops(debate: Debate) -> list[Row]:
    """Returns the rows to begin at: theses, the inbox (U1 …), cycles that hang loose (R1 …).

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("A."), "b": Claim("B.")})
        >>> [(row.number, row.claim) for row in tops(debate)]
        [('1', 'a'), ('U1', 'b')]
    """
    theses = list(dict.fromkeys(queries.theses(debate)))
    strays = reading_order.strays(debate)
    kinds: tuple[tuple[str, Role, list[str]], ...] = (
        ("", "thesis", theses),
        ("U", "unplaced", strays.inbox),
        ("R", "adrift", strays.adrift),
    )
    return [
        Row(f"{letter}{index}", 0, role, claim, None)
        for letter, role, claims in kinds
        for index, claim in enumerate(claims, 1)
    ]


def walk(debate: Debate, begin: Sequence[Row], depth: int | None = None) -> Iterator[Row]:
    """Yields the rows at and beneath the given ones, in reading order.

    Args:
        debate: The debate.
        begin: Rows of claims; each of these is written out there, whatever comes before.
        depth: Levels beneath them; None for all.
    """
    return _Walk(debate, begin, depth).rows()


class _Walk:
    def __init__(self, debate: Debate, begin: Sequence[Row], depth: int | None) -> None:
        self._debate = debate
        self._depth = depth
        self._written = {row.claim: row.number for row in begin}
        self._waiting = list(reversed(begin))
        self._series = 0

    def rows(self) -> Iterator[Row]:
        waiting, depth = self._waiting, self._depth
        while waiting:
            row = waiting.pop()
            if row.claim is not None and depth is None:
                into = self._targets(row)
                yield self._finished(row, into)
                if into:
                    waiting += [*self._replies(row, into)][::-1]
                continue
            group = [row, *self._premises(row)]
            targets = [self._targets(member) for member in group]
            for member, into in zip(group, targets, strict=True):
                yield self._finished(member, into)
            if depth is None or row.depth < depth:
                below: list[Row] = []
                for member, into in zip(group, targets, strict=True):
                    if into:
                        below += self._replies(member, into)
                waiting += reversed(below)

    def _premises(self, row: Row) -> list[Row]:
        if row.claim is not None or row.link is None:
            return []
        premises = self._debate.links[row.link].premises
        return [
            Row(row.number + _letters(index), row.depth, "premise", premise, row.link)
            for index, premise in enumerate(premises)
        ]

    def _targets(self, row: Row) -> list[str]:
        """Returns the claims and links of a row that replies can be to, the step first."""
        found = [row.link] if row.link is not None and row.role != "premise" else []
        if row.claim is None or row.claim not in self._debate.claims:
            return found
        is_here = self._written.setdefault(row.claim, row.number) == row.number
        return [*found, row.claim] if is_here else found

    def _finished(self, row: Row, targets: list[str]) -> Row:
        """Returns a row with what is only known when its turn has come."""
        written = self._written.get(row.claim, row.number)
        see = written if written != row.number else ""
        is_last = self._depth is not None and row.depth >= self._depth
        hidden = sum(len(self._debate.links_into(target)) for target in targets) if is_last else 0
        return row._replace(see=see, hidden=hidden) if see or hidden else row

    def _replies(self, row: Row, targets: list[str]) -> Iterator[Row]:
        links, steps, depth = self._debate.links, self._debate.steps, row.depth + 1
        is_short = row.number.count(".") + 1 < _PARTS
        begin, beneath = (f"{row.number}.", "") if is_short else ("", row.number)
        index = 0
        for target in targets:
            roles = _OF_LINKS if target in links else _OF_CLAIMS
            for _, link, premises in steps.get(target, ()):
                index += 1
                if is_short:
                    number = f"{begin}{index}"
                else:
                    self._series += 1
                    number = f"C{self._series}"
                claim = premises[0] if len(premises) == 1 else None
                role = roles[links[link].stance]
                yield _new(Row, (number, depth, role, claim, link, "", beneath, 0))


def _letters(index: int) -> str:
    """Returns a to z, then aa, ab and so on.

    Examples:
        >>> _letters(0), _letters(25), _letters(26)
        ('a', 'z', 'aa')
    """
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, len(_LETTERS))
        letters = _LETTERS[digit] + letters
    return letters
