"""Look around: panes, palette, help, colours, clipboard."""

from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.text import safe
from debatemap.tui.dialogs.chooser import Choice
from debatemap.tui.dialogs.command_list import help_screen, palette_screen
from debatemap.tui.dialogs.theme_list import ThemeScreen
from debatemap.tui.widgets.details import Details

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["copy_text", "help", "next_pane", "palette", "theme"]


def next_pane(screen: "MapScreen") -> None:
    """Goes from the outline to the details and back."""
    details = screen.query_one(Details)
    if screen.view.has_focus and details.display:
        details.focus()
    else:
        screen.view.focus()


async def palette(screen: "MapScreen") -> None:
    """Shows every command by name and runs the one that is chosen."""
    command = await screen.app.push_screen_wait(palette_screen(screen.keymap, screen.situation()))
    if command is not None:
        screen.run_command(command)


async def help(screen: "MapScreen") -> None:  # noqa: A001  (the command's name)
    """Shows all keys, to search and to run from."""
    command = await screen.app.push_screen_wait(help_screen(screen.keymap, screen.situation()))
    if command is not None:
        screen.run_command(command)


async def theme(screen: "MapScreen") -> None:
    """Shows all themes, each while it is looked at."""
    before = screen.app.theme
    names = sorted(screen.app.available_themes, key=lambda n: (not n.startswith("debatemap"), n))
    choices = [Choice(name, Content(safe(name))) for name in names]
    chosen = await screen.app.push_screen_wait(ThemeScreen(choices))
    screen.app.theme = chosen or before


def copy_text(screen: "MapScreen") -> None:
    """Copies what the mouse has selected, or the words of the selected claim."""
    selected = screen.get_selected_text()
    if selected or screen.row is not None:
        claim = screen.row.claim if screen.row is not None else ""
        text = safe(selected or screen.session.debate.claims[claim].text)
        screen.app.copy_to_clipboard(text)
        screen.say("Copied, where the terminal allows it.")
