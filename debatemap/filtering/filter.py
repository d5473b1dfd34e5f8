"""A query, and the claims that it finds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debatemap.core.folding import fold
from debatemap.core.reading_order import read
from debatemap.core.search_query import Query, Word
from debatemap.filtering.facts import FilterFacts
from debatemap.filtering.query_errors import FilterError
from debatemap.filtering.query_evaluation import evaluate, needs_judgement
from debatemap.filtering.query_parser import Parser
from debatemap.filtering.tree import All, Either, Named, Node, Not, Words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["Filter", "parse_filter"]

_TEXTS = ("text", "note", "quote")
_SHORTEST_ID = 3
"""Characters of a word that may be the beginning of an id."""


class Filter:
    """A query that was read.

    Args:
        tree: What is meant.

    Attributes:
        tree: What is meant.
        fault: What is wrong with the query, if anything; the rest of it counts.
    """

    def __init__(self, tree: Node, fault: FilterError | None = None) -> None:
        self.tree, self.fault = tree, fault

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing, so that every claim is found."""
        return self.tree == All(())

    @property
    def is_of_words(self) -> bool:
        """Whether it asks for words alone, all of which must be found."""
        parts = self.tree.parts if isinstance(self.tree, All) else (self.tree,)
        return all(isinstance(part, Words) for part in parts)

    @property
    def needs_judgement(self) -> bool:
        """Whether it asks for what only a judgement of the debate tells."""
        return any(needs_judgement(node) for node in _leaves(self.tree))

    @property
    def words(self) -> Query | None:
        """What is looked for in texts, to be highlighted; None for nothing."""
        folded = {word: exact for text, exact in _texts(self.tree) if (word := fold(text))}
        words = [Word(word, is_exact=exact) for word, exact in folded.items()]
        return Query.of(sorted(words, key=lambda word: -len(word.bare))) if words else None

    def find(self, facts: FilterFacts) -> set[str]:
        """Returns the claims that match.

        Raises:
            FilterError: Something is asked for that is not known here.
        """
        return {*self.matches(facts)}

    def matches(self, facts: FilterFacts) -> "AbstractSet[str]":
        """Returns the same claims, where there are many in less time, as a set to be read alone.

        Raises:
            FilterError: Something is asked for that is not known here.
        """
        found = evaluate(self.tree, facts)
        if isinstance(self.tree, Words) and not self.tree.is_exact:
            # A word alone may be an id that somebody was told.
            word = self.tree.text
            if len(word) >= _SHORTEST_ID and (named := facts.ids_from(word)):
                return found | set(named)
        return found

    def find_in_order(self, facts: FilterFacts) -> list[str]:
        """Returns the same claims in reading order, with those last that have other forms alone.

        Raises:
            FilterError: Something is asked for that is not known here.
        """
        found, order = self.find(facts), read(facts.debate).order
        typed = evaluate(self.tree, facts, with_forms=False)
        return sorted(found, key=lambda claim: (claim not in typed, order[claim]))


def parse_filter(text: str, *, is_whole: bool = True) -> Filter:
    """Returns a query as it is understood.

    Args:
        text: What was typed.
        is_whole: Whether all of it must be right. Of a query that is being typed, what is right
            counts, `fault` is what is wrong, and an end that is missing is no fault.

    Raises:
        FilterError: Something is wrong with it.

    Examples:
        >>> from debatemap.core.debate import Debate
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("Rain."), "b": Claim("Snow.")})
        >>> parse_filter("rain or unplaced").find(FilterFacts(debate)) == {"a", "b"}
        True
        >>> parse_filter("-thesis s").find(FilterFacts(debate))
        {'b'}
    """
    parser = Parser(text)
    tree = parser.read()
    if is_whole and parser.faults:
        raise parser.faults[0]
    told = (fault for fault in parser.faults if not parser.is_unfinished or fault.nearest)
    return Filter(tree, next(told, None))


def _leaves(node: Node) -> Iterator[Node]:
    """Yields the terms of a query, denied or not."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, All | Either):
            waiting.extend(here.parts)
        elif isinstance(here, Not):
            waiting.append(here.part)
        else:
            yield here


def _texts(node: Node) -> Iterator[tuple[str, bool]]:
    """Yields what is looked for in texts and is not denied, and whether it is exact."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, All | Either):
            waiting.extend(here.parts)
        elif isinstance(here, Words):
            yield here.text, here.is_exact
        elif isinstance(here, Named) and here.name in _TEXTS:
            yield from ((word, False) for word in here.value.split())
