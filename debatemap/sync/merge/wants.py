"""Why somebody wants a record that the other deleted, in the words of the map."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.node_names import quoted
from debatemap.core.scenarios import SCENARIOS
from debatemap.core.text import SafeText, excerpt
from debatemap.sync.merge.conflict import Conflict

__all__ = ["wants"]

_LISTED: Final = 30
_NAME: Final = 90


def wants(debate: Debate, conflict: Conflict) -> list[SafeText]:
    """Returns a line for each of the things that name a record anew.

    What is not there any more is left out.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("It pours.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> wants(debate, Conflict(("claims", "a"), wanted=(("links", "l"),)))
        ['wanted: answered by “It pours.”, which supports it']
    """
    lines = (_line(debate, conflict.path[-1], path) for path in conflict.wanted[:_LISTED])
    return [SafeText(f"wanted: {line}") for line in lines if line]


def _line(debate: Debate, node: str, path: tuple[str, ...]) -> str:
    table, *keys = path
    if table == "links" and keys:
        return "; ".join(_linked(debate, node, keys[0]))
    if table == "stances" and len(keys) > 1:
        return f"rated by {excerpt(keys[0], _NAME)}"
    if table == SCENARIOS and len(keys) > 1:
        return f"assumed in “{excerpt(keys[0], _NAME)}”"
    if table == "claims" and keys:
        return f"cited by {_name(debate, keys[0])}"
    return "made a thesis" if path == ("map", "theses") else ""


def _linked(debate: Debate, node: str, key: str) -> Iterator[str]:
    link = debate.links.get(key)
    if link is None:
        return
    if link.target == node:
        with_others = f" and {len(link.premises) - 1} more" if len(link.premises) > 1 else ""
        yield f"answered by {_name(debate, link.premises[0])}{with_others}, which {link.stance} it"
    elif node in link.premises:
        others = [_name(debate, premise) for premise in link.premises if premise != node]
        joined = f"joined with {' & '.join(others[:_LISTED])}, " if others else ""
        yield f"{joined}it {link.stance} {_name(debate, link.target)}"


def _name(debate: Debate, node: str) -> str:
    if node in debate.links:
        return f"the step from {_name(debate, debate.links[node].premises[0])}"
    claim = debate.claims.get(node)
    return quoted(claim.text, _NAME) if claim is not None else "what is gone"
