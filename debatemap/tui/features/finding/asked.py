"""A query as it is read: what it finds, what of it is highlighted, what is wrong with it."""

from typing import TYPE_CHECKING, NamedTuple

from debatemap.core.search_query import Query

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from debatemap.filtering import Filter, FilterError, FilterFacts
    from debatemap.judge.judgement import Judgement

__all__ = ["Asked", "Fault", "Finds", "Found", "read_query", "tag_query"]


class Fault(NamedTuple):
    """What is wrong with a query.

    Attributes:
        message: That in a sentence.
        repaired: The whole query with the nearest right term; empty where none is near.
    """

    message: str
    repaired: str


class Finds(NamedTuple):
    """What a query finds.

    Attributes:
        hits: The claims that match.
        fault: What is wrong with the query, or what it asks for that is not known.
        above: What stands above the hits and is none of them, where that is looked up already.
    """

    hits: "AbstractSet[str]" = frozenset()
    fault: Fault | None = None
    above: "AbstractSet[str] | None" = None


class Asked(NamedTuple):
    """A query that was read.

    Attributes:
        text: It as it was typed.
        words: What of it is looked for in texts, to be highlighted; None for nothing.
        filter: What it means, as far as it can be read; None where it asks for nothing.
        fault: What is wrong with it, if anything: the rest of it counts.
    """

    text: str
    words: Query | None = None
    filter: "Filter | None" = None
    fault: Fault | None = None

    @property
    def needs_judgement(self) -> bool:
        """Whether it asks for what only a judgement tells."""
        return self.filter is not None and self.filter.needs_judgement

    def find(self, facts: "FilterFacts", judgement: "Judgement | None" = None) -> Finds:
        """Returns the claims that match; a query that asks for nothing finds none.

        Args:
            facts: What the query asks about.
            judgement: The judgement of that, where the facts have none.
        """
        if self.filter is None:
            return Finds(fault=self.fault)
        from debatemap.filtering import FilterError  # noqa: PLC0415  (a map opens without it)

        if judgement is not None:
            facts = facts.judged(judgement)
        try:
            found = self.filter.matches(facts)
        except FilterError as error:
            return Finds(fault=_fault_of(error, self.text))
        return Finds(found, self.fault)


class Found(NamedTuple):
    """What was asked, and the claims that match."""

    asked: Asked
    hits: "AbstractSet[str]"


def read_query(text: str) -> Asked:
    """Returns a query as far as it can be read, as while it is being typed."""
    from debatemap.filtering import parse_filter  # noqa: PLC0415  (a map opens without it)

    read = parse_filter(text, is_whole=False)
    fault = _fault_of(read.fault, text) if read.fault is not None else None
    if read.is_empty:
        return Asked(text.strip(), fault=fault)
    return Asked(text.strip(), read.words, read, fault)


def tag_query(tag: str) -> str:
    """Returns the query that finds the claims with a tag."""
    return f"#{tag}" if tag.split() == [tag] else f'tag:"{tag}"'


def _fault_of(error: "FilterError", text: str) -> Fault:
    return Fault(f"{error.message[:1].upper()}{error.message[1:]}.", error.repaired(text))
