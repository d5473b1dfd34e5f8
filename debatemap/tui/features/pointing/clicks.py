"""Do what a click asks for: on words that lead somewhere, and on the parts of a row."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import excerpt
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.finding.asked import tag_query
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.widgets.clickable import ABOVE, ALL, CLAIM, KEY, TAG, VERDICT, Asked, linked
from debatemap.views.outline.row_parts import RowPart

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["command_of_part", "follow_click"]

_OF_MARKS: Final = {
    "¶": "note",
    "§": "sources",
    "‡": "sources",
    "⊣": "toggle",
    "✓": "mark",
    "×": "next_place",
}
"""The command that a sign in the column of marks leads to."""
_OF_PARTS: Final = {
    RowPart.COUNT: "toggle",
    RowPart.STRENGTH: "why",
    "strength": "why",
    "sources": "sources",
}
"""The command that a part of a row, or a column of the table, leads to."""
_EDITED: Final = frozenset({RowPart.LEFT, RowPart.WORDS, "text"})
"""The parts of a row, or columns of the table, on which two clicks edit the claim."""


def command_of_part(part: str, sign: str, times: int) -> str:
    """Returns the id of the command that a click on a part of a row runs; empty for none.

    Two clicks edit a claim on its words alone. On what leads somewhere the first of two has led
    there already, so that the second one does nothing; the fold mark turns with each.

    Args:
        part: The part of the row, or the column of the table.
        sign: The character that is drawn there.
        times: How often it was clicked.

    Examples:
        >>> command_of_part(RowPart.MARKS, "§", 1), command_of_part(RowPart.MARKS, " ", 1)
        ('sources', '')
        >>> command_of_part(RowPart.WORDS, "a", 1), command_of_part(RowPart.WORDS, "a", 2)
        ('', 'edit_in_place')
    """
    if part == RowPart.FOLD:
        return "toggle"
    if times > 1:
        return "edit_in_place" if part in _EDITED else ""
    if part == RowPart.MARKS:
        return "next_place" if sign.isdigit() else _OF_MARKS.get(sign, "")
    return _OF_PARTS.get(part, "") if part != RowPart.COUNT or sign.strip() else ""


def follow_click(context: "MapContext", wanted: Asked) -> None:
    """Does what the words ask for that were clicked."""
    kind, value = wanted
    if kind == KEY and value in BY_ID:
        context.run_command(BY_ID[value])
    elif kind == KEY:
        context.app.press(value)
    elif kind == ABOVE and context.row is not None:
        context.jump_to(context.outline.path(context.row)[: -int(value)])
    elif kind == CLAIM:
        go_to_claim(context, value)
    elif kind == TAG:
        _filter_by_tag(context, value)
    elif kind == ALL:
        context.feature(Finder).show_all()
    elif kind == VERDICT:
        context.run_beside(_why_of_thesis(context), COMMAND)


def _filter_by_tag(context: "MapContext", tag: str) -> None:
    claims = [key for key, claim in context.session.debate.claims.items() if tag in claim.tags]
    context.feature(Finder).show_only(tag_query(tag), claims)
    count = f"{len(claims):,} claim{'' if len(claims) == 1 else 's'}"
    words = " shown; {key:show_all} shows everything again."
    ends = linked(context.keymap, words)
    context.say(Content.assemble(f"#{excerpt(tag, 40)}: {count}", ends))


async def _why_of_thesis(context: "MapContext") -> None:
    """Says why the verdict is as it is that the line of the title shows."""
    from debatemap.tui.features.judging.why_screen import WhyScreen  # noqa: PLC0415  (it loads much)

    thesis = context.feature(Judging).thesis
    if thesis is not None:
        reached = await context.ask(WhyScreen(context, thesis))
        if reached is not None:
            go_to_claim(context, *reached)
