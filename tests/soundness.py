"""What a debate is, as plain values that can be compared, and what makes one sound."""

from typing import Any

from debatemap.core.change import HEADER, TABLES, Change
from debatemap.core.debate import Debate
from debatemap.core.scenarios import scenarios_in
from debatemap.formats.native.codec import dump, parse

__all__ = ["assert_sound", "difference", "fresh", "picture", "records"]


def records(debate: Debate) -> dict[str, Any]:
    """Returns every record of a debate."""
    return {
        "header": debate.header,
        "claims": dict(debate.claims),
        "links": dict(debate.links),
        "sources": dict(debate.sources),
        "stances": dict(debate.stances),
    }


def picture(debate: Debate) -> dict[str, Any]:
    """Returns the records and all that can be asked of their shape."""
    named = {link.target for link in debate.links.values()}
    nodes = sorted(named | {*debate.claims, *debate.links, *debate.dangling})
    return {
        **records(debate),
        "nodes": {node: debate.graph.nodes[node]["kind"] for node in debate.graph},
        "edges": set(debate.graph.edges),
        "into": {node: list(debate.links_into(node)) for node in nodes},
        "steps": {node: list(steps) for node, steps in debate.steps.items()},
        "from": {node: sorted(debate.links_from(node)) for node in nodes},
        "dangling": dict(debate.dangling),
        "theses": [node for node in nodes if debate.is_thesis(node)],
        "placed": [claim for claim in sorted(debate.claims) if debate.is_placed(claim)],
    }


def fresh(debate: Debate) -> Debate:
    """Returns a debate made anew from the records of another."""
    return Debate(**records(debate))


def difference(one: Debate, other: Debate) -> Change:
    """Returns the change that makes one debate of another."""
    before = {**records(one), "header": {HEADER: one.header}}
    after = {**records(other), "header": {HEADER: other.header}}
    tables: dict[str, Any] = {}
    for table in TABLES:
        old, new = before[table], after[table]
        pairs = {key: (old.get(key), new.get(key)) for key in sorted({*old, *new})}
        tables[table] = {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}
    return Change("make it another", **tables)


def assert_sound(after: Debate, before: Debate) -> None:
    """Asserts that an edit left no reference to nothing, and a debate that a file can hold."""
    assert picture(after) == picture(fresh(after))
    assert after.dangling.keys() <= before.dangling.keys()
    assert not after.claims.keys() & after.links.keys()
    for link in after.links.values():
        assert link.premises[0] in after.claims
    assert _lost_references(after) <= _lost_references(before)
    data = dump(after)
    parsed = parse(data).debate
    assert records(parsed) == records(after)
    assert dump(parsed) == data


def _lost_references(debate: Debate) -> set[str]:
    """Returns what theses, ratings, scenarios and citations name and the debate does not hold."""
    nodes = debate.claims.keys() | debate.links.keys()
    cited = {cited.ref for claim in debate.claims.values() for cited in claim.sources}
    rated = {node for held in debate.stances.values() for node in held}
    assumed = {node for held in scenarios_in(debate.header).values() for node in held}
    return ({*debate.header.theses, *rated, *assumed} - nodes) | (cited - debate.sources.keys())
