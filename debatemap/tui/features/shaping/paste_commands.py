"""Paste several lines, or JSON, as a branch; what would be added is shown first."""

from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.tui.dialogs.prompt import WriteScreen
from debatemap.tui.features.shaping.paste_screen import PasteScreen
from debatemap.tui.features.shaping.read_paste import read_paste
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.tui.context import MapContext

__all__ = ["offer_paste", "paste_branch"]

_QUESTION: Final = (
    "Lines to add as claims, written or pasted here: the deeper they are indented, the deeper they "
    "stand. Pro: and Con:, or bullets that are plus and minus, say their stance."
)


async def paste_branch(context: "MapContext") -> None:
    """Asks for indented lines, and adds them as a branch once they were looked at."""
    text = await context.ask(WriteScreen(_QUESTION))
    if text and text.strip():
        await offer_paste(context, text)


async def offer_paste(context: "MapContext", text: str) -> None:
    """Shows what lines or JSON would add beneath the selected claim, and adds it.

    Raises:
        MapError: It is JSON, and no map.
        EditRefusedError: The map is not what it was, so that it cannot be added there.
    """
    reason = context.session.read_only
    if reason:
        context.say(f"Paste: read-only: {reason}", "warning")
        return
    pasted = await run(read_paste, text, context.signature)
    row = context.row
    screen = PasteScreen(context, pasted, row.claim if row is not None else None)
    if not await context.ask(screen):
        return
    change = edit.paste_parcel(context.session.debate, screen.parcel, screen.target)
    if screen.target is not None and row is not None and not row.closes_cycle:
        here = context.outline.rows.find(row.claim, row.key)
        if here is not None and not here.open:
            context.view.set_open(context.outline.rows.index(here), is_open=True)
    context.do(change, select=_first_top(change, screen.target))


def _first_top(change: "Change", target: str | None) -> str:
    """Returns the first claim that was pasted right under the target, or as a thesis."""
    added = [key for key, (before, _) in change.claims.items() if before is None]
    if target is None:
        theses = change.header["map"][1].theses if "map" in change.header else ()  # type: ignore[union-attr]  # a header is never removed
        return next((key for key in theses if key in change.claims), added[0])
    links = (after for before, after in change.links.values() if before is None)
    return next((x.premises[0] for x in links if x and x.target == target), added[0])
