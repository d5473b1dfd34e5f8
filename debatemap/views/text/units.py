"""The words, phrases, sentences and paragraphs of a text, as spans of offsets.

Paragraphs and sentences are found once; words and phrases only around the place that is asked for,
so that a text of ten megabytes in one line is as quick as any other.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final

from debatemap.texts.words import word_pattern

__all__ = ["Span", "TextUnits", "Unit"]

Span = tuple[int, int]

_BREAK: Final = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE: Final = re.compile(r"\n")
_UNWRAPPED: Final = 160
"""Characters of a line that nobody has wrapped: the next line is another paragraph."""
_END: Final = re.compile(
    r"[.!?…]+(?:\[\d{1,3}\])*[)\]\"'”’»›]*(?=\s)|[。！？]+[」』”’）]*"  # noqa: RUF001  (wide ones)
)
_BEFORE: Final = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*|\d+)$")
_ABBREVIATED: Final = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "cf", "ca", "etc", "al", "e.g"}
    | {"i.e", "eg", "ie", "fig", "figs", "p", "pp", "vol", "ed", "eds", "sec", "art", "para"}
    | {"jr", "sr", "inc", "ltd", "co", "gen", "gov", "rep", "sen", "hon", "rev", "dept", "approx"}
    | {"bzw", "z.b", "d.h", "u.a", "vgl", "abs", "nr"}
)
_OPENS: Final = re.compile(r"\s+[(\[\"'“‘«‹*_]*(.)", re.DOTALL)  # noqa: RUF001  (a quotation mark)
_PHRASE_END: Final = re.compile(
    r"[,:](?!\d)|(?<!\d)[,:]|[;()\[\]“”„«»\"…—]|\s[–-]\s|(?<!\w)[‘'’]|[‘'’](?!\w)|\.{3}"  # noqa: RUF001  (marks)
)
_LONGEST: Final = 4_000
"""Characters of a sentence: what is longer is none, and is cut at a blank."""
_REACH: Final = 400
"""Characters around a place in which its words are looked for."""
_EDGES: Final = " \t\r\n\v\f\x85\u2028\u2029\u00a0"


class Unit(IntEnum):
    """What the cursor selects at once, from the smallest on."""

    WORD = 1
    PHRASE = 2
    SENTENCE = 3
    PARAGRAPH = 4


class TextUnits:
    r"""The units of a text.

    Args:
        text: The text.
        marks: Offsets at which a paragraph begins in any case, as the cues of a transcript do.

    Examples:
        >>> units = TextUnits("One, two. Three.\n\nFour.")
        >>> [units.text[a:b] for a, b in units.sentences]
        ['One, two.', 'Three.', 'Four.']
        >>> units.at(Unit.PHRASE, 6), units.at(Unit.WORD, 11)
        ((5, 8), (10, 15))
    """

    def __init__(self, text: str, marks: Sequence[int] = ()) -> None:
        self.text = text
        self.paragraphs: list[Span] = list(_paragraphs(text, marks))
        self.sentences: list[Span] = [
            span for start, end in self.paragraphs for span in _sentences(text, start, end)
        ]
        self._starts = {
            Unit.PARAGRAPH: [start for start, _ in self.paragraphs],
            Unit.SENTENCE: [start for start, _ in self.sentences],
        }

        self.size = sum(end - start for start, end in self.sentences)
        """The characters of all sentences."""

    @property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return self._starts[Unit.SENTENCE]

    def size_at(self, offset: int) -> int:
        """Returns the characters of the sentence that begins at an offset; 0 where none does."""
        starts = self.sentence_starts
        number = bisect_left(starts, offset)
        if number == len(starts) or starts[number] != offset:
            return 0
        start, end = self.sentences[number]
        return end - start

    def at(self, unit: Unit, offset: int) -> Span | None:
        """Returns the unit in which an offset is, or the last one before it; else the first."""
        if unit >= Unit.SENTENCE:
            spans = self._spans(unit)
            number = bisect_right(self._starts[unit], offset) - 1
            return spans[max(0, number)] if spans else None
        found = self.before(unit, offset + 1) or self.after(unit, offset)
        ahead = self.after(unit, offset)
        if found is not None and ahead is not None and found[1] <= offset:
            # Between two words the next one is meant, where it stands in the same sentence.
            here = self.at(Unit.SENTENCE, offset)
            return ahead if here is not None and ahead[0] < here[1] else found
        return found

    def after(self, unit: Unit, offset: int) -> Span | None:
        """Returns the first unit that begins at an offset or behind it."""
        if unit >= Unit.SENTENCE:
            spans = self._spans(unit)
            number = bisect_left(self._starts[unit], offset)
            return spans[number] if number < len(spans) else None
        if unit is Unit.WORD:
            return _first_word(self.text, offset)
        number = max(0, bisect_right(self._starts[Unit.SENTENCE], offset) - 1)
        for sentence in self.sentences[number:]:
            found = next((s for s in _phrases(self.text, *sentence) if s[0] >= offset), None)
            if found is not None:
                return found
        return None

    def before(self, unit: Unit, offset: int) -> Span | None:
        """Returns the last unit that begins before an offset."""
        if unit >= Unit.SENTENCE:
            number = bisect_left(self._starts[unit], offset) - 1
            return self._spans(unit)[number] if number >= 0 else None
        if unit is Unit.WORD:
            return _last_word(self.text, offset)
        number = bisect_left(self._starts[Unit.SENTENCE], offset) - 1
        for sentence in self.sentences[number::-1] if number >= 0 else ():
            spans = [s for s in _phrases(self.text, *sentence) if s[0] < offset]
            if spans:
                return spans[-1]
        return None

    def _spans(self, unit: Unit) -> list[Span]:
        return self.paragraphs if unit is Unit.PARAGRAPH else self.sentences


def _first_word(text: str, offset: int) -> Span | None:
    """Returns the first word that begins at an offset or behind it."""
    # A word into which the offset falls begins before it.
    limit = min(len(text), offset + _REACH)
    while 0 < offset < limit and _is_within(text, offset):
        offset += 1
    found = word_pattern().search(text, offset)
    return found.span() if found else None


def _is_within(text: str, offset: int) -> bool:
    return text[offset - 1].isalnum() and text[offset].isalnum() and text[offset].isascii()


def _last_word(text: str, offset: int) -> Span | None:
    """Returns the last word that begins before an offset."""
    reach = _REACH
    while True:
        start = max(0, offset - reach)
        if start and (blank := text.find(" ", start, offset)) >= 0:
            start = blank
        found = [
            m.span() for m in word_pattern().finditer(text, start, min(len(text), offset + _REACH))
        ]
        known = [span for span in found if span[0] < offset]
        if known or start == 0:
            return known[-1] if known else None
        reach *= 4


def _paragraphs(text: str, marks: Sequence[int]) -> Iterator[Span]:
    """Yields what stands between empty lines, or in a long line; and each cue."""
    cuts = sorted({0, len(text), *marks, *(m.end() for m in _BREAK.finditer(text))})
    for start, end in pairwise(cuts):
        yield from _unwrapped(text, start, end)


def _unwrapped(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields a block of lines as one paragraph, but each long line by itself."""
    begin = line = start
    for match in _LINE.finditer(text, start, end):
        if match.start() - line > _UNWRAPPED:
            yield from _trimmed(text, begin, line)
            yield from _trimmed(text, line, match.start())
            begin = match.end()
        line = match.end()
    if end - line > _UNWRAPPED:
        yield from _trimmed(text, begin, line)
        begin = line
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields a span without blanks at its ends; none where it holds nothing else."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start < end:
        yield start, end


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, begin, end):
            yield from _cut(text, begin, match.end())
            begin = match.end()
    yield from _cut(text, begin, end)


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    opens = _OPENS.match(text, match.end(), min(end, match.end() + _REACH))
    if opens is None or match.group()[0] in "。！？":  # noqa: RUF001  (wide ones)
        return True
    if opens[1].islower():
        return False
    if match.group()[0] != ".":
        return True
    before = _BEFORE.search(text, max(begin, match.start() - 20), match.start())
    word = before[1] if before else ""
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return not is_initial and word.lower() not in _ABBREVIATED


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields a sentence, where a word is in it; one that is too long to be one in parts."""
    if word_pattern().search(text, start, end) is None:
        return
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        middle = blank if blank > 0 else start + _LONGEST
        yield from _trimmed(text, start, middle)
        start = middle
    yield from _trimmed(text, start, end)


def _phrases(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields what stands between marks within a sentence, and holds a word."""
    begin = start
    for match in _PHRASE_END.finditer(text, start, end):
        yield from _phrase(text, begin, match.start())
        begin = match.end()
    yield from _phrase(text, begin, end)


def _phrase(text: str, start: int, end: int) -> Iterator[Span]:
    for begin, end_of_it in _trimmed(text, start, end):
        stop = end_of_it
        while stop > begin and text[stop - 1] in ".!?…":
            stop -= 1
        if word_pattern().search(text, begin, stop):
            yield begin, stop
