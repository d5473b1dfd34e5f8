"""The text of a web page as a reader sees it: a line for each block.

Nothing of a page but its words is wanted, so that no tree is made of it: what makes one takes a
time that grows with the square of the length, on pages that are made to do so.
"""

import re
from typing import Final

from debatemap.texts.html_tokens import tokens

__all__ = ["text_of_html"]

_UNSEEN: Final = frozenset({"template", "noscript", "title", "svg", "head"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary"}
    | {"table", "tbody", "tfoot", "thead", "tr", "ul", "caption"}
)
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul"})
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")


def text_of_html(page: str) -> str:
    r"""Returns what a web page says, a line for each block and an empty one between paragraphs.

    Examples:
        >>> text_of_html("<h1>Title</h1><p>One &amp; <b>two</b>,\n three.<script>x</script>")
        'Title\n\nOne & two, three.\n'
    """
    reader = _Reader()
    for tag, words in tokens(page):
        if not tag:
            reader.take(words)
        elif tag.startswith("/"):
            reader.end(tag[1:])
        else:
            reader.begin(tag)
    return reader.text()


class _Reader:
    """Gathers the words of a page."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen = ""
        self._depth = 0
        self._pre = 0

    def begin(self, tag: str) -> None:
        """Begins a line where a block begins."""
        if self._unseen == "head" and tag in _BLOCKS:
            self._unseen = ""
        if self._unseen:
            self._depth += tag == self._unseen
            return
        if tag in _UNSEEN:
            self._unseen, self._depth = tag, 1
        elif tag in _BLOCKS:
            self._end_line()
            if tag in _PARAGRAPHS:
                self._end_paragraph()
            self._pre += tag == "pre"
        elif tag in ("td", "th"):
            self._line.append(" ")

    def end(self, tag: str) -> None:
        """Ends a line where a block ends."""
        if self._unseen:
            self._depth -= tag == self._unseen
            if self._depth == 0:
                self._unseen = ""
            return
        if tag in _BLOCKS:
            self._end_line(keep=tag == "pre" and self._pre > 0 and bool("".join(self._line)))
            self._pre = max(0, self._pre - (tag == "pre"))
            if tag in _PARAGRAPHS:
                self._end_paragraph()

    def take(self, data: str) -> None:
        """Takes words; blanks are one, but in what is laid out by them."""
        if self._unseen:
            return
        if self._pre:
            *lines, last = data.split("\n")
            for line in lines:
                self._line.append(line)
                self._end_line(keep=True)
            self._line.append(last)
        else:
            self._line.append(_BLANKS.sub(" ", data))

    def text(self) -> str:
        """Returns what was gathered."""
        self._end_line()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "\n".join([*self._lines, ""]) if self._lines else ""

    def _end_line(self, *, keep: bool = False) -> None:
        line = "".join(self._line)
        self._line.clear()
        if not keep:
            line = _BLANKS.sub(" ", line).strip(" ")
        if line or keep:
            self._lines.append(line)

    def _end_paragraph(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")
