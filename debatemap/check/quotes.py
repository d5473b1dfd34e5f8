"""Lints of quotes: they see the texts of sources, which stand beside the map's file."""

from collections.abc import Iterator
from pathlib import Path

from debatemap.check.lint import Finding, Lint, lint
from debatemap.core.debate import Debate
from debatemap.core.text import excerpt
from debatemap.texts.found import Grade
from debatemap.texts.grading import differences_in_words
from debatemap.texts.quotes import CheckedQuote, check_quotes, load_texts

__all__ = [
    "absent_quotes",
    "changed_texts",
    "misplaced_quotes",
    "missing_texts",
    "near_quotes",
    "quote_findings",
]


@lint("DM601", "absent-quote", "A quote stands nowhere in the text of its source.")
def absent_quotes(_: Debate) -> tuple[Finding, ...]:
    """Finds nothing without the texts. See `quote_findings`."""
    return ()


@lint("DM602", "near-quote", "A quote differs from its source in a few words.", is_warning=True)
def near_quotes(_: Debate) -> tuple[Finding, ...]:
    """Likewise."""
    return ()


@lint("DM603", "misplaced-quote", "A quote stands elsewhere than it is cited.", is_warning=True)
def misplaced_quotes(_: Debate) -> tuple[Finding, ...]:
    """Likewise."""
    return ()


@lint("DM604", "missing-text", "The text of a source cannot be read.", is_warning=True)
def missing_texts(_: Debate) -> tuple[Finding, ...]:
    """Likewise."""
    return ()


@lint("DM605", "changed-text", "The text of a source has changed since.", is_warning=True)
def changed_texts(_: Debate) -> tuple[Finding, ...]:
    """Likewise."""
    return ()


def quote_findings(debate: Debate, folder: Path | None) -> Iterator[tuple[Lint, Finding]]:
    """Yields what is wrong with the quotes of a map and the texts of its sources.

    Args:
        debate: The map.
        folder: Its folder; None for a map without one.
    """
    if all(source.text is None for source in debate.sources.values()):
        return
    texts = load_texts(debate, folder)
    for key, problem in texts.problems.items():
        yield missing_texts, Finding(f"sources.{key}.text", problem)
    for key, text in texts.loaded.items():
        if text.has_changed:
            message = "the file has changed since; the quotes were looked for in what it says now"
            yield changed_texts, Finding(f"sources.{key}.text.sha256", message)
    for quote in check_quotes(debate, texts).quotes:
        yield from _of_quote(quote)


def _of_quote(quote: CheckedQuote) -> Iterator[tuple[Lint, Finding]]:
    where = f"claims.{quote.claim}.sources.{quote.number}"
    named = f"“{excerpt(quote.cited.quote)}”"
    if quote.is_absent:
        like = quote.found.closest
        aside = f"; the closest passage differs in {differences_in_words(like)}" if like else ""
        yield absent_quotes, Finding(f"{where}.quote", f"{named} is not in the text{aside}")
    if quote.found.grade is Grade.NEAR:
        differing = differences_in_words(quote.found.places[0])
        yield (
            near_quotes,
            Finding(f"{where}.quote", f"{named} differs from the text in {differing}"),
        )
    if quote.is_misplaced:
        at = f"; it stands at {excerpt(quote.at)}" if quote.at else ""
        message = f"{named} does not stand at {excerpt(quote.cited.at)}{at}"
        yield misplaced_quotes, Finding(f"{where}.at", message)
