"""Make a map of its own of a branch; the claim stays, and names the map."""

from typing import Any, NamedTuple

from debatemap.core import queries
from debatemap.core.change import Change, Effect, combine
from debatemap.core.debate import Debate
from debatemap.core.model import Header, new_id
from debatemap.core.node_names import name_of
from debatemap.core.other_map import OtherMap, with_other_map
from debatemap.core.rating_fingerprints import fingerprints, with_fingerprints
from debatemap.core.text import excerpt
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.carry import pack
from debatemap.edit.consequences import counted, telling
from debatemap.edit.delete import delete_branch

__all__ = ["SplitOff", "split_off"]

_TITLE = 60


class SplitOff(NamedTuple):
    """A branch as a map of its own, and what is left in the first one.

    Attributes:
        debate: The new map; the claim is its thesis.
        change: What the first map becomes.
        beneath: The claims beneath it, which the new map has.
        staying: How many of them stay in the first map, too.
    """

    debate: Debate
    change: Change
    beneath: int
    staying: int


def split_off(debate: Debate, claim: str, file: str) -> SplitOff:
    """Returns the branch of a claim as a map of its own, and the change that takes it away.

    The claim stays in both, under its id. What stands elsewhere in the first map, stays there as
    well. Ratings go with what is rated.

    Args:
        debate: The first map.
        claim: The claim at the top of the branch.
        file: The file of the new map, as seen from the folder of the first.

    Raises:
        EditRefusedError: Nothing stands beneath the claim, or it stands beneath itself.
    """
    record = ChangeBuilder(debate).claim(claim)
    beneath = list(debate.links_into(claim))
    if not beneath:
        raise EditRefusedError("nothing stands beneath it")
    if claim in queries.branch(debate, beneath)[0]:
        raise EditRefusedError("it stands beneath itself, so that its branch has no end")
    made = _own_map(debate, claim)
    copied, steps = debate.copy(), list[Change]()
    for link in beneath:
        for premise in debate.links[link].premises:
            if link in copied.links and premise in copied.claims:
                steps.append(delete_branch(copied, premise, link))
                copied.apply(steps[-1])
    builder = ChangeBuilder(copied)
    named = OtherMap(file, made.header.id, claim)
    builder.put_claim(with_other_map(record, named), claim)
    steps.append(builder.change("name the other map"))
    count = len(made.claims) - 1
    staying = sum(each in copied.claims for each in made.claims) - 1
    said = f"move {counted(count, 'claim')} beneath {name_of(debate, claim)} to {excerpt(file, 60)}"
    also = [Effect(f"{staying:,} of them stay{'s' * (staying == 1)} here, too")] if staying else []
    return SplitOff(made, telling(combine(steps), said, also), count, staying)


def _own_map(debate: Debate, claim: str) -> Debate:
    """Returns a branch as a map, with what people rated of it."""
    parcel = pack(debate, [claim])
    nodes: set[str] = {*parcel.claims, *parcel.links}
    header = Header(new_id(), excerpt(debate.claims[claim].text, _TITLE), (claim,))
    stances: dict[str, dict[str, float]] = {}
    for person, ratings in debate.stances.items():
        if kept := {node: value for node, value in ratings.items() if node in nodes}:
            stances[person] = kept
            known: dict[str, Any] = dict(fingerprints(debate.header).get(person, {}))
            words = {node: known[node] for node in kept if node in known}
            header = with_fingerprints(header, person, words)
    return Debate(header, parcel.claims, parcel.links, parcel.sources, stances)
