"""Of a large map the claims around the cursor are drawn, and that is said."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.views.map import Asked, Zoom, draw_map, draw_to_fit
from debatemap.views.map.nearby_claims import levels, neighbourhood
from tests.strategies import debates, star
from tests.tui.maps import rain
from tests.views.map.test_layout import sound


@given(debates(least_claims=2), st.data())
def test_a_neighbourhood_holds_the_way_to_its_claim(debate: Debate, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    part = neighbourhood(debate, claim, None, 3, frozenset(), None)
    assert claim in part.claims
    assert part.tops[0] in part.claims
    assert part.claims <= debate.claims.keys()


def test_a_large_map_is_drawn_in_part_near_the_cursor() -> None:
    debate = star(900)
    near = [*debate.claims][-1]
    drawn = draw_map(debate, Asked(Zoom.TEXT, near))
    assert drawn.is_part
    assert near in drawn.picture.boxes
    assert len(drawn.picture.boxes) == 400
    assert drawn.forest.hidden
    sound(drawn)
    whole = draw_map(debate, Asked(Zoom.LINES, near))
    assert not whole.is_part
    assert len(whole.picture.boxes) == len(debate.claims)


def test_of_very_many_replies_those_around_the_cursor_are_drawn() -> None:
    debate = star(2000)
    replies = [*debate.claims][1:]
    for at in (0, 150, 1000, 1850, 1999):
        drawn = draw_map(debate, Asked(Zoom.TEXT, replies[at]))
        places = sorted(replies.index(each) for each in drawn.picture.boxes if each in replies)
        assert len(places) == 399
        assert places[-1] - places[0] == 398, "one after the other"
        assert max(0, at - 200) <= places[0] or places[-1] == 1999
        assert at in places


def test_a_large_map_whose_folds_leave_little_is_drawn_whole() -> None:
    debate = star(900)
    top = debate.header.theses[0]
    drawn = draw_map(debate, Asked(Zoom.TEXT, top, None, frozenset({top})))
    assert not drawn.is_part
    assert drawn.forest.hidden[top] == len(debate.claims) - 1


def test_whole_levels_are_unfolded_first() -> None:
    debate = rain()
    assert levels(debate, ["rain", "sun"], 6) == {"plants"}
    assert levels(debate, ["rain", "sun"], 60) == set()


def test_the_largest_picture_that_fits_is_drawn() -> None:
    asked = Asked(Zoom.LINES, "plants", "plants")
    assert draw_to_fit(rain(), asked, 200, 40).asked.zoom is Zoom.TEXT
    assert draw_to_fit(rain(), asked, 90, 2).asked.zoom is Zoom.LINES
    assert draw_to_fit(rain(), asked, 9, 9).asked.zoom is Zoom.LINES
