"""What to open when no map is named: maps here, the samples, a new one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.errors import MapError
from debatemap.core.text import safe_line
from debatemap.formats.registry import is_map, suffixes
from debatemap.store.journal import Origin
from debatemap.store.locations import samples
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen, fitting
from debatemap.workspace.background import run
from debatemap.workspace.recovery import is_any_left
from debatemap.workspace.session import Session, new_session, open_session

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["NEW_MAP", "StartScreen", "begin_map"]

NEW_MAP: Final = "new"
"""What is chosen to begin a new map."""
_HEAD = 4_096


class StartScreen(ChooserScreen[Path | str]):
    """A list of maps to open; in front of an open map, it ends with what was chosen.

    Args:
        is_first: Whether it is shown as the program starts, and opens a map by itself.
    """

    DEFAULT_CSS = """
    StartScreen { background: $background; }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, *, is_first: bool = True) -> None:
        self._is_first = is_first
        here = [path for path in _files_here() if _is_map(path)]
        self._samples = samples()
        choices = [
            Choice[Path | str](NEW_MAP, Content.styled("+ begin a new map", "$accent")),
            *(Choice[Path | str](p, Content(safe_line(p.name))) for p in here),
            *(
                Choice[Path | str](
                    p,
                    Content.assemble(
                        safe_line(p.stem), ("   a sample, opened as a copy", "$quiet")
                    ),
                )
                for p in self._samples
            ),
        ]

        def find(query: str) -> Sequence[Choice[Path | str]]:
            return fitting(query, choices)

        leaves = "{key:list_leave} quits" if is_first else "{key:list_leave} goes back"
        hints = (MOVES, "{key:list_accept} opens", leaves)
        super().__init__("debatemap: which map?", find, empty="No map is called so.", hints=hints)

    def on_mount(self) -> None:
        """Shows the choices, and then offers what was left of maps without a file."""
        if self._is_first:
            offer = self._offer
            self.call_after_refresh(lambda: self.run_worker(report_failures(self.tell, offer())))

    async def _offer(self) -> None:
        if await run(is_any_left, Origin("", "")):
            from debatemap.tui.features.keeping.recovering import offer_new_maps  # noqa: PLC0415  (seldom needed)

            await offer_new_maps(self.app)

    def choose(self, choice: Choice[Path | str] | None) -> None:
        """Opens a map, a copy of a sample, or a new map."""
        if choice is None or choice.disabled:
            return
        if self._is_first:
            self.run_worker(self._open(choice.value), group=COMMAND, exclusive=True)
        else:
            self.dismiss(choice.value)

    def action_cancel(self) -> None:
        """Goes back to the open map; where there is none, ends the program."""
        if self._is_first:
            self.app.exit(0)
        else:
            self.dismiss(None)

    def leave_by_click(self) -> None:
        """Goes back to the open map; a click ends no program."""
        if not self._is_first:
            self.dismiss(None)

    async def _open(self, chosen: Path | str) -> None:
        try:
            session = await begin_map(chosen)
        except MapError as error:
            self.chooser_title = str(error)
            self.renew()
        else:
            self.app.open_chosen(chosen, session)


async def begin_map(chosen: Path | str) -> Session | None:
    """Returns a new map or a copy of a sample, where that was chosen from the list.

    Raises:
        MapError: The sample cannot be read.
    """
    if isinstance(chosen, str):
        return new_session()
    if chosen not in samples():
        return None
    session = await run(open_session, chosen)
    session.forget_file()
    return session


def _files_here() -> list[Path]:
    """Returns the files of the current folder that may be maps of any format, by name."""
    endings = suffixes()
    try:
        return sorted(path for path in Path().iterdir() if path.suffix.lower() in endings)
    except OSError:
        # The folder may be gone, or not be read by anybody.
        return []


def _is_map(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_map(file.read(_HEAD))
    except OSError:
        return False
