"""Delete: a claim everywhere, or a branch at one place; and say what goes and what stays."""

from collections.abc import Collection
from typing import NamedTuple

from debatemap import questions
from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.edit.draft import Draft, name_of

__all__ = ["Doomed", "delete_branch", "delete_claim", "doomed"]


class Doomed(NamedTuple):
    """What the deletion of a branch takes, and what it leaves."""

    claims: frozenset[str]
    links: frozenset[str]
    spared: frozenset[str]
    """Claims of the branch that stay, because they stand elsewhere too."""


def delete_claim(debate: Debate, claim: str) -> Change:
    """Deletes a claim in every place; replies to it stay, unplaced where it was all they had.

    A joint step goes on without the claim, as long as another premise is left.
    """
    draft = Draft(debate)
    draft.claim(claim)
    name = name_of(debate, claim)
    waiting = debate.links_into(claim)
    for link_id in debate.links_from(claim):
        _drop_premises(draft, link_id, {claim})
    for link_id in waiting:
        draft.drop_link(link_id)
    draft.put_claim(None, claim)
    draft.drop_theses({claim})
    draft.forget({claim, *waiting})
    change = draft.change("")
    left = sum(before is not None and after is None for before, after in change.links.values())
    loose = _left_hanging(draft, change)
    said = f"delete {name}" + (f" and {_count(left, 'link')}" if left else "")
    said += f"; {_count(loose, 'claim')} now unplaced" if loose else ""
    return draft.change(said)


def doomed(debate: Debate, claim: str, link_id: str | None) -> Doomed:
    """Returns what the deletion of a branch at one place would take and leave.

    A claim stays where it is a thesis, or where a link of it leads out of the branch; then
    all beneath it stays with it. A joint step goes on without the claim.

    Args:
        debate: The debate.
        claim: The claim at the top of the branch.
        link_id: The link that puts it at this place; None for a thesis or an unplaced claim.
    """
    alone = link_id is not None and len(debate.links[link_id].premises) == 1
    claims, links = questions.branch(debate, [link_id if link_id and alone else claim])
    standing = [c for c in claims if _stands_elsewhere(debate, c, links, claim, link_id)]
    kept_claims, kept_links = questions.branch(debate, standing)
    dead_links = (links - kept_links) | ({link_id} if link_id and alone else set())
    dead_claims = claims - kept_claims
    return Doomed(
        frozenset(dead_claims),
        frozenset(_with_links_onto(debate, dead_links)),
        frozenset(claims & kept_claims),
    )


def delete_branch(debate: Debate, claim: str, link_id: str | None) -> Change:
    """Deletes a claim at one place and all beneath it that stands nowhere else.

    A claim with another place stays, and is only unlinked here. See `doomed` for what goes.
    """
    draft = Draft(debate)
    draft.claim(claim)
    dead = doomed(debate, claim, link_id)
    for dead_link in dead.links:
        draft.put_link(None, dead_link)
    if link_id is not None and link_id not in dead.links:
        _drop_premises(draft, link_id, {claim})
    for dead_claim in dead.claims:
        for link in draft.links_from(dead_claim):
            _drop_premises(draft, link, dead.claims)
        draft.put_claim(None, dead_claim)
    draft.drop_theses({claim} if link_id is None else dead.claims)
    draft.forget(dead.claims | dead.links)
    return draft.change(_said(debate, claim, link_id, dead))


def _said(debate: Debate, claim: str, link_id: str | None, dead: Doomed) -> str:
    name = name_of(debate, claim)
    if claim not in dead.claims:
        return f"take {name} away from here" if link_id else f"make {name} no thesis"
    others = len(dead.claims) - 1
    said = f"delete {name}"
    if others:
        said += f" and {others} {'reply' if others == 1 else 'replies'}"
    if dead.spared:
        stays = "1 claim stays" if len(dead.spared) == 1 else f"{len(dead.spared)} claims stay"
        said += f"; {stays} elsewhere"
    return said


def _stands_elsewhere(
    debate: Debate, claim: str, links: set[str], top: str, link_id: str | None
) -> bool:
    is_the_place = claim == top and link_id is None
    if debate.is_thesis(claim) and not is_the_place:
        return True
    return any(
        link not in links and link != link_id and debate.links[link].target in debate.graph
        for link in debate.links_from(claim)
    )


def _with_links_onto(debate: Debate, links: set[str]) -> set[str]:
    """Returns the links and every link onto them, near or far."""
    found: set[str] = set()
    waiting = list(links)
    while waiting:
        link = waiting.pop()
        if link not in found:
            found.add(link)
            waiting.extend(debate.links_into(link))
    return found


def _drop_premises(draft: Draft, link_id: str, claims: Collection[str]) -> None:
    """Lets a link go on without some of its premises, or not at all where none is left."""
    link = draft.link(link_id)
    rest = tuple(premise for premise in link.premises if premise not in claims)
    if rest:
        draft.put_link(link._replace(premises=rest), link_id)
    else:
        draft.drop_link(link_id)


def _left_hanging(draft: Draft, change: Change) -> int:
    """Counts the claims that had a place before the change and have none after it."""
    touched = {p for before, _ in change.links.values() if before for p in before.premises}
    return sum(
        draft.has(claim)
        and claim not in draft.header.theses
        and not any(draft.has(draft.link(link).target) for link in draft.links_from(claim))
        for claim in touched
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
