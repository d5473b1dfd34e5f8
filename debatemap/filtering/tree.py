"""A query as it is understood."""

from typing import NamedTuple, Union

__all__ = ["All", "Either", "Flag", "Named", "Node", "Not", "Number", "Range", "Tag", "Words"]


class Words(NamedTuple):
    """A word or a phrase that a claim must have.

    Attributes:
        text: It, as it was typed.
        is_exact: Whether it counts as it stands, and in no other form.
    """

    text: str
    is_exact: bool = False


class Tag(NamedTuple):
    """The beginning of a tag."""

    text: str


class Flag(NamedTuple):
    """A term that stands alone."""

    name: str


class Named(NamedTuple):
    """A term with words, a choice or an id behind its colon; it begins and ends somewhere."""

    name: str
    value: str
    start: int = 0
    end: int = 0


class Range(NamedTuple):
    """Numbers from one to another; without a bound, all on that side."""

    low: float | None = None
    high: float | None = None
    is_above: bool = False
    """Whether the lower bound is left out."""
    is_below: bool = False
    """Whether the upper bound is left out."""

    def has(self, value: float) -> bool:
        """Tells whether a number lies within it.

        Examples:
            >>> Range(2, is_above=True).has(2), Range(2, 4).has(4)
            (False, True)
        """
        if self.low is not None and (value < self.low or (self.is_above and value == self.low)):
            return False
        return self.high is None or (
            value <= self.high and not (self.is_below and value == self.high)
        )


class Number(NamedTuple):
    """A term that compares a number."""

    name: str
    range: Range


class Not(NamedTuple):
    """What a claim must not be."""

    part: "Node"


class All(NamedTuple):
    """What must all hold; with no parts, every claim."""

    parts: tuple["Node", ...]


class Either(NamedTuple):
    """Of which one must hold."""

    parts: tuple["Node", ...]


Node = Union[Words, Tag, Flag, Named, Number, Not, All, Either]  # noqa: UP007  (it names itself)
