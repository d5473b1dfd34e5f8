"""A difference in one sentence: a sign, the words, and the words of a text that changed."""

from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt, safe, safe_line, width
from debatemap.sync.diff.difference import Difference
from debatemap.sync.diff.field_phrases import FIELD_PHRASES
from debatemap.sync.diff.names import Names
from debatemap.sync.diff.step_phrases import STEP_PHRASES
from debatemap.sync.word_diff import Fate, marked

__all__ = ["DifferenceText", "difference_text", "one_line", "short_line"]

_LINE: Final = 200
"""Cells of a line that is read where it stands."""
_SHORT: Final = 120
_NAME: Final = 48
"""Cells of a claim that is named beside the words of a difference, at most."""
_LEAST: Final = 40
"""Cells that a text has where the words before it take a lot."""

_PHRASES: Final = {**STEP_PHRASES, **FIELD_PHRASES}

_CONTEXT: Final = 24
"""Cells that are kept on each side of what changed in a long text."""

_BRACKETS: Final[dict[Fate, tuple[str, str]]] = {
    "same": ("", ""),
    "gone": ("[-", "-]"),
    "new": ("{+", "+}"),
}


class DifferenceText(NamedTuple):
    """A difference in words.

    Attributes:
        sign: `+` for what came, `−` for what went, `→` for what moved, `~` for the rest.
        words: The sentence.
        spans: The pieces of a text that was changed, which end the sentence; or nothing.
    """

    sign: str
    words: SafeText
    spans: tuple[tuple[Fate, SafeText], ...] = ()

    @property
    def line(self) -> SafeText:
        """All of it on one line, with words that went and came in brackets."""
        pieces = "".join(
            f"{opening}{words}{closing}"
            for fate, words in self.spans
            for opening, closing in (_BRACKETS[fate],)
        )
        return safe_line(f"{self.sign} {self.words} {pieces}")


def difference_text(
    difference: Difference, before: Debate, after: Debate, cells: int = _LINE
) -> DifferenceText:
    """Returns a difference in words, within about so many cells.

    Args:
        difference: The difference.
        before: The earlier debate.
        after: The later one.
        cells: Where to cut a long text: its end, or what is far from what was changed.
    """
    names = Names(before, after, min(_NAME, cells // 4))
    phrase = _PHRASES[difference.kind](difference, names)
    words = SafeText(phrase.words)
    room = max(_LEAST, cells - width(words))
    if phrase.texts is not None:
        return DifferenceText(phrase.sign, words, _around(marked(*phrase.texts), room))
    ending = excerpt(phrase.ending, room)
    if words.endswith(" ") and not ending:
        ending = SafeText("(nothing that shows)")
    return DifferenceText(phrase.sign, SafeText(f"{words}{ending}"))


def one_line(difference: Difference, before: Debate, after: Debate) -> SafeText:
    """Returns a difference on one line.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> from debatemap.sync.diff.differences import differences
        >>> dry, wet = Claim("It is dry here."), Claim("It is wet here.")
        >>> one, other = Debate(Header("m"), {"a": dry}), Debate(Header("m"), {"a": wet})
        >>> [one_line(found, one, other) for found in differences(one, other)]
        ['~ reworded: It is [-dry-]{+wet+} here.']
    """
    return difference_text(difference, before, after).line


def short_line(difference: Difference, before: Debate, after: Debate) -> SafeText:
    """Returns a difference on a line that has something before it."""
    return difference_text(difference, before, after, _SHORT).line


def _around(pieces: list[tuple[Fate, str]], room: int) -> tuple[tuple[Fate, SafeText], ...]:
    """Returns the pieces of a text on one line; a long one cut to what stands near a change."""
    shown = _on_one_line(pieces)
    if sum(width(words) for _, words in shown) <= room:
        return tuple(shown)
    kept: list[tuple[Fate, SafeText]] = []
    for place, (fate, words) in enumerate(shown):
        if room <= 0:
            kept.append(("same", SafeText(" …")))
            break
        if fate == "same":
            is_first, is_last = place == 0, place + 1 == len(shown)
            part = _near(words, is_first=is_first, is_last=is_last)
        else:
            part = excerpt(words, max(_CONTEXT, room // 2))
        kept.append((fate, part))
        room -= width(part)
    return tuple(kept)


def _on_one_line(pieces: list[tuple[Fate, str]]) -> list[tuple[Fate, SafeText]]:
    """Returns pieces without line breaks, the space before a changed word outside of it."""
    shown: list[tuple[Fate, SafeText]] = []
    previous: Fate | None = None
    for fate, piece in pieces:
        words = " ".join(safe(piece).split())
        if piece[:1].isspace() and shown and not (previous == "gone" and fate == "new"):
            words_before = shown[-1][1]
            if fate == "same":
                words = f" {words}"
            elif shown[-1][0] == "same":
                shown[-1] = "same", SafeText(f"{words_before} ")
            else:
                shown.append(("same", SafeText(" ")))
        if words:
            shown.append((fate, SafeText(words)))
        previous = fate
    return shown


def _near(words: SafeText, *, is_first: bool, is_last: bool) -> SafeText:
    """Returns the ends of a text that stays, where they touch a change."""
    if width(words) <= (1 if is_first or is_last else 2) * _CONTEXT:
        return words
    head = "" if is_first else (" " if words[0] == " " else "") + excerpt(words, _CONTEXT)
    tail = "" if is_last else _ending(words)
    return SafeText(f"{head}{tail}" if head.endswith("…") else f"{head or '…'}{tail}")


def _ending(words: str) -> str:
    """Returns the last words of a text, within the cells that are kept of one."""
    room, start = _CONTEXT, len(words)
    while start:
        space = words.rfind(" ", 0, start - 1)
        size = width(words[space + 1 : start])
        if size > room:
            break
        room -= size
        start = space + 1
    return f" {words[start:]}"
