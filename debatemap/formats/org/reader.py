"""An Org file as a tree of claims."""

import re
from collections.abc import Sequence
from textwrap import dedent
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Source
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.format import Imported
from debatemap.formats.indented.level_bullets import LEVEL_BULLETS, alternates
from debatemap.formats.org.body import body_of, note_in
from debatemap.formats.org.lists import Listed, list_nodes, signs_in
from debatemap.formats.org.org_heading import written_as
from debatemap.formats.org.sections import OrgFile, Section, sections_of
from debatemap.formats.text_input import at, line_text_of
from debatemap.formats.tree.attributes import json_object, json_value, with_attributes
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import without_headings
from debatemap.formats.tree.stance_words import stance_of_heading

__all__ = ["read_org"]

_LINK: Final = re.compile(
    r"\[\[((?:https?|ftp|mailto|file|id|doi):[^\]\[]+)\](?:\[([^\]\[]*)\])?\]"
)
_MARK: Final = "debatemap"
_OWN: Final = ("id", "custom_id", "text", "note")
_READ: Final = frozenset((
    _MARK, "title", "todo", "seq_todo", "typ_todo", "startup", "options", "property", "language",
))  # fmt: skip


def read_org(data: bytes, name: str) -> Imported:
    """Returns the debate of an Org file.

    Raises:
        MapError: It is no text, or has neither a heading nor a list.
    """
    text = line_text_of(data, name)
    found = sections_of(text)
    nodes_before = list_nodes(found.before, is_asked=True)
    if not found.sections and not nodes_before.nodes and _MARK not in found.settings:
        problem = "expected headings such as `* …` or a list, found none"
        raise MapError(name, problem, place=at(1), advice="The file was not touched.")
    return _File(found).read()


class _File:
    """The sections of a file as they become nodes."""

    def __init__(self, found: OrgFile) -> None:
        self._found = found
        self._is_ours = _MARK in found.settings
        bodies = (found.before, *(section.body for section in found.sections))
        self._reads_signs = not alternates(sign for body in bodies for sign in signs_in(body))
        self._assembly = Assembly()
        self._sources: dict[str, str] = {}
        self._nodes: list[TreeNode] = []

    def read(self) -> Imported:
        """Returns the debate."""
        settings, assembly = self._found.settings, self._assembly
        given = json_object(settings.get(_MARK, "{}"))
        if given is None:
            assembly.repair("fields of the map", _MARK, "left out, as they are no JSON")
        for setting in settings.keys() - _READ:
            assembly.lose("settings of the file", setting)
        for number in self._found.comments:
            assembly.lose("comments", at(number))
        self._read_before()
        self._read_sections()
        nodes = self._nodes if self._is_ours else without_headings(self._nodes, tops=True)
        theses = add_nodes(assembly, nodes)
        given = given or {}
        title = settings.get("title", "")
        exact = given.pop("title", title)
        if isinstance(exact, str) and " ".join(exact.split()) == title:
            title = exact
        debate = debate_with(assembly, title, theses, given)
        return assembly.imported(debate)

    def _read_before(self) -> None:
        """Reads a list in front of the first heading; other lines there are left out."""
        listed = self._listed(self._found.before, is_asked=True)
        self._add_list(listed.nodes, None)
        for number, _ in listed.rest:
            self._assembly.lose("lines in front of the first heading", at(number))

    def _listed(self, lines: Sequence[tuple[int, str]], *, is_asked: bool) -> Listed:
        """Returns the lists in some lines, and reports what was guessed and left out."""
        listed = list_nodes(lines, is_asked=is_asked, reads_signs=self._reads_signs)
        for number in listed.mixed:
            self._assembly.repair("indents of tabs and spaces", at(number), "a tab counts as 8")
        for number in listed.bare:
            self._assembly.repair(LEVEL_BULLETS.kind, at(number), LEVEL_BULLETS.becomes)
        for number in listed.boxes:
            self._assembly.lose("boxes of tasks", at(number))
        return listed

    def _read_sections(self) -> None:
        opened: list[tuple[int, int]] = []
        commented = 0
        for section in self._found.sections:
            level = section.heading.level
            if commented and level > commented:
                continue
            commented = 0
            if section.heading.words.split(" ", 1)[0] == "COMMENT" and not self._is_ours:
                self._assembly.lose("headings that are commented out", at(section.line))
                commented = level
                continue
            while opened and opened[-1][0] >= level:
                opened.pop()
            if level > (opened[-1][0] if opened else 0) + 1:
                self._assembly.repair("levels skipped", at(section.line), "read as one level below")
            parent = opened[-1][1] if opened else None
            opened.append((level, len(self._nodes)))
            self._add_section(section, parent)

    def _add_section(self, section: Section, parent: int | None) -> None:
        for kind in section.lost:
            self._assembly.lose(kind, at(section.line))
        body, items = section.body, list[TreeNode]()
        if not self._is_ours:
            heads = stance_of_heading(section.heading.words)
            listed = self._listed(body, is_asked=heads is not None)
            body, items = listed.rest, listed.nodes
        note = note_in(line for _, line in body)
        # Emacs long indented bodies as far as their headings.
        note = note if self._is_ours else dedent(note)
        self._nodes.append(self._node(section, note, parent))
        self._add_list(items, len(self._nodes) - 1)

    def _node(self, section: Section, note: str, parent: int | None) -> TreeNode:
        place, heading = at(section.line), section.heading
        own = {name.lower(): _value(value) for name, value in section.properties.items()}
        text = own.get("text")
        written = written_as(section.rest, text) if text is not None else None
        heading = written or heading
        exact = own.get("note", note)
        claim = Claim(heading.words, exact if body_of(exact) == note else note, heading.tags)
        key = own.get("id") or own.get("custom_id", "")
        node = TreeNode(
            claim, parent, heading.stance, key, of_step=heading.is_undercut,
            same_as=heading.same_as, name=key or heading.words, place=place,
        )  # fmt: skip
        if written is None and not node.same_as:
            node = self._with_links(node)
        given = {
            name: _value(value)
            for name, value in section.properties.items()
            if name.lower() not in _OWN
        }
        keep = {"todo": heading.keyword, "priority": heading.priority}
        node, odd = with_attributes(node, given, {name: v for name, v in keep.items() if v})
        for name in odd:
            self._assembly.repair("properties that cannot be read", f"{place}: {name}", "left out")
        return node

    def _with_links(self, node: TreeNode) -> TreeNode:
        """Returns a node whose words have no links: addresses become sources."""
        refs: list[str] = []

        def replaced(found: re.Match[str]) -> str:
            address, words = found[1], found[2] or found[1]
            if address.startswith("id:"):
                self._assembly.lose("links between headings", node.place)
            else:
                refs.append(self._source(Source(title=clean(words), url=clean(address))))
            return words

        text = _LINK.sub(replaced, node.claim.text)
        cited = tuple(Citation(ref) for ref in dict.fromkeys(refs))
        return node._replace(claim=node.claim._replace(text=text, sources=cited))

    def _source(self, source: Source) -> str:
        if source.url not in self._sources:
            named = source._replace(title="") if source.title == source.url else source
            self._sources[source.url] = self._assembly.add_source("", named)
        return self._sources[source.url]

    def _add_list(self, items: list[TreeNode], parent: int | None) -> None:
        """Adds the items of a list under a heading."""
        start = len(self._nodes)
        for item in items:
            above = parent if item.parent is None else start + item.parent
            self._nodes.append(self._with_links(item._replace(parent=above)))


def _value(value: str) -> str:
    """Returns a property's value, which is JSON where it could not stand on one line."""
    read = json_value(value) if value.startswith('"') else value
    return read if isinstance(read, str) else value
