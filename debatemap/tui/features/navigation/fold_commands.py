"""Fold and unfold."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Final

from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["fold_all", "fold_branch", "level", "toggle", "unfold_all", "unfold_branch"]

_EVERYTHING = 10**9
_LEVELS: Final = {
    "1": "the top alone",
    "2": "and what stands right beneath it",
    **{str(level): f"{level} levels" for level in range(3, 10)},
}


def toggle(context: "MapContext") -> None:
    """Folds what is open, unfolds what is not."""
    if context.row is not None:
        context.view.set_open(context.view.index, is_open=not context.row.open)


def level(context: "MapContext") -> Awaitable[None] | None:
    """Unfolds to the level that the key names; asks for it where the command was run by name."""
    if context.key not in _LEVELS:
        return _ask_for_level(context)
    _unfold_to(context, context.key)
    return None


async def _ask_for_level(context: "MapContext") -> None:
    answers = [Answer(key, words) for key, words in _LEVELS.items()]
    cancel = Answer("c", "cancel")
    answer = await context.ask(AskScreen("Unfold to which level?", [*answers, cancel]))
    if answer != cancel.key:
        _unfold_to(context, answer)


def _unfold_to(context: "MapContext", key: str) -> None:
    _to_level(context, int(key))
    context.say(f"Unfolded to level {key}.")


def fold_all(context: "MapContext") -> None:
    """Folds everything."""
    _to_level(context, 1)


def unfold_all(context: "MapContext") -> None:
    """Unfolds everything; a claim with several places in the first."""
    _to_level(context, _EVERYTHING)
    rows = context.outline.rows
    if rows.is_complete:
        context.say(f"{len(rows):,} rows.")
        return
    said = f"More than {rows.made:,} rows; counting …"
    context.say(said)
    context.run_beside(_count_rows(context, said))


async def _count_rows(context: "MapContext", said: str) -> None:
    """Says how many rows there are once all are made, in place of what was said before."""
    await context.view.filled()
    if context.part(HintBar).message == said:
        context.say(f"{len(context.outline.rows):,} rows.")


def fold_branch(context: "MapContext") -> None:
    """Folds the selected row and all beneath it."""
    index = context.view.index
    context.view.reshape(lambda outline: outline.open_branch(index, is_open=False))


def unfold_branch(context: "MapContext") -> None:
    """Unfolds the selected row and all beneath it."""
    index = context.view.index
    context.view.reshape(lambda outline: outline.open_branch(index, is_open=True))


def _to_level(context: "MapContext", wanted: int) -> None:
    """Folds to a level; the cursor goes up to the nearest row that is still shown."""
    context.view.reshape(lambda outline: outline.open_to_level(wanted), select=context.row)
