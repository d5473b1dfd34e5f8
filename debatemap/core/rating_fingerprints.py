"""Which words of a claim somebody rated, so that it shows when they are other words by now.

A rating is a plain number in the file. The words stand at its top level, among the keys that
follow `stances`, as a short fingerprint for each person and claim:

    "rated_as": {"ann": {"3f8k2m9xqz": "9f86d081"}}

What stands there that is no fingerprint is passed over here, stops no map from loading, and
stays as it stands. A link has no words, so none is kept of it.
"""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final, TypeGuard

from debatemap.core.extra_tables import objects_of, table_in, with_table
from debatemap.core.model import Header

__all__ = [
    "FINGERPRINT_PATTERN",
    "RATED_AS",
    "Fingerprints",
    "fingerprint",
    "fingerprints",
    "rated_words",
    "with_all_fingerprints",
    "with_claims_renamed",
    "with_fingerprints",
    "without_fingerprints",
]

RATED_AS: Final = "rated_as"
"""The key under which a file keeps them."""

FINGERPRINT_PATTERN: Final = "^[0-9a-f]{8}$"

Fingerprints = Mapping[str, str]
"""Of the words that one person rated, by the id of the claim."""

_BYTES: Final = 4
"""One in four thousand million other wordings would pass for the same."""


def fingerprint(text: str) -> str:
    r"""Returns eight hexadecimal digits for the words of a claim, however they are broken.

    Examples:
        >>> fingerprint("It rains.") == fingerprint(" It\n rains. ")
        True
        >>> fingerprint("It rains."), fingerprint("It pours.")
        ('0d72d058', '3e77c5ba')
    """
    words = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return blake2b(words, digest_size=_BYTES).hexdigest()


def fingerprints(header: Header) -> dict[str, dict[str, str]]:
    """Returns of which words people's ratings are, by name and by claim.

    Examples:
        >>> odd = {"ann": {"a": "0d72d058", "b": "other"}, "bo": 3}
        >>> fingerprints(Header("m", beside={"rated_as": odd}))
        {'ann': {'a': '0d72d058'}}
    """
    return {person: _known(marks) for person, marks in objects_of(table_in(header, RATED_AS))}


def rated_words(header: Header, person: str, claim: str) -> str:
    """Returns the fingerprint of the words that a person rated, or nothing where none is kept."""
    marks = (table_in(header, RATED_AS) or {}).get(person)
    found = marks.get(claim) if isinstance(marks, Mapping) else None
    return found if _is_fingerprint(found) else ""


def with_fingerprints(header: Header, person: str, words: Mapping[str, str | None]) -> Header:
    """Returns a header that knows which words a person rated.

    Args:
        header: A map's header.
        person: Who rated them.
        words: A fingerprint by claim, or None for none any more. Where something else stands in
            the place of one, it stays.

    Examples:
        >>> header = with_fingerprints(Header("m"), "ann", {"b": "0d72d058", "a": "3e77c5ba"})
        >>> header.beside
        {'rated_as': {'ann': {'a': '3e77c5ba', 'b': '0d72d058'}}}
        >>> with_fingerprints(header, "ann", {"a": None, "b": None}) == Header("m")
        True
    """
    return with_all_fingerprints(header, {person: words})


def with_all_fingerprints(header: Header, words: Mapping[str, Mapping[str, str | None]]) -> Header:
    """Returns a header that knows which words people rated, as `with_fingerprints` for each.

    The table is copied once, however many they are.
    """
    table = table_in(header, RATED_AS)
    if table is None:
        return header
    changed: dict[str, dict[str, Any]] = {}
    for person, marks in words.items():
        before = table.get(person, {})
        if isinstance(before, Mapping) and (after := _changed(before, marks)) != before:
            changed[person] = dict(sorted(after.items()))
    if not changed:
        return header
    emptied = {person for person, marks in changed.items() if not marks}
    rest = {**table, **changed}
    return with_table(
        header, RATED_AS, {person: marks for person, marks in rest.items() if person not in emptied}
    )


def with_claims_renamed(header: Header, names: Mapping[str, str]) -> Header:
    """Returns a header whose fingerprints are of claims with other ids: the new one by the old.

    Examples:
        >>> header = with_fingerprints(Header("m"), "ann", {"a": "0d72d058"})
        >>> fingerprints(with_claims_renamed(header, {"a": "b"}))
        {'ann': {'b': '0d72d058'}}
    """
    gone: dict[str, dict[str, None]] = {}
    renamed: dict[str, dict[str, str]] = {}
    for person, marks in fingerprints(header).items():
        moved = {claim: mark for claim, mark in marks.items() if claim in names}
        gone[person] = dict.fromkeys(moved)
        renamed[person] = {names[claim]: mark for claim, mark in moved.items()}
    return with_all_fingerprints(with_all_fingerprints(header, gone), renamed)


def without_fingerprints(header: Header) -> Header:
    """Returns a header with no fingerprint; what else stands in their place stays."""
    known = fingerprints(header).items()
    return with_all_fingerprints(header, {person: dict.fromkeys(marks) for person, marks in known})


def _changed(marks: Mapping[str, Any], words: Mapping[str, str | None]) -> dict[str, Any]:
    """Returns what stands under a person's name with other fingerprints."""
    after = dict(marks)
    for claim, mark in words.items():
        if claim in marks and not _is_fingerprint(marks[claim]):
            continue
        if mark is None:
            after.pop(claim, None)
        else:
            after[claim] = mark
    return after


def _known(marks: Mapping[str, Any]) -> dict[str, str]:
    return {claim: mark for claim, mark in marks.items() if _is_fingerprint(mark)}


def _is_fingerprint(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch(FINGERPRINT_PATTERN, value) is not None
