"""The text of a source as a view shows it: its lines, its units, and what of it is quoted."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.model import Citation
from debatemap.core.text import clean
from debatemap.texts import Grade, LoadedText, check_quote, find_quote, place_name
from debatemap.views.text.passages_in_use import Passages, QuotedPassage, role_of
from debatemap.views.text.shown_lines import blocks_of
from debatemap.views.text.units import TextUnits

__all__ = [
    "NOTHING_QUOTED",
    "FoundQuotes",
    "Quoted",
    "TextPage",
    "nothing_quoted",
    "page_of",
    "quote_at",
    "quoted_in",
]

_LINE_END: Final = re.compile(r"(?<=\w)-\n[ \t]*(?=\w)")
_INDEXED: Final = 300_000
"""Characters of a text that is indexed as it is shown."""
FoundQuotes = Mapping[tuple[str, str], tuple[tuple[tuple[int, int], ...], Grade]]
"""By a quote and its place, the passages that it may be, and how well it agrees with them."""


class TextPage(NamedTuple):
    """A text with all that is worked out of it once.

    Attributes:
        text: The text.
        units: Its words, sentences and paragraphs.
        blocks: Where its lines begin; see `shown_lines`.
        headings: Where its headings begin.
        times: The time of each cue by the offset where it begins, of a transcript.
    """

    text: LoadedText
    units: TextUnits
    blocks: list[int]
    headings: frozenset[int]
    times: Mapping[int, str]


class Quoted(NamedTuple):
    """What the claims of a map quote of a text.

    Attributes:
        passages: The passages.
        quotes: How many quotes there are.
        absent: How many of them the text has not.
        near: How many differ from it in a word or two.
        found: What was found of each, to be taken up the next time.
    """

    passages: Passages
    quotes: int
    absent: int
    near: int
    found: FoundQuotes


NOTHING_QUOTED: Final = Quoted(Passages(), 0, 0, 0, {})


def page_of(text: LoadedText) -> TextPage:
    """Returns a text with what is worked out of it; for a large one that takes a second."""
    is_transcript = text.is_transcript
    units = TextUnits(text.text, [offset for offset, _ in text.marks] if is_transcript else ())
    if len(text.text) <= _INDEXED:
        _ = text.index  # It is made here, beside the keyboard, and not with the first quote.
    headings = frozenset() if is_transcript else frozenset(offset for offset, _ in text.marks)
    times = dict(text.marks) if is_transcript else {}
    return TextPage(text, units, blocks_of(text.text), headings, times)


def nothing_quoted(page: TextPage) -> Quoted:
    """Returns what is known of a text before its quotes were looked for."""
    return NOTHING_QUOTED._replace(passages=Passages((), [*page.headings]))


def quoted_in(debate: Debate, source: str, page: TextPage, found: FoundQuotes) -> Quoted:
    """Returns what the claims of a map quote of the text of a source.

    Args:
        debate: The map.
        source: The id of the source.
        page: Its text.
        found: What is known of quotes of this very text.
    """
    now: dict[tuple[str, str], tuple[tuple[tuple[int, int], ...], Grade]] = {}
    passages, grades = [], []
    for claim, number, cited in _citations(debate, source):
        key = cited.quote, cited.at
        if key not in now:
            now[key] = found.get(key) or _found(page.text, cited)
        spans, grade = now[key]
        role, is_exact = role_of(debate, claim), grade is not Grade.NEAR
        passages += [QuotedPassage(*span, claim, number, role, is_exact) for span in spans]
        grades.append(grade)
    in_use = Passages(passages, [*page.headings])
    in_use.coverage(page.units)
    return Quoted(in_use, len(grades), grades.count(Grade.ABSENT), grades.count(Grade.NEAR), now)


def _citations(debate: Debate, source: str) -> Iterable[tuple[str, int, Citation]]:
    for key, claim in debate.claims.items():
        for number, cited in enumerate(claim.sources):
            if cited.ref == source and cited.quote.strip():
                yield key, number, cited


def _found(text: LoadedText, cited: Citation) -> tuple[tuple[tuple[int, int], ...], Grade]:
    found, _ = check_quote(text, cited)
    return tuple(span for place in found.places for span in place.pieces), found.grade


def quote_at(text: LoadedText, start: int, end: int) -> tuple[str, str]:
    r"""Returns a passage as the quote of it, and how a citation names its place.

    A quote is one line: where the text has line breaks, it has blanks. If that is not found in the
    text, the passage is quoted as it stands; in a text that is too long to be indexed within a key
    that is not tried.

    Examples:
        >>> quote_at(LoadedText("It never rains\nbut it pours."), 3, 28)
        ('never rains but it pours.', 'line 1')
        >>> quote_at(LoadedText("More than one-\nthird."), 0, 22)[0]
        'More than one-third.'
    """
    passage = clean(text.text[start:end])
    quote = " ".join(_LINE_END.sub("-", passage).split())
    is_found = len(text.text) > _INDEXED or any(
        place.start <= start < place.end for place in find_quote(quote, text.index).places
    )
    return quote if is_found else passage, place_name(text, start)
