"""XML of other programs, with nothing in it that could harm its reader.

A document type is refused, and with it all entities: expanded, they make gigabytes of some hundred
bytes. Depth and number of elements have limits, and every error has a line and a column.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from debatemap.core.errors import MapError
from debatemap.core.text import clean, excerpt
from debatemap.formats.limits import limits
from debatemap.formats.text_input import at

__all__ = ["GuardedParser", "XmlElement", "attribute", "content", "element_of", "xml_text"]

_UNTOUCHED: Final = "The file was not touched."
_DEEPEST: Final = 10_000
"""Levels of a tree that are read without being asked to: each is kept as one small record."""
_UNFIT: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to hold."""


class GuardedParser:
    """A parser that refuses what could harm its reader.

    Args:
        name: The file, for errors.
        deepest: Elements that may be nested.
        encoding: The encoding of the bytes, whatever they declare; None for what they declare.
        separator: What stands between a name space and a name; None leaves prefixes as they are.
    """

    def __init__(
        self, name: str, deepest: int, *, encoding: str | None = None, separator: str | None = None
    ) -> None:
        self._name, self._deepest, self._depth = name, deepest, 0
        self._start: Callable[[str, dict[str, str]], None] = lambda _tag, _attributes: None
        self._end: Callable[[str], None] = lambda _tag: None
        self._parser = expat.ParserCreate(encoding, separator)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_document_type
        self._parser.StartElementHandler = self._on_start
        self._parser.EndElementHandler = self._on_end

    @property
    def place(self) -> str:
        """Where the parser is."""
        return at(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def parse(
        self,
        data: bytes,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Goes over a document.

        Raises:
            MapError: It is no XML, or holds what must not be read.
        """
        self._start, self._end = start, end
        if text is not None:
            self._parser.CharacterDataHandler = text
        try:
            self._parser.Parse(data, True)  # noqa: FBT003  (the parser takes it so)
        except expat.ExpatError as error:
            place = at(error.lineno, error.offset + 1)
            reason = f"no XML: {expat.ErrorString(error.code)}"
            raise MapError(self._name, reason, place=place, advice=_UNTOUCHED) from None
        except (LookupError, ValueError) as error:
            problem = f"it declares an encoding that cannot be read: {excerpt(str(error))}"
            raise MapError(self._name, problem, advice=_UNTOUCHED) from None

    def _refuse_document_type(self, *_: object) -> None:
        problem = "it declares a document type, which may make it grow without end"
        raise MapError(self._name, problem, place=self.place, advice="Remove its DOCTYPE.")

    def _on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self._deepest:
            problem = f"it is nested in more than {self._deepest:,} elements"
            advice = (
                f"If you trust it, `debatemap --limit depth={2 * self._deepest} …` may read it."
            )
            raise MapError(self._name, problem, place=self.place, advice=advice)
        self._start(tag, attributes)

    def _on_end(self, tag: str) -> None:
        self._depth -= 1
        self._end(tag)


class XmlElement:
    """An element with its attributes, its children in order, and the text between them.

    Attributes:
        tag: Its name, without a prefix, in lower case.
        attributes: Its attributes.
        content: Its children and texts, in order.
        place: Its line and column.
    """

    __slots__ = ("attributes", "content", "place", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], place: str) -> None:
        self.tag = tag.rpartition(":")[2].lower()
        self.attributes = attributes
        self.content: list[XmlElement | str] = []
        self.place = place

    @property
    def children(self) -> "Iterator[XmlElement]":
        """Its children."""
        return (each for each in self.content if isinstance(each, XmlElement))

    def named(self, tag: str) -> "Iterator[XmlElement]":
        """Yields its children of a name."""
        return (each for each in self.children if each.tag == tag)

    def text(self) -> str:
        """Returns all text in it, without tags."""
        found: list[str] = []
        waiting: list[XmlElement | str] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, str):
                found.append(each)
            else:
                waiting += reversed(each.content)
        return "".join(found)


def element_of(data: bytes, name: str) -> XmlElement:
    """Returns the root of a document.

    Raises:
        MapError: It is too large or too deep, no XML, or holds what must not be read.
    """
    limits().check_size(len(data), name)
    # Each element has one, and another where it has an end tag.
    limits().check_count(data.count(b"<") - data.count(b"</"), name)
    root = XmlElement("", {}, "")
    opened = [root]
    parser = GuardedParser(name, max(_DEEPEST, limits().depth))

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = XmlElement(tag, attributes, parser.place)
        opened[-1].content.append(element)
        opened.append(element)

    parser.parse(
        data,
        start,
        lambda _tag: opened.__delitem__(-1),
        lambda text: opened[-1].content.append(text),  # noqa: PLW0108  (the last one changes)
    )
    return next(root.children)


def xml_text(text: str) -> str:
    """Returns a text as XML can hold it."""
    return _UNFIT.sub("", clean(text))


def attribute(name: str, value: str) -> str:
    """Returns an attribute with a space in front of it.

    Examples:
        >>> print(attribute("text", 'a "b" <c>'))
         text='a "b" &lt;c&gt;'
    """
    return f" {name}={quoteattr(xml_text(value))}"


def content(text: str) -> str:
    """Returns a text as it stands between tags."""
    return escape(xml_text(text))
