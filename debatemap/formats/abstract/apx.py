"""APX, the format of ASPARTIX and the early competitions: facts `arg(a).` and `att(a,b).`.

Comments run from `%` to the end of the line. `support(a,b).` of bipolar frameworks is read as such.

The format: https://www.dbai.tuwien.ac.at/research/argumentation/aspartix.
"""

import re
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.errors import MapError
from debatemap.core.model import Stance
from debatemap.core.text import excerpt
from debatemap.formats.abstract.format import FrameworkFormat
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress
from debatemap.formats.limits import limits
from debatemap.formats.text_input import at, line_text_of

if TYPE_CHECKING:
    from debatemap.formats.abstract.abstract_framework import Relation

__all__ = ["APX"]

_NAME: Final = r'"[^"\n]*"|[^\s(),.%"]+'
_SPACE: Final = re.compile(r"(?:\s++|%[^\n]*+)*+")
_FACT: Final = re.compile(
    rf"(\w+)\s*\(\s*({_NAME})\s*((?:,\s*(?:{_NAME})\s*)*)\)\s*(?::\s*[0-9.eE+-]*[0-9]\s*)?\."
)
_BEGINS: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s++|%[^\n]*+\n)*+(?:arg|att)\s*\(")
_STANCES: Final[dict[str, Stance]] = {"att": "attacks", "attack": "attacks", "support": "supports"}


class APX(FrameworkFormat):
    """Facts of ASPARTIX."""

    name: ClassVar[str] = "apx"
    title: ClassVar[str] = "APX"
    suffixes: ClassVar[tuple[str, ...]] = (".apx",)

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins with a fact about arguments, comments aside."""
        return _BEGINS.match(head) is not None

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads arguments, attacks and supports, in whichever order they stand."""
        from debatemap.formats.abstract.abstract_framework import debate_of_framework  # noqa: PLC0415

        progress("reading")
        # Facts may stand in one line.
        limits().check_count(data.count(b"("), name)
        facts = _Facts(line_text_of(data, name), name)
        progress("linking")
        return debate_of_framework(facts.arguments, facts.relations, name, facts.assembly)

    def lines(
        self, names: list[str], texts: list[str], attacks: list[tuple[int, int]]
    ) -> list[str]:
        """Returns facts, the texts as comments."""
        facts: list[str] = []
        for name, text in zip(names, texts, strict=True):
            # Some readers take a line for a fact or for a comment, and not for both.
            facts += [f"% {name}: {text}"] if text != name else []
            facts.append(f"arg({name}).")
        return [*facts, *(f"att({names[start]},{names[end]})." for start, end in attacks)]


class _Facts:
    """The facts of a file.

    Attributes:
        arguments: The names of the arguments.
        relations: The attacks and supports.
        assembly: Counts facts of other kinds.
    """

    def __init__(self, text: str, name: str) -> None:
        self._text, self._name = text, name
        self.arguments: dict[str, str] = {}
        self.relations: list[Relation] = []
        self.assembly = Assembly()
        self._used: list[str] = []
        self._read()
        for argument in self._used:
            if argument not in self.arguments:
                self.assembly.repair(
                    "arguments that are only named by attacks", argument, "were added"
                )
                self.arguments[argument] = argument

    def _read(self) -> None:
        position = _end_of_space(self._text, 0)
        while position < len(self._text):
            found = _FACT.match(self._text, position)
            if found is None:
                line = self._text[position : position + 80].partition("\n")[0]
                raise self._error(
                    position, f"expected a fact such as arg(a). found {excerpt(line)}"
                )
            self._take(found)
            position = _end_of_space(self._text, found.end())

    def _take(self, found: re.Match[str]) -> None:
        from debatemap.formats.abstract.abstract_framework import Relation  # noqa: PLC0415  (light names)

        kind, first, rest = found.groups()
        others = re.findall(_NAME, rest.replace(",", " "))
        if kind == "arg" and not others:
            self.arguments.setdefault(first.strip('"'), first.strip('"'))
        elif kind in _STANCES and len(others) == 1:
            ends = [each.strip('"') for each in (first, others[0])]
            self._used += ends
            self.relations.append(Relation(ends[0], ends[1], _STANCES[kind]))
        else:
            self.assembly.lose(f"facts {kind}(…)", found[0][:40])

    def _error(self, position: int, problem: str) -> MapError:
        before = self._text[:position]
        place = at(before.count("\n") + 1, position - before.rfind("\n"))
        return MapError(self._name, problem, place=place)


def _end_of_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position
