"""Carry claims from one map into another: a branch, or a set of claims, with what they cite."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link, Source, Stance
from debatemap.core.node_names import quoted
from debatemap.core.part_of_debate import links_within
from debatemap.core.text import excerpt
from debatemap.edit.builder import ChangeBuilder, EditRefusedError

__all__ = ["Parcel", "pack", "paste_parcel"]


class Parcel(NamedTuple):
    """Claims that were copied out of a map, whole in themselves: no record names one outside."""

    tops: tuple[str, ...]
    """The claims that hang on nothing within; they are what is pasted under a target."""
    stance: Stance
    claims: Mapping[str, Claim]
    links: Mapping[str, Link]
    """The links between the claims; those of which an end is not copied are not among them."""
    sources: Mapping[str, Source]
    """What the claims cite."""
    stances: Mapping[str, Stance] = MappingProxyType({})
    """What single ones of the tops are to be, where that is another stance."""
    origin: str = "from another map"
    """Where they come from, in words."""


def pack(
    debate: Debate, claims: Sequence[str], stance: Stance = "supports", *, whole: bool = True
) -> Parcel:
    """Copies claims out of a debate, with their links, notes and sources.

    What people rated is theirs, in that map, and is not copied.

    Args:
        debate: The debate, which is only read.
        claims: The claims, in the order in which they are to stand.
        stance: What they are to be for the claim that they are pasted under.
        whole: Whether all that stands beneath them is copied too.

    Raises:
        EditRefusedError: There is no such claim.
    """
    missing = next((claim for claim in claims if claim not in debate.claims), None)
    if missing is not None:
        raise EditRefusedError(f"there is no claim {excerpt(missing)}")
    if whole:
        taken, links = queries.branch(debate, claims)
    else:
        taken = set(claims)
        links = links_within(debate, taken)
    kept = {key: debate.claims[key] for key in debate.claims if key in taken}
    cited = {citation.ref for claim in kept.values() for citation in claim.sources}
    return Parcel(
        tuple(_tops(debate, claims, links)),
        stance,
        kept,
        _sound_links(debate, kept, links),
        {key: source for key, source in debate.sources.items() if key in cited},
    )


def paste_parcel(
    debate: Debate, parcel: Parcel, target: str | None, *, after: str | None = None
) -> Change:
    """Puts copied claims under a claim or a link of a debate, or (None) among its theses.

    Ids that the debate has already are given anew. A source that it has already is cited, and
    not added a second time.

    Raises:
        EditRefusedError: There is nothing to paste, or no such target.
    """
    builder = ChangeBuilder(debate)
    if target is not None and not builder.has(target):
        raise EditRefusedError(f"there is no claim or link {excerpt(target)}")
    if not parcel.tops:
        raise EditRefusedError("there is no claim to paste")
    renamed = _renamed(builder, parcel)
    sources = _put_sources(builder, parcel)
    for key, claim in parcel.claims.items():
        # What cites a source that its own map lacks would here come to cite another one.
        cited = tuple(c._replace(ref=sources[c.ref]) for c in claim.sources if c.ref in sources)
        builder.put_claim(claim._replace(sources=cited), renamed[key])
    for key, link in parcel.links.items():
        premises = tuple(renamed[premise] for premise in link.premises)
        builder.put_link(
            link._replace(premises=premises, target=renamed[link.target]), renamed[key]
        )
    tops = [renamed[top] for top in parcel.tops]
    if target is None:
        theses = dict.fromkeys((*builder.header.theses, *tops))
        builder.put_header(builder.header._replace(theses=tuple(theses)))
    else:
        stances = [parcel.stances.get(top, parcel.stance) for top in parcel.tops]
        places = builder.positions(target, after, len(tops))
        for top, stance, pos in zip(tops, stances, places, strict=True):
            builder.put_link(Link((top,), stance, target, pos))
    return builder.change(_sentence(parcel))


def _sound_links(
    debate: Debate, claims: Mapping[str, Claim], links: Collection[str]
) -> dict[str, Link]:
    """Returns links without the ends that a broken map names in vain."""
    found: dict[str, Link] = {}
    for key in debate.links:
        if key in links:
            link = debate.links[key]
            premises = tuple(premise for premise in link.premises if premise in claims)
            if premises:
                found[key] = link._replace(premises=premises)
    speaking: dict[str, list[str]] = {}
    for key, link in found.items():
        speaking.setdefault(link.target, []).append(key)
    lost = [node for node in speaking if node not in claims and node not in found]
    while lost:
        for key in speaking.get(lost.pop(), ()):
            del found[key]
            if key not in claims:
                lost.append(key)
    return found


def _tops(debate: Debate, claims: Sequence[str], links: set[str]) -> Iterable[str]:
    """Yields claims from which all others are reached; of a cycle, the first that was named."""
    hanging = {premise for link in links for premise in debate.links[link].premises}
    reached: set[str] = set()
    for claim in sorted(dict.fromkeys(claims), key=hanging.__contains__):
        if claim not in reached:
            yield claim
            reached |= _reached(debate, claim, links)


def _reached(debate: Debate, claim: str, links: set[str]) -> set[str]:
    """Returns a claim and the claims beneath it, along some links."""
    seen: set[str] = set()
    waiting = [claim]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for link in debate.links_into(node):
            if link in links:
                waiting += [link, *debate.links[link].premises]
    return seen


def _renamed(builder: ChangeBuilder, parcel: Parcel) -> dict[str, str]:
    """Returns the id that each claim and link is to have: its own, where that is free."""
    debate, taken = builder.debate, set(builder.debate.sources) | set(builder.header.theses)
    taken.update(link.target for link in debate.links.values())
    taken.update(premise for link in debate.links.values() for premise in link.premises)
    return {
        key: builder.fresh_id() if key in taken or builder.has(key) else key
        for key in (*parcel.claims, *parcel.links)
    }


def _put_sources(builder: ChangeBuilder, parcel: Parcel) -> dict[str, str]:
    """Adds the sources that the debate lacks; returns by which id each is cited there."""
    there = {_identity(source): key for key, source in builder.debate.sources.items()}
    cited: dict[str, str] = {}
    for key, source in parcel.sources.items():
        known = there.get(_identity(source))
        if known is None:
            known = _own_id(builder, parcel, key)
            builder.put_source(source, known)
            there[_identity(source)] = known
        cited[key] = known
    return cited


def _own_id(builder: ChangeBuilder, parcel: Parcel, key: str) -> str:
    """Returns the id that a source is to have: its own, where that is free."""
    in_use = key in builder.debate.sources or builder.has(key) or key in parcel.claims
    # A claim may cite what is not there; the source would become what it cites.
    cited = any(c.ref == key for claim in builder.debate.claims.values() for c in claim.sources)
    return builder.fresh_id() if in_use or cited or key in parcel.links else key


def _identity(source: Source) -> tuple[object, ...]:
    """Returns what makes two sources the same: all that they say, but for blanks and case."""
    texts = (source.author, source.title, source.url, source.date)
    return (*(" ".join(text.split()).casefold() for text in texts), repr(dict(source.extra)))


def _sentence(parcel: Parcel) -> str:
    first = quoted(parcel.claims[parcel.tops[0]].text)
    more = len(parcel.claims) - 1
    rest = "" if not more else " and 1 more claim" if more == 1 else f" and {more:,} more claims"
    return " ".join(filter(None, (f"paste {first}{rest}", parcel.origin)))
