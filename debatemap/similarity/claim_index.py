"""The claims of a map by the stems of their words, to find those like a text while it is typed."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from heapq import nlargest, nsmallest
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.folding import fold, without_marks
from debatemap.core.word_forms import stem
from debatemap.similarity.related_words import is_stop, read_lists
from debatemap.similarity.score import Likeness, compare
from debatemap.similarity.wording import LONGEST, Wording, wording_of

__all__ = ["ENOUGH", "SimilarClaim", "SimilarClaims", "similar"]

ENOUGH: Final = 0.55
"""The score from which on two claims are offered as one point."""
_VISITED: Final = 12_000
"""Claims with a word of the text that are counted, the rarest words first."""
_COMPARED: Final = 32
"""Claims that are compared as a whole, those with most of the text's words."""
_PARENT: Final = 0.15
"""The share of the score that what the two reply to has."""
_PLAINEST: Final = 0.3
"""What the commonest word of a map tells, beside one that stands in one claim alone."""
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")


class SimilarClaim(NamedTuple):
    """A claim that may make the same point.

    Attributes:
        claim: Its id.
        score: How near it is, from 0 to 1.
        why: The words that the two have in common.
    """

    claim: str
    score: float
    why: str


class SimilarClaims:
    """The claims of a map by the stems of their words, kept up with the map.

    Args:
        debate: The debate, or a snapshot of it.
        between: Called between two claims, as to let others go on meanwhile.
    """

    def __init__(self, debate: Debate, between: Callable[[], None] | None = None) -> None:
        self._having: dict[str, set[str]] = {}
        self._stems: dict[str, str] = {}
        self._count = 0
        read_lists()
        for claim_id, claim in debate.claims.items():
            self._take(claim_id, claim.text)
            if between is not None:
                between()

    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""
        for claim_id, (before, after) in change.claims.items():
            if before is not None:
                self._drop(claim_id, before.text)
            if after is not None:
                self._take(claim_id, after.text)

    def rarity(self, stemmed: str) -> float:
        """Returns how much a stem tells in this map: 1 where one claim has it, less with more."""
        having = len(self._having.get(stemmed, ()))
        if having <= 1 or self._count <= 1:
            return 1.0
        return max(_PLAINEST, math.log(1 + self._count / having) / math.log(1 + self._count))

    def candidates(self, stems: Iterable[str]) -> list[str]:
        """Returns the claims that have most of some stems, in a fixed order."""
        sets = {each: self._having[each] for each in stems if each in self._having}
        ordered = sorted(sets, key=lambda each: (len(sets[each]), each))
        rarities = {each: self.rarity(each) for each in ordered}
        counts: defaultdict[str, float] = defaultdict(float)
        visited = 0
        for each in ordered:
            visited += len(sets[each])
            if visited > _VISITED:
                break
            rarity = rarities[each]
            for claim_id in sets[each]:
                counts[claim_id] += rarity
        if not counts:
            return self._with_all([sets[each] for each in ordered])
        # What stands in very many claims is looked for in those that are left.
        likely = nlargest(_COMPARED * 5, counts, key=lambda each: (counts[each], each))
        sums = {c: sum(rarities[each] for each in ordered if c in sets[each]) for c in likely}
        return nlargest(_COMPARED, likely, key=lambda each: (sums[each], each))

    def sharing(self, text: str, rarest: int, common: int) -> dict[str, float]:
        """Returns by claim how much of a text's rarest words it has.

        Args:
            text: The text.
            rarest: How many words are looked at.
            common: The claims with a word above which it is not.
        """
        sets = [(each, self._having[each]) for each in self.stems_in(text) if each in self._having]
        sets.sort(key=lambda each: (len(each[1]), each[0]))
        counts: defaultdict[str, float] = defaultdict(float)
        for each, having in sets[:rarest]:
            if len(having) <= common:
                rarity = self.rarity(each)
                for claim_id in having:
                    counts[claim_id] += rarity
        return counts

    def _with_all(self, sets: list[set[str]]) -> list[str]:
        """Returns claims that have as many of some very common stems as there are any with."""
        if not sets:
            return []
        found = sets[0]
        for each in sets[1:]:
            both = found & each
            if not both:
                break
            found = both
        return nsmallest(_COMPARED, found)

    def _take(self, claim_id: str, text: str) -> None:
        self._count += 1
        for each in self.stems_in(text):
            self._having.setdefault(each, set()).add(claim_id)

    def _drop(self, claim_id: str, text: str) -> None:
        self._count -= 1
        for each in self.stems_in(text):
            having = self._having.get(each)
            if having is not None:
                having.discard(claim_id)
                if not having:
                    del self._having[each]

    def stems_in(self, text: str) -> set[str]:
        """Returns the stems of the words of a text that say something by themselves."""
        known, found = self._stems, set()
        for word in set(_WORDS.findall(without_marks(fold(text[:LONGEST])))):
            stemmed = known.get(word)
            if stemmed is None:
                stemmed = known[word] = "" if is_stop(word) else stem(word)
            found.add(stemmed)
        found.discard("")
        return found


def similar(
    claim_text: str,
    parent_text: str,
    index: SimilarClaims,
    debate: Debate,
    limit: int = 5,
    *,
    enough: float = ENOUGH,
) -> list[SimilarClaim]:
    """Returns claims of a map that may make the point of a text, the nearest first.

    Args:
        claim_text: What is being written, or stands in the map.
        parent_text: What it replies to; nothing where it replies to nothing.
        index: The claims of the map by their words.
        debate: The map, as it is in the index.
        limit: How many are returned.
        enough: The score from which on a claim is returned.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("Uniforms save families money."),
        ...                               "b": Claim("Uniforms stop bullying.")})
        >>> [found.claim for found in similar("Families save money with a uniform.", "",
        ...                                   SimilarClaims(debate), debate)]
        ['a']
    """
    asked = wording_of(claim_text)
    parent = wording_of(parent_text) if parent_text.strip() else None
    found = []
    for claim_id in index.candidates(asked.weights):
        claim = debate.claims.get(claim_id)
        if claim is None:
            continue
        likeness = compare(asked, wording_of(claim.text), None, index.rarity)
        score = _beside_parents(likeness, parent, debate, claim_id)
        if score >= enough:
            found.append(SimilarClaim(claim_id, round(score, 3), ", ".join(likeness.shared[:4])))
    return nsmallest(limit, found, key=lambda each: (-each.score, each.claim))


def _beside_parents(
    likeness: Likeness, parent: Wording | None, debate: Debate, claim_id: str
) -> float:
    """Returns the score of two claims with that of what they reply to."""
    if parent is None:
        return likeness.score
    targets = (debate.links[link].target for link in debate.links_from(claim_id))
    texts = [debate.claims[each].text for each in targets if each in debate.claims]
    if not texts:
        return likeness.score
    near = max(compare(parent, wording_of(text)).score for text in texts)
    return likeness.score * (1 - _PARENT * (1 - near))
