"""The words for claims and links that came, went or moved, and for their order."""

from collections.abc import Callable, Mapping
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.sync.diff.difference import Difference, Kind
from debatemap.sync.diff.names import Names
from debatemap.sync.diff.order_changes import moved_among
from debatemap.sync.diff.phrase import CAME, CHANGED, MOVED, WENT, Phrase

__all__ = ["STEP_PHRASES"]


def _added(difference: Difference, names: Names) -> Phrase:
    words, ending = _claims(difference, names, names.after)
    return Phrase(CAME, words, ending)


def _removed(difference: Difference, names: Names) -> Phrase:
    words, ending = _claims(difference, names, names.before)
    return Phrase(WENT, words, ending)


def _claims(difference: Difference, names: Names, debate: Debate) -> tuple[str, str]:
    """Returns what claims are where they stand, and their texts."""
    own = [edit.id for edit in difference.edits if edit.table == "claims"]
    ending = " & ".join(debate.claims[claim].text for claim in own)
    link = debate.links[difference.link] if difference.link is not None else None
    if link is None:
        is_placed = debate.is_placed(own[0])
        kind = "thesis" if debate.is_thesis(own[0]) else "claim" if is_placed else "unplaced"
        return f"{kind}: ", ending
    others = tuple(premise for premise in link.premises if premise not in own)
    is_whole = any(edit.table == "links" and not edit.field for edit in difference.edits)
    joint = "joint " if len(link.premises) > 1 else ""
    if not is_whole:
        joint = "premise of the " if len(own) == 1 else "premises of the "
    beside = f", with {names.several(others, ' & ')}" if others else ""
    return f"{joint}{names.place(link)}{beside}: ", ending


def _moved(difference: Difference, names: Names) -> Phrase:
    old, new = _ends(difference, names)
    words = f"{names.premises(new)} moved from {names.of(old.target)} to {names.of(new.target)}"
    was, role = (names.role(link.stance, link.target) for link in (old, new))
    return Phrase(MOVED, words if was == role else f"{words}, now {_a(role)}")


def _flipped(difference: Difference, names: Names) -> Phrase:
    old, new = _ends(difference, names)
    was, role = (names.role(link.stance, link.target) for link in (old, new))
    words = f"{names.premises(new)} turned from {was} into {role} of {names.of(new.target)}"
    return Phrase(CHANGED, words)


def _relinked(difference: Difference, names: Names) -> Phrase:
    _, new = _ends(difference, names)
    verb = names.verb(new, plain=len(new.premises) > 1)
    words = f"{names.premises(new)} {verb} {names.of(new.target)} by another link"
    return Phrase(CHANGED, words)


def _linked(difference: Difference, names: Names) -> Phrase:
    _, link = _ends(difference, names)
    first = link.premises[0]
    has_more = len(names.after.links_from(first)) > 1 or names.after.is_thesis(first)
    verb = names.verb(link, plain=len(link.premises) > 1)
    now = "now also" if has_more else "now"
    return Phrase(CAME, f"{names.premises(link)} {now} {verb} {names.of(link.target)}")


def _unlinked(difference: Difference, names: Names) -> Phrase:
    link, _ = _ends(difference, names)
    verb = names.verb(link, plain=len(link.premises) > 1)
    return Phrase(WENT, f"{names.premises(link)} no longer {verb} {names.of(link.target)}")


def _joined(difference: Difference, names: Names) -> Phrase:
    old, new = _ends(difference, names)
    gone = tuple(premise for premise in old.premises if premise not in new.premises)
    came = tuple(premise for premise in new.premises if premise not in old.premises)
    stay = tuple(premise for premise in new.premises if premise in old.premises)
    place = names.place(new)
    if not came and not gone:
        return Phrase(CHANGED, f"premises of the {place} now in the order {names.premises(new)}")
    if came and gone:
        words = f"{names.several(came)} in the place of {names.several(gone)}"
        return Phrase(CHANGED, f"{words}, as {place}")
    if came:
        words = f"{names.several(came)} joined {names.several(stay, ' & ')}"
        return Phrase(CAME, f"{words}, as joint {place}")
    words = f"{names.several(gone)} parted from {names.several(stay, ' & ')}"
    return Phrase(WENT, f"{words}, {_a(place)}")


def _reordered(difference: Difference, names: Names) -> Phrase:
    target = names.after.links[difference.id].target
    moved = moved_among(names.before, names.after, target)
    siblings = list(names.after.links_into(target))
    first = tuple(names.after.links[link].premises[0] for link in moved)
    words = f"under {names.of(target)}: {names.several(first)} now "
    if len(moved) > 1:
        return Phrase(CHANGED, words + "stand elsewhere")
    here = siblings.index(moved[0])
    if here + 1 == len(siblings):
        return Phrase(CHANGED, words + "last")
    following = names.after.links[siblings[here + 1]].premises[0]
    return Phrase(CHANGED, f"{words}before {names.of(following)}")


def _renumbered(difference: Difference, names: Names) -> Phrase:
    target = names.after.links[difference.id].target
    return Phrase(CHANGED, f"under {names.of(target)}: numbered anew, in the same order")


def _thesis(difference: Difference, names: Names) -> Phrase:
    claim = difference.field.removeprefix("theses.")
    if difference.after is None:
        return Phrase(WENT, f"{names.of(claim)} is no longer a thesis")
    return Phrase(CAME, f"{names.of(claim)} is now a thesis")


def _theses_reordered(difference: Difference, names: Names) -> Phrase:
    return Phrase(CHANGED, f"theses now in the order {names.several(difference.after)}")


def _ends(difference: Difference, names: Names) -> tuple[Link, Link]:
    """Returns a link as it was and as it is; where it only came or went, twice the same."""
    records = [edit for edit in difference.edits if edit.table == "links" and not edit.field]
    if records:
        old: list[Link] = [edit.before for edit in records if edit.before is not None]
        new: list[Link] = [edit.after for edit in records if edit.after is not None]
        return (old or new)[0], (new or old)[0]
    return names.before.links[difference.id], names.after.links[difference.id]


def _a(noun: str) -> str:
    """Returns a noun with its article.

    Examples:
        >>> _a("pro"), _a("undercut")
        ('a pro', 'an undercut')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


STEP_PHRASES: Final[Mapping[Kind, Callable[[Difference, Names], Phrase]]] = {
    "added": _added,
    "removed": _removed,
    "moved": _moved,
    "flipped": _flipped,
    "relinked": _relinked,
    "linked": _linked,
    "unlinked": _unlinked,
    "joined": _joined,
    "reordered": _reordered,
    "renumbered": _renumbered,
    "thesis": _thesis,
    "no thesis": _thesis,
    "theses reordered": _theses_reordered,
}
"""The kinds that concern claims and links as a whole."""
