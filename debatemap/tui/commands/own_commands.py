"""The user's own commands as commands of the table, and what is to be done with them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from debatemap.core.text import excerpt, safe_line
from debatemap.tui.commands.command import Command

if TYPE_CHECKING:
    from debatemap.config import OwnCommand

__all__ = ["OWN", "commands_of", "label_of"]

_PREFIX: Final = "own:"
_GROUP: Final = "Commands of your own"
_TITLE: Final = 60
_MAP: Final = "Map and program"

OWN: Final[tuple[Command, ...]] = (
    Command(
        "own_commands",
        ("B r",),
        "Run a command of your own",
        _MAP,
        "The settings have them, under commands: a line of shell, run on the selected claim.",
        also=(("shell", "a line of shell, run on the claim"), ("script", "as above")),
    ),
    Command(
        "stop_own",
        ("B x",),
        "Stop the command of your own that runs",
        _MAP,
    ),
)


def commands_of(own: "Mapping[str, OwnCommand]") -> Iterator[Command]:
    """Yields the user's own commands; their ids are those of no others."""
    for name, command in own.items():
        title = excerpt(command.title or command.run, _TITLE)
        keys = tuple(command.keys)
        yield Command(f"{_PREFIX}{name}", keys, title, _GROUP, safe_line(command.run))


def label_of(name: str) -> str:
    """Returns what the settings call a command of the user's own, by its id.

    Examples:
        >>> label_of("own:translate")
        'translate'
    """
    return safe_line(name.removeprefix(_PREFIX))
