"""What a debate is when it comes back from a tree: the same, but for positions."""

from collections.abc import Callable
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.fields import with_texts
from debatemap.core.model import Claim, Source
from debatemap.formats.format import Imported
from debatemap.formats.registry import format_named
from tests.strategies import json_values

__all__ = ["again", "is_plain", "json_values", "likeness"]


def again(name: str, debate: Debate) -> Imported:
    """Returns a debate that was written and read in a format."""
    chosen = format_named(name)
    return chosen.read(chosen.write(debate).data, f"map{chosen.suffixes[0]}", lambda _: None)


def is_plain(debate: Debate) -> bool:
    """Tells whether each link has both ends, and none is about itself by any way."""
    for link in debate.links.values():
        ends = set(link.premises)
        if len(ends) < len(link.premises) or not ends <= debate.claims.keys():
            return False
        if link.target in ends or link.target not in {*debate.claims, *debate.links}:
            return False
    return True


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
