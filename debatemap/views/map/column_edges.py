"""The edges between columns, before it is known how wide the columns stand apart.

At the left of each column of boxes runs a channel. From left to right it has the tracks of extra
edges, the vertical of the tree's edges, a cell for signs, the tracks of what is said of steps, and
the bracket of joint premises. In that order no edge of the tree crosses another one.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from debatemap.views.map.forest import Forest
from debatemap.views.map.lanes import tracks
from debatemap.views.map.picture import Box

__all__ = ["Steps", "take_steps"]


class Steps(NamedTuple):
    """Where the edges of the tree run.

    Attributes:
        row: By link, the row of its edge, at which others can end.
        strand: By link, the track on which what is said of it comes.
        ports: By link and premise of an extra edge, the row at which it leaves the premise.
        approach: By link at whose edge extra edges end, the row on which they come to it.
        strands: How many such tracks each channel has.
        brackets: The channels with joint premises.
    """

    row: dict[str, int]
    strand: dict[str, int]
    ports: dict[tuple[str, str], int]
    approach: dict[str, int]
    strands: list[int]
    brackets: set[int]


def take_steps(forest: Forest, boxes: Mapping[str, Box], columns: int) -> Steps:
    """Returns the rows and tracks of the edges.

    Args:
        forest: What stands under what.
        boxes: Where the boxes stand, with the number of their column as `x`.
        columns: How many columns there are.
    """
    ports = _ports(forest, boxes)
    leaving: dict[str, list[int]] = {}
    for (link, claim), at in ports.items():
        leaving.setdefault(claim, []).append(at)
        if forest.is_ended_at_premise(link, claim):
            # Others come to it on the row above.
            leaving[claim].append(at - 1)
    row, brackets = {}, set()
    for link, premises in forest.premises.items():
        host = forest.host[link]
        if len(premises) > 1:
            taken = [at for claim in premises for at in leaving.get(claim, ())]
            row[link] = _middle(boxes[premises[0]].row, boxes[premises[-1]].row, taken)
            brackets.add(forest.column[host])
        elif premises:
            row[link] = boxes[host].row
        else:
            row[link] = ports[link, host]
    approach = _approaches(forest, boxes, row, ports)
    strand, strands = _strands(forest, row, approach, columns)
    return Steps(row, strand, ports, approach, strands, brackets)


def _middle(first: int, last: int, taken: Collection[int]) -> int:
    """Returns the row in the middle of some, or one near it: not taken, if may be not beside."""
    middle = (first + last) // 2

    def worth(row: int) -> tuple[bool, bool, int]:
        return row in taken, row - 1 in taken or row + 1 in taken, abs(row - middle)

    return min(range(first, last + 1), key=worth)


def _ports(forest: Forest, boxes: Mapping[str, Box]) -> dict[tuple[str, str], int]:
    """Returns at which row each extra edge leaves its premise: below the edge of the tree."""
    ports: dict[tuple[str, str], int] = {}
    for (link, claim), below in forest.ports().items():
        box = boxes[claim]
        last = box.bottom - (2 if box.is_framed else 1)
        ports[link, claim] = max(box.row, min(box.row + below, last))
    return ports


def _approaches(
    forest: Forest,
    boxes: Mapping[str, Box],
    row: Mapping[str, int],
    ports: Mapping[tuple[str, str], int],
) -> dict[str, int]:
    """Returns on which row extra edges come to the edge of a link: above it, or else below it."""
    column, ends = forest.column, dict[tuple[int, int], set[str]]()
    """By channel and row, at what the edges end that run there."""
    for extra in forest.extras:
        port = ports[extra.link, extra.claim]
        ends.setdefault((column[extra.claim], port), set()).add(extra.target)
    for link, premises in forest.premises.items():
        target = forest.target[link]
        for at in {row[link], *(boxes[claim].row for claim in premises)} if premises else ():
            ends.setdefault((column[premises[0]], at), set()).add(link)
        if premises and target in boxes:
            ends.setdefault((column[target] + 1, boxes[target].row), set()).add(target)
    found = {}
    for link in {extra.target for extra in forest.extras if extra.ends_at_edge}:
        channel, at = column[forest.host[link]], row[link]
        above, below = (ends.get((channel, at + step), set()) - {link} for step in (-1, 1))
        found[link] = at + 1 if above and not below else at - 1
    return found


def _strands(
    forest: Forest, row: Mapping[str, int], approach: Mapping[str, int], columns: int
) -> tuple[dict[str, int], list[int]]:
    """Returns the track of what is said of each link, and how many tracks each channel has."""
    spoken: dict[str, list[int]] = {}
    for link, target in forest.target.items():
        if target in forest.target and forest.premises[link]:
            spoken.setdefault(target, []).append(row[link])
    for extra in forest.extras:
        if extra.ends_at_edge:
            spoken.setdefault(extra.target, []).append(approach[extra.target])
    strand: dict[str, int] = {}
    strands = [0] * columns
    by_channel: dict[int, list[str]] = {}
    for link in forest.target:
        if link in spoken:
            by_channel.setdefault(forest.column[forest.host[link]], []).append(link)
    for channel, links in by_channel.items():
        # A reply to a reply to a step is right of it; links come after what they speak to.
        levels: dict[str, int] = {}
        for link in links:
            levels[link] = levels.get(forest.target[link], -1) + 1
        span = {link: _span([row[link], *spoken[link]]) for link in links}
        # The longest is left of the others, so that none of these has to cross it.
        links.sort(key=lambda link: (levels[link], span[link][0] - span[link][1]))
        spans, least = [span[link] for link in links], [levels[link] for link in links]
        found = _after_targets(forest, links, spans, least)
        strand.update(zip(links, found, strict=True))
        strands[channel] = max(found) + 1
    return strand, strands


def _after_targets(
    forest: Forest, links: Sequence[str], spans: Sequence[tuple[int, int]], least: list[int]
) -> list[int]:
    """Returns a track for each link, right of the one of the link that it speaks to."""
    while True:
        found = tracks(spans, least)
        place = dict(zip(links, found, strict=True))
        moved = False
        for number, link in enumerate(links):
            above = place.get(forest.target[link])
            if above is not None and above >= found[number] and forest.premises[link]:
                least[number], moved = above + 1, True
        if not moved:
            return found


def _span(rows: Sequence[int]) -> tuple[int, int]:
    return min(rows), max(rows)
