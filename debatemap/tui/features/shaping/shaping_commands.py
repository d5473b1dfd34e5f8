"""The commands that reshape the map; each loads what it needs when it is run first."""

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from debatemap.core.text import clean
from debatemap.tui.commands.command_table import BY_ID

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACTIONS", "is_branch", "offer_paste"]

Action = Callable[["MapContext"], Awaitable[None] | None]

_MODULES: Final = {
    "paste_branch": "paste_commands",
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


def is_branch(text: str) -> bool:
    """Tells whether a paste holds more than a line of words: several lines, or JSON."""
    text = clean(text).strip()
    return "\n" in text or text.startswith("{")


async def offer_paste(context: "MapContext", text: str) -> None:
    """Shows what lines or JSON would add beneath the selected claim, and adds it."""
    from debatemap.tui.features.shaping import paste_commands  # noqa: PLC0415  (a map opens without it)

    await paste_commands.offer_paste(context, text)
