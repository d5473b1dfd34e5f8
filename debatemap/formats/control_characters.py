"""Texts that a format of plain text gives back without control characters, in one spelling."""

from collections.abc import Callable, Iterable, Iterator

from debatemap.core.debate import Debate
from debatemap.core.fields import text_names
from debatemap.core.model import Claim
from debatemap.core.text import clean
from debatemap.formats.loss import Loss, losses_of

__all__ = ["control_losses"]


def control_losses(debate: Debate, cleaned: Callable[[str], str] = clean) -> tuple[Loss, ...]:
    """Returns one loss of all that is another text when it comes back, or none.

    Args:
        debate: The debate.
        cleaned: What becomes of a text when it is written and read.
    """
    changed = _changed(debate, cleaned)
    return losses_of("texts with control characters", changed, "became texts without them")


def _changed(debate: Debate, cleaned: Callable[[str], str]) -> Iterator[str]:
    """Yields where a text is another one when it comes back."""
    header = debate.header
    yield from (key for key in ("title", "question") if _differs(cleaned, [getattr(header, key)]))
    yield from (key for key, claim in debate.claims.items() if _differs(cleaned, _texts(claim)))
    for key, source in debate.sources.items():
        if _differs(cleaned, [getattr(source, name) for name in text_names(source)]):
            yield key
    yield from (person for person in debate.stances if _differs(cleaned, [person]))


def _differs(cleaned: Callable[[str], str], texts: Iterable[str]) -> bool:
    return any(cleaned(text) != text for text in texts)


def _texts(claim: Claim) -> Iterator[str]:
    yield from (claim.text, claim.note, claim.by, claim.created, *claim.tags)
    for each in claim.sources:
        yield from (getattr(each, name) for name in text_names(each))
