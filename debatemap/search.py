"""Find claims by words."""

from collections.abc import Iterable

from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.model import Claim
from debatemap.reading import read

__all__ = ["Index", "find", "needles"]


class Index:
    """The words of every claim, folded to one case, kept up with the debate.

    A plain scan, which goes on with what the last one found while a query is being typed.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._words = {key: _folded(claim) for key, claim in debate.claims.items()}
        self._asked: list[str] = []
        self._found: list[str] = []

    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""
        self._asked = []
        for key, (_, after) in change.claims.items():
            if after is None:
                self._words.pop(key, None)
            else:
                self._words[key] = _folded(after)

    def hits(self, query: str, among: Iterable[str] | None = None) -> list[str]:
        """Returns the claims in which every word of the query occurs, in no special order.

        Args:
            query: Words in any case; each may be a part of a word. None finds nothing.
            among: Claims to look at; all of them without it.
        """
        words, texts = needles(query), self._words
        if not words:
            return []
        if among is not None:
            return [key for key in among if all(word in texts[key] for word in words)]
        if self._asked and all(any(old in word for word in words) for old in self._asked):
            found, rest = self._found, words
        else:
            found, rest = [key for key, text in texts.items() if words[0] in text], words[1:]
        for word in rest:
            found = [key for key in found if word in texts[key]]
        self._asked, self._found = words, found
        return [*found]


def needles(query: str) -> list[str]:
    """Returns the words of a query as they are looked for, longest first.

    Examples:
        >>> needles("open  Weights")
        ['weights', 'open']
    """
    return sorted(set(query.casefold().split()), key=lambda word: (-len(word), word))


def find(debate: Debate, query: str) -> list[str]:
    """Returns the claims in which every word of the query occurs, in reading order.

    Examples:
        >>> from debatemap.model import Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("It snows.")})
        >>> find(debate, "IT now")
        ['b']
    """
    return sorted(Index(debate).hits(query), key=read(debate).order.__getitem__)


def _folded(claim: Claim) -> str:
    if not (claim.note or claim.tags):
        return claim.text.casefold()
    tags = " ".join(f"#{tag}" for tag in claim.tags)
    return f"{claim.text}\n{claim.note}\n{tags}".casefold()
