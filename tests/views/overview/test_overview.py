"""The cells of the overview beside a naive count of the same claims."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.reading_order import read
from debatemap.views.overview import Kind, Span, cell_of, cells, ground_of, span
from tests.strategies import debates

HEIGHTS = st.integers(min_value=1, max_value=40)


def _naive(
    debate: Debate, claims: list[str], hits: set[str], changes: set[str], unanswered: set[str]
) -> Kind:
    if not claims:
        return Kind.NONE
    if hits & set(claims):
        return Kind.HIT
    if changes & set(claims):
        return Kind.CHANGE
    here = len(unanswered & set(claims))
    usual = Fraction(len(unanswered), len(read(debate).order))
    if here and (len(claims) == 1 or Fraction(here, len(claims)) > usual * Fraction(3, 2)):
        return Kind.UNANSWERED
    links = [link for link in debate.links.values() for p in link.premises if p in claims]
    pros = sum(link.stance == "supports" for link in links)
    cons = len(links) - pros
    return Kind.PROS if pros > cons else Kind.CONS if cons > pros else Kind.EVEN


@given(debates(), HEIGHTS, st.data())
def test_each_cell_shows_what_a_count_finds(
    debate: Debate, height: int, data: st.DataObject
) -> None:
    ground = ground_of(debate)
    claims = list(read(debate).order)
    some = st.sets(st.sampled_from(claims)) if claims else st.just(set())
    hits, changes, unanswered = data.draw(some), data.draw(some), data.draw(some)
    marks = map(ground.places, (hits, changes | {"gone"}, unanswered))
    shown = cells(ground, height, *marks)
    assert len(shown) == height
    for cell, kind in enumerate(shown):
        at = span(cell, height, len(claims)) if claims else Span(0, 0)
        assert kind is _naive(debate, claims[at.start : at.end], hits, changes, unanswered)


@given(HEIGHTS, st.integers(min_value=1, max_value=200))
def test_every_claim_is_in_one_cell(height: int, number: int) -> None:
    spans = [span(cell, height, number) for cell in range(height)]
    assert spans[0].start == 0
    assert spans[-1].end == number
    for one, other in pairwise(spans):
        assert one.end == other.start
    for place in range(number):
        at = spans[cell_of(place, height, number)]
        assert at.start <= place < at.end
