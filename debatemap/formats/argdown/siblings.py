"""The order of the links into one target."""

from collections.abc import Mapping

from debatemap.core.model import Link

__all__ = ["in_order"]


def in_order(
    links: Mapping[str, Link], starts: Mapping[str, int], at: Mapping[str, int]
) -> dict[str, Link]:
    """Returns links in the order of the text, but those that name their place at that place.

    Args:
        links: The links by id.
        starts: Where each stands in the text.
        at: The places, counted from 0, of links that name theirs among those into their target.

    Examples:
        >>> link = Link(("p",), "supports", "t")
        >>> list(in_order({"a": link, "b": link, "c": link}, {"a": 9, "b": 5, "c": 7}, {"a": 1}))
        ['b', 'a', 'c']
    """
    into: dict[str, list[str]] = {}
    for key in sorted(links, key=lambda key: starts.get(key, 0)):
        into.setdefault(links[key].target, []).append(key)
    return {key: links[key] for siblings in into.values() for key in _placed(siblings, at)}


def _placed(siblings: list[str], at: Mapping[str, int]) -> list[str]:
    slots: list[str | None] = [None] * len(siblings)
    rest = []
    for key in siblings:
        place = at.get(key, -1)
        if 0 <= place < len(slots) and slots[place] is None:
            slots[place] = key
        else:
            rest.append(key)
    others = iter(rest)
    return [next(others) if key is None else key for key in slots]
