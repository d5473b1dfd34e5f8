"""The note of a claim as the body of its heading."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["body_of", "note_in"]

_SPECIAL: Final = re.compile(r"\*|\s*:[\w-]+:\s*$|\s*(?:SCHEDULED|DEADLINE|CLOSED):|\s*#\+")


def body_of(note: str) -> str:
    r"""Returns a note as it can stand under a heading, with nothing in it that Org would run.

    Examples:
        >>> body_of("* one\n two ")
        ',* one\n two'
    """
    lines = (f",{line}" if _SPECIAL.match(line) else line for line in note.split("\n"))
    return note_in(lines)


def note_in(lines: Iterable[str]) -> str:
    """Returns the lines of a body as a note, without empty ones around it."""
    return "\n".join(line.rstrip() for line in lines).strip("\n")
