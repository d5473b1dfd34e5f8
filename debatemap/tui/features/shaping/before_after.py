"""What stands around some claims before an edit and after it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Stance
from debatemap.core.neighbourhood import neighbourhood, tops_of
from debatemap.edit import EditRefusedError
from debatemap.tui.features.shaping.branch_lines import branch_lines
from debatemap.tui.features.shaping.preview_screen import PreviewScreen

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["EditPreviewScreen", "Verb", "before_after"]

Verb = Callable[[Debate], Change]


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
    new = [*claims, *(key for key, (old, _) in change.claims.items() if old is None)]

    def shown(*, in_short: bool) -> list[Content]:
        parts = []
        for heading, part, edited in ("before", before, claims), ("after", after, new):
            within = _with_what_is_above(part, edited) if in_short else None
            tops = tops_of(part)
            lines = branch_lines(part, tops, room, new=edited, stances=stances, within=within)
            parts += [_heading(heading), *lines, Content("")]
        return parts[:-1]

    whole = shown(in_short=False)
    return whole if len(whole) <= most else shown(in_short=True)


def _heading(words: str) -> Content:
    return Content.styled(words, "italic $quiet")


def _stances_of_tops(debate: Debate, part: Debate) -> dict[str, Stance | None]:
    """Returns what the claims at the top of a part are for what stands above them in the whole."""
    links = {top: next(iter(debate.links_from(top)), None) for top in tops_of(part)}
    return {
        top: debate.links[link].stance
        for top, link in links.items()
        if link is not None and not debate.is_thesis(top)
    }


def _with_what_is_above(debate: Debate, claims: Sequence[str]) -> set[str]:
    """Returns some claims and those that they stand under."""
    found = set(claims)
    for claim in claims:
        for link in debate.links_from(claim):
            target = debate.links[link].target
            while target in debate.links:
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

    def __init__(self, context: "MapContext", claims: Sequence[str], verb: Verb) -> None:
        super().__init__(context)
        self._claims, self.verb = claims, verb

    @property
    def refusal(self) -> str:
        """Why it cannot be done."""
        try:
            self.verb(neighbourhood(self.context.session.debate, self._claims))
        except EditRefusedError as error:
            return str(error)
        return ""

    def heading(self) -> str:
        """Returns what the edit does."""
        try:
            said = self.verb(neighbourhood(self.context.session.debate, self._claims)).said
        except EditRefusedError as error:
            return f"Not possible: {error}"
        return f"{said[:1].upper()}{said[1:]}?"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what is there before and after."""
        return self.preview(room, self.lines_in_sight(room))

    def preview(self, room: int, most: int) -> Sequence[Content]:
        """Returns what is there before and after, in so many lines where they are enough."""
        return before_after(self.context.session.debate, self._claims, self.verb, room, most)
