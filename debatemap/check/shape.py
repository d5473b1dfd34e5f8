"""Lints of the shape: what hangs nowhere, and what goes in a circle."""

from collections.abc import Iterator

from debatemap.check.lint import Finding, count, link_place, lint
from debatemap.core import cycles, queries, reading_order
from debatemap.core.debate import Debate
from debatemap.core.extra_tables import entries_in
from debatemap.core.node_names import name_of

__all__ = ["adrift", "circular_support", "conflicts", "self_links", "unplaced"]


@lint("DM103", "conflict", "A merge left a conflict that nobody has resolved yet.")
def conflicts(debate: Debate) -> Iterator[Finding]:
    """Finds what a merge wrote beside the map under `conflicts`."""
    left = entries_in(debate.header, "conflicts")
    if left:
        what = count(len(left), "conflict waits", "conflicts wait")
        yield Finding("conflicts", f"{what} to be resolved")


@lint("DM401", "unplaced", "A claim is no thesis and speaks to nothing that exists.")
def unplaced(debate: Debate) -> Iterator[Finding]:
    """Finds the claims in the inbox."""
    for claim in queries.unplaced(debate):
        yield Finding(f"claims.{claim}", f"{name_of(debate, claim)} is unplaced")


@lint("DM402", "adrift", "Claims hang in a cycle that neither a thesis nor the inbox leads to.")
def adrift(debate: Debate) -> Iterator[Finding]:
    """Finds one claim of each part of the map that a reader never comes to."""
    if _leads_up(debate):
        return
    for claim in reading_order.adrift(debate):
        message = f"no thesis and no unplaced claim leads to {name_of(debate, claim)}"
        yield Finding(f"claims.{claim}", message)


@lint("DM403", "circular-support", "Claims support each other in a cycle, which proves nothing.")
def circular_support(debate: Debate) -> Iterator[Finding]:
    """Finds cycles of support, but not the claim that is linked to itself: see DM404."""
    found = cycles.circular_support(debate)
    links = debate.links.values() if found else ()
    own = {link.target for link in links if link.target in link.premises}
    for cycle in found:
        if not cycle or (len(cycle) == 1 and cycle <= own):
            continue
        first, *others = sorted(cycle)
        message = f"{name_of(debate, first)} supports itself"
        if others:
            message += f", by way of {count(len(others), 'other claim')}"
        yield Finding(f"claims.{first}", message)


@lint("DM404", "self-link", "A link leads from a claim to itself, or a link speaks to itself.")
def self_links(debate: Debate) -> Iterator[Finding]:
    """Finds links that end where they begin."""
    if _leads_up(debate):
        return
    for link_id, link in debate.links.items():
        if link.target == link_id or link.target in link.premises:
            yield Finding(
                link_place(debate, link_id, "to"), "the link leads back to where it began"
            )


def _leads_up(debate: Debate) -> bool:
    """Tells whether nothing bears on itself, and all ends of links exist, as in most debates.

    From each claim some way leads up then to one that bears on nothing, from which it is read.
    """
    return cycles.downward(debate) is not None and not debate.dangling
