"""The tokens of an Argdown text, as the reference implementation tells them apart.

At each place the kinds of tokens are tried in a fixed order, and the first one that fits is taken.
Indents are counted in characters, of relations and list items only. Every search that may run far
remembers what it found, so that the time is linear in the text.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from debatemap.formats.argdown import patterns as p
from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.brackets import Brackets
from debatemap.formats.argdown.shortcodes import SHORTCODES
from debatemap.formats.argdown.tokens import LexerError, Token

__all__ = ["Lexed", "tokenize"]

_STARTS: Final = frozenset({t.EOF, t.NEWLINE, t.EMPTYLINE})
"""After which tokens a relation, a heading, a number or a list item can stand."""
_CONTROLS: Final = frozenset("@#*_[],.:</>(){};-")


def tokenize(
    text: str,
    *,
    crlf: bool = False,
    shortcodes: Mapping[str, str] = SHORTCODES,
    by_lines: bool = True,
) -> "Lexed":
    """Returns the tokens of a text.

    Args:
        text: The text, with line feeds between lines.
        crlf: Whether the lines of the file end in CR LF, which a comment minds.
        shortcodes: The signs that names between stops or colons stand for.
        by_lines: Whether plain lines are taken at once, which changes nothing but the time.

    Raises:
        LexerError: A character begins nothing.
    """
    lexer = _Lexer(text, shortcodes, crlf=crlf)
    lexer.run(by_lines=by_lines)
    return Lexed(lexer.tokens, lexer.comments, lexer.stray_indents)


class Lexed(NamedTuple):
    """The tokens of a text, the last of which is its end, and what they do not show.

    Attributes:
        tokens: The tokens.
        comments: Where comments begin.
        stray_indents: Where lines begin that are indented between two levels.
    """

    tokens: list[Token]
    comments: list[int]
    stray_indents: list[int]


class _Lexer:
    def __init__(self, text: str, shortcodes: Mapping[str, str], *, crlf: bool) -> None:
        self.tokens: list[Token] = []
        self.comments: list[int] = []
        self.stray_indents: list[int] = []
        self._text, self._size = text, len(text)
        self._add = self.tokens.append
        self._indents = [0]
        self._ranges: list[str] = []
        """Bold and italic text that is open."""
        self._brackets = Brackets(text, self._add, crlf=crlf)
        self._shortcodes = shortcodes
        self._after_empty = p.EMPTY_CRLF_LINES if crlf else p.EMPTY_LINES

    def run(self, *, by_lines: bool) -> None:
        here, size, tokens = 0, self._size, self.tokens
        while here < size:
            last = tokens[-1][0] if tokens else t.EOF
            if by_lines and last in _STARTS:
                after = self._line(here)
                if after:
                    here = after
                    continue
            here = self._token(here, last)
            if tokens and tokens[-1][0] == t.INFERENCE_START:
                here = self._inference(here)
        if tokens and tokens[-1][0] == t.EMPTYLINE:
            tokens.pop()
        self._dedent_all(size)
        tokens.append((t.EOF, "", size))

    def _line(self, here: int) -> int:
        """Takes a whole plain line, and returns where the next one begins; 0 for no such line."""
        found = p.LINE.match(self._text, here)
        if found is None:
            return 0
        indent, sign, title, text, reference, plain = found.groups()
        add, start = self._add, found.start
        if sign is not None:
            width = len(indent)
            if width != self._indents[-1]:
                self._indent(width, here)
            add((t.RELATION, sign, start(2)))
        if title is not None:
            is_statement = title[0] == "["
            kind = t.STATEMENT_DEFINITION if is_statement else t.ARGUMENT_DEFINITION
            add((kind, title[1:-1], start(3)))
            if text:
                add((t.TEXT, text, start(4)))
        elif reference is not None:
            is_statement = reference[0] == "["
            kind = t.STATEMENT_REFERENCE if is_statement else t.ARGUMENT_REFERENCE
            add((kind, reference[1:-1], start(5)))
        else:
            add((t.TEXT, plain, start(6)))
        end = found.end()
        add((t.NEWLINE, "\n", end - 1))
        return end

    def _token(self, here: int, last: int) -> int:
        """Takes the token, or what is passed over, at a place; returns where it ends."""
        text = self._text
        sign = text[here]
        after = 0
        if sign in "</":
            after = self._comment(here, last)
        elif sign in "={\\.:":
            after = self._marked(here, sign)
        elif sign in " \t\n":
            after = self._line_break(here, last)
        if not after and last in _STARTS:
            after = self._line_start(here, last)
        if not after and sign in "*_":
            after = self._emphasis(here, sign)
        elif not after and sign in "[<#@":
            after = self._brackets.titled(here, sign)
        return after or self._plain(here, sign)

    def _plain(self, here: int, sign: str) -> int:
        text = self._text
        if sign in " \t":
            return self._past(p.BLANKS, here)
        if sign in _CONTROLS:
            end = here + 1 + (text[here + 1 : here + 2] in (" ", "\t"))
            self._add((t.TEXT, text[here:end], here))
            return end
        found = p.FREESTYLE.match(text, here)
        if found is None:
            raise LexerError(here, "a backslash at the end of a line escapes nothing")
        self._add((t.TEXT, found[0], here))
        return found.end()

    def _past(self, pattern: re.Pattern[str], here: int) -> int:
        """Returns where a pattern ends that may fit nothing."""
        found = pattern.match(self._text, here)
        return found.end() if found else here

    def _marked(self, here: int, sign: str) -> int:
        """Takes front matter, data, an escaped character or a shortcode."""
        text = self._text
        if sign == "=":
            if not text.startswith("===", here):
                return 0
            found = p.FRONT_MATTER.match(text, here)
            kind = t.FRONT_MATTER
        elif sign == "{":
            return self._brackets.data(here)
        elif sign == "\\":
            found = p.ESCAPED.match(text, here)
            if found is not None:
                self._add((t.TEXT, found[1], here))
            return found.end() if found else 0
        else:
            return self._special(here)
        if found is not None:
            self._add((kind, found[0], here))
        return found.end() if found else 0

    def _special(self, here: int) -> int:
        found = p.SPECIAL.match(self._text, here)
        if found is None:
            return 0
        image = found[0]
        known = self._shortcodes.get(image.rstrip(" \t"))
        if known is not None:
            image = known + (" " if image.endswith(" ") else "")
        self._add((t.TEXT, image, here))
        return found.end()

    def _comment(self, here: int, last: int) -> int:
        text = self._text
        if text.startswith("//", here):
            end = self._brackets.find("\n", here + 2, "line comment")
        elif text.startswith("/*", here):
            end = self._brackets.find("*/", here + 2, "comment") + 2
        elif text.startswith("<!--", here):
            end = self._brackets.find("-->", here + 4, "comment") + 3
        else:
            return 0
        if end >= self._size + (text[here + 1] != "/"):
            return 0
        self.comments.append(here)
        if last == t.EMPTYLINE:
            return self._past(self._after_empty, end)
        found = p.ONE_NEWLINE.match(text, end) if last == t.NEWLINE else None
        return found.end() if found else end

    def _line_break(self, here: int, last: int) -> int:
        text = self._text
        if last != t.EMPTYLINE:
            found = p.EMPTYLINE.match(text, here)
            if found is not None:
                if found.end() < self._size:
                    self._dedent_all(here)
                self._add((t.EMPTYLINE, "", here))
                return found.end()
        found = p.NEWLINE.match(text, here)
        if found is None:
            return 0
        self._add((t.NEWLINE, "\n", here))
        return found.end()

    def _line_start(self, here: int, last: int) -> int:
        """Takes what only stands where a line begins."""
        text = self._text
        if last != t.EMPTYLINE:
            found = p.INFERENCE.match(text, here)
            if found is not None:
                self._dedent_all(here)
                self._add((t.INFERENCE_START, "--", here))
                return found.end()
        found = p.RELATION.match(text, here)
        if found is not None:
            self._indent(len(found[1]), here)
            self._add((t.RELATION, found[2], found.start(2)))
            return found.end()
        found = p.HEADING.match(text, here)
        if found is not None:
            self._add((t.HEADING, found[0], here))
            return found.end()
        found = p.NUMBER.match(text, here)
        if found is not None:
            self._dedent_all(here)
            self._add((t.NUMBER, found[1], found.start(1) - 1))
            return found.end()
        found = p.LIST_ITEM.match(text, here)
        if found is None:
            return 0
        self._indent(len(found[1]) + 1, here)
        kind = t.UNORDERED if found[2] == "*" else t.ORDERED
        self._add((kind, found[2], found.start(2)))
        return found.end()

    def _emphasis(self, here: int, sign: str) -> int:
        text = self._text
        if self._ranges and self.tokens:
            found = p.CLOSERS[self._ranges[-1]].match(text, here)
            if found is not None:
                self._ranges.pop()
                self._add((t.CLOSE, " " if found[0].endswith(" ") else "", here))
                return found.end()
        for pattern, mark in p.OPENERS[sign]:
            found = pattern.match(text, here)
            if found is not None:
                self._ranges.append(mark)
                self._add((t.OPEN, mark, here))
                return found.end()
        return 0

    def _inference(self, here: int) -> int:
        """Takes the tokens of an inference up to its end; returns where that is."""
        while here < self._size:
            sign = self._text[here]
            after = 0
            if sign in "</":
                after = self._comment(here, self.tokens[-1][0])
            elif sign in " \t\n":
                after = self._inference_break(here)
            elif sign in "\\.:{":
                after = self._marked(here, sign)
            elif sign == "-":
                found = p.INFERENCE_END.match(self._text, here)
                if found is not None:
                    self._add((t.INFERENCE_END, found[0], here))
                    return found.end()
            elif sign == ",":
                self._add((t.DELIMITER, ",", here))
                after = here + 1
            here = after or self._plain(here, sign)
        return here

    def _inference_break(self, here: int) -> int:
        found = p.NEWLINE.match(self._text, here)
        if found is None:
            return 0
        self._add((t.NEWLINE, "\n", here))
        return found.end()

    def _indent(self, width: int, here: int) -> None:
        indents = self._indents
        if width > indents[-1]:
            indents.append(width)
            self._add((t.INDENT, "", here))
            return
        while len(indents) > 1 and width < indents[-1]:
            indents.pop()
            self._add((t.DEDENT, "", here))
        if width > indents[-1]:
            self.stray_indents.append(here)

    def _dedent_all(self, here: int) -> None:
        while len(self._indents) > 1:
            self._indents.pop()
            self._add((t.DEDENT, "", here))
