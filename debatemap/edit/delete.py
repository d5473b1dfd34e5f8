"""Delete: a claim everywhere, or a branch at one place; and say what goes and what stays."""

from collections.abc import Collection
from typing import NamedTuple

from debatemap.core import queries
from debatemap.core.change import Change, Effect
from debatemap.core.debate import Debate
from debatemap.core.node_names import name_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.consequences import count_links_gone, counted, telling, unplaced_by

__all__ = [
    "Deletion", "delete_branch", "delete_claim", "deletion_of", "drop_claims", "staying",
    "with_replies",
]  # fmt: skip


class Deletion(NamedTuple):
    """What the deletion of a branch takes, and what it leaves."""

    claims: frozenset[str]
    links: frozenset[str]
    spared: frozenset[str]
    """Claims of the branch that stay, because they stand elsewhere too."""


def delete_claim(debate: Debate, claim: str) -> Change:
    """Deletes a claim in every place; replies to it stay, unplaced where it was all they had.

    A joint step goes on without the claim, as long as another premise is left.
    """
    builder = ChangeBuilder(debate)
    builder.claim(claim)
    name = name_of(debate, claim)
    drop_claims(builder, {claim})
    change = builder.change("")
    left = count_links_gone(change)
    words = f"delete {name}" + (f" and {counted(left, 'link')}" if left else "")
    return telling(change, words, unplaced_by(debate, change))


def drop_claims(builder: ChangeBuilder, claims: Collection[str]) -> None:
    """Deletes claims everywhere; a joint step goes on while it has another premise."""
    for claim in claims:
        for link_id in builder.links_from(claim):
            if builder.has(link_id):
                builder.drop_premises(link_id, claims)
        for link_id in builder.links_into(claim):
            builder.drop_link(link_id)
        builder.put_claim(None, claim)
    builder.drop_theses(claims)


def deletion_of(debate: Debate, claim: str, link_id: str | None) -> Deletion:
    """Returns what the deletion of a branch at one place would take and leave.

    A claim stays where it is a thesis, or where a link of it leads out of the branch; then
    all beneath it stays with it. A joint step goes on without the claim.

    Args:
        debate: The debate.
        claim: The claim at the top of the branch.
        link_id: The link that puts it at this place; None for a thesis or an unplaced claim.

    Raises:
        EditRefusedError: The claim does not stand there.
    """
    if claim not in debate.claims:
        raise EditRefusedError(f"there is no claim {claim}")
    if link_id is not None and claim not in ChangeBuilder(debate).link(link_id).premises:
        raise EditRefusedError(f"{name_of(debate, claim)} does not stand there")
    joined = set(debate.links[link_id].premises) & debate.claims.keys() if link_id else set()
    alone = joined == {claim}
    claims, links = queries.branch(debate, [link_id if link_id and alone else claim])
    standing = [c for c in claims if _stands_elsewhere(debate, c, links, claim, link_id)]
    kept_claims, kept_links = _beneath(debate, standing, claim, link_id)
    dead_links = (links - kept_links) | ({link_id} if link_id and alone else set())
    dead_claims = claims - kept_claims
    return Deletion(
        frozenset(dead_claims),
        frozenset(_with_links_into(debate, dead_links)),
        frozenset(claims & kept_claims),
    )


def delete_branch(debate: Debate, claim: str, link_id: str | None) -> Change:
    """Deletes a claim at one place and all beneath it that stands nowhere else.

    A claim with another place stays, and is only unlinked here. See `deletion_of` for what goes.
    """
    builder = ChangeBuilder(debate)
    dead = deletion_of(debate, claim, link_id)
    for dead_link in dead.links:
        builder.put_link(None, dead_link)
    if link_id is not None and builder.has(link_id):
        builder.drop_premises(link_id, {claim})
    for dead_claim in dead.claims:
        for link in builder.links_from(dead_claim):
            if builder.has(link):
                builder.drop_premises(link, dead.claims)
        builder.put_claim(None, dead_claim)
    builder.drop_theses({claim} if link_id is None else dead.claims)
    return telling(builder.change(""), *_description(debate, claim, link_id, dead))


def _description(
    debate: Debate, claim: str, link_id: str | None, dead: Deletion
) -> tuple[str, list[Effect]]:
    name = name_of(debate, claim)
    if claim not in dead.claims:
        words = f"take {name} away from here" if link_id else f"make {name} no thesis"
        with_step = f", and {_replies(len(dead.claims))} to the step" if dead.claims else ""
        return words + with_step, []
    words = with_replies(f"delete {name}", len(dead.claims) - 1)
    return words, [staying(len(dead.spared))] if dead.spared else []


def staying(number: int) -> Effect:
    """Returns that so many claims stay, because they stand elsewhere too."""
    return Effect(f"{counted(number, 'claim')} stay{'s' * (number == 1)} elsewhere")


def _stands_elsewhere(
    debate: Debate, claim: str, links: set[str], top: str, link_id: str | None
) -> bool:
    is_the_place = claim == top and link_id is None
    if debate.is_thesis(claim) and not is_the_place:
        return True
    return any(
        link not in links and link != link_id and debate.exists(debate.links[link].target)
        for link in debate.links_from(claim)
    )


def _beneath(
    debate: Debate, start: list[str], top: str, link_id: str | None
) -> tuple[set[str], set[str]]:
    """Returns the branch of some claims, as if the top were gone from its place already."""
    claims: set[str] = set()
    links: set[str] = set()
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        if node in claims or node in links:
            continue
        if node in debate.links:
            premises = filter(debate.claims.__contains__, debate.links[node].premises)
            rest = [p for p in premises if node != link_id or p != top]
            if not rest:
                continue
            links.add(node)
            waiting.extend(rest)
        elif node in debate.claims:
            claims.add(node)
        waiting.extend(debate.links_into(node))
    return claims, links


def _with_links_into(debate: Debate, links: set[str]) -> set[str]:
    """Returns the links and every link into them, near or far."""
    found: set[str] = set()
    waiting = list(links)
    while waiting:
        link = waiting.pop()
        if link not in found:
            found.add(link)
            waiting.extend(debate.links_into(link))
    return found


def with_replies(said: str, number: int) -> str:
    """Returns what is deleted, with how many replies beneath it go too."""
    return f"{said} and {_replies(number)}" if number else said


def _replies(number: int) -> str:
    return "1 reply" if number == 1 else f"{number} replies"
