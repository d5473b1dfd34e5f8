"""What the labels and colours of edges say, and which way edges run."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from debatemap.core.model import Stance
from debatemap.formats.tree.stance_words import is_passive, stance_of_words

__all__ = ["is_upside_down", "stance_of_edge"]

_COLOURS: Final[dict[str, Stance]] = {"1": "attacks", "4": "supports"}
_HEX: Final = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_CLEARLY: Final = 1.4
"""How much stronger red or green must be than the other two."""
_DIRECTED: Final = re.compile(
    r"\b(?:supports|attacks|rebuts|refutes|opposes|undercuts|against|for)\b", re.IGNORECASE
)


def stance_of_edge(edge: Mapping[str, Any]) -> Stance | None:
    """Returns the stance of an edge by its label, else by its colour.

    Examples:
        >>> stance_of_edge({"label": "con"}), stance_of_edge({"color": "#22aa33"})
        ('attacks', 'supports')
    """
    label = str(edge.get("label") or "")
    if is_passive(label) and (stance := stance_of_words(label)):
        return stance
    words = [word for word in re.split(r"[^\w+−–-]+", label) if word]
    found = {stance for word in words if (stance := stance_of_words(word))}
    if len(found) == 1:
        return found.pop()
    return None if found else _of_colour(str(edge.get("color") or ""))


def _of_colour(colour: str) -> Stance | None:
    found = _HEX.fullmatch(colour)
    if found is None:
        return _COLOURS.get(colour)
    red, green, blue = (int(part, 16) for part in found.groups())
    if red > _CLEARLY * max(green, blue):
        return "attacks"
    return "supports" if green > _CLEARLY * red and green >= blue else None


def is_upside_down(edges: Sequence[Mapping[str, Any]]) -> bool:
    """Tells whether edges run from a claim to its replies, as in a mind map.

    They do where no label says what the first end does, every card has one edge into it at most,
    and fewer cards begin a path than end one.
    """
    starts = [str(edge.get("fromNode")) for edge in edges]
    ends = [str(edge.get("toNode")) for edge in edges]
    if any(_DIRECTED.search(str(edge.get("label") or "")) for edge in edges):
        return False
    if len(set(ends)) < len(ends):
        return False
    return len(set(starts) - set(ends)) < len(set(ends) - set(starts))
