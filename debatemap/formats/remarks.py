"""What a map says of a claim beside its text, as labelled words for formats that show text."""

from collections.abc import Iterator
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.fields import as_text, field_of, plain_values, short_values
from debatemap.core.model import Citation
from debatemap.core.text import SafeText, safe, safe_line

__all__ = ["Rating", "Remark", "Remarks", "cited_words"]


class Remark(NamedTuple):
    """Something that is said of a claim, such as its author.

    Attributes:
        label: What it is.
        words: What it says; a note has line breaks.
    """

    label: str
    words: SafeText


class Rating(NamedTuple):
    """How somebody rates a claim or a link, 0 to 100."""

    person: str
    value: float

    @property
    def words(self) -> SafeText:
        """Such as `80 by Ann`."""
        return SafeText(f"{self.value:g} by {safe_line(self.person)}")


class Remarks:
    """The remarks of a debate, found by claim and link."""

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self.ratings: dict[str, list[Rating]] = {}
        for person, rated in debate.stances.items():
            for node, value in rated.items():
                self.ratings.setdefault(node, []).append(Rating(person, value))

    def of_claim(self, claim_id: str) -> Iterator[Remark]:
        """Yields what is said of a claim."""
        claim = self._debate.claims[claim_id]
        if claim.note:
            yield Remark("Note", safe(claim.note))
        for field, value in plain_values(claim):
            words = safe(value) if field.is_long else safe_line(value)
            yield Remark(field.label.capitalize(), words)
        for citation in claim.sources:
            yield Remark("Source", cited_words(self._debate, citation))
        for name in ("by", "created", "tags"):
            field = field_of("claims", name)
            if value := getattr(claim, name):
                yield Remark(field.label.capitalize(), safe_line(as_text(field, value)))
        yield from self._rated("Rated", claim_id)

    def of_step(self, link_id: str) -> Iterator[Remark]:
        """Yields what is said of a step itself."""
        yield from self._rated("Step rated", link_id)

    def _rated(self, label: str, node: str) -> Iterator[Remark]:
        if found := self.ratings.get(node):
            yield Remark(label, SafeText(", ".join(each.words for each in found)))


def cited_words(debate: Debate, citation: Citation) -> SafeText:
    """Returns a source and the words of it that a claim cites, in one line."""
    source = debate.sources.get(citation.ref)
    if source is None:
        named = f"one that does not exist, {citation.ref}"
    else:
        parts = (source.author, source.title, source.date, *short_values(citation), source.url)
        named = ", ".join(filter(None, map(safe_line, parts)))
    quote = f"“{safe_line(citation.quote)}”" if citation.quote else ""
    return safe_line(": ".join(filter(None, (named, quote))))
