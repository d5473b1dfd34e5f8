"""The numbered claims of a discussion's text: where each begins and ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.formats.text_input import at

__all__ = ["DEEPEST", "HEAD", "Head", "Heads", "Number", "heads_of", "number_of"]

Number = tuple[int, ...]

DEEPEST: Final = 400
"""Parts of a number."""


class Head(NamedTuple):
    """A claim of the text.

    Attributes:
        number: Its number.
        label: `pro`, `con`, `thesis` or `question`; empty where the line has none.
        text: Its words, on any number of lines.
        line: Its line.
    """

    number: Number
    label: str
    text: str
    line: int


class Heads(NamedTuple):
    """A discussion: its title, claims, and footnotes by their number.

    Attributes:
        title: The title; None where the text does not begin with one.
        heads: The claims, in the order of the lines.
        footnotes: What each footnote says.
        loose: Lines in front of the first claim that are no title.
    """

    title: str | None
    heads: list[Head]
    footnotes: dict[str, str]
    loose: list[int]


HEAD: Final = re.compile(
    r"((?:\d{1,9}\.){1,400})\s+(?:(pro|con|thesis|question)\s*:\s*)?(.*)", re.IGNORECASE
)
_ALONE: Final = re.compile(
    r"( *)((?:\d{1,9}\.){1,400})\s+(pro|con|thesis|question)\s*:\s*", re.IGNORECASE
)
_TOO_DEEP: Final = re.compile(r"^ *(?:\d{1,9}\.){401}", re.MULTILINE)
_TITLE: Final = re.compile(r"\s*discussion (title|name):\s*(.*)", re.IGNORECASE)
_SEE: Final = re.compile(r"->\s*see\s", re.IGNORECASE)
_NOTE: Final = re.compile(r"\s*\[(\d{1,9})\]\s+(.*\S)\s*")


def number_of(digits: str) -> Number:
    """Returns the parts of a number.

    Examples:
        >>> number_of("1.12.")
        (1, 12)
    """
    return tuple(int(part) for part in digits.split(".") if part)


def heads_of(text: str, name: str = "the text") -> Heads:
    """Returns the claims of a discussion in either layout.

    Raises:
        MapError: A number has more parts than are read.
    """
    deep = _TOO_DEEP.search(text)
    if deep is not None:
        place = at(text.count("\n", 0, deep.start()) + 1)
        problem = f"a number goes deeper than {DEEPEST} levels"
        raise MapError(name, problem, place=place, advice="The file was not touched.")
    lines = text.split("\n")
    start, title = _title(lines)
    first = next((n for n in range(start, len(lines)) if HEAD.match(lines[n].lstrip(" "))), start)
    loose = [n + 1 for n in range(start, first) if lines[n].strip()]
    if any(_ALONE.fullmatch(line) for line in lines[first : first + 1]):
        end, footnotes = _footnotes(lines, first)
        return Heads(title, list(_indented(lines, first, end)), footnotes, loose)
    return Heads(title, list(_on_lines(lines, first)), {}, loose)


def _title(lines: Sequence[str]) -> tuple[int, str | None]:
    """Returns where the claims may begin, and the title."""
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    found = _TITLE.fullmatch(lines[first])
    if found is None:
        return first, None
    words = [found[2].strip()]
    if not words[0]:
        # The title stands on the lines below, up to an empty one.
        for line in lines[first + 1 :]:
            if not line.strip() or HEAD.match(line):
                break
            words.append(line.strip())
    return first + len(words), " ".join(filter(None, words))


def _on_lines(lines: Sequence[str], first: int) -> Iterator[Head]:
    """Yields claims that stand behind their number; a line of the text may have a number, too."""
    found = [HEAD.fullmatch(line) for line in lines[first:]]
    leading = {number_of(each[1])[0] for each in found if each and each[2]}
    known: set[Number] = set()
    number: Number = ()
    label, words, begin = "", list[str](), 0
    for line, match in enumerate(found, first + 1):
        if match is not None and _is_head(match, known, leading):
            if known:
                yield Head(number, label, _joined(words), begin)
            number, label = number_of(match[1]), (match[2] or "").lower()
            words, begin = [match[3]], line
            if len(number) == 1 and label in ("pro", "con"):
                label, words = "", [lines[line - 1].partition(" ")[2].lstrip()]
            known.add(number)
        else:
            words.append(lines[line - 1])
    if known:
        yield Head(number, label, _joined(words), begin)


def _is_head(match: re.Match[str], known: set[Number], leading: set[int]) -> bool:
    """Tells whether a line with a number begins a claim."""
    if not known or match[2] or _SEE.match(match[3]):
        return True
    number = number_of(match[1])
    if number in known:
        return False
    if len(number) == 1:
        return number[0] in leading
    before = (*number[:-1], number[-1] - 1)
    return number[:-1] in known and (number[-1] == 1 or before in known)


def _indented(lines: Sequence[str], first: int, end: int) -> Iterator[Head]:
    """Yields claims that stand below their number: it, and what they are, is alone on a line."""
    begins = [n for n in range(first, end) if _ALONE.fullmatch(lines[n])]
    for begin, following in zip(begins, [*begins[1:], end], strict=True):
        match = _ALONE.fullmatch(lines[begin])
        if match is not None:
            pad = match[1]
            words = (line.removeprefix(pad) for line in lines[begin + 1 : following])
            yield Head(number_of(match[2]), match[3].lower(), _joined(words), begin + 1)


def _footnotes(lines: Sequence[str], first: int) -> tuple[int, dict[str, str]]:
    """Returns where the list of sources begins, and what it says."""
    for begin in range(len(lines) - 1, first, -1):
        if lines[begin].strip().lower() == "sources:":
            found = [_NOTE.fullmatch(line) for line in lines[begin + 1 :] if line.strip()]
            if found and None not in found:
                return begin, {each[1]: each[2] for each in found if each}
            break
    return len(lines), {}


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).strip("\n")
