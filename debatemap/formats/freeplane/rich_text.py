"""The text of a node that another program keeps as HTML."""

import re
from collections.abc import Iterator
from typing import Final

from debatemap.formats.xml_input import XmlElement

__all__ = ["elements_in", "links_in", "plain_text", "shown_note"]

_BLOCKS: Final = frozenset({
    "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "tr",
    "ul",
})  # fmt: skip
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def plain_text(element: XmlElement) -> str:
    """Returns the words of HTML: one line a paragraph, blanks as a browser shows them."""
    body = element
    for tag in ("html", "body"):
        body = next(body.named(tag), body)
    lines: list[str] = [""]
    # A block begins and ends a line. None stands for its end.
    waiting: list[XmlElement | str | None] = list(reversed(body.content))
    fresh = True
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            words = _SPACE.sub(" ", each)
            lines[-1] += words.lstrip(" ") if not lines[-1] else words
            fresh = fresh and not words.strip(" ")
        elif each is None or each.tag == "br":
            lines.append("")
            fresh = True
        elif each.tag in _BLOCKS:
            if not fresh:
                lines.append("")
            fresh = True
            waiting += [None, *reversed(each.content)]
        else:
            waiting += reversed(each.content)
    while len(lines) > 1 and not lines[-1].strip(" "):
        lines.pop()
    return "\n".join(line.strip(" ") for line in lines)


def elements_in(element: XmlElement) -> Iterator[XmlElement]:
    """Yields all elements within one, in order."""
    waiting = list(reversed(list(element.children)))
    while waiting:
        each = waiting.pop()
        yield each
        waiting += reversed(list(each.children))


def links_in(element: XmlElement) -> list[tuple[str, str]]:
    """Returns the links in HTML as (words, address)."""
    found = []
    for each in elements_in(element):
        given = {name.lower(): value.strip() for name, value in each.attributes.items()}
        if each.tag == "a" and given.get("href"):
            found.append((_SPACE.sub(" ", each.text()).strip(" "), given["href"]))
    return found


def shown_note(note: str) -> str:
    """Returns what `plain_text` makes of a note that is written as one paragraph a line."""
    lines = [_SPACE.sub(" ", line).strip(" ") for line in note.split("\n")]
    while len(lines) > 1 and not lines[-1]:
        lines.pop()
    return "\n".join(lines)
