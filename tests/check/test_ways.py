"""One look at each claim in order finds what looking again and again finds."""

from hypothesis import given

from debatemap.check import ways
from debatemap.core.cycles import cycles, downward
from debatemap.core.debate import Debate
from debatemap.core.queries import unplaced
from debatemap.core.reading_order import adrift
from tests.strategies import debates


@given(debates())
def test_what_claims_bear_on_is_found_in_one_look_at_each(debate: Debate) -> None:
    order = downward(debate)
    if order is None:
        return
    found = ways._in_order(debate, order)
    again = ways._signs_among_cycles(debate), ways._supported_among_cycles(debate)
    for node in debate.steps:
        assert found.signs.get(node, 0) == again[0].get(node, 0)
        assert found.supported.get(node, 0) == again[1].get(node, 0)


@given(debates())
def test_only_a_debate_with_a_cycle_has_no_order(debate: Debate) -> None:
    order = downward(debate)
    assert (order is None) >= bool(cycles(debate))
    if order is None:
        return
    assert {*order} == debate.steps.keys()
    places = {node: place for place, node in enumerate(order)}
    for node, place in places.items():
        for above in debate.bears_on(node):
            target = debate.links[above].target if above in debate.links else above
            assert places.get(target, -1) < place
    assert debate.dangling or not adrift(debate)


@given(debates())
def test_unplaced_claims_are_those_without_a_place(debate: Debate) -> None:
    assert unplaced(debate) == [key for key in debate.claims if not debate.is_placed(key)]
