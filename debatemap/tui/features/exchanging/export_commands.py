"""Export the map, a branch or what a filter shows, in another format."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, safe_line
from debatemap.edit.consequences import counted
from debatemap.exporting.export import ExportPart, export
from debatemap.store.locations import typed_path
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.formats.format import Format, Written
    from debatemap.tui.context import MapContext

__all__ = ["export_map"]

_NAMED: Final = 40


async def export_map(context: "MapContext") -> None:
    """Asks for a format, shows what is lost, and writes a file that is not there yet.

    Raises:
        MapError: It cannot be written, or a file stands there.
    """
    from debatemap.formats.registry import format_named  # noqa: PLC0415  (a map opens without it)
    from debatemap.tui.features.exchanging.export_screen import (  # noqa: PLC0415
        ExportScreen,
        format_chooser,
    )

    name = await context.ask(format_chooser())
    if name is None:
        return
    chosen = format_named(name)
    parts = [
        (words, await run(_written, context.session.snapshot().debate, chosen, part))
        for words, part in _parts(context)
    ]
    screen = ExportScreen(context, chosen, parts)
    if not await context.ask(screen):
        return
    target = await context.ask(PromptScreen("Into which new file?", _suggested(context, chosen)))
    if target and target.strip():
        path, written = typed_path(target.strip()), screen.written
        await run(_write, written, path)
        context.say(f"Exported to {safe_line(str(path))}.")


def _parts(context: "MapContext") -> Iterator[tuple[str, ExportPart]]:
    """Yields what of the map can be written: what is filtered, the whole, the branch."""
    kept = context.outline.kept
    if kept is not None:
        yield f"the {counted(len(kept), 'claim')} of the filter", ExportPart(claims=frozenset(kept))
    yield "the whole map", ExportPart()
    row = context.row
    if row is not None:
        words = excerpt(context.session.debate.claims[row.claim].text, _NAMED)
        yield f"the branch of “{words}”", ExportPart(claim=row.claim)


def _written(debate: Debate, chosen: "Format", part: ExportPart) -> "Written":
    return export(debate, chosen, part)


def _suggested(context: "MapContext", chosen: "Format") -> str:
    """Returns the map's file with the ending of the format."""
    path = context.session.path
    return str((path or Path("debate.json")).with_suffix(chosen.suffixes[0]))


def _write(written: "Written", path: Path) -> None:
    from debatemap.store.export_target import write_export  # noqa: PLC0415  (a map opens without it)

    write_export(written, path)
