"""Tracks of edges in a channel: no edge runs along another one, though all demand a side."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from debatemap.views.map.channel_tracks import Part, PlacedPart, place_parts

rows = st.integers(0, 12)


def placed(parts: list[Part]) -> list[PlacedPart]:
    free = count(100)
    return place_parts(parts, lambda _: next(free))


def flat_cells(part: Part, place: PlacedPart) -> set[tuple[int, int]]:
    """Returns the row and the track of each cell from the sides to the tracks, and between."""
    ends = (part.first, part.comes_right, place.tracks[0]), (
        part.last, part.goes_right, place.tracks[-1],
    )  # fmt: skip
    return {
        (row, track)
        for row, is_right, at in ends
        for track in (range(at, 100) if is_right else range(-1, at + 1))
    }


@given(st.lists(rows, min_size=2, max_size=12, unique=True), st.data())
def test_what_comes_in_and_goes_out_on_one_row_never_meets(
    entering: list[int], data: st.DataObject
) -> None:
    leaving = data.draw(st.permutations(entering))
    parts = [
        Part(*pair, comes_right=True, goes_right=False)
        for pair in zip(leaving, entering, strict=True)
    ]
    places = placed(parts)
    cells = [flat_cells(*each) for each in zip(parts, places, strict=True)]
    for number, own in enumerate(cells):
        assert not any(own & other for other in cells[:number])


def test_a_part_in_a_circle_changes_its_track_once() -> None:
    parts = [Part(1, 5, comes_right=True, goes_right=False)]
    parts.append(Part(5, 1, comes_right=True, goes_right=False))
    first, second = placed(parts)
    assert sorted((len(first.tracks), len(second.tracks))) == [1, 2]
    assert (first.between, second.between).count(None) == 1
