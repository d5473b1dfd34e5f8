"""What stands around some claims before an edit and after it."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.neighbourhood import neighbourhood, tops_of
from debatemap.core.node_names import name_of, quoted
from debatemap.edit import EditRefusedError
from debatemap.tui.features.shaping.branch_lines import branch_lines, cut_branch_lines
from debatemap.tui.features.shaping.preview_screen import PreviewScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["EditPreviewScreen", "Verb", "before_after"]

Verb = Callable[[Debate], Change]

_NAMED: Final = 56
_AROUND: Final = 34
"""Cells of a claim in the heading at most, and of the words around two of them."""


def before_after(
    debate: Debate, claims: Sequence[str], verb: Verb, room: int, most: int
) -> list[Content]:
    """Returns the lines of the claims and what is around them, before and after an edit.

    The edit is made on what is around them alone, so that it costs nothing on a large map.

    Args:
        debate: The debate.
        claims: The claims that the edit is about.
        verb: Makes the edit.
        room: Cells of a line.
        most: Lines that are in sight. Where both do not fit, of what stands beneath the claims
            and stays there it is only said how much it is.
    """
    before = neighbourhood(debate, claims)
    stances = _stances_of_tops(debate, before)
    after = before.copy()
    try:
        change = verb(after)
    except EditRefusedError as error:
        refused = Content.styled(f"not possible: {error}", "$warning")
        lines = branch_lines(before, tops_of(before), room, new=claims, stances=stances)
        return [_heading("before"), *lines[: max(1, most - 3)], Content(""), refused]
    after.apply(change)
    tops, tops_after = tops_of(before), _tops_after(debate, before, after)
    loose = [top for top in tops_after if top not in tops]
    new = [*claims, *(key for key, (old, _) in change.claims.items() if old is None), *loose]

    def shown(heading: str, part: Debate, tops: Sequence[str], *, in_short: bool) -> list[Content]:
        edited = claims if part is before else new
        within = _with_what_is_above(part, edited) if in_short else None
        if within is None:
            return [_heading(heading), *branch_lines(part, tops, room, new=edited, stances=stances)]
        lines, more = cut_branch_lines(part, tops, room, new=edited, stances=stances, within=within)
        return [_heading(f"{heading}   {more}".rstrip()), *lines]

    for in_short in (False, True):
        lines = [
            *shown("before", before, tops, in_short=in_short),
            Content(""),
            *shown("after", after, tops_after, in_short=in_short),
        ]
        if len(lines) <= most:
            break
    return lines


def _heading(words: str) -> Content:
    return Content.styled(words, "italic $quiet")


def _tops_after(debate: Debate, before: Debate, after: Debate) -> list[str]:
    """Returns the claims at the top after an edit; one that was not is unplaced in the whole."""
    kept = set(tops_of(before))
    return [
        top
        for top in tops_of(after)
        if top in kept
        or not any(
            link not in before.links and debate.exists(debate.links[link].target)
            for link in (debate.links_from(top) if top in before.claims else ())
        )
    ]


def _stances_of_tops(debate: Debate, part: Debate) -> dict[str, Stance | None]:
    """Returns what the claims at the top of a part are for what stands above them in the whole."""
    links = {top: next(iter(debate.links_from(top)), None) for top in tops_of(part)}
    return {
        top: debate.links[link].stance
        for top, link in links.items()
        if link is not None and not debate.is_thesis(top)
    }


def _with_what_is_above(debate: Debate, claims: Sequence[str]) -> set[str]:
    """Returns some claims, those that hold only together with them, and what they stand under."""
    found = set(claims)
    for claim in claims:
        for link in debate.links_from(claim):
            found |= {*debate.links[link].premises}
            met, target = {link}, debate.links[link].target
            # Links may undercut each other in a cycle.
            while target in debate.links and target not in met:
                met.add(target)
                found.add(debate.links[target].premises[0])
                target = debate.links[target].target
            found.add(target)
    return found


class EditPreviewScreen(PreviewScreen):
    """An edit, with what it makes of the claims and of what is around them.

    Args:
        context: The open map.
        claims: What it edits.
        verb: Makes the edit.
    """

    hints: Sequence[str] = (
        "{key:preview_accept} merges them",
        "{key:preview_leave} leaves the map as it is",
    )

    def __init__(self, context: "MapContext", claims: Sequence[str], verb: Verb) -> None:
        super().__init__(context)
        self._claims, self.verb = claims, verb

    @property
    def refusal(self) -> str:
        """Why it cannot be done."""
        try:
            self._change()
        except EditRefusedError as error:
            return str(error)
        return ""

    def heading(self) -> str:
        """Returns what the edit does."""
        try:
            question = self._change().question
        except EditRefusedError as error:
            return f"Not possible: {error}"
        debate, cells = self.context.session.debate, max(0, self.app.size.width - _AROUND) // 2
        short_names = Counter(name_of(debate, claim) for claim in self._claims)
        for claim in self._claims:
            short = name_of(debate, claim)
            if short_names[short] > 1:
                continue  # Which of them the words name is not to be seen from these.
            # Changes name claims in few words; here there may be room for more.
            longer = quoted(debate.claims[claim].text, min(cells, _NAMED))
            question = question.replace(short, longer) if len(longer) > len(short) else question
        return question

    def _change(self) -> Change:
        """Makes the edit of what is around the claims, and of all places of that."""
        debate = self.context.session.debate
        return self.verb(neighbourhood(debate, self._claims, with_places=True))

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what is there before and after."""
        return self.preview(room, self.lines_in_sight(room))

    def preview(self, room: int, most: int) -> Sequence[Content]:
        """Returns what is there before and after, in so many lines where they are enough."""
        return before_after(self.context.session.debate, self._claims, self.verb, room, most)
