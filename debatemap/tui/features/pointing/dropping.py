"""Ask what a claim that was dropped on another one is to be there, and do it."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.model import Stance
from debatemap.core.node_names import quoted
from debatemap.core.reading_order import way_to
from debatemap.tui.commands.conditions import editable
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.arranging.connecting import connect_asked
from debatemap.tui.widgets.row_pointing import Place

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.tui.context import MapContext

__all__ = ["drop", "ways_to_drop"]

_NAMED: Final = 60
_LEAVE: Final = "x"
_NOUNS: Final[dict[Stance, str]] = {"supports": "pro", "attacks": "con"}


async def drop(context: "MapContext", what: Place, target: Place) -> None:
    """Asks what a claim is to be where it was dropped, and links or moves it."""
    debate, reason = context.session.debate, editable(context.situation())
    if reason:
        context.warn(reason)
        return
    if not {what.claim, target.claim} <= debate.claims.keys():
        context.warn("The claim is gone.")
        return
    what, target = _placed(debate, what), _placed(debate, target)
    answers = list(ways_to_drop(debate, what, target))
    names = [quoted(debate.claims[place.claim].text, _NAMED) for place in (what, target)]
    if not answers:
        why = edit.refusal(debate, what.claim, target.claim, "supports") or "it makes no sense"
        context.warn(f"{names[0]} cannot be dropped on {names[1]}: {why}")
        return
    question = f"What is {names[0]} to be for {names[1]}?"
    leave = Answer(_LEAVE, "cancel, and leave all as it is")
    answer = await context.ask(AskScreen(question, [*answers, leave]))
    await _do(context, what, target, answer)


def ways_to_drop(debate: "Debate", what: Place, target: Place) -> Iterator[Answer]:
    """Yields what a claim can become where it is dropped."""
    if edit.refusal(debate, what.claim, target.claim, "supports") is None:
        yield Answer("p", "a pro of it, in one more place")
    if edit.refusal(debate, what.claim, target.claim, "attacks") is None:
        yield Answer("c", "a con of it, in one more place")
    if target.link and edit.refusal(debate, what.claim, target.link, "attacks") is None:
        yield Answer("u", "an undercut: from that, it does not follow")
    with suppress(edit.EditRefusedError):
        edit.move(debate, what.claim, what.link, target.claim)
        stance = debate.links[what.link].stance if what.link else "supports"
        yield Answer("m", f"moved here, as a {_NOUNS[stance]}, with all beneath it")
    if _steps(debate, what, target):
        yield Answer("a", "right beside it, in the same list")


async def _do(context: "MapContext", what: Place, target: Place, answer: str) -> None:
    if answer == "p":
        await connect_asked(context, what.claim, target.claim, "supports", show=True)
    elif answer == "c":
        await connect_asked(context, what.claim, target.claim, "attacks", show=True)
    elif answer == "u" and target.link is not None:
        await connect_asked(context, what.claim, target.link, "attacks", show=True)
    elif answer == "m":
        change = edit.move(context.session.debate, what.claim, what.link, target.claim)
        context.do(change)
        context.select_claim(what.claim, next(iter(change.links)))
    elif answer == "a" and what.link is not None:
        debate = context.session.debate
        context.do(edit.reorder(debate, what.link, _steps(debate, what, target)))


def _steps(debate: "Debate", what: Place, target: Place) -> int:
    """Returns how far apart two places are in one list; 0 where they stand in two."""
    links = [debate.links.get(place.link or "") for place in (what, target)]
    if links[0] is None or links[1] is None or links[0].target != links[1].target:
        return 0
    siblings = list(debate.links_into(links[0].target))
    return siblings.index(target.link or "") - siblings.index(what.link or "")


def _placed(debate: "Debate", place: Place) -> Place:
    """Returns a place with the link by which the claim stands first, where none is known."""
    if place.link is not None or debate.is_thesis(place.claim):
        return place
    return Place(place.claim, way_to(debate, place.claim)[-1][0])
