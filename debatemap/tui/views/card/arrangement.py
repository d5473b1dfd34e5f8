"""Where the parts of a card stand: the head, the pros, the cons, what else there is to say."""

from collections.abc import Sequence
from enum import Enum, IntEnum
from typing import Final, NamedTuple

from textual.content import Content

from debatemap.tui.views.card.blocks import About, Block, Heading, Room
from debatemap.tui.views.card.card_drawing import CardDrawing
from debatemap.tui.views.card.stack import Stack
from debatemap.views.card import Card, Entry, Role
from debatemap.views.card.claim_paths import Step

__all__ = ["SPLIT", "Arrangement", "How", "Part", "Spot", "WritingRoom"]

SPLIT: Final = 56
"""Cells from which pros and cons stand side by side."""
_NAMED: Final = 3
"""Claims above the one in focus that are shown, the nearest ones."""


class Part(IntEnum):
    """A part of a card; a number, as it is looked up for each line that is drawn."""

    HEAD = 0
    PROS = 1
    CONS = 2
    ABOUT = 3


class Spot(NamedTuple):
    """Where the cursor is: the part, and the number of the block in it."""

    part: Part
    number: int


class How(Enum):
    """Where the room for the editor is, as seen from an entry."""

    AFTER = "after"
    INSTEAD = "instead"
    LAST = "last"
    """At the end of the part."""


class WritingRoom(NamedTuple):
    """Room for the editor.

    Attributes:
        part: The part of the card that it is in.
        how: Where it is there.
        place: The place that this is seen from.
        lines: How high it is.
    """

    part: Part
    how: How
    place: Step
    lines: int


class Arrangement:
    """The stacks of a card.

    Attributes:
        stacks: What each part consists of.
        cells: The width of the card.
        is_split: Whether pros and cons stand side by side.
    """

    def __init__(
        self,
        card: Card,
        about: Content,
        cells: int,
        drawing: CardDrawing,
        room: WritingRoom | None = None,
    ) -> None:
        self.cells, self.is_split = cells, drawing.splits and cells >= SPLIT
        left = (cells - 1) // 2 if self.is_split else cells
        right = cells - left - 1 if self.is_split else cells
        shapes = {
            Part.HEAD: (_head(card, airy=drawing.airy), 0, cells),
            Part.PROS: (_side("for", "pro", card.pros, card.hidden_pros), 0, left),
            Part.CONS: (
                _side("against", "con", card.cons, card.hidden_cons),
                left + 1 if self.is_split else 0,
                right,
            ),
            Part.ABOUT: (_about(about), 0, cells),
        }
        if room is not None:
            _make_room(shapes[room.part][0], room)
        self.stacks = {
            part: Stack(blocks, at, wide, drawing.measure, drawing.estimate)
            for part, (blocks, at, wide) in shapes.items()
        }
        self._at: dict[int, Sequence[tuple[Part, tuple[int, int] | None]]] = {}
        self._spans = self._find_spans()

    @property
    def total(self) -> int:
        """The lines of the whole card."""
        return self.top_of(Part.ABOUT) + self.stacks[Part.ABOUT].total

    def top_of(self, part: Part) -> int:
        """Returns the first line of a part."""
        if part is Part.HEAD:
            return 0
        head, pros, cons = (self.stacks[p].total for p in (Part.HEAD, Part.PROS, Part.CONS))
        if part is Part.ABOUT:
            return head + (max(pros, cons) if self.is_split else pros + cons)
        return head if self.is_split or part is Part.PROS else head + pros

    def line_of(self, spot: Spot) -> int:
        """Returns the first line of a block."""
        return self.top_of(spot.part) + self.stacks[spot.part].line_of(spot.number)

    def parts_at(self, line: int) -> Sequence[tuple[Part, tuple[int, int] | None]]:
        """Returns what stands at a line from left to right: (part, (block, its line) or None)."""
        found = self._at.get(line)
        if found is None:
            found = self._at[line] = [
                (part, self.stacks[part].at(line - top))
                for part, top, end in self._spans
                if top <= line < end
            ]
        return found

    def _find_spans(self) -> list[tuple[Part, int, int]]:
        """Returns the first line of each part and the line after its last."""
        self._at.clear()
        about = self.top_of(Part.ABOUT)
        spans = []
        for part, stack in self.stacks.items():
            top = self.top_of(part)
            beside = self.is_split and part in {Part.PROS, Part.CONS}
            spans.append((part, top, about if beside else top + stack.total))
        return spans

    def spot_at(self, line: int, column: int) -> Spot | None:
        """Returns the block at a line and a column."""
        for part, found in self.parts_at(line):
            stack = self.stacks[part]
            if found is not None and stack.left <= column < stack.left + stack.cells:
                return Spot(part, found[0])
        return None

    def settle(self, first: int, last: int) -> bool:
        """Measures all that stands between two lines; tells whether that moved anything."""
        changed = [
            self.stacks[part].settle(first - self.top_of(part), last - self.top_of(part))
            for part in Part
        ]
        if any(changed):
            self._spans = self._find_spans()
        return any(changed)

    def settle_near(self, spot: Spot, lines: int) -> None:
        """Measures the blocks of a part within so many lines of one."""
        if self.stacks[spot.part].settle_near(spot.number, lines):
            self._spans = self._find_spans()

    def block(self, spot: Spot) -> Block:
        """Returns a block."""
        return self.stacks[spot.part].blocks[spot.number]

    def entry(self, spot: Spot | None) -> Entry | None:
        """Returns the entry of a block, or None where it is none."""
        if spot is None or spot.number >= len(self.stacks[spot.part].blocks):
            return None
        block = self.block(spot)
        return block if isinstance(block, Entry) else None

    def find(self, entry: Entry) -> Spot | None:
        """Returns where an entry stands, or None where it is not on the card."""
        for part in (Part.HEAD, Part.PROS, Part.CONS):
            index = self.stacks[part].find(entry)
            if index is not None:
                return Spot(part, index)
        return None

    def room(self) -> Spot | None:
        """Returns where the room for the editor is."""
        for part, stack in self.stacks.items():
            for index, block in enumerate(stack.blocks):
                if isinstance(block, Room):
                    return Spot(part, index)
        return None


def _head(card: Card, *, airy: bool) -> list[Block]:
    above = [entry for entry in card.head if entry.role is Role.ABOVE]
    blocks: list[Block] = []
    if len(above) > _NAMED:
        blocks.append(Heading(f"… {len(above) - _NAMED:,} more above", "quiet", ruled=False))
    blocks += [*above[-_NAMED:], *card.head[len(above) :]]
    return [*blocks, Heading("", "quiet", ruled=False)] if airy else blocks


def _side(words: str, style: str, entries: list[Entry], hidden: int) -> list[Block]:
    replies = sum(entry.role is Role.REPLY for entry in entries)
    if not replies:
        none = f"  none found, {hidden:,} hidden" if hidden else "  none yet"
        return [Heading(words, style), Heading(none, "quiet", ruled=False)]
    number = f"{replies:,} of {replies + hidden:,}" if hidden else f"{replies:,}"
    noun = "reply" if replies + hidden == 1 else "replies"
    return [Heading(f"{words} {number}", style, spoken=f"{words}, {number} {noun}"), *entries]


def _about(content: Content) -> list[Block]:
    if not content.plain.strip():
        return []
    return [Heading("about this claim", "quiet"), About(content)]


def _make_room(blocks: list[Block], room: WritingRoom) -> None:
    """Puts the room for the editor among blocks; at their end where its place is gone."""
    places = [block.place if isinstance(block, Entry) else None for block in blocks]
    index = places.index(room.place) if room.place in places else len(blocks)
    if room.how is How.LAST or index == len(blocks):
        blocks.append(Room(room.lines))
    elif room.how is How.INSTEAD:
        blocks[index] = Room(room.lines)
    else:
        blocks.insert(index + _group(blocks, index), Room(room.lines))


def _group(blocks: list[Block], index: int) -> int:
    """Returns how many blocks belong to an entry: its joint premises, what is said of its step."""
    entry, count = blocks[index], 1
    is_step = isinstance(entry, Entry) and entry.role.is_of_step
    for block in [] if is_step else blocks[index + 1 :]:
        if not isinstance(block, Entry) or not isinstance(entry, Entry):
            break
        if block.link != entry.link and not block.role.is_of_step:
            break
        count += 1
    return count
