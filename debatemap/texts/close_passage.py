"""The one passage that is much like a quote which the text has not.

Whoever takes words from a text may put them in another tense, or say what a pronoun means.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from debatemap.texts.candidates import rarity
from debatemap.texts.closest_passage import Span, best_span
from debatemap.texts.passages import Passage, alike, numbers_of
from debatemap.texts.quote_differences import compare
from debatemap.texts.quoted_words import QuotedWord
from debatemap.texts.text_index import TextIndex

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

__all__ = ["close_passage"]

_DIFFERING: Final = 0.5
"""Of the words of a quote, those that may differ."""
_TELLING: Final = 0.4
"""Of the rarity of a quote's words, what those must have that are the same: “it” tells little."""
_MARGIN: Final = 0.2
"""Of the words of a quote, how many more any other passage must differ in."""
_SHORTEST: Final = 3
"""Words that must be the same."""
_SHORT: Final = 4
"""Words of a quote in which one may differ."""
_ASIDE: Final = 30
"""Words more than a quote has that may be left out between two parts of it."""
_ONE_IN: Final = 4
"""Of so many words of a part, one may differ."""
_BETTER: Final = 2
"""Words that must differ less where the part is than in what was taken for it."""
_STRAY: Final = 1
"""Words of another sentence that are the same by chance."""


def close_passage(quoted: Sequence[QuotedWord], index: TextIndex) -> Passage | None:
    """Returns the one passage that is much like a piece of a quote, if there is one."""
    if len(quoted) < _SHORTEST:
        return None
    numbers = numbers_of(quoted, index)
    found = sorted(alike(quoted, numbers, index), key=lambda passage: passage.distance)
    most = 1 if len(quoted) <= _SHORT else _DIFFERING * len(quoted)
    if not found or found[0].distance > most:
        return None
    best = found[0]
    others = (each for each in found[1:] if each.end <= best.start or each.start >= best.end)
    second = next(others, None)
    margin = max(1, round(_MARGIN * len(quoted)))
    if second is not None and second.distance < best.distance + margin:
        return None
    same = _same(numbers, index, best)
    told = sum(rarity(index.ids[at], index) for at in same)
    whole = sum(rarity(number, index) for number in numbers)
    if len(same) < _SHORTEST or told < _TELLING * whole:
        return None
    start, end = _clipped(same, index, best.start, best.end)
    start, end = _with_the_rest(numbers, index, start, end)
    return Passage(start, end, *compare(quoted, numbers, index, start, end))


def _with_the_rest(
    numbers: Sequence[int], index: TextIndex, start: int, end: int
) -> tuple[int, int]:
    """Returns a span with what a quote has of the text before and after it.

    Who joins two parts of a sentence leaves out what stands between, and may not say so. Then only
    one of the parts is much like the text.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  (most quotes need no alignment)

    ids, reach = index.ids, len(numbers) + _ASIDE
    runs: Sequence[Opcode] = list(Levenshtein.opcodes(list(numbers), ids[start:end].tolist()))
    core = max(runs, key=lambda run: (run.tag == "equal", run.src_end - run.src_start))
    ahead, behind = numbers[: core.src_start], numbers[core.src_end :]
    begin, stop = start + core.dest_start, start + core.dest_end
    before, after = ids[max(0, begin - reach) : begin], ids[stop : stop + reach]
    rest = _rest(ahead, before, ids[start:begin])
    start = begin - len(before) + rest.start if rest else start
    rest = _rest(behind, after, ids[stop:end])
    return start, stop + rest.end if rest else end


def _rest(part: Sequence[int], words: Sequence[int], so_far: Sequence[int]) -> Span | None:
    """Returns where a part of a quote is among words; None if not, or no better than so far."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    if not part:
        return None
    found = best_span(part, words)
    known = Levenshtein.distance(list(part), list(so_far))
    is_there = found.distance <= len(part) // _ONE_IN and found.distance + _BETTER < known
    return found if is_there else None


def _same(numbers: Sequence[int], index: TextIndex, passage: Passage) -> list[int]:
    """Returns the positions of the words that the quote has as well, in its order."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415  (most quotes need no alignment)

    words = index.ids[passage.start : passage.end].tolist()
    runs: Sequence[Opcode] = list(Levenshtein.opcodes(list(numbers), words))
    equal = (range(run.dest_start, run.dest_end) for run in runs if run.tag == "equal")
    return [passage.start + at for places in equal for at in places]


def _clipped(same: Sequence[int], index: TextIndex, start: int, end: int) -> tuple[int, int]:
    """Returns a span without the sentences at its ends that a quote has next to nothing of.

    An alignment takes words of the sentence before or after for words that the quote has and the
    text has not, as each costs the same.
    """
    begins = [at for at in range(start + 1, end) if index.is_first(at)]
    while begins and _is_stray(_shared(same, start, begins[0]), _shared(same, begins[0], end)):
        start = begins.pop(0)
    while begins and _is_stray(_shared(same, begins[-1], end), _shared(same, start, begins[-1])):
        end = begins.pop()
    return start, end


def _is_stray(shared: int, rest: int) -> bool:
    return shared <= _STRAY and rest > 2 * shared


def _shared(same: Sequence[int], start: int, end: int) -> int:
    return sum(start <= at < end for at in same)
