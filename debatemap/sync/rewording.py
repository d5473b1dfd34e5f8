"""Two people's rewordings of one text, put together where nobody's sentence becomes another's.

Edits that do not touch one another can be put into one text. Within a sentence that may say
what neither of the two meant: “Eight people are too few” and “Six people cannot be on call”
make “Eight people cannot be on call”. So words are put together only where the edits lie in
different sentences, or one side's are no more than spelling and punctuation.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from debatemap.sync.spelling_edits import is_spelling
from debatemap.sync.word_diff import Hunk, hunks, merge_words, words_of

__all__ = ["Joint", "join_rewordings", "sentence_numbers"]

_ENDS: Final = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_SHORTENED: Final = re.compile(
    r"^\W*(\w|e\.g|i\.e|z\.B|d\.h|cf|vs|etc|approx|ca|dr|mr|mrs|ms|prof|st|no|nr|fig|pp|vol)\.$",
    re.IGNORECASE,
)
"""Words after whose full stop a sentence goes on: initials and common abbreviations."""


class Joint(NamedTuple):
    """Two rewordings put together.

    Attributes:
        text: The text with the edits of both.
        is_safe: Whether no sentence has edits of both that change its words.
    """

    text: str
    is_safe: bool


def join_rewordings(base: str, ours: str, theirs: str) -> Joint | None:
    """Returns a text with both sides' edits, or None where these touch one another.

    Examples:
        >>> base = "It rains here. Take a coat."
        >>> join_rewordings(base, "It snows here. Take a coat.", "It rains here. Take a hat.")
        Joint(text='It snows here. Take a hat.', is_safe=True)
        >>> base = "It rains a lot here."
        >>> join_rewordings(base, "It snows a lot here.", "It rains a lot there.").is_safe
        False
    """
    text = merge_words(base, ours, theirs)
    if text is None:
        return None
    words = words_of(base)
    both = [set(hunks(words, words_of(side))) for side in (ours, theirs)]
    own = [sorted(both[0] - both[1]), sorted(both[1] - both[0])]
    if any(is_spelling(words, edits) for edits in own):
        return Joint(text, is_safe=True)
    numbers = sentence_numbers(words)
    one, other = (set().union(*(_touched(words, numbers, hunk) for hunk in edits)) for edits in own)
    return Joint(text, is_safe=one.isdisjoint(other))


def sentence_numbers(words: Sequence[str]) -> list[int]:
    """Returns in which sentence of a text each word stands.

    Examples:
        >>> sentence_numbers(["It", " rains,", " e.g.", " here.", " Take", " hats."])
        [0, 0, 0, 0, 1, 1]
    """
    numbers = [0] if words else []
    for word, following in pairwise(words):
        begins = next(filter(str.isalnum, following), "a")
        numbers.append(numbers[-1] + (_ends_a_sentence(word) and not begins.islower()))
    return numbers


def _ends_a_sentence(word: str) -> bool:
    bare = word.strip()
    return bool(_ENDS.search(bare)) and not _SHORTENED.match(bare)


def _touched(words: Sequence[str], numbers: Sequence[int], hunk: Hunk) -> set[int]:
    """Returns the sentences that an edit changes; none, where it adds whole ones between."""
    start, end, new = hunk
    before = numbers[start - 1] if start else -1
    after = numbers[end] if end < len(words) else len(words)
    touched = set(numbers[start:end])
    # What stands before the next sentence when the edit is made must end one.
    last = new[-1] if new else words[start - 1] if start else ""
    ends = after not in numbers or not last or _ends_a_sentence(last)
    if start == end and before == after:
        touched.add(before)
    if start == end and start and not _ends_a_sentence(words[start - 1]):
        touched.add(before)
    if not ends:
        touched.add(after)
    return touched
