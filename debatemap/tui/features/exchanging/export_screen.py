"""The map in another format: which one, what of it, and what is lost."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import excerpt, safe_line
from debatemap.exporting.export import place_namer
from debatemap.formats.format import Format, Written
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.features.exchanging.format_kinds import by_kind
from debatemap.tui.features.exchanging.report_lines import lines_of_losses
from debatemap.tui.features.shaping.preview_screen import PreviewScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["ExportScreen", "Part", "format_chooser"]

_NAMED: Final = 48
_NAME: Final = 9
"""Cells of the name of a format."""
_HEAD: Final = 12_000
"""Bytes of the file that are shown."""
_LINES: Final = 60

Part = tuple[str, Written]
"""What of the map is written, in words, and what came of it."""


def format_chooser() -> ChooserScreen[str]:
    """Returns the list of formats that can be written."""
    from debatemap.formats.registry import format_named, names  # noqa: PLC0415  (a map opens without it)

    choices = [_choice(format_named(name), kind) for name, kind in by_kind(names(writes=True))]
    return ChooserScreen("Export in which format?", lambda typed: fitting(typed, choices))


def _choice(chosen: Format, kind: str) -> Choice[str]:
    way = "" if chosen.reads else ", only written"
    about = f"  {safe_line(chosen.title)}, {safe_line(chosen.suffixes[0])}{way}"
    label = Content.assemble(f"{safe_line(chosen.name):<{_NAME}}", (about, "$quiet"))
    return Choice(chosen.name, label, kind=kind, hang=_NAME + 2)


class ExportScreen(PreviewScreen):
    """Shows how a file begins and what it lacks; a key turns what of the map goes into it.

    Args:
        context: The open map.
        chosen: The format.
        parts: What can be written, the usual first.

    Attributes:
        number: Which of the parts is to be written.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"preview_place": "turn_part"}, is_written_in=False
    )

    def __init__(self, context: "MapContext", chosen: Format, parts: Sequence[Part]) -> None:
        super().__init__(context)
        self._chosen, self._parts = chosen, parts
        self._named = place_namer(context.session.debate)
        self.number = 0

    @property
    def written(self) -> Written:
        """The file."""
        return self._parts[self.number][1]

    @property
    def hints(self) -> Sequence[str]:  # type: ignore[override]  # there may be one part alone
        """The keys."""
        turns = ["{key:preview_place} another part"] if len(self._parts) > 1 else []
        return ["{key:preview_accept} asks for the file", *turns, "{key:preview_leave} leaves"]

    def heading(self) -> str:
        """Returns what would be written."""
        what = excerpt(self._parts[self.number][0], 2 * _NAMED)
        return f"Export {what} as {self._chosen.title}: {len(self.written.data):,} bytes"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns what is lost, and how the file begins."""
        losses = list(lines_of_losses(self.written.losses, self._named))
        if not losses:
            losses = [Content.styled("Nothing is lost.", "$success")]
        head = self.written.data[:_HEAD]
        if b"\0" in head:
            return [*losses, Content(""), Content.styled("The file is no text.", "$quiet")]
        text = head.decode("utf-8", "replace").splitlines()[:_LINES]
        return [*losses, Content(""), *(Content(_line(line, room)) for line in text)]

    def action_turn_part(self) -> None:
        """Writes the next part instead."""
        self.number = (self.number + 1) % len(self._parts)
        self.renew()


def _line(line: str, room: int) -> str:
    """Returns a line of the file with the blanks that it begins with."""
    blanks = len(line) - len(line.lstrip())
    blanks = min(blanks, room // 2)
    return f"{' ' * blanks}{excerpt(line, max(1, room - blanks))}"
