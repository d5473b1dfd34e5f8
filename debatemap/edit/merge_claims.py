"""Make one claim of two that say the same, and two of one that says two things."""

from typing import Any

from debatemap.core.change import Change, Effect
from debatemap.core.debate import Debate
from debatemap.core.fields import Field, fields_of, without_later
from debatemap.core.model import Claim, Link, Stance
from debatemap.core.node_names import name_of
from debatemap.core.rating_fingerprints import rated_words, with_fingerprints
from debatemap.core.scenarios import scenarios_in, with_ids
from debatemap.core.text import excerpt
from debatemap.edit.add import worded
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.consequences import telling, unplaced_by

__all__ = ["merge_claims", "merged_pair", "split_claim"]


def merge_claims(debate: Debate, survivor: str, other: str) -> Change:
    """Lets one claim take over another's links, sources, tags, note, other fields and ratings.

    The survivor keeps its words. Links that become the same link are made one. What cannot
    be united is said in the change's words: a target that is now both supported and
    attacked, a person's two ratings, a scenario's two assumptions, a link between the two,
    which goes, and claims that only spoke of that link and stand nowhere then.

    Raises:
        EditRefusedError: The two are one already.
    """
    change, said, effects = merged_pair(debate, survivor, other)
    return telling(change, said, [*effects, *unplaced_by(debate, change)])


def merged_pair(debate: Debate, survivor: str, other: str) -> tuple[Change, str, list[Effect]]:
    """Returns the change that merges two claims, what it says, and what cannot be united."""
    if survivor == other:
        raise EditRefusedError("mark another claim to merge this one with")
    builder = ChangeBuilder(debate)
    kept, gone = builder.claim(survivor), builder.claim(other)
    remarks = [*_take_links(builder, survivor, other), *_take_ratings(builder, survivor, other)]
    remarks += _move_assumptions(builder, survivor, other)
    builder.put_claim(_united(kept, gone), survivor)
    builder.put_claim(None, other)
    theses = [survivor if thesis == other else thesis for thesis in builder.header.theses]
    builder.put_header(builder.header._replace(theses=tuple(dict.fromkeys(theses))))
    said = f"merge {name_of(debate, other)} into {name_of(debate, survivor)}"
    return builder.change(""), said, remarks


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
    builder = ChangeBuilder(debate)
    whole = builder.claim(claim)
    builder.put_claim(whole._replace(text=worded(first)), claim)
    new = builder.put_claim(Claim(worded(second), by=whole.by, created=whole.created))
    for link_id in debate.links_from(claim):
        link = builder.link(link_id)
        if joint:
            builder.put_link(link._replace(premises=(*link.premises, new)), link_id)
        else:
            pos = builder.position(link.target, link_id)
            builder.put_link(Link((new,), link.stance, link.target, pos))
    if claim in builder.header.theses:
        theses = list(builder.header.theses)
        theses.insert(theses.index(claim) + 1, new)
        builder.put_header(builder.header._replace(theses=tuple(theses)))
    return builder.change(f"split {name_of(debate, claim)}")


def _united(kept: Claim, gone: Claim) -> Claim:
    values = {f.name: _of_both(f, getattr(kept, f.name), getattr(gone, f.name)) for f in _UNITED}
    united = kept._replace(**values)
    extra = {**gone.extra, **kept.extra} if gone.extra else kept.extra
    return united._replace(extra=without_later("claims", extra, united))


def _of_both(field: Field, kept: Any, gone: Any) -> Any:  # noqa: ANN401  (the values of any field)
    """Returns what one claim has of two: both where they go together, else the survivor's."""
    if field.name == "created":
        return min(filter(None, (kept, gone)), default="")
    if field.kind == "tags":
        return tuple(dict.fromkeys((*kept, *gone)))
    if field.kind == "citations":
        return (*kept, *(each for each in gone if each not in kept))
    if field.is_long:
        return "\n\n".join(filter(None, dict.fromkeys((kept, gone))))
    return kept or gone


_UNITED = tuple(field for field in fields_of("claims") if field.name != "text")


def _take_links(builder: ChangeBuilder, survivor: str, other: str) -> list[Effect]:
    """Moves the ends of links from one claim to another; returns what is to be said."""
    debate, remarks = builder.debate, list[Effect]()
    leaving, coming = debate.links_from(other), debate.links_into(other)
    for link_id in leaving:
        link = builder.link(link_id)
        premises = dict.fromkeys(survivor if p == other else p for p in link.premises)
        builder.put_link(link._replace(premises=tuple(premises)), link_id)
    builder.retarget(coming, survivor)
    for link_id in dict.fromkeys((*leaving, *coming)):
        if builder.has(link_id) and builder.link(link_id).target in builder.link(link_id).premises:
            builder.drop_link(link_id)
            remarks.append(Effect("the link between them goes"))
    moved = {link_id for link_id in (*leaving, *coming) if builder.has(link_id)}
    return remarks + _unite_twins(builder, moved)


def _unite_twins(builder: ChangeBuilder, moved: set[str]) -> list[Effect]:
    """Makes one of links that have come to be the same; returns what is to be said."""
    remarks = []
    waiting = list(dict.fromkeys(builder.link(link_id).target for link_id in sorted(moved)))
    while waiting:
        for same in _same_ends(builder, waiting.pop()):
            if len(same) == 1 or moved.isdisjoint(same):
                continue
            kept: dict[Stance, str] = {}
            for link_id in same:
                keep = kept.setdefault(builder.link(link_id).stance, link_id)
                if keep != link_id:
                    moved.update(builder.links_into(link_id))
                    waiting.append(keep)
                    _unite_links(builder, keep, link_id)
            if len(kept) > 1 and _differed(builder.debate, same):
                link = builder.link(same[0])
                premise, target = (
                    name_of(builder.debate, e) for e in (link.premises[0], link.target)
                )
                done = f"{premise} now both supports and attacks {target}"
                remarks.append(
                    Effect(done, f"{premise} will then both support and attack {target}")
                )
    return remarks


def _same_ends(builder: ChangeBuilder, target: str) -> list[list[str]]:
    """Returns the links into a target, those from the same premises together, each sorted."""
    steps: dict[frozenset[str], list[str]] = {}
    for link_id in sorted(builder.links_into(target)):
        steps.setdefault(frozenset(builder.link(link_id).premises), []).append(link_id)
    return list(steps.values())


def _differed(debate: Debate, links: list[str]) -> bool:
    """Tells whether links that have the same ends now had others before."""
    before = (debate.links[link_id] for link_id in links)
    return len({(frozenset(link.premises), link.target) for link in before}) > 1


def _unite_links(builder: ChangeBuilder, keep: str, drop: str) -> None:
    """Lets one link take over what is said of another."""
    builder.retarget(builder.links_into(drop), keep)
    extra = {**builder.link(drop).extra, **builder.link(keep).extra}
    if extra:
        builder.put_link(builder.link(keep)._replace(extra=extra), keep)
    for person in builder.debate.stances:
        _move_rating(builder, person, keep, drop)
    _move_assumptions(builder, keep, drop)
    builder.put_link(None, drop)


def _take_ratings(builder: ChangeBuilder, survivor: str, other: str) -> list[Effect]:
    remarks = []
    for person in builder.debate.stances:
        dropped = _move_rating(builder, person, survivor, other)
        if dropped is not None:
            name = excerpt(person)
            done = f"{name}’s rating of the other, {dropped:g}, goes"
            remarks.append(Effect(done, f"the rating of the other by {name}, {dropped:g}, goes"))
    return remarks


def _move_rating(builder: ChangeBuilder, person: str, keep: str, drop: str) -> float | None:
    """Gives what a person holds of one to the other; returns a rating that had to go."""
    ratings = dict(builder.ratings(person))
    if drop not in ratings:
        return None
    value = ratings.pop(drop)
    lost = value if ratings.get(keep, value) != value else None
    words = rated_words(builder.header, person, drop) if keep not in ratings else ""
    ratings.setdefault(keep, value)
    builder.put_ratings(person, ratings)
    if words:
        builder.put_header(with_fingerprints(builder.header, person, {keep: words}))
    return lost


def _move_assumptions(builder: ChangeBuilder, keep: str, drop: str) -> list[Effect]:
    """Gives what is assumed of one to the other; returns what is to be said of the rest."""
    remarks = [
        Effect(f"what “{excerpt(name)}” assumes of the other, {assumed[drop]}, goes")
        for name, assumed in scenarios_in(builder.header).items()
        if drop in assumed and assumed.get(keep, assumed[drop]) != assumed[drop]
    ]
    builder.put_header(with_ids(builder.header, {drop: keep}))
    return remarks
