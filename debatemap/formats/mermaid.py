"""Mermaid: the graph of a debate as a flowchart, for Markdown; it is only written.

Signs in a label are written as `#NN;`, so that Mermaid takes none of them for syntax, Markdown, a
formula, an icon or HTML. The language: https://mermaid.js.org/syntax/flowchart.html.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.text import safe, safe_line
from debatemap.formats.drawn_steps import DrawnStep, claims_to_draw, steps_to_draw
from debatemap.formats.features import CARRIED, Carries, losses_by_declaration
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.loss import Loss
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.strength_words import points_of
from debatemap.formats.unshown import left_out

__all__ = ["Mermaid"]

_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:---\r?\n.*?\n---\r?\n\s*)?(?:%%[^\n]*\n\s*)*"
    rb"(?:flowchart|graph)[ \t]+(?:TB|TD|BT|RL|LR)\s*[;\n]",
    re.DOTALL,
)
_SIGNS: Final = re.compile(r'(?<=\d)[.)]|(?<![A-Za-z0-9])-|["#$%&*+:;<=>@\[\\\]^_`{|}~]')
"""What means something, some of it at the beginning of a line alone."""
_PAIRS: Final = re.compile(r"\$(?=\$)|\\(?=n)|:(?=fa-)|ﬂ(?=°)|¶(?=ß)")
"""What Mermaid reads once more after that: formulas, line breaks, icons, its marks of entities."""
_JOINER: Final = "\N{WORD JOINER}"
_ARROWS: Final = {"pro": "-->", "con": "-.->", "backing": "-->", "undercut": "-.-x"}
_LINES: Final = {"supports": "---", "attacks": "-.-"}
_EDGES: Final = 500
_CHARACTERS: Final = 50_000
"""What Mermaid draws unless it is told to draw more, which a document cannot tell it."""
_STYLES: Final = (
    "classDef claim fill:#ffffff,stroke:#5e636e,color:#22252c",
    "classDef thesis fill:#f3f0fd,stroke:#5b3fc4,stroke-width:2px,color:#22252c",
    "classDef step fill:#5e636e,stroke:#5e636e,color:#ffffff",
)


class Mermaid(Format):
    """A flowchart for Mermaid."""

    name: ClassVar[str] = "mermaid"
    title: ClassVar[str] = "Mermaid"
    suffixes: ClassVar[tuple[str, ...]] = (".mmd", ".mermaid")
    writes: ClassVar[bool] = True
    shows_verdicts: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        question=CARRIED,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins as a flowchart."""
        return _BEGINNING.match(head) is not None

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Writes claims as boxes and steps as edges, without strengths."""
        return self._written(debate, {})

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Writes claims as boxes with their strengths, and steps as edges."""
        return self._written(debate, verdicts.strengths)

    def _written(self, debate: Debate, strengths: Mapping[str, float]) -> Written:
        steps = steps_to_draw(debate)
        edges = [*_edges(debate, steps)]
        lines = [*_head(debate), *_nodes(debate, strengths, steps), *edges, *_inks(steps)]
        lines += [f"  {style}" for style in _STYLES]
        text = "".join(f"{line}\n" for line in lines)
        losses = (
            *losses_by_declaration(debate, self.carries),
            *left_out(debate, {step.link for step in steps}),
            *_beyond_limits(len(_ends(steps)), len(text)),
        )
        return Written(text.encode(), losses)


def _head(debate: Debate) -> Iterator[str]:
    header = debate.header
    title = ": ".join(filter(None, map(safe_line, (header.title, header.question))))
    if title:
        # A string of JSON is one of YAML.
        yield "---"
        yield f"title: {json.dumps(without_noncharacters(title), ensure_ascii=False)}"
        yield "---"
    yield "flowchart BT"


def _names(debate: Debate, steps: Sequence[DrawnStep]) -> dict[str, str]:
    """Returns the names of nodes: an id of a map may be a word of the language."""
    names = {key: f"c{number}" for number, key in enumerate(claims_to_draw(debate), 1)}
    points = [step.link for step in steps if step.is_point]
    return names | {key: f"s{number}" for number, key in enumerate(points, 1)}


def _nodes(
    debate: Debate, strengths: Mapping[str, float], steps: Sequence[DrawnStep]
) -> Iterator[str]:
    names = _names(debate, steps)
    for key in claims_to_draw(debate):
        words = _label(debate.claims[key].text) or " "
        if key in strengths:
            words += f"<br/>{_label(points_of(strengths[key]))}"
        kind = "thesis" if debate.is_thesis(key) else "claim"
        yield f'  {names[key]}["{words}"]:::{kind}'
    for step in steps:
        if step.is_point:
            yield f'  {names[step.link]}((" ")):::step'


def _edges(debate: Debate, steps: Sequence[DrawnStep]) -> Iterator[str]:
    names = _names(debate, steps)
    for step in steps:
        if step.is_point:
            for premise in step.premises:
                yield f"  {names[premise]} {_LINES[step.stance]} {names[step.link]}"
        begin = names[step.link if step.is_point else step.premises[0]]
        yield f"  {begin} {_ARROWS[step.word]}|{step.word}| {names[step.target]}"


def _ends(steps: Sequence[DrawnStep]) -> list[str]:
    """Returns the stance of each edge."""
    return [step.stance for step in steps for _ in range(_edges_of(step))]


def _edges_of(step: DrawnStep) -> int:
    return 1 + (len(step.premises) if step.is_point else 0)


def _inks(steps: Sequence[DrawnStep]) -> Iterator[str]:
    stances = _ends(steps)
    for stance, ink in (("supports", "#0067a3"), ("attacks", "#a84a00")):
        numbers = [str(number) for number, each in enumerate(stances) if each == stance]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke:{ink},color:{ink}"


def _beyond_limits(edges: int, characters: int) -> Iterator[Loss]:
    for kind, number, most in (
        ("edges", edges, _EDGES),
        ("characters", characters, _CHARACTERS),
    ):
        if number > most:
            yield Loss(kind, number, (), f"are more than the {most:,} that Mermaid draws by itself")


def _label(text: str) -> str:
    """Returns a text as a part of a label that shows it as it is.

    Examples:
        >>> _label('a "b" #c')
        'a #34;b#34; #35;c'
    """
    apart = _PAIRS.sub(lambda found: found[0] + _JOINER, without_noncharacters(safe(text)))
    words = _SIGNS.sub(lambda found: f"#{ord(found[0])};", apart)
    return words.replace("\n", "<br/>")
