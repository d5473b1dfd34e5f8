"""How the cursor moves over a card: along a column, across to the other one, by pages."""

from collections.abc import Callable
from typing import Final

from debatemap.core.debate import Debate
from debatemap.tui.views.card.arrangement import Arrangement, Part, Spot
from debatemap.views.card import Entry, Role

__all__ = ["MOVES", "focus_spot", "move_by_lines"]


def focus_spot(card: Arrangement) -> Spot:
    """Returns where the claim in focus stands."""
    blocks = card.stacks[Part.HEAD].blocks
    roles = (isinstance(block, Entry) and block.role is Role.FOCUS for block in blocks)
    return Spot(Part.HEAD, next((n for n, is_focus in enumerate(roles) if is_focus), 0))


def move_by_lines(card: Arrangement, spot: Spot, lines: int) -> Spot:
    """Returns the entry about so many lines below a spot, or above it."""
    target = card.line_of(spot) + lines
    if spot.part is Part.HEAD:
        beside = _first_of(card, Part.PROS) or _first_of(card, Part.CONS)
        if lines < 0 or beside is None or target < card.top_of(Part.PROS):
            return _near(card, Part.HEAD, target) or spot
        return _near(card, beside.part, target) or spot
    if target < card.top_of(Part.PROS):
        return _near(card, Part.HEAD, target) or spot
    return _near(card, spot.part, target) or spot


def _next(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001  (as all)
    index = card.stacks[spot.part].next_entry(spot.number, 1)
    if index is not None:
        return Spot(spot.part, index)
    if spot.part is Part.HEAD:
        return _first_of(card, Part.PROS) or _first_of(card, Part.CONS)
    if spot.part is Part.PROS and not card.is_split:
        return _first_of(card, Part.CONS)
    return None


def _previous(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001
    index = card.stacks[spot.part].next_entry(spot.number, -1)
    if index is not None:
        return Spot(spot.part, index)
    if spot.part is Part.CONS and not card.is_split:
        last = _last_of(card, Part.PROS)
        if last is not None:
            return last
    return _last_of(card, Part.HEAD) if spot.part is not Part.HEAD else None


def _next_reply(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001
    index = card.stacks[spot.part].next_entry(spot.number, 1, replies=True)
    return Spot(spot.part, index) if index is not None else None


def _previous_reply(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001
    index = card.stacks[spot.part].next_entry(spot.number, -1, replies=True)
    return Spot(spot.part, index) if index is not None else None


def _right(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:
    if spot.part is Part.HEAD:
        return _first_of(card, Part.PROS) or _first_of(card, Part.CONS)
    return _across(card, spot, Part.CONS, debate) if spot.part is Part.PROS else None


def _left(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:
    if spot.part is Part.CONS:
        return _across(card, spot, Part.PROS, debate) or focus_spot(card)
    return focus_spot(card) if spot.part is Part.PROS else None


def _first(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001
    return focus_spot(card)


def _last(card: Arrangement, spot: Spot, debate: Debate) -> Spot | None:  # noqa: ARG001
    part = spot.part if spot.part is not Part.HEAD else Part.CONS
    return _last_of(card, part) or _last_of(card, Part.PROS)


MOVES: Final[dict[str, Callable[[Arrangement, Spot, Debate], Spot | None]]] = {
    "next": _next,
    "previous": _previous,
    "next_sibling": _next_reply,
    "previous_sibling": _previous_reply,
    "inward": _right,
    "outward": _left,
    "first": _first,
    "last": _last,
}
"""By command, what returns the spot that it leads to; None where it leads nowhere."""


def _across(card: Arrangement, spot: Spot, part: Part, debate: Debate) -> Spot | None:
    """Returns the entry of the other side that answers this one, or else the one beside it."""
    here = card.entry(spot)
    if here is not None:
        answers, answered = _answers_to(debate, here), _answered_by(debate, here)
        for number, block in enumerate(card.stacks[part].blocks):
            if isinstance(block, Entry) and (
                block.claim in answers or not answered.isdisjoint((block.claim, block.link))
            ):
                return Spot(part, number)
    if not card.is_split:
        return _first_of(card, part)
    return _near(card, part, card.line_of(spot))


def _answers_to(debate: Debate, entry: Entry) -> set[str]:
    """Returns the claims that attack a claim or the step that puts it there."""
    into = [*debate.links_into(entry.claim), *debate.links_into(entry.link or "")]
    attacks = (debate.links[link] for link in into if debate.links[link].stance == "attacks")
    return {premise for link in attacks for premise in link.premises}


def _answered_by(debate: Debate, entry: Entry) -> set[str]:
    """Returns the claims and steps that a claim attacks."""
    links = (debate.links[link] for link in debate.links_from(entry.claim))
    return {link.target for link in links if link.stance == "attacks"}


def _near(card: Arrangement, part: Part, line: int) -> Spot | None:
    index = card.stacks[part].entry_near(line - card.top_of(part))
    return Spot(part, index) if index is not None else None


def _first_of(card: Arrangement, part: Part) -> Spot | None:
    index = card.stacks[part].next_entry(-1, 1)
    return Spot(part, index) if index is not None else None


def _last_of(card: Arrangement, part: Part) -> Spot | None:
    stack = card.stacks[part]
    index = stack.next_entry(len(stack.blocks), -1)
    return Spot(part, index) if index is not None else None
