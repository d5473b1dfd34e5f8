"""The picture of a graph: boxes apart, edges from box to box, the same each time."""

from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import load
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.views.map import Asked, DrawnMap, Zoom, draw_map
from tests.strategies import chain, debates, ladder, star
from tests.tui.maps import rain
from tests.views.map.reading import cells_of, crossings, merged, overlaps, touches

MAPS: Final = sorted((Path(__file__).parents[3] / "maps").glob("*.json"))
zooms = st.sampled_from(Zoom)


def sound(drawn: DrawnMap) -> None:
    """Asserts what holds for every picture."""
    picture, forest = drawn.picture, drawn.forest
    assert not overlaps(picture)
    for route in picture.routes:
        assert touches(picture, route), route
    for claim, parent in forest.parent.items():
        box = picture.boxes[claim]
        assert box.x >= 0
        assert box.y >= 0
        assert box.right <= picture.width
        assert box.bottom <= picture.height
        if parent is not None:
            assert box.x > picture.boxes[parent].right
    for siblings in (forest.tops, forest.apart, *forest.below.values()):
        tops = [picture.boxes[claim].y for claim in siblings]
        assert tops == sorted(tops)


def through_boxes(drawn: DrawnMap) -> list[str]:
    """Returns the edges that run through a box."""
    at = drawn.picture.box_at
    return [r.link for r in drawn.picture.routes if any(at(*cell) for cell in cells_of(r))]


@given(debates(), zooms)
def test_boxes_are_apart_and_edges_touch_them(debate: Debate, zoom: Zoom) -> None:
    drawn = draw_map(debate, Asked(zoom))
    assert drawn.picture.boxes.keys() == debate.claims.keys()
    sound(drawn)
    assert not through_boxes(drawn)


@given(debates(), zooms)
def test_edges_with_different_ends_only_cross(debate: Debate, zoom: Zoom) -> None:
    assert not merged(draw_map(debate, Asked(zoom)).picture)


@given(st.integers(10, 40), st.integers(0), zooms)
def test_edges_only_cross_where_many_claims_are_shared(number: int, seed: int, zoom: Zoom) -> None:
    debate = tangle(number, Random(seed))  # noqa: S311  (no secret)
    assert not merged(draw_map(debate, Asked(zoom)).picture)


def tangle(number: int, random: Random) -> Debate:
    """Returns a debate of so many claims with about twice as many links, to claims and to links."""
    claims = [f"c{n}" for n in range(number)]
    links: dict[str, Link] = {}
    for n in range(1, 2 * number):
        premises = [claims[n] if n < number else random.choice(claims)]
        premises += [random.choice(claims)] if random.random() < 0.2 else []
        is_reply = bool(links) and random.random() < 0.2
        target = random.choice([*links] if is_reply else claims[: min(n, number)])
        links[f"l{n}"] = Link(tuple(dict.fromkeys(premises)), "attacks", target, str(n))
    header = Header("m", theses=(claims[0],))
    return Debate(header, {claim: Claim("The same words.") for claim in claims}, links)


@given(debates(), zooms)
def test_every_link_with_premises_has_an_edge_for_each(debate: Debate, zoom: Zoom) -> None:
    drawn = draw_map(debate, Asked(zoom))
    found = sorted((route.link, route.claim) for route in drawn.picture.routes)
    wanted = sorted(
        (link, premise)
        for link in drawn.forest.target
        for premise in dict.fromkeys(debate.links[link].premises)
        if premise in debate.claims
    )
    assert found == wanted


@given(debates(), zooms)
def test_the_same_debate_is_drawn_the_same(debate: Debate, zoom: Zoom) -> None:
    first, second = (draw_map(each, Asked(zoom)) for each in (debate, debate.copy()))
    assert first.picture.boxes == second.picture.boxes
    assert first.picture.routes == second.picture.routes
    assert first.picture.marks == second.picture.marks


@given(debates(least_claims=1), zooms, st.data())
def test_a_branch_and_folds_are_drawn(debate: Debate, zoom: Zoom, data: st.DataObject) -> None:
    claims = sorted(debate.claims)
    top = data.draw(st.sampled_from(claims))
    folded = data.draw(st.frozensets(st.sampled_from(claims)))
    kept = data.draw(st.none() | st.frozensets(st.sampled_from(claims)))
    drawn = draw_map(debate, Asked(zoom, top, top, folded, kept))
    sound(drawn)
    assert not any(drawn.forest.below.get(claim) for claim in folded)
    if kept is not None:
        assert drawn.picture.boxes.keys() <= kept


@pytest.mark.parametrize("zoom", Zoom)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_no_two_edges_of_the_tree_cross(path: Path, zoom: Zoom) -> None:
    drawn = draw_map(load(path), Asked(zoom))
    sound(drawn)
    assert not through_boxes(drawn)
    drawn.picture.routes = [route for route in drawn.picture.routes if not route.is_extra]
    assert crossings(drawn.picture) == 0


def test_shapes_that_break_a_naive_walk_are_drawn() -> None:
    for debate in (chain(1000), star(1000), ladder()):
        drawn = draw_map(debate, Asked(Zoom.LINES))
        assert len(drawn.picture.boxes) == len(debate.claims)
        assert not overlaps(drawn.picture)


def test_subtrees_of_the_same_shape_are_drawn_the_same() -> None:
    names = [f"{top}{number}" for top in "ab" for number in range(5)]
    claims = {name: Claim("The same words.") for name in ["t", *names]}
    links = {f"l{top}0": Link((f"{top}0",), "supports", "t", top) for top in "ab"}
    for top in "ab":
        for number in range(1, 5):
            target = f"{top}{(number - 1) // 2}"
            links[f"l{top}{number}"] = Link((f"{top}{number}",), "attacks", target, str(number))
    drawn = draw_map(Debate(Header("m", theses=("t",)), claims, links), Asked(Zoom.TEXT))
    boxes = drawn.picture.boxes
    shapes = [
        [(boxes[f"{top}{n}"].x - boxes[f"{top}0"].x, boxes[f"{top}{n}"].y - boxes[f"{top}0"].y)
         for n in range(5)]
        for top in "ab"
    ]  # fmt: skip
    assert shapes[0] == shapes[1]


def test_a_shared_claim_is_one_box_and_joint_premises_meet() -> None:
    drawn = draw_map(rain(), Asked(Zoom.TEXT))
    routes = drawn.picture.routes
    assert [route.target for route in routes if route.claim == "floods"] == ["rain", "sun"]
    assert [extra.link for extra in drawn.forest.extras] == ["l-too"]
    fill, need = ([*cells_of(r)] for r in routes if r.link == "l-wells")
    assert len({*fill} & {*need}) > 3
    mark = drawn.picture.marks["l-plants"]
    edge = next(route for route in routes if route.link == "l-plants")
    assert (mark.x, mark.y) in {*cells_of(edge)}
    undercut = next(route for route in routes if route.link == "l-winter")
    assert undercut.points[0] == (mark.x, mark.y)


@pytest.mark.parametrize("zoom", Zoom)
def test_each_edge_of_a_claim_with_very_many_places_begins_on_a_row_of_its_own(zoom: Zoom) -> None:
    replies = [f"c{number:02}" for number in range(60)]
    claims = {name: Claim("Words.") for name in ["t", "hub", *replies]}
    links = {"l": Link(("hub",), "supports", "t", "a")}
    for number, reply in enumerate(replies):
        links[f"l-{reply}"] = Link((reply,), "supports", "t", f"b{reply}")
        links[f"x-{reply}"] = Link(("hub",), ("supports", "attacks")[number % 2], reply, "a")
    drawn = draw_map(Debate(Header("m", theses=("t",)), claims, links), Asked(zoom))
    picture = drawn.picture
    sound(drawn)
    assert not merged(picture)
    rows = [route.points[-1][1] for route in picture.routes if route.claim == "hub"]
    assert len(set(rows)) == 61, "else one sign would stand for pros and cons"
    assert max(rows) < picture.boxes["hub"].bottom


def test_unplaced_claims_lie_apart() -> None:
    drawn = draw_map(rain(), Asked(Zoom.LINES))
    boxes = drawn.picture.boxes
    assert drawn.forest.apart == ["snow"]
    assert boxes["snow"].y > max(box.bottom for box in boxes.values() if box.claim != "snow")


def test_the_outline_shows_the_place_at_the_end_of_each_path() -> None:
    for path in MAPS:
        debate = load(path)
        drawn = draw_map(debate, Asked(Zoom.DOTS))
        for claim in debate.claims:
            steps = drawn.path(claim)
            assert steps[-1][1] == claim
            assert steps[0][0] is None
            links = [link for link, _ in steps[1:]]
            assert all(debate.links[link or ""].premises for link in links)
