"""The quotes of a map, each looked for in the text of its source."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Citation
from debatemap.texts.found import Found
from debatemap.texts.grading import Grading, graded
from debatemap.texts.load import LoadedText, load_text

__all__ = [
    "CheckedQuote",
    "QuoteReport",
    "Texts",
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
        grading: The grade of the quote, and where it stands.
    """

    claim: str
    number: int
    cited: Citation
    grading: Grading

    @property
    def found(self) -> Found:
        """Where the quote stands; only where the citation says, if it stands there as well."""
        return self.grading.found

    @property
    def is_misplaced(self) -> bool:
        """Whether it stands, but not where the citation says."""
        return self.grading.is_misplaced

    @property
    def at(self) -> str:
        """How a citation would name the place; empty where there is none, or several."""
        return self.grading.at

    @property
    def is_absent(self) -> bool:
        """Whether the quote stands nowhere in the text."""
        return self.grading.is_absent


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


def claims_on_absent_quotes(report: QuoteReport) -> frozenset[str]:
    """Returns the claims that rest on a quote which its source's text has not."""
    return frozenset(quote.claim for quote in report.quotes if quote.is_absent)


def _checked(debate: Debate, texts: Texts) -> Iterator[CheckedQuote]:
    for key, claim in debate.claims.items():
        for number, cited in enumerate(claim.sources):
            text = texts.loaded.get(cited.ref)
            if text is not None and cited.quote.strip():
                yield CheckedQuote(key, number, cited, graded(text, cited))
