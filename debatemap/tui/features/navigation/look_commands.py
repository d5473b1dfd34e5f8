"""Look around: panes, palette, help, colours, clipboard."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.text import safe
from debatemap.store.locations import themes_folder
from debatemap.tui.dialogs.chooser import Choice
from debatemap.tui.dialogs.command_list import help_screen, palette_screen
from debatemap.tui.dialogs.theme_list import ThemeScreen
from debatemap.tui.features.views.views import Views
from debatemap.tui.system.user_themes import register_themes
from debatemap.tui.widgets.details import Details
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["copy_text", "help", "next_pane", "palette", "redraw", "theme"]


def next_pane(context: "MapContext") -> None:
    """Goes from the outline to what stands beside it, to the details, and back."""
    details, views = context.part(Details), context.feature(Views)
    beside = views.beside
    following = beside.index(views.active) + 1 if views.active in beside else 0
    if following < len(beside) and not details.has_focus:
        beside[following].focus()
    elif not details.has_focus and details.display:
        details.focus()
    elif beside:
        context.view.focus()
    elif views.active is not None and not views.active.SHOWS_CLAIMS:
        views.leave_text()
    else:
        context.focus_view()


async def palette(context: "MapContext") -> None:
    """Shows every command by name and runs the one that is chosen."""
    command = await context.ask(palette_screen(context.keymap, context.situation()))
    if command is not None:
        context.run_command(command)


async def help(context: "MapContext") -> None:  # noqa: A001  (the command's name)
    """Shows all keys, to search and to run from."""
    command = await context.ask(help_screen(context.keymap, context.situation()))
    if command is not None:
        context.run_command(command)


async def theme(context: "MapContext") -> None:
    """Shows all themes, each while it is looked at."""
    before = context.app.theme
    problems = register_themes(context.app, themes_folder())
    names = sorted(context.app.available_themes, key=lambda n: (not n.startswith("debatemap"), n))
    choices = [Choice(name, Content(safe(name))) for name in names]
    wrong = [Content.styled(safe(problem), "$warning") for problem in problems]
    choices += [Choice(before, words, disabled=True, hang=2) for words in wrong]
    chosen = await context.ask(ThemeScreen(choices))
    context.app.theme = chosen or before
    if chosen and chosen != context.app.settings.theme:
        name = safe(chosen)
        kept = f'theme = "{name}" in config.toml keeps them'
        context.say(f"The colours are {name} until you quit; {kept}.")


def redraw(context: "MapContext") -> None:
    """Sends the terminal all of the screen again, as when something else was written there."""
    context.app.draw_anew()


def copy_text(context: "MapContext") -> None:
    """Copies what the mouse has selected, or the words of the selected claim."""
    selected = context.app.screen.get_selected_text()
    if selected or context.row is not None:
        claim = context.row.claim if context.row is not None else ""
        text = safe(selected or context.session.debate.claims[claim].text)
        context.app.copy_to_clipboard(text)
        context.say("Copied, where the terminal allows it.")
        context.run_beside(_copy_with_a_program(context, text))


async def _copy_with_a_program(context: "MapContext", text: str) -> None:
    """Has a program of the system copy a text as well, where there is one."""
    from debatemap.tui.system.clipboard import copier, copy_with  # noqa: PLC0415  (a map opens without it)

    program = copier()
    if program is not None and not await run(copy_with, program, text):
        context.say(f"Copied with {program.name}.")
