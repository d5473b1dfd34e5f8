"""Find quotes in a text, and say how well each agrees with it. Nothing is guessed.

A quote is looked for to the letter; then as editors write one, and with a few words changed, which
are named. Where it has ellipses, its pieces are looked for in order.
"""

from collections.abc import Iterable
from typing import Final

from debatemap.texts.close_passage import close_passage
from debatemap.texts.elisions import chains
from debatemap.texts.exact_places import exact_places
from debatemap.texts.found import Found, Grade, Place
from debatemap.texts.passages import Passage, passages
from debatemap.texts.quoted_words import quoted_pieces
from debatemap.texts.text_index import TextIndex
from debatemap.texts.words import word_pattern

__all__ = ["MOST_PLACES", "find_quote", "find_quotes"]

MOST_PLACES: Final = 20
"""Equally good places that are named."""
_ONE_IN: Final = 10
"""Of so many words, one may differ."""
_SHORT: Final = 5
"""Words of a quote of which one may differ, however few they are."""
_LONGEST: Final = 100_000
"""Characters of a quote that is looked for."""


def find_quotes(quotes: Iterable[str], index: TextIndex) -> list[Found]:
    """Finds several quotes in a text."""
    return [find_quote(quote, index) for quote in quotes]


def find_quote(quote: str, index: TextIndex) -> Found:
    """Finds a quote in a text.

    Examples:
        >>> index = TextIndex("The balance of power keeps the peace. It does not last.")
        >>> find_quote("keeps the peace", index).places[0][:2]
        (21, 36)
        >>> find_quote("“[t]he Balance of power … does not last”", index).grade
        <Grade.FOLDED: 'folded'>
        >>> near = find_quote("The balance of power keeps peace", index)
        >>> near.grade, near.places[0].differences[0].written
        (<Grade.NEAR: 'near'>, 'the')
        >>> find_quote("nothing of the kind", index).grade
        <Grade.ABSENT: 'absent'>
    """
    quote = quote.strip()
    if len(quote) > _LONGEST or word_pattern().search(quote) is None:
        return Found(Grade.ABSENT)
    found = exact_places(quote, index, MOST_PLACES)
    if found:
        ends = [(at, at + len(quote)) for at in found]
        return Found(Grade.EXACT, tuple(Place(*span, (span,)) for span in ends))
    return _find_words(quote, index)


def _find_words(quote: str, index: TextIndex) -> Found:
    pieces = quoted_pieces(quote)
    words = sum(map(len, pieces))
    allowed = max(words // _ONE_IN, int(words >= _SHORT))
    found = [passages(piece, index, allowed) for piece in pieces]
    best = chains(found, index, allowed) if pieces and all(found) else []
    if best:
        grade = Grade.NEAR if best[0].differences else Grade.FOLDED
        return Found(grade, tuple(best[:MOST_PLACES]))
    longest = max(pieces, key=len, default=[])
    closest = close_passage(longest, index)
    return Found(Grade.ABSENT, (), _as_place(closest, index) if closest else None)


def _as_place(passage: Passage, index: TextIndex) -> Place:
    span = passage.span(index)
    return Place(*span, (span,), passage.differences)
