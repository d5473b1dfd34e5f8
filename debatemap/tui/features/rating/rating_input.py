"""A rating while it is typed, and a pass through claims while it goes on; no screen is needed."""

from collections.abc import Container, Sequence
from typing import Final

from debatemap.judge.explain.rating_queue import Turn

__all__ = ["Pass", "Typing"]

_FULL: Final = 100
_TENS: Final = 10
_MIDDLE: Final = 50


class Typing:
    """A number from 0 to 100, by as few keys as it takes.

    One digit stands for so many tens, the next makes it exact; after that a number begins anew.

    Attributes:
        value: The number, or None until there is one.

    Examples:
        >>> typing = Typing()
        >>> for digit in (7, 5):
        ...     typing.type(digit)
        ...     print(typing.value)
        70
        75
        >>> for digit in (1, 0, 0):
        ...     typing.type(digit)
        >>> typing.value
        100
    """

    def __init__(self, value: float | None = None) -> None:
        self.value = self._before = value
        self._digits = ""

    @property
    def changed(self) -> bool:
        """Whether there is a number, and another than before."""
        return self.value not in (None, self._before)

    def type(self, digit: int) -> None:
        """Takes a digit."""
        digits = f"{self._digits}{digit}"
        self._digits = digits if len(digits) <= len("10") or digits == str(_FULL) else str(digit)
        number = int(self._digits)
        self.value = number * _TENS if len(self._digits) == 1 else number

    def put(self, value: float) -> None:
        """Takes a whole number at once."""
        self.value, self._digits = value, ""

    def step(self, by: int) -> None:
        """Goes up or down from where it is, or from the middle, and stays within the bounds."""
        start = _MIDDLE if self.value is None else self.value
        self.put(max(0, min(_FULL, start + by)))

    def erase(self) -> bool:
        """Takes back what was typed; tells whether there was anything."""
        was_typed = bool(self._digits)
        if was_typed:
            self.value, self._digits = None, ""
        return was_typed


class Pass:
    """A pass through claims, one at a time, back and forth.

    Attributes:
        turns: The claims.
        place: Which of them it is the turn of; the number of all at the end.
        rated: What was held of them, by claim.

    Examples:
        >>> through = Pass([Turn("a", None), Turn("b", None)])
        >>> through.rate(80)
        >>> through.turn
        Turn(claim='b', link=None)
        >>> through.go(-1)
        >>> through.rated[through.turn.claim]
        80
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = turns
        self.place = 0
        self.rated: dict[str, float] = {}

    @property
    def turn(self) -> Turn | None:
        """The claim that is to be rated, or None at the end."""
        return self.turns[self.place] if self.place < len(self.turns) else None

    def rate(self, value: float) -> None:
        """Notes what is held of the claim, 0 to 100, and goes on."""
        if self.turn is not None:
            self.rated[self.turn.claim] = value
            self.go(1)

    def keep(self, claims: Container[str]) -> None:
        """Passes over the claims that are not among some, as those that are gone from a map."""
        before = sum(turn.claim in claims for turn in self.turns[: self.place])
        self.turns = [turn for turn in self.turns if turn.claim in claims]
        self.place = before
        self.rated = {claim: rating for claim, rating in self.rated.items() if claim in claims}

    def go(self, way: int) -> None:
        """Goes on (1) or back (-1); nothing is before the first."""
        self.place = max(0, min(len(self.turns), self.place + way))
