"""The order in which unrated claims are asked for, and where a person differs from others."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.queries import branch
from debatemap.core.reading_order import read
from debatemap.formats.native.codec import parse
from debatemap.judge.explain.rating_queue import (
    Disagreement,
    ahead,
    furthest_apart,
    rated_of,
    unrated,
)
from debatemap.judge.judgement import Judgement
from tests.strategies import PEOPLE, debates
from tests.tui.maps import rain

MAPS: Final = sorted((Path(__file__).parents[2] / "maps").glob("**/*.json"))


def unrated_claims(debate: Debate, top: str) -> list[str]:
    return [turn.claim for turn in unrated(debate, "nobody", top)]


def wide(count: int = 12) -> Debate:
    """Returns a thesis with many replies."""
    claims = {"t": Claim("T.")} | {f"c{n}": Claim(f"C{n}.") for n in range(count)}
    links = {f"l{n}": Link((f"c{n}",), "supports", "t", f"a{n:02}") for n in range(count)}
    return Debate(Header("m", theses=("t",)), claims, links)


@given(debates(), st.sampled_from(PEOPLE))
def test_every_claim_that_is_not_rated_comes_once(debate: Debate, person: str) -> None:
    claims = [turn.claim for turn in unrated(debate, person)]
    held = debate.stances.get(person, {})
    assert sorted(claims) == sorted(debate.claims.keys() - held.keys())


@given(debates(least_claims=1), st.data())
def test_beneath_a_claim_all_that_bears_on_it_comes(debate: Debate, data: st.DataObject) -> None:
    top = data.draw(st.sampled_from(sorted(debate.claims)))
    turns = unrated(debate, "nobody", top)
    found = {turn.claim for turn in turns}
    assert turns[0].claim == top
    assert len(found) == len(turns)
    assert found == branch(debate, [top])[0]


@given(debates(least_claims=3))
def test_replies_come_together_by_the_reading_order_of_what_they_are_for(debate: Debate) -> None:
    order = read(debate).order
    shown = [turn for turn in unrated(debate, "nobody") if turn.link is not None]
    parents = []
    for turn in shown:
        target = debate.links[turn.link or ""].target
        parents.append(debate.links[target].premises[0] if target in debate.links else target)
    assert parents == sorted(parents, key=order.__getitem__)


def test_each_person_has_an_order_and_keeps_it() -> None:
    debate = wide()
    ann, bo = ([turn.claim for turn in unrated(debate, who)] for who in ("ann", "bo"))
    assert ann[0] == bo[0] == "t"
    assert sorted(ann) == sorted(bo)
    assert len({tuple(ann), tuple(bo), ("t", *(f"c{n}" for n in range(12)))}) == 3
    debate.apply(edit.rate(debate, ann[3], "ann", 50))
    debate.apply(edit.add_reply(debate, "t", "attacks", "New."))
    left = [turn.claim for turn in unrated(debate, "ann")]
    assert [claim for claim in left if claim in ann] == [*ann[:3], *ann[4:]]


def test_what_speaks_to_a_step_is_asked_for_with_its_premise() -> None:
    turns = unrated(rain(), "ann", "rain")
    assert {("winter", "l-winter"), ("roots", "l-roots")} <= {*turns}


def test_what_speaks_to_a_step_to_elsewhere_is_not_asked_for() -> None:
    debate = rain()
    debate.apply(edit.add_reply(debate, "l-too", "attacks", "No."))
    added = next(claim for claim in debate.claims if debate.claims[claim].text == "No.")
    assert added in unrated_claims(debate, "sun")
    assert added not in unrated_claims(debate, "rain")
    assert unrated_claims(debate, "plants") == ["plants", "roots"]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_beneath_a_thesis_as_many_claims_come_as_its_verdict_rests_on(path: Path) -> None:
    debate = parse(path.read_bytes()).debate
    judgement = Judgement(debate)
    for thesis in debate.header.theses:
        basis = judgement.sure_verdict(thesis).basis
        assert basis is not None
        assert rated_of(debate, "nobody", thesis) == (0, basis.claims)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_each_claim_of_a_map_is_asked_for_once(path: Path) -> None:
    debate = parse(path.read_bytes()).debate
    asked: list[str] = []
    found = ahead(debate, "nobody", debate.header.theses[0])
    while found.turns:
        for turn in found.turns:
            asked.append(turn.claim)
            debate.apply(edit.rate(debate, turn.claim, "nobody", 50))
        found = ahead(debate, "nobody", found.top, after=True)
    assert sorted(asked) == sorted(debate.claims)


def test_the_largest_difference_comes_first() -> None:
    debate = wide(3)
    for who, claim, value in (
        ("ann", "c0", 50), ("bo", "c0", 60), ("cy", "c0", 80),
        ("ann", "c1", 10), ("bo", "c1", 90),
        ("ann", "c2", 30), ("bo", "c2", 30), ("bo", "t", 5),
    ):  # fmt: skip
        debate.apply(edit.rate(debate, claim, who, value))
    assert furthest_apart(debate, "ann", debate.claims) == [
        Disagreement("c1", 10, 90.0, 1),
        Disagreement("c0", 50, 70.0, 2),
    ]
    assert len(furthest_apart(debate, "ann", debate.claims, most=1)) == 1
    assert furthest_apart(debate, "dee", debate.claims) == []
