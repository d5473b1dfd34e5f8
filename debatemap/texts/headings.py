"""The headings of a text: short lines by themselves that end no sentence."""

import re
from typing import Final

__all__ = ["headings_of"]

_LONGEST: Final = 120
_MARKS: Final = re.compile(r"^#{1,6}[ \t]+|[ \t]+#+$|[*_]{1,3}")


def headings_of(text: str) -> list[tuple[int, str]]:
    r"""Returns where a text has headings, and what they say.

    Examples:
        >>> headings_of("Balance of Power\n\nMark suggests it.\n\n# The Potential\n\nIt is.\n")
        [(0, 'Balance of Power'), (37, 'The Potential')]
    """
    found = []
    offset, is_alone = 0, True
    lines = text.split("\n")
    for number, whole in enumerate(lines):
        line = whole.strip() if len(whole) <= _LONGEST else ""
        is_last = number + 1 == len(lines) or not lines[number + 1].strip()
        is_marked = line.startswith("#")
        if line and (is_marked or (is_alone and is_last and _is_heading(line))):
            found.append((offset, _MARKS.sub("", line).strip()))
        is_alone = not whole or whole.isspace()
        offset += len(whole) + 1
    return found


def _is_heading(line: str) -> bool:
    return line[0].isalnum() and line[-1].isalnum()
