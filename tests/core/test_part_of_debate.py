"""Parts of debates, against a plain reading of what belongs to them."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.part_of_debate import links_within, part_of
from tests.strategies import debates


def _within(debate: Debate, claims: set[str]) -> set[str]:
    links: set[str] = set()
    while True:
        nodes = claims | links
        found = {
            key for key, link in debate.links.items()
            if claims.issuperset(link.premises) and link.target in nodes
        }  # fmt: skip
        if found == links:
            return links
        links = found


@given(debates(), st.data())
def test_the_links_within_are_those_between_claims_and_those_onto_them(
    debate: Debate, data: st.DataObject
) -> None:
    claims = data.draw(st.sets(st.sampled_from(sorted(debate.claims)))) if debate.claims else set()
    expected = _within(debate, claims)
    assert links_within(debate, claims) == expected
    part = part_of(debate, claims)
    assert part.claims.keys() == claims
    assert part.links.keys() == expected
    assert [*part.links] == [key for key in debate.links if key in expected]
