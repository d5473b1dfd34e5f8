"""Claims that were found, as rows of a list, and one of them in full with its place."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.first_way import first_way
from debatemap.core.text import excerpt, safe, width
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.views.views import row_at
from debatemap.tui.widgets.details import describe_rest
from debatemap.tui.widgets.lit_words import lit_words
from debatemap.tui.widgets.row_drawing import places_of, sign_at
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.views.found.beside_text import words_around

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.core.search_query import Query
    from debatemap.tui.context import MapContext
    from debatemap.tui.features.finding.places_found import PlacesFound
    from debatemap.views.outline.outline import Step

__all__ = ["found_row", "place_of_claim"]

_SIGN: Final = 2
_STRENGTH: Final = 5
"""Cells of a gap and of a strength."""
_PLACES: Final = 5
"""Cells of a gap and of the number of places of a claim that has several."""
_STEPS: Final = 6
"""Steps of a path that are shown at most, the nearest ones."""
_FEW: Final = 4
"""Lines that are too few for more of the way than its last step."""
_MOST: Final = 8_000
"""Characters of a text that are shown."""


def found_row(
    context: "MapContext",
    claim: str,
    query: "Query | None",
    places: "PlacesFound | None",
    cells: int,
) -> Content:
    """Returns a claim as a row: its sign, its words, its strength; and where else it was found.

    Args:
        context: The open map.
        claim: The claim.
        query: The words by which it was found.
        places: Tells where they stand beside its text.
        cells: The width of the row.
    """
    debate = context.session.debate
    link, _ = first_way(debate, claim, context.outline.reading.order)[-1]
    sign, colour = sign_at(debate, link, claim)
    strength = context.feature(Judging).number(claim)
    number = f"{round(100 * strength)}" if strength is not None else ""
    places_told = places_of(debate, claim)
    again = f"×{places_told}".rjust(_PLACES) if places_told > 1 else ""
    room = max(8, cells - _SIGN - _STRENGTH - len(again))
    text = debate.claims[claim].text
    words = words_around(text, query, room) if query is not None else excerpt(text, room)
    blank = " " * max(0, room - width(words))
    if context.app.settings.plain:
        # Signs are words there, and lines have no columns.
        blank, number = " ", number and f"Strength {number}."
        again = again and f"In {places_told} places. "
    line = Content.assemble(
        (sign, f"${colour}"),
        " ",
        lit_words(words, query),
        blank,
        (again, "$quiet"),
        (number.rjust(_STRENGTH), "$quiet"),
    )
    beside = places(claim, cells - _SIGN) if places is not None else None
    if beside is None:
        return line
    around = lit_words(beside.words, query)
    second = Content.assemble(f"  in {beside.part}: “", around, "”").stylize_before("$quiet")
    return Content("\n").join([line, second])


def place_of_claim(
    context: "MapContext", claim: str, query: "Query | None", cells: int, lines: int
) -> Content:
    """Returns the way to a claim, its words and its note in full, and what else is kept with it.

    Args:
        context: The open map.
        claim: The claim.
        query: The words by which it was found.
        cells: The width of a line; each step of the way has one.
        lines: The lines that are in sight; the way takes no more than about a third of them.
    """
    debate = context.session.debate
    path = first_way(debate, claim, context.outline.reading.order)
    row = row_at(path)
    if row is None:
        return Content("")
    sign, colour = sign_at(debate, row.link, claim)
    text = lit_words(safe(debate.claims[claim].text[:_MOST]), query, "bold")
    words = Content.assemble((sign, f"bold ${colour}"), " ", text)
    in_words = context.app.settings.plain
    above = Content("\n").join(_above(debate, path[:-1], cells, lines, in_words=in_words))
    rest = describe_rest(debate, row, context.keymap, sought=query)
    gap = Content("\n" if lines < _FEW else "\n\n")
    return gap.join(part for part in (above, words, rest) if part.plain)


def _above(
    debate: "Debate", path: "Sequence[Step]", cells: int, lines: int, *, in_words: bool
) -> Iterator[Content]:
    """Yields a line for each of the claims above, each a little further in.

    Where a word stands in the place of each sign, it takes its cells as well.
    """
    steps = max(1, min(_STEPS, lines // 3))
    left = len(path) - steps
    if left > 1 and lines >= _FEW:
        yield Content.styled(f"… {left} above", "$quiet")
    if left > 1 or lines < _FEW:
        path = path[-steps:]
    for depth, (link, claim) in enumerate(path):
        sign, colour = sign_at(debate, link, claim)
        sign_cells = len(f"{SIGN_WORDS[sign]} ") if in_words else _SIGN
        words = excerpt(debate.claims[claim].text, max(8, cells - depth - sign_cells))
        yield Content.assemble(" " * depth, (sign, f"${colour}"), " ", (words, "$quiet"))
