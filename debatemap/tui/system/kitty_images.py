"""Images on terminals that have kitty's graphics protocol: sent once, shown in parts, removed.

https://sw.kovidgoyal.net/kitty/graphics-protocol/ describes it. Terminals without it ignore what is
written here; which ones have it is known by their names, as to ask one takes an answer that may
never come.
"""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final

from textual.geometry import Region, Size

__all__ = ["pixels_of", "placed", "removed", "sent", "shows_images"]

_IMAGE: Final = 7001
"""The number of the image; a program may choose any."""
_CHUNK: Final = 4096
"""Characters that a message holds at most, by the protocol."""
_TERMS: Final = frozenset({"xterm-kitty", "xterm-ghostty"})
_PROGRAMS: Final = frozenset({"WezTerm", "ghostty"})
_VARIABLES: Final = ("KITTY_WINDOW_ID", "KONSOLE_VERSION")
_BETWEEN: Final = ("TMUX", "STY", "ZELLIJ")
"""Set by programs that stand between and let no image through."""


def shows_images(environ: Mapping[str, str]) -> bool:
    """Tells by the variables of a terminal whether it shows images.

    Examples:
        >>> shows_images({"TERM": "xterm-kitty"})
        True
        >>> shows_images({"TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"})
        False
        >>> shows_images({"TERM": "xterm-256color"})
        False
    """
    if any(map(environ.get, _BETWEEN)):
        return False
    is_named = environ.get("TERM") in _TERMS or environ.get("TERM_PROGRAM") in _PROGRAMS
    return is_named or any(map(environ.get, _VARIABLES))


def pixels_of(png: bytes) -> Size:
    """Returns the width and the height that the head of a PNG tells, in pixels."""
    return Size(int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))


def sent(png: bytes) -> Iterator[str]:
    """Yields the messages that give the terminal an image, which is not shown yet."""
    data = b64encode(png).decode()
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    for number, chunk in enumerate(chunks):
        head = f"a=t,f=100,i={_IMAGE},q=2," if number == 0 else ""
        yield f"\x1b_G{head}m={int(number < len(chunks) - 1)};{chunk}\x1b\\"


def placed(part: Region, cells: Region) -> str:
    """Returns the message that shows a part of the image; it takes the place of the part before.

    Args:
        part: Which part, in pixels of the image.
        cells: Where on the screen, in cells; the part is scaled to fill them.
    """
    what = f"x={part.x},y={part.y},w={part.width},h={part.height}"
    where = f"c={cells.width},r={cells.height}"
    # The cursor of the terminal is put back: it stands where the program has it.
    message = f"\x1b_Ga=p,i={_IMAGE},p=1,{what},{where},C=1,q=2\x1b\\"
    return f"\x1b7\x1b[{cells.y + 1};{cells.x + 1}H{message}\x1b8"


def removed() -> str:
    """Returns the message that takes the image off the screen, and out of the terminal's memory."""
    return f"\x1b_Ga=d,d=I,i={_IMAGE},q=2\x1b\\"
