"""Open the menu of what is selected."""

from typing import TYPE_CHECKING, Final

from textual.geometry import Offset

from debatemap.core.text import excerpt, safe
from debatemap.tui.commands.pointer_table import (
    ON_A_CLAIM,
    ON_A_VERDICT,
    ON_THE_MAP,
    ON_THE_TABLE,
)
from debatemap.tui.features.pointing.menu_screen import MenuScreen
from debatemap.tui.features.views.views import Views

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["menu"]

_TITLE: Final = 44
_OF: Final = {
    ON_A_VERDICT: "The verdict",
    ON_THE_MAP: "The map",
    ON_THE_TABLE: "The table",
}


async def menu(context: "MapContext") -> None:
    """Shows what can be done with the selected claim, or with an empty map."""
    at = (context.feature(Views).active or context.view).cursor_offset()
    await show_menu(context, ON_A_CLAIM if context.row is not None else ON_THE_MAP, at)


async def show_menu(context: "MapContext", place: str, at: Offset) -> None:
    """Shows what can be done with a place of the screen, and does what is chosen.

    Args:
        context: The open map.
        place: What the menu is of.
        at: Where on the screen that is.
    """
    title, row = _OF.get(place, ""), context.row
    if place == ON_A_CLAIM and row is not None:
        title = excerpt(safe(context.session.debate.claims[row.claim].text), _TITLE)
    situation = context.situation()
    command = await context.ask(MenuScreen(place, title, context.keymap, situation, at))
    if command is not None:
        context.run_command(command)
