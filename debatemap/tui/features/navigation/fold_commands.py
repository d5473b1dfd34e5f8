"""Fold and unfold."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Final

from debatemap.tui.dialogs.ask import Answer, AskScreen

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["fold_all", "fold_branch", "level", "toggle", "unfold_all", "unfold_branch"]

_EVERYTHING = 10**9
_LEVELS: Final = {
    "1": "the top alone",
    "2": "and what stands right beneath it",
    **{str(level): f"{level} levels" for level in range(3, 10)},
}


def toggle(screen: "MapScreen") -> None:
    """Folds what is open, unfolds what is not."""
    if screen.row is not None:
        screen.outline.set_open(screen.view.index, is_open=not screen.row.open)
        screen.view.update_rows()


def level(screen: "MapScreen") -> Awaitable[None] | None:
    """Unfolds to the level that the key names; asks for it where the command was run by name."""
    if screen.key not in _LEVELS:
        return _ask_for_level(screen)
    _unfold_to(screen, screen.key)
    return None


async def _ask_for_level(screen: "MapScreen") -> None:
    answers = [Answer(key, words) for key, words in _LEVELS.items()]
    cancel = Answer("c", "cancel")
    answer = await screen.app.push_screen_wait(
        AskScreen("Unfold to which level?", [*answers, cancel])
    )
    if answer != cancel.key:
        _unfold_to(screen, answer)


def _unfold_to(screen: "MapScreen", key: str) -> None:
    _to_level(screen, int(key))
    screen.say(f"Unfolded to level {key}.")


def fold_all(screen: "MapScreen") -> None:
    """Folds everything."""
    _to_level(screen, 1)


def unfold_all(screen: "MapScreen") -> None:
    """Unfolds everything; a claim with several places in the first."""
    _to_level(screen, _EVERYTHING)
    screen.say(f"{len(screen.outline.rows):,} rows.")


def fold_branch(screen: "MapScreen") -> None:
    """Folds the selected row and all beneath it."""
    screen.outline.open_branch(screen.view.index, is_open=False)
    screen.view.update_rows()


def unfold_branch(screen: "MapScreen") -> None:
    """Unfolds the selected row and all beneath it."""
    screen.outline.open_branch(screen.view.index, is_open=True)
    screen.view.update_rows()


def _to_level(screen: "MapScreen", wanted: int) -> None:
    """Folds to a level; the cursor goes up to the nearest row that is still shown."""
    row, outline = screen.row, screen.outline
    outline.open_to_level(wanted)
    here = row
    while here is not None and outline.rows.find(here.claim, here.key) is None:
        here = here.parent
    screen.view.update_rows(here.key if here is not None else None)
