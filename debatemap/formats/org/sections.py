"""The lines of an Org file as sections: each a heading with its properties and its body."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from debatemap.formats.org.org_heading import KEYWORDS, Heading, heading_of

__all__ = ["OrgFile", "Section", "sections_of"]

_KEYWORD: Final = re.compile(r"\s*#\+(\w+):(.*)")
_TODO: Final = ("todo", "seq_todo", "typ_todo")
_PROPERTY: Final = re.compile(r"\s*:([^\s:][^\s:]*):(?:\s(.*))?")
_DRAWER: Final = re.compile(r"\s*:([\w-]+):\s*")
_PLANNING: Final = re.compile(r"\s*(?:SCHEDULED|DEADLINE|CLOSED):\s*[<\[]")
_BLOCK: Final = re.compile(r"\s*#\+(begin|end)_(\S+)", re.IGNORECASE)
_END: Final = ":end:"


class Section(NamedTuple):
    """A heading with what stands under it.

    Attributes:
        heading: The heading.
        rest: What stands behind its stars.
        line: Its line.
        properties: Its properties.
        body: The lines of its body, each with its number.
        lost: What in it no map has a place for.
    """

    heading: Heading
    rest: str
    line: int
    properties: dict[str, str]
    body: list[tuple[int, str]]
    lost: list[str]


class OrgFile(NamedTuple):
    """An Org file.

    Attributes:
        settings: What its keywords say, names in lower case; of several the lines together.
        sections: Its sections.
        before: The lines in front of the first heading.
        comments: Lines there that are comments.
    """

    settings: dict[str, str]
    sections: list[Section]
    before: list[tuple[int, str]]
    comments: list[int]


def sections_of(text: str) -> OrgFile:
    """Returns the sections of a file."""
    lines = text.split("\n")
    settings = _settings(lines)
    keywords = {
        *KEYWORDS,
        *(word.partition("(")[0] for name in _TODO for word in settings.get(name, "").split()),
    } - {"|"}
    sections: list[Section] = []
    before: list[tuple[int, str]] = []
    comments: list[int] = []
    for number, line in enumerate(lines, 1):
        heading = heading_of(line, keywords) if line.startswith("*") else None
        if heading is not None:
            sections.append(Section(heading, line.lstrip("*").strip(), number, {}, [], []))
        elif sections:
            sections[-1].body.append((number, line))
        elif line.lstrip().startswith("# "):
            comments.append(number)
        elif line.strip() and not _KEYWORD.fullmatch(line):
            before.append((number, line))
    return OrgFile(settings, [_with_drawers(section) for section in sections], before, comments)


def _settings(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.lstrip().startswith("#+"):
            match = _KEYWORD.fullmatch(line)
            if match is not None:
                found.setdefault(match[1].lower(), []).append(match[2].strip())
    return {name: " ".join(values) for name, values in found.items()}


def _with_drawers(section: Section) -> Section:
    """Returns a section with its properties taken out of its body."""
    body = section.body
    start = 0
    while start < len(body) and _PLANNING.match(body[start][1]):
        section.lost.append("dates of planning")
        start += 1
    if start < len(body) and body[start][1].strip().lower() == ":properties:":
        end = _end_of_drawer(body, start)
        if end is not None:
            for _, line in body[start + 1 : end]:
                found = _PROPERTY.fullmatch(line)
                if line.strip() and (found is None or found[1] in section.properties):
                    section.lost.append("lines of properties")
                if found is not None:
                    section.properties[found[1]] = (found[2] or "").strip()
            start = end + 1
    kept: list[tuple[int, str]] = []
    ends = [n for n, (_, line) in enumerate(body) if line.strip().lower() == _END]
    place, is_block = start, False
    while place < len(body):
        line = body[place][1]
        block = _BLOCK.match(line)
        is_block = block[1].lower() == "begin" if block else is_block
        # A drawer that is never closed is text.
        if not is_block and _DRAWER.fullmatch(line) and line.strip().lower() != _END:
            following = bisect_right(ends, place)
            if following < len(ends):
                section.lost.append("drawers")
                place = ends[following] + 1
                continue
        kept.append(body[place])
        place += 1
    return section._replace(body=kept)


def _end_of_drawer(body: Sequence[tuple[int, str]], start: int) -> int | None:
    return next(
        (n for n in range(start + 1, len(body)) if body[n][1].strip().lower() == _END), None
    )
