"""People as sentences about ratings name them."""

from collections.abc import Sequence
from typing import Final

from debatemap.core.text import excerpt
from debatemap.core.word_lists import listed

__all__ = ["people_words"]

_NAME: Final = 30
"""Cells of a name at most."""


def people_words(people: Sequence[str], most: int) -> str:
    """Returns people by name; of more than `most`, the first, and how many others there are.

    Examples:
        >>> people_words(["Ada", "Bo", "Cy"], 3), people_words(["Ada", "Bo", "Cy"], 2)
        ('Ada, Bo and Cy', 'Ada and 2 others')
    """
    names = [excerpt(person, _NAME) for person in people]
    if len(names) > most:
        return f"{names[0]} and {len(names) - 1:,} others"
    return listed(names)
