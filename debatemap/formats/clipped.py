"""Claims on the clipboard: a map of their own, which says what they were for what they are from."""

from collections.abc import Mapping
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link, Source, Stance, new_id
from debatemap.formats.native.codec import dump

__all__ = ["clipped", "stances_in"]

_STANCES: Final = "x-stances"
"""What the theses are for what they were copied from, by id: a key of the map of its own."""


def clipped(
    claims: Mapping[str, Claim],
    links: Mapping[str, Link],
    sources: Mapping[str, Source],
    stances: Mapping[str, Stance],
) -> str:
    """Returns claims as a map in JSON, with all their fields.

    Args:
        claims: The claims.
        links: The links between them.
        sources: What they cite.
        stances: The claims at the top, each with what it was for what it stood under.
    """
    extra = {_STANCES: dict(stances)}
    header = Header(new_id(), theses=tuple(stances), extra=extra)
    return dump(Debate(header, claims, links, sources)).decode()


def stances_in(debate: Debate) -> dict[str, Stance]:
    """Returns what the theses of a map are for what they were copied from, as far as it says.

    Examples:
        >>> from debatemap.formats.native.codec import parse
        >>> text = clipped({"a": Claim("A.")}, {}, {}, {"a": "attacks"})
        >>> stances_in(parse(text.encode(), "clipboard").debate)
        {'a': 'attacks'}
    """
    given = debate.header.extra.get(_STANCES)
    if not isinstance(given, Mapping):
        return {}
    pairs = given.items()
    return {key: stance for key, stance in pairs if key in debate.claims and stance in STANCES}
