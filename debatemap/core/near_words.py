"""Words of a map that are near to a word that is found in none of its claims."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["near_words"]

_WORD = re.compile(r"[^\W\d_]{3,}")
_CUTOFF = 0.66
"""One letter of three may be another one; what is less near than that is a word by itself."""
_LONGEST = 60


def near_words(typed: str, texts: Iterable[str], most: int = 3) -> list[str]:
    """Returns words that are spelled nearly as what was typed, the nearest first.

    Args:
        typed: What was typed.
        texts: The texts whose words are looked at, folded.
        most: How many are returned.

    Examples:
        >>> near_words("flods", ["streets flood.", "plants grow."])
        ['flood']
        >>> near_words("zeppelins", ["it depends on appeals."])
        []
    """
    known = Counter(word for text in texts for word in _WORD.findall(text))
    return get_close_matches(typed[:_LONGEST].casefold().strip(), known, most, _CUTOFF)
