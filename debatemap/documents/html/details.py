"""What stands with a claim on the page: its note, quotes, sources, tags, author and ratings."""

from collections.abc import Iterator, Sequence

from debatemap.core.debate import Debate
from debatemap.core.fields import plain_values, short_values
from debatemap.core.model import Citation, Claim, Source
from debatemap.formats.markup_text import is_followed, markup_line, markup_text
from debatemap.formats.remarks import Rating, Remarks

__all__ = ["Details", "source_words"]


class Details:
    """The details of claims and steps.

    Attributes:
        source_numbers: The number of each source in the list of them, by id.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._ratings = Remarks(debate).ratings
        self.source_numbers = {key: number for number, key in enumerate(debate.sources, 1)}

    def of_claim(self, key: str) -> Iterator[str]:
        """Yields what stands beneath a claim's text where it is written out."""
        claim = self._debate.claims[key]
        if claim.note:
            yield f'<p class="note" dir="auto">{markup_text(claim.note)}</p>'
        for citation in claim.sources:
            yield from self._cited(citation)
        yield from _facts(claim, self._ratings.get(key, ()))

    def of_step(self, key: str | None) -> str:
        """Returns how people rate a step; nothing where nobody does."""
        found = self._ratings.get(key or "")
        return f'<p class="facts">Step rated {_rated(found)}</p>' if found else ""

    def _cited(self, citation: Citation) -> Iterator[str]:
        where = "".join(f", {markup_line(each)}" for each in short_values(citation))
        if citation.ref in self.source_numbers:
            number = self.source_numbers[citation.ref]
            name = _short_name(self._debate.sources[citation.ref]) or "Source"
            words = f'<a href="#source-{number}">{name} [{number}]</a>{where}'
        else:
            words = f"A source that does not exist, {markup_line(citation.ref)}{where}"
        if citation.quote:
            yield f'<blockquote dir="auto"><p>{markup_text(citation.quote)}</p></blockquote>'
        yield f'<p class="source">{words}</p>'


def _short_name(source: Source) -> str:
    return ", ".join(markup_line(part) for part in (source.author, source.title) if part)


def source_words(source: Source) -> str:
    """Returns a source as a line of the list, its address as a link where that may be followed."""
    named = ", ".join(
        markup_line(part) for part in (source.author, source.title, source.date) if part
    )
    address = markup_line(source.url)
    if is_followed(source.url):
        address = f'<a href="{address}" rel="noopener noreferrer">{address}</a>'
    return ". ".join(filter(None, (named, address)))


def _facts(claim: Claim, ratings: Sequence[Rating]) -> Iterator[str]:
    facts = [f'<b class="tag">#{markup_line(tag)}</b>' for tag in claim.tags]
    facts += [f"by {markup_line(claim.by)}"] if claim.by else []
    facts += [markup_line(claim.created)] if claim.created else []
    facts += [f"rated {_rated(ratings)}"] if ratings else []
    for field, value in plain_values(claim):
        if field.is_long:
            label = field.label.capitalize()
            yield f'<p class="note" dir="auto">{label}: {markup_text(value)}</p>'
        else:
            facts.append(f"{field.label}: {markup_line(value)}")
    if facts:
        yield f'<p class="facts">{" · ".join(facts)}</p>'


def _rated(ratings: Sequence[Rating]) -> str:
    return ", ".join(markup_line(each.words) for each in ratings)
