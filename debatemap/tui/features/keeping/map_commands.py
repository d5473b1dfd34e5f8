"""Open a map beside those that are open, go from one to another, and close one."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.text import excerpt, safe_line, width
from debatemap.tui.dialogs.chooser import Choice
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.keeping.keep_commands import may_leave
from debatemap.tui.features.keeping.map_names import name_of
from debatemap.tui.features.keeping.maps_screen import MapChosen, MapsScreen
from debatemap.tui.features.keeping.start_screen import StartScreen, begin_map

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["close_map", "list_maps", "next_map", "open_map", "previous_map"]

_NAME: Final = 48
"""Cells of a map's name at most."""
_LEAST: Final = 12
_WIDEST: Final = 100
_AROUND: Final = 12
"""Cells of a list that its rows do not have, and of the gap within one."""


async def open_map(context: "MapContext") -> None:
    """Opens another map that is chosen from a list; this one stays open."""
    chosen = await context.ask(StartScreen(is_first=False))
    if chosen is not None:
        session = await begin_map(chosen)
        context.app.open_chosen(chosen, session)


async def list_maps(context: "MapContext") -> None:
    """Lists the open maps, and goes to the one that is chosen or closes it."""
    while True:
        maps = context.app.open_maps
        rows = [
            Choice(MapChosen(number), _row(each, each is context), kind="Open maps")
            for number, each in enumerate(maps)
        ]
        chosen = await context.ask(MapsScreen(rows))
        if chosen is None:
            return
        found = maps[chosen.number]
        if not chosen.closes:
            context.app.bring_to_front(found)
            return
        await close_map(found)
        if found not in context.app.open_maps and found is context:
            return
        context.app.bring_to_front(context)


def next_map(context: "MapContext") -> None:
    """Goes to the map that was opened next after this one."""
    _step(context, 1)


def previous_map(context: "MapContext") -> None:
    """Goes to the map that was opened last before this one."""
    _step(context, -1)


async def close_map(context: "MapContext") -> None:
    """Closes the map; its unsaved edits are asked about."""
    if await may_leave(context):
        context.remember()
        context.session.close()
        context.app.close_map(context)


def _step(context: "MapContext", way: int) -> None:
    maps = context.app.open_maps
    place = (maps.index(context) + way) % len(maps)
    context.app.bring_to_front(maps[place])
    maps[place].say(f"{excerpt(name_of(maps[place]), _NAME)}, map {place + 1} of {len(maps)}")


def _row(context: "MapContext", is_shown: bool) -> Content:  # noqa: FBT001  (one of two ways to draw it)
    session = context.session
    room = min(context.app.size.width, _WIDEST) - _AROUND
    number = len(session.debate.claims)
    facts = [
        safe_line(session.path.name) if session.path is not None else "no file yet",
        "1 claim" if number == 1 else f"{number:,} claims",
        "read-only" if session.read_only else "",
        "changed by another program" if context.feature(FileWatcher).news else "",
        "shown now" if is_shown else "",
    ]
    unsaved = "  ● unsaved" if session.dirty else ""
    told = " · ".join(filter(None, facts))
    name = excerpt(name_of(context), max(_LEAST, min(_NAME, room - width(told) - len(unsaved))))
    told = excerpt(told, max(_LEAST, room - width(name) - len(unsaved)))
    return Content.assemble(name, "  ", (told, "$quiet"), (unsaved, "$warning"))
