"""Find claims by words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import attrgetter, methodcaller
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.claim_flags import (
    either,
    flags_of_numbers,
    flags_of_texts,
    numbers_of,
    without,
)
from debatemap.core.claim_set import ClaimNumbers, ClaimSet
from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of, found_by
from debatemap.core.model import Claim
from debatemap.core.reading_order import read
from debatemap.core.search_query import Folded, Query, Word
from debatemap.core.source_names import named_source

__all__ = ["HitSets", "Hits", "Index", "find"]

_SEARCHED: Final = tuple(f for f in fields_of("claims") if f.is_searched and f.name != "text")
"""The fields by which a claim is found beside its words."""
_KEPT: Final = 24
"""Words of which it is kept where they stand, while queries with them are being typed."""
_held = attrgetter(*(field.name for field in _SEARCHED))
_NOTHING: Final = _held(Claim(""))
_COMPARED: Final = 400
"""Pairs of words, of those that were asked and of those before, that are compared at most."""
_GONE: Final = ""
_NO_FLAGS: Final = b""
_number_of = methodcaller("count", 1)


class Hits(NamedTuple):
    """The claims that a query finds.

    Attributes:
        typed: Those that have every word as it was typed.
        forms: Those that have a word in another form alone.
    """

    typed: list[str]
    forms: list[str]


class HitSets(NamedTuple):
    """The same as sets."""

    typed: ClaimSet
    forms: ClaimSet


class Index:
    """The words of every claim, folded once for searching, kept up with the debate.

    A plain scan, which goes on with what the last one found while a query is being typed.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._citing: dict[str, set[str]] = {}
        self.numbers = ClaimNumbers(debate.claims)
        self._there = bytearray(b"\1") * len(self.numbers.claims)
        self._marked: dict[int, Folded] = {}
        self._ids: list[str] | None = None
        self._forget_finds()
        self._is_shared = False
        """Whether another index has the same table of sources, which is copied before a change."""
        bare = [self._take(number, claim) for number, claim in enumerate(self.numbers.claims)]
        # Copies made in one go lie side by side in memory, which makes every scan a third faster.
        self._bare = [text[:1] + text[1:] for text in bare]

    def on(self, debate: Debate) -> "Index":
        """Returns the same words for a copy of the debate, to be searched in another thread.

        Args:
            debate: A debate that says the same as this index does now.
        """
        other: Index = object.__new__(Index)
        other.__dict__.update(self.__dict__)
        other._debate = debate
        other._bare, other._marked = [*self._bare], {**self._marked}
        other._there = self._there.copy()
        other._formed, other._holding = {**self._formed}, {**self._holding}
        other._ids = [*self._ids] if self._ids is not None else None
        self._is_shared = other._is_shared = True
        return other

    def _forget_finds(self) -> None:
        self._asked: Sequence[Word] = ()
        self._found = b""
        self._formed: dict[str, bytes] = {}
        self._holding: dict[str, bytes] = {}

    def _take(self, number: int, key: str) -> str:
        """Returns the folded words of a claim without their marks; notes those with marks."""
        claim = self._debate.claims[key]
        words = _words(claim)
        if claim.sources:
            words = "\n".join([words, *self._named(key, claim)])
        if words.isascii():
            return words.lower()
        folded = Folded(words)
        if folded.marked:
            self._marked[number] = folded
        return folded.bare

    def _named(self, key: str, claim: Claim) -> Iterator[str]:
        """Yields quotes, and the names of the sources that a claim cites; notes that it does."""
        yield from (text for cited in claim.sources for text in (cited.quote, cited.at) if text)
        for ref in dict.fromkeys(citation.ref for citation in claim.sources):
            self._citing.setdefault(ref, set()).add(key)
            source = self._debate.sources.get(ref)
            if source is not None:
                yield named_source(source)

    @property
    def all(self) -> ClaimSet:
        """Every claim."""
        return ClaimSet(self.numbers, bytes(self._there))

    def follow(self, change: Change) -> None:
        """Takes up a change that the debate has gone through."""
        self._forget_finds()
        if self._is_shared:
            self._citing = {ref: {*keys} for ref, keys in self._citing.items()}
            self._is_shared = False
        changed = set(change.claims).union(*(self._citing.get(ref, ()) for ref in change.sources))
        numbers = {key: self.numbers.add(key) for key in changed}
        # What is gone has no words, so that nothing finds it.
        new = len(self.numbers.claims) - len(self._bare)
        self._bare += [_GONE] * new
        self._there += bytes(new)
        for key, number in numbers.items():
            self._marked.pop(number, None)
            self._there[number] = is_there = key in self._debate.claims
            self._bare[number] = self._take(number, key) if is_there else _GONE
        self._keep_ids(change)

    def _keep_ids(self, change: Change) -> None:
        """Keeps the ids in order."""
        ids = self._ids
        if ids is None:
            return
        for key, (before, after) in change.claims.items():
            place = bisect_left(ids, key)
            if before is None and after is not None:
                ids.insert(place, key)
            elif before is not None and after is None:
                del ids[place]

    def ids_from(self, beginning: str) -> list[str]:
        """Returns the claims whose ids begin so."""
        if self._ids is None:
            self._ids = sorted(self._debate.claims)
        first = last = bisect_left(self._ids, beginning)
        while last < len(self._ids) and self._ids[last].startswith(beginning):
            last += 1
        return self._ids[first:last]

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
        found = self.having(Query(query).words, among)
        return Hits([*found.typed], [*found.forms])

    def having(self, words: Sequence[Word], among: Iterable[str] | None = None) -> HitSets:
        """Returns the claims that have every word, as typed or in another form.

        Args:
            words: The words, the longest first; none finds nothing.
            among: Claims to look at; all of them without it.
        """
        flags = self.numbers.flags(among) if among is not None else None
        found = forms = _NO_FLAGS
        if words and flags is not None:
            found = self._typed_in(words, flags, words)
        elif words and self._goes_on(words):
            found = self._typed_in(words, self._found, words)
        elif words:
            found = self._typed_in(words[1:], self._with_letters(words[0].bare), words)
        if words and among is None:
            self._asked, self._found = words, found
        if words:
            forms = self._with_forms(words, flags, found)
        return HitSets(ClaimSet(self.numbers, found), ClaimSet(self.numbers, forms))

    def _goes_on(self, words: Sequence[Word]) -> bool:
        """Tells whether words find nothing that those before did not, as while one types on.

        Each is compared with each, so that a text of thousands that was pasted is looked for anew.
        A word alone is looked for among what is kept, so that a letter may be taken back.
        """
        asked = self._asked
        return (
            len(words) > 1
            and 0 < len(asked) * len(words) <= _COMPARED
            and all(any(word.implies(old) for word in words) for old in asked)
        )

    @property
    def texts(self) -> list[str]:
        """The folded texts of the claims as they are now, for work in a thread."""
        return [*self._bare]

    def _with_letters(self, sought: str) -> bytes:
        """Returns the claims with some letters, looked for among those with a part of these."""
        found = self._holding.get(sought)
        if found is None:
            kept = [flags for letters, flags in self._holding.items() if letters in sought]
            among = min(kept, key=_number_of) if kept else None
            found = flags_of_texts(self._bare, sought, among)
            if len(self._holding) >= _KEPT:
                del self._holding[next(iter(self._holding))]
            self._holding[sought] = found
        return found

    def _typed_in(self, bare: Sequence[Word], among: bytes, accented: Sequence[Word]) -> bytes:
        """Returns claims that have some words without their marks, and some with them."""
        found, marked = among, self._marked
        for word in bare:
            found = flags_of_texts(self._bare, word.bare, found)
        for word in accented:
            if word.is_accented:
                likely = (n for n in numbers_of(found) if n in marked)
                found = flags_of_numbers((n for n in likely if word.is_in(marked[n])), len(found))
        return found

    def _with_forms(self, words: Sequence[Word], among: bytes | None, typed: bytes) -> bytes:
        """Returns the other claims that have every word, each as typed or in another form."""
        first, *later = sorted(words, key=lambda word: word.forms is None)
        if first.forms is None:
            return _NO_FLAGS
        found = self._only_formed(first, among)
        if not later:
            return without(found, typed)
        having = (
            self._with_letters(first.bare)
            if among is None
            else flags_of_texts(self._bare, first.bare, among)
        )
        found = either(found, having)
        for word in later:
            if word.forms is not None:
                formed = self._only_formed(word, found)
                found = either(flags_of_texts(self._bare, word.bare, found), formed)
            else:
                found = self._typed_in([word], found, [word])
        return without(found, typed)

    def _only_formed(self, word: Word, among: bytes | None) -> bytes:
        """Returns claims that have another form of a word, and not the word as it was typed."""
        sought, forms = word.bare, word.forms
        if forms is None:
            return _NO_FLAGS
        if among is None and sought in self._formed:
            return self._formed[sought]
        texts = self._bare
        if among is None:
            likely = reduce(either, map(self._with_letters, forms.beginnings))
        else:
            each = (flags_of_texts(texts, beginning, among) for beginning in forms.beginnings)
            likely = reduce(either, each)
        numbers = [n for n in numbers_of(likely) if sought not in texts[n]]
        pattern = forms.among(texts[n] for n in numbers)
        has = pattern.search if pattern is not None else None
        having = [n for n in numbers if has(texts[n])] if has is not None else []
        found = flags_of_numbers(having, len(texts))
        if among is None:
            self._formed[sought] = found
        return found


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
