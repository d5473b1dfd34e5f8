"""Where the words of a query stand in a claim, where they are not in its text."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of, found_by, plain_values
from debatemap.core.model import Citation, Claim
from debatemap.core.search_query import Folded, Query
from debatemap.core.text import SafeText, excerpt, safe_line, width

__all__ = ["Hit", "hit_beside_text", "words_around"]

_MOST: Final = 20_000
"""Characters of a text that are looked at."""
_OF_SOURCES: Final = ("author", "title", "url", "date")
_BEFORE: Final = 3
"""What part of the room stands before the word, at most: a third."""


class Hit(NamedTuple):
    """A text beside a claim's own in which words of a query stand.

    Attributes:
        label: Which text it is.
        text: The text.
        missing: The words of the query that the claim's own text has not.
    """

    label: str
    text: str
    missing: Query


def hit_beside_text(debate: Debate, claim: str, query: Query) -> Hit | None:
    """Returns where the words of a query stand that are not in the text of a claim.

    Args:
        debate: The debate.
        claim: The claim.
        query: The words; of a claim that has them all in its text, nothing is returned.
    """
    known = debate.claims[claim]
    text = Folded(known.text)
    missing = [word for word in query.words if not word.is_in(text)]
    if not missing:
        return None
    for label, beside in (*_texts_beside(debate, known), ("id", claim)):
        folded = Folded(beside[:_MOST])
        if any(word.is_in(folded) for word in missing):
            return Hit(label, beside, Query.of(missing))
    return None


def words_around(text: str, query: Query, cells: int) -> SafeText:
    """Returns the first word of a query that a text has, with the words around it.

    Examples:
        >>> words_around("one two three four five six seven", Query("five"), 20)
        '… four five six …'
        >>> words_around("one two three four five six seven", Query("two"), 20)
        'one two three four …'
    """
    line = safe_line(text[:_MOST])
    if width(line) <= cells:
        return line
    spans = query.spans(line)
    start, stop = spans[0] if spans else (0, 0)
    is_near = width(line[:stop]) < cells - len(" …")
    begin = 0 if is_near else _word_at(line, start - cells // _BEFORE)
    head = "… " if begin else ""
    return SafeText(head + excerpt(line[begin:], max(1, cells - len(head))))


def _word_at(line: str, place: int) -> int:
    """Returns where the first word begins that begins at a place or behind it."""
    space = line.find(" ", max(0, place - 1), place + 40)
    return space + 1 if space >= 0 else place


def _texts_beside(debate: Debate, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yields what a claim is found by beside its text, each with what it is."""
    if claim.note:
        yield "note", claim.note
    for tag in claim.tags:
        yield "tag", f"#{tag}"
    if claim.by:
        yield "author", claim.by
    yield from ((field.label, value) for field, value in plain_values(claim))
    for citation in claim.sources:
        yield from _texts_of(debate, citation)
    for field in fields_of("claims"):
        if field.is_searched and field.name not in {"text", "note", "tags"}:
            value = getattr(claim, field.name)
            yield from ((field.label, each) for each in found_by(field, value) if value)


def _texts_of(debate: Debate, citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.quote:
        yield "quote", citation.quote
    source = debate.sources.get(citation.ref)
    if source is not None:
        values = [getattr(source, name) for name in _OF_SOURCES]
        yield "source", ", ".join(filter(None, (*values, citation.at)))
