"""Find claims by words."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of, found_by
from debatemap.core.model import Claim
from debatemap.core.reading_order import read
from debatemap.core.search_query import Folded, Query, Word
from debatemap.core.source_names import named_source

__all__ = ["Hits", "Index", "find"]

_SEARCHED: Final = tuple(f for f in fields_of("claims") if f.is_searched and f.name != "text")
"""The fields by which a claim is found beside its words."""
_KEPT: Final = 12
"""Words of which it is kept where they stand, while queries with them are being typed."""
_held = attrgetter(*(field.name for field in _SEARCHED))
_NOTHING: Final = _held(Claim(""))
_COMPARED: Final = 400
"""Pairs of words, of those that were asked and of those before, that are compared at most."""


class Hits(NamedTuple):
    """The claims that a query finds.

    Attributes:
        typed: Those that have every word as it was typed.
        forms: Those that have a word in another form alone.
    """

    typed: list[str]
    forms: list[str]


class Index:
    """The words of every claim, folded once for searching, kept up with the debate.

    A plain scan, which goes on with what the last one found while a query is being typed.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._citing: dict[str, set[str]] = {}
        self._bare: dict[str, str] = {}
        self._marked: dict[str, Folded] = {}
        self._asked: Sequence[Word] = ()
        self._found: list[str] = []
        self._formed: dict[str, list[str]] = {}
        self._holding: dict[str, list[str]] = {}
        self._is_shared = False
        """Whether another index has the same tables, so that they are copied before a change."""
        for key, claim in debate.claims.items():
            self._take(key, claim)
        # Copies made in one go lie side by side in memory, which makes every scan a third faster.
        self._bare = {key: text[:1] + text[1:] for key, text in self._bare.items()}

    def on(self, debate: Debate) -> "Index":
        """Returns the same words for a copy of the debate, to be searched in another thread.

        Args:
            debate: A debate that says the same as this index does now.
        """
        other = Index(Debate(debate.header))
        other._debate = debate
        other._bare, other._marked, other._citing = self._bare, self._marked, self._citing
        other._formed, other._holding = {**self._formed}, {**self._holding}
        self._is_shared = other._is_shared = True
        return other

    def _take(self, key: str, claim: Claim) -> None:
        words = _words(claim)
        if claim.sources:
            words = "\n".join([words, *self._named(key, claim)])
        if words.isascii():
            self._bare[key] = words.lower()
            return
        folded = Folded(words)
        self._bare[key] = folded.bare
        if folded.marked:
            self._marked[key] = folded

    def _named(self, key: str, claim: Claim) -> Iterator[str]:
        """Yields quotes, and the names of the sources that a claim cites; notes that it does."""
        yield from (text for cited in claim.sources for text in (cited.quote, cited.at) if text)
        for ref in dict.fromkeys(citation.ref for citation in claim.sources):
            self._citing.setdefault(ref, set()).add(key)
            source = self._debate.sources.get(ref)
            if source is not None:
                yield named_source(source)

    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""
        self._asked, self._formed, self._holding = (), {}, {}
        if self._is_shared:
            self._bare, self._marked = {**self._bare}, {**self._marked}
            self._citing = {ref: {*keys} for ref, keys in self._citing.items()}
            self._is_shared = False
        changed = set(change.claims).union(*(self._citing.get(ref, ()) for ref in change.sources))
        claims = self._debate.claims
        for key in changed:
            self._bare.pop(key, None)
            self._marked.pop(key, None)
            if key in claims:
                self._take(key, claims[key])

    def hits(self, query: str, among: Iterable[str] | None = None) -> list[str]:
        """Returns the claims in which every word of the query occurs, in no special order.

        Those that have the words as they were typed come before those with other forms of them.

        Args:
            query: Words in any case; each may be a part of a word. None finds nothing.
            among: Claims to look at; all of them without it.
        """
        found = self.ranked(query, among)
        return found.typed + found.forms

    def ranked(self, query: str, among: Iterable[str] | None = None) -> Hits:
        """Returns the same claims, those with the words as typed apart from those with forms."""
        return self.having(Query(query).words, among)

    def having(self, words: Sequence[Word], among: Iterable[str] | None = None) -> Hits:
        """Returns the claims that have every word, as typed or in another form.

        Args:
            words: The words, the longest first; none finds nothing.
            among: Claims to look at; all of them without it.
        """
        if not words:
            return Hits([], [])
        if among is not None:
            among = [key for key in among if key in self._bare]
            found = self._typed_in(words, among, words)
        elif self._goes_on(words):
            found = self._typed_in(words, self._found, words)
        else:
            found = self._typed_in(words[1:], self._with_letters(words[0].bare), words)
        if among is None:
            self._asked, self._found = words, found
        return Hits([*found], self._with_forms(words, among, found))

    def _goes_on(self, words: Sequence[Word]) -> bool:
        """Tells whether words find nothing that those before did not, as while one types on.

        Each is compared with each, so that a text of thousands that was pasted is looked for anew.
        """
        asked = self._asked
        return 0 < len(asked) * len(words) <= _COMPARED and all(
            any(word.implies(old) for word in words) for old in asked
        )

    @property
    def texts(self) -> list[str]:
        """The folded texts of the claims as they are now, for work in a thread."""
        return list(self._bare.values())

    def _with_letters(self, sought: str) -> list[str]:
        """Returns the claims with some letters, looked for among those with a part of these."""
        found = self._holding.get(sought)
        if found is None:
            among = [keys for letters, keys in self._holding.items() if letters in sought]
            texts = self._bare
            if among:
                found = [key for key in min(among, key=len) if sought in texts[key]]
            else:
                found = [key for key, text in texts.items() if sought in text]
            if len(self._holding) >= _KEPT:
                del self._holding[next(iter(self._holding))]
            self._holding[sought] = found
        return found

    def _typed_in(
        self, bare: Sequence[Word], among: Iterable[str], accented: Sequence[Word]
    ) -> list[str]:
        """Returns claims that have some words without their marks, and some with them."""
        texts, marked, found = self._bare, self._marked, among
        for word in bare:
            sought = word.bare
            found = [key for key in found if sought in texts[key]]
        for word in accented:
            if word.is_accented:
                found = [key for key in found if key in marked and word.is_in(marked[key])]
        return [*found]

    def _with_forms(
        self, words: Sequence[Word], among: list[str] | None, typed: list[str]
    ) -> list[str]:
        """Returns the other claims that have every word, each as typed or in another form."""
        first, *later = sorted(words, key=lambda word: word.forms is None)
        if first.forms is None:
            return []
        found = self._only_formed(first, among)
        if not later:
            return found
        texts = self._bare
        if among is None:
            found += self._with_letters(first.bare)
        else:
            found += [key for key in among if first.bare in texts[key]]
        for word in later:
            if word.forms is not None:
                formed = self._only_formed(word, found)
                found = [key for key in found if word.bare in texts[key]] + formed
            else:
                found = self._typed_in([word], found, [word])
        known = set(typed)
        return [key for key in found if key not in known]

    def _only_formed(self, word: Word, among: list[str] | None) -> list[str]:
        """Returns claims that have another form of a word, and not the word as it was typed."""
        sought, forms = word.bare, word.forms
        if forms is None:
            return []
        if among is None and sought in self._formed:
            return [*self._formed[sought]]
        texts, other = self._bare, forms.beginnings[0]
        keys = texts if among is None else among
        if len(forms.beginnings) == 1 and among is None:
            likely = self._with_letters(other)
        elif len(forms.beginnings) == 1:
            likely = [key for key in keys if other in texts[key]]
        else:
            likely = [key for key in keys if forms.may_be_in(texts[key])]
        likely = [key for key in likely if sought not in texts[key]]
        pattern = forms.among(texts[key] for key in likely)
        has = pattern.search if pattern is not None else None
        found = [key for key in likely if has(texts[key])] if has is not None else []
        if among is None:
            self._formed[sought] = found
        return [*found]


def find(debate: Debate, query: str) -> list[str]:
    """Returns the claims in which every word of the query occurs, in reading order.

    Those that have a word in another form alone come last.

    Examples:
        >>> from debatemap.core.model import Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("It snows.")})
        >>> find(debate, "IT now")
        ['b']
    """
    found, order = Index(debate).ranked(query), read(debate).order
    return sorted(found.typed, key=order.__getitem__) + sorted(found.forms, key=order.__getitem__)


def _words(claim: Claim) -> str:
    """Returns what a claim is found by in its own record: words, #tags, what its citations hold."""
    held = _held(claim)
    if held == _NOTHING:
        return claim.text
    words = [claim.text]
    for field, value in zip(_SEARCHED, held, strict=True):
        if value:
            words += found_by(field, value)
    return "\n".join(words)
