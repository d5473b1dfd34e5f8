"""What differs between two debates, by the claim at which it is shown, and as it is shown.

This is imported only where something is compared: it loads what the screen starts without.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any, Final

import orjson
from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.queries import claims_above
from debatemap.core.text import SafeText
from debatemap.formats.native.numbers import Written
from debatemap.sync.diff.difference import Kind
from debatemap.sync.diff.difference_text import DifferenceText, difference_text
from debatemap.sync.diff.differences import Difference, differences
from debatemap.sync.word_diff import Fate
from debatemap.tui.widgets.row_drawing import Sign

__all__ = ["Findings", "digest", "found_between"]

_NEW: Final = Sign("✱", "new")
_CHANGED: Final = Sign("≠", "changed")
_MOVED: Final = Sign("→", "moved")
_GONE: Final = Sign("✗", "gone")
_BY_STRENGTH: Final = (_NEW, _CHANGED, _MOVED, _GONE)
_SIGNS: Final[dict[Kind, Sign]] = {
    "added": _NEW,
    "removed": _GONE,
    **dict.fromkeys(("moved", "linked", "unlinked", "relinked", "joined", "reordered"), _MOVED),
    **dict.fromkeys(("thesis", "no thesis", "theses reordered"), _MOVED),
}
_COLOURS: Final = {"new": "$success", "changed": "$warning", "moved": "$accent", "gone": "$error"}
_KINDS: Final = {"new": "New", "changed": "Changed", "moved": "Moved", "gone": "Gone"}
_SPANS: Final[dict[Fate, tuple[str, str, str]]] = {
    "same": ("", "", ""),
    "gone": ("[-", "-]", "$error strike"),
    "new": ("{+", "+}", "bold $success"),
}
"""What stands around words where there are no colours, and their style."""
_LEADING: Final[dict[Kind, str]] = {"added": "new ", "removed": "gone: "}
_PLACING: Final = frozenset({"added", "moved", "flipped", "linked", "relinked", "joined"})
"""What puts a claim where it stands, so that it is shown at that place of it."""

_IN_FULL: Final = 4_000
"""Cells of a text that is shown word by word in the details."""
_LINE: Final = 92
_MOST: Final = 12
"""How many differences of one claim are told in the details."""


class Findings:
    """The differences of two debates.

    Attributes:
        before: The earlier debate.
        after: The later one.
        found: The differences in reading order, but for what nobody would see.
        at: The same, by the claim at which they are shown; those of the map are left out.
    """

    def __init__(self, before: Debate, after: Debate) -> None:
        self.before = before
        self.after = after
        self.found = [d for d in differences(before, after) if d.kind != "renumbered"]
        self.at: dict[str, list[Difference]] = {}
        for difference in self.found:
            if difference.claim:
                self.at.setdefault(difference.claim, []).append(difference)

    def signs(self) -> dict[str, Sign]:
        """Returns the strongest sign of each claim at which something differs."""
        return {claim: _strongest(differing) for claim, differing in self.at.items()}

    def line(self, difference: Difference) -> SafeText:
        """Returns a difference in a sentence."""
        text = difference_text(difference, self.before, self.after, _LINE)
        edits = "; ".join(_edits(text.spans))
        return SafeText(f"{_sign(difference).sign} {_words(difference, text)} {edits}".rstrip())

    def shown(
        self, difference: Difference, cells: int = _LINE, *, in_colour: bool = True
    ) -> Content:
        """Returns a difference in words, with the text in which words went and came.

        Args:
            difference: The difference.
            cells: How long the text may be.
            in_colour: Whether colours tell which words went and came; else brackets do.
        """
        text = difference_text(difference, self.before, self.after, cells)
        sign = _sign(difference)
        lead = (f"{sign.sign} ", f"bold {_COLOURS[sign.style]}")
        parts: list[Any] = [lead, _words(difference, text)]
        parts += [" "] if text.spans else []
        fate_before = ""
        for fate, words in text.spans:
            opening, closing, style = _SPANS[fate]
            if not in_colour:
                parts.append((f"{opening}{words}{closing}", style))
                continue
            is_replaced = (fate_before, fate) == ("gone", "new")
            parts += [" "] if is_replaced and not words[:1].isspace() else []
            parts.append((words, style))
            fate_before = fate
        return Content.assemble(*parts)

    def kind(self, difference: Difference) -> str:
        """Returns the heading that a difference stands under in a list."""
        return _KINDS[_sign(difference).style]

    def news(
        self, heading: str, differing: Sequence[Difference], *, in_colour: bool = True
    ) -> Content:
        """Returns what differs at a claim in full, under a heading."""
        lines = [Content.styled(heading, "$quiet")]
        lines += [
            self.shown(difference, _IN_FULL, in_colour=in_colour)
            for difference in differing[:_MOST]
        ]
        if len(differing) > _MOST:
            lines.append(Content.styled(f"and {len(differing) - _MOST} more", "$quiet"))
        return Content("\n").join(lines)

    def via(self, debate: Debate, claim: str) -> str | None:
        """Returns the link of the place at which a claim's differences are best looked at."""
        for difference in self.at.get(claim, ()):
            link = debate.links.get(difference.link or "")
            if difference.kind in _PLACING and link is not None and claim in link.premises:
                return difference.link
        return None


def found_between(before: Debate, after: Debate) -> tuple[Findings, frozenset[str]]:
    """Returns what differs, and the claims that it stands beneath."""
    findings = Findings(before, after)
    return findings, frozenset(claims_above(after, findings.at))


def _words(difference: Difference, text: DifferenceText) -> SafeText:
    return SafeText(f"{_LEADING.get(difference.kind, '')}{text.words}")


def _edits(spans: Sequence[tuple[Fate, SafeText]]) -> Iterator[SafeText]:
    """Yields, for each run of words that went or came, what became of it."""
    gone = ""
    for (fate, words), (following, _) in pairwise([*spans, ("same", SafeText(""))]):
        if fate == "gone" and following == "new":
            gone = words.strip()
        elif fate == "new" and gone:
            yield SafeText(f"“{gone}” became “{words.strip()}”")
            gone = ""
        elif fate != "same":
            yield SafeText(f"“{words.strip()}” {'went' if fate == 'gone' else 'came'}")


def digest(differing: Iterable[Difference]) -> str:
    """Returns what differences at a claim are known again by."""
    parts = [[difference.kind, difference.edits] for difference in differing]
    try:
        data = orjson.dumps(parts, default=_plain, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        data = repr(parts).encode(errors="replace")
    return blake2b(data, digest_size=12).hexdigest()


def _plain(value: object) -> object:
    """Returns records as lists, and unknown fields as they stand in a file."""
    if isinstance(value, Written):
        return value.digits
    return list(value) if isinstance(value, tuple) else dict(value)  # type: ignore[call-overload]


def _sign(difference: Difference) -> Sign:
    return _SIGNS.get(difference.kind, _CHANGED)


def _strongest(differing: Iterable[Difference]) -> Sign:
    return min(map(_sign, differing), key=_BY_STRENGTH.index)
