"""The claims that a query finds."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from debatemap.core.folding import fold
from debatemap.core.queries import branch, direct_replies
from debatemap.core.search_query import Word
from debatemap.core.text import excerpt
from debatemap.filtering.facts import FilterFacts
from debatemap.filtering.flags import flag_test
from debatemap.filtering.named import NAMED_TESTS
from debatemap.filtering.query_errors import FilterError
from debatemap.filtering.tree import All, Either, Flag, Named, Node, Not, Number, Tag, Words

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

__all__ = ["evaluate", "needs_judgement"]

Test = Callable[[str], bool]
_COSTLY: Final = ("strength", "depth", "places")
"""Numbers that take long to know: only what all else has left is asked for them."""

_FEW: Final = 8
"""One in so many claims is soon asked by itself."""


def evaluate(node: Node, facts: FilterFacts, *, with_forms: bool = True) -> "AbstractSet[str]":
    """Returns the claims that a query finds.

    Args:
        node: The query.
        facts: What it asks about.
        with_forms: Whether a word is found in other forms, too.

    Raises:
        FilterError: Something is asked for that is not known here.
    """
    return _Walk(facts, with_forms=with_forms).among(node, facts.all)


class _Walk:
    def __init__(self, facts: FilterFacts, *, with_forms: bool) -> None:
        self._facts, self._with_forms = facts, with_forms

    def among(self, node: Node, claims: "AbstractSet[str]") -> "AbstractSet[str]":
        """Returns those of some claims that a part of the query finds."""
        if isinstance(node, All):
            return self._all(node.parts, claims)
        if isinstance(node, Either):
            return set[str]().union(*(self.among(part, claims) for part in node.parts))
        if isinstance(node, Not):
            return claims - self.among(node.part, claims)
        if isinstance(node, Words):
            return self._having([node], claims)
        if _is_lasting(node) and len(claims) * _FEW > len(self._facts.all):
            # While a query is typed each letter asks again for what the terms before it find.
            return claims & self._facts.found_by(_term(node), lambda: self._test(node))
        test = self._test(node)
        return {claim for claim in claims if test(claim)}

    def _all(self, parts: Iterable[Node], claims: "AbstractSet[str]") -> "AbstractSet[str]":
        words = [part for part in parts if isinstance(part, Words)]
        left = self._having(words, claims) if words else claims
        for part in sorted(parts, key=_cost):
            if not isinstance(part, Words):
                left = self.among(part, left)
        return left

    def _having(self, parts: Iterable[Words], claims: "AbstractSet[str]") -> "AbstractSet[str]":
        asked = {
            (folded, part.is_exact)
            for part in parts
            for text in ([part.text] if part.is_exact else part.text.split())
            if (folded := fold(text))
        }
        words = [Word(folded, is_exact=is_exact) for folded, is_exact in asked]
        if not words:
            return claims
        words.sort(key=lambda word: (-len(word.bare), word.bare, word.marked, word.is_exact))
        index = self._facts.index
        found = index.having(words, None if claims is self._facts.all else claims)
        return found.typed | found.forms if self._with_forms else found.typed

    def _test(self, node: Flag | Named | Number | Tag) -> Test:
        """Returns what tells of one claim whether a term finds it."""
        if isinstance(node, Flag):
            return flag_test(node.name, self._facts)
        if isinstance(node, Tag):
            beginning, claims = fold(node.text), self._facts.debate.claims
            return lambda claim: any(fold(t).startswith(beginning) for t in claims[claim].tags)
        if isinstance(node, Number):
            number = self._number(node.name)
            return lambda claim: (value := number(claim)) is not None and node.range.has(value)
        return self._named(node)

    def _number(self, name: str) -> Callable[[str], float | None]:
        facts, debate = self._facts, self._facts.debate
        if name == "replies":
            return lambda claim: direct_replies(debate, claim)
        if name == "places":
            return lambda claim: len(debate.links_from(claim)) + debate.is_thesis(claim)
        if name == "depth":
            return facts.depths.get
        judgement = facts.judgement
        if judgement is None:
            raise FilterError("the strengths are not known yet; wait a moment", 0, 0)
        return lambda claim: round(100 * judgement.strength(claim))

    def _named(self, node: Named) -> Test:
        if node.name in ("id", "under"):
            return self._by_id(node)
        return NAMED_TESTS[node.name](self._facts.debate, node.value)

    def _by_id(self, node: Named) -> Test:
        debate = self._facts.debate
        named = [key for key in debate.claims if key.startswith(node.value)]
        if node.value in debate.claims:
            named = [node.value]
        if node.name == "id":
            return frozenset(named).__contains__
        if not named:
            message = f"no claim has an id that begins with {excerpt(node.value, 40)}"
            raise FilterError(message, node.start, node.end)
        beneath = set[str]()
        for claim in named:
            links = [*debate.links_into(claim)]
            for step in debate.links_from(claim):
                links += debate.links_into(step)
            beneath |= branch(debate, links)[0] - {claim}
        return beneath.__contains__


def needs_judgement(node: Node) -> bool:
    """Tells whether a term asks for what only a judgement of the debate tells."""
    named = node.name if isinstance(node, Flag | Number) else ""
    return named in ("strength", "unanswered")


def _is_lasting(node: Flag | Named | Number | Tag) -> bool:
    """Tells whether what a term finds stays the same as long as the debate does."""
    is_of_reader = isinstance(node, Flag) and node.name == "changed"
    return not is_of_reader and not needs_judgement(node)


def _term(node: Flag | Named | Number | Tag) -> tuple[object, ...]:
    """Returns what names a term, wherever it stands in a query."""
    return type(node), *(node[:2] if isinstance(node, Named) else node)


def _cost(node: Node) -> int:
    return 1 if isinstance(node, Number) and node.name in _COSTLY else 0
