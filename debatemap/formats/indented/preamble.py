"""What stands around the numbered claims of a text that Kialo has exported."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from debatemap.formats.indented.marks import Line
from debatemap.formats.indented.outlined import Remark

__all__ = ["Preamble", "without_preamble"]

_TITLE: Final = "discussion title:"
_NAME: Final = "discussion name:"
_SOURCES: Final = "sources:"
_ESCAPED: Final = re.compile(r"\\([()\[\]@])")


class Preamble(NamedTuple):
    """The lines that hold claims.

    Attributes:
        lines: These lines.
        is_kialo: Whether only lines with nothing but a number and `Pro:` or the like begin a claim.
        remarks: What was left out.
    """

    lines: Sequence[Line]
    is_kialo: bool = False
    remarks: tuple[Remark, ...] = ()


def without_preamble(lines: Sequence[Line]) -> Preamble:
    """Returns the lines of claims, without a title above them and sources below."""
    first = lines[0].words.casefold() if lines else ""
    if first.startswith(_TITLE):
        kept = [_unescaped(line) for line in lines[1:]]
        return Preamble(kept, remarks=(_left_out("the title", lines[:1]),))
    if first != _NAME:
        return Preamble(lines)
    begin = next((n for n, line in enumerate(lines) if line.is_head), len(lines))
    end = next((n for n, x in enumerate(lines) if x.words.casefold() == _SOURCES), len(lines))
    remarks = [_left_out("the title", lines[:begin])]
    if lines[end:]:
        remarks.append(_left_out("the list of sources", lines[end:]))
    return Preamble(lines[begin:end], is_kialo=True, remarks=tuple(remarks))


def _left_out(what: str, lines: Sequence[Line]) -> Remark:
    numbers = tuple(line.number for line in lines)
    return Remark(what, "left out", numbers, f"{what} is left out")


def _unescaped(line: Line) -> Line:
    return line._replace(words=_ESCAPED.sub(r"\1", line.words).replace("\\n", " "))
