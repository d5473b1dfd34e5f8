"""The first claim of a map: its thesis, asked for as a new map opens, and then the map's title."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.writing.claim_writer import ClaimWriter, Draft
from debatemap.tui.widgets.lines import Gap

if TYPE_CHECKING:
    from debatemap.tui.commands.command import Command
    from debatemap.tui.context import MapContext

__all__ = ["ask_for_thesis", "begin_where_empty", "in_place_of", "is_without_claims"]

_ADDS: Final = frozenset(
    {
        "add_pro", "add_con", "add_undercut", "add_backing", "add_sibling", "add_unplaced",
        "insert_between",
    }
)  # fmt: skip
"""Commands that begin a claim, which in a map without one is its thesis."""


def is_without_claims(context: "MapContext") -> bool:
    """Tells whether an open map has no claim."""
    return not context.session.debate.claims


def in_place_of(command: "Command", context: "MapContext") -> "Command":
    """Returns the command to run for one: in a map without a claim, whatever adds adds a thesis."""
    adds = command.id in _ADDS and is_without_claims(context)
    return BY_ID["add_thesis"] if adds else command


def begin_where_empty(context: "MapContext") -> None:
    """Opens the editor for the thesis of a map that has no claim and may be changed."""
    is_asked = context.asks_for_thesis and not context.session.read_only
    if is_asked and is_without_claims(context):
        ask_for_thesis(context)


def ask_for_thesis(context: "MapContext") -> None:
    """Begins to write the thesis of a map; then the map is given a title, if it has none."""
    heading = Content.assemble(
        ("◆ thesis", "$accent"), ("  What is it about? Say it as one sentence.", "$quiet")
    )

    def apply(text: str) -> Change:
        return edit.add_thesis(context.session.debate, text, signed=context.signature)

    def then(change: Change) -> None:
        new = next(claim for claim, (before, _) in change.claims.items() if before is None)
        context.select_claim(new)
        if not context.session.debate.header.title:
            context.start_command("rename_map")

    context.feature(ClaimWriter).begin(Draft(heading, apply, Gap(0, 0), then=then), "add_thesis")
