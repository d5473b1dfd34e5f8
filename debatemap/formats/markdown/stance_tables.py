"""Tables of Markdown whose columns are pros and cons, as lists under such items."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from debatemap.formats.markdown.fences import fenced_lines
from debatemap.formats.tree.stance_words import stance_of_heading

__all__ = ["Listed", "with_tables_as_lists"]

_CELL: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = re.compile(r":?-+:?")
_OTHER: Final = re.compile(r"[ \t]*(?:$|#{1,6}[ \t]|>|[-+*][ \t]|`{3}[^`]*$|~{3}|\d{1,9}[.)][ \t])")
"""What ends a table, beside the end of the text: rows need no sign between cells."""
_BREAK: Final = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_BULLET: Final = re.compile(r"(?:[-+*•][ \t]+)?(.*)", re.DOTALL)


class Listed(NamedTuple):
    """A text with lists in the place of such tables.

    Attributes:
        text: The text.
        lines: The line of each of its lines in what it was made of, counted from 1.
        left_out: What of tables the lists do not have: what it is, its line, and its name.
        others: Tables that are no such: the line of each, and how many rows it has.
    """

    text: str
    lines: Sequence[int]
    left_out: Sequence[tuple[str, int, str]] = ()
    others: Sequence[tuple[int, int]] = ()


def with_tables_as_lists(text: str) -> Listed:
    r"""Returns a text in which each column of such a table is a list; a break in a cell parts it.

    Examples:
        >>> with_tables_as_lists("| Pros | Cons |\n|---|---|\n| Quiet | Dear<br>Slow |\n").text
        '- Pros\n  - Quiet\n- Cons\n  - Dear\n  - Slow\n\n'
    """
    made: list[str] = []
    lines: list[int] = []
    left_out: list[tuple[str, int, str]] = []
    others: list[tuple[int, int]] = []
    of_file, at = text.split("\n"), 0
    fenced = fenced_lines(of_file)
    has_words, seen = False, 0
    while at < len(of_file):
        end = at + 1 if fenced[at] else _end_of_table(of_file, at)
        if end > at + 1 and stance_of_heading(_cells(of_file[at])[0]) is None:
            others.append((at + 1, end - at - 2))
            has_words, seen = has_words or any(map(str.strip, made[seen:])), len(made)
            made += (_remark(row) if has_words else "" for row in of_file[at:end])
            lines += range(at + 1, end + 1)
        elif end > at + 1:
            left_out += _left_out(of_file[at:end], at + 1)
            for line, words in _lists_of(of_file[at:end]):
                made.append(words)
                lines.append(at + 1 + line)
        else:
            made.append(of_file[at])
            lines.append(at + 1)
        at = end
    return Listed("\n".join(made), lines, left_out, others)


def _end_of_table(lines: Sequence[str], at: int) -> int:
    """Returns the line after a table that begins at a line; else the next one."""
    heads = _cells(lines[at])
    has_signs = "|" in lines[at] and at + 1 < len(lines) and "|" in lines[at + 1]
    if not has_signs or _OTHER.match(lines[at]):
        return at + 1
    rules = _cells(lines[at + 1])
    is_whole = len(rules) == len(heads) or all(map(stance_of_heading, heads))
    if not is_whole or not all(map(_RULE.fullmatch, rules)):
        return at + 1
    end = at + 2
    while end < len(lines) and not _OTHER.match(lines[end]):
        end += 1
    return end


def _lists_of(table: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yields the lines of the lists, each with the line of the table that it is from."""
    heads = _cells(table[0])
    # A row may have many more cells than the table has columns.
    rows = (_cells(row)[: len(heads)] for row in table[2:])
    for column in zip_longest(heads, *rows, fillvalue=""):
        if stance_of_heading(column[0]) is None:
            continue
        yield 0, f"- {column[0].strip(' *_:')}"
        for row, cell in enumerate(column[1:], 2):
            for part in _BREAK.split(cell):
                found = _BULLET.match(part.strip())
                if found is not None and found[1]:
                    yield row, f"  - {found[1]}"
    yield len(table) - 1, ""


def _remark(row: str) -> str:
    """Returns a row as a line that is a remark on what stands above it."""
    return row if row.lstrip().startswith("|") else f"| {row}"


def _left_out(table: Sequence[str], line: int) -> Iterator[tuple[str, int, str]]:
    """Yields columns that are neither pros nor cons, and rows with more cells than columns."""
    heads = _cells(table[0])
    for head in heads:
        if stance_of_heading(head) is None:
            yield "columns of tables", line, head
    for number, row in enumerate(table[2:], line + 2):
        if any(_cells(row)[len(heads) :]):
            yield "cells without a head", number, ""


def _cells(row: str) -> list[str]:
    """Returns the cells of a row, without the signs at its ends."""
    cells = [cell.strip() for cell in _CELL.split(row.strip())]
    inner = cells[1:] if not cells[0] else cells
    inner = inner[:-1] if inner and not inner[-1] else inner
    return [cell.replace("\\|", "|") for cell in inner or [""]]
