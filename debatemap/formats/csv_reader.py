"""A debate from a table: the one that this program writes, or one made by hand."""

import re
from collections.abc import Mapping
from typing import Final

from debatemap.core.fields import plain_fields
from debatemap.core.model import Citation, Claim, Source, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.csv_table import Row, read_table
from debatemap.formats.format import Imported
from debatemap.formats.text_input import at
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.stance_words import marked, stance_of_words

__all__ = ["read_claims"]

_OURS: Final = ["id", "link", "target", "stance"]
_QUOTED: Final = re.compile(r"'(?='*\s*[=+\-@＝＋－＠])")  # noqa: RUF001  (wide forms are run too)
"""The apostrophe that this program puts in front of what a spreadsheet would run."""
_UNDERCUTS: Final = ("undercut", "undercuts")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)+\.?")
_URL: Final = re.compile(r"https?://\S+")


def read_claims(data: bytes, name: str) -> Imported:
    """Returns the debate of a table.

    Raises:
        MapError: It is no table of claims.
    """
    table = read_table(data, name)
    assembly = Assembly()
    for line in table.long:
        assembly.lose("cells without a head", at(line))
    stem = re.split(r"[/\\]", name)[-1].partition(".")[0]
    reader = _Rows(assembly)
    if table.heads[: len(_OURS)] == _OURS:
        theses = reader.read_ours(table.rows)
    else:
        theses = reader.read_by_hand(table.rows)
    debate = assembly.debate(clean(stem), theses)
    return assembly.imported(debate)


class _Rows:
    """The rows of a table as they become claims."""

    def __init__(self, assembly: Assembly) -> None:
        self._assembly = assembly
        self._sources: dict[str, str] = {}

    def read_ours(self, rows: list[Row]) -> list[str]:
        """Takes in the table that this program writes, and returns its theses."""
        theses: list[str] = []
        keys: dict[str, str] = {}
        steps: dict[str, tuple[list[str], str, str]] = {}
        for row in rows:
            cells = {name: _QUOTED.sub("", cell, count=1) for name, cell in row.cells.items()}
            more = {name: _QUOTED.sub("", cell, count=1) for name, cell in row.more.items()}
            own, link = cells.get("id", ""), more.pop("link", "")
            if own in keys:
                self._assembly.repair("ids used twice", at(row.line), "given new ids")
            for name in ("replies", "places"):
                more.pop(name, None)
            key = self._assembly.add_claim(own, self._claim(cells, more))
            keys.setdefault(own, key)
            stance = cells.get("stance", "")
            if stance == "thesis":
                theses.append(key)
            elif link:
                steps.setdefault(link, ([], stance, cells.get("parent", "")))[0].append(key)
        for link, (premises, stance, target) in steps.items():
            meant: Stance = "supports" if stance_of_words(stance) == "supports" else "attacks"
            self._assembly.add_link(link, premises, meant, keys.get(target, target))
        return theses

    def read_by_hand(self, rows: list[Row]) -> list[str]:
        """Takes in any table of claims, and returns its theses."""
        texts = [clean(row.cells.get("text", "")).strip() for row in rows]
        places = {text: n for n, text in reversed(list(enumerate(texts))) if text}
        ids = {row.cells.get("id", "").strip(): n for n, row in reversed(list(enumerate(rows)))}
        ids.pop("", None)
        is_numbered = not any("parent" in row.cells or "level" in row.cells for row in rows)
        levels: list[tuple[float, int]] = []
        parents: list[int | None] = []
        for n, row in enumerate(rows):
            named = clean(row.cells.get("parent", "")).strip()
            if named:
                parent = ids.get(named, places.get(named))
            elif is_numbered:
                parent = _by_number(row.cells.get("id", ""), ids)
            else:
                parent = self._above(row, n, levels)
            if named and (parent is None or parent == n):
                self._assembly.repair("parents that are not there", at(row.line), "became theses")
                parent = None
            parents.append(parent)
        nodes = self._nodes(rows, texts, parents)
        return add_nodes(self._assembly, nodes)

    def _above(self, row: Row, index: int, levels: list[tuple[float, int]]) -> int | None:
        """Returns the row that one stands under by its level."""
        try:
            level = float(row.cells.get("level", "").strip() or "nan")
        except ValueError:
            return None
        if level != level:  # noqa: PLR0124  (a row without a level)
            return None
        while levels and levels[-1][0] >= level:
            levels.pop()
        above = levels[-1] if levels else None
        levels.append((level, index))
        if above is not None and level - above[0] > 1:
            self._assembly.repair("levels skipped", at(row.line), "read as one level below")
        return above[1] if above else None

    def _nodes(
        self, rows: list[Row], texts: list[str], parents: list[int | None]
    ) -> list[TreeNode]:
        """Returns the rows as nodes, each behind the one that it stands under."""
        below: dict[int | None, list[int]] = {}
        for n, parent in enumerate(parents):
            below.setdefault(parent, []).append(n)
        nodes: list[TreeNode] = []
        waiting: list[tuple[int, int | None]] = [(n, None) for n in reversed(below.get(None, []))]
        seen: set[int] = set()
        rest = iter(range(len(rows)))
        while len(seen) < len(rows):
            if not waiting:
                n = next(n for n in rest if n not in seen)
                self._assembly.repair("rows under each other", at(rows[n].line), "became theses")
                waiting = [(n, None)]
            n, parent = waiting.pop()
            if n in seen:
                continue
            seen.add(n)
            nodes.append(self._node(rows[n], texts[n], parent))
            index = len(nodes) - 1
            waiting += [(child, index) for child in reversed(below.get(n, [])) if child not in seen]
        return nodes

    def _node(self, row: Row, text: str, parent: int | None) -> TreeNode:
        said = row.cells.get("stance", "").strip()
        found = marked(text)
        undercuts = said.lower() in _UNDERCUTS or (not said and found.is_undercut)
        claim = self._claim({**row.cells, "text": text if said else found.text}, row.more)
        return TreeNode(
            claim, parent, stance_of_words(said) if said else found.stance,
            row.cells.get("id", "").strip(), of_step=undercuts, place=at(row.line),
        )  # fmt: skip

    def _claim(self, cells: Mapping[str, str], more: Mapping[str, str]) -> Claim:
        fields = {field.label: field.name for field in plain_fields()}
        known = {fields[name]: clean(cell) for name, cell in more.items() if name in fields}
        extra = {f"x-{clean(n)}": clean(cell) for n, cell in more.items() if n not in fields}
        cited = (self._source(each) for each in _cited(cells.get("sources", "")))
        claim = Claim(
            clean(cells.get("text", "")), clean(cells.get("note", "")),
            tuple(filter(None, (clean(tag).strip().removeprefix("#")
                                for tag in cells.get("tags", "").split(",")))),
            clean(cells.get("author", "")), clean(cells.get("date", "")),
            tuple(Citation(ref) for ref in dict.fromkeys(cited)), extra,
        )  # fmt: skip
        return claim._replace(**known)  # type: ignore[arg-type]  # fields of texts

    def _source(self, words: str) -> str:
        if words not in self._sources:
            found = _URL.search(words)
            title = words.replace(found[0], "").strip(" ,:()") if found else words
            made = Source(title=clean(title), url=clean(found[0]) if found else "")
            self._sources[words] = self._assembly.add_source("", made)
        return self._sources[words]


def _by_number(number: str, rows: Mapping[str, int]) -> int | None:
    """Returns the row that one stands under by its number, as 1.2 stands under 1."""
    if _NUMBER.fullmatch(number.strip()) is None:
        return None
    above = number.strip().rstrip(".").rpartition(".")[0]
    return next((rows[each] for each in (above, f"{above}.") if each in rows), None)


def _cited(cell: str) -> list[str]:
    return [part for each in re.split(r";|\n", cell) if (part := each.strip())]
