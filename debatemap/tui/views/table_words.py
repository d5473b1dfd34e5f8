"""What a table says in words: its cells, and its rows as sentences."""

from collections.abc import Sequence

from debatemap.core.claim_columns import Column, Value
from debatemap.core.text import SafeText, excerpt
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.sentences import joined, sign_words, standing_words
from debatemap.views.table.table import READING_ORDER, Sorting, Table

__all__ = ["table_head", "table_sentences", "worded"]


def worded(value: Value) -> str:
    """Returns what a cell says."""
    if isinstance(value, float):
        return f"{value:.0f}"
    return f"{value:,}" if isinstance(value, int) else value or ""


def table_head(rows: int, sorting: Sorting) -> str:
    """Returns in a sentence what is listed, and how it is sorted."""
    way = ", the highest first" if sorting.descending else ""
    order = "in reading order" if sorting.column == READING_ORDER else f"by {sorting.column}{way}"
    return f"{rows:,} claim{'' if rows == 1 else 's'}, {order}."


def table_sentences(
    table: Table, columns: Sequence[Column], marking: Marking, claim: str, cells: int
) -> tuple[SafeText, SafeText]:
    """Returns a claim as a sentence, and what the columns tell of it as others.

    Each takes one line of so many cells. The column that the rows are sorted by comes first,
    then the strength; the longest one comes last.
    """
    text, stance = "", ""
    facts: list[str] = []
    first = table.sorting.column
    order = ("text", "stance", first, "strength")

    def place(column: Column) -> tuple[int, bool]:
        known = order.index(column.name) if column.name in order else len(order)
        return known, column.name == "sources"

    for column in sorted(columns, key=place):
        words = worded(table.value(claim, column))
        if column.name == "text":
            text = words
        elif column.name == "stance":
            stance = words.capitalize()
        elif column.name == "strength":
            facts += standing_words(marking.strength(claim))
        elif column.name == "depth" and words.isdecimal():
            facts.append(f"Level {int(words) + 1}")
        elif words and (column.name, words) != ("places", "1"):
            facts.append(f"{column.title.capitalize()} {words}")
    facts += ["Marked"] if claim in marking.marked else []
    facts += sign_words(marking.signs.get(claim))
    told = " ".join(f"{fact}." for fact in facts)
    return excerpt(joined(stance, text, ()), cells), excerpt(told, cells)
