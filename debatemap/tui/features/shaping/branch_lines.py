"""A branch as lines of a preview: signs, words, and what is beneath."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final

from textual.content import Content

from debatemap.core.branch_places import BranchPlace, branch_places
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.text import excerpt
from debatemap.tui.widgets.row_drawing import sign_at

__all__ = ["branch_lines", "cut_branch_lines"]

_SHOWN: Final = 400
"""Lines of a branch that a preview shows; nobody reads more before Enter."""
_LEAST: Final = 12
_DEEPEST: Final = 12
"""Levels that are indented; what stands deeper would have no room for its words."""
_TOPS: Final[Mapping[Stance | None, tuple[str, str]]] = {
    None: ("◆", "accent"), "supports": ("+", "pro"), "attacks": ("−", "con"),
}  # fmt: skip
_NO_STANCES: Final[Mapping[str, Stance | None]] = MappingProxyType({})


def branch_lines(
    debate: Debate,
    tops: Sequence[str],
    room: int,
    *,
    stances: Mapping[str, Stance | None] = _NO_STANCES,
    new: Collection[str] = (),
) -> list[Content]:
    """Returns a line for each place of a branch, and one for all that are not shown.

    Args:
        debate: The debate.
        tops: The claims at the top.
        room: Cells of a line.
        stances: What tops are for what is not shown above them; None for a thesis.
        new: Claims that stand out.
    """
    lines, more = cut_branch_lines(debate, tops, room, stances=stances, new=new)
    return [*lines, Content.styled(f"  {more}", "italic $quiet")] if more else lines


def cut_branch_lines(
    debate: Debate,
    tops: Sequence[str],
    room: int,
    *,
    stances: Mapping[str, Stance | None] = _NO_STANCES,
    new: Collection[str] = (),
    within: Collection[str] | None = None,
) -> tuple[list[Content], str]:
    """Returns a line for each place of a branch that is shown, and what to say of the others.

    Args:
        debate: The debate.
        tops: The claims at the top.
        room: Cells of a line.
        stances: What tops are for what is not shown above them; None for a thesis.
        new: Claims that stand out.
        within: The claims that are shown, where these are not all.
    """
    places = branch_places(debate, tops)
    first = list(islice(places, _SHOWN))
    shown = [place for place in first if within is None or place.claim in within]
    hidden = len(first) - len(shown) + sum(1 for _ in places)
    more = f"… {hidden:,} more claim{'' if hidden == 1 else 's'}" if hidden else ""
    lines = (_line(debate, each, room, stances, is_new=each.claim in new) for each in shown)
    return [*lines], more


def _line(
    debate: Debate,
    place: BranchPlace,
    room: int,
    stances: Mapping[str, Stance | None],
    *,
    is_new: bool,
) -> Content:
    sign, colour = sign_at(debate, place.link, place.claim)
    if place.depth == 0 and place.claim in stances:
        sign, colour = _TOPS[stances[place.claim]]
    pad = "  " * min(place.depth, _DEEPEST)
    claim = debate.claims[place.claim]
    after = " ↑" if place.is_again and debate.links_into(place.claim) else ""
    note = "  note" if claim.note and not place.is_again else ""
    joint = "& " if place.is_joined else ""
    words = excerpt(claim.text, max(_LEAST, room - len(pad) - 2 - len(joint + after + note)))
    style = "bold" if is_new else ""
    return Content.assemble(
        pad, (sign, f"${colour}"), " ", (joint, "$quiet"), (words, style), (after, "$quiet"),
        (note, "italic $quiet"),
    )  # fmt: skip
