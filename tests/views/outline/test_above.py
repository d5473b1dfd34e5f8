from hypothesis import given
from hypothesis import strategies as st

from debatemap.core import queries
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.views.outline import Outline
from debatemap.views.outline.above import Above
from tests.edit.verbs import VERBS, steps_of
from tests.strategies import debates


@given(debates(least_claims=1), st.data())
def test_what_stands_above_is_what_a_walk_of_the_graph_finds(
    debate: Debate, data: st.DataObject
) -> None:
    claims = data.draw(st.lists(st.sampled_from(sorted(debate.claims))))
    expected = set(queries.claims_above(debate, claims))
    assert Above(debate).beyond(set(claims)) == expected - set(claims)


@given(debates(least_claims=1), st.lists(st.sampled_from(sorted(VERBS)), max_size=4), st.data())
def test_what_stands_above_keeps_up_with_edits(
    debate: Debate, verbs: list[str], data: st.DataObject
) -> None:
    above = Above(debate)
    for step in steps_of(debate, verbs, data):
        above.follow(step)
    claims = data.draw(st.sets(st.sampled_from(sorted(debate.claims)))) if debate.claims else set()
    assert above.beyond(claims) == Above(debate).beyond(claims)


def test_a_filter_that_finds_very_much_unfolds_no_more_than_can_be_looked_through() -> None:
    names = [f"c{number:05}" for number in range(4_000)]
    claims = {"top": Claim("Top."), **{name: Claim("A match.") for name in names}}
    links = {
        f"l{name}": Link((name,), "supports", names[place - 3] if place >= 3 else "top")
        for place, name in enumerate(names)
    }
    outline = Outline(Debate(Header("m", theses=("top",)), claims, links))
    outline.set_filter(names)
    assert len(outline.opened) == 500
    row = next(row for row in outline.rows if not row.open and outline.has_beneath(row))
    outline.set_open(outline.rows.index(row), is_open=True)
    assert len(outline.opened) == 501
