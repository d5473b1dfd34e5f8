"""The first line of a screen: the title, the verdict and the thesis that it is of, the state."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from debatemap.core.folding import fold
from debatemap.core.text import SafeText, excerpt, safe_line, width
from debatemap.tui.widgets.clickable import KEY, VERDICT, clickable
from debatemap.tui.widgets.map_state import READ_ONLY, UNSAVED, MapState

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import Program

__all__ = ["TitleBar", "VerdictForm", "VerdictHead"]

_BETWEEN: Final = " · "
"""What stands between the parts of a title, and between states."""
_GAP: Final = 3
_NARROW_GAP: Final = 2
_LEAST_TITLE: Final = 24
"""Cells of a title that no verdict takes away, but for the shortest ways to say it."""
_SHORT_TITLE: Final = 16
"""Cells of a title that stays whole beside all but the shortest ways."""
_FEW_OF_TITLE: Final = 10
_SHORTEST: Final = 2
"""Ways to say a verdict, the last of them, that leave a title only those few cells."""
_WORDY: Final = 2
"""Ways to say a verdict, the first of them, that are taken where the title stays whole."""
_WHOLE_TITLE, _WHOLE_NAME = 64, 36
"""Cells of a title, and of the name of a thesis, that the other leaves where it can."""
_ROOMY: Final = 58
"""Cells of a line that has room for every state at once."""
_LINE_FOR_VERDICT: Final = 16
"""Lines of a screen that can spare one for a verdict in words, where a title leaves none for it."""
_LEAST_NAME: Final = 14
"""Cells below which a thesis is not named: its sign alone tells of it."""


class _Heads(NamedTuple):
    """What a map is called.

    Attributes:
        whole: Its question and its title.
        first: The first of them.
    """

    whole: SafeText
    first: SafeText

    def beginning(self, cells: int) -> SafeText:
        """Returns what there is room for: the first whole, before a part of what is behind it."""
        shown = excerpt(self.whole, cells)
        fits = shown != self.whole and width(shown) // 2 <= width(self.first) <= cells
        return self.first if fits else shown

    @property
    def wanted(self) -> int:
        """The cells of all of it, or of the first where both are long."""
        told = self.whole if width(self.whole) <= _WHOLE_TITLE else self.first
        return min(width(told), _WHOLE_TITLE)


class VerdictForm(NamedTuple):
    """A way to say a verdict.

    Attributes:
        words: Made of safe text.
        cells: What is kept free for it, so that no other verdict of this form moves the rest.
    """

    words: Content
    cells: int


class VerdictHead(NamedTuple):
    """The verdict as the first line tells it.

    Attributes:
        sign: The sign of the thesis, with its number where there are several.
        name: Its words.
        forms: Ways to say the verdict, the longest first.
    """

    sign: Content
    name: SafeText
    forms: Sequence[VerdictForm]


class TitleBar(Static):
    """The map's title at the left, the verdict and the map's state at the right.

    Where each of them stands depends on the width of the screen, the title and the thesis alone:
    an edit that turns the verdict, or that is not saved yet, moves nothing. On a narrow screen
    whose signs are words, a verdict has a line of its own; a low one has no such line to spare,
    and a message then brings the verdict to where there is room.
    """

    class LeftOut(Message):
        """The verdict that there is no room for in the line; empty where there is.

        Attributes:
            verdict: The longest way to say it that a whole line of the screen holds.
        """

        def __init__(self, verdict: Content) -> None:
            super().__init__()
            self.verdict: Final = verdict

    if TYPE_CHECKING:
        app = getters.app(Program)

    DEFAULT_CSS = """
    TitleBar { height: 1; padding: 0 1; background: $background; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(id="title")
        self._heads = _Heads(SafeText(""), SafeText(""))
        self._states: Sequence[MapState] = ()
        self._head: VerdictHead | None = None
        self._changes = ""
        self._left_out = Content("")

    def show(
        self,
        heads: Sequence[str],
        states: Sequence[MapState] = (),
        head: VerdictHead | None = None,
        changes: str = "rename_map",
    ) -> None:
        """Shows a title, states such as "● unsaved", and a verdict.

        Args:
            heads: The title, or the question and the title.
            states: What is to be said of the map, what matters most at the end.
            head: The verdict: that form is shown which leaves room for the title.
            changes: The command that changes what the title begins with; a click runs it.
        """
        self._heads = _Heads(safe_line(_BETWEEN.join(heads)), safe_line(heads[0]))
        self._states = states
        self._head = head
        self._changes = changes
        self._draw()

    def on_resize(self) -> None:
        """Fits the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        states = [
            clickable(Content.styled(words, "$accent"), state.kind, state.value)
            for state, words in zip(self._states, self._words_of(self._states), strict=True)
        ]
        state = Content(_BETWEEN).join(states)
        beneath = self._beneath()
        self.set_class(bool(beneath.plain), "-two-lines")
        verdict = Content("") if beneath.plain else self._verdict()
        taken = (verdict.cell_length + self._gap) if verdict.plain else 0
        room = max(0, self.size.width - max(state.cell_length, self._kept if taken else 0))
        title = self._heads.beginning(max(3, room - taken - (0 if taken else 1)))
        named = clickable(Content.styled(title, "bold"), KEY, self._changes)
        gap = " " * max(1, room - width(title) - taken + (self._gap if taken else 0))
        line = Content.assemble(named, gap, verdict)
        ends = self.size.width - line.cell_length - state.cell_length
        line = Content.assemble(line, " " * max(0, ends), state)
        lines = [line, beneath] if beneath.plain else [line]
        self.update(Content("\n").join(lines), layout=False)
        left_out = Content("") if verdict.plain or beneath.plain else self._on_a_line()
        if left_out != self._left_out:
            self._left_out = left_out
            self.post_message(self.LeftOut(left_out))

    def _words_of(self, states: Sequence[MapState]) -> list[str]:
        plain, narrow = self.app.settings.plain, self.size.width < _ROOMY
        return [safe_line(state.shown(plain=plain, narrow=narrow)) for state in states]

    @property
    def _gap(self) -> int:
        """Cells between the title, the verdict and the state."""
        return _GAP if self.size.width >= _ROOMY else _NARROW_GAP

    @property
    def _kept(self) -> int:
        """The cells of the state, and of what it says of a map that is not saved, with a gap."""
        states = [*self._states]
        is_told = UNSAVED in states or READ_ONLY in states
        if not is_told and (not states or self.size.width >= _ROOMY):
            states.append(UNSAVED)
        return width(_BETWEEN.join(self._words_of(states))) + self._gap

    def _beneath(self) -> Content:
        """Returns the verdict for a line of its own, as long as that holds; empty elsewhere."""
        is_high = self.screen.size.height >= _LINE_FOR_VERDICT
        is_narrow = self.size.width < _ROOMY
        is_spared = self.app.settings.plain and is_narrow and is_high
        return self._on_a_line() if is_spared else Content("")

    def _on_a_line(self) -> Content:
        """Returns the sign of the thesis, and the longest verdict that a line holds beside it."""
        if self._head is None:
            return Content("")
        sign, forms = self._head.sign, self._head.forms
        told = (Content(" ").join((sign, form.words)) for form in forms)
        fits = (each for each in told if each.cell_length <= self.size.width)
        return clickable(next(fits, sign), VERDICT)

    def _verdict(self) -> Content:
        """Returns the sign and the name of the thesis, and the longest verdict that fits.

        It is as wide as what is kept free for it.
        """
        if self._head is None:
            return Content("")
        sign, title = self._head.sign, width(self._heads.whole)
        room = self.size.width - self._kept - self._gap - sign.cell_length - 1
        least = min(title, _LEAST_TITLE, self.size.width // 3) if title > _SHORT_TITLE else title
        forms = self._head.forms
        few = _LEAST_TITLE if self.app.settings.plain else _FEW_OF_TITLE
        short = [min(title, few)] * _SHORTEST
        named = min(width(self._thesis_words), _LEAST_NAME)
        wordy = max(least, min(title, _WHOLE_TITLE) + (named + self._gap if named else 0))
        leave = [wordy] * _WORDY + [least] * (len(forms) - _WORDY - _SHORTEST) + short
        tried = zip(forms, leave, strict=True)
        form = next((each for each, cells in tried if room - each.cells >= cells), None)
        if form is None:
            return Content("")
        name = self._thesis(room - form.cells - self._gap, title)
        words = form.words.pad_right(max(0, form.cells - form.words.cell_length))
        parts = [part for part in (sign, name, words) if part.plain]
        return clickable(Content(" ").join(parts), VERDICT)

    @property
    def _thesis_words(self) -> SafeText:
        """The words of the thesis; empty where the title says the same."""
        words = self._head.name if self._head is not None else SafeText("")
        is_title = fold(words.strip(" .!?")) == fold(self._heads.whole.strip(" .!?"))
        return SafeText("") if is_title else words

    def _thesis(self, room: int, title: int) -> Content:
        """Returns the words of the thesis where there is room for them beside the title."""
        words = self._thesis_words
        left = room - title
        if left < min(width(words), _WHOLE_NAME) and room >= 2 * _LEAST_TITLE:
            beside = max(2 * _LEAST_NAME, room - self._heads.wanted)
            left = max(left, min(beside, room // 2))
        cells = min(left, width(words))
        if not words or cells < min(_LEAST_NAME, width(words)):
            return Content("")
        return Content.styled(f"{excerpt(words, cells)} ", "$quiet")
