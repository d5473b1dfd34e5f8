"""Make one claim of two that say the same, and two of one that says two things."""

from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.edit.add import worded
from debatemap.edit.draft import Draft, EditRefusedError, name_of
from debatemap.model import Claim, Link

__all__ = ["merge_claims", "split_claim"]


def merge_claims(debate: Debate, survivor: str, other: str) -> Change:
    """Lets one claim take over another's links, sources, tags, note and ratings.

    The survivor keeps its words. Links that become the same link are made one. What cannot
    be united is said in the change's words: a target that is now both supported and
    attacked, a person's two ratings, a link between the two, which goes.

    Raises:
        EditRefusedError: The two are one already.
    """
    if survivor == other:
        raise EditRefusedError("mark another claim to merge this one with")
    draft = Draft(debate)
    kept, gone = draft.claim(survivor), draft.claim(other)
    remarks = [*_take_links(draft, survivor, other), *_take_ratings(draft, survivor, other)]
    draft.put_claim(_united(kept, gone), survivor)
    draft.put_claim(None, other)
    theses = [survivor if thesis == other else thesis for thesis in draft.header.theses]
    draft.put_header(draft.header._replace(theses=tuple(dict.fromkeys(theses))))
    said = f"merge {name_of(debate, other)} into {name_of(debate, survivor)}"
    return draft.change("; ".join([said, *dict.fromkeys(remarks)]))


def split_claim(debate: Debate, claim: str, first: str, second: str, *, joint: bool) -> Change:
    """Makes two claims of one: the claim keeps the first text, a new one gets the second.

    Args:
        debate: The debate.
        claim: The claim that says two things.
        first: What it goes on saying.
        second: What the new claim says.
        joint: Whether the two hold only together. If not, the new claim stands as a sibling
            in every place of the old one, with the same stance.
    """
    draft = Draft(debate)
    whole = draft.claim(claim)
    draft.put_claim(whole._replace(text=worded(first)), claim)
    new = draft.put_claim(Claim(worded(second), by=whole.by, created=whole.created))
    for link_id in debate.links_from(claim):
        link = draft.link(link_id)
        if joint:
            draft.put_link(link._replace(premises=(*link.premises, new)), link_id)
        else:
            pos = draft.position(link.target, link_id)
            draft.put_link(Link((new,), link.stance, link.target, pos))
    if claim in draft.header.theses:
        theses = list(draft.header.theses)
        theses.insert(theses.index(claim) + 1, new)
        draft.put_header(draft.header._replace(theses=tuple(theses)))
    return draft.change(f"split {name_of(debate, claim)}")


def _united(kept: Claim, gone: Claim) -> Claim:
    notes = [note for note in dict.fromkeys((kept.note, gone.note)) if note]
    return kept._replace(
        note="\n\n".join(notes),
        tags=tuple(dict.fromkeys((*kept.tags, *gone.tags))),
        sources=(*kept.sources, *(cited for cited in gone.sources if cited not in kept.sources)),
        by=kept.by or gone.by,
        created=min(filter(None, (kept.created, gone.created)), default=""),
        extra={**gone.extra, **kept.extra} if gone.extra else kept.extra,
    )


def _take_links(draft: Draft, survivor: str, other: str) -> list[str]:
    """Moves the ends of links from one claim to another; returns what is to be said."""
    debate, remarks = draft.debate, []
    for link_id in dict.fromkeys((*debate.links_from(other), *debate.links_into(other))):
        if not draft.has(link_id):
            continue
        link = draft.link(link_id)
        premises = tuple(dict.fromkeys(survivor if p == other else p for p in link.premises))
        moved = link._replace(premises=premises)
        if link.target == other:
            moved = moved._replace(target=survivor, pos=draft.position(survivor))
        draft.put_link(moved, link_id)
    for link_id in dict.fromkeys((*draft.links_from(survivor), *draft.links_into(survivor))):
        if not draft.has(link_id):
            continue
        link = draft.link(link_id)
        if link.target in link.premises:
            draft.drop_link(link_id)
            remarks.append("the link between them goes")
        elif (twin := _twin(draft, link_id, link)) is not None:
            remarks.extend(_unite_links(draft, link_id, twin))
    return remarks


def _twin(draft: Draft, link_id: str, link: Link) -> str | None:
    """Returns another link between the same ends, of either stance."""
    for other in draft.links_into(link.target):
        if other != link_id and set(draft.link(other).premises) == set(link.premises):
            return other
    return None


def _unite_links(draft: Draft, link_id: str, twin: str) -> list[str]:
    link, same = draft.link(link_id), draft.link(twin)
    if link.stance != same.stance:
        return [f"it now both supports and attacks {name_of(draft.debate, link.target)}"]
    keep, drop = sorted((link_id, twin))
    for onto in draft.links_into(drop):
        moved = draft.link(onto)._replace(target=keep, pos=draft.position(keep))
        draft.put_link(moved, onto)
    merged = {**draft.link(drop).extra, **draft.link(keep).extra}
    if merged:
        draft.put_link(draft.link(keep)._replace(extra=merged), keep)
    for person in draft.debate.stances:
        _move_rating(draft, person, keep, drop)
    draft.put_link(None, drop)
    return []


def _take_ratings(draft: Draft, survivor: str, other: str) -> list[str]:
    remarks = []
    for person in draft.debate.stances:
        dropped = _move_rating(draft, person, survivor, other)
        if dropped is not None:
            remarks.append(f"{person}’s rating of the other, {dropped:g}, goes")
    return remarks


def _move_rating(draft: Draft, person: str, keep: str, drop: str) -> float | None:
    """Gives what a person holds of one to the other; returns a rating that had to go."""
    held = dict(draft.ratings(person))
    if drop not in held:
        return None
    value = held.pop(drop)
    lost = value if held.get(keep, value) != value else None
    held.setdefault(keep, value)
    draft.put_ratings(person, held)
    return lost
