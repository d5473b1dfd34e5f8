"""Lists and headings of Markdown as a debate."""

import re
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.indented.group_headings import without_group_headings
from debatemap.formats.indented.level_bullets import without_level_bullets
from debatemap.formats.indented.outlined import Outlined
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.tree_nodes import (
    nodes_of_entries,
    report_remarks,
    with_references,
)
from debatemap.formats.markdown.block_lines import blocks_of
from debatemap.formats.markdown.item_words import QUESTION, tags_and_words
from debatemap.formats.markdown.named_elsewhere import with_addresses, without_footnotes
from debatemap.formats.markdown.stance_tables import with_tables_as_lists
from debatemap.formats.markdown_text import read_inline, unescaped
from debatemap.formats.outline_lines import UNNAMED
from debatemap.formats.text_input import at, line_text_of
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import without_headings, without_root, without_title

__all__ = ["read_markdown"]

_FRONT: Final = re.compile(r"---\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL | re.MULTILINE)
_TITLE: Final = re.compile(r"^title:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_HEADING: Final = re.compile(r"\s*#{1,6}(?:\s|$)")


def read_markdown(data: bytes, name: str) -> Imported:
    """Returns the debate of a Markdown file; a heading above theses is its title.

    Raises:
        MapError: It is no text, or holds none.
    """
    text = line_text_of(data, name)
    return _File(text, name).read()


class _File:
    """A file, whose links become sources."""

    def __init__(self, text: str, name: str) -> None:
        self._assembly, self._name = Assembly(), name
        self._cited: set[str] = set()
        self._linked: set[str] = set()
        self._title, self._offset = "", 0
        front = _FRONT.match(text)
        if front is not None:
            self._offset = front[0].count("\n")
            self._read_front(front[1])
            text = text[front.end() :]
        listed = with_tables_as_lists(clean(text))
        self._lines = (0, *listed.lines)
        self._listed = listed
        self._blocks = blocks_of(listed.text)
        self._text = self._blocks.text

    def read(self) -> Imported:
        """Returns the debate."""
        listed = without_level_bullets(read_outline(self._text))
        outlined = self._numbered(_without_group_headings(listed, self._text))
        if not outlined.entries and not self._title and not _HEADING.match(self._text):
            problem = "expected a list or headings, found neither"
            raise MapError(self._name, problem, place=at(1), advice="The file was not touched.")
        report_remarks(self._assembly, outlined, self._offset)
        nodes = nodes_of_entries(outlined, self._claim, self._offset)
        self._report()
        question = ""
        if nodes and self._has_title(outlined, nodes):
            nodes = without_headings(nodes)
            rest = without_root(nodes) if len(nodes) == 1 else without_title(nodes)
            head = nodes[0].claim
            self._title = self._title or ("" if head.text == UNNAMED else head.text)
            if len(rest) < len(nodes):
                question, left = _question(head.note)
                if left:
                    self._assembly.lose("notes of the title", nodes[0].place)
            nodes = rest
        self._report_tables(nodes)
        theses = add_nodes(self._assembly, with_references(without_headings(nodes)))
        debate = debate_with(self._assembly, self._title, theses, question=question)
        return self._assembly.imported(debate)

    def _numbered(self, outlined: Outlined) -> Outlined:
        """Returns claims with the lines of the file, of which those of a table became lists."""
        of_file = self._lines.__getitem__
        entries = tuple(e._replace(line=of_file(e.line)) for e in outlined.entries)
        remarks = (r._replace(lines=tuple(map(of_file, r.lines))) for r in outlined.remarks)
        return outlined._replace(entries=entries, remarks=tuple(remarks))

    def _read_front(self, front: str) -> None:
        found = _TITLE.search(front)
        self._title = found[1] if found else ""
        for number, line in enumerate(front.split("\n"), 2):
            if line.strip() and not line.startswith("title:"):
                self._assembly.lose("lines of front matter", at(number))

    def _has_title(self, outlined: Outlined, nodes: list[TreeNode]) -> bool:
        tops = sum(node.parent is None for node in nodes)
        text = self._text.lstrip("\n")
        first = self._lines[len(self._text) - len(text) + 1]
        is_first = outlined.entries[0].line == first
        return tops == 1 and is_first and _HEADING.match(text) is not None

    def _claim(self, written: str, note: str) -> Claim:
        words = tags_and_words(self._with_addresses(written))
        footnoted = without_footnotes(words.text, self._blocks.footnotes)
        inline = read_inline(footnoted.text)
        self._cited.update(footnoted.feet)
        feet = [read_inline(self._with_addresses(foot)) for foot in footnoted.feet.values()]
        links = (*words.links, *inline.links, *(link for foot in feet for link in foot.links))
        refs = dict.fromkeys(self._assembly.link_source(*link) for link in links)
        note = unescaped(self._with_addresses(note))
        remarks = filter(None, (note, *(foot.text for foot in feet)))
        return Claim(
            inline.text, note="\n".join(remarks), tags=words.tags,
            sources=tuple(Citation(ref) for ref in refs),
        )  # fmt: skip

    def _with_addresses(self, text: str) -> str:
        found = with_addresses(text, self._blocks.links)
        self._linked |= found.labels
        return found.text

    def _report(self) -> None:
        """Says what of the blocks the claims do not have."""
        blocks = self._blocks
        for kind, lines in (("boxes of tasks", blocks.boxes), ("comments", blocks.comments)):
            for line in lines:
                self._assembly.lose(kind, at(self._lines[line] + self._offset))
        for label in sorted(blocks.footnotes.keys() - self._cited):
            self._assembly.lose("footnotes", f"[^{label}]")
        for label in sorted(blocks.links.keys() - self._linked):
            self._assembly.lose("addresses that no link names", f"[{label}]")

    def _report_tables(self, nodes: list[TreeNode]) -> None:
        """Says what of tables is left out, and which are notes of a claim."""
        for kind, line, name in self._listed.left_out:
            place = at(line + self._offset)
            self._assembly.lose(kind, f"{place}: {name}" if name else place)
        places = {node.place for node in nodes}
        starts = [n for n in self._lines[1:] if at(n + self._offset) in places]
        first = min(starts, default=len(self._lines))
        for line, rows in self._listed.others:
            place = f"{at(line + self._offset)}, {rows:,} row{'' if rows == 1 else 's'}"
            self._assembly.lose("tables", place, "became notes" if line > first else "")


def _without_group_headings(outlined: Outlined, text: str) -> Outlined:
    """Returns claims without "Pros" and "Cons" above them, which every list may have."""
    grouped = without_group_headings(outlined, text, stands_alone=True)
    return grouped._replace(remarks=outlined.remarks)


def _question(note: str) -> tuple[str, str]:
    """Returns the question in the note of a title, and what else that says."""
    first, _, rest = note.partition("\n")
    return (first.removeprefix(QUESTION), rest) if first.startswith(QUESTION) else ("", note)
