"""Which lines of Markdown are code between fences, as CommonMark has it."""

import re
from collections.abc import Iterable
from typing import Final, Literal

__all__ = ["Fenced", "fenced_lines"]

Fenced = Literal["", "begin", "code", "end"]
"""Whether a line opens a fence, stands within one, closes one, or none of these."""

_FENCE: Final = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
"""Between backticks there is no backtick: ```` ```npm install``` ```` is code in a paragraph."""
_CLOSING: Final = re.compile(r"`{3,}|~{3,}")
_MARK: Final = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?! )| (?= {4})|$)")
_RULE: Final = re.compile(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
_BLOCKS: Final = (_FENCE, _RULE, re.compile(r"#{1,6}(?:\s.*|$)|>.*"))
_TAB: Final = 4
_MOST_MARKS: Final = 100
"""Marks of items that are read on one line."""


def fenced_lines(lines: Iterable[str]) -> list[Fenced]:
    """Returns for each line what it is.

    Examples:
        >>> fenced_lines(["```npm install``` runs first.", "- ```", "  - no claim", "- b"])
        ['', 'begin', 'code', '']
    """
    fences = _Fences()
    return [fences.of_line(line) for line in lines]


class _Fences:
    """The fence and the items that the next line may stand in."""

    def __init__(self) -> None:
        self._columns: list[int] = []
        """Where the words of each open item begin."""
        self._fence, self._base = "", 0
        self._is_text = False

    def of_line(self, line: str) -> Fenced:
        """Takes in a line, and returns what it is."""
        words = line.strip()
        line = line.expandtabs(_TAB).rstrip()
        column = len(line) - len(line.lstrip())
        if self._fence and not words:
            return "code"
        if self._fence and column >= self._base:
            return self._within(words, column)
        # A fence that is not closed ends with the item that it stands in.
        self._fence = ""
        if not words:
            self._is_text = False
            return ""
        return self._outside(line.lstrip(), column)

    def _within(self, words: str, column: int) -> Fenced:
        is_closed = _CLOSING.fullmatch(words) and words.startswith(self._fence)
        if not is_closed or column >= self._base + _TAB:
            return "code"
        self._fence = ""
        return "end"

    def _outside(self, words: str, column: int) -> Fenced:
        if self._is_text and not _begins_block(words):
            return ""
        while self._columns and self._columns[-1] > column:
            self._columns.pop()
        for _ in range(_MOST_MARKS):
            mark = _MARK.match(words)
            if mark is None or _RULE.fullmatch(words):
                break
            column, words = column + max(mark.end(), 2), words[mark.end() :]
            self._columns.append(column)
        opening = _FENCE.fullmatch(words)
        self._is_text = bool(words) and not any(each.fullmatch(words) for each in _BLOCKS)
        if opening is None:
            return ""
        item = self._columns[-1] if self._columns else 0
        self._fence = opening[1] or opening[2]
        self._base = item if column < item + _TAB else column
        return "begin"


def _begins_block(words: str) -> bool:
    """Tells whether a line begins something else where a paragraph might go on."""
    return _MARK.match(words) is not None or any(each.fullmatch(words) for each in _BLOCKS)
