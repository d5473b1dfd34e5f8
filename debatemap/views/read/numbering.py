"""A map as numbered rows: every claim written out once, and named where it comes again.

The walk is iterative and visits each link once, so that neither a chain of 100,000 claims
nor a ladder with millions of paths is more than its claims and links.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from debatemap.core import queries, reading_order
from debatemap.core.debate import Debate, Step
from debatemap.core.model import Stance

__all__ = ["Role", "Row", "thesis_tops", "tops", "walk", "walk_all"]

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
    return [*thesis_tops(debate), *_stray_tops(reading_order.strays(debate))]


def thesis_tops(debate: Debate) -> list[Row]:
    """Returns the rows of the theses alone."""
    return _tops("", "thesis", dict.fromkeys(queries.theses(debate)))


def _stray_tops(strays: reading_order.Strays) -> list[Row]:
    return [*_tops("U", "unplaced", strays.inbox), *_tops("R", "adrift", strays.adrift)]


def _tops(letter: str, role: Role, claims: Iterable[str]) -> list[Row]:
    return [
        Row(f"{letter}{number}", 0, role, claim, None) for number, claim in enumerate(claims, 1)
    ]


def walk_all(debate: Debate, depth: int | None = None) -> Iterator[Row]:
    """Yields the rows of a whole debate, as `walk` does from its tops.

    Args:
        debate: The debate.
        depth: Levels beneath the tops; None for all.
    """
    if depth is not None:
        yield from walk(debate, tops(debate), depth)
        return
    # All that the theses lead to is met on the way, so that nothing else looks for it.
    walking = _Walk(debate, thesis_tops(debate), None)
    yield from walking.rows()
    met = [claim for claim, number in walking.written.items() if number]
    if len(met) < len(debate.claims):
        walking.begin(_stray_tops(reading_order.strays(debate, met)))
        yield from walking.rows()


def walk(debate: Debate, begin: Sequence[Row], depth: int | None = None) -> Iterator[Row]:
    """Yields the rows at and beneath the given ones, in reading order.

    Args:
        debate: The debate.
        begin: Rows of claims; each of these is written out there, whatever comes before.
        depth: Levels beneath them; None for all.
    """
    return _Walk(debate, begin, depth).rows()


class _Walk:
    """A walk that has gone some way.

    Attributes:
        written: The number under which each claim is written out; empty for those to come.
    """

    def __init__(self, debate: Debate, begin: Sequence[Row], depth: int | None) -> None:
        self._debate = debate
        self._depth = depth
        self.written: dict[str, str] = dict.fromkeys(debate.claims, "")
        self._waiting: list[Row] = []
        self._series = 0
        self.begin(begin)

    def begin(self, rows: Sequence[Row]) -> None:
        """Goes on at some rows, each of which is written out."""
        for row in rows:
            if row.claim in self.written:
                self.written[row.claim] = row.number
        self._waiting += reversed(rows)

    def rows(self) -> Iterator[Row]:
        """Yields what waits, and all that is beneath it."""
        if self._depth is None:
            yield from self._rows()
        while self._waiting:
            yield from self._step(self._waiting.pop())

    def _rows(self) -> Iterator[Row]:
        """Yields rows of any depth, with little work for those of a claim, which most are.

        In a large map, to look something up takes longer than all else: nothing is twice.
        """
        steps, spoken_to = self._debate.steps, reading_order.links_spoken_to(self._debate)
        waiting, written = self._waiting, self.written
        while waiting:
            row = waiting.pop()
            number, depth, role, claim, link, _, beneath, _ = row
            if claim is None:
                yield from self._step(row)
                continue
            of_step = steps[link] if link in spoken_to and role != "premise" else ()
            of_claim: Sequence[Step] = ()
            here = written.get(claim)
            if not here or here == number:
                if here is not None:
                    written[claim] = number
                    of_claim = steps.get(claim, ())
                yield row
            else:
                yield _new(Row, (number, depth, role, claim, link, here, beneath, 0))
            if of_step or of_claim:
                waiting += self._replies(row, of_step, of_claim)[::-1]

    def _step(self, row: Row) -> Iterator[Row]:
        """Yields a row and the premises that come with it, and lets the replies to them wait."""
        below: list[Row] = []
        for member in (row, *self._premises(row)):
            of_step, of_claim = self._steps_into(member)
            yield self._finished(member, len(of_step) + len(of_claim))
            if self._depth is None or row.depth < self._depth:
                below += self._replies(member, of_step, of_claim)
        self._waiting += reversed(below)

    def _premises(self, row: Row) -> list[Row]:
        if row.claim is not None or row.link is None:
            return []
        premises = self._debate.links[row.link].premises
        return [
            Row(row.number + _letters(index), row.depth, "premise", premise, row.link)
            for index, premise in enumerate(premises)
        ]

    def _steps_into(self, row: Row) -> tuple[Sequence[Step], Sequence[Step]]:
        """Returns the replies to the step of a row, and those to its claim if it stands here."""
        steps, claim = self._debate.steps, row.claim
        is_of_step = row.link is not None and row.role != "premise"
        of_step = steps.get(row.link or "", ()) if is_of_step else ()
        if claim is None or claim not in self.written:
            return of_step, ()
        here = self.written[claim] = self.written[claim] or row.number
        return of_step, steps.get(claim, ()) if here == row.number else ()

    def _finished(self, row: Row, replies: int) -> Row:
        """Returns a row with what is only known when its turn has come."""
        written = self.written.get(row.claim or "", row.number)
        see = written if written != row.number else ""
        hidden = replies if self._depth is not None and row.depth >= self._depth else 0
        return row._replace(see=see, hidden=hidden) if see or hidden else row

    def _replies(self, row: Row, of_step: Sequence[Step], of_claim: Sequence[Step]) -> list[Row]:
        depth = row.depth + 1
        is_short = row.number.count(".") + 1 < _PARTS
        begin, beneath = (f"{row.number}.", "") if is_short else ("", row.number)
        index, replies = 0, list[Row]()
        for steps, roles in ((of_step, _OF_LINKS), (of_claim, _OF_CLAIMS)):
            for _, link, premises, stance in steps:
                index += 1
                if is_short:
                    number = f"{begin}{index}"
                else:
                    self._series += 1
                    number = f"C{self._series}"
                claim = premises[0] if len(premises) == 1 else None
                made = number, depth, roles[stance], claim, link, "", beneath, 0
                replies.append(_new(Row, made))
        return replies


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
