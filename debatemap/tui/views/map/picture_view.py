"""The map as a picture, in the outline's place: a cursor on its boxes, folds, zoom, branches."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final

from textual.geometry import Offset, Region

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.queries import theses
from debatemap.core.reading_order import way_to
from debatemap.store.picture_state import MOST_FOLDED, PICTURES, PictureState
from debatemap.tui.views.map.picture_moves import MOVES, by_lines
from debatemap.tui.views.map.picture_pointing import PicturePointing
from debatemap.views.card import shortened
from debatemap.views.map import MOST, Asked, Box, DrawnMap, Zoom, draw_map, draw_to_fit
from debatemap.views.map.map_ends import way_to_end
from debatemap.views.map.nearby_claims import levels
from debatemap.views.outline.outline import Step
from debatemap.workspace import background

__all__ = ["PictureView"]

_AT_ONCE: Final = 120
"""Claims that are laid out between two keys; more are laid out in a thread."""
_FEW: Final = 12
"""Claims that may be unfolded when the picture is first shown, on however low a screen."""
_LOW, _HIGH = 18, 34
"""Lines of the view below which claims are a line, or a few words, when it is first shown."""
_ENDS: Final = {"first": False, "last": True}
"""The commands that go to an end of the map, and whether that is the last one."""
_EDITOR: Final = 40
"""Cells that the editor has at least."""


class PictureView(PicturePointing):
    """Shows the graph as boxes and edges."""

    NAME = "picture"
    KEEPS_ABOVE = True
    DEFAULT_CSS = """
    PictureView {
        background: $background; width: 1fr; height: 1fr; layer: rows; overflow: scroll scroll;
        scrollbar-size-vertical: 0; scrollbar-size-horizontal: 0;
    }
    """

    def __init__(self, debate: Debate) -> None:
        super().__init__(debate)
        self._zoom: Zoom | None = None
        self._tops: list[str] = []
        """The claims whose branches were stepped into."""
        self._zoom_of_all: Zoom | None = None
        """How large the whole map was drawn before a branch was stepped into."""
        self._folded: set[str] = set()
        self._is_recalled = False
        self._place: tuple[Step, ...] = ()
        """The place that was selected elsewhere, for a claim that has several."""

    @property
    def path(self) -> Sequence[Step] | None:
        """The path to the place that the cursor is on."""
        claim, drawn = self._claim, self._drawn
        if claim is None or claim not in self._debate.claims:
            return None
        if self._place and self._place[-1][1] == claim:
            return self._place
        if drawn is not None and claim in drawn.picture.boxes:
            path = tuple(drawn.path(claim))
            if shortened(self._debate, path) == path:
                return path
        return way_to(self._debate, claim)

    @property
    def can_step_out(self) -> bool:
        """Whether a branch is shown alone."""
        return bool(self._tops)

    @property
    def folded(self) -> int | None:
        """How many claims the picture folds beneath the selected one."""
        drawn = self._drawn
        return drawn.forest.hidden.get(self._claim or "", 0) if drawn is not None else None

    @property
    def zoom_step(self) -> Zoom:
        """How large claims are drawn."""
        if self._zoom is not None:
            return self._zoom
        lines = self.size.height or _HIGH
        return Zoom.LINES if lines < _LOW else Zoom.WORDS if lines < _HIGH else Zoom.TEXT

    def recall(self, path: Path | None, map_id: str) -> None:
        """Takes up what was folded the last time, how large it was, and which branch was shown."""
        known = PICTURES.load(path, map_id)
        if known.folded is not None:
            claims, self._is_recalled = self._debate.claims, True
            self._folded = {claim for claim in known.folded if claim in claims}
            self._tops = [top for top in known.tops if top in claims]
            self._zoom = next((zoom for zoom in Zoom if zoom == known.zoom), None)

    def remember(self, path: Path | None, map_id: str) -> None:
        """Keeps what is folded, how large it is, and which branch is shown."""
        if self._drawn is None:
            return
        folded = sorted(self._folded) if len(self._folded) <= MOST_FOLDED else None
        zoom = int(self._zoom) if self._zoom is not None else None
        PICTURES.save(path, map_id, PictureState(folded, self._tops, zoom))

    def take(self, debate: Debate) -> None:
        """Shows another debate, at the same claim where it is there."""
        self._debate = debate
        self._renew()

    def follow(self, change: Change) -> None:  # noqa: ARG002  (the picture is made anew)
        """Takes up a change; what is gone gives the cursor to what stood left of it."""
        self._renew()

    def take_kept(self) -> None:
        """Takes up which claims a filter lets through."""
        self._draw_anew()

    def reveal(self, claim: str) -> bool:
        """Puts the cursor on a claim."""
        if claim not in self._debate.claims:
            return False
        return self.reveal_place(way_to(self._debate, claim))

    def reveal_place(self, path: Sequence[Step]) -> bool:
        """Puts the cursor on a place, unfolding the way to it, in the branch where it stands."""
        place = shortened(self._debate, tuple(path))
        if not place:
            return False
        claims = [claim for _, claim in place]
        while self._tops and self._tops[-1] not in claims:
            self._leave_branch()
        self._folded.difference_update(claims[:-1])
        self._place, before = place, self._claim
        self._claim = claims[-1]
        drawn = self._drawn
        is_same = drawn is not None and drawn.asked == self._asked()._replace(near=drawn.asked.near)
        if is_same and self.box is not None:
            self.show_move(before, self._claim)
        else:
            self._draw_anew()
        return True

    def move(self, command: str) -> bool:
        """Moves the cursor, folds, or steps in and out; tells whether the command means that."""
        page = max(2, self.size.height)
        pages = {
            "half_page_down": page // 2, "half_page_up": -(page // 2),
            "page_down": page - 1, "page_up": 1 - page,
        }  # fmt: skip
        drawn, claim = self._drawn, self._claim
        if command == "step_in" and claim is not None:
            self._step_in(claim)
        elif command == "step_out":
            self._step_out()
        elif drawn is None or claim is None or claim not in drawn.picture.boxes:
            return command in MOVES or command in pages
        elif command in pages:
            self._go(by_lines(drawn, claim, pages[command]))
        elif command == "inward" and claim in self._folded:
            self._fold({claim}, is_open=True)
        elif command in _ENDS and drawn.is_part:
            # What is drawn ends before the map does.
            self.reveal_place(way_to_end(self._debate, self._asked(), last=_ENDS[command]))
        elif command in MOVES:
            self._go(MOVES[command](drawn, claim))
        elif not self._folds(command, drawn, claim):
            return False
        self.post_message(self.Moved())
        return True

    def _folds(self, command: str, drawn: DrawnMap, claim: str) -> bool:
        """Folds and unfolds; tells whether the command does that."""
        if command in {"toggle", "fold_branch"}:
            self._fold({claim}, is_open=command == "toggle" and claim in self._folded)
        elif command == "unfold_branch":
            self._fold(self._beneath(claim), is_open=True)
        elif command == "fold_all":
            self._claim = drawn.forest.path(claim)[0][1]
            self._fold({*drawn.forest.tops, *drawn.forest.apart}, is_open=False)
        elif command == "unfold_all":
            self._fold(set(self._folded), is_open=True)
        else:
            return False
        return True

    def zoom(self, step: int) -> bool:
        """Draws all larger or smaller; tells whether there is such a step."""
        wanted = self.zoom_step + step
        if not Zoom.DOTS <= wanted <= Zoom.TEXT:
            return False
        self._zoom = Zoom(wanted)
        self._draw_anew()
        return True

    def select_row(self, index: int) -> None:
        """Selects a box, as a click does."""
        self._go(self.boxes[index].claim)
        self.post_message(self.Moved())

    def places_in_sight(self) -> Iterator[tuple[Sequence[Step], Offset]]:
        """Yields the path to each box in sight, and the corner at which its label may stand."""
        drawn, corner = self._drawn, self.origin - self.scroll_offset
        for box in self.boxes if drawn is not None else ():
            place = corner + Offset(box.x, box.y)
            if drawn is not None and self.size.region.contains_point(place):
                yield drawn.path(box.claim), self.region.offset + place

    def writing_region(self, lines: int, command: str = "") -> Region:
        """Returns where the editor stands: over the box that is edited, else right below it."""
        box = self.box
        if box is None:
            return Region(2, 0, max(1, self.size.width - 4), lines)
        wide = min(max(box.w, _EDITOR), self.size.width)
        first = self.origin.y + (box.y if command == "edit_in_place" else box.bottom)
        hidden = first + lines - self.size.height - self.scroll_offset.y
        if hidden > 0:
            # Else it would stand over the box that it is for.
            self.scroll_to(y=self.scroll_offset.y + hidden, animate=False)
        at = self.origin - self.scroll_offset
        top = first - self.scroll_offset.y
        left = max(0, min(at.x + box.x, self.size.width - wide))
        region = Region(left, max(0, min(top, self.size.height - lines)), wide, lines)
        return self._over_whole_boxes(region, box)

    def _over_whole_boxes(self, region: Region, own: Box) -> Region:
        """Returns a part of the widget with all of the boxes below that it would cut in two."""
        if self._drawn is None:
            return region
        corner = self.cell_at(region.x, region.y)
        cut = self._drawn.picture.boxes_within(*corner, *region.size)
        ends = (box.bottom - corner.y for box in cut if box.claim != own.claim)
        most = self.size.height - region.y
        return region._replace(height=min(most, max(region.height, *ends, 0)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lets the editor follow."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Laid())

    def on_resize(self) -> None:
        """Draws the map when it is first known how much room there is."""
        if self._drawn is None:
            if not self._is_recalled:
                self._fold_first()
            self._folded.difference_update(claim for _, claim in self._place[:-1])
            self._renew()

    def _fold_first(self) -> None:
        """Folds the deeper levels of a map that is not small."""
        self._folded = levels(self._debate, theses(self._debate), max(_FEW, self.size.height))

    def _go(self, claim: str | None) -> None:
        if claim is None or claim == self._claim:
            return
        before, self._claim, self._place = self._claim, claim, ()
        self.show_move(before, claim)
        drawn = self._drawn
        if drawn is not None and drawn.is_part and self._is_at_rim(drawn, claim):
            self._draw_anew()

    def _is_at_rim(self, drawn: DrawnMap, claim: str) -> bool:
        """Tells whether more of the map stands around a claim than is drawn."""
        forest = drawn.forest
        if claim not in self._folded and claim in forest.hidden:
            return True
        above = forest.parent[claim]
        return above in forest.hidden and claim in (forest.below[above][0], forest.below[above][-1])

    def _fold(self, claims: Collection[str], *, is_open: bool) -> None:
        if is_open:
            self._folded.difference_update(claims)
        else:
            self._folded |= set(claims)
        self._draw_anew()

    def _beneath(self, claim: str) -> set[str]:
        """Returns the folded claims of a branch."""
        return {
            folded
            for folded in self._folded
            if any(claim == above for _, above in way_to(self._debate, folded))
        }

    def _step_in(self, claim: str) -> None:
        if not self._tops:
            self._zoom_of_all = self._zoom
        if self._tops[-1:] != [claim]:
            self._tops.append(claim)
        self._folded.discard(claim)
        self._draw_anew(fits=True)

    def _step_out(self) -> None:
        if self._tops:
            self._leave_branch()
            self._draw_anew(fits=bool(self._tops))

    def _leave_branch(self) -> None:
        """Leaves the innermost branch; the whole map is as large as it was before."""
        self._tops.pop()
        if not self._tops:
            self._zoom = self._zoom_of_all

    def _renew(self) -> None:
        """Draws the map after it has changed."""
        claims = self._debate.claims
        self._tops = [top for top in self._tops if top in claims]
        self._folded &= claims.keys()
        if self._claim not in claims:
            path = self._drawn.path(self._claim) if self._is_drawn(self._claim) else []  # type: ignore[union-attr, arg-type]
            left = [claim for _, claim in path if claim in claims]
            self._claim = left[-1] if left else self._first()
        if shortened(self._debate, self._place) != self._place:
            self._place = ()
        self._draw_anew()

    def _is_drawn(self, claim: str | None) -> bool:
        return self._drawn is not None and claim in self._drawn.picture.boxes

    def _first(self) -> str | None:
        theses = (each for each in self._debate.header.theses if each in self._debate.claims)
        return next(theses, next(iter(self._debate.claims), None))

    def _asked(self) -> Asked:
        top = self._tops[-1] if self._tops else None
        return Asked(self.zoom_step, self._claim, top, frozenset(self._folded), self._kept)

    def _draw_anew(self, *, fits: bool = False) -> None:
        """Draws the map: at once where it is small, else beside the keyboard."""
        if not self.is_attached or not self.size.width:
            return
        asked, size = self._asked(), self.size
        fit = (size.width - 4, size.height - 2) if fits else None
        if min(len(self._debate.claims), MOST[asked.zoom]) <= _AT_ONCE:
            self._take_drawn(_work(self._debate, asked, fit))
            return
        work = self._draw_beside(self._debate, asked, fit)
        self.run_worker(work, group="picture", exclusive=True)

    async def _draw_beside(self, debate: Debate, asked: Asked, fit: tuple[int, int] | None) -> None:
        drawn = await background.run(_work, debate.snapshot(), asked, fit)
        # What was asked for meanwhile has ended this, so that nothing has changed.
        self._take_drawn(drawn)

    def _take_drawn(self, drawn: DrawnMap) -> None:
        if drawn.asked.zoom != self.zoom_step:
            self._zoom = drawn.asked.zoom
        if self._claim not in drawn.picture.boxes and drawn.picture.boxes:
            self._claim = self._nearest_shown(drawn)
        self.show_drawn(drawn)
        self.post_message(self.Laid())

    def _nearest_shown(self, drawn: DrawnMap) -> str:
        """Returns the claim above the cursor that is drawn: a fold or a filter hides the cursor."""
        above = [each for _, each in way_to(self._debate, self._claim)] if self._claim else []
        shown = [each for each in above if each in drawn.picture.boxes]
        return shown[-1] if shown else next(iter(drawn.picture.boxes))


def _work(debate: Debate, asked: Asked, fit: tuple[int, int] | None) -> DrawnMap:
    return draw_to_fit(debate, asked, *fit) if fit is not None else draw_map(debate, asked)
