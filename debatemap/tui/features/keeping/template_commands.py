"""Begin a new map from an open one."""

from typing import TYPE_CHECKING

from debatemap.tui.features.keeping.template_screen import TemplateScreen, begin_new

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["new_map"]


async def new_map(context: "MapContext") -> None:
    """Begins a new map, empty or as a template; this one stays open."""
    chosen = await context.ask(TemplateScreen())
    if chosen is not None:
        session = await begin_new(chosen)
        context.app.open_chosen(chosen, session)
