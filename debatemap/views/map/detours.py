"""The ways of the edges that the tree leaves over: along channels, and between boxes."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from debatemap.views.map.channel_tracks import Part, PlacedPart, place_parts
from debatemap.views.map.column_edges import Steps
from debatemap.views.map.forest import Extra, Forest
from debatemap.views.map.lanes import Lanes
from debatemap.views.map.picture import Box

__all__ = ["Detour", "Detours", "find_detours"]


class Detour(NamedTuple):
    """How an extra edge goes from its premise.

    Attributes:
        extra: The edge.
        verticals: The channel, the first and the last row of each vertical part, in order.
    """

    extra: Extra
    verticals: tuple[tuple[int, int, int], ...]


class Detours(NamedTuple):
    """All of them.

    Attributes:
        ways: The edges.
        tracks: The track of each vertical part of each edge.
        widths: How many tracks each channel has; there is one channel more than columns.
    """

    ways: Sequence[Detour]
    tracks: Sequence[Sequence[int]]
    widths: Sequence[int]


def find_detours(
    forest: Forest, boxes: Mapping[str, Box], columns: Sequence[Sequence[Box]], steps: Steps
) -> Detours:
    """Returns the ways of the extra edges, in the order of the edges.

    Args:
        forest: What stands under what, and the edges that are left over.
        boxes: Where the boxes stand, with the number of their column as `x`.
        columns: The same boxes by column.
        steps: Where the edges of the tree run.
    """
    lanes = _lanes(forest, boxes, columns, steps)
    ways = [_way(forest, boxes, steps, lanes, extra) for extra in forest.extras]
    channels: dict[int, list[tuple[int, int]]] = {}
    """By channel, which part of which edge runs there."""
    for number, way in enumerate(ways):
        for place, (channel, _, _) in enumerate(way.verticals):
            channels.setdefault(channel, []).append((number, place))
    widths, found = [0] * (len(columns) + 1), dict[tuple[int, int], PlacedPart]()
    for channel, keys in channels.items():
        parts = [_part(ways[number], place) for number, place in keys]
        placed = place_parts(parts, partial(lanes.free_row, channel))
        widths[channel] = 1 + max(track for each in placed for track in each.tracks)
        found |= zip(keys, placed, strict=True)
    return _joined(ways, found, widths)


def _part(way: Detour, place: int) -> Part:
    """Returns a vertical part of an edge, with the sides that its ends are at."""
    _, first, last = way.verticals[place]
    is_last = place == len(way.verticals) - 1
    is_left = way.verticals[-1][0] < way.verticals[0][0]
    goes_right = way.extra.ends_at_edge if is_last else not is_left
    return Part(first, last, comes_right=place == 0 or is_left, goes_right=goes_right)


def _joined(
    ways: Sequence[Detour], placed: Mapping[tuple[int, int], PlacedPart], widths: Sequence[int]
) -> Detours:
    """Returns the ways with their tracks; a part on two tracks becomes two parts."""
    drawn, tracks = [], []
    for number, way in enumerate(ways):
        verticals, own = [], list[int]()
        for place, (channel, first, last) in enumerate(way.verticals):
            part = placed[number, place]
            rows = [first, *([part.between] if part.between is not None else []), last]
            verticals += [(channel, *pair) for pair in pairwise(rows)]
            own += part.tracks
        drawn.append(Detour(way.extra, tuple(verticals)))
        tracks.append(own)
    return Detours(drawn, tracks, widths)


def _lanes(
    forest: Forest, boxes: Mapping[str, Box], columns: Sequence[Sequence[Box]], steps: Steps
) -> Lanes:
    """Returns the rows that are free beside the edges of the tree and the ends of the others."""
    lanes = Lanes(columns)
    for link, premises in forest.premises.items():
        if len(premises) > 1:
            lanes.take(forest.column[premises[0]], steps.row[link])
        if premises and forest.target[link] in boxes:
            lanes.enter(forest.column[premises[0]], boxes[forest.target[link]].row, link)
    for extra in forest.extras:
        way = (extra.link, extra.claim)
        lanes.leave(forest.column[extra.claim], steps.ports[way], extra)
        if extra.ends_at_edge:
            end = forest.column[forest.host[extra.target]]
            lanes.leave(end, steps.approach[extra.target], extra)
        else:
            lanes.enter(forest.column[extra.target] + 1, boxes[extra.target].row, extra)
    return lanes


def _way(
    forest: Forest, boxes: Mapping[str, Box], steps: Steps, lanes: Lanes, extra: Extra
) -> Detour:
    row = steps.ports[extra.link, extra.claim]
    channel = forest.column[extra.claim]
    if extra.ends_at_edge:
        end, goal = forest.column[forest.host[extra.target]], steps.approach[extra.target]
    else:
        end, goal = forest.column[extra.target] + 1, boxes[extra.target].row
    verticals = []
    # It goes up or down as far left as it can: fewer edges run there.
    is_left = end < channel
    while channel != end:
        column = channel - 1 if is_left else channel
        lane = lanes.pass_through(extra, column, row, goal, late=is_left)
        verticals.append((channel, row, lane))
        row, channel = lane, channel - 1 if is_left else channel + 1
    return Detour(extra, (*verticals, (channel, row, goal)))
