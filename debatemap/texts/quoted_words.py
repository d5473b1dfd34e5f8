"""A quote as the pieces between its ellipses, and each piece as words."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from debatemap.texts.text_index import TextIndex
from debatemap.texts.words import folded_word, has_line_end, word_pattern

__all__ = ["QuotedWord", "quoted_pieces", "with_line_ends"]

_SIC: Final = re.compile(r"[\[(]sic!?[\])]", re.IGNORECASE)
_ELLIPSIS: Final = re.compile(r"(?:[\[(]\s*(?:…|\.(?:\s?\.){2,3})\s*[\])]|…|\.(?:\s?\.){2,3})\s*")
_LETTER: Final = re.compile(r"\[(\w)\](?=\w)")
"""A letter whose case an editor has changed."""
_HYPHENS: Final = ("-", "\u2010")
_LINE_END: Final = re.compile(r"[-\u2010\u00ad]\s*\n\s*")
_BRACKETED: Final = re.compile(r"\[[^\[\]]{0,200}\]")


class QuotedWord(NamedTuple):
    """A word of a quote.

    Attributes:
        raw: The word as it is written.
        folded: The form by which it is compared.
        gap: What stands between it and the word after it.
        is_bracketed: Whether an editor has put it there.
    """

    raw: str
    folded: str
    gap: str
    is_bracketed: bool


def quoted_pieces(quote: str) -> list[list[QuotedWord]]:
    """Returns the words of each piece of a quote; a piece without words is left out.

    Examples:
        >>> [[word.raw for word in piece] for piece in quoted_pieces("[T]he end … is [sic] near.")]
        [['The', 'end'], ['is', 'near']]
    """
    plain = _LETTER.sub(r"\1", _SIC.sub("", quote))
    return [words for piece in _ELLIPSIS.split(plain) if (words := _words(piece))]


def _words(piece: str) -> list[QuotedWord]:
    brackets = [match.span() for match in _BRACKETED.finditer(piece)] if "[" in piece else []
    spans = [match.span() for match in word_pattern().finditer(piece)]
    nexts = [start for start, _ in spans[1:]]
    words = []
    for (start, end), following in zip(spans, [*nexts, len(piece)], strict=False):
        raw = piece[start:end]
        inside = bool(brackets) and any(begin < end and start < stop for begin, stop in brackets)
        gap = piece[end:following]
        words.append(QuotedWord(raw, folded_word(raw), gap, inside))
    return words


def with_line_ends(words: list[QuotedWord], index: TextIndex) -> Iterator[list[QuotedWord]]:
    """Yields a piece as it would read with other hyphens at the ends of lines.

    A hyphen there may part a word or belong to it: what a text breaks at it is one word, and
    what the quote breaks may be two.
    """
    joined: list[QuotedWord] = []
    for word in words:
        before = joined[-1] if joined else None
        if before is not None and before.gap in _HYPHENS:
            folded = before.folded + word.folded
            if index.is_broken(folded):
                raw = f"{before.raw}{before.gap}{word.raw}"
                joined[-1] = QuotedWord(raw, folded, word.gap, word.is_bracketed)
                continue
        joined.append(word)
    if joined != words:
        yield joined
    if any(has_line_end(word.raw) for word in words):
        halves = (_words(_LINE_END.sub("-", word.raw) + word.gap) for word in words)
        yield [half for pair in halves for half in pair]
