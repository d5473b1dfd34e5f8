"""`debatemap keys`: the table of keys."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.options import AsJson
from debatemap.cli.output import put, put_json
from debatemap.core.text import SafeText

if TYPE_CHECKING:
    from debatemap.tui.commands.command_table import Command

__all__ = ["keys"]


def keys(
    *,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the README's table.", show_default=False)
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Print the keys of the screen and what they do.

    Examples:
      debatemap keys
      debatemap keys --json | jq -r '.[].id'
    """
    from debatemap.tui.commands.command_table import KEYS  # noqa: PLC0415  (`--help` is light)
    from debatemap.tui.commands.key_table import markdown_table  # noqa: PLC0415

    if as_json:
        put_json([_described(command) for command in KEYS])
    elif markdown:
        put(SafeText(markdown_table().rstrip("\n")))
    else:
        _put_table(KEYS)


def _described(command: "Command") -> dict[str, object]:
    fields = ("id", "keys", "title", "help", "group")
    return {field: getattr(command, field) for field in fields}


def _put_table(commands: "tuple[Command, ...]") -> None:
    """Prints the commands under the headings of their groups, the keys in one column."""
    wide = max(len(_key_words(command)) for command in commands)
    for index, group in enumerate(dict.fromkeys(command.group for command in commands)):
        if index:
            put(SafeText(""))
        put(SafeText(group))
        for command in commands:
            if command.group == group:
                put(SafeText(f"  {_key_words(command):<{wide}}  {command.title}"))


def _key_words(command: "Command") -> str:
    digits = len(command.keys) > 1 and all(map(str.isdigit, command.keys))
    return f"{command.keys[0]} … {command.keys[-1]}" if digits else "  ".join(command.keys)
