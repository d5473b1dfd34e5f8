"""The passage of a text that a quote is most like, word by word.

By bit-parallel edit distance (Myers 1999), with words in the place of letters: one step a word of
the text, however long the quote is.
"""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Span", "best_span"]


class Span(NamedTuple):
    """Words of a text, and how many words of a quote are others there."""

    distance: int
    start: int
    end: int


def best_span(quote: Sequence[int], text: Sequence[int]) -> Span:
    """Returns the words of a text that need the fewest edits; of several, the first and longest.

    Examples:
        >>> best_span([1, 2, 9, 4], [7, 1, 2, 3, 4, 7])
        Span(distance=1, start=1, end=5)
    """
    distance, end = _nearest_end(quote, text)
    _, length = _nearest_end(quote[::-1], text[:end][::-1], distance)
    return Span(distance, end - length, end)


def _nearest_end(
    quote: Sequence[int], text: Sequence[int], wanted: int | None = None
) -> tuple[int, int]:
    """Returns the fewest edits, and how many words of the text they end after.

    Args:
        quote: The words that are looked for.
        text: The words in which they are, from anywhere on; from the beginning if `wanted`.
        wanted: The number of edits that is known to do.
    """
    where: dict[int, int] = {}
    for index, word in enumerate(quote):
        where[word] = where.get(word, 0) | 1 << index
    whole = (1 << len(quote)) - 1
    last = 1 << len(quote) - 1
    first = 0 if wanted is None else 1
    more, less, score = whole, 0, len(quote)
    best, best_end = score, 0
    for position, word in enumerate(text, 1):
        equal = where.get(word, 0)
        vertical = equal | less
        horizontal = (((equal & more) + more) ^ more) | equal
        up = less | (~(horizontal | more) & whole)
        down = more & horizontal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
        up, down = (up << 1 | first) & whole, down << 1 & whole
        more = down | (~(vertical | up) & whole)
        less = up & vertical
        if score < best or (score == best and position == best_end + 1):
            best, best_end = score, position
    return best, best_end
