"""What a debate is when it comes back from a tree: the same, but for positions."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.fields import with_texts
from debatemap.core.model import Claim, Source
from debatemap.formats.format import Imported, Written
from debatemap.formats.registry import format_named
from debatemap.formats.tree.to_nodes import to_tree

__all__ = ["again", "changed_texts", "edges_of_tree", "edges_read", "likeness"]


def again(name: str, debate: Debate) -> Imported:
    """Returns a debate that was written and read in a format."""
    chosen = format_named(name)
    return chosen.read(chosen.write(debate).data, f"map{chosen.suffixes[0]}", lambda _: None)


def likeness(debate: Debate, cleaned: Callable[[str], str]) -> dict[str, Any]:
    """Returns what is to come back of a debate."""

    def claim(each: Claim) -> Claim:
        return each._replace(
            text=cleaned(each.text), note=cleaned(each.note), by=cleaned(each.by),
            created=cleaned(each.created), tags=tuple(map(cleaned, each.tags)),
            sources=tuple(with_texts(cited, cleaned) for cited in each.sources),
        )  # fmt: skip

    def source(each: Source) -> Source:
        return with_texts(each, cleaned)

    walked = walked_links(debate)
    header = debate.header
    return {
        "claims": {key: claim(each) for key, each in debate.claims.items()},
        "links": {
            key: debate.links[key]._replace(pos="", premises=ends) for key, ends in walked.items()
        },
        "order": {
            target: [key for key in debate.links_into(target) if key in walked]
            for target in {debate.links[key].target for key in walked}
        },
        "sources": {key: source(each) for key, each in debate.sources.items()},
        "stances": {cleaned(name): dict(held) for name, held in debate.stances.items()},
        "header": header._replace(
            title=cleaned(header.title), question=cleaned(header.question),
            theses=tuple(dict.fromkeys(key for key in header.theses if key in debate.claims)),
        ),
    }  # fmt: skip


def walked_links(debate: Debate) -> dict[str, tuple[str, ...]]:
    """Returns the links that hang on a claim, directly or by other links, with their premises."""
    ends = {
        key: tuple(
            dict.fromkeys(p for p in link.premises if p in debate.claims and p != link.target)
        )
        for key, link in debate.links.items()
    }
    found: dict[str, tuple[str, ...]] = {}
    waiting = list(debate.claims)
    while waiting:
        for key in debate.links_into(waiting.pop()):
            if ends[key] and key not in found:
                found[key] = ends[key]
                waiting.append(key)
    return found


def edges_of_tree(debate: Debate) -> tuple[list[str], Counter[tuple[str, str, str]]]:
    """Returns the claims of a debate by where they first stand, and what is to stand under what.

    A format without a place for them has no joint premises, and no replies to steps.
    """
    nodes = to_tree(debate).nodes
    order = [node.key for node in nodes if not node.same_as]
    edges = Counter(
        (node.key, str(node.stance), nodes[node.parent].key)
        for node in nodes
        if node.parent is not None and node.key != nodes[node.parent].key
    )
    return order, edges


def edges_read(read: Debate, order: list[str]) -> Counter[tuple[str, str, str]]:
    """Returns what stands under what in a debate that was read, by the ids that claims had."""
    ids = dict(zip(read.claims, order, strict=True))
    return Counter(
        (ids[premise], str(link.stance), ids[link.target])
        for link in read.links.values()
        for premise in link.premises
    )


def changed_texts(written: Written) -> int:
    """Returns how many texts a writer says that it changed."""
    return sum(loss.number for loss in written.losses if loss.kind.startswith("texts"))
