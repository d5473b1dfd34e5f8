"""Offer what a program left behind that ended without saving: never silently, never lost."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.model import Header, new_id
from debatemap.core.text import excerpt, safe_line
from debatemap.store.journal import Origin
from debatemap.store.leftovers import Left, left_of_others
from debatemap.store.locations import samples
from debatemap.store.sync_copies import id_in
from debatemap.tui.background_work import bring_in
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.comparing.findings import Findings
from debatemap.tui.features.writing.reopening import reopen
from debatemap.workspace.background import run
from debatemap.workspace.recovery import all_left, finish_recovery, plan_recovery, recovered
from debatemap.workspace.session import Session, open_session

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext, Program

__all__ = ["offer_new_maps", "offer_what_was_left"]

_MOST: Final = 500
"""How many differences are listed."""
_PAUSE: Final = 0.1


class _Offer(NamedTuple):
    """What is offered.

    Attributes:
        left: What was left behind.
        name: What it was left of.
        now: A snapshot of the map.
    """

    left: Left
    name: str
    now: Debate


async def offer_what_was_left(context: "MapContext") -> None:
    """Offers what dead programs left of the open map, the oldest first."""
    if context.session.read_only or context.session.path is None:
        return
    await _offer_each(context, await run(all_left, context.session.origin))


async def _offer_each(context: "MapContext", lefts: Sequence[Left]) -> None:
    """Offers the first, and has work of its own offer the rest.

    Input waits for work that has asked, and would wait for ever where that waits in turn until
    nothing is written and nothing is to be asked.
    """
    if not lefts:
        await _tell_of_others(context)
        return
    left, *rest = lefts
    while not context.is_free:
        await asyncio.sleep(_PAUSE)
    offer = _Offer(left, _name_of(context, left), context.session.snapshot().debate)
    answer = await _answer(context.app, offer)
    if answer == "k" and not context.session.read_only:
        await _bring_back(context, left)
    elif answer:
        context.say(_UNTOUCHED[answer].format(file=safe_line(str(left.file))))
    context.run_beside(_offer_each(context, rest))


async def _tell_of_others(context: "MapContext") -> None:
    if await run(left_of_others, context.session.origin):
        context.say(
            "Unsaved edits of another map that was in this file are kept, and offered when that "
            "map is opened."
        )


def _name_of(context: "MapContext", left: Left) -> str:
    """Returns the map by its title and its file, and where it was if that was elsewhere."""
    path, title = context.session.path, context.session.debate.header.title
    name = path.name if path is not None else "the map"
    name = f"“{excerpt(title, 60)}” ({name})" if title.strip() else name
    was = left.origin.path
    is_elsewhere = path is not None and was and was != context.session.origin.path
    return f"{name}, which was at {excerpt(was, 200)}," if is_elsewhere else name


async def offer_new_maps(app: "Program") -> None:
    """Offers what dead programs left of maps that had no file yet."""
    for left in await run(all_left, Origin("", "")):
        session = await run(_begun, left)
        offer = _Offer(left, "a new map", session.snapshot().debate)
        if await _answer(app, offer) == "k":
            context = app.show_map(session)
            context.asks_for_thesis = False
            context.call_after_refresh(lambda: context.run_beside(_bring_back(context, left)))  # noqa: B023  (it ends here)
            return


_UNTOUCHED: Final = {
    "d": "Dropped; the map is as its file has it.",
    "c": "They are kept, and offered again when the map is opened next.",
    "s": "The damaged journal is kept: {file}",
    "k": "They are kept: another window writes this map now.",
}


_ANSWERS: Final = [
    Answer("k", "keep them: they become unsaved edits, which {key:undo} takes back"),
    Answer("l", "look at them"),
    Answer("d", "drop them"),
    Answer("c", "cancel, and ask again the next time"),
]
_DAMAGED_ANSWERS: Final = [
    Answer("s", "see where the journal lies; it is kept, and this is asked again the next time"),
    Answer("d", "drop the journal"),
    Answer("c", "cancel, and ask again the next time"),
]
"""Where all that can be read of a damaged journal is in the map."""


async def _answer(app: "Program", offer: _Offer) -> str:
    """Returns what is to become of it; empty where nothing is left that the map lacks."""
    left = offer.left
    findings = await run(_findings, offer.now, left)
    if findings is None and not left.damaged:
        left.drop()
        return ""
    answers = _DAMAGED_ANSWERS if findings is None else _ANSWERS
    answers = [answer._replace(words=app.keymap.fill(answer.words)) for answer in answers]
    question = _question(offer, is_new=findings is not None)
    while True:
        answer = await app.push_screen_wait(AskScreen(question, answers))
        if answer == "l" and findings is not None:
            await app.push_screen_wait(_list_of(findings, left))
        elif answer != "d":
            return answer
        elif await _is_dropped(app):
            left.drop()
            return answer


async def _is_dropped(app: "Program") -> bool:
    # A key that was typed for the map must not drop anything.
    answers = [Answer("y", "drop them for good"), Answer("c", "cancel")]
    question = "Drop what was not saved? It cannot be had again."
    return await app.push_screen_wait(AskScreen(question, answers)) == "y"


def _question(offer: _Offer, *, is_new: bool) -> str:
    """Returns what to ask.

    Args:
        offer: What is offered.
        is_new: Whether it holds anything that the map lacks.
    """
    left = offer.left
    damage = _damage(left)
    if not is_new:
        rest = " What could be read of it is in the map." if left.changes or left.writing else ""
        return f"In what was not saved of {offer.name}{_when(left)}, {damage}.{rest}"
    number = len(left.changes)
    edits = f"{number:,} edit{'' if number == 1 else 's'} of {offer.name}"
    writing = "A text that was being written" if not number else "and a text being written"
    what = edits if left.writing is None else f"{edits} {writing}" if number else writing
    verb = "was" if number + (left.writing is not None) == 1 else "were"
    of = "" if number else f" in {offer.name}"
    asked = f"{what}{of} {verb} not saved when the program ended{_when(left)}."
    return (
        f"{asked} Beside that, {damage}; the journal is kept until you drop it."
        if damage
        else asked
    )


def _when(left: Left) -> str:
    try:
        ended = datetime.fromtimestamp(left.file.stat().st_mtime, UTC).astimezone()
    except OSError:
        return ""
    return f" on {ended:%Y-%m-%d} at {ended:%H:%M}"


def _damage(left: Left) -> str:
    """Returns how many lines could not be read, in words; empty for none."""
    if not left.damaged:
        return ""
    lines = "1 line is" if left.damaged == 1 else f"{left.damaged:,} lines are"
    return f"{lines} damaged and cannot be read"


def _findings(now: Debate, left: Left) -> Findings | None:
    change, _ = recovered(now, left)
    if not change and left.writing is None:
        return None
    after = now.copy()
    after.apply(change)
    return Findings(now, after)


def _list_of(findings: Findings, left: Left) -> ChooserScreen[int]:
    lines = [findings.shown(difference) for difference in findings.found[:_MOST]]
    if len(findings.found) > _MOST:
        lines.append(Content.styled(f"and {len(findings.found) - _MOST:,} more", "$quiet"))
    if left.writing is not None:
        lines.append(Content(f"being written: {excerpt(left.writing.text, 200)}"))

    choices = [Choice(n, line) for n, line in enumerate(lines)]
    return ChooserScreen(
        "What was not saved",
        lambda typed: fitting(typed, choices),
        hints=("{key:list_leave} or {key:list_accept} goes back",),
    )


async def _bring_back(context: "MapContext", left: Left) -> None:
    finish = partial(finish_recovery, context.session, left)
    conflicts = (await bring_in(context, partial(plan_recovery, left=left), finish)).conflicts
    number = len(left.changes)
    undo, show = context.keymap.name("undo"), context.keymap.name("conflicts")
    are = " is" if number == 1 else "s are"
    said = f"{number:,} edit{are} back and not saved yet; {undo} undoes."
    if not number and left.writing is not None:
        said = "What was being written is back."
    if left.damaged:
        said += f" {_damage(left)}; that is asked about again the next time."
    if conflicts:
        said += f" {conflicts:,} conflict{'' if conflicts == 1 else 's'}: {show} shows."
    context.say(said)
    if left.writing is not None:
        reopen(context, left.writing)


def _begun(left: Left) -> Session:
    """Returns what a map without a file began as: a sample, or nothing."""
    map_id = left.origin.map_id
    for sample in samples():
        if id_in(sample) == map_id:
            session = open_session(sample)
            session.forget_file()
            return session
    return Session(Debate(Header(map_id or new_id())))
