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
        as_words: Lines with a number that may be claims, and are words of the claim above.
        as_theses: Lines with a number that may be words of the claim above, and are theses.
    """

    title: str | None
    heads: list[Head]
    footnotes: dict[str, str]
    loose: list[int]
    as_words: Sequence[int] = ()
    as_theses: Sequence[int] = ()


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
    found = _OnLines(lines, first)
    return Heads(title, list(found.heads()), {}, loose, found.as_words, found.as_theses)


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


class _OnLines:
    """Claims that stand behind their number; a line of the text may have a number, too."""

    def __init__(self, lines: Sequence[str], first: int) -> None:
        self._lines, self._first = lines, first
        self._found = [HEAD.fullmatch(line) for line in lines[first:]]
        self._tops = _tops(self._found, first + 1)
        self._known: set[Number] = set()
        self._top = 0
        self._listed: int | None = None
        """The last number of a list in the words of the claim."""
        self.as_words: list[int] = []
        self.as_theses: list[int] = []

    def heads(self) -> Iterator[Head]:
        """Yields the claims."""
        number: Number = ()
        label, words, begin = "", list[str](), 0
        for line, match in enumerate(self._found, self._first + 1):
            if match is None or not self._is_head(match, line):
                words.append(self._lines[line - 1])
                continue
            if self._known:
                yield Head(number, label, _joined(words), begin)
            number, label = number_of(match[1]), (match[2] or "").lower()
            words, begin = [match[3]], line
            if len(number) == 1 and label in ("pro", "con"):
                label, words = "", [self._lines[line - 1].partition(" ")[2].lstrip()]
            self._known.add(number)
            self._top, self._listed = (number[0] if len(number) == 1 else self._top), None
        if self._known:
            yield Head(number, label, _joined(words), begin)

    def _is_head(self, match: re.Match[str], line: int) -> bool:
        """Tells whether a line with a number begins a claim."""
        if not self._known or match[2] or _SEE.match(match[3]):
            return True
        number = number_of(match[1])
        if len(number) == 1:
            return self._is_top(number[0], line)
        before = (*number[:-1], number[-1] - 1)
        follows = number[:-1] in self._known and (number[-1] == 1 or before in self._known)
        if number not in self._known and follows:
            return True
        self.as_words.append(line)
        return False

    def _is_top(self, number: int, line: int) -> bool:
        """Tells whether a line with a number of one part begins a thesis."""
        goes_on = self._listed is not None and number == self._listed + 1
        follows = number == self._top + 1 and not self._lines[line - 2].strip()
        head = self._tops.get(number)
        is_new = (number,) not in self._known
        if is_new and (
            head == line or (not goes_on and (follows if head is None else head > line))
        ):
            if head is None and len(self._tops) < _SEVERAL:
                self.as_theses.append(line)
            return True
        if is_new and head is None and (follows or (self._listed is None and number > self._top)):
            self.as_words.append(line)
        self._listed = number
        return False


_SEVERAL: Final = 2
"""Theses with replies: where there are as many, another one is no surprise."""


def _tops(found: Iterable[re.Match[str] | None], first: int) -> dict[int, int]:
    """Returns the last line that may begin each thesis that has a label, or a reply with one.

    It is 0 where the thesis has a label: none but that line begins it.
    """
    last: dict[int, int] = {}
    tops: dict[int, int] = {}
    for line, match in enumerate(found, first):
        if match is None:
            continue
        number = number_of(match[1])
        if match[2]:
            top = 0 if len(number) == 1 else last.get(number[0], 0)
            tops.setdefault(number[0], top)
        elif len(number) == 1:
            last[number[0]] = line
    return tops


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
