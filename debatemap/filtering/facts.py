"""What a query can ask about a debate, each looked up when it is first asked for."""

from collections.abc import Callable, Collection, Hashable
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from debatemap.core.debate import Debate
from debatemap.core.depth import depths
from debatemap.core.search import Index

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from debatemap.judge.judgement import Judgement

__all__ = ["FilterFacts"]


class FilterFacts:
    """A debate and what else is known of its claims; made anew after each change.

    Args:
        debate: The debate.
        index: The words of its claims, where these are known already.
        judgement: Returns the judgement, or None as long as it is not made. Without it, one is
            made when it is first needed.
        changed: Returns the claims that differ from what the reader last saw; None where nobody
            knows.

    Attributes:
        debate: The debate.
    """

    def __init__(
        self,
        debate: Debate,
        index: Index | None = None,
        judgement: "Callable[[], Judgement | None] | None" = None,
        changed: Callable[[], Collection[str] | None] | None = None,
    ) -> None:
        self.debate = debate
        self._index, self._judgement, self._changed = index, judgement, changed
        self._found: dict[Hashable, frozenset[str]] = {}

    def found_by(self, term: Hashable, test: Callable[[], Callable[[str], bool]]) -> frozenset[str]:
        """Returns every claim that a term finds, looked through once.

        Args:
            term: Names the term; what it finds must not change while the debate does not.
            test: Makes what tells of one claim whether the term finds it.
        """
        found = self._found.get(term)
        if found is None:
            found = self._found[term] = frozenset(filter(test(), self.debate.claims))
        return found

    def ids_from(self, beginning: str) -> list[str]:
        """Returns the claims whose ids begin so."""
        return self.index.ids_from(beginning)

    @cached_property
    def steps(self) -> dict[str, set[str]]:
        """The claims that support, attack and undercut what exists, by the name of the flag."""
        debate = self.debate
        claims, links = debate.claims, debate.links
        found: dict[str, set[str]] = {"pro": set(), "con": set(), "undercut": set()}
        for link in links.values():
            target = link.target
            if target in claims or target in links:
                is_undercut = link.stance == "attacks" and target in links
                kind = "pro" if link.stance == "supports" else "undercut" if is_undercut else "con"
                found[kind].update(link.premises)
        return found

    def judged(self, judgement: "Judgement | None") -> "FilterFacts":
        """Returns the same facts with a judgement, which share what is looked up."""
        self.index  # noqa: B018  (it is made once, for both)
        other = copy(self)
        other._judgement = lambda: judgement  # noqa: SLF001  (it is one of these)
        return other

    @cached_property
    def all(self) -> "AbstractSet[str]":
        """Every claim."""
        return self._index.all if self._index is not None else frozenset(self.debate.claims)

    @cached_property
    def index(self) -> Index:
        """The words of the claims."""
        return self._index if self._index is not None else Index(self.debate)

    @cached_property
    def depths(self) -> dict[str, int]:
        """The depth of each claim that has one."""
        return depths(self.debate)

    @property
    def judgement(self) -> "Judgement | None":
        """The judgement, or None as long as it is not made."""
        return self._judgement() if self._judgement is not None else self._own_judgement

    @cached_property
    def _own_judgement(self) -> "Judgement":
        from debatemap.judge.judgement import Judgement  # noqa: PLC0415  (few queries need it)

        return Judgement(self.debate)

    @property
    def changed(self) -> Collection[str] | None:
        """The claims that differ from what the reader last saw; None where nobody knows."""
        return self._changed() if self._changed is not None else None

    @cached_property
    def unplaced(self) -> frozenset[str]:
        """The claims that have no place."""
        from debatemap.core.queries import unplaced  # noqa: PLC0415  (likewise)

        return frozenset(unplaced(self.debate))
