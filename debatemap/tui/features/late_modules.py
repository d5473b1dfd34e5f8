"""Load what a map opens without once it is drawn, so that no key waits for it.

To load all that the program can do takes as long as all else that comes before the first frame.
"""

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["load_late_modules"]

_LATE: Final = (
    "debatemap.workspace.recovery",
    "debatemap.filtering",
    "debatemap.judge.explain.parting",
    "debatemap.judge.explain.turning_words",
    "debatemap.tui.features.keeping.map_commands",
    "debatemap.tui.features.writing.source_form",
    "debatemap.tui.views.card.card_view",
    "debatemap.tui.views.read.read_view",
    "debatemap.tui.views.table_view",
    "debatemap.texts",
    "debatemap.tui.views.text.text_view",
    "debatemap.tui.views.map.picture_view",
    "debatemap.tui.views.view_registry",
    "debatemap.tui.features.texts.text_commands",
    "debatemap.tui.features.writing.annotate_commands",
    "debatemap.tui.features.arranging.link_commands",
    "debatemap.tui.features.navigation.look_commands",
    "debatemap.tui.features.actions",
    "wcwidth",
)
"""Some of it alone takes a few milliseconds, and the keys come in between."""


async def load_late_modules(context: "MapContext") -> None:
    """Loads them one after the other, and lets keys be answered in between."""
    await context.painted()
    for name in _LATE:
        await asyncio.sleep(0)
        import_module(name)
