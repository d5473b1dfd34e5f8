"""The parts of a sentence that tells a difference."""

from typing import Final, NamedTuple

__all__ = ["CAME", "CHANGED", "MOVED", "WENT", "Phrase", "sign_of"]

CAME: Final = "+"
WENT: Final = "−"
MOVED: Final = "→"
CHANGED: Final = "~"


class Phrase(NamedTuple):
    """A sentence, not yet cut to a width.

    Attributes:
        sign: What kind of difference it tells.
        words: Its beginning, made safe.
        ending: Its end, as it stands in the map; it may be long.
        texts: In place of an ending, a text before and after, to be shown word by word.
    """

    sign: str
    words: str
    ending: str = ""
    texts: tuple[str, str] | None = None


def sign_of(before: object, after: object) -> str:
    """Returns the sign of a value that came, went or changed.

    Examples:
        >>> sign_of("", "words"), sign_of(40, 70)
        ('+', '~')
    """
    if before in (None, "", ()):
        return CAME
    return WENT if after in (None, "", ()) else CHANGED
