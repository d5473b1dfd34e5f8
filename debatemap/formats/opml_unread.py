"""What an OPML file has beside its claims and has no place in a map."""

from collections.abc import Iterator
from typing import Final

from debatemap.formats.xml_input import XmlElement

__all__ = ["unread_in_file", "unread_in_outline"]

_HEAD: Final = frozenset((
    "title", "debatemap", "expansionstate", "vertscrollstate", "windowtop", "windowleft",
    "windowbottom", "windowright",
))  # fmt: skip
"""Fields of the head that are read, or say how an outliner showed the file."""
_ATTRIBUTES: Final = {
    "_status": "boxes of tasks",
    "created": "dates of outlines",
    "type": "types of outlines",
}


def unread_in_file(root: XmlElement) -> Iterator[tuple[str, str]]:
    """Yields what stands around the outlines, as its kind and its place."""
    for part in root.children:
        if part.tag == "head":
            for field in part.children:
                if field.tag not in _HEAD and field.text().strip():
                    yield "fields of the head", f"{field.place}: {field.tag}"
        elif part.tag == "body":
            yield from _beside_outlines(part)
        else:
            yield "other elements", part.place


def unread_in_outline(element: XmlElement) -> Iterator[tuple[str, str]]:
    """Yields what an outline has beside its words, its note and further fields."""
    given = {name.lower(): value.strip() for name, value in element.attributes.items()}
    for name, kind in _ATTRIBUTES.items():
        if given.get(name):
            yield kind, element.place
    text, title = (given.get(name, "").split() for name in ("text", "title"))
    if text and title and text != title:
        yield "titles beside a text", element.place
    yield from _beside_outlines(element)


def _beside_outlines(element: XmlElement) -> Iterator[tuple[str, str]]:
    for each in element.content:
        if isinstance(each, XmlElement):
            if each.tag != "outline":
                yield "other elements", each.place
        elif each.strip():
            yield "words outside of outlines", element.place
