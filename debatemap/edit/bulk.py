"""Edit many claims at once, as one change; each that cannot be edited is named with the reason."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple

from debatemap.core.change import Change, Effect, combine
from debatemap.core.debate import Debate
from debatemap.core.fields import field_of
from debatemap.core.node_names import name_of
from debatemap.core.text import safe_line
from debatemap.edit.annotate import rate, set_author, set_tags
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.connect import flip, join_premises
from debatemap.edit.consequences import count_links_gone, counted, telling, unplaced_by
from debatemap.edit.delete import delete_branch, delete_claim, staying, with_replies
from debatemap.edit.merge_claims import merge_claims, merged_pair
from debatemap.edit.move import move
from debatemap.edit.set_field import cleaned

__all__ = [
    "Bulk",
    "delete_claims",
    "delete_claims_everywhere",
    "flip_claims",
    "join_claims",
    "merge_all",
    "move_claims",
    "rate_claims",
    "sign_claims",
    "tag_claims",
]

_NOWHERE: Final[Mapping[str, str | None]] = MappingProxyType({})
_DROPS: Final = "-"
_GONE: Final = "it is gone already"


class Bulk(NamedTuple):
    """One change that edits many claims.

    Attributes:
        change: The change.
        edited: The claims that it edits, in the order in which they were given.
        refused: The others, each with the reason.
        joined: By claim, those that are edited with it, as they hold only together with it.
    """

    change: Change
    edited: tuple[str, ...]
    refused: tuple[tuple[str, str], ...] = ()
    joined: Mapping[str, Sequence[str]] = MappingProxyType({})


def tag_claims(debate: Debate, claims: Sequence[str], tags: str) -> Bulk:
    """Gives claims further tags, and takes those away that stand behind a `-`.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A.", tags=("law",)), "b": Claim("B.")})
        >>> bulk = tag_claims(debate, ["a", "b"], "cost, -law")
        >>> [after.tags for _, after in bulk.change.claims.values()], bulk.change.said
        ([('cost',), ('cost',)], 'tag 2 claims with “cost”, without “law”')
    """
    parts = [part.strip() for part in tags.split(",")]
    dropped = cleaned(_TAGS, [part[1:] for part in parts if part.startswith(_DROPS)])
    added = cleaned(_TAGS, [part for part in parts if not part.startswith(_DROPS)])
    if not (added or dropped):
        raise EditRefusedError("name a tag to add, or one to take away, as in -law")

    def tag(debate: Debate, claim: str) -> Change:
        held = ChangeBuilder(debate).claim(claim).tags
        kept = [each for each in held if each not in dropped]
        return set_tags(debate, claim, [*kept, *added])

    said = (
        f"tag {{}}{_named(' with', added)}{_named(', without' if added else ' without', dropped)}"
    )
    return _one_by_one(debate, claims, tag, said, "it has just these tags already")


def _named(word: str, tags: Sequence[str]) -> str:
    """Returns some tags behind a word; nothing where there are none."""
    return f"{word} {', '.join(f'“{tag}”' for tag in tags)}" if tags else ""


def sign_claims(debate: Debate, claims: Sequence[str], by: str) -> Bulk:
    """Says who claims are by; nothing removes the name."""

    def sign(debate: Debate, claim: str) -> Change:
        return set_author(debate, claim, by)

    said = "name the author of {}" + (f": “{by.strip()}”" if by.strip() else ": nobody")
    return _one_by_one(debate, claims, sign, said, "it is by that author already")


def rate_claims(debate: Debate, claims: Sequence[str], person: str, value: float | None) -> Bulk:
    """Records how far a person holds each of some claims; None takes it back.

    Raises:
        EditRefusedError: The value is out of range, or the person has no name.
    """
    there = [claim for claim in dict.fromkeys(claims) if claim in debate.claims]
    gone = tuple((claim, _GONE) for claim in dict.fromkeys(claims) if claim not in debate.claims)
    if not there:
        return Bulk(Change("rate 0 claims"), (), gone)
    rate(debate, there[0], person, value)  # It says what is wrong with the value and the name.
    if value is None:
        return _in_turn(
            debate, claims, lambda d, c: rate(d, c, person, None), "take the ratings of {} back"
        )
    builder = ChangeBuilder(debate)
    name = next(iter(rate(debate, there[0], person, value).stances), person)
    builder.rate(name, dict.fromkeys(there, value))
    return Bulk(builder.change(f"rate {_count(len(there))} {value:g}"), tuple(there), gone)


def flip_claims(
    debate: Debate, claims: Sequence[str], at: Mapping[str, str | None] = _NOWHERE
) -> Bulk:
    """Turns pros into cons and cons into pros; joint premises are turned once.

    Args:
        debate: The debate.
        claims: The claims.
        at: The link of those of which only one place is meant.
    """

    def turn(debate: Debate, _: str, link: str | None) -> Change:
        if link is None:
            raise EditRefusedError("it hangs on no link")
        return flip(debate, link)

    return _by_steps(debate, claims, at, turn, "turn the stance of {}")


def join_claims(debate: Debate, claims: Sequence[str], link: str) -> Bulk:
    """Makes claims joint premises of a link; its first premise may be among them."""
    first = ChangeBuilder(debate).link(link).premises[0]

    def join(debate: Debate, claim: str) -> Change:
        if claim not in debate.claims:
            raise EditRefusedError(_GONE)
        if claim in debate.links[link].premises:
            raise EditRefusedError("it is a premise of that step already")
        return join_premises(debate, link, [claim])

    others = [claim for claim in claims if claim != first]
    return _in_turn(debate, others, join, f"join {{}} with {name_of(debate, first)}")


def move_claims(
    debate: Debate,
    claims: Sequence[str],
    target: str,
    at: Mapping[str, str | None] = _NOWHERE,
) -> Bulk:
    """Moves claims, with all beneath them, under another claim; each keeps its stance.

    Joint premises move together, once.
    """

    def go(debate: Debate, claim: str, link: str | None) -> Change:
        return move(debate, claim, link, target)

    return _by_steps(debate, claims, at, go, f"move {{}} under {name_of(debate, target)}")


def delete_claims(
    debate: Debate, claims: Sequence[str], at: Mapping[str, str | None] = _NOWHERE
) -> Bulk:
    """Deletes the branches of claims that stand in one place, and of those at the place meant."""

    def delete(debate: Debate, claim: str) -> Change:
        if claim not in debate.claims and claim in known:
            return Change("delete")
        return delete_branch(debate, claim, _place(debate, claim, at))

    known = debate.claims.keys() & set(claims)
    bulk = _in_turn(debate, claims, delete, "")
    gone = {claim for claim, (_, after) in bulk.change.claims.items() if after is None}
    meant, stays = len(gone.intersection(bulk.edited)), len(set(bulk.edited) - gone)
    said = with_replies(f"delete {_count(meant)}", len(gone) - meant)
    if not gone and stays:
        said = f"take {_count(stays)} away from {'its place' if stays == 1 else 'their places'}"
    effects = [staying(stays)] if gone and stays else []
    return bulk._replace(change=telling(bulk.change, said, effects))


def delete_claims_everywhere(debate: Debate, claims: Sequence[str]) -> Bulk:
    """Deletes claims in every place; replies to them stay, unplaced where it was all they had."""
    bulk = _in_turn(debate, claims, delete_claim, "delete {} everywhere")
    links = count_links_gone(bulk.change)
    said = bulk.change.said + (f", with {counted(links, 'link')}" if links else "")
    return bulk._replace(change=telling(bulk.change, said, unplaced_by(debate, bulk.change)))


def merge_all(debate: Debate, survivor: str, others: Iterable[str]) -> Change:
    """Lets one claim take over all that others have, as one change; see `merge_claims`.

    Raises:
        EditRefusedError: There is no other claim, or no such claim.
    """
    names = [other for other in dict.fromkeys(others) if other != survivor]
    if len(names) <= 1:
        return merge_claims(debate, survivor, names[0] if names else survivor)
    steps: list[Change] = []
    effects: list[Effect] = []
    copied = debate.copy()
    for other in names:
        step, _, remarks = merged_pair(copied, survivor, other)
        steps.append(step)
        effects += remarks
        copied.apply(step)
    said = f"merge {_count(len(names))} into {name_of(debate, survivor)}"
    change = combine(steps, safe_line(said))
    return telling(change, said, [*effects, *unplaced_by(debate, change)])


def _place(debate: Debate, claim: str, at: Mapping[str, str | None]) -> str | None:
    """Returns the link of the place of a claim that is meant, or None for a top.

    Raises:
        EditRefusedError: It stands in several places, and none of them is named.
    """
    if claim not in debate.claims:
        raise EditRefusedError(_GONE)
    links = debate.links_from(claim)
    if claim in at and (at[claim] is None or at[claim] in links):
        return at[claim]
    places = len(links) + debate.is_thesis(claim)
    if places > 1:
        raise EditRefusedError(f"it stands in {places} places; do it at one of them")
    return next(iter(links), None)


def _by_steps(
    debate: Debate,
    claims: Sequence[str],
    at: Mapping[str, str | None],
    verb: Callable[[Debate, str, str | None], Change],
    said: str,
) -> Bulk:
    """Edits the steps that lead from claims, each once, if several of its premises are meant."""
    done: set[str] = set()
    joined: dict[str, Sequence[str]] = {}

    def edit(copied: Debate, claim: str) -> Change:
        link = _place(copied, claim, at)
        change = verb(copied, claim, link) if link not in done else Change()
        if link is not None:
            done.add(link)
            premises = debate.links[link].premises
            joined[claim] = [each for each in premises if each not in claims]
        return change

    bulk = _in_turn(debate, claims, edit, "")
    others = {each for claim in bulk.edited for each in joined.get(claim, ())}
    what = _count(len(bulk.edited)) + (
        f" with {counted(len(others), 'joint premise')}" if others else ""
    )
    change = replace(bulk.change, said=said.replace("{}", what, 1))
    return bulk._replace(change=change, joined=joined)


def _one_by_one(
    debate: Debate,
    claims: Sequence[str],
    verb: Callable[[Debate, str], Change],
    said: str,
    idle: str,
) -> Bulk:
    """Edits claims by a verb that touches no other record than the claim."""
    steps: list[Change] = []
    edited: list[str] = []
    refused: list[tuple[str, str]] = []
    for claim in dict.fromkeys(claims):
        try:
            step = verb(debate, claim)
        except EditRefusedError as error:
            refused.append((claim, str(error)))
            continue
        if step:
            steps.append(step)
            edited.append(claim)
        else:
            refused.append((claim, idle))
    words = safe_line(said.replace("{}", _count(len(edited)), 1))
    return Bulk(combine(steps, words), tuple(edited), tuple(refused))


def _in_turn(
    debate: Debate, claims: Sequence[str], verb: Callable[[Debate, str], Change], said: str
) -> Bulk:
    """Edits claims by a verb that may touch any record, each from what the ones before made."""
    copied = debate.copy()
    steps: list[Change] = []
    edited: list[str] = []
    refused: list[tuple[str, str]] = []
    for claim in dict.fromkeys(claims):
        try:
            step = verb(copied, claim)
        except EditRefusedError as error:
            refused.append((claim, str(error)))
            continue
        copied.apply(step)
        steps.append(step)
        edited.append(claim)
    words = safe_line(said.replace("{}", _count(len(edited)), 1))
    return Bulk(combine(steps, words), tuple(edited), tuple(refused))


def _count(number: int) -> str:
    return f"{number:,} claim{'' if number == 1 else 's'}"


_TAGS: Final = field_of("claims", "tags")
