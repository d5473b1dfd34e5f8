"""`debatemap keys`: the table of keys."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import SafeText

if TYPE_CHECKING:
    from debatemap.tui.commands.command_table import Command
    from debatemap.tui.commands.keymap import Keymap

__all__ = ["keys"]


def keys(
    *,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print a table in Markdown.", show_default=False)
    ] = False,
    keymap: Annotated[
        str,
        typer.Option(
            "--keymap",
            metavar="NAME",
            help="Print the keys of a keymap in place of yours: default, vim, emacs or arrows.",
            show_default=False,
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Print the keys of the screen and what they do.

    They are those in force: of the keymap that your settings name, with your own in their place.
    What makes no sense there is told on standard error.

    Examples:
      debatemap keys
      debatemap keys --keymap vim
      debatemap keys --json | jq -r '.[].id'
    """
    from debatemap.tui.commands.command_table import KEYS  # noqa: PLC0415  (`--help` is light)
    from debatemap.tui.commands.key_table import markdown_table  # noqa: PLC0415

    found = _keymap(keymap)
    if as_json:
        put_json([_described(command, found) for command in KEYS])
    elif markdown:
        put(SafeText(markdown_table(found.keys).rstrip("\n")))
    else:
        _put_table(KEYS, found)


def _keymap(preset: str) -> "Keymap":
    """Returns the keys of a preset; without one, those of the settings, and tells what is wrong."""
    from debatemap.config import load_config  # noqa: PLC0415  (`--help` is light)
    from debatemap.store.locations import config_file  # noqa: PLC0415
    from debatemap.tui.commands.key_presets import PRESETS  # noqa: PLC0415
    from debatemap.tui.commands.key_settings import nearest, read_keys  # noqa: PLC0415
    from debatemap.tui.commands.keymap import Keymap  # noqa: PLC0415

    if preset:
        if preset not in PRESETS:
            near = nearest(preset, PRESETS) or f"there are {', '.join(PRESETS)}"
            raise typer.BadParameter(f"there is no such keymap; {near}.", param_hint="--keymap")
        return Keymap(preset=preset)
    settings = load_config()
    found = read_keys(settings.keys, settings.keymap, settings.commands)
    for problem in found.problems:
        say(f"{config_file()}, {problem}.")
    return found.keymap


def _described(command: "Command", keymap: "Keymap") -> dict[str, object]:
    return {
        "id": command.id,
        "keys": keymap.keys(command),
        "title": command.title,
        "help": command.help,
        "group": command.group,
    }


def _put_table(commands: "tuple[Command, ...]", keymap: "Keymap") -> None:
    """Prints the commands under the headings of their groups, the keys in one column."""
    from debatemap.tui.commands.key_table import in_short  # noqa: PLC0415

    words = {command.id: "  ".join(in_short(keymap.keys(command))) for command in commands}
    wide = max(map(len, words.values()))
    for index, group in enumerate(dict.fromkeys(command.group for command in commands)):
        if index:
            put(SafeText(""))
        put(SafeText(group))
        for command in commands:
            if command.group == group:
                put(SafeText(f"  {words[command.id]:<{wide}}  {command.title}"))
