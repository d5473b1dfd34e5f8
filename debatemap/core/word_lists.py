"""Lists of words in a sentence."""

from collections.abc import Sequence

__all__ = ["listed"]


def listed(words: Sequence[str]) -> str:
    """Returns words with commas between them, and "and" before the last.

    Examples:
        >>> listed(["Ada", "Bo", "Cy"]), listed(["Ada", "Bo"]), listed(["Ada"]), listed([])
        ('Ada, Bo and Cy', 'Ada and Bo', 'Ada', '')
    """
    *most, last = words or [""]
    return f"{', '.join(most)} and {last}" if most else last
