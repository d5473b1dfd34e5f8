"""The keys as a table, in the README and on the command line."""

from collections.abc import Callable
from operator import attrgetter

from debatemap.tui.commands.command import Command, with_keys
from debatemap.tui.commands.command_table import KEYS, KEYS_BY_ID

__all__ = ["in_short", "markdown_table"]


def markdown_table(keys_of: Callable[[Command], tuple[str, ...]] = attrgetter("keys")) -> str:
    """Returns the keys as a table of Markdown.

    Args:
        keys_of: Gives the keys of a command.
    """
    lines = ["| keys | what |", "|---|---|"]
    for group in dict.fromkeys(command.group for command in KEYS):
        lines.append(f"| | **{group}** |")
        lines.extend(
            f"| {' '.join(map(_code, in_short(keys_of(command))))} | {_what(command, keys_of)} |"
            for command in KEYS
            if command.group == group
        )
    return "\n".join(lines) + "\n"


def in_short(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the keys of a command, and those that differ in a digit as the first and the last.

    Examples:
        >>> in_short(("z 1", "z 2", "z 3", "f1"))
        ('z 1 … 3', 'f1')
    """
    alike: dict[str, list[str]] = {}
    for key in keys:
        is_numbered = key[-1:].isdigit() and key[-2:-1] in ("", " ")
        alike.setdefault(f"{key[:-1]}…" if is_numbered else key, []).append(key)
    return tuple(f"{each[0]} … {each[-1][-1]}" if each[1:] else each[0] for each in alike.values())


def _code(key: str) -> str:
    return f"`{key}`"


def _what(command: Command, keys_of: Callable[[Command], tuple[str, ...]]) -> str:
    end = "" if command.title.endswith("?") else "."
    help_words = with_keys(
        command.help, lambda name: next(iter(keys_of(KEYS_BY_ID[name])), "no key")
    )
    return f"{command.title}{end} {help_words}".rstrip()
