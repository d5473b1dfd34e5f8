"""A discussion's text as a tree of claims."""

import re
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Source, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.kialo.claim_words import read_words
from debatemap.formats.kialo.heads import Head, Heads, Number, heads_of, number_of
from debatemap.formats.text_input import at, line_text_of
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode

__all__ = ["read_discussion"]

_SEE: Final = re.compile(r"->\s*see\s+(\d{1,9}(?:\.\d{1,9})*\.?)\s*", re.IGNORECASE)
_STANCES: Final[dict[str, Stance]] = {"pro": "supports", "con": "attacks"}
_TOP: Final = ("thesis", "question", "")


def read_discussion(data: bytes, name: str) -> Imported:
    """Returns the debate of a discussion.

    Raises:
        MapError: It is no text, or has no numbered claim.
    """
    text = line_text_of(data, name)
    found = heads_of(text, name)
    if not found.heads and found.title is None:
        problem = "expected numbered claims such as `1.1. Pro: …`, found none"
        raise MapError(name, problem, place=at(1), advice="The file was not touched.")
    return _Discussion(found).read()


class _Discussion:
    """The claims of a discussion as they become nodes."""

    def __init__(self, found: Heads) -> None:
        self._found = found
        self._assembly = Assembly()
        self._sources: dict[str, str] = {}
        self._places: dict[Number, int] = {}
        self._seen: dict[Number, Number] = {}
        for head in found.heads:
            if (see := _see(head)) is not None:
                self._seen.setdefault(head.number, see)

    def read(self) -> Imported:
        """Returns the debate."""
        heads, assembly = self._found.heads, self._assembly
        for line in self._found.loose:
            assembly.lose("lines in front of the first claim", at(line))
        for line in self._found.as_words:
            assembly.repair(
                "numbered lines that may be claims", at(line), "read as words of the claim above"
            )
        for line in self._found.as_theses:
            kind = "numbered lines that may be words of the claim above"
            assembly.repair(kind, at(line), "read as theses")
        question = self._question()
        nodes: list[TreeNode] = []
        for head in heads[1:] if question is not None else heads:
            node = self._node(head, is_asked=question is not None)
            self._places[head.number] = len(nodes)
            nodes.append(node)
        theses = add_nodes(assembly, nodes)
        title = clean(self._found.title or "")
        asked = clean(question or "")
        question = asked if asked != title else ""
        debate = debate_with(assembly, title, theses, question=question)
        return assembly.imported(debate)

    def _question(self) -> str | None:
        """Returns the question that theses stand under; None where there is none."""
        heads = self._found.heads
        if not heads:
            return None
        first, seconds = heads[0], [head for head in heads if len(head.number) == 2]  # noqa: PLR2004
        is_asked = first.label == "question"
        if not is_asked and first.label == "":
            is_asked = bool(seconds) and all(head.label in _TOP for head in seconds)
        return read_words(first.text, self._found.footnotes).text if is_asked else None

    def _node(self, head: Head, *, is_asked: bool) -> TreeNode:
        parent = self._parent(head, is_asked=is_asked)
        stance = _STANCES.get(head.label)
        name = ".".join(map(str, head.number))
        see = _see(head)
        if head.number in self._places:
            self._assembly.repair("numbers used twice", at(head.line), "read as further claims")
        if see is not None:
            claim = Claim(head.text)
            return TreeNode(claim, parent, stance, same_as=self._followed(see), place=at(head.line))
        return TreeNode(self._claim(head), parent, stance, name=name, place=at(head.line))

    def _parent(self, head: Head, *, is_asked: bool) -> int | None:
        """Returns the node that a number goes on from, or the nearest one above it."""
        for length in range(len(head.number) - 1, 0, -1):
            above = head.number[:length]
            if is_asked and above == self._found.heads[0].number:
                if length < len(head.number) - 1:
                    break
                return None
            if above in self._places:
                if length < len(head.number) - 1:
                    break
                return self._places[above]
        else:
            if len(head.number) > 1:
                self._skip(head)
            return None
        self._skip(head)
        return self._places.get(above)

    def _skip(self, head: Head) -> None:
        self._assembly.repair("levels skipped", at(head.line), "read below the nearest number")

    def _followed(self, number: Number) -> str:
        """Returns the number of the claim that a reference comes to, if need be over others."""
        passed: set[Number] = set()
        while number in self._seen and number not in passed:
            passed.add(number)
            number = self._seen[number]
        # Each reference is followed once, however many lead over it.
        self._seen.update(dict.fromkeys(passed, number))
        return ".".join(map(str, number))

    def _claim(self, head: Head) -> Claim:
        words = read_words(head.text, self._found.footnotes)
        for number in words.missing:
            self._assembly.repair("footnotes to nothing", f"{at(head.line)}: [{number}]", "left")
        refs = dict.fromkeys(self._source(each) for each in words.sources)
        return Claim(words.text, sources=tuple(Citation(ref) for ref in refs))

    def _source(self, source: Source) -> str:
        source = Source(title=clean(source.title), url=clean(source.url))
        same = source.url or source.title
        if same not in self._sources:
            self._sources[same] = self._assembly.add_source("", source)
        return self._sources[same]


def _see(head: Head) -> Number | None:
    found = _SEE.fullmatch(head.text)
    return number_of(found[1]) if found else None
