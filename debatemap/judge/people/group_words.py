"""Opinion groups in words: the same for commands and for the screen."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from debatemap.core.text import SafeText, excerpt
from debatemap.judge.people.opinion_groups import Dividing, Group, OpinionGroups, Share, Uniting

__all__ = ["LETTERS", "group_lines", "group_means", "group_name", "means", "people_in", "summary"]

_LISTED: Final = 5
_NAMED: Final = 6
_NAME: Final = 20
LETTERS: Final = "ABCDE"
"""The names of groups, in order."""
_INDENT: Final = "  "

_One = TypeVar("_One", Uniting, Dividing)


def group_name(place: int) -> str:
    """Returns what a group is called, by its place from 0."""
    return f"Group {LETTERS[place]}"


def summary(found: OpinionGroups) -> SafeText:
    """Returns how many groups there are, in a sentence.

    Examples:
        >>> summary(OpinionGroups((), (), (), {}, 0.0, 0.0, ("ann",)))
        'Too few people have rated enough to tell groups apart: 0, and it takes 4.'
    """
    people = found.rated
    if not found.groups:
        few = "Too few people have rated enough to tell groups apart"
        return SafeText(f"{few}: {people}, and it takes 4.")
    if len(found.groups) == 1:
        return SafeText(f"{people:,} people in one group: they do not fall apart.")
    axes = f"two axes hold {100 * found.explained:.0f} of 100 of what they differ by"
    return SafeText(f"{people:,} people in {len(found.groups)} groups; {axes}.")


def group_lines(found: OpinionGroups, name: Callable[[str], str]) -> Iterator[SafeText]:
    """Yields the groups, what unites and divides them, and what is typical of each, as lines.

    Args:
        found: The groups.
        name: How a claim is called.
    """
    yield summary(found)
    for place, group in enumerate(found.groups):
        yield SafeText(f"{group_name(place)} ({len(group.people):,}): {people_in(group.people)}")
        yield from (SafeText(_INDENT + line) for line in _typical(group, name))
    yield from _section("What unites them", found.uniting, lambda one: _uniting(one, name))
    yield from _section("What divides them", found.dividing, lambda one: _dividing(one, name))
    if found.left_out:
        yield SafeText(f"Too few ratings to be in a group: {people_in(found.left_out)}")


def _section(title: str, found: Sequence[_One], line: Callable[[_One], str]) -> Iterator[SafeText]:
    if found:
        yield SafeText(title)
        for one in found[:_LISTED]:
            yield SafeText(_INDENT + line(one))
        if len(found) > _LISTED:
            yield SafeText(f"{_INDENT}and {len(found) - _LISTED:,} more")


def _uniting(one: Uniting, name: Callable[[str], str]) -> str:
    side = "for" if one.is_for else "against"
    return f"{side}: {name(one.claim)} ({means(one.shares)})"


def _dividing(one: Dividing, name: Callable[[str], str]) -> str:
    return f"{name(one.claim)} ({means(one.shares)})"


def _typical(group: Group, name: Callable[[str], str]) -> Iterator[str]:
    for one in group.typical[:3]:
        yield f"{'for' if one.is_for else 'against'}, unlike others: {name(one.claim)}"


def means(shares: Sequence[Share]) -> str:
    """Says how each group rates a claim on the mean."""
    return group_means([share.mean for share in shares])


def group_means(means: Sequence[float | None]) -> str:
    """Says the same of means alone, 0 to 100.

    Examples:
        >>> group_means([72.4, None])
        'A 72 · B –'
    """
    return " · ".join(
        f"{LETTERS[place]} {mean:.0f}" if mean is not None else f"{LETTERS[place]} –"
        for place, mean in enumerate(means)
    )


def people_in(people: Sequence[str]) -> str:
    """Returns people by name; of many, the first."""
    names = [excerpt(person, _NAME) for person in people[:_NAMED]]
    more = f" and {len(people) - _NAMED:,} more" if len(people) > _NAMED else ""
    return ", ".join(names) + more
