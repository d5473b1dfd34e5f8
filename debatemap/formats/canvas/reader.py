"""A canvas as a debate: cards are claims, edges are steps."""

import re
from collections.abc import Mapping
from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Claim, Source
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.canvas.stances import is_upside_down, stance_of_edge
from debatemap.formats.format import Imported
from debatemap.formats.limits import misfit
from debatemap.formats.markdown_text import read_inline
from debatemap.formats.text_input import json_of
from debatemap.formats.tree.attributes import claim_of_shape
from debatemap.formats.tree.from_nodes import cleaned_claim
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.stance_words import is_passive

__all__ = ["read_canvas"]

_MARK: Final = "debatemap"
_TITLE: Final = "debatemap_title"
_CARD: Final = frozenset((
    "id", "type", "text", "x", "y", "width", "height", "color", "file", "url", "label", "subpath",
    "background", "backgroundStyle", "styleAttributes", _MARK,
))  # fmt: skip
_EDGE: Final = frozenset((
    "id", "fromNode", "toNode", "fromSide", "toSide", "fromEnd", "toEnd", "label", "color",
    "styleAttributes", _MARK,
))  # fmt: skip


_ENDS: Final = ("fromNode", "toNode")
_HEADING: Final = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*(?:\n|$)")


def read_canvas(data: bytes, name: str) -> Imported:
    """Returns the debate of a canvas.

    Raises:
        MapError: It is no canvas that can be read.
    """
    whole = json_of(data, name)
    if not isinstance(whole, dict):
        raise MapError(name, "expected a canvas, which is a JSON object")
    return _Canvas(whole, name).read()


def _is_blank(card: Mapping[str, Any]) -> bool:
    return card.get("type", "text") == "text" and not str(card.get("text") or "").strip()


def _heading_and_rest(text: str) -> tuple[str, str]:
    """Returns the words of a card and its note: what stands under a heading in it."""
    text = text.strip()
    heading = _HEADING.match(text)
    if heading is None or not heading[1]:
        return text, ""
    return heading[1], text[heading.end() :].strip()


class _Canvas:
    """The cards of a canvas by id, as they become claims."""

    def __init__(self, whole: Mapping[str, Any], name: str) -> None:
        given = whole.get(_MARK)
        self._is_ours = isinstance(given, dict)
        self._given: dict[str, Any] = dict(given) if isinstance(given, dict) else {}
        cards, edges = _records(whole, "nodes", name), _records(whole, "edges", name)
        self._cards = _with_fields(cards, self._given.pop("cards", None))
        self._edges = _with_fields(edges, self._given.pop("edges", None))
        self._joined = {str(edge.get(end)) for edge in self._edges for end in _ENDS}
        self._assembly = Assembly()
        self._keys: dict[str, str] = {}
        self._links: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._stem = re.split(r"[/\\]", name)[-1].partition(".")[0]

    def read(self) -> Imported:
        """Returns the debate."""
        title = self._title()
        for card in self._cards:
            self._add_card(card)
        self._add_edges()
        theses = self._given.pop("theses", None)
        tops = None
        if isinstance(theses, list):
            tops = [self._keys[key] for key in theses if isinstance(key, str) and key in self._keys]
        debate = debate_with(self._assembly, title, tops, self._given)
        return self._assembly.imported(debate)

    def _title(self) -> str:
        for card in self._cards:
            if card.get("id") == _TITLE:
                return str(card.get("label") or "")
        title = self._given.get("title")
        return title if isinstance(title, str) else self._stem

    def _add_card(self, card: Mapping[str, Any]) -> None:
        key, kind = str(card.get("id") or ""), card.get("type", "text")
        place = key or "a card without an id"
        if kind == "group":
            if key != _TITLE:
                self._assembly.lose("groups", place)
            return
        if key in self._keys:
            self._assembly.repair("ids used twice", place, "given new ids")
        if not self._is_ours and key not in self._joined and _is_blank(card):
            self._assembly.repair("cards without words", place, "left out")
            return
        claim = self._claim(card, str(kind), place)
        found = self._assembly.add_claim(key, cleaned_claim(claim))
        self._keys.setdefault(key, found)

    def _claim(self, card: Mapping[str, Any], kind: str, place: str) -> Claim:
        extra = self._extra(card, _CARD, place)
        if kind == "link":
            url = clean(str(card.get("url") or ""))
            return Claim(url, sources=(Citation(self._source("", url)),), extra=extra)
        if kind == "file":
            path = clean(str(card.get("file") or ""))
            self._assembly.repair("cards of files", place, "have the file's name for a text")
            stem = re.split(r"[/\\]", path)[-1].rpartition(".")[0]
            return Claim(stem or path, extra={**extra, "x-file": path})
        words = read_inline(str(card.get("text") or ""))
        refs = dict.fromkeys(self._source(*link) for link in words.links)
        text, note = (words.text, "") if self._is_ours else _heading_and_rest(words.text)
        claim = Claim(
            clean(text), clean(note), sources=tuple(Citation(ref) for ref in refs), extra=extra
        )
        given = card.get(_MARK)
        if not isinstance(given, dict):
            return claim
        read = claim_of_shape(claim, given)
        if read is None:
            self._assembly.repair("fields that cannot be read", place, "left out")
        return read or claim

    def _extra(
        self, record: Mapping[str, Any], known: frozenset[str], place: str
    ) -> dict[str, Any]:
        """Returns the plain fields that a map has no place for; what has parts is told."""
        others = {name: value for name, value in record.items() if name not in known}
        for name, value in others.items():
            if isinstance(value, (dict, list)):
                self._assembly.lose("fields with parts", f"{place}: {clean(name)}")
        return {
            f"x-{clean(name)}": value for name, value in others.items()
            if isinstance(value, (str, bool, int, float))
        }  # fmt: skip

    def _source(self, words: str, url: str) -> str:
        source = Source(title="" if words == url else clean(words), url=clean(url))
        if source.url not in self._sources:
            self._sources[source.url] = self._assembly.add_source("", source)
        return self._sources[source.url]

    def _add_edges(self) -> None:
        """Adds the steps: first those to claims, then those to steps that are there."""
        upside_down = not self._is_ours and is_upside_down(self._edges)
        if upside_down:
            self._assembly.repair(
                "edges from a claim to its replies", "all", "read the other way round"
            )
        groups = self._groups()
        about: dict[str, list[str]] = {}
        for key, edges in groups.items():
            step = _field(edges[0], "step")
            about.setdefault(step if step in groups else "", []).append(key)
        waiting = list(reversed(about.pop("", ())))
        undercuts = [key for key in waiting if self._is_bare_undercut(groups[key][0])]
        waiting = [*reversed(undercuts), *(key for key in waiting if key not in set(undercuts))]
        while waiting:
            key = waiting.pop()
            self._add_step(key, groups[key], upside_down=upside_down)
            waiting += reversed(about.pop(key, ()))
        for key in (key for keys in about.values() for key in keys):
            self._assembly.repair("edges about each other", key, "left out")

    def _groups(self) -> dict[str, list[Mapping[str, Any]]]:
        """Returns the edges of each step by its id."""
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for number, edge in enumerate(self._edges, 1):
            own = str(edge.get("id") or f"edge {number}")
            joined = _field(edge, "joined")
            if not joined and own in groups:
                self._assembly.repair("ids used twice", own, "given new ids")
                own = f"{own} {number}"
            groups.setdefault(joined or own, []).append(edge)
        return groups

    def _is_bare_undercut(self, edge: Mapping[str, Any]) -> bool:
        label = str(edge.get("label") or "").lower()
        return label.startswith("undercut") and not _field(edge, "step")

    def _add_step(self, key: str, edges: list[Mapping[str, Any]], *, upside_down: bool) -> None:
        first = edges[0]
        start, end = ("toNode", "fromNode") if upside_down else ("fromNode", "toNode")
        points_back = first.get("fromEnd") == "arrow" and first.get("toEnd") == "none"
        speaks_back = not upside_down and not self._is_ours
        if points_back or (speaks_back and is_passive(str(first.get("label") or ""))):
            start, end = end, start
        premises = [self._card_of(edge.get(start)) for edge in edges]
        target = self._links.get(_field(first, "step"), "") or self._card_of(first.get(end))
        if self._is_bare_undercut(first):
            target = self._only_step_of(target, key)
        stance = stance_of_edge(first)
        if stance is None:
            self._assembly.repair("edges that do not say for or against", key, "read as pros")
        extra = self._extra(first, _EDGE, key)
        label = clean(str(first.get("label") or ""))
        if len(label.split()) > 1 and not self._is_ours:
            extra["x-label"] = label
        given = first.get(_MARK)
        fields = given.get("fields") if isinstance(given, dict) else None
        extra |= fields if isinstance(fields, dict) and not misfit({"": fields}, "") else {}
        self._links[key] = self._assembly.add_link(
            key, premises, stance or "supports", target, extra
        )

    def _card_of(self, value: object) -> str:
        return self._keys.get(str(value), clean(f"{value}"))

    def _only_step_of(self, claim: str, key: str) -> str:
        found = [k for k, link in self._assembly.links.items() if claim in link.premises]
        if len(found) == 1:
            return found[0]
        self._assembly.repair("undercuts of no or several steps", key, "became cons of the claim")
        return claim


def _field(edge: Mapping[str, Any], name: str) -> str:
    """Returns a text among the fields that this program gives an edge."""
    given = edge.get(_MARK)
    value = given.get(name) if isinstance(given, dict) else None
    return value if isinstance(value, str) else ""


def _with_fields(records: list[dict[str, Any]], fields: object) -> list[dict[str, Any]]:
    """Returns cards or edges with the fields that this program keeps of them elsewhere."""
    if not isinstance(fields, dict):
        return records
    return [
        {**each, _MARK: fields[key]} if (key := str(each.get("id"))) in fields else each
        for each in records
    ]


def _records(whole: Mapping[str, Any], table: str, name: str) -> list[dict[str, Any]]:
    """Returns the cards or the edges of a canvas.

    Raises:
        MapError: They are none.
    """
    found = whole.get(table, [])
    if not isinstance(found, list):
        raise MapError(name, "expected a list", place=table, advice="The file was not touched.")
    for number, each in enumerate(found):
        if not isinstance(each, dict):
            problem = "expected an object with an id"
            raise MapError(
                name, problem, place=f"{table}.{number}", advice="The file was not touched."
            )
    return found
