"""What a table says in words: its cells, and its rows as sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from debatemap.core.claim_columns import WHY, Column, Value
from debatemap.core.debate import Debate
from debatemap.core.queries import places
from debatemap.core.text import SafeText, excerpt, width, wrap
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.sentences import claim_replies, count, joined, sign_words, standing_words
from debatemap.views.table.table import READING_ORDER, Sorting, Table

__all__ = ["cell_words", "lines_of_words", "stance_parts", "table_head", "table_sentences"]

_SORTED: Final = frozenset({"author", "date", "sources"})
"""The columns of which a row tells first what it is sorted by: all others are told near it."""


_WHY: Final = "why"
"""What a claim that says why a step follows is, where there is no room for more words."""
_STANCES: Final = re.compile(f"({WHY}|[a-z]+)")
_COLOURS: Final = {
    "pro": "pro", WHY: "pro", _WHY: "pro", "con": "con", "undercut": "con", "thesis": "accent",
}  # fmt: skip
_HEAD: Final = "Why it follows, depth 9: "
_READ: Final = 4
"""Characters that may stand in a cell: what is cut off anyway is not wrapped."""


def _worded(value: Value) -> str:
    """Returns what a cell says."""
    if isinstance(value, float):
        return f"{value:.0f}"
    return f"{value:,}" if isinstance(value, int) else value or ""


def cell_words(value: Value, column: Column, cells: int) -> str:
    """Returns what a cell says, in shorter words where those of its stances would be cut."""
    words = _worded(value)
    is_cut = column.name == "stance" and width(words) > cells
    return words.replace(WHY, _WHY) if is_cut else words


def stance_parts(stances: str) -> list[tuple[str, str]]:
    """Returns the parts of what a claim is at its places, each with the name of its style."""
    return [(part, _COLOURS.get(part, "quiet")) for part in _STANCES.split(stances)]


def table_head(rows: int, sorting: Sorting) -> str:
    """Returns in a sentence what is listed, and how it is sorted."""
    way = ", the highest first" if sorting.descending else ""
    order = "in reading order" if sorting.column == READING_ORDER else f"by {sorting.column}{way}"
    return f"{rows:,} claim{'' if rows == 1 else 's'}, {order}."


def table_sentences(
    table: Table, columns: Sequence[Column], marking: Marking, claim: str, cells: int, most: int = 1
) -> tuple[list[SafeText], SafeText]:
    """Returns a claim as a sentence, and what the columns tell of it as others.

    The sentence takes a few lines of so many cells at most, the others take one. The column that
    the rows are sorted by comes first, then the strength; what there is no room for is left out as
    a whole, the last first.
    """
    values = {column.name: _worded(table.value(claim, column)) for column in columns}
    titles = {column.name: column.title.capitalize() for column in columns}
    by = table.sorting.column
    depth = f", depth {values['depth']}" if values["depth"] else ""
    head = f"{values['stance'].capitalize()}{depth}"
    facts = [f"{titles[by]} {values[by]}"] if by in _SORTED and values[by] else []
    facts += standing_words(marking.strength(claim))
    facts += ["Marked"] if claim in marking.marked else []
    facts += sign_words(marking.signs.get(claim))
    facts += _counts(table, claim)
    facts += [f"By {values['author']}"] if values["author"] and by != "author" else []
    facts += [values["date"]] if values["date"] and by != "date" else []
    return _wrapped(joined(head, values["text"], ()), cells, most), _fitting(facts, cells)


def lines_of_words(debate: Debate, cells: int, most: int) -> int:
    """Returns how many lines the longest claim of a debate takes in a table of sentences."""
    longest = max(debate.claims.values(), key=lambda claim: len(claim.text), default=None)
    if longest is None:
        return 1
    words = _HEAD + longest.text[: _READ * cells * most]
    return min(most, len(wrap(words, max(1, cells))))


def _wrapped(words: str, cells: int, most: int) -> list[SafeText]:
    """Returns words on so many lines at most; more end in "…"."""
    lines = wrap(words[: _READ * cells * most], max(1, cells))
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], excerpt(" ".join(lines[most - 1 : most + 1]), cells)]


def _counts(table: Table, claim: str) -> Iterator[str]:
    """Yields how many replies, places and sources a claim has, in one part of a sentence."""
    cited, placed = table.debate.claims[claim].sources, len(places(table.debate, claim))
    parts = [claim_replies(table.debate, claim)]
    parts += [count(placed, "places")] if placed > 1 else []
    parts += [count(len(cited), "sources")] if cited else []
    yield ", ".join(parts)


def _fitting(facts: Sequence[str], cells: int) -> SafeText:
    """Returns facts as sentences, as many as fit on a line."""
    for number in range(len(facts), 1, -1):
        told = " ".join(f"{fact}." for fact in facts[:number])
        if width(told) <= cells:
            return excerpt(told, cells)
    return excerpt(f"{facts[0]}.", cells)
