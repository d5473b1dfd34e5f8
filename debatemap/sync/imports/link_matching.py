"""Which links of a newer version of a file are those of the earlier one."""

from collections.abc import Mapping

from debatemap.core.debate import Debate
from debatemap.core.model import Link

__all__ = ["same_links"]

_Premises = frozenset[str]


def same_links(base: Debate, newer: Debate, claims: Mapping[str, str]) -> dict[str, str]:
    """Returns the links of the earlier version by those of the newer one.

    A link with the same ends is the same; one whose premises answer something else now was moved,
    with all that people hold of it.

    Args:
        base: The earlier version.
        newer: The newer one.
        claims: The claims of the earlier version by those of the newer one.
    """
    matching = _Matching(base, newer, claims)
    matching.by_ends()
    matching.by_premises()
    matching.by_ends()  # What is said of a link that was moved.
    return matching.found


class _Matching:
    """The pairs that were found so far."""

    def __init__(self, base: Debate, newer: Debate, claims: Mapping[str, str]) -> None:
        self._base, self._newer, self._claims = base, newer, claims
        self._left = set(base.links)
        self.found: dict[str, str] = {}

    def by_ends(self) -> None:
        """Pairs links of the same premises and target, those of one stance first."""
        ends: dict[tuple[_Premises, str], list[str]] = {}
        for key in filter(self._left.__contains__, self._base.links):
            link = self._base.links[key]
            ends.setdefault((frozenset(link.premises), link.target), []).append(key)
        ready = self._free()[::-1]
        waiting: dict[str, list[str]] = {}
        while ready:
            key = ready.pop()
            link = self._newer.links[key]
            target = self._claims.get(link.target) or self.found.get(link.target)
            if target is None:
                waiting.setdefault(link.target, []).append(key)
            else:
                self._pair(key, ends.get((self._premises(link), target), []))
                if key in self.found:
                    ready += reversed(waiting.pop(key, []))

    def by_premises(self) -> None:
        """Pairs links of the same premises, those of one stance first."""
        moved: dict[_Premises, list[str]] = {}
        for key in filter(self._left.__contains__, self._base.links):
            moved.setdefault(frozenset(self._base.links[key].premises), []).append(key)
        for key in self._free():
            self._pair(key, moved.get(self._premises(self._newer.links[key]), []))

    def _free(self) -> list[str]:
        return [key for key in self._newer.links if key not in self.found]

    def _premises(self, link: Link) -> _Premises:
        return frozenset(self._claims.get(each, f"new {each}") for each in link.premises)

    def _pair(self, key: str, candidates: list[str]) -> None:
        stance = self._newer.links[key].stance
        same = next((each for each in candidates if self._base.links[each].stance == stance), None)
        same = same or next(iter(candidates), None)
        if same is not None:
            candidates.remove(same)
            self._left.discard(same)
            self.found[key] = same
