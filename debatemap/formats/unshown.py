"""What of a debate a document or a picture leaves out, whatever its format is."""

import unicodedata
from collections.abc import Collection, Iterator

from debatemap.core.debate import Debate
from debatemap.core.text import safe, thin_marks
from debatemap.formats.loss import Loss, losses_of

__all__ = ["left_out", "unused_sources"]


def left_out(debate: Debate, shown: Collection[str]) -> Iterator[Loss]:
    """Yields what any format for readers leaves out.

    Args:
        debate: The debate.
        shown: The links that are shown.
    """
    yield from _links_left_out(debate, shown)
    yield from losses_of(
        "texts with control characters",
        (key for key, claim in debate.claims.items() if _has_controls(claim.text, claim.note)),
        "became texts without them",
    )


def _has_controls(*texts: str) -> bool:
    """Tells whether a text is not shown whole; tabs and the form of accents do not count."""
    return any(
        not (text.isascii() and text.isprintable())
        and "".join(safe(text).split()) != "".join(_composed(text).split())
        for text in texts
    )


def _composed(text: str) -> str:
    # What has more marks in a row than are shown is another text; to order them would take long.
    return unicodedata.normalize("NFC", text) if thin_marks(text) == text else ""


def _links_left_out(debate: Debate, shown: Collection[str]) -> Iterator[Loss]:
    left = [key for key in debate.links if key not in shown]
    ends = (debate.claims, debate.links)
    yield from losses_of(
        "links onto what is missing",
        [key for key in left if not any(debate.links[key].target in table for table in ends)],
    )
    yield from losses_of(
        "links that no claim leads to",
        [key for key in left if any(debate.links[key].target in table for table in ends)],
    )
    short = (
        key
        for key, link in debate.links.items()
        if key in shown and any(each not in debate.claims for each in link.premises)
    )
    yield from losses_of("links with missing premises", short, "keep the others")


def unused_sources(debate: Debate) -> Iterator[Loss]:
    """Yields the sources that no claim cites, for formats that tell them by claim."""
    cited = {each.ref for claim in debate.claims.values() for each in claim.sources}
    yield from losses_of(
        "sources that no claim cites", [key for key in debate.sources if key not in cited]
    )
