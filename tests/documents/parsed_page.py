"""A page as a parser reads it, with nothing of the writer."""

from html.parser import HTMLParser
from typing import Final

__all__ = ["Element", "parsed"]

_VOID: Final = ("meta", "link", "br")


class Element:
    """An element: its name, attributes, children and texts in order."""

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None") -> None:
        self.name, self.attributes, self.parent = name, attributes, parent
        self.content: list[Element | str] = []

    @property
    def text(self) -> str:
        """All text in it."""
        waiting: list[Element | str] = [*reversed(self.content)]
        found = []
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                found.append(part)
            else:
                waiting += reversed(part.content)
        return "".join(found)

    def all(self, name: str = "", **attributes: str) -> "list[Element]":
        """Returns the elements within of a name, a `kind` (class) or with an attribute."""
        kind = attributes.pop("kind", None)
        found, waiting = [], [*reversed(self.content)]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                continue
            waiting += reversed(part.content)
            has_kind = kind is None or kind in part.attributes.get("class", "").split()
            same = all(part.attributes.get(key) == value for key, value in attributes.items())
            if name in ("", part.name) and has_kind and same:
                found.append(part)
        return found

    def one(self, name: str = "", **attributes: str) -> "Element":
        """Returns the only such element."""
        (found,) = self.all(name, **attributes)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self._here = Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), (tag, attrs)
        element = Element(tag, {name: value or "" for name, value in attrs}, self._here)
        self._here.content.append(element)
        if tag not in _VOID:
            self._here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._here.name == tag, f"</{tag}> within <{self._here.name}>"
        assert self._here.parent is not None
        self._here = self._here.parent

    def handle_data(self, data: str) -> None:
        self._here.content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def close(self) -> None:
        super().close()
        assert self._here is self.root, f"<{self._here.name}> is not closed"


def parsed(data: bytes) -> Element:
    """Returns a page, each element of which must be closed where it should be."""
    parser = _Parser()
    parser.feed(data.decode())
    parser.close()
    return parser.root
