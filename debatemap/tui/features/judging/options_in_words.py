"""The options of a question as sentences, one below the other, as for a screen reader."""

from collections.abc import Iterator

from debatemap.core.debate import Debate
from debatemap.core.text import wrap
from debatemap.judge.explain.options import Option, Options, Tradeoff
from debatemap.judge.verdict import percentage
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.features.judging.options_layout import Arranged, Compared, Item, Piece, Role

__all__ = ["arrange_in_words"]

_CURSOR = 1


def arrange_in_words(debate: Debate, found: Compared, cells: int) -> Arranged:
    """Returns the options as sentences, in one column.

    Args:
        debate: The debate.
        found: The options.
        cells: The width.
    """
    items: list[Item] = []
    lines: list[list[Piece]] = []
    for item, said in _sentences(debate, found):
        if item is not None:
            items.append(item)
        number = len(items) - 1 if item is not None else None
        lines += [
            [Piece(cells, [(line, "words")], number)]
            for line in wrap(said, max(1, cells - _CURSOR))
        ]
    return Arranged(items, lines, 1)


def _sentences(debate: Debate, found: Compared) -> Iterator[tuple[Item | None, str]]:
    """Yields each sentence with what the cursor is on there."""
    options = found.options.options
    for number, option in enumerate(options):
        words = words_of(debate, option.thesis)
        said = f"Option {number + 1}: {words} Verdict: {option.verdict.words}."
        yield Item(Role.THESIS, option.thesis, None, number), said
        yield from _strongest(debate, found, option, number)
    if options:
        yield from _divided(debate, found.options)


def _strongest(
    debate: Debate, found: Compared, option: Option, number: int
) -> Iterator[tuple[Item | None, str]]:
    for role, argument in ((Role.PRO, option.pro), (Role.CON, option.con)):
        if argument is None:
            yield None, f"Nothing counts {'for' if role is Role.PRO else 'against'} it."
            continue
        others = len(argument.premises) - 1
        joint = f" with {others:,} joint premise{'s' if others > 1 else ''}" if others else ""
        strength = percentage(found.strengths[argument.weakest])
        words = words_of(debate, argument.weakest)
        yield (
            Item(role, argument.weakest, argument.link, number),
            f"Strongest {role.value}{joint}: {words} Strength {strength} of 100.",
        )


def _divided(debate: Debate, found: Options) -> Iterator[tuple[Item | None, str]]:
    number = {option.thesis: place for place, option in enumerate(found.options, 1)}
    if found.tradeoffs:
        yield None, "What helps one and hurts another, in points of 100:"
    for each in found.tradeoffs:
        item = Item(Role.DIVIDED, each.claim, None, len(found.options))
        yield item, f"{_moves(each, number)}: {words_of(debate, each.claim)}"
    if found.untried or not found.tradeoffs:
        yield None, found.untried or "No claim helps one and hurts another."


def _moves(each: Tradeoff, number: dict[str, int]) -> str:
    """Says how many points a claim moves each option by, the first first."""
    points = sorted((number[key], round(100 * move)) for key, move in each.moves.items())
    said = [
        f"{'helps' if moved > 0 else 'hurts'} option {place} by {abs(moved)}"
        for place, moved in points
        if moved
    ]
    words = ", ".join(said) or "helps one and hurts another, each by less than a point"
    return f"{words[0].upper()}{words[1:]}"
