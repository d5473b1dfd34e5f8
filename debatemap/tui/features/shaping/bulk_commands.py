"""Edit all marked claims, or all that a filter has found: one question, one step of undo."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.fields import field_of
from debatemap.tui.dialogs.known_answers import KnownScreen
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.features.rating.person import person_asked
from debatemap.tui.features.rating.rate_commands import number_typed
from debatemap.tui.features.shaping.bulk_screen import BulkScreen
from debatemap.tui.features.shaping.chosen_claims import Chosen, choose_claims
from debatemap.tui.features.shaping.marked_picker import MarkedPickerScreen
from debatemap.tui.features.writing.field_commands import known_values
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["edit_chosen"]

Verb = Callable[[Debate], edit.Bulk]


async def edit_chosen(context: "MapContext", command: str, alone: Callable[[], Any]) -> None:
    """Does for all chosen claims what a command does for one.

    Args:
        context: The open map.
        command: The id of the command.
        alone: Does it for the selected claim, where only that is chosen.
    """
    chosen = await choose_claims(context)
    if chosen is None:
        done = alone()
        if isinstance(done, Awaitable):
            await done
        return
    if not chosen.claims:
        return
    verb = await _VERBS[command](context, chosen)
    if verb is not None:
        await _do(context, verb)


async def _do(context: "MapContext", verb: Verb) -> None:
    """Shows what an edit would do, and does it as one step."""
    snapshot = context.session.snapshot()
    bulk = await run(verb, snapshot.debate)
    if not await context.ask(BulkScreen(context, bulk)):
        return
    if context.session.revision != snapshot.revision:
        bulk = await run(verb, context.session.snapshot().debate)
    context.do(bulk.change)
    left = len(bulk.refused)
    if left:
        more = (
            f"{left:,} stay{'s' if left == 1 else ''} as {'it was' if left == 1 else 'they were'}"
        )
        context.say(f"{bulk.change.sentence}; {more}.")


async def _tag(context: "MapContext", chosen: Chosen) -> Verb | None:
    known = known_values(context, field_of("claims", "tags"))
    question = f"Tags for {chosen.noun}, with commas between; a - before one takes it away"
    text = await context.ask(KnownScreen(question, "", known, is_list=True))
    return partial(edit.tag_claims, claims=chosen.claims, tags=text) if text else None


async def _sign(context: "MapContext", chosen: Chosen) -> Verb | None:
    known = known_values(context, field_of("claims", "by"))
    question = f"Who are {chosen.noun} by?"
    text = await context.ask(KnownScreen(question, "", known, is_list=False))
    return partial(edit.sign_claims, claims=chosen.claims, by=text) if text is not None else None


async def _flip(_: "MapContext", chosen: Chosen) -> Verb:
    return partial(edit.flip_claims, claims=chosen.claims, at=dict(chosen.at))


async def _move(context: "MapContext", chosen: Chosen) -> Verb | None:
    row = context.row
    if row is None:
        return None
    picked = await context.ask(MarkedPickerScreen(context, row, chosen))
    if picked is None:
        return None
    return partial(edit.move_claims, claims=chosen.claims, target=picked.target, at=dict(chosen.at))


async def _join(context: "MapContext", chosen: Chosen) -> Verb | None:
    row = context.row
    if row is None or row.link is None:
        return None
    return partial(edit.join_claims, claims=chosen.claims, link=row.link)


async def _delete(_: "MapContext", chosen: Chosen) -> Verb:
    return partial(edit.delete_claims, claims=chosen.claims, at=dict(chosen.at))


async def _delete_everywhere(_: "MapContext", chosen: Chosen) -> Verb:
    return partial(edit.delete_claims_everywhere, claims=chosen.claims)


async def _rate(context: "MapContext", chosen: Chosen) -> Verb | None:
    person = await person_asked(context)
    if not person:
        return None
    question = f"How far do you hold {chosen.noun}? 0 to 100; nothing takes the ratings back"
    text = await context.ask(PromptScreen(question))
    if text is None:
        return None
    return partial(edit.rate_claims, claims=chosen.claims, person=person, value=number_typed(text))


_VERBS: Final[dict[str, Callable[["MapContext", Chosen], Awaitable[Verb | None]]]] = {
    "tags": _tag, "author": _sign, "flip": _flip, "move": _move, "cut": _delete,
    "delete_everywhere": _delete_everywhere, "rate": _rate, "join": _join,
}  # fmt: skip
"""By command, what asks for the rest of what is needed, and makes the edit."""
