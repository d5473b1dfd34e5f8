"""Offer what a program left behind that ended without saving: never silently, never lost."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.debate import Debate
from debatemap.model import Header
from debatemap.recovery import recover, recovered
from debatemap.session import Session, open_session
from debatemap.store.journal import Left, Origin, left_behind
from debatemap.store.paths import samples
from debatemap.store.siblings import id_in
from debatemap.text import excerpt
from debatemap.tui.findings import Findings, snapshot
from debatemap.tui.screens.ask import Answer, AskScreen
from debatemap.tui.screens.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.writing import reopen

if TYPE_CHECKING:
    from debatemap.tui.app import DebateApp
    from debatemap.tui.screens.map import MapScreen

__all__ = ["offer_new_maps", "offer_what_was_left"]

_MOST: Final = 500
"""How many differences are listed."""
_PAUSE: Final = 0.1
_KEEP: Final = "keep them: they become unsaved edits, which {key:undo} takes back"


class _Offer(NamedTuple):
    """What is offered.

    Attributes:
        left: What was left behind.
        name: What it was left of.
        now: Gives the map as it is now; it may be called in any thread.
    """

    left: Left
    name: str
    now: Callable[[], Debate]


async def offer_what_was_left(screen: "MapScreen") -> None:
    """Offers what dead programs left of the open map, the oldest first."""
    if screen.session.read_only or screen.session.path is None:
        return
    origin = screen.session.origin
    for left in await asyncio.to_thread(lambda: list(left_behind(origin))):
        while not screen.is_free:
            await asyncio.sleep(_PAUSE)
        name = screen.session.path.name if screen.session.path else "the map"
        offer = _Offer(left, name, snapshot(screen.session.debate))
        answer = await _answer(screen.app, offer)
        if answer == "k" and not screen.session.read_only:
            _bring_back(screen, left)
        elif answer:
            screen.say(_UNTOUCHED[answer])


async def offer_new_maps(app: "DebateApp") -> None:
    """Offers what dead programs left of maps that had no file yet."""
    for left in await asyncio.to_thread(lambda: list(left_behind(Origin("", "")))):
        session = await asyncio.to_thread(_begun, left)
        offer = _Offer(left, "a new map", snapshot(session.debate))
        if await _answer(app, offer) == "k":
            screen = app.show_map(session)
            screen.call_after_refresh(lambda: _bring_back(screen, left))  # noqa: B023  (it ends here)
            return


_UNTOUCHED: Final = {
    "d": "Dropped; the map is as its file has it.",
    "c": "They are kept, and offered again when the map is opened next.",
    "k": "They are kept: another window writes this map now.",
}


async def _answer(app: "DebateApp", offer: _Offer) -> str:
    """Returns what is to become of it; empty where nothing is left that the map lacks."""
    left = offer.left
    findings = await asyncio.to_thread(_findings, offer)
    if findings is None:
        left.drop()
        return ""
    answers = [
        Answer("k", app.keymap.fill(_KEEP)),
        Answer("l", "look at them"),
        Answer("d", "drop them"),
        Answer("c", "cancel, and ask again the next time"),
    ]
    while True:
        answer = await app.push_screen_wait(AskScreen(_question(offer), answers))
        if answer == "l":
            await app.push_screen_wait(_list_of(findings, left))
        elif answer != "d":
            return answer
        elif await _is_dropped(app):
            left.drop()
            return answer


async def _is_dropped(app: "DebateApp") -> bool:
    # A key that was typed for the map must not drop anything.
    answers = [Answer("y", "drop them for good"), Answer("c", "cancel")]
    question = "Drop what was not saved? It cannot be had again."
    return await app.push_screen_wait(AskScreen(question, answers)) == "y"


def _question(offer: _Offer) -> str:
    left = offer.left
    try:
        ended = datetime.fromtimestamp(left.file.stat().st_mtime, UTC).astimezone()
        when = f" on {ended:%Y-%m-%d} at {ended:%H:%M}"
    except OSError:
        when = ""
    number = len(left.changes)
    edits = f"{number:,} edit{'' if number == 1 else 's'} of {offer.name}"
    writing = "A text that was being written" if not number else "and a text being written"
    what = edits if left.writing is None else f"{edits} {writing}" if number else writing
    verb = "was" if number + (left.writing is not None) == 1 else "were"
    of = "" if number else f" in {offer.name}"
    return f"{what}{of} {verb} not saved when the program ended{when}."


def _findings(offer: _Offer) -> Findings | None:
    change, _ = recovered(offer.now(), offer.left)
    if not change and offer.left.writing is None:
        return None
    after = offer.now()
    after.apply(change)
    return Findings(offer.now(), after)


def _list_of(findings: Findings, left: Left) -> ChooserScreen[int]:
    lines = [findings.told(difference) for difference in findings.found[:_MOST]]
    if len(findings.found) > _MOST:
        lines.append(Content.styled(f"and {len(findings.found) - _MOST:,} more", "$quiet"))
    if left.writing is not None:
        lines.append(Content(f"being written: {excerpt(left.writing.text, 200)}"))

    choices = [Choice(n, line) for n, line in enumerate(lines)]
    return ChooserScreen(
        "What was not saved",
        lambda typed: fitting(typed, choices),
        hint="Escape or Enter goes back",
    )


def _bring_back(screen: "MapScreen", left: Left) -> None:
    conflicts = recover(screen.session, left)
    number = len(left.changes)
    undo, show = screen.keymap.name("undo"), screen.keymap.name("conflicts")
    are = " is" if number == 1 else "s are"
    said = f"{number:,} edit{are} back and not saved yet; {undo} undoes."
    if conflicts:
        said += f" {conflicts:,} conflict{'' if conflicts == 1 else 's'}: {show} shows."
    screen.say(said)
    if left.writing is not None:
        reopen(screen, left.writing)


def _begun(left: Left) -> Session:
    """Returns what a map without a file began as: a sample, or nothing."""
    map_id = left.origin.map_id
    for sample in samples():
        if id_in(sample) == map_id:
            session = open_session(sample)
            session.forget_file()
            return session
    return Session(Debate(Header(map_id)))
