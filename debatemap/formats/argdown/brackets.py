"""The tokens of Argdown that are in brackets: titles, links, tags, mentions and data.

Every search that may run far remembers what it found, so that the time is linear in the text.
"""

from bisect import bisect_right
from collections.abc import Callable

from debatemap.formats.argdown import patterns as p
from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.tokens import Token

__all__ = ["Brackets"]


class Brackets:
    """Takes tokens in brackets. Each method returns where its token ends; 0 for no such token."""

    def __init__(self, text: str, add: Callable[[Token], None], *, crlf: bool) -> None:
        self._text, self._size, self._add, self._crlf = text, len(text), add, crlf
        self._found: dict[tuple[str, str], int] = {}
        self._braces: tuple[list[int], list[int]] | None = None

    def titled(self, here: int, sign: str) -> int:
        """Takes a link, a tag, a mention, a definition or a reference."""
        if sign == "#":
            return self._tag(here)
        if sign == "@":
            return self._mention(here)
        if sign == "[":
            after = self._link(here)
            if after:
                return after
        close = "]" if sign == "[" else ">"
        line_end = self.find("\n", here + 1, sign)
        end = self.find(f"{close}:", here + 2, "definition")
        if end < line_end:
            kind = t.STATEMENT_DEFINITION if sign == "[" else t.ARGUMENT_DEFINITION
            self._add((kind, self._text[here + 1 : end], here))
            return end + 2
        end = self.find(close, here + 2, "reference")
        line_end = self.find("\n", here + 2, "reference")
        first = self._text[here + 1 : here + 2]
        is_other = first == "-" or (self._crlf and first == "\n")
        if is_other or end >= self._size or end > line_end:
            return 0
        kind = t.STATEMENT_REFERENCE if sign == "[" else t.ARGUMENT_REFERENCE
        self._add((kind, self._text[here + 1 : end], here))
        return end + 1

    def data(self, here: int) -> int:
        """Takes data in braces: up to the last brace that can close it."""
        if self._braces is None:
            closing = [found.start() for found in p.CLOSING_BRACE.finditer(self._text)]
            self._braces = (closing, [f.start() for f in p.LAST_BRACE.finditer(self._text)])
        closing, last = self._braces
        limit = bisect_right(last, here)
        end = last[limit] if limit < len(last) else self._size
        if self._crlf:
            # The reference implementation lets no data go beyond the end of such a line.
            end = min(end, self.find("\n", here, "data"))
        index = bisect_right(closing, end) - 1
        if index < 0 or closing[index] <= here:
            return 0
        after = closing[index] + 1
        self._add((t.DATA, self._text[here:after], here))
        return after

    def _link(self, here: int) -> int:
        text = self._text
        end = self.find("]", here + 1, "link")
        if end == here + 1 or not text.startswith("](", end):
            return 0
        close = self.find(")", end + 2, "link")
        if close >= self._size or close == end + 2:
            return 0
        return self._with_blank(t.LINK, here, close + 1)

    def _tag(self, here: int) -> int:
        if self._text.startswith("#(", here):
            close = self.find(")", here + 2, "tag")
            if here + 2 < close < self._size:
                return self._with_blank(t.TAG, here, close + 1)
            return 0
        found = p.TAG.match(self._text, here)
        if found is None:
            return 0
        self._add((t.TAG, found[0], here))
        return found.end()

    def _mention(self, here: int) -> int:
        close = {"[": "]", "<": ">"}.get(self._text[here + 1 : here + 2])
        if close is None:
            return 0
        end = self.find(close, here + 3, "mention")
        if end >= self._size or end > self.find("\n", here + 2, "mention"):
            return 0
        return self._with_blank(t.MENTION, here, end + 1)

    def _with_blank(self, kind: int, here: int, end: int) -> int:
        """Takes a token with the blank behind it."""
        end += self._text[end : end + 1] in (" ", "\t")
        self._add((kind, self._text[here:end], here))
        return end

    def find(self, what: str, start: int, use: str) -> int:
        """Returns where something stands next, or the size; `use` asks for rising places only."""
        found = self._found.get((what, use), -1)
        if found < start:
            found = self._text.find(what, start)
            found = self._size if found < 0 else found
            self._found[what, use] = found
        return found
