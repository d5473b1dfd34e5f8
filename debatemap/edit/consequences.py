"""What comes of a change beside what it is for: links that go, claims that lose their place."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from debatemap.core.change import HEADER, Change, Effect
from debatemap.core.debate import Debate

if TYPE_CHECKING:
    from debatemap.core.model import Claim, Link

__all__ = ["count_links_gone", "counted", "telling", "unplaced_by"]


def telling(change: Change, said: str, effects: Iterable[Effect]) -> Change:
    """Returns a change that says what it does, and what comes of it, each only once."""
    told = tuple(dict.fromkeys(effects))
    words = "; ".join([said, *(effect.done for effect in told)])
    return replace(change, said=words, effects=told)


def count_links_gone(change: Change) -> int:
    """Counts the links that a change removes."""
    return sum(before is not None and after is None for before, after in change.links.values())


def unplaced_by(debate: Debate, change: Change) -> list[Effect]:
    """Returns that claims are left unplaced by a change, where some are.

    Args:
        debate: The debate before it.
        change: The change.
    """
    before = [old for old, _ in change.links.values() if old is not None]
    touched = dict.fromkeys(premise for link in before for premise in link.premises)
    header = change.header.get(HEADER, (None, None))[1] or debate.header
    touched.update(dict.fromkeys(set(debate.header.theses).difference(header.theses)))
    theses, made = frozenset(header.theses), _targets(change)

    def stands(claim: str) -> bool:
        kept = (x for x in debate.links_from(claim) if x not in change.links)
        targets = chain(made.get(claim, ()), (debate.links[x].target for x in kept))
        return claim in theses or any(_is_left(debate, change, target) for target in targets)

    loose = sum(
        debate.is_placed(claim) and _is_left(debate, change, claim) and not stands(claim)
        for claim in touched
    )
    if not loose:
        return []
    claims = counted(loose, "claim")
    return [Effect(f"{claims} now unplaced", f"{claims} will be unplaced")]


def counted(number: int, noun: str) -> str:
    """Returns a number with its noun: `1 link`, `2 links`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _targets(change: Change) -> dict[str, list[str]]:
    """Returns what each claim leads to by the links that a change adds or renews."""
    found: dict[str, list[str]] = {}
    for link in (after for _, after in change.links.values() if after is not None):
        for premise in link.premises:
            found.setdefault(premise, []).append(link.target)
    return found


def _is_left(debate: Debate, change: Change, node: str) -> bool:
    """Tells whether a claim or a link is there after a change."""
    made: tuple[Claim | Link | None, ...] = (
        change.claims[node][1] if node in change.claims else debate.claims.get(node),
        change.links[node][1] if node in change.links else debate.links.get(node),
    )
    return any(each is not None for each in made)
