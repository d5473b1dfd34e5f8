"""Which claims of a newer version of a file are those of the earlier one.

Where a format keeps ids, the id says so. Where it has none, or ids that move when a claim is put in
between, as numbers do, the words say so, and after them the place: a claim that was reworded still
answers the same claim.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from debatemap.core.debate import Debate
from debatemap.core.model import Stance

__all__ = ["are_alike", "same_claims"]

_Place = tuple[str, Stance]
"""What a claim is linked to, and how."""

_ALIKE: Final = 55.0
"""Percent of the letters that a reworded claim shares with the earlier one, at the same place."""
_MOVED: Final = 80.0
"""The same where it stands at another place."""
_TELLING: Final = 20
"""Letters of a claim that can be known by them alone."""
_COMPARED: Final = 4_000_000
"""Pairs of claims that are compared wherever they stand."""


def are_alike(one: str, other: str) -> bool:
    """Tells whether one text may be the other one, reworded."""
    return ratio(one, other) >= _ALIKE


def same_claims(base: Debate, newer: Debate, *, has_ids: bool) -> dict[str, str]:
    """Returns the claims of the earlier version by those of the newer one.

    Args:
        base: The earlier version.
        newer: The newer one.
        has_ids: Whether the ids of the file stay those of their claims.
    """
    matching = _Matching(base, newer)
    if has_ids:
        matching.by_id()
    matching.by_words()
    matching.by_place()
    matching.by_likeness()
    matching.by_place()
    return matching.found


class _Matching:
    """The pairs that were found so far, in the order of how sure they are."""

    def __init__(self, base: Debate, newer: Debate) -> None:
        self._base, self._newer = base, newer
        self.found: dict[str, str] = {}
        self._taken: set[str] = set()

    def by_id(self) -> None:
        """Pairs claims of one id."""
        for key in self._newer.claims:
            if key in self._base.claims:
                self._pair(key, key)

    def by_words(self) -> None:
        """Pairs claims of the same words; of several, those at the same place first."""
        left = _by_text(self._base, self._free_of_base())
        for text, keys in _by_text(self._newer, self._free_of_newer()).items():
            candidates = left.get(text, [])
            while len(keys) > 1 and candidates:
                pair = self._at_one_place(keys, candidates)
                if pair is None:
                    break
                keys.remove(pair[0])
                candidates.remove(pair[1])
                self._pair(*pair)
            for key, other in zip(keys, candidates, strict=False):
                self._pair(key, other)

    def by_place(self) -> None:
        """Pairs claims at the same place that are much alike, from the top down."""
        waiting = [None, *self.found]
        while waiting:
            target = waiting.pop()
            waiting += self._pair_beneath(target)

    def by_likeness(self) -> None:
        """Pairs claims that are very much alike, wherever they stand: reworded, and moved."""
        texts = {key: self._base.claims[key].text for key in self._free_of_base()}
        left = {key: text for key, text in texts.items() if len(text) >= _TELLING}
        newer = self._newer.claims
        free = [key for key in self._free_of_newer() if len(newer[key].text) >= _TELLING]
        if len(left) * len(free) > _COMPARED:
            return
        for key in free:
            best = self._most_alike(key, left, _MOVED)
            if best:
                del left[best]
                self._pair(key, best)

    def _pair_beneath(self, target: str | None) -> list[str]:
        """Pairs what answers a claim, or (None) the theses; returns what was paired."""
        paired = []
        mine = self._free_beneath(self._newer, target, self.found)
        other = target if target is None else self.found[target]
        theirs = self._free_beneath(self._base, other, self._taken)
        for stance, keys in mine.items():
            candidates = {each: self._base.claims[each].text for each in theirs.get(stance, [])}
            for key in keys:
                best = self._most_alike(key, candidates)
                if best:
                    del candidates[best]
                    self._pair(key, best)
                    paired.append(key)
        return paired

    def _most_alike(self, key: str, candidates: Mapping[str, str], least: float = _ALIKE) -> str:
        text = self._newer.claims[key].text
        best = extractOne(text, candidates, scorer=ratio, score_cutoff=least)
        return best[2] if best is not None else ""

    @staticmethod
    def _free_beneath(
        debate: Debate, target: str | None, taken: Iterable[str]
    ) -> dict[Stance | None, list[str]]:
        """Returns the claims that answer a claim and are not paired, by their stance."""
        found: dict[Stance | None, list[str]] = {}
        if target is None:
            found[None] = list(debate.header.theses)
        else:
            for link in map(debate.links.__getitem__, debate.links_into(target)):
                found.setdefault(link.stance, []).extend(link.premises)
        return {
            stance: [
                key for key in dict.fromkeys(keys) if key in debate.claims and key not in taken
            ]
            for stance, keys in found.items()
        }

    def _at_one_place(self, keys: list[str], candidates: list[str]) -> tuple[str, str] | None:
        """Returns two claims of which the one answers what the other does."""
        there = {place: each for each in candidates for place in _places(self._base, each)}
        for key in keys:
            for target, stance in _places(self._newer, key):
                other = there.get((self.found.get(target, ""), stance))
                if other is not None:
                    return key, other
        return None

    def _pair(self, key: str, other: str) -> None:
        if key not in self.found and other not in self._taken:
            self.found[key] = other
            self._taken.add(other)

    def _free_of_base(self) -> list[str]:
        return [key for key in self._base.claims if key not in self._taken]

    def _free_of_newer(self) -> list[str]:
        return [key for key in self._newer.claims if key not in self.found]


def _by_text(debate: Debate, keys: Iterable[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(debate.claims[key].text, []).append(key)
    return found


def _places(debate: Debate, claim: str) -> list[_Place]:
    links = (debate.links[key] for key in debate.links_from(claim))
    return [(link.target, link.stance) for link in links]
