"""Move what is there: among its siblings, a level up or down, under another claim."""

from collections.abc import Iterable

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Link, Stance
from debatemap.core.node_names import name_of, premises_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.connect import step_refusal

__all__ = ["demote", "move", "nodes_beneath", "promote", "reorder", "reorder_thesis"]


def reorder(debate: Debate, link_id: str, steps: int) -> Change:
    """Moves a link among the links into its target, by so many steps: below zero is up.

    Raises:
        EditRefusedError: It is the first or the last already.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    siblings = builder.links_into(link.target)
    here = siblings.index(link_id)
    there = max(0, min(len(siblings) - 1, here + steps))
    if there == here:
        raise EditRefusedError(f"it is the {'first' if steps < 0 else 'last'} already")
    pos = builder.position_at(link.target, there, leaving=link_id)
    builder.put_link(link._replace(pos=pos), link_id)
    way = "up" if steps < 0 else "down"
    return builder.change(f"move {premises_of(debate, link)} {way}")


def reorder_thesis(debate: Debate, claim: str, steps: int) -> Change:
    """Moves a thesis among the theses, by so many steps: below zero is up."""
    builder = ChangeBuilder(debate)
    theses = list(builder.header.theses)
    if claim not in theses:
        raise EditRefusedError("it is no thesis")
    here = theses.index(claim)
    there = max(0, min(len(theses) - 1, here + steps))
    if there == here:
        raise EditRefusedError(f"it is the {'first' if steps < 0 else 'last'} already")
    theses.insert(there, theses.pop(here))
    builder.put_header(builder.header._replace(theses=tuple(theses)))
    return builder.change(f"move {name_of(debate, claim)} {'up' if steps < 0 else 'down'}")


def move(
    debate: Debate, claim: str, link_id: str | None, target: str, stance: Stance | None = None
) -> Change:
    """Moves a place of a claim, with all beneath it, under another claim or to a link.

    Args:
        debate: The debate.
        claim: The claim that moves.
        link_id: The place that it leaves; None where it is a thesis or unplaced.
        target: What it will support or attack.
        stance: Without it, the stance that it has, or support where it has none.

    Raises:
        EditRefusedError: The link would make no sense; see `refusal`.
    """
    builder = ChangeBuilder(debate)
    builder.claim(claim)
    link = builder.link(link_id) if link_id else None
    stance = stance or (link.stance if link else "supports")
    if link is not None and (link.target, link.stance) == (target, stance):
        raise EditRefusedError("it stands there already")
    if link is not None and claim not in link.premises:
        raise EditRefusedError(f"{name_of(debate, claim)} does not stand there")
    _put(builder, link_id, link or Link((claim,), stance, target), target, stance)
    if link_id is None:
        builder.drop_theses({claim})
    what = premises_of(debate, link) if link is not None else name_of(debate, claim)
    return builder.change(f"move {what} under {name_of(debate, target)}")


def promote(debate: Debate, link_id: str, above: str | None) -> Change:
    """Moves a place one level up, right after the claim that it stood under.

    Args:
        debate: The debate.
        link_id: The place that moves.
        above: The link by which the claim above it stands; None under a thesis.

    Raises:
        EditRefusedError: It stands right under a thesis.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    if above is None:
        raise EditRefusedError("it stands right under a thesis, and no level is above that")
    upper = builder.link(above)
    _put(builder, link_id, link, upper.target, link.stance, after=above)
    return builder.change(f"promote {premises_of(debate, link)}")


def demote(debate: Debate, link_id: str) -> Change:
    """Moves a place one level down, under the sibling before it.

    Raises:
        EditRefusedError: There is no sibling before it.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    siblings = builder.links_into(link.target)
    here = siblings.index(link_id)
    if here == 0:
        raise EditRefusedError("there is no claim before it to stand under")
    target = builder.link(siblings[here - 1]).premises[0]
    _put(builder, link_id, link, target, link.stance)
    return builder.change(f"demote {premises_of(debate, link)}")


def _put(
    builder: ChangeBuilder,
    link_id: str | None,
    link: Link,
    target: str,
    stance: Stance,
    after: str | None = None,
) -> None:
    """Gives a link another target, unless that stands beneath it: then all would hang loose."""
    reason = step_refusal(builder.debate, link.premises, target, stance)
    if reason:
        raise EditRefusedError(reason)
    if target in nodes_beneath(builder.debate, [link_id] if link_id else link.premises):
        raise EditRefusedError("that stands beneath it, and it would hang under itself")
    if link_id:
        builder.put_link(None, link_id)
    pos = builder.position(target, after)
    builder.put_link(link._replace(target=target, stance=stance, pos=pos), link_id)


def nodes_beneath(debate: Debate, starts: Iterable[str]) -> set[str]:
    """Returns the claims and links beneath some places, where these cannot be moved.

    Args:
        debate: The debate.
        starts: The link of each place; the claim itself where it is a thesis or unplaced.
    """
    claims, links = queries.branch(debate, starts)
    return claims | links
