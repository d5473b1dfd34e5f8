"""Add claims: a thesis, a reply, a sibling, one between two others, one for the inbox."""

from datetime import datetime
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link, Stance
from debatemap.core.node_names import name_of
from debatemap.core.text import clean, excerpt
from debatemap.edit.builder import STANCE_NOUNS, ChangeBuilder, EditRefusedError

__all__ = [
    "UNSIGNED",
    "Signature",
    "add_reply",
    "add_sibling",
    "add_thesis",
    "add_unplaced",
    "insert_between",
    "signed_today",
    "worded",
]


class Signature(NamedTuple):
    """Who adds a claim, and on which day (ISO 8601)."""

    by: str = ""
    created: str = ""


UNSIGNED: Final = Signature()


def signed_today(by: str) -> Signature:
    """Returns who adds a claim on this day, as it is where the program runs."""
    return Signature(by, datetime.now().astimezone().date().isoformat())


def worded(text: str) -> str:
    """Returns a claim's text as it may enter the map.

    Raises:
        EditRefusedError: Nothing is left of it.
    """
    text = clean(text).strip()
    if not text:
        raise EditRefusedError("a claim needs words")
    return text


def add_thesis(
    debate: Debate, text: str, *, after: str | None = None, signed: Signature = UNSIGNED
) -> Change:
    """Adds a claim that the debate is about, after another thesis or after all of them."""
    builder = ChangeBuilder(debate)
    claim = _new_claim(builder, text, signed)
    theses = list(builder.header.theses)
    theses.insert(theses.index(after) + 1 if after in theses else len(theses), claim)
    builder.put_header(builder.header._replace(theses=tuple(theses)))
    return builder.change(f"add the thesis “{excerpt(text)}”")


def add_reply(
    debate: Debate,
    target: str,
    stance: Stance,
    text: str,
    *,
    after: str | None = None,
    signed: Signature = UNSIGNED,
) -> Change:
    """Adds a claim that supports or attacks a claim or, as an undercut, a link.

    Args:
        debate: The debate.
        target: What the new claim speaks to.
        stance: Whether it supports or attacks.
        text: The new claim.
        after: The link to stand right after; without it, the new one is last.
        signed: Who adds it, and when.

    Raises:
        EditRefusedError: The target does not exist, or the text is empty.

    Examples:
        >>> from debatemap.core.model import Header
        >>> debate = Debate(Header("m", theses=("a",)), {"a": Claim("It rains.")})
        >>> add_reply(debate, "a", "attacks", "The street is dry.").said
        'add the con “The street is dry.”'
    """
    builder = ChangeBuilder(debate)
    if not builder.has(target):
        raise EditRefusedError(f"there is no claim or link {target}")
    claim = _new_claim(builder, text, signed)
    builder.put_link(Link((claim,), stance, target, builder.position(target, after)))
    return builder.change(f"add the {_noun(debate, stance, target)} “{excerpt(text)}”")


def add_sibling(debate: Debate, link_id: str, text: str, *, signed: Signature = UNSIGNED) -> Change:
    """Adds a claim with the stance and the target of a link, right after it."""
    link = ChangeBuilder(debate).link(link_id)
    return add_reply(debate, link.target, link.stance, text, after=link_id, signed=signed)


def add_unplaced(debate: Debate, text: str, *, signed: Signature = UNSIGNED) -> Change:
    """Adds a claim to the inbox, to be placed later."""
    builder = ChangeBuilder(debate)
    _new_claim(builder, text, signed)
    return builder.change(f"note down “{excerpt(text)}”")


def insert_between(
    debate: Debate, link_id: str, text: str, *, signed: Signature = UNSIGNED
) -> Change:
    """Puts a claim between a claim and its target.

    The link goes on from its premises to the new claim, as support, and keeps what was said
    of it; a new link of the old stance leads from the new claim to the old target.
    """
    builder = ChangeBuilder(debate)
    link = builder.link(link_id)
    claim = _new_claim(builder, text, signed)
    builder.put_link(Link((claim,), link.stance, link.target, link.pos))
    moved = link._replace(target=claim, stance="supports", pos=builder.position(claim))
    builder.put_link(moved, link_id)
    below = name_of(debate, link.premises[0])
    return builder.change(f"insert “{excerpt(text, 32)}” above {below}")


def _new_claim(builder: ChangeBuilder, text: str, signed: Signature) -> str:
    return builder.put_claim(Claim(worded(text), by=signed.by, created=signed.created))


def _noun(debate: Debate, stance: Stance, target: str) -> str:
    if target not in debate.links:
        return STANCE_NOUNS[stance]
    return "undercut" if stance == "attacks" else "reason why it follows,"
