"""The text of a web page as a reader sees it: a line for each block.

lxml reads the page and tells of its elements one by one. No tree is made of them, as nothing is
wanted but the words.
"""

import re
from typing import Final

__all__ = ["DEEPEST", "TooDeepError", "text_of_html"]

DEEPEST: Final = 1_000
"""How many elements may be open at once. For an end that nothing began the parser looks at each."""
_PART: Final = 1 << 16
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "title", "svg"})
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary"}
    | {"table", "tbody", "tfoot", "thead", "tr", "ul", "caption"}
)
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul"})
_ENDED_AT_ONCE: Final = re.compile(
    r"<(script|style|title|textarea|iframe|noscript|template)\b([^<>]*)/>", re.IGNORECASE
)
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")


class TooDeepError(ValueError):
    """A page has more elements within each other than are read."""


def text_of_html(page: str) -> str:
    r"""Returns what a web page says, a line for each block and an empty one between paragraphs.

    Raises:
        TooDeepError: More than `DEEPEST` elements are open at once.

    Examples:
        >>> text_of_html("<h1>Title</h1><p>One &amp; <b>two</b>,\n three.<script>x</script>")
        'Title\n\nOne & two, three.\n'
    """
    from lxml import etree  # noqa: PLC0415  (only a page needs it)

    reader = _Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    if page.lstrip("\ufeff").startswith("<?xml"):
        # In XHTML an element ends so; in HTML it would take in all that follows.
        page = _ENDED_AT_ONCE.sub(r"<\1\2></\1>", page)
    content = page.encode("utf-8", "replace")
    for at in range(0, len(content) or 1, _PART):
        parser.feed(content[at : at + _PART])
        if reader.depth > DEEPEST:
            raise TooDeepError
    parser.close()
    return reader.text()


class _Reader:
    """Gathers the words of a page; the parser calls what has no underline.

    Attributes:
        depth: How many elements are open.
    """

    def __init__(self) -> None:
        self.depth = 0
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unseen = 0
        self._pre = 0

    def start(self, tag: str, _attributes: object) -> None:
        """Begins a line where a block begins."""
        self.depth += 1
        if tag in _UNSEEN or self._unseen:
            self._unseen += tag in _UNSEEN
        elif tag in _BLOCKS:
            self._end_line()
            if tag in _PARAGRAPHS:
                self._end_paragraph()
            self._pre += tag == "pre"
        elif tag in ("td", "th"):
            self._line.append(" ")

    def end(self, tag: str) -> None:
        """Ends a line where a block ends."""
        self.depth -= 1
        if self._unseen:
            self._unseen -= tag in _UNSEEN
        elif tag in _BLOCKS:
            self._end_line(keep=tag == "pre" and self._pre > 0 and bool("".join(self._line)))
            self._pre = max(0, self._pre - (tag == "pre"))
            if tag in _PARAGRAPHS:
                self._end_paragraph()

    def data(self, data: str) -> None:
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
            self._line.append(data)

    def close(self) -> None:
        """Has nothing to do: `text` tells what was gathered."""

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
