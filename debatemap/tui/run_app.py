"""The program on the screen from its start to its end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from debatemap.config import load_config
from debatemap.core import collector
from debatemap.core.debate import Debate
from debatemap.store.locations import config_file, is_there
from debatemap.tui.app import DebateApp
from debatemap.tui.system.endings import complain, let_go_of_terminal, note_interrupts
from debatemap.tui.system.user_themes import FOLDER
from debatemap.workspace.session import new_session, open_session

__all__ = ["run"]

_SMALL: Final = 4_200_000
"""Bytes of a map that is read before the screen is up: it takes less than 0.3 seconds."""


def run(
    path: Path | None,
    *,
    read_only: bool = False,
    plain: bool = False,
    claim_in: Callable[[Debate], str] | None = None,
) -> int:
    """Runs the program on the screen until the user quits.

    A small map is read before the screen is up, so that an error is a plain sentence.

    Args:
        path: The map; without it, what there is to open is shown.
        read_only: Whether to forbid changes.
        plain: Whether rows read as sentences, whatever the settings say.
        claim_in: Returns the claim of the map to go to; the map is read for it before the screen
            is up, however large it is.

    Returns:
        The exit status.

    Raises:
        MapError: The map or the settings cannot be read. Keys that make no sense are told of.
    """
    settings = load_config()
    settings = replace(settings, plain=settings.plain or plain)
    session = None
    collector.tune()
    if path is not None and path.is_file() and (claim_in or path.stat().st_size < _SMALL):
        session = open_session(path, read_only=read_only)
    elif path is not None and not is_there(path):
        session = new_session()
        session.path = path
    claim = claim_in(session.debate) if claim_in is not None and session is not None else ""
    app = DebateApp(path, read_only=read_only, session=session, settings=settings, claim=claim)
    # On the screen as well; here they can be read again once the program has ended.
    for problem in app.key_problems:
        of_theme = problem.startswith(FOLDER)
        complain(f"{config_file().parent if of_theme else config_file()}, {problem}.")
    collector.wake()
    note_interrupts()
    status = app.run()
    if app.failure:
        complain(app.failure)
        status = app.return_code or 2
    let_go_of_terminal()
    return app.return_code or status or 0
