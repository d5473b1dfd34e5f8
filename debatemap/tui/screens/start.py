"""What to open when no map is named: maps here, the samples, a new one."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.session import new_session, open_session
from debatemap.store.errors import MapError
from debatemap.store.journal import Origin, left_behind
from debatemap.store.paths import samples
from debatemap.text import safe_line
from debatemap.tui.screens.chooser import Choice, ChooserScreen, fitting

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.app import DebateApp

__all__ = ["StartScreen"]

_HEAD = 200


class StartScreen(ChooserScreen[Path | None]):
    """A list of maps to open."""

    DEFAULT_CSS = """
    StartScreen { background: $background; }
    """
    if TYPE_CHECKING:
        app = getters.app(DebateApp)

    def __init__(self) -> None:
        here = [path for path in sorted(Path().glob("*.json")) if _is_map(path)]
        self._samples = samples()
        choices = [
            Choice[Path | None](None, Content.styled("+ begin a new map", "$accent")),
            *(Choice[Path | None](p, Content(safe_line(p.name))) for p in here),
            *(
                Choice[Path | None](
                    p,
                    Content.assemble(
                        safe_line(p.stem), ("   a sample, opened as a copy", "$quiet")
                    ),
                )
                for p in self._samples
            ),
        ]

        def find(query: str) -> Sequence[Choice[Path | None]]:
            return fitting(query, choices)

        hint = "↑ ↓ choose   Enter opens   Escape quits"
        super().__init__("debatemap: which map?", find, empty="No map is called so.", hint=hint)

    def on_mount(self) -> None:
        """Shows the choices, and then offers what was left of maps without a file."""
        super().on_mount()
        self.call_after_refresh(lambda: self.run_worker(self._offer()))

    async def _offer(self) -> None:
        if await asyncio.to_thread(lambda: any(left_behind(Origin("", "")))):
            from debatemap.tui.recovering import offer_new_maps  # noqa: PLC0415  (seldom needed)

            await offer_new_maps(self.app)

    def choose(self, choice: Choice[Path | None] | None) -> None:
        """Opens a map, a copy of a sample, or a new map."""
        if choice is None or choice.disabled:
            return
        if choice.value is None:
            self.app.show_map(new_session())
        elif choice.value in self._samples:
            self.run_worker(self._open_copy(choice.value))
        else:
            self.app.load(choice.value)

    def action_cancel(self) -> None:
        """Ends the program."""
        self.app.exit(0)

    async def _open_copy(self, path: Path) -> None:
        try:
            session = await asyncio.to_thread(open_session, path)
        except MapError as error:
            self.chooser_title = str(error)
            self.renew()
            return
        session.forget_file()
        self.app.show_map(session)


def _is_map(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b'"debatemap"' in file.read(_HEAD)
    except OSError:
        return False
