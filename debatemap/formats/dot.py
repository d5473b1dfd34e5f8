r"""DOT, the language of Graphviz: the graph of a debate, to be laid out; it is only written.

A string in DOT knows one escape, `\"`; labels and tooltips then take `\n` for a line break, `\\`
for a backslash, and the entities of HTML. The language: https://graphviz.org/doc/info/lang.html.
"""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, safe_line, wrap
from debatemap.formats.drawn_steps import DrawnStep, claims_to_draw, steps_to_draw
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.remarks import Remark, Remarks
from debatemap.formats.strength_words import points_of
from debatemap.formats.unshown import left_out, unused_sources

__all__ = ["DOT"]

_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:(?://|#)[^\n]*+\n\s*+|/\*(?>.*?\*/)\s*+)*+(?:strict\s+)?(?:di)?graph\b"
    rb'\s*(?:[\w.]+|"(?:[^"\\]|\\.)*")?\s*\{',
    re.DOTALL,
)
_STRING: Final = 2_000
"""Characters of a string: Graphviz takes at most 16,384 bytes at once, with the escapes."""
_CELLS: Final = 36
"""The width of a label."""
_NAME: Final = 200
"""The width of the graph's name."""
_INK: Final = {"supports": "#0067a3", "attacks": "#a84a00"}
_THESIS: Final = "#5b3fc4"
_TOOLTIP: Final = "became tooltips"
_FONT: Final = "Helvetica,Arial,sans-serif"


class DOT(Format):
    """A graph for Graphviz."""

    name: ClassVar[str] = "dot"
    title: ClassVar[str] = "DOT"
    suffixes: ClassVar[tuple[str, ...]] = (".dot", ".gv")
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED, sources=_TOOLTIP, quotes=_TOOLTIP, notes=_TOOLTIP, tags=_TOOLTIP,
        authors=_TOOLTIP, dates=_TOOLTIP, ratings=_TOOLTIP, ids=CARRIED,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins as a graph of Graphviz."""
        return _BEGINNING.match(head) is not None

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Writes claims as boxes and steps as edges, without strengths."""
        return self._written(debate, {})

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Writes claims as boxes with their strengths, and steps as edges."""
        return self._written(debate, verdicts.strengths)

    def _written(self, debate: Debate, strengths: Mapping[str, float]) -> Written:
        steps = steps_to_draw(debate)
        lines = [*_head(debate), *_nodes(debate, strengths), *_edges(debate, steps), "}"]
        losses = (
            *losses_by_declaration(debate, self.carries),
            *unused_sources(debate),
            *left_out(debate, {step.link for step in steps}),
        )
        return Written("".join(f"{line}\n" for line in lines).encode(), losses)


def _head(debate: Debate) -> Iterator[str]:
    header = debate.header
    title = "\n".join(filter(None, map(safe_line, (header.title, header.question))))
    yield f"digraph {_quoted(excerpt(header.title, _NAME) or 'debate')} {{"
    yield f'  graph [rankdir=BT, label={_label(title)}, labelloc=t, fontname="{_FONT}"];'
    yield f'  node [shape=box, style=rounded, fontname="{_FONT}", fontsize=12, margin="0.15,0.08"];'
    yield f'  edge [fontname="{_FONT}", fontsize=10, arrowsize=0.8];'


def _nodes(debate: Debate, strengths: Mapping[str, float]) -> Iterator[str]:
    remarks = Remarks(debate)
    for key in claims_to_draw(debate):
        lines = wrap(debate.claims[key].text, _CELLS)
        if key in strengths:
            lines.append(safe_line(points_of(strengths[key])))
        words = "\n".join(lines)
        attributes = [f"label={_label(words)}"]
        if debate.is_thesis(key):
            attributes.append(f'color="{_THESIS}", penwidth=2')
        attributes += _tooltip(remarks.of_claim(key))
        yield f"  {_quoted(key)} [{', '.join(attributes)}];"


def _edges(debate: Debate, steps: list[DrawnStep]) -> Iterator[str]:
    remarks = Remarks(debate)
    for step in steps:
        ink = f'color="{_INK[step.stance]}", fontcolor="{_INK[step.stance]}"'
        line = ", style=dashed" if step.stance == "attacks" else ""
        about = _tooltip(remarks.of_step(step.link))
        end = "tee" if step.word == "undercut" else "normal"
        attributes = ", ".join([f"{ink}{line}, label={step.word}, arrowhead={end}", *about])
        begin = step.link if step.is_point else step.premises[0]
        if step.is_point:
            yield f'  {_quoted(step.link)} [shape=point, width=0.08, color="{_INK[step.stance]}"];'
            for premise in step.premises:
                yield f"  {_quoted(premise)} -> {_quoted(step.link)} [{ink}{line}, arrowhead=none];"
        yield f"  {_quoted(begin)} -> {_quoted(step.target)} [{attributes}];"


def _tooltip(remarks: Iterator[Remark]) -> list[str]:
    words = "\n".join(f"{remark.label}: {remark.words}" for remark in remarks)
    return [f"tooltip={_label(words)}"] if words else []


def _quoted(name: str) -> str:
    """Returns a name as a string of the language."""
    words = without_noncharacters(name).replace('"', "'")
    # A backslash before the closing mark would take it for a part of the name.
    return f'"{words.replace(chr(92), "/")}"'


def _label(text: str) -> str:
    r"""Returns a text as a label that shows it as it is, in several strings where it is long.

    Examples:
        >>> print(_label('a "b" \\n <c> &amp;\nd'))
        "a \"b\" \\n <c> &amp;amp;\nd"
    """
    words = without_noncharacters(text)
    parts = [words[at : at + _STRING] for at in range(0, len(words), _STRING)] or [""]
    return " + ".join(map(_escaped, parts))


def _escaped(part: str) -> str:
    escaped = part.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n") + '"'
