"""The card on the screen: the claim in focus, its pros at the left and its cons at the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.reading_order import way_to
from debatemap.tui.views.card.arrangement import Arrangement, Part, Spot
from debatemap.tui.views.card.card_moves import MOVES, focus_spot, move_by_lines
from debatemap.tui.views.card.card_pane import CardPane
from debatemap.tui.views.card.card_writing import room_for
from debatemap.tui.views.view import Marking
from debatemap.tui.widgets.clickable import asked
from debatemap.views.card import Entry, Path, Role, card_at, shortened
from debatemap.views.card.claim_paths import Step

__all__ = ["CardView"]

_LEFT: Final = 1
_TWICE: Final = 2


class CardView(CardPane):
    """Shows one claim with its pros and its cons; the cursor goes over all that stands there."""

    @dataclass
    class EditAsked(Message):
        """The claim in focus is to be edited."""

    NAME = "card"
    KEEPS_ABOVE = STANDS_BESIDE = True

    def __init__(self, debate: Debate) -> None:
        super().__init__(debate)
        self._debate = debate
        self._room_key: tuple[str, Path] | None = None
        self._clicked: Spot | None = None
        self._show(self._any_path())

    @property
    def claim(self) -> str | None:
        """The claim that the cursor is on, or None where none is shown."""
        return self._cursor.claim if self._cursor is not None else None

    @property
    def path(self) -> Path | None:
        """The path to the place that the cursor is on."""
        return self._cursor.path if self._cursor is not None else None

    @property
    def focus_path(self) -> Path | None:
        """The path to the claim in focus."""
        return self._card.path if self._card is not None else None

    @property
    def can_step_out(self) -> bool:
        """Whether the claim in focus stands under another."""
        return self._card is not None and len(self._card.path) > 1

    @property
    def is_on_focus(self) -> bool:
        """Whether the cursor is on the claim in focus."""
        return self._cursor is not None and self._cursor.role is Role.FOCUS

    @property
    def spot(self) -> Spot:
        """Where the cursor is."""
        return self._spot

    @property
    def entry(self) -> Entry | None:
        """What the cursor is on."""
        return self._cursor

    def take(self, debate: Debate) -> None:
        """Shows another debate, at the same claim where it is there."""
        self._debate = self._drawing.debate = debate
        self._renew()

    def follow(self, change: Change) -> None:  # noqa: ARG002  (the card is made anew)
        """Takes up a change; what is gone gives the cursor to what stood above it."""
        self._renew()

    def take_kept(self) -> None:
        """Takes up which replies a filter lets through."""
        self._renew()

    def reveal(self, claim: str) -> bool:
        """Puts a claim in focus."""
        if claim not in self._debate.claims:
            return False
        return self.reveal_place(way_to(self._debate, claim))

    def reveal_place(self, path: Sequence[Step]) -> bool:
        """Puts the cursor on a place: on this card, on that of what is replied to, or in focus."""
        place = shortened(self._debate, tuple(path))
        if not place or self._card is None or self._shown is None:
            self._show(place or self._any_path())
            return bool(place)
        wanted = Entry(place[:-1], *place[-1], Role.REPLY)
        if self._shown.find(wanted) is None:
            is_near = any(entry.path == place[:-1] for entry in self.entries)
            self._show(place[:-1] if is_near else place)
        self._select(wanted)
        return True

    def open_at(self, path: Sequence[Step]) -> None:
        """Puts the claim at the end of a path in focus, with the cursor on it."""
        place = shortened(self._debate, tuple(path)) or self._any_path()
        if self._card is None or place != self._card.path:
            self._show(place)

    def describe(self, about: Content) -> None:
        """Shows what else there is to say of the claim in focus, below all replies."""
        if (about.plain, about.spans) != (self._about.plain, self._about.spans):
            self._about = about
            self._lay_out()

    def mark(self, marking: Marking) -> None:
        """Shows strengths, signs, marks and matches as they are now."""
        if marking != self._drawing.marking:
            self._drawing.marking = marking
            self._redraw()

    def outdate_strengths(self) -> None:
        """Draws the strengths that are known now."""
        self._redraw()

    def follow_cursor(self, *, is_followed: bool) -> None:
        """Shows the cursor, or only what the outline has selected."""
        if is_followed != self.is_followed:
            self.is_followed = is_followed
            self._redraw()

    def move(self, command: str) -> bool:
        """Moves the cursor, goes in or out; tells whether the command means that here."""
        card, page = self._shown, max(2, self.size.height)
        pages = {
            "half_page_down": page // 2, "half_page_up": -(page // 2),
            "page_down": page - 1, "page_up": 1 - page,
        }  # fmt: skip
        if command not in MOVES and command not in pages and command not in {"step_in", "step_out"}:
            return False
        if card is None:
            return True
        if command == "step_in":
            self.go_in()
        elif command == "step_out" or (command == "outward" and self.is_on_focus):
            self.go_out()
        elif command in {"next_sibling", "previous_sibling"} and self.is_on_focus:
            self._go_beside(command)
        elif command in pages:
            self._go_by_lines(card, pages[command])
        else:
            self._go(MOVES[command](card, self._spot, self._debate), command)
        self.post_message(self.Moved())
        return True

    def go_in(self) -> None:
        """Puts what the cursor is on in focus; on the claim in focus, goes to its first reply."""
        entry = self._cursor
        if entry is None or self._shown is None:
            return
        if entry.role is Role.FOCUS:
            self._go(MOVES["inward"](self._shown, self._spot, self._debate), "inward")
            return
        path = entry.path
        if entry.closes_cycle:
            # It stands further up, and only there has it replies.
            claims = [claim for _, claim in path]
            path = path[: claims.index(entry.claim) + 1]
        self._show(path)

    def go_out(self) -> None:
        """Puts what stands above the claim in focus there, with the cursor where it came from."""
        if self._card is not None and self.can_step_out:
            left = self._card.focus
            self._show(left.above)
            self._select(left)

    def writing_region(self, lines: int, command: str = "") -> Region:
        """Makes room for the editor where the new claim will stand, and returns where that is."""
        if self._room is None or self._room_key != (command, self.path):
            self._room = room_for(self, command, lines)
            self._room_key = command, self.path or ()
        self._room = self._room._replace(lines=lines) if self._room is not None else None
        self._lay_out()
        spot = self._shown.room() if self._shown is not None else None
        if self._shown is None or spot is None:
            return Region(1, 0, max(1, self._width - 2), lines)
        self._scroll_to_lines(self._shown.line_of(spot), lines)
        stack = self._shown.stacks[spot.part]
        top = self._shown.line_of(spot) - self.scroll_offset.y
        return Region(stack.left + 1, top, max(1, stack.cells - 2), lines)

    def end_writing(self) -> None:
        """Takes the room for the editor away."""
        if self._room is not None:
            self._room = self._room_key = None
            self._lay_out()

    def cursor_offset(self) -> Offset:
        """Returns where on the screen the words of the selected claim begin."""
        if self._shown is None:
            return self.region.offset
        line = self._shown.line_of(self._spot) - self.scroll_offset.y
        left = self._shown.stacks[self._spot.part].left
        if self._cursor is not None:
            down, right = self._drawing.place_of(self._cursor)
            line, left = line + down, left + right
        return self.region.offset + Offset(left, max(0, min(line, self.size.height - 1)))

    def places_in_sight(self) -> Iterator[tuple[Path, Offset]]:
        """Yields the path to each entry in sight, and where on the screen its sign stands."""
        shown, first = self._shown, self.scroll_offset.y
        for entry in self.entries if shown is not None else ():
            spot = shown.find(entry) if shown is not None else None
            if shown is None or spot is None:
                continue
            line = shown.line_of(spot) - first + self._drawing.place_of(entry)[0]
            if 0 <= line < self.size.height:
                yield entry.path, self.region.offset + Offset(shown.stacks[spot.part].left, line)

    def on_click(self, event: events.Click) -> None:
        """Selects what is clicked; twice, it goes in, or edits the claim in focus."""
        if self._shown is None or self._room is not None:
            return
        if event.chain == 1 or self._clicked is None:
            self._clicked = self._shown.spot_at(event.y + self.scroll_offset.y, event.x)
        # The first of two clicks may have scrolled: both are meant for its entry.
        spot = self._clicked
        if self._shown.entry(spot) is None:
            return
        was_in_focus = self.is_on_focus
        self._go(spot)
        is_twice = event.chain == _TWICE and event.button == _LEFT and asked(event) is None
        if is_twice and was_in_focus and self.is_on_focus:
            self.post_message(self.EditAsked())
        elif is_twice:
            self.go_in()
        self.post_message(self.Moved())

    def _any_path(self) -> Path:
        """Returns the path to the first claim that there is, or an empty one."""
        theses = (claim for claim in self._debate.header.theses if claim in self._debate.claims)
        claim = next(theses, next(iter(self._debate.claims), None))
        return tuple(way_to(self._debate, claim)) if claim is not None else ()

    @property
    def entries(self) -> list[Entry]:
        """All that stands on the card."""
        return [*self._card.head, *self._card.pros, *self._card.cons] if self._card else []

    def _show(self, path: Path) -> None:
        """Puts the claim at the end of a path in focus."""
        self._card = card_at(self._debate, path, self._kept) if path else None
        self._cursor = self._card.focus if self._card is not None else None
        self._about = Content("")
        self._lay_out()
        if self.is_mounted:
            self.scroll_to(y=0, animate=False)
        self._bring_into_sight()

    def _renew(self) -> None:
        """Shows the card anew after a change, with the cursor where it was or right above."""
        if self._card is None:
            self._show(self._any_path())
            return
        before, was_at = self._cursor, self._spot
        path = shortened(self._debate, self._card.path)
        if path != self._card.path:
            self._show(path or self._any_path())
            return
        self._card = card_at(self._debate, path, self._kept)
        self._lay_out()
        if self._shown is not None and before is not None:
            spot = self._shown.find(before)
            if spot is None:
                stack = self._shown.stacks[was_at.part]
                near = stack.next_entry(was_at.number - 1, 1)
                near = near if near is not None else stack.next_entry(len(stack.blocks), -1)
                spot = Spot(was_at.part, near) if near is not None else focus_spot(self._shown)
            self._go(spot)

    def _select(self, wanted: Entry) -> None:
        spot = self._shown.find(wanted) if self._shown is not None else None
        if spot is not None:
            self._go(spot)

    def _go(self, spot: Spot | None, command: str = "") -> None:
        """Puts the cursor on an entry; where there is none below, scrolls to what stands there."""
        if self._shown is None:
            return
        entry = self._shown.entry(spot)
        if spot is None or entry is None:
            if command == "next":
                self.scroll_to(y=self.scroll_offset.y + 1, animate=False)
            return
        before, self._spot, self._cursor = self._spot, spot, entry
        self._bring_into_sight()
        self._begin_with_a_block(of=Part.HEAD)
        for changed in (before, spot):
            self._refresh_block(changed)

    def _go_by_lines(self, card: Arrangement, lines: int) -> None:
        spot = move_by_lines(card, self._spot, lines)
        if spot == self._spot:
            self.scroll_to(y=self.scroll_offset.y + lines, animate=False)
        self._go(spot)

    def _go_beside(self, command: str) -> None:
        """Puts the next or the previous reply to the claim above in focus."""
        path = self.focus_path
        if path is None or len(path) < 2:  # noqa: PLR2004  (a path with something above)
            return
        around = card_at(self._debate, path[:-1], self._kept)
        replies = [e for e in (*around.pros, *around.cons) if e.role is Role.REPLY]
        here = next((n for n, entry in enumerate(replies) if entry.path == path), None)
        if here is None:
            return
        index = here + (1 if command == "next_sibling" else -1)
        if 0 <= index < len(replies):
            self._show(replies[index].path)
