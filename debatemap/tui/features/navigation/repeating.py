"""The last edit, to be made again on another claim."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.fields import fields_of
from debatemap.tui.features.rating.person import known_person

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.core.model import Claim
    from debatemap.tui.context import MapContext
    from debatemap.views.outline import Row

__all__ = ["Repeating"]

_BY_COMMAND: Final = frozenset(
    {"flip", "thesis", "promote", "demote", "move_up", "move_down", "unlink"}
)
"""The commands that ask nothing, so that they can just be run again."""
_OWN: Final = frozenset({"text", "note", "sources", "created"})
"""Fields of which each claim has a value of its own."""

Again = Callable[["Debate", "Row"], Change]
"""Makes the change for the row that is selected."""


class Repeating:
    """Remembers the last edit of a kind that makes sense on another claim too."""

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._command = ""
        self._again: Again | None = None

    def note(self, change: Change) -> None:
        """Is told what the user does to the map, before it is done."""
        context = self._map
        if context.running == "repeat_edit" or context.row is None:
            return
        again = _rating(change, context) or _field(change) or _link(change, context.row)
        if context.running in _BY_COMMAND:
            self._command, self._again = context.running, None
        elif again is not None:
            self._command, self._again = "", again

    def repeat(self) -> None:
        """Makes the edit for the selected claim."""
        context, row = self._map, self._map.row
        if self._command:
            context.start_command(self._command)
        elif self._again is None:
            context.say(
                "No edit can be done again yet: tags, author, rating, link or turn.", "warning"
            )
        elif row is not None:
            change = self._again(context.session.debate, row)
            if change:
                context.do(change)
            else:
                context.say("The claim has that already.")


def _field(change: Change) -> Again | None:
    """Returns what gives another claim the value that a change gives to one claim."""
    if len(change.claims) != 1 or change.links:
        return None
    before, after = next(iter(change.claims.values()))
    if before is None or after is None:
        return None
    for field in fields_of("claims"):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name in _OWN or old == new:
            continue
        if field.kind == "tags":
            return partial(_retag, frozenset(new) - set(old), frozenset(old) - set(new))
        return partial(_set, field.name, new)
    return None


def _set(name: str, value: str, debate: "Debate", row: "Row") -> Change:
    return edit.set_field(debate, row.claim, name, value)


def _retag(added: frozenset[str], taken: frozenset[str], debate: "Debate", row: "Row") -> Change:
    """Adds and takes away the tags that were, and leaves the other ones."""
    claim: Claim = debate.claims[row.claim]
    kept = [tag for tag in claim.tags if tag not in taken]
    tags = [*kept, *sorted(added - set(kept))]
    return edit.set_field(debate, row.claim, "tags", tags)


def _rating(change: Change, context: "MapContext") -> Again | None:
    """Returns what gives another claim, or another step, the rating that a change gives."""
    row = context.row
    if row is None:
        return None
    for before, after in change.stances.values():
        old, new = before or {}, after or {}
        for node in (row.claim, row.link):
            if node is not None and old.get(node) != new.get(node):
                return partial(_rate, context, new.get(node), of_step=node == row.link)
    return None


def _rate(
    context: "MapContext", value: float | None, debate: "Debate", row: "Row", *, of_step: bool
) -> Change:
    """Rates under the name that is the user's now: another may have been given since."""
    node = row.link if of_step and row.link is not None else row.claim
    return edit.rate(debate, node, known_person(context), value)


def _link(change: Change, row: "Row") -> Again | None:
    """Returns what links another claim as a change links the one of a row."""
    made = [after for before, after in change.links.values() if before is None and after]
    if len(made) != 1 or (change.claims and any(None in pair for pair in change.claims.values())):
        return None
    link = made[0]
    if len(link.premises) != 1:
        return None
    if link.premises == (row.claim,):
        return lambda debate, other: edit.connect(debate, other.claim, link.target, link.stance)
    if link.target == row.claim:
        premise = link.premises[0]
        return lambda debate, other: edit.connect(debate, premise, other.claim, link.stance)
    return None
