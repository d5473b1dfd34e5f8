"""Show the table in the outline's place, and sort it."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.text import safe_line
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.table_view import SHOWN, TableView
from debatemap.views.table.table import READING_ORDER, Sorting

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["card", "read", "sort_table", "table"]


def table(context: "MapContext") -> None:
    """Shows all claims as a table, or the outline again."""
    context.feature(Views).show("table")
    shown = context.feature(Views).active
    context.say("All claims as a table." if shown is not None else "The outline.")


def card(context: "MapContext") -> None:
    """Shows the selected claim as a card, or the outline again."""
    context.feature(Views).show("card")


def read(context: "MapContext") -> None:
    """Shows the map as numbered prose, or the outline again."""
    context.feature(Views).show("read")


async def sort_table(context: "MapContext") -> None:
    """Chooses by which column the table is sorted; the same again turns the order round."""
    view = context.feature(Views).active
    if not isinstance(view, TableView):
        return
    choices = [Choice(READING_ORDER, Content("as the outline is read"))]
    choices += [Choice(column.name, Content(safe_line(column.title))) for column in SHOWN]
    chosen = await context.ask(
        ChooserScreen("Sort the table by", lambda typed: fitting(typed, choices))
    )
    if chosen is not None:
        sort_by(context, chosen)


def sort_by(context: "MapContext", column: str) -> None:
    """Sorts the table by a column, or the other way round where it is sorted so already.

    Args:
        context: The open map.
        column: The name of the column; empty for the order in which the outline is read.
    """
    view = context.feature(Views).active
    if isinstance(view, TableView):
        is_same = view.sorting.column == column and bool(column)
        is_number = any(each.name == column and each.is_number for each in SHOWN)
        descending = not view.sorting.descending if is_same else is_number
        view.sort(Sorting(column, descending))
        way = ", from the highest" if is_number else ", from the end of the alphabet"
        context.say(f"Sorted by {column or 'the order of the outline'}{way if descending else ''}.")
