"""Claims and links as the command line names them: by id, or by the beginning of one."""

from collections.abc import Collection, Iterable
from itertools import islice
from typing import Final

from debatemap.cli.error_reporting import UseError
from debatemap.core.debate import Debate
from debatemap.core.node_names import name_of
from debatemap.core.text import excerpt

__all__ = ["claim_id", "link_id", "node_id"]

_SHORTEST: Final = 3
_NAMED: Final = 5


def claim_id(debate: Debate, given: str) -> str:
    """Returns the id of a claim, of which the beginning may do.

    Raises:
        UseError: No claim has it, a link has it, or several claims begin so.
    """
    found = _matching(debate, debate.claims, given)
    if found is not None:
        return found
    link = _matching(debate, debate.links, given)
    if link is not None:
        raise UseError(f"{link} is a link, {name_of(debate, link)}; a claim is wanted here")
    raise _unknown("claim", given)


def link_id(debate: Debate, given: str) -> str:
    """Returns the id of a link, of which the beginning may do.

    Raises:
        UseError: No link has it, a claim has it, or several links begin so.
    """
    found = _matching(debate, debate.links, given)
    if found is not None:
        return found
    claim = _matching(debate, debate.claims, given)
    if claim is None:
        raise _unknown("link", given)
    own = [f"{key} (to {name_of(debate, debate.links[key].target)})" for key in _few(debate, claim)]
    advice = f"its links are {', '.join(own)}" if own else "it has no link yet"
    raise UseError(f"{claim} is a claim, and a link is wanted here; {advice}")


def node_id(debate: Debate, given: str) -> str:
    """Returns the id of a claim or a link, of which the beginning may do.

    Raises:
        UseError: Nothing has it, or several ids begin so.
    """
    found = _matching(debate, {**debate.claims, **debate.links}, given)
    if found is None:
        raise _unknown("claim or link", given)
    return found


def _few(debate: Debate, claim: str) -> Iterable[str]:
    return islice(debate.links_from(claim), _NAMED)


def _matching(debate: Debate, records: Collection[str], given: str) -> str | None:
    """Returns the id that is given, or else the only one that begins so."""
    names = [given] if given in records else []
    if not names and len(given) >= _SHORTEST:
        names = [key for key in records if key.startswith(given)]
    if len(names) > 1:
        some = ", ".join(f"{key} ({name_of(debate, key)})" for key in sorted(names)[:_NAMED])
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        raise UseError(f"several ids begin with {excerpt(given)}: {some}{more}; give one in full")
    return names[0] if names else None


def _unknown(kind: str, given: str) -> UseError:
    advice = "`debatemap find MAP WORDS` and `debatemap show MAP --json` print ids"
    if not given.strip():
        return UseError(f"no {kind} is named: the id is empty; {advice}")
    return UseError(f"there is no {kind} {excerpt(given, 64)} in this map; {advice}")
