"""A file that is about to be imported: what came in of it, and where it goes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.features.exchanging.report_lines import lines_of_report
from debatemap.tui.features.shaping.branch_lines import branch_lines
from debatemap.tui.features.shaping.paste_screen import PLACED
from debatemap.tui.features.shaping.preview_screen import PreviewScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.core.model import Stance
    from debatemap.tui.context import MapContext
    from debatemap.workspace.foreign_file import ForeignFile

__all__ = ["ForeignScreen", "ImportScreen", "NewMapScreen"]

_NAMED: Final = 48


class ForeignScreen(PreviewScreen):
    """What a file holds: the report of reading it, and its claims as rows."""

    def __init__(self, context: "MapContext", foreign: "ForeignFile") -> None:
        super().__init__(context)
        self.foreign = foreign

    @property
    def refusal(self) -> str:
        """Why nothing can be made of it."""
        return "" if self.foreign.read.debate.claims else "there is no claim in it"

    @property
    def stance(self) -> "Stance | None":
        """What its theses are for the claim that they come under; None where they stay theses."""
        return None

    @property
    def file_name(self) -> str:
        """The file, as it may be shown."""
        return safe_line(self.foreign.path.name)

    def lines(self, room: int) -> Sequence[Content]:
        """Returns the report and the claims."""
        debate = self.foreign.read.debate
        tops = _tops(debate)
        said = self.foreign.read.stances if self.stance is not None else {}
        default = {top: self.stance if debate.is_thesis(top) else None for top in tops}
        whole = self.foreign.report
        report = list(lines_of_report(whole if self.stance is None else whole.of_replies))
        stances = {**default, **said}
        return [*report, Content(""), *branch_lines(debate, tops, room, stances=stances)]


def _tops(debate: Debate) -> list[str]:
    """Returns the theses, and the claims that stand nowhere."""
    tops = [key for key in debate.header.theses if key in debate.claims]
    return [*tops, *(key for key in debate.claims if not debate.is_placed(key))]


class ImportScreen(ForeignScreen):
    """Shows what an import brings into the open map; a key turns where it goes.

    Args:
        context: The open map.
        foreign: The file.
        target: The claim to put it under, or None for among the theses.

    Attributes:
        target: The same, as it was turned last.
        updates: Whether the file is a newer version of one that is in the map.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"preview_place": "turn_place"}, is_written_in=False
    )

    def __init__(
        self, context: "MapContext", foreign: "ForeignFile", target: str | None, *, updates: bool
    ) -> None:
        super().__init__(context, foreign)
        self.target, self._claim, self.updates = target, target, updates

    @property
    def stance(self) -> "Stance | None":
        """What the theses become where they come under a claim."""
        return None if self.updates or self.target is None else "supports"

    @property
    def hints(self) -> Sequence[str]:  # type: ignore[override]  # what can be turned changes
        """The keys that fit the file."""
        if self.updates:
            return ["{key:preview_accept} updates the map", "{key:preview_leave} leaves"]
        way = f"{{key:preview_place}} {PLACED[self.target is not None]}"
        turns = [way] if self._claim is not None else []
        return ["{key:preview_accept} imports it", *turns, "{key:preview_leave} leaves"]

    def heading(self) -> str:
        """Returns what would come where."""
        of = f"{self.file_name} ({self.foreign.chosen.title})"
        if self.updates:
            return (
                f"Update the map by a newer version of {of}. What you added, rated and noted stays."
            )
        if self.target is None:
            return f"Import {of}, with its theses among those of the map"
        claims = self.context.session.debate.claims
        words = claims[self.target].text if self.target in claims else "a claim that is gone"
        return f"Import {of} under “{excerpt(words, _NAMED)}”"

    def action_turn_place(self) -> None:
        """Imports under the selected claim, or among the theses."""
        if not self.updates:
            self.target = None if self.target is not None else self._claim
            self.renew()


class NewMapScreen(ForeignScreen):
    """Shows what a file of another program holds, and asks whether a map is made of it.

    Args:
        context: The file, opened to be read.
        foreign: The same file.
        target: The file of the new map.
    """

    hints = (
        "{key:preview_accept} makes the map, and opens it",
        "{key:preview_leave} only looks at the file",
    )

    def __init__(self, context: "MapContext", foreign: "ForeignFile", target: str) -> None:
        super().__init__(context, foreign)
        self._target = safe_line(target)

    def heading(self) -> str:
        """Returns what would be made."""
        title = self.foreign.chosen.title
        return (
            f"{self.file_name} is {title}, of another program. Make the map {self._target} of it?"
        )
