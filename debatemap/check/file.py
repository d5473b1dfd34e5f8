"""Lints of a file that cannot be read: they see bytes, as there is no debate to see."""

import json
from collections.abc import Iterator
from typing import Any

from debatemap.check.lint import Finding, Lint, lint
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.limits import limits
from debatemap.formats.native.exact_reading import duplicate_keys

__all__ = ["duplicate", "faults", "unreadable"]


@lint("DM101", "unreadable", "The file cannot be read as a map; nothing else can be checked.")
def unreadable(_: Debate) -> tuple[Finding, ...]:
    """Finds nothing: a debate that is here was read. See `faults`."""
    return ()


@lint("DM102", "duplicate-id", "An id or a key stands twice; one of the two would be lost.")
def duplicate(_: Debate) -> tuple[Finding, ...]:
    """Finds nothing: a file with duplicates is refused before it is a debate. See `faults`."""
    return ()


def faults(error: MapError, data: bytes) -> list[tuple[Lint, Finding]]:
    """Returns why a file was refused, as findings.

    Args:
        error: The refusal.
        data: The file's bytes; empty where they could not be had.
    """
    twice = [(duplicate, finding) for finding in _duplicates(data)] if _is_allowed(data) else []
    message = f"{error.problem}. {error.advice}".strip()
    return twice or [(unreadable, Finding(error.place, message))]


def _is_allowed(data: bytes) -> bool:
    """Tells whether a file was not refused for what it would ask of a reader."""
    try:
        limits().check(data, "")
    except MapError:
        return False
    return True


def _duplicates(data: bytes) -> Iterator[Finding]:
    """Yields every key that stands twice in one object, and every id that two records have."""
    try:
        for place, key in duplicate_keys(data):
            message = f'the key "{excerpt(key)}" stands twice in one object; keep one of the two'
            yield Finding(place, message)
        yield from _shared_ids(json.loads(data))
    except (ValueError, RecursionError):
        return


def _shared_ids(whole: Any) -> Iterator[Finding]:  # noqa: ANN401  (any JSON)
    claims = whole.get("claims") if isinstance(whole, dict) else None
    taken = set(claims) if isinstance(claims, dict) else set()
    for claim_id, claim in claims.items() if isinstance(claims, dict) else ():
        links = claim.get("links") if isinstance(claim, dict) else None
        for link_id in links if isinstance(links, dict) else ():
            if link_id in taken:
                place = f"claims.{claim_id}.links.{link_id}"
                yield Finding(place, f"the id {excerpt(link_id)} is used twice; give one another")
            taken.add(link_id)
