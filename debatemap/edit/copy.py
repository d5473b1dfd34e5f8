"""Copy a branch, and carry one from place to place: cut, yank, paste."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link, Ratings, Stance
from debatemap.core.node_names import name_of, quoted
from debatemap.core.rating_fingerprints import Fingerprints, fingerprints, with_fingerprints
from debatemap.core.scenarios import Assumptions, scenarios_in, with_assumed
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.connect import connect, make_thesis, refusal
from debatemap.edit.delete import delete_branch, deletion_of

__all__ = ["Fragment", "copy_branch", "cut_fragment", "paste_fragment"]

Value = TypeVar("Value")


class Fragment(NamedTuple):
    """A branch that was cut or yanked: its top claim and the records that were cut with it."""

    top: str
    stance: Stance
    place: str | None
    """The link that held the top where it was cut; others may be about it."""
    claims: Mapping[str, Claim]
    links: Mapping[str, Link]
    """Links within the branch; the one that held the top to its target is not among them."""
    ratings: Mapping[str, Ratings] = MappingProxyType({})
    """What people held of all these, by name."""
    assumed: Mapping[str, Assumptions] = MappingProxyType({})
    """What scenarios assumed of them, by name."""
    rated_as: Mapping[str, Fingerprints] = MappingProxyType({})
    """Which words people rated, by name."""


def copy_branch(
    debate: Debate, claim: str, target: str, stance: Stance, *, after: str | None = None
) -> Change:
    """Copies a claim and all beneath it to another target, with ids of its own.

    A claim that stands twice in the branch stands twice in the copy.
    """
    builder = ChangeBuilder(debate)
    builder.claim(claim)
    if not builder.has(target):
        raise EditRefusedError(f"there is no claim or link {target}")
    claims, links = queries.branch(debate, [claim])
    fragment = Fragment(
        claim,
        stance,
        None,
        {key: debate.claims[key] for key in claims},
        {key: debate.links[key] for key in links},
    )
    renamed = _renamed(builder, fragment)
    _add(builder, fragment, renamed)
    pos = builder.position(target, after)
    builder.put_link(Link((renamed[claim],), stance, target, pos))
    count = len(claims) - 1
    replies = " and 1 reply" if count == 1 else f" and {count} replies" if count else ""
    return builder.change(f"copy {name_of(debate, claim)}{replies}")


def cut_fragment(debate: Debate, claim: str, link_id: str | None) -> tuple[Fragment, Change]:
    """Returns a branch to carry, and the change that takes it from its place."""
    dead = deletion_of(debate, claim, link_id)
    stance: Stance = debate.links[link_id].stance if link_id else "supports"
    nodes = dead.claims | dead.links
    fragment = Fragment(
        claim,
        stance,
        link_id if link_id in dead.links else None,
        {key: debate.claims[key] for key in dead.claims},
        {key: debate.links[key] for key in dead.links if key != link_id},
        _within(debate.stances, nodes),
        _within(scenarios_in(debate.header), nodes),
        _within(fingerprints(debate.header), nodes),
    )
    return fragment, delete_branch(debate, claim, link_id)


def paste_fragment(
    debate: Debate,
    fragment: Fragment,
    target: str | None,
    stance: Stance,
    *,
    after: str | None = None,
) -> Change:
    """Puts a branch that was cut under a target, or (None) among the theses.

    What was cut comes back under its own ids, so that the cut and the paste make a move. A
    claim that was yanked or pasted before gets a second place. Ids that were taken in the
    meantime are given anew.
    """
    builder = ChangeBuilder(debate)
    if target is not None and not builder.has(target):
        raise EditRefusedError(f"there is no claim or link {target}")
    records = (*fragment.claims, *fragment.links, *filter(None, [fragment.place]))
    standing = fragment.top in debate.claims
    taken = any(builder.has(key) for key in records)
    if standing and (taken or not records):
        if target is None:
            return make_thesis(debate, fragment.top)
        return connect(debate, fragment.top, target, stance, after=after)
    if not standing and fragment.top not in fragment.claims:
        raise EditRefusedError("the claim that was cut or yanked has been deleted since")
    renamed = _renamed(builder, fragment) if taken else {key: key for key in records}
    top = renamed.get(fragment.top, fragment.top)
    if target is None:
        builder.put_header(
            builder.header._replace(theses=tuple(dict.fromkeys((*builder.header.theses, top))))
        )
    else:
        reason = refusal(debate, top, target, stance) if standing else None
        if reason:
            raise EditRefusedError(reason)
        link = Link((top,), stance, target, builder.position(target, after))
        builder.put_link(link, renamed.get(fragment.place or ""))
    _add(builder, fragment, renamed)
    return builder.change(f"paste {quoted(builder.claim(top).text)}")


def _within(
    said: Mapping[str, Mapping[str, Value]], nodes: Collection[str]
) -> dict[str, dict[str, Value]]:
    """Returns what is said of some claims and links, without whoever says nothing of them."""
    parts = {
        name: {node: value for node, value in values.items() if node in nodes}
        for name, values in said.items()
    }
    return {name: part for name, part in parts.items() if part}


def _renamed(builder: ChangeBuilder, fragment: Fragment) -> dict[str, str]:
    """Returns a new id for every record of the fragment."""
    keys = (*fragment.claims, *fragment.links, *filter(None, [fragment.place]))
    return {key: builder.fresh_id() for key in keys}


def _add(builder: ChangeBuilder, fragment: Fragment, renamed: Mapping[str, str]) -> None:
    """Adds a fragment's records; a link that has lost an end since is left out."""
    for key, claim in fragment.claims.items():
        builder.put_claim(claim, renamed[key])
    added = []
    for key, link in fragment.links.items():
        premises = tuple(filter(builder.has_claim, (renamed.get(p, p) for p in link.premises)))
        if premises:
            target = renamed.get(link.target, link.target)
            moved = link._replace(premises=premises, target=target)
            added.append(builder.put_link(moved, renamed[key]))
    for link_id in added:
        if builder.has(link_id) and not builder.has(builder.link(link_id).target):
            builder.drop_link(link_id)
    for person, values in fragment.ratings.items():
        back = {
            renamed[node]: value for node, value in values.items() if builder.has(renamed[node])
        }
        builder.put_ratings(person, {**builder.ratings(person), **back})
        rated = fragment.rated_as.get(person, {}).items()
        words = {renamed[node]: mark for node, mark in rated if renamed[node] in back}
        builder.put_header(with_fingerprints(builder.header, person, words))
    assumed = {
        name: {renamed[node]: value for node, value in values.items() if builder.has(renamed[node])}
        for name, values in fragment.assumed.items()
    }
    builder.put_header(with_assumed(builder.header, assumed))
