"""Where to split a claim in two, with what comes of it in sight."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.text import clean, safe
from debatemap.tui.features.shaping.before_after import EditPreviewScreen
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["SplitScreen", "sentence_ends", "word_ends"]

_SENTENCE: Final = re.compile(r"(?<=[.!?;:\u2026\u3002\uff01\uff1f])[\"\u201d\u2019)]*\s+")
_WORD: Final = re.compile(r"\s+")


def sentence_ends(text: str) -> list[int]:
    """Returns where a further sentence begins in a text.

    Examples:
        >>> sentence_ends("It rains. It pours. It"), sentence_ends("It rains")
        ([10, 20], [])
    """
    return [found.end() for found in _SENTENCE.finditer(text) if found.end() < len(text)]


def word_ends(text: str) -> list[int]:
    """Returns where a further word begins in a text."""
    return [found.end() for found in _WORD.finditer(text) if 0 < found.start() < found.end()]


class SplitScreen(EditPreviewScreen):
    """Shows a claim with the place where it is split; keys move that place.

    Args:
        context: The open map.
        claim: The claim.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "halves_next": "sentence(1)",
            "halves_previous": "sentence(-1)",
            "halves_right": "word(1)",
            "halves_left": "word(-1)",
            "halves_joint": "turn_joint",
        },
        is_written_in=False,
    )
    hints = (
        "{key:preview_accept} splits it",
        "{key:halves_next} next sentence",
        "{key:halves_left} {key:halves_right} a word back or on",
        "{key:halves_joint} siblings or joint premises",
        "{key:preview_leave} leaves",
    )

    def __init__(self, context: "MapContext", claim: str) -> None:
        self._text = clean(context.session.debate.claims[claim].text).strip()
        self._words = word_ends(self._text)
        ends = sentence_ends(self._text)
        middle = self._words[len(self._words) // 2] if self._words else 0
        self._at = ends[0] if ends else middle
        self._is_joint, self._claim = False, claim
        super().__init__(context, [claim], self._split)

    def _split(self, debate: Debate) -> Change:
        first, second = self._text[: self._at].strip(), self._text[self._at :].strip()
        record = debate.claims.get(self._claim)
        if record is None or clean(record.text).strip() != self._text:
            raise edit.EditRefusedError("its words have changed, or are gone")
        return edit.split_claim(debate, self._claim, first, second, joint=self._is_joint)

    @property
    def refusal(self) -> str:
        """Why it cannot be split."""
        return super().refusal if self._words else "it has one word"

    def heading(self) -> str:
        """Returns how the two will stand."""
        if not self._words:
            return f"Not possible: {self.refusal}"
        stand = "which hold only together" if self._is_joint else "each counted by itself"
        return f"Split it into two claims, {stand}?"

    def lines(self, room: int) -> Sequence[Content]:
        """Returns the words with the place, and what is there before and after."""
        mark = " (cut here) " if self.app.settings.plain else " ┃ "
        words = Content.assemble(
            safe(self._text[: self._at].rstrip()),
            (mark, "bold $accent"),
            safe(self._text[self._at :]),
        )
        if not self._words:
            return [words]
        most = self.lines_in_sight(room) - words.get_height({}, room) - 1
        return [words, Content(""), *self.preview(room, most)]

    def action_sentence(self, way: int) -> None:
        """Goes to the next or the previous end of a sentence, round the ends."""
        self._go(sentence_ends(self._text) or self._words, way)

    def action_word(self, way: int) -> None:
        """Goes a word on or back."""
        self._go(self._words, way)

    def action_turn_joint(self) -> None:
        """Lets the two stand as siblings, or as joint premises."""
        self._is_joint = not self._is_joint
        self.renew()

    def _go(self, ends: Sequence[int], way: int) -> None:
        if not ends:
            return
        nearest = partial(_next_after, ends) if way > 0 else partial(_next_before, ends)
        self._at = nearest(self._at)
        self.renew()


def _next_after(ends: Sequence[int], at: int) -> int:
    return next((end for end in ends if end > at), ends[0])


def _next_before(ends: Sequence[int], at: int) -> int:
    before = [low for low, high in pairwise([*ends, at]) if low < at and high >= low]
    return max(before, default=ends[-1])
