"""TGF, the trivial graph format: a line a node, a `#`, a line an edge.

In the competitions an edge is an attack. Elsewhere nodes and edges have labels: those of nodes are
read as texts, and those of edges as far as they say for or against.

The format: https://en.wikipedia.org/wiki/Trivial_Graph_Format.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final

from debatemap.core.errors import MapError
from debatemap.core.text import clean, excerpt
from debatemap.formats.abstract.format import FrameworkFormat
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported, Progress
from debatemap.formats.text_input import at, line_text_of

if TYPE_CHECKING:
    from debatemap.formats.abstract.abstract_framework import Relation

__all__ = ["TGF"]

_MARK: Final = "#"
_ENDS: Final = 2
"""Words of an edge that name its ends."""


class TGF(FrameworkFormat):
    """The trivial graph format."""

    name: ClassVar[str] = "tgf"
    title: ClassVar[str] = "TGF"
    suffixes: ClassVar[tuple[str, ...]] = (".tgf",)

    def sniff(self, head: bytes) -> bool:
        """Tells whether nodes stand in front of a `#`, and edges between them after it."""
        before, mark, after = f"\n{_decoded(head)}".partition(f"\n{_MARK}\n")
        nodes = {line.split()[0] for line in before.split("\n") if line.strip()}
        # The last line may have broken off.
        edges = [line.split() for line in after.split("\n")[:-1] if line.strip()]
        return bool(mark and nodes and edges) and all(
            len(edge) >= _ENDS and nodes.issuperset(edge[:_ENDS]) for edge in edges
        )

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads nodes and edges, with labels or without."""
        from debatemap.formats.abstract.abstract_framework import debate_of_framework  # noqa: PLC0415

        progress("reading")
        lines = enumerate(line_text_of(data, name).split("\n"), start=1)
        arguments, assembly = _arguments(lines, name), Assembly()
        progress("linking")
        relations = list(_relations(lines, arguments, name, assembly))
        return debate_of_framework(arguments, relations, name, assembly)

    def lines(
        self,
        names: list[str],
        texts: list[str],  # noqa: ARG002  (a node has no text)
        attacks: list[tuple[int, int]],
    ) -> list[str]:
        """Returns nodes, the mark, and attacks."""
        return [*names, _MARK, *(f"{names[start]} {names[end]}" for start, end in attacks)]


def _decoded(head: bytes) -> str:
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return head.decode(encoding, "ignore").replace("\r\n", "\n")


def _arguments(lines: Iterator[tuple[int, str]], name: str) -> dict[str, str]:
    """Returns the texts of the nodes by name, and leaves the lines behind the mark."""
    arguments: dict[str, str] = {}
    for number, line in lines:
        words = line.split(maxsplit=1)
        if words == [_MARK]:
            return arguments
        if words and words[0] in arguments:
            problem = f"the node {excerpt(words[0])} is there twice"
            raise MapError(name, problem, place=at(number))
        if words:
            arguments[words[0]] = words[-1].strip()
    raise MapError(name, "no TGF: there is no line “#” between nodes and edges")


def _relations(
    lines: Iterator[tuple[int, str]], arguments: dict[str, str], name: str, assembly: Assembly
) -> "Iterator[Relation]":
    from debatemap.formats.abstract.abstract_framework import Relation  # noqa: PLC0415  (light names)
    from debatemap.formats.plain_graph import is_turned, stance_in  # noqa: PLC0415

    for number, line in lines:
        words = line.split(maxsplit=_ENDS)
        if not words:
            continue
        if len(words) < _ENDS:
            raise MapError(name, "expected an edge of two nodes, found one", place=at(number))
        for word in words[:_ENDS]:
            if word not in arguments:
                assembly.repair("nodes that are only named by edges", word, "were added")
                arguments[word] = word
        label = words[_ENDS] if len(words) > _ENDS else ""
        stance = stance_in({"label": clean(label)}) if label else "attacks"
        if stance is None:
            assembly.lose("edges that do not say for or against", at(number), "became attacks")
        start, end = words[:_ENDS]
        if is_turned({"label": label}):
            start, end = end, start
        yield Relation(start, end, stance or "attacks")
