"""What stands before the words of a line: indentation, a bullet, a number, a stance."""

import re
from typing import Final, Literal, NamedTuple

from debatemap.core.model import Stance
from debatemap.formats.tree.stance_words import AGAINST, FOR, stance_of_heading

__all__ = ["Kind", "Line", "behind_label", "label_of", "lines_of"]

Kind = Literal["plain", "bullet", "number", "heading", "quote"]
"""A line without a mark, of a list, with a number, of a heading, or of a remark on the claim."""


class Line(NamedTuple):
    """A line, taken to pieces.

    Attributes:
        number: Its place in the text, counted from 1.
        indent: The blanks before it.
        kind: What its mark is.
        mark: The mark itself, as `-` or `1.2.`.
        words: The words behind it.
        said: What stands before these and says the stance, as `Con:`.
        stance: What its words say of the stance, as by `Con:`.
        is_undercut: Whether they say that it speaks to the step.
        is_after_blank: Whether the line before it is empty.
        words_at: How far from its indentation its words begin.
    """

    number: int
    indent: str
    kind: Kind
    mark: str
    words: str
    said: str = ""
    stance: Stance | None = None
    is_undercut: bool = False
    is_after_blank: bool = False
    words_at: int = 0

    @property
    def level(self) -> int:
        """How deep a heading or a number says that it stands: 1 for `#` and for `1.`."""
        return self.mark.count("#") or len(self.numbers)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The parts of its number."""
        return tuple(int(part) for part in self.mark.strip(".)").split(".") if part.isdigit())

    @property
    def is_head(self) -> bool:
        """Whether it has a number and only says what follows: `1.2. Con:`."""
        return self.kind == "number" and not self.words


_INDENT: Final = re.compile(r"[ \t\u00a0]*")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*)")
_NUMBER: Final = re.compile(r"((?:\d{1,9}\.){1,200}\d{0,9}|\d{1,9}\))(?:\s+(.*)|$)")
_BULLET: Final = re.compile(r"([-+*•\u2023◦▪\u2013\u2014\u2212_&⊣⊢])(?:\s+(.*)|$)")
_QUOTE: Final = re.compile(r"(>)\s?(.*)")
_SAID: Final[dict[str, Stance | None]] = {
    **dict.fromkeys(FOR, "supports"), **dict.fromkeys(AGAINST, "attacks"),
    "thesis": None, "question": None,
}  # fmt: skip
_STANCE: Final = re.compile(
    rf"[*_\[(]{{0,3}}({'|'.join(_SAID)})[*_\])]{{0,3}}[:\uff1a]{{1,2}}[*_]{{0,3}}(?:\s+|$)",
    re.IGNORECASE,
)
_WIDEST_GAP: Final = 4
_STEPS: Final = frozenset("_⊣⊢")
"""Bullets of what speaks to a step."""


def label_of(stance: Stance | None, *, is_step: bool = False) -> str:
    """Returns what says a stance in front of a claim's words.

    Examples:
        >>> label_of("attacks"), label_of("attacks", is_step=True), label_of(None)
        ('Con:', 'Undercut:', 'Thesis:')
    """
    if stance is None:
        return "Thesis:"
    if stance == "supports":
        return "Pro:"
    return "Undercut:" if is_step else "Con:"


def behind_label(words: str, label: str) -> str:
    """Returns words, behind a label where they begin with one that would be taken for theirs.

    Examples:
        >>> behind_label("Reason: they are broke.", "Con:"), behind_label("It rains.", "Con:")
        ('Con: Reason: they are broke.', 'It rains.')
        >>> behind_label("Arguments against", "Pro:")
        'Pro: Arguments against'
    """
    is_taken = _STANCE.match(words) or stance_of_heading(words)
    return f"{label} {words}" if is_taken else words


def lines_of(text: str) -> list[Line]:
    """Returns the lines of a clean text that hold anything."""
    found: list[Line] = []
    is_after_blank = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            is_after_blank = True
            continue
        found.append(_line(number, line, is_after_blank=is_after_blank))
        is_after_blank = False
    return found


def _line(number: int, line: str, *, is_after_blank: bool) -> Line:
    match = _INDENT.match(line)
    indent = match.group() if match else ""
    whole = line[len(indent) :].rstrip()
    kind, mark, words = _marked(whole)
    read = Line(
        number, indent, kind, mark, words, is_after_blank=is_after_blank,
        words_at=_words_at(whole, mark),
    )  # fmt: skip
    if kind == "quote":
        return read
    said = _STANCE.match(words)
    is_step = mark in _STEPS and kind == "bullet"
    if said is None:
        return read._replace(stance=_of_step(mark), is_undercut=True) if is_step else read
    word, rest = said[1].casefold(), words[said.end() :]
    named = said[0].rstrip()
    is_step = is_step or word == "undercut"
    return read._replace(words=rest, said=named, stance=_SAID[word], is_undercut=is_step)


def _words_at(whole: str, mark: str) -> int:
    """Returns where the words of a line begin; far behind its mark, they are shifted on purpose."""
    gap = len(whole) - len(mark) - len(whole[len(mark) :].lstrip())
    return len(mark) + (gap if 0 < gap <= _WIDEST_GAP else 1) if mark else 0


def _marked(words: str) -> tuple[Kind, str, str]:
    """Returns what kind of line it is, its mark, and the words behind that."""
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("heading", _HEADING), ("number", _NUMBER), ("bullet", _BULLET), ("quote", _QUOTE),
    )  # fmt: skip
    for kind, pattern in kinds:
        match = pattern.fullmatch(words)
        if match is not None:
            words = match[2] or ""
            return kind, match[1], words.rstrip("# \t") if kind == "heading" else words
    return "plain", "", words


def _of_step(mark: str) -> Stance:
    return "supports" if mark == "⊢" else "attacks"
