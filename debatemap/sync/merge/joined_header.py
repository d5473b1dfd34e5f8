"""The header of a map that another one is brought into."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.extra_tables import table_in, with_table
from debatemap.core.model import Header
from debatemap.core.rating_fingerprints import RATED_AS, fingerprints, with_fingerprints
from debatemap.core.scenarios import SCENARIOS
from debatemap.core.text import SafeText, excerpt

__all__ = ["joined_header"]

_CELLS: Final = 80


def joined_header(debate: Debate, other: Header) -> tuple[Header, list[SafeText]]:
    """Returns a debate's header with another map's theses, unknown fields and scenarios.

    Of ratings that come in, it comes in as well of which words they are.

    Args:
        debate: The debate, which keeps its title and its own values.
        other: The header of the map that is brought, with the ids that it gets here.

    Returns:
        The header, and what could not come along, in words.
    """
    own = debate.header
    header, other = _with_rated_words(debate, other)
    header, other, left_out = _with_scenarios(header, other)
    joined = own._replace(
        theses=tuple(dict.fromkeys((*own.theses, *other.theses))),
        extra=_united(own.extra, other.extra),
        beside=_united(header.beside, other.beside),
    )
    left_out += _fields("map.", own.extra, other.extra)
    left_out += _fields("", header.beside, other.beside)
    return joined, [excerpt(words, _CELLS) for words in left_out]


def _with_rated_words(debate: Debate, other: Header) -> tuple[Header, Header]:
    header = debate.header
    if RATED_AS not in header.beside:
        return header, other
    for person, words in fingerprints(other).items():
        rated = debate.stances.get(person, {})
        fresh = {claim: mark for claim, mark in words.items() if claim not in rated}
        header = with_fingerprints(header, person, fresh)
    return header, with_table(other, RATED_AS, {})


def _with_scenarios(header: Header, other: Header) -> tuple[Header, Header, list[str]]:
    """Returns the first with the scenarios of both: of one name, its own."""
    own, brought = table_in(header, SCENARIOS), table_in(other, SCENARIOS)
    if not own or not brought:
        return header, other, []
    left_out = [
        f"the scenario {name}"
        for name, entries in brought.items()
        if own.get(name, entries) != entries
    ]
    both = with_table(header, SCENARIOS, {**brought, **own})
    return both, with_table(other, SCENARIOS, {}), left_out


def _united(own: Mapping[str, Any], brought: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**brought, **own} if brought else own


def _fields(path: str, own: Mapping[str, Any], brought: Mapping[str, Any]) -> Iterator[str]:
    """Yields the fields that both have with other values."""
    for key in brought:
        if key in own and own[key] != brought[key]:
            yield f"the field {path}{key}"
