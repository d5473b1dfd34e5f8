"""A debate from a graph of another program: its nodes are claims, its edges links between them.

Ids that no map can have become others that stay the same each time that the file is read, so that
a second import meets the claims of the first.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import evenly
from debatemap.core.model import Claim, Header, Link, Stance
from debatemap.core.text import clean, safe_line
from debatemap.formats.argument.foreign_fields import cleaned
from debatemap.formats.foreign_ids import FOREIGN_ID, ForeignIds, derived_id
from debatemap.formats.format import Imported
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.tree.stance_words import is_passive

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["debate_of_plain_graph", "is_turned", "stance_in"]

_TEXT_IN: Final = ("text", "label", "name", "title", "description")
"""Attributes of a node that say what it is, the likeliest first."""
_STANCE_IN: Final = (
    "stance",
    "label",
    "type",
    "relation",
    "kind",
    "sign",
    "interaction",
    "Edge Label",
)
"""Attributes of an edge that may say for or against; the last one is what Gephi writes."""
_SUPPORTS: Final = r"\s*\+\s*|.*\b(support\w*|pros?|for|backs?|backing|infer\w*|positive)\b.*"
_ATTACKS: Final = (
    r"\s*[-−–]\s*|.*\b(attack\w*|cons?|against|oppos\w*|rebut\w*|refut\w*|undercut\w*"
    r"|undermin\w*|conflict\w*|contradict\w*|object\w*|negative)\b.*"
)
_WORDS: Final[dict[Stance, re.Pattern[str]]] = {
    "supports": re.compile(_SUPPORTS, re.IGNORECASE | re.DOTALL),
    "attacks": re.compile(_ATTACKS, re.IGNORECASE | re.DOTALL),
}
_NEGATED: Final = re.compile(r"\b(not|no|never|without)\b|n['’]t\b", re.IGNORECASE)
_ABOUT: Final = {"id", "title", "name", "node_default", "edge_default"}
"""Attributes of a graph that are read, or that networkx puts there."""
_LARGEST: Final = 2**63


def debate_of_plain_graph(
    graph: "nx.MultiDiGraph[str]", name: str, groups: Iterable[str] = ()
) -> Imported:
    """Returns claims for nodes and links for edges, as far as the edges say for or against.

    What nothing points on from is a thesis. An edge that does not say its stance supports, and is
    reported.

    Args:
        graph: The graph; where it has no directions, edges run as they were written.
        name: The file, whose name is the title where the graph has none.
        groups: The nodes that held others.
    """
    ids = ForeignIds()
    keys = {node: ids.take(str(node), "node", str(node)) for node in graph}
    claims = {
        keys[node]: _claim(str(node), keys[node], attributes) for node, attributes in _nodes(graph)
    }
    edges = list(graph.edges(data=True))
    links: dict[str, Link] = {}
    unclear = []
    for pos, (first, second, attributes) in zip(evenly(len(edges)), edges, strict=True):
        start, end = (second, first) if is_turned(attributes) else (first, second)
        key = ids.take(str(attributes.get("id", "")), "edge", str(start), str(end))
        said, stance = _stance(attributes)
        extra = {
            f"x-{field}": value for field, value in _kept(attributes) if field not in (said, "id")
        }
        links[key] = Link((keys[start],), stance or "supports", keys[end], pos, extra)
        if stance is None:
            place = key if key == attributes.get("id") else f"{first} → {second}"
            unclear.append(clean(place))
    ends = {link.premises[0] for link in links.values()}
    title = clean(str(graph.graph.get("title") or graph.graph.get("name") or _stem(name)))
    theses = tuple(claim for claim in claims if claim not in ends)
    header = Header(derived_id("map", title, *claims.keys() & set(theses[:1])), title, theses)
    losses = (
        *losses_of("edges that do not say for or against", unclear, "became support"),
        *_losses(graph, groups),
    )
    return Imported(Debate(header, claims, links), losses, is_foreign=True)


def _losses(graph: "nx.MultiDiGraph[str]", groups: Iterable[str]) -> Iterator[Loss]:
    nameless = (str(node) for node, attributes in _nodes(graph) if not _text_in(attributes))
    unfit = (
        f"{key}"
        for key, attributes in _nodes(graph)
        if any(not _is_kept(each) for each in attributes.values())
    )
    straight = () if graph.is_directed() else (f"{start} – {end}" for start, end in graph.edges())
    about = (key for key in graph.graph if key not in _ABOUT)
    yield from losses_of("groups", groups, "became claims beside their members")
    yield from losses_of("nodes without a text", nameless, "have their ids for texts")
    yield from losses_of("edges without a direction", straight, "run from the end named first")
    yield from losses_of("nodes with numbers that no map holds", unfit, "lost those")
    yield from losses_of("attributes of the graph", about)


def _nodes(graph: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from graph.nodes(data=True)


def _text_in(attributes: Mapping[str, Any]) -> str:
    """Returns the name of the attribute that says what a node is, or nothing."""
    return next((name for name in _TEXT_IN if _cleaned(attributes.get(name))), "")


def _cleaned(value: object) -> str:
    return clean(str(value)).strip() if value is not None else ""


def _claim(node: str, key: str, attributes: Mapping[str, Any]) -> Claim:
    named = _text_in(attributes)
    text = _cleaned(attributes[named]) if named else clean(node)
    extra = {f"x-{name}": value for name, value in _kept(attributes) if name != named}
    if node != key:
        extra[FOREIGN_ID] = clean(node)
    return Claim(text, extra=extra)


def _kept(attributes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yields the attributes that a map can hold as unknown fields."""
    for name, value in attributes.items():
        if _is_kept(value):
            yield safe_line(str(name)), cleaned(value)


def _is_kept(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return -_LARGEST <= value < _LARGEST
    return value is None or isinstance(value, (str, list, dict))


def stance_in(attributes: Mapping[str, Any]) -> Stance | None:
    """Returns whether an edge is for or against, where its attributes say so."""
    return _stance(attributes)[1]


def is_turned(attributes: Mapping[str, Any]) -> bool:
    """Tells whether an edge says what its second end does to the first, as "attacked by" does."""
    said = (str(attributes.get(name) or "") for name in _STANCE_IN)
    return any(
        is_passive(words) and any(each.fullmatch(words) for each in _WORDS.values())
        for words in said
    )


def _stance(attributes: Mapping[str, Any]) -> tuple[str, Stance | None]:
    """Returns the attribute that says an edge's stance, and that; where none does, None."""
    for name in _STANCE_IN:
        words = str(attributes.get(name, ""))
        found: list[Stance] = [each for each, said in _WORDS.items() if said.fullmatch(words)]
        if len(found) == 1 and not _NEGATED.search(words):
            # A sentence says more than for or against, and is kept.
            return name if " " not in words.strip() else "", found[0]
    for name in ("sign", "weight"):
        value = attributes.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0:
            return "", "attacks"
    return "", None


def _stem(name: str) -> str:
    return re.split(r"[/\\]", name)[-1].partition(".")[0]
