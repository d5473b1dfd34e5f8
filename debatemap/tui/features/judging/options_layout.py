"""The options of a question in columns: which words stand where, and where the cursor can be."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, width, wrap
from debatemap.judge.band import band
from debatemap.judge.explain.options import Option, Options, Tradeoff, options_of
from debatemap.judge.explain.weighing import Argument
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict, percentage
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.widgets.strength_bar import STYLES, bar

__all__ = ["Arranged", "Compared", "Item", "Line", "Piece", "Role", "arrange", "compared"]

_LEAST: Final = 34
"""Cells of a column: with fewer of them, options stand one below the other."""
_CURSOR: Final = 1
_BAR: Final = 10
_MARK: Final = len("◆9 ")
_NUMBER: Final = 4
_FIGURE: Final = 6
"""Cells of the points by which a claim moves one of the options."""
_PAIR: Final = 10
"""Cells of these points with the option that they are of, where they stand below the words."""
_WORDS: Final = 36
"""Cells that the words of a claim keep beside its points; else these stand below it."""
_FAR: Final = 100
"""Cells beyond which points would stand too far from the words that they belong to."""
_LINES_OF_A_THESIS: Final = 8
_LINES: Final = 5
_READ: Final = 4
"""Characters that may stand in a cell: what is cut off anyway is not wrapped."""

Part = tuple[str, str]
"""Words, and the name of their style."""


class Role(Enum):
    """What a claim is in the comparison."""

    THESIS = "thesis"
    PRO = "pro"
    CON = "con"
    DIVIDED = "divided"


class Item(NamedTuple):
    """What the cursor can be on.

    Attributes:
        role: What it is.
        claim: The claim to go to.
        link: The link of the place to go to, if it stands by one.
        option: Which option it belongs to; of what helps one and hurts another, the next number.
    """

    role: Role
    claim: str
    link: str | None
    option: int


class Piece(NamedTuple):
    """A part of a line: so many cells, and what the cursor is on where it stands there."""

    cells: int
    parts: Sequence[Part]
    item: int | None = None


Line = list[Piece]


class Compared(NamedTuple):
    """The options, and how strong the claims are that are shown of them."""

    options: Options
    strengths: Mapping[str, float]


class Arranged(NamedTuple):
    """The comparison as it is shown.

    Attributes:
        items: What the cursor can be on, option by option, then what divides them.
        lines: The lines.
        columns: How many options stand side by side.
    """

    items: list[Item]
    lines: list[Line]
    columns: int

    def span(self, item: int) -> range:
        """Returns the lines on which an item stands."""
        found = [n for n, line in enumerate(self.lines) if any(p.item == item for p in line)]
        return range(found[0], found[-1] + 1) if found else range(0)


class _Block(NamedTuple):
    """The lines of one item, or of a remark in its place."""

    lines: list[list[Part]]
    item: int | None


def compared(judgement: Judgement) -> Compared:
    """Returns the options of a map and the strengths of their strongest pros and cons."""
    found = options_of(judgement)
    shown = [each.weakest for option in found.options for each in (option.pro, option.con) if each]
    return Compared(found, {claim: judgement.strength(claim) for claim in shown})


def arrange(debate: Debate, found: Compared, cells: int, *, airy: bool) -> Arranged:
    """Returns the options in as many columns as there is room for.

    Args:
        debate: The debate.
        found: The options.
        cells: The width.
        airy: Whether there are lines to spare for headings and gaps.
    """
    options, count = found.options.options, len(found.options.options)
    columns = _columns(count, cells)
    narrowest = (cells - columns + 1) // columns
    said = _verdicts(options, narrowest - _CURSOR - _MARK - _BAR - 2)
    items: list[Item] = []
    lines: list[Line] = []
    for first in range(0, count, columns):
        numbers = range(first, min(first + columns, count))
        room = [narrowest] * len(numbers)
        if len(numbers) == columns:
            room[-1] = cells - (room[0] + 1) * (columns - 1)
        blocks = [
            list(_blocks(debate, found, n, items, said[n], cells=own, airy=airy))
            for n, own in zip(numbers, room, strict=True)
        ]
        lines += [[Piece(cells, ())]] if first else []
        lines += _side_by_side(blocks, room, airy=airy)
    lines += [[Piece(cells, ())], *_divided(debate, found.options, items, cells)] if options else []
    return Arranged(items, lines, columns)


def _columns(count: int, cells: int) -> int:
    """Returns in how many columns so many options stand, as evenly as can be."""
    fitting = max(1, min(count, (cells + 1) // (_LEAST + 1)))
    rows = -(-count // fitting)
    return -(-count // rows) if rows else 1


def _side_by_side(
    columns: Sequence[Sequence[_Block]], room: Sequence[int], *, airy: bool
) -> Iterator[Line]:
    """Yields the lines of options beside each other, the same things on the same lines."""
    for level, row in enumerate(zip(*columns, strict=True)):
        if airy and level:
            yield _beside([Piece(cells, ()) for cells in room])
        for number in range(max(len(block.lines) for block in row)):
            yield _beside(
                [
                    Piece(cells, block.lines[number], block.item)
                    if number < len(block.lines)
                    else Piece(cells, ())
                    for block, cells in zip(row, room, strict=True)
                ]
            )


def _beside(pieces: Sequence[Piece]) -> Line:
    line: Line = []
    for piece in pieces:
        line += [Piece(1, [("│", "guide")]), piece] if line else [piece]
    return line


def _verdicts(options: Sequence[Option], room: int) -> list[str]:
    """Returns the verdicts in words: all as long as there is room for each of them."""
    told = [option.verdict for option in options]
    short = [f"{verdict.side.word}, {verdict.about}" for verdict in told]
    banded = [f"{words}{verdict.band}" for words, verdict in zip(short, told, strict=True)]
    signed = [words.replace("about ", "~") for words in banded]
    for words in ([verdict.words for verdict in told], banded, signed, short):
        if all(width(each) <= room for each in words):
            return words
    return [excerpt(words, max(1, room)) for words in short]


def _blocks(
    debate: Debate,
    found: Compared,
    number: int,
    items: list[Item],
    verdict: str,
    *,
    cells: int,
    airy: bool,
) -> Iterator[_Block]:
    """Yields what is shown of an option: itself, its strongest pro and its strongest con."""
    option = found.options.options[number]
    items.append(Item(Role.THESIS, option.thesis, None, number))
    yield _Block(_thesis(debate, option, number, verdict, cells), len(items) - 1)
    for role, argument in ((Role.PRO, option.pro), (Role.CON, option.con)):
        head: list[list[Part]] = [[(f"strongest {role.value}", "quiet")]] if airy else []
        if argument is None:
            side = "for" if role is Role.PRO else "against"
            remark = excerpt(f"nothing counts {side} it", cells - _CURSOR - 2)
            yield _Block([*head, [("  ", "row"), (remark, "quiet")]], None)
            continue
        items.append(Item(role, argument.weakest, argument.link, number))
        lines = _argument(debate, argument, found.strengths, cells)
        yield _Block([*head, *lines], len(items) - 1)


def _thesis(debate: Debate, option: Option, number: int, said: str, cells: int) -> list[list[Part]]:
    """Returns the lines of a thesis, and beneath them its verdict."""
    sign, verdict = f"◆{number + 1} ", option.verdict
    words = _wrapped(debate, option.thesis, cells - _CURSOR - len(sign) - 1, _LINES_OF_A_THESIS)
    lines = [[(sign, "accent"), (words[0], "top")]]
    lines += [[(" " * len(sign), "row"), (line, "top")] for line in words[1:]]
    style = STYLES.get(verdict.side, "changed")
    return [*lines, [(" " * len(sign), "row"), *_drawn(verdict, style), (f" {said}", style)]]


def _drawn(verdict: Verdict, style: str) -> list[Part]:
    """Returns the interval of a verdict on a line, or its strength as a bar."""
    found = band(verdict, _BAR)
    if found is not None:
        within = f"{found.low}{found.strength}{found.high}"
        return [(found.below, "guide"), (within, style), (found.above, "guide")]
    full, empty = bar(verdict.strength, _BAR) if verdict.range is None else ("", "┄" * _BAR)
    return [(full, style), (empty, "guide")]


def _argument(
    debate: Debate, argument: Argument, strengths: Mapping[str, float], cells: int
) -> list[list[Part]]:
    """Returns the lines of a pro or a con, with its strength at the right of the first."""
    sign, style = ("+ ", "pro") if argument.supports else ("− ", "con")
    others = len(argument.premises) - 1
    joint = f" (with {others:,} joint premise{'s' if others > 1 else ''})" if others else ""
    room = cells - _CURSOR - len(sign) - _NUMBER - 1
    words = _wrapped(debate, argument.weakest, room, _LINES, joint)
    number = f"{percentage(strengths[argument.weakest])}"
    gap = " " * (room - width(words[0]))
    first = [(sign, style), (words[0], "words"), (gap, "row"), (number.rjust(_NUMBER), "quiet")]
    return [first, *([("  ", "row"), (line, "words")] for line in words[1:])]


def _divided(debate: Debate, found: Options, items: list[Item], cells: int) -> Iterator[Line]:
    """Yields the claims that help one option and hurt another, with the points that they move."""
    count = len(found.options)
    beside = cells - _CURSOR - 1 - _FIGURE * count >= _WORDS
    room = min(_FAR, cells - _CURSOR - 1 - (_FIGURE * count if beside else 0))
    if not found.tradeoffs:
        none = found.untried or "No claim helps one and hurts another."
        yield from _remark(none, cells)
        return
    head = excerpt("Helps one and hurts another, in points of 100", room)
    names = "".join(f"◆{n + 1}".rjust(_FIGURE) for n in range(count)) if beside else ""
    yield [Piece(cells, [(head.ljust(room + 1), "quiet"), (names, "accent")])]
    number = {option.thesis: place for place, option in enumerate(found.options)}
    for each in found.tradeoffs:
        items.append(Item(Role.DIVIDED, each.claim, None, count))
        words = _wrapped(debate, each.claim, room - 1, _LINES)
        figures = list(_figures(each, number, count if beside else 0))
        gap = " " * (room - width(words[0])) if beside else ""
        lines = [[(words[0], "words"), (gap, "row"), *(figures if beside else ())]]
        lines += [[(line, "words")] for line in words[1:]]
        lines += [] if beside else _below(figures, room)
        yield from ([Piece(cells, line, len(items) - 1)] for line in lines)
    if found.untried:
        yield from _remark(found.untried, cells)


def _remark(words: str, cells: int) -> Iterator[Line]:
    for line in wrap(words, cells - _CURSOR):
        yield [Piece(cells, [(line, "quiet")])]


def _below(figures: Sequence[Part], room: int) -> list[list[Part]]:
    """Returns the points of options on as many lines as they need below the words."""
    pairs = max(1, (room - 2) // _PAIR)
    rows = (figures[n : n + 2 * pairs] for n in range(0, len(figures), 2 * pairs))
    return [[("  ", "row"), *row] for row in rows]


def _figures(each: Tradeoff, number: Mapping[str, int], columns: int) -> Iterator[Part]:
    """Yields how far a claim moves each option: in columns, or only those that it moves."""
    points = {number[key]: round(100 * move) for key, move in each.moves.items()}
    for place in range(columns) if columns else sorted(points):
        moved = points.get(place, 0)
        words = f"{moved:+d}".replace("-", "−") if moved else "·"
        style = "for" if moved > 0 else "against" if moved < 0 else "quiet"
        if columns:
            yield words.rjust(_FIGURE), style
        else:
            yield f"◆{place + 1} ", "accent"
            yield words.ljust(_PAIR - len(f"◆{place + 1} ")), style


def _wrapped(debate: Debate, claim: str, room: int, most: int, more: str = "") -> list[str]:
    """Returns the words of a claim on at most so many lines."""
    text = words_of(debate, claim)[: room * most * _READ] + more
    lines: list[str] = [*wrap(text, max(1, room))]
    if len(lines) > most:
        lines = [*lines[: most - 1], excerpt(f"{lines[most - 1]} {lines[most]}", room)]
    return lines or [""]
