"""What is told of an entry on a card beside its words."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.queries import direct_replies
from debatemap.core.text import SafeText, safe_line
from debatemap.tui.views.card.clickable_remarks import RemarkPart
from debatemap.tui.widgets.clickable import KEY, TAG
from debatemap.views.card import Entry, Role

__all__ = ["parts_of"]

_NONE: Final = RemarkPart(SafeText("no reply"))
_FURTHER_UP: Final = RemarkPart(SafeText("↺ stands further up"))


def parts_of(debate: Debate, entry: Entry) -> Iterator[RemarkPart]:
    """Yields what is told of an entry, what matters most first."""
    claim = debate.claims[entry.claim]
    if entry.closes_cycle:
        yield _FURTHER_UP
        return
    replies = direct_replies(debate, entry.claim)
    yield _counted(replies, "reply", "replies") if replies else _NONE
    # What is said of a further step is not on this card.
    of_step = direct_replies(debate, entry.link or "") if entry.role.is_of_step else 0
    if of_step:
        yield RemarkPart(SafeText(f"{of_step:,} on its step"))
    quotes = sum(bool(citation.quote) for citation in claim.sources)
    if quotes:
        yield _counted(quotes, "quote", "quotes", "sources")
    elif claim.sources:
        yield _counted(len(claim.sources), "source", "sources", "sources")
    if claim.note and entry.role is not Role.FOCUS:
        yield RemarkPart(SafeText("note"), KEY, "note")
    places = len(debate.links_from(entry.claim)) + debate.is_thesis(entry.claim)
    if places > 1:
        yield _counted(places, "place", "places", "next_place")
    if entry.role is Role.FOCUS:
        if claim.by:
            yield RemarkPart(safe_line(claim.by))
        tags = [RemarkPart(safe_line(f"#{tag}"), TAG, tag) for tag in claim.tags]
        yield from tags[:1]
        yield from (tag._replace(before=" ") for tag in tags[1:])


def _counted(number: int, one: str, many: str, command: str = "") -> RemarkPart:
    words = SafeText(f"{number:,} {one if number == 1 else many}")
    return RemarkPart(words, KEY if command else "", command)
