"""Which claims an edit is for: the marked ones, all that the filter has found, or one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.shown_order import in_shown_order

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["Chosen", "choose_claims", "has_several"]

_ALL, _ONE, _NONE = "y", "n", "c"
_VERBS: Final = {
    "tags": "Tag", "author": "Name the author of", "flip": "Turn the stance of",
    "move": "Move", "cut": "Delete", "delete_everywhere": "Delete everywhere", "rate": "Rate",
    "join": "Join",
}  # fmt: skip

_WITH_THE_SELECTED: Final = frozenset({"join"})
"""Commands that need other claims than the selected one."""


class Chosen(NamedTuple):
    """Claims that are to be edited.

    Attributes:
        claims: The claims, in the order in which they are shown.
        noun: What they are called in a question.
        at: The link of the selected place, where its claim is among them.
    """

    claims: tuple[str, ...]
    noun: str
    at: Mapping[str, str | None]


def has_several(context: "MapContext") -> bool:
    """Tells whether claims are marked, or several are found by a filter."""
    return bool(context.view.marked) or len(_found(context)) > 1


async def choose_claims(context: "MapContext") -> Chosen | None:
    """Returns the claims to edit; asks where none is marked and a filter is on.

    Returns:
        None for the selected claim alone, and no claims where nothing is to be done.
    """
    row = context.row
    at = {row.claim: row.link} if row is not None else {}
    marked = context.view.marked
    if marked:
        claims = tuple(in_shown_order(context, marked))
        return Chosen(claims, f"the {_count(len(claims), 'marked claim')}", at)
    found = _found(context)
    verb = _VERBS.get(context.running, "Edit")
    question = f"{verb} all {len(found):,} claims that the filter has found?"
    answers = [
        Answer(_ALL, f"yes, all {len(found):,}"),
        Answer(_ONE, "no, the selected claim alone"),
        Answer(_NONE, "leave"),
    ]
    if context.running in _WITH_THE_SELECTED:
        question = f"{question[:-1]} with the selected one?"
        del answers[1]
    answer = await context.ask(AskScreen(question, answers))
    if answer == _ONE:
        return None
    claims = tuple(found) if answer == _ALL else ()
    return Chosen(claims, f"the {_count(len(claims), 'claim')} found", at)


def _found(context: "MapContext") -> Sequence[str]:
    """Returns the claims that the filter has found; none where no filter is on."""
    # What a list of finds highlights beside it is not what the question names.
    found = context.feature(Finder).filter_now
    return in_shown_order(context, found.hits) if found is not None else ()


def _count(number: int, noun: str) -> str:
    return noun if number == 1 else f"{number:,} {noun}s"
