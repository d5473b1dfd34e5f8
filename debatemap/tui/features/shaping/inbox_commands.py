"""Go through the claims that have no place: each is placed, made a thesis, deleted or left."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core import queries
from debatemap.core.text import excerpt
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.widgets.clickable import linked
from debatemap.views.outline import Row

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["inbox"]

_PLACE, _THESIS, _DELETE, _LATER, _END = "p", "t", "d", "l", "q"
_DONE: Final = {
    _PLACE: "placed", _THESIS: "made a thesis", _DELETE: "deleted", _LATER: "left for later",
}  # fmt: skip
_WORDS: Final = 600
_NOTE: Final = 300


async def inbox(context: "MapContext") -> None:
    """Asks of each unplaced claim, one after the other, what is to become of it."""
    waiting = queries.unplaced(context.session.debate)
    if not waiting:
        words = "No claim is unplaced; {key:add_unplaced} notes one down for later."
        context.say(linked(context.keymap, words))
        return
    done: Counter[str] = Counter()
    for number, claim in enumerate(waiting, 1):
        while (answer := await _ask(context, claim, number, len(waiting))) == _PLACE:
            if await _place(context, claim):
                break
        if answer == _END:
            break
        if answer:
            _settle(context, claim, answer)
            done[answer] += 1
    context.say(_summary(done, len(queries.unplaced(context.session.debate))))


async def _ask(context: "MapContext", claim: str, number: int, count: int) -> str:
    """Returns what is to become of a claim; nothing where it has gone or has a place by now."""
    debate = context.session.debate
    if claim not in debate.claims or debate.is_placed(claim):
        return ""
    context.select_claim(claim)
    record = debate.claims[claim]
    note = f"\n\n{excerpt(record.note, _NOTE)}" if record.note else ""
    beneath = len(queries.branch(debate, [claim])[0]) - 1
    replies = f" and {beneath:,} claim{'' if beneath == 1 else 's'} beneath it" if beneath else ""
    answers = [
        Answer(_PLACE, "place it under another claim"),
        Answer(_THESIS, "make it a thesis"),
        Answer(_DELETE, f"delete it{replies}"),
        Answer(_LATER, "later: leave it here, and go on"),
        Answer(_END, "leave; what is done stays"),
    ]
    question = f"Unplaced claim {number:,} of {count:,}\n\n{excerpt(record.text, _WORDS)}{note}"
    return await context.ask(AskScreen(question, answers))


async def _place(context: "MapContext", claim: str) -> bool:
    """Moves a claim under another one; tells whether one was chosen."""
    row = Row(claim, None, None, 0, 0)
    picked = await context.ask(PickerScreen(context, row, linking=False))
    if picked is None:
        return False
    context.do(edit.move(context.session.debate, claim, None, picked.target, picked.stance))
    return True


def _settle(context: "MapContext", claim: str, answer: str) -> None:
    debate = context.session.debate
    if answer == _THESIS:
        context.do(edit.make_thesis(debate, claim))
    elif answer == _DELETE:
        context.do(edit.delete_branch(debate, claim, None))


def _summary(done: Counter[str], left: int) -> str:
    parts = [f"{done[answer]:,} {words}" for answer, words in _DONE.items() if done[answer]]
    said = ", ".join(parts) or "Nothing is changed"
    rest = f"{left:,} {'is' if left == 1 else 'are'} unplaced still"
    return f"{said}; {rest if left else 'no claim is unplaced any more'}."
