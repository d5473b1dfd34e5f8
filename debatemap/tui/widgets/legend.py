"""What the signs of a row mean: all of them for the help, and those of one row for its details."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.tui.widgets.bars import in_lines
from debatemap.tui.widgets.row_drawing import (
    elsewhere_of,
    is_undercut_below,
    kept_with,
    places_of,
    sign_of,
)
from debatemap.views.outline.row import Part

if TYPE_CHECKING:
    from debatemap.views.outline import Outline, Row

__all__ = ["SIGNS", "SignMeaning", "signs_of"]


class SignMeaning(NamedTuple):
    """A sign, and what it says.

    Attributes:
        sign: As it is drawn.
        words: What it means.
        command: The command that has to do with it.
    """

    sign: str
    words: str
    command: str


SIGNS: Final[tuple[SignMeaning, ...]] = (
    SignMeaning("◆", "Thesis; ◆2 in the first line is the second one", "thesis"),
    SignMeaning("+", "A pro: it supports the claim above", "add_pro"),
    SignMeaning("−", "A con: it attacks the claim above", "add_con"),
    SignMeaning("⊣", "An undercut: it attacks the step, “that does not follow”", "add_undercut"),
    SignMeaning("⊢", "A claim that supports the step: why it follows", "add_backing"),
    SignMeaning("○", "A claim that is linked to nothing yet", "add_unplaced"),
    SignMeaning("⎧ ⎨ ⎩", "Joint premises, which hold only together", "join"),
    SignMeaning("▸ ▾", "Something stands beneath it: folded, unfolded", "toggle"),
    SignMeaning("↺", "The claim stands further up, and is not unfolded again", "inward"),
    SignMeaning("▌ •", "The selected row; a marked one", "mark"),
    SignMeaning("✓", "At the right: the claim is marked", "mark"),
    SignMeaning("¶", "At the right: the claim has a note", "note"),
    SignMeaning("§", "The claim has sources", "sources"),
    SignMeaning("‡", "The claim has a note and sources", "sources"),
    SignMeaning("⊣", "At the right: the fold hides an undercut of the step", "toggle"),
    SignMeaning("×2", "The claim stands in two places", "next_place"),
    SignMeaning("17", "In grey: how many claims the fold hides; 12k is 12,000", "toggle"),
    SignMeaning("↗", "In that column: its branch stands in another map", "go_to_branch"),
    SignMeaning("72", "How far the claim holds, 0 to 100: from 55 for, to 45 against", "why"),
    SignMeaning("━━╸─", "The same as a bar", "strengths"),
    SignMeaning("─━●━─", "Within what it would lie by what people might hold", "why"),
    SignMeaning("~ ┄┄", "It does not settle, as claims go in a circle", "why"),
    SignMeaning("59 → 74", "What has just moved; ▲ and ▼ where there is little room", "why"),
    SignMeaning("≈", "Its words were changed after it was rated", "rate"),
    SignMeaning("= false", "What a what-if assumes; T, F, ∅ where there is little room", "suppose"),
    SignMeaning("step off", "Its step is assumed not to count, or to: ↛ and →", "suppose_no_step"),
    SignMeaning("◦ ✗ ∞", "Grounded labels, by attacks alone: in, out, undecided", "labels"),
    SignMeaning(
        "├━●━┤",
        "How far apart people are: lowest to highest, mean; A, B: of groups",
        "whose",
    ),
    SignMeaning("●", "At the edge: changed since you last looked", "next_unseen"),
    SignMeaning("✱ ≠ → ✗", "At the edge, compared: new, changed, moved, gone", "diff"),
    SignMeaning("…", "At the edge: the fold hides such a claim", "toggle"),
    SignMeaning(
        "+ − !",
        "In the edge column, which is the whole map: more pros, more cons, an unanswered objection",
        "overview",
    ),
    SignMeaning("■ ┄", "In the edge column: a match; as many pros as cons, or neither", "overview"),
    SignMeaning(
        "┏━┓", "In the picture: the selected claim; the lines of its links are lit", "picture"
    ),
    SignMeaning(
        "╭ ├ ╰", "In the picture: joint premises, whose lines meet before one sign", "join"
    ),
    SignMeaning("─●─", "In the picture, on a line: the step that a claim is about", "add_undercut"),
    SignMeaning("┄ ┆", "In the picture: the line to a further place of a claim", "next_place"),
    SignMeaning("▀ ▄ █", "In its corner: the whole picture; what is in sight is lit", "pan_down"),
    SignMeaning(
        "+ − ●",
        "In the picture, zoomed out: each claim is its sign; the last is the selected one",
        "zoom_in",
    ),
    SignMeaning("+ − ⊣ ◆", "In a text: such a claim quotes the passage that begins there", "text"),
    SignMeaning("▌", "In a text: the selected claim quotes it", "text_passage"),
)
"""All signs of rows, from the left to the right, then those of the picture and of texts."""

_STANCES: Final = {
    "+": "pro",
    "−": "con",
    "⊣": "undercut",
    "⊢": "why it follows",
    "◆": "thesis",
    "○": "unplaced",
}
_LINE: Final = 1_000
_WITH_FOLDS: Final = {"", "card", "picture"}
_KEPT: Final = {"¶": "note", "§": "sources", "‡": "note and sources"}


def signs_of(
    outline: "Outline",
    row: "Row",
    view: str = "",
    folded: int | None = None,
    *,
    cells: int = _LINE,
) -> Content:
    """Returns the signs of a row, each with what it means, in a few quiet words.

    Args:
        outline: The outline.
        row: The row.
        view: The name of the view that shows the claim; empty for the outline. The picture has
            signs of its own, and some views no folds.
        folded: How many claims the view folds beneath it; None where it folds as the outline does.
        cells: Those of a line; each sign stands on one with what it means.
    """
    signs = list(_signs(outline, row, folded, folds=view in _WITH_FOLDS))
    if view == "picture":
        signs += _signs_in_picture(outline, row)
    last = len(signs) - 1
    parts = [
        Content.assemble((sign, "$foreground"), " ", words, "," if number < last else "")
        for number, (sign, words) in enumerate(signs)
    ]
    # With a word before them, as hints look alike and are keys.
    parts[0] = Content.assemble("signs: ", parts[0])
    return in_lines(parts, cells, gap=1).stylize_before("$quiet")


def _signs(
    outline: "Outline", row: "Row", folded: int | None, *, folds: bool
) -> Iterator[tuple[str, str]]:
    debate = outline.debate
    sign, _ = sign_of(outline, row)
    yield sign, _STANCES[sign]
    if row.part is not Part.ALONE:
        yield "⎧", "joint premises"
    if row.closes_cycle:
        yield "↺", "stands further up"
    kept = kept_with(debate, row.claim)
    if kept:
        yield kept, _KEPT[kept]
    if elsewhere_of(debate, row.claim):
        yield "↗", "branch in another map"
    if folds and is_undercut_below(outline, row):
        yield "⊣", "undercut in the fold"
    places = places_of(debate, row.claim)
    if places > 1:
        yield f"×{places}", f"in {places} places"
    hidden = folded or 0
    if folded is None and folds and not (row.open or row.closes_cycle):
        hidden = outline.hidden(row)
    if hidden:
        yield f"{hidden:,}", f"claim{'' if hidden == 1 else 's'} in the fold"


def _signs_in_picture(outline: "Outline", row: "Row") -> Iterator[tuple[str, str]]:
    debate = outline.debate
    if row.link is not None and debate.links_into(row.link):
        yield "─●─", "something is said of its step"
    if len(debate.links_from(row.claim)) > 1:
        yield "┄", "to its other places"
