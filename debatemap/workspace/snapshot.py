"""An open map at one moment, as work beside the keyboard gets it."""

from dataclasses import dataclass
from pathlib import Path

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.formats.registry import read_map

__all__ = ["SessionSnapshot"]


@dataclass(frozen=True, slots=True)
class SessionSnapshot:
    """What a session held at one moment; nothing in it changes, so any thread may read it.

    Attributes:
        debate: What the map said.
        revision: The session's revision then: a result holds while the session has it still.
        path: The map's file, or None.
        contents: The fingerprints of the files that the debate was made from.
        steps: What was done and not undone, the oldest first.
        undone: What was undone, in the order in which it was.
        saved: The last step that the file holds.
        base: The content that was merged in last, where that is what the file holds.
    """

    debate: Debate
    revision: int
    path: Path | None
    contents: tuple[str, ...]
    steps: tuple[Change, ...]
    undone: tuple[Change, ...]
    saved: Change | None
    base: bytes | None

    @property
    def dirty(self) -> bool:
        """Whether the map had edits that were in no file."""
        return self.saved is not (self.steps[-1] if self.steps else None)

    @property
    def unsaved(self) -> tuple[Change, ...]:
        """What was done since the map's file was read or written last, the oldest first.

        Nothing, where more has come in from another file, or was undone beyond that.
        """
        if self.base is not None or self.saved is None:
            return self.steps if self.base is None else ()
        place = next((n for n, step in enumerate(self.steps, 1) if step is self.saved), None)
        return self.steps[place:] if place is not None else ()

    def as_saved(self) -> Debate | None:
        """Returns the debate as it was when its file was read, written or merged last.

        None where that cannot be told from the steps: it was saved, and then another way was
        taken from a point before. Then a backup of that save may be there.
        """
        if self.base is not None:
            return read_map(self.base).debate
        steps = [*self.steps, *reversed(self.undone)]
        place = next((n for n, step in enumerate(steps, 1) if step is self.saved), None)
        if self.saved is not None and place is None:
            return None
        debate = self.debate.copy()
        for step in reversed(self.steps[place or 0 :]):
            debate.apply(step.inverse())
        for step in steps[len(self.steps) : place or 0]:
            debate.apply(step)
        return debate
