"""Lints of the words: characters that a reader cannot see, and claims that say nothing."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from debatemap.check.lint import Finding, count, lint
from debatemap.core.debate import Debate
from debatemap.core.fields import TEXT_ALONE, fields_of, text_names, with_texts
from debatemap.core.model import Claim, Header, Source
from debatemap.core.rating_fingerprints import fingerprints, with_fingerprints
from debatemap.core.text import clean
from debatemap.edit.builder import ChangeBuilder

__all__ = ["control_characters", "empty_text"]

_INVISIBLE: Final = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_MARKS: Final = 30
"""Combining marks in a row that `text.clean` keeps."""
_NAMED: Final = 3
_TEXTS: Final = tuple(field for field in fields_of("claims") if field.is_text)


def _fault(text: str) -> str:
    r"""Returns what in a text is not fit to be shown, or nothing.

    A text that is only in another normal form of Unicode is as good as any.

    Examples:
        >>> _fault("red\x1b[31m"), _fault("e\u0301")
        ('U+001B', '')
    """
    if _is_plain(text) or clean(text) == text:
        return ""
    found = [c for c in dict.fromkeys(text) if _is_invisible(c)]
    names = [f"U+{ord(character):04X}" for character in found[:_NAMED]]
    if len(found) > _NAMED:
        names.append(f"and {len(found) - _NAMED} more")
    runs = (sum(1 for _ in run) for marks, run in groupby(text, unicodedata.combining) if marks)
    if not names and max(runs, default=0) > _MARKS:
        names.append(f"more than {_MARKS} combining marks in a row")
    return ", ".join(names)


def _is_plain(text: str) -> bool:
    """Tells at once of most texts that they are clean."""
    return text.isascii() and text.isprintable()


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE and clean(character) != character


def _mended(text: str) -> str:
    return clean(text) if _fault(text) else text


def _texts(debate: Debate) -> Iterator[tuple[str, str]]:
    """Yields every text of a map that may need cleaning, and its place."""
    yield "map.title", debate.header.title
    yield "map.question", debate.header.question
    for source_id, source in debate.sources.items():
        for field in text_names(source):
            yield f"sources.{source_id}.{field}", getattr(source, field)
    for claim_id, claim in debate.claims.items():
        if not (_is_plain(claim.text) and claim[1:] == TEXT_ALONE):
            for field, text in _claim_texts(claim):
                yield f"claims.{claim_id}.{field}", text
    for person in debate.stances:
        yield f"stances.{person}", person


def _claim_texts(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yields the texts of a claim, each with its place in it."""
    for field in _TEXTS:
        held = getattr(claim, field.name)
        if field.kind == "tags":
            yield from ((f"{field.in_file}.{index}", tag) for index, tag in enumerate(held))
        elif held:
            yield field.in_file, held
    for index, cited in enumerate(claim.sources):
        for name in text_names(cited):
            yield f"sources.{index}.{name}", getattr(cited, name)


def _clean_all(builder: ChangeBuilder) -> str:
    """Cleans the records in which a text needs it."""
    debate = builder.debate
    places = [place.split(".", 2) for place, text in _texts(debate) if _fault(text)]
    for table, key, *_ in places:
        if table == "map":
            builder.put_header(_clean_header(builder.header))
        elif table == "sources":
            builder.put_source(_clean_source(debate.sources[key]), key)
        elif table == "claims":
            builder.put_claim(_clean_claim(debate.claims[key]), key)
    renamed = _clean_people(builder)
    mended = sum(place[0] != "stances" for place in places) + renamed
    return f"clean {count(mended, 'text')}" if mended else ""


def _clean_header(header: Header) -> Header:
    return header._replace(title=_mended(header.title), question=_mended(header.question))


def _clean_source(source: Source) -> Source:
    return with_texts(source, _mended)


def _clean_claim(claim: Claim) -> Claim:
    texts: dict[str, Any] = {
        field.name: tuple(filter(None, dict.fromkeys(map(_mended, held))))
        if isinstance(held := getattr(claim, field.name), tuple)
        else _mended(held)
        for field in _TEXTS
    }
    return claim._replace(
        **texts, sources=tuple(with_texts(cited, _mended) for cited in claim.sources)
    )


def _clean_people(builder: ChangeBuilder) -> int:
    """Renames people whose new name is nobody else's; who two of them are, a person must say."""
    renamed = 0
    for person in builder.debate.stances:
        name = _mended(person)
        if name and name != person and not builder.ratings(name):
            words = fingerprints(builder.header).get(person, {})
            builder.put_ratings(name, builder.ratings(person))
            builder.put_ratings(person, None)
            builder.put_header(with_fingerprints(builder.header, name, words))
            renamed += 1
    return renamed


@lint(
    "DM301",
    "control-character",
    "A text holds characters that cannot be seen and may do harm.",
    mend=_clean_all,
)
def control_characters(debate: Debate) -> Iterator[Finding]:
    """Finds texts that are shown otherwise than they stand in the file."""
    for place, text in _texts(debate):
        fault = _fault(text)
        if fault:
            yield Finding(place, f"the text holds {fault}")


@lint("DM302", "empty-text", "A claim says nothing.")
def empty_text(debate: Debate) -> Iterator[Finding]:
    """Finds claims without a word that can be seen."""
    for claim_id, claim in debate.claims.items():
        # No letter and no digit is cleaned away.
        if not claim.text[:1].isalnum() and not clean(claim.text).strip():
            yield Finding(f"claims.{claim_id}.text", "the claim has no words")
