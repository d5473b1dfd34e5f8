"""The quotes of a map, each looked for in the text of its source."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Citation
from debatemap.texts.found import Found, Grade, Place
from debatemap.texts.load import LoadedText, load_text
from debatemap.texts.named_places import fitting, place_name
from debatemap.texts.quote_finder import find_quote

__all__ = [
    "CheckedQuote",
    "QuoteReport",
    "Texts",
    "check_quote",
    "check_quotes",
    "claims_on_absent_quotes",
    "load_texts",
]


class Texts(NamedTuple):
    """The texts of a map's sources, by the source's id.

    Attributes:
        loaded: Those that could be read.
        problems: Why the others could not.
    """

    loaded: Mapping[str, LoadedText]
    problems: Mapping[str, str]


class CheckedQuote(NamedTuple):
    """A quote, and what its source's text says of it.

    Attributes:
        claim: The claim that cites it.
        number: The position of the citation among those of the claim.
        cited: The citation.
        found: Where the quote stands; only where the citation says, if it stands there as well.
        is_misplaced: Whether it stands, but not where the citation says.
        at: How a citation would name the place; empty where there is none, or several.
    """

    claim: str
    number: int
    cited: Citation
    found: Found
    is_misplaced: bool = False
    at: str = ""

    @property
    def is_absent(self) -> bool:
        """Whether the quote stands nowhere in the text."""
        return self.found.grade is Grade.ABSENT

    @property
    def is_ambiguous(self) -> bool:
        """Whether several places are equally good."""
        return len(self.found.places) > 1


class QuoteReport(NamedTuple):
    """What comes of checking the quotes of a map.

    Attributes:
        texts: The texts in which they were looked for.
        quotes: The quotes of sources with a text, in the order of the claims.
    """

    texts: Texts
    quotes: list[CheckedQuote]


def load_texts(debate: Debate, folder: Path | None) -> Texts:
    """Reads the texts of a map's sources; none makes it raise.

    Args:
        debate: The map.
        folder: Its folder; None for a map without one.
    """
    loaded: dict[str, LoadedText] = {}
    problems: dict[str, str] = {}
    for key, source in debate.sources.items():
        if source.text is None:
            continue
        try:
            loaded[key] = load_text(source.text, folder)
        except MapError as error:
            problems[key] = f"{error.problem}. {error.advice}".strip()
    return Texts(loaded, problems)


def check_quotes(debate: Debate, texts: Texts) -> QuoteReport:
    """Looks for every quote of a map whose source has a text that could be read."""
    return QuoteReport(texts, list(_checked(debate, texts)))


def check_quote(text: LoadedText, cited: Citation) -> tuple[Found, bool]:
    """Looks for a quote, and tells whether it stands elsewhere than the citation says."""
    found = find_quote(cited.quote, text.index)
    fit = fitting(text, cited.at, found.places) if cited.at and found.places else None
    if fit:
        found = found._replace(places=tuple(fit))
    return found, fit == []


def claims_on_absent_quotes(report: QuoteReport) -> frozenset[str]:
    """Returns the claims that rest on a quote which its source's text has not."""
    return frozenset(quote.claim for quote in report.quotes if quote.is_absent)


def _checked(debate: Debate, texts: Texts) -> Iterator[CheckedQuote]:
    for key, claim in debate.claims.items():
        for number, cited in enumerate(claim.sources):
            text = texts.loaded.get(cited.ref)
            if text is None or not cited.quote.strip():
                continue
            found, is_misplaced = check_quote(text, cited)
            yield CheckedQuote(key, number, cited, found, is_misplaced, _at(text, found.place))


def _at(text: LoadedText, place: Place | None) -> str:
    return place_name(text, place.start) if place else ""
