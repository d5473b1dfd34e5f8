"""Link claims that exist: support, attack, joint premises, theses; and undo such links."""

from collections.abc import Iterable, Sequence
from typing import Final

from debatemap.core import queries
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Link, Stance
from debatemap.core.node_names import name_of, premises_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.consequences import telling, unplaced_by

__all__ = [
    "connect",
    "flip",
    "join_premises",
    "make_thesis",
    "part_premise",
    "refusal",
    "step_refusal",
    "unlink",
    "unmake_thesis",
    "unusual",
]

_VERBS: Final[dict[Stance, str]] = {"supports": "support", "attacks": "attack"}
_NOUNS: Final[dict[tuple[Stance, bool], str]] = {
    ("supports", False): "a pro of",
    ("attacks", False): "a con of",
    ("supports", True): "a reason for",
    ("attacks", True): "an undercut of",
}
"""What a claim is of another claim, or of a step (True)."""


def refusal(debate: Debate, premise: str, target: str, stance: Stance) -> str | None:
    """Returns why a claim cannot be linked to a target, or None where it can.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> refusal(debate, "b", "a", "supports")
        '“B.” already supports “A.”'
        >>> refusal(debate, "a", "a", "attacks")
        'a claim cannot be linked to itself'
    """
    return step_refusal(debate, (premise,), target, stance)


def step_refusal(
    debate: Debate, premises: Sequence[str], target: str, stance: Stance
) -> str | None:
    """Returns why premises cannot be linked to a target as one step, or None."""
    if target in premises:
        return "a claim cannot be linked to itself"
    if not debate.exists(target):
        return "that does not exist"
    if target in debate.links and not set(premises).isdisjoint(debate.links[target].premises):
        return "the step is this claim’s own"
    if _has_step(debate, premises, target, stance):
        names = premises_of(debate, Link(tuple(premises), stance, target))
        return f"{names} already {stance} {name_of(debate, target)}"
    return None


def _has_step(debate: Debate, premises: Sequence[str], target: str, stance: Stance) -> bool:
    """Tells whether a link of this stance leads from just these premises to the target."""
    steps = (debate.links[link_id] for link_id in debate.links_from(premises[0]))
    return any(
        (step.target, step.stance) == (target, stance) and set(step.premises) == set(premises)
        for step in steps
    )


def unusual(debate: Debate, premise: str, target: str, stance: Stance) -> str | None:
    """Returns what is odd about a link that can be made, to be asked about, or None.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")},
        ...     {"l": Link(("b",), "supports", "a")})
        >>> unusual(debate, "a", "b", "supports")
        'the claim would come to bear on itself, by way of “B.”'
        >>> unusual(debate, "b", "a", "attacks")
        'it supports “A.” already, and would now attack it too'
    """
    for link_id in debate.links_from(premise):
        link = debate.links[link_id]
        if link.target == target and link.stance != stance:
            verb = _VERBS[stance]
            return (
                f"it {link.stance} {name_of(debate, target)} already, and would now {verb} it too"
            )
    if queries.would_support_itself(debate, [premise], target):
        return f"the claim would come to bear on itself, by way of {name_of(debate, target)}"
    return None


def connect(
    debate: Debate, premise: str, target: str, stance: Stance, *, after: str | None = None
) -> Change:
    """Links a claim to one more target; it has one more place and still one text.

    Raises:
        EditRefusedError: The link makes no sense; see `refusal`.
    """
    builder = ChangeBuilder(debate)
    builder.claim(premise)
    reason = refusal(debate, premise, target, stance)
    if reason:
        raise EditRefusedError(reason)
    builder.put_link(Link((premise,), stance, target, builder.position(target, after)))
    noun = _NOUNS[stance, target in debate.links]
    return builder.change(f"link {name_of(debate, premise)} as {noun} {name_of(debate, target)}")


def unlink(debate: Debate, link_id: str) -> Change:
    """Removes a link and what was said of it; every claim stays, unplaced if need be."""
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    builder.drop_link(link_id)
    premise, target = premises_of(debate, link), name_of(debate, link.target)
    change = builder.change("")
    return telling(change, f"unlink {premise} from {target}", unplaced_by(debate, change))


def flip(debate: Debate, link_id: str) -> Change:
    """Turns support into attack, and attack into support.

    Raises:
        EditRefusedError: A link of the other stance stands between the two already.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    stance: Stance = "attacks" if link.stance == "supports" else "supports"
    if _has_step(debate, link.premises, link.target, stance):
        names = premises_of(debate, link)
        raise EditRefusedError(f"{names} already {stance} {name_of(debate, link.target)}")
    builder.put_link(link._replace(stance=stance), link_id)
    now = {"supports": "a pro", "attacks": "a con"}[stance]
    return builder.change(f"make {premises_of(debate, link)} {now}")


def join_premises(debate: Debate, link_id: str, claims: Iterable[str]) -> Change:
    """Makes claims joint premises of a link: they hold only together.

    A claim's own link to the same target with the same stance goes up in the joint one, and
    what was said of it is said of the joint one.

    Raises:
        EditRefusedError: There is no other claim among them, one is the target, or one bears
            on the target with the other stance: a pro would become a con as well.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    added = [claim for claim in dict.fromkeys(claims) if claim not in link.premises]
    if not added:
        raise EditRefusedError("mark another claim to join it with")
    if link.target in added:
        raise EditRefusedError("a claim cannot be a premise for itself")
    for claim in added:
        builder.claim(claim)
        _refuse_other_stance(debate, claim, link)
        for own in builder.links_from(claim):
            if _is_step_of(builder.link(own), link, claim):
                builder.retarget(builder.links_into(own), link_id)
                builder.put_link(None, own)
    builder.put_link(builder.link(link_id)._replace(premises=(*link.premises, *added)), link_id)
    names = ", ".join(name_of(debate, claim) for claim in added)
    return builder.change(f"join {names} with {name_of(debate, link.premises[0])}")


def _refuse_other_stance(debate: Debate, claim: str, link: Link) -> None:
    """Raises where a claim bears on a link's target, and only with the other stance."""
    own = [debate.links[key] for key in debate.links_from(claim)]
    stances = {each.stance for each in own if each.target == link.target}
    if stances and link.stance not in stances:
        verb, target = "".join(stances), name_of(debate, link.target)
        raise EditRefusedError(
            f"{name_of(debate, claim)} {verb} {target}, and {name_of(debate, link.premises[0])} "
            f"{link.stance} it; joint premises need one stance, so turn or unlink one first"
        )


def part_premise(debate: Debate, link_id: str, claim: str) -> Change:
    """Takes a claim out of joint premises; it gets a link of its own to the same target.

    Raises:
        EditRefusedError: The claim is not joined with another.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    builder.claim(claim)
    rest = [p for p in link.premises if p != claim and builder.has_claim(p)]
    if not rest or claim not in link.premises:
        raise EditRefusedError("it is not joined with another claim")
    builder.drop_premises(link_id, {claim})
    if not any(_is_step_of(builder.link(own), link, claim) for own in builder.links_from(claim)):
        pos = builder.position(link.target, link_id)
        builder.put_link(Link((claim,), link.stance, link.target, pos))
    return builder.change(f"part {name_of(debate, claim)} from {name_of(debate, rest[0])}")


def make_thesis(debate: Debate, claim: str) -> Change:
    """Adds a claim to what the debate is about; its links stay."""
    builder = ChangeBuilder(debate)
    builder.claim(claim)
    if claim in builder.header.theses:
        raise EditRefusedError("it is a thesis already")
    builder.put_header(builder.header._replace(theses=(*builder.header.theses, claim)))
    return builder.change(f"make {name_of(debate, claim)} a thesis")


def unmake_thesis(debate: Debate, claim: str) -> Change:
    """Takes a claim from the theses; without a link it is unplaced then."""
    builder = ChangeBuilder(debate)
    if claim not in builder.header.theses:
        raise EditRefusedError("it is no thesis")
    builder.drop_theses({claim})
    change = builder.change("")
    said = f"make {name_of(debate, claim)} no thesis"
    return telling(change, said, unplaced_by(debate, change))


def _is_step_of(own: Link, joint: Link, claim: str) -> bool:
    """Tells whether a link leads from the claim alone where a joint one leads."""
    same_step = own.target == joint.target and own.stance == joint.stance
    return same_step and own.premises == (claim,)
