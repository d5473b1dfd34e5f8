"""Programs that ended without saving, and what is asked about what they left."""

import re
from pathlib import Path

from debatemap import edit
from debatemap.store.journal import Writing
from debatemap.store.leftovers import left_behind
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver


def die(session: Session, *texts: str, writing: Writing | None = None) -> None:
    """Rewords a claim so many times, and ends as a killed program does."""
    session.keep_journal()
    assert session.journal is not None
    for text in texts:
        session.do(edit.reword(session.debate, "roots", text))
    if writing is not None:
        session.journal.record_writing(writing)
    session.journal.close(keep=True)


async def asked(user: Driver, words: str = "when the program ended") -> None:
    await user.rest_while_asked()
    await user.press()
    assert words in shown(user), user.text


def shown(user: Driver) -> str:
    """Returns the words on the screen, without what is drawn around them."""
    return re.sub(r"[^\w.:,?-]+", " ", user.text)


def left(file: Path) -> int:
    return len(list(left_behind(open_session(file).origin)))
