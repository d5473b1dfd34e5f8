"""What the commands do: one function each, named after its command.

A function takes the map screen. One that asks the user something first is a coroutine.
"""

from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import TYPE_CHECKING

from debatemap.tui.features.arranging import arrange_commands, delete_commands, link_commands
from debatemap.tui.features.comparing import compare_commands
from debatemap.tui.features.exchanging import export_commands, import_commands
from debatemap.tui.features.finding import find_commands
from debatemap.tui.features.judging import judge_commands, reason_commands
from debatemap.tui.features.keeping import (
    keep_commands,
    map_commands,
    regain_commands,
    template_commands,
)
from debatemap.tui.features.learning import learning_commands
from debatemap.tui.features.navigation import (
    fold_commands,
    going_commands,
    look_commands,
    move_commands,
)
from debatemap.tui.features.overview import overview_commands
from debatemap.tui.features.own import own_actions
from debatemap.tui.features.people import people_commands
from debatemap.tui.features.pointing import pointer_commands
from debatemap.tui.features.presenting import present_commands
from debatemap.tui.features.rating import rate_commands
from debatemap.tui.features.replaying import replay_commands
from debatemap.tui.features.shaping import shaping_commands
from debatemap.tui.features.sharing import share_commands
from debatemap.tui.features.similar import similar_commands
from debatemap.tui.features.texts import text_commands
from debatemap.tui.features.views import pane_commands, picture_commands, view_commands
from debatemap.tui.features.what_if import assume_commands, scenario_commands
from debatemap.tui.features.writing import (
    add_commands,
    annotate_commands,
    bibliography_commands,
    field_commands,
)

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ACTIONS"]

Action = Callable[["MapContext"], Awaitable[None] | None]

_MODULES: tuple[ModuleType, ...] = (
    move_commands, fold_commands, add_commands, annotate_commands, link_commands, arrange_commands,
    delete_commands, find_commands, compare_commands, share_commands, judge_commands,
    reason_commands, rate_commands, assume_commands, scenario_commands, keep_commands,
    look_commands, regain_commands, map_commands, learning_commands, view_commands, pane_commands,
    pointer_commands, template_commands, going_commands, present_commands, similar_commands,
    overview_commands, picture_commands, text_commands, replay_commands, people_commands,
    bibliography_commands,
)  # fmt: skip

ACTIONS: dict[str, Action] = (
    {name: getattr(module, name) for module in _MODULES for name in module.__all__}
    | field_commands.ACTIONS
    | shaping_commands.ACTIONS
    | own_actions.ACTIONS
    | {
        "import_file": import_commands.import_file,
        "export_map": export_commands.export_map,
    }
)
"""The functions by the id of their command."""
