"""AF, the format of the competitions since 2023: `p af 3`, then a line an attack, by number.

Comments begin with `#`. Where there is one for each argument before the first attack, they are
the arguments' names, as programs write them that come from another format.

The format: https://iccma2023.github.io/rules.html.
"""

import re
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.errors import MapError
from debatemap.core.text import clean, excerpt
from debatemap.formats.abstract.format import FrameworkFormat
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress
from debatemap.formats.limits import limits
from debatemap.formats.text_input import at, line_text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debatemap.formats.abstract.abstract_framework import Relation

__all__ = ["AF"]

_HEAD: Final = re.compile(r"p\s+af\s+([0-9]{1,12})\s*")
_BEGINS: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\n]*+\n|\s++)*+p +af +[0-9]+ *[\r\n]")
_ATTACK: Final = re.compile(r"\s*([0-9]{1,12})\s+([0-9]{1,12})\s*")
_COMMENT: Final = "#"


class AF(FrameworkFormat):
    """The numbered format of the competitions."""

    name: ClassVar[str] = "af"
    title: ClassVar[str] = "ICCMA AF"
    suffixes: ClassVar[tuple[str, ...]] = (".af",)

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with its head, comments aside."""
        return _BEGINS.match(head) is not None

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads arguments and attacks."""
        from debatemap.formats.abstract.abstract_framework import debate_of_framework  # noqa: PLC0415

        progress("reading")
        lines = line_text_of(data, name).split("\n")
        start, number = _head(lines, name)
        limits().check_count(number, name)
        arguments, assembly = _arguments(lines[start:], number), Assembly()
        progress("linking")
        relations = _relations(lines, start, number, name)
        return debate_of_framework(arguments, relations, name, assembly)

    def lines(
        self,
        names: list[str],
        texts: list[str],  # noqa: ARG002  (a comment is a name)
        attacks: list[tuple[int, int]],
    ) -> list[str]:
        """Returns the head, the names as comments, and attacks by number."""
        comments = (f"{_COMMENT} {name}" for name in names)
        return [f"p af {len(names)}", *comments, *(f"{one + 1} {two + 1}" for one, two in attacks)]


def _head(lines: list[str], name: str) -> tuple[int, int]:
    """Returns the index of the line after the head, and how many arguments there are."""
    for index, line in enumerate(lines):
        if line.strip() and not line.startswith(_COMMENT):
            found = _HEAD.fullmatch(line)
            if found is None:
                problem = f"expected `p af` and how many arguments, found {excerpt(line)}"
                raise MapError(name, problem, place=at(index + 1))
            return index + 1, int(found[1])
    raise MapError(name, "no AF: it has no line `p af` with how many arguments there are")


def _arguments(lines: list[str], number: int) -> dict[str, str]:
    """Returns what arguments say by their numbers: their names, where there are such."""
    comments = []
    for line in lines:
        if line.startswith(_COMMENT):
            comments.append(line[len(_COMMENT) :].strip())
        elif line.strip():
            break
    named = len(comments) == number == len(set(comments)) and all(comments)
    keys = [str(each) for each in range(1, number + 1)]
    return dict(zip(keys, map(clean, comments) if named else keys, strict=True))


def _relations(lines: list[str], start: int, number: int, name: str) -> "Iterator[Relation]":
    from debatemap.formats.abstract.abstract_framework import Relation  # noqa: PLC0415  (light names)

    for index, line in enumerate(lines[start:], start=start + 1):
        if not line.strip() or line.startswith(_COMMENT):
            continue
        found = _ATTACK.fullmatch(line)
        if found is None:
            problem = f"expected the numbers of two arguments, found {excerpt(line)}"
            raise MapError(name, problem, place=at(index))
        for end in (1, 2):
            if not 1 <= int(found[end]) <= number:
                problem = f"there is no argument {found[end]}: they go from 1 to {number:,}"
                raise MapError(name, problem, place=at(index, found.start(end) + 1))
        yield Relation(str(int(found[1])), str(int(found[2])))
