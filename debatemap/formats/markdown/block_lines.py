"""The blocks of Markdown as lines of an outline: one line for each item, paragraph and heading.

Lines that go on with a paragraph or an item are put behind it, wherever they begin; underlined
headings get their signs; code and tables become remarks on what stands above. Boxes of tasks,
rules and comments go. Every line keeps its number.
"""

import re
from typing import Final, Literal, NamedTuple

from debatemap.formats.markdown.fences import Fenced, fenced_lines
from debatemap.formats.markdown.named_elsewhere import label_key
from debatemap.formats.tree.stance_words import begins_with_stance, stance_of_heading

__all__ = ["Blocks", "blocks_of"]

_Kind = Literal["item", "text", "quote", "definition", ""]
"""What the next line may go on with; nothing after a blank line or a heading."""

_FENCE: Final = re.compile(r"(?:`{3}|~{3}).*")
_RULE: Final = re.compile(r"(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)\s*")
_HEADING: Final = re.compile(r"(#{1,6})(?:\s|$)")
_ITEM: Final = re.compile(
    r"(?:[-+*•\u2023◦▪\u2013\u2014\u2212_&⊣⊢]|(?:\d{1,9}\.)+\d*|\d{1,9}\))(?:\s|$)"
)
_LIST: Final = re.compile(r"(?:[-+*]|\d{1,9}[.)])\s+\S")
_BOX: Final = re.compile(r"((?:[-+*]|\d{1,9}[.)])\s+)\[[ xX]\][ \t]+(?=\S)")
_DEFINITION: Final = re.compile(r" {0,3}\[(\^?)((?:\\.|[^\]\\])+)\]:[ \t]*(.*)")
_WITHIN: Final = re.compile(r"(?: {4}| {0,3}\t)")
_PARAGRAPH: Final = "\n"
"""What stands between two paragraphs of a footnote."""
_MOST_LEVELS: Final = 6


class Blocks(NamedTuple):
    """A text as lines of an outline.

    Attributes:
        text: The lines, as many as there were.
        footnotes: The words of each footnote by its label.
        links: The address of each link that is named elsewhere, by the key of its label.
        boxes: The lines with a box of a task, counted from 1.
        comments: The lines where a comment begins.
    """

    text: str
    footnotes: dict[str, str]
    links: dict[str, str]
    boxes: list[int]
    comments: list[int]


def blocks_of(text: str) -> Blocks:
    r"""Returns the blocks of a text.

    Examples:
        >>> blocks_of("Trains\n======\n\n-   They go\n    far.\n").text.split("\n")
        ['# Trains', '', '', '-   They go far.', '', '']
    """
    bare, comments = _without_comments(text)
    return _Reader(bare.split("\n"), comments).read()


def _without_comments(text: str) -> tuple[str, list[int]]:
    """Returns a text whose comments are line breaks only, and the lines in which they began."""
    made: list[str] = []
    begun: list[int] = []
    end, line = 0, 1
    while (at := text.find("<!--", end)) >= 0 and (close := text.find("-->", at)) >= 0:
        line += text.count("\n", end, at)
        begun.append(line)
        breaks = text.count("\n", at, close)
        line += breaks
        made += (text[end:at], "\n" * breaks)
        end = close + len("-->")
    return "".join((*made, text[end:])), begun


class _Reader:
    """The lines that were read so far, and what the next may go on with."""

    def __init__(self, lines: list[str], comments: list[int]) -> None:
        self._lines, self._comments = lines, comments
        # They are put together in the end: a paragraph may go on over many lines.
        self._made: list[list[str]] = []
        self._open: _Kind = ""
        self._at = 0
        self._level = 0
        self._footnotes: dict[str, list[str]] = {}
        self._links: dict[str, str] = {}
        self._label = ""
        self._boxes: list[int] = []

    def read(self) -> Blocks:
        """Returns the blocks."""
        for line, fenced in zip(self._lines, fenced_lines(self._lines), strict=True):
            self._made.append([self._read(line, fenced)])
        text = "\n".join(" ".join(parts) for parts in self._made)
        footnotes = {
            label: " ".join(parts).replace(f" {_PARAGRAPH} ", "\n").strip()
            for label, parts in self._footnotes.items()
        }
        return Blocks(text, footnotes, self._links, self._boxes, self._comments)

    def _read(self, line: str, fenced: Fenced) -> str:
        """Takes in a line, and returns what stands in its place."""
        words = line.strip()
        if fenced:
            self._open = ""
            if fenced == "begin":
                # An item may begin with code.
                return _FENCE.sub("", line).rstrip()
            return f"> {words}" if words and fenced == "code" else ""
        if not words:
            self._open = ""
            return ""
        return "" if self._is_of_footnote(line, words) else self._block(line, words)

    def _is_of_footnote(self, line: str, words: str) -> bool:
        """Takes in a further line or paragraph of a footnote; tells whether it is one.

        Behind a blank line it is as far in as what stands within an item of a list.
        """
        if self._label and self._open == "definition" and line[:1].isspace():
            self._footnotes[self._label].append(words)
        elif self._label and not self._open and _WITHIN.match(line):
            self._footnotes[self._label] += (_PARAGRAPH, words)
            self._open = "definition"
        else:
            self._label = ""
            return False
        return True

    def _block(self, line: str, words: str) -> str:
        """Returns what stands in the place of a line that is neither blank nor code."""
        underline = _UNDERLINE.fullmatch(line)
        if underline and self._open == "text":
            self._underline("#" if underline[1].startswith("=") else "##")
            return ""
        if _RULE.fullmatch(words) or self._defines(line):
            self._open = "definition" if self._open == "definition" else ""
            return ""
        heading = _HEADING.match(words)
        if heading:
            self._open, self._level = "", len(heading[1])
            return line
        return self._of_list(line, words)

    def _of_list(self, line: str, words: str) -> str:
        """Returns what stands in the place of a line of a list, a remark or a paragraph."""
        if words.startswith(">"):
            return self._begins("quote", line)
        if _ITEM.match(words):
            return self._begins("item", self._without_box(line, words))
        if words.startswith("|"):
            return f"> {words}" if any(map(any, self._made)) else line
        return self._paragraph(line, words)

    def _underline(self, sign: str) -> None:
        """Makes a heading of the paragraph that a line of signs underlines."""
        first, *rest = self._made[self._at]
        self._made[self._at] = [sign, first.strip(), *rest]
        self._open, self._level = "", len(sign)

    def _paragraph(self, line: str, words: str) -> str:
        if self._goes_on(line, words):
            self._made[self._at].append(words)
            return ""
        bare = words.strip("*_: ")
        is_of_heading = self._level > 0 and not self._open
        if is_of_heading and stance_of_heading(bare) and self._is_above_a_list():
            return f"{'#' * min(self._level + 1, _MOST_LEVELS)} {bare}"
        return self._begins("text", line)

    def _goes_on(self, line: str, words: str) -> bool:
        if not self._open or self._open == "definition" or begins_with_stance(words):
            return False
        # Lines without any mark may be an outline, which Markdown would run together.
        return self._open != "text" or _indent(line) == _indent(self._made[self._at][0])

    def _begins(self, kind: _Kind, line: str) -> str:
        self._open, self._at = kind, len(self._made)
        return line

    def _defines(self, line: str) -> bool:
        """Takes in the words of a footnote or the address of a link; tells whether it is one."""
        found = _DEFINITION.match(line) if self._open in ("", "definition") else None
        if found is None:
            return False
        is_note, label, words = found[1], found[2], found[3].strip()
        if is_note:
            self._footnotes[label], self._label, self._open = [words], label, "definition"
            return True
        address = words.split(maxsplit=1)[0].strip("<>") if words else ""
        if "/" not in address and not address.startswith(("#", "mailto:")):
            return False
        self._links.setdefault(label_key(label), address)
        self._open = ""
        return True

    def _without_box(self, line: str, words: str) -> str:
        found = _BOX.match(words)
        if found is None:
            return line
        self._boxes.append(len(self._made) + 1)
        return _indent(line) + found[1] + words[found.end() :]

    def _is_above_a_list(self) -> bool:
        at = len(self._made) + 1
        following = (self._lines[n] for n in range(at, len(self._lines)))
        below = next((line for line in following if line.strip()), "")
        return _LIST.match(below.strip()) is not None


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
