"""What the commands do: one function each, named after its command.

A function takes the map screen. One that asks the user something first is a coroutine.
"""

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import TYPE_CHECKING

from debatemap.tui.actions import (
    adding,
    annotating,
    arranging,
    comparing,
    deleting,
    finding,
    folding,
    judging,
    keeping,
    linking,
    looking,
    moving,
    rating,
    reasoning,
    regaining,
    scenarios,
    sharing,
    supposing,
)

if TYPE_CHECKING:
    from debatemap.tui.screens.map import MapScreen

__all__ = ["ACTIONS"]

Action = Callable[["MapScreen"], Awaitable[None] | None]

_MODULES: tuple[ModuleType, ...] = (
    moving, folding, adding, annotating, linking, arranging, deleting, finding, comparing, sharing,
    judging, reasoning, rating, supposing, scenarios, keeping, looking, regaining,
)  # fmt: skip

ACTIONS: dict[str, Action] = {
    name: getattr(module, name) for module in _MODULES for name in module.__all__
}
"""The functions by the id of their command."""
