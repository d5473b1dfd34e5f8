"""Under whose name the user rates: asked for once, remembered, and changed by a command."""

from pathlib import Path
from typing import TYPE_CHECKING

from debatemap.core.text import clean, excerpt, safe_line
from debatemap.store.known_name import load_name, save_name
from debatemap.tui.features.rating.name_screen import NameScreen
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["known_person", "person_asked", "rate_as"]


async def person_asked(context: "MapContext") -> str:
    """Returns under which name to rate, which is asked for once; empty where none is given."""
    name = known_person(context)
    return name or await _ask(context, await run(_guess, context.session.path), in_between=True)


async def rate_as(context: "MapContext") -> None:
    """Asks under which name to rate from now on."""
    known, settled = known_person(context), safe_line(context.app.settings.name)
    name = await _ask(context, known or await run(_guess, context.session.path))
    if not name:
        return
    context.app.asked_name = name
    until = f" until the program ends; the settings say {excerpt(settled)}" if settled else ""
    context.say(f"You rate as {excerpt(name)}{until if name != settled else ''}.")


def known_person(context: "MapContext") -> str:
    """Returns the name that was given: to the program, in the settings, or at another time.

    It is empty where none was given yet.
    """
    app = context.app
    return safe_line(clean(app.asked_name or app.settings.name)) or load_name()


async def _ask(context: "MapContext", guess: str, *, in_between: bool = False) -> str:
    """Asks for a name and remembers it; empty where none is given."""
    asked = NameScreen(guess, in_between=in_between)
    answer = await context.ask(asked)
    name = safe_line(clean(answer or "")).strip()
    if not name:
        return ""
    context.app.asked_name = name
    if not context.app.settings.name:
        save_name(name)
    context.app.give_input(asked.held)
    return name


def _guess(path: Path | None) -> str:
    from debatemap.sync.git.authors import user_name  # noqa: PLC0415  (few are ever asked)

    return user_name(path.absolute().parent if path is not None else Path.cwd())
