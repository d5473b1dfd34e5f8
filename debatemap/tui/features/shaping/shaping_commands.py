"""The commands that reshape the map; each loads what it needs when it is run first."""

from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from debatemap.core.text import clean
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.shaping.chosen_claims import has_several

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACTIONS", "for_chosen", "offer_paste"]

Action = Callable[["MapContext"], Awaitable[None] | None]

_ONE_LINE: Final = (
    "A line alone is no branch; {key:paste_branch} takes it, or a claim that is being written."
)
"""What is said of a line that is pasted where nothing is being written."""
_MODULES: Final = {
    "paste_branch": "paste_commands",
    "copy_branch": "copy_commands",
    "inbox": "inbox_commands",
    "split_off": "split_off_commands",
    "go_to_branch": "split_off_commands",
    "merge": "form_commands",
    "split": "form_commands",
    "group": "form_commands",
    "insert_between": "form_commands",
}
"""By command, the module of this package that has a function of its name."""


def _late(name: str, module: str) -> Action:
    def act(context: "MapContext") -> Awaitable[None] | None:
        action: Action = getattr(import_module(f"{__package__}.{module}"), name)
        return action(context)

    act.__doc__ = f"{BY_ID[name].title}."
    return act


ACTIONS: Final[dict[str, Action]] = {name: _late(name, module) for name, module in _MODULES.items()}
"""The functions by the id of their command."""


async def _edit_chosen(command: str, alone: Action, context: "MapContext") -> None:
    from debatemap.tui.features.shaping import bulk_commands  # noqa: PLC0415  (a map opens without it)

    await bulk_commands.edit_chosen(context, command, lambda: alone(context))


def for_chosen(command: str, alone: Action, context: "MapContext") -> Action:
    """Returns what a command does: for all claims that are marked or found, or for one.

    Args:
        command: The id of the command.
        alone: What it does for the selected claim.
        context: The open map.
    """
    if command in _FOUND_ALONE and context.view.marked:
        return alone
    if command in _BULK | _FOUND_ALONE and has_several(context):
        return partial(_edit_chosen, command, alone)
    return alone


_BULK: Final = frozenset({"tags", "author", "flip", "move", "cut", "delete_everywhere", "rate"})
"""The commands that work on all claims that are marked or found."""
_FOUND_ALONE: Final = frozenset({"join"})
"""The commands that see to marked claims themselves."""


async def offer_paste(context: "MapContext", text: str) -> None:
    """Shows what several lines or JSON would add beneath the selected claim, and adds it."""
    if _is_branch(text):
        from debatemap.tui.features.shaping import paste_commands  # noqa: PLC0415  (a map opens without it)

        await paste_commands.offer_paste(context, text)
    elif text.strip():
        context.say(context.keymap.fill(_ONE_LINE))


def _is_branch(text: str) -> bool:
    """Tells whether a paste holds more than a line of words: several lines, or JSON."""
    text = clean(text).strip()
    return "\n" in text or text.startswith("{")
