"""Joining two maps: everything of both is there, and nothing of the first has changed."""

import pytest
from hypothesis import HealthCheck, given, settings

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.scenarios import scenarios_in
from debatemap.edit import EditRefusedError
from debatemap.sync.change_between import alike
from debatemap.sync.merge.conflict import CONFLICTS, conflicts_in
from debatemap.sync.merge.joining import join
from tests.soundness import assert_sound, fresh, picture
from tests.strategies import debates, sketch


def joined(debate: Debate, other: Debate) -> tuple[Debate, dict[str, str]]:
    result = join(debate, other)
    both = fresh(debate)
    both.apply(result.change)
    return both, result.renamed


@settings(suppress_health_check=list(HealthCheck))
@given(debates(), debates())
def test_both_are_there_and_the_first_is_as_it_was(debate: Debate, other: Debate) -> None:
    if conflicts_in(other):
        return
    untouched = picture(debate)
    both, renamed = joined(debate, other)
    assert picture(debate) == untouched
    for table in ("claims", "links", "sources"):
        records, now = getattr(debate, table), getattr(both, table)
        assert all(alike(now[key], record) for key, record in records.items())
        brought = {renamed.get(key, key) for key in getattr(other, table)}
        assert now.keys() == records.keys() | brought
    for key, link in other.links.items():
        there = both.links[renamed.get(key, key)]
        assert there.stance == link.stance
        assert there.target == renamed.get(link.target, link.target)
        assert there.premises == tuple(renamed.get(p, p) for p in link.premises)
    thesis = {renamed.get(key, key) for key in other.header.theses}
    assert set(both.header.theses) == {*debate.header.theses, *thesis}
    assert both.header.theses[: len(debate.header.theses)] == tuple(
        dict.fromkeys(debate.header.theses)
    )


def test_a_joined_map_is_sound_and_one_step() -> None:
    debate = sketch("T", p="P + T", c="C - T")
    other = sketch("S", p="Q + S", u="U - p")
    change = join(debate, other).change
    both = fresh(debate)
    both.apply(change)
    assert_sound(both, debate)
    assert change.said == "join “a map” with 3 claims"
    both.apply(change.inverse())
    assert picture(both) == picture(debate)


def test_a_map_joined_with_itself_is_the_same_map() -> None:
    debate = sketch("T", p="P + T", u="U - p", c="C D - T")
    assert join(debate, debate) == (Change("join “a map” with 5 claims"), {}, [])


def test_what_names_a_renamed_claim_follows_it() -> None:
    debate = sketch("T", p="P + T")
    other = Debate(
        Header("other", theses=("T",)),
        {"T": Claim("Something else."), "P": Claim("P."), "U": Claim("U.")},
        {"p": Link(("P",), "supports", "T"), "u": Link(("U",), "attacks", "p")},
        stances={"Ada": {"T": 70}},
    )
    both, renamed = joined(debate, other)
    assert set(renamed) == {"T", "p", "u"} - {"u"}
    assert both.header.theses == ("T", renamed["T"])
    assert both.links[renamed["p"]] == Link(("P",), "supports", renamed["T"])
    assert both.links["u"].target == renamed["p"]
    assert both.stances["Ada"] == {renamed["T"]: 70}


def test_sources_with_one_id_are_told_apart_and_citations_follow() -> None:
    cited = Claim("A.", sources=(Citation("s"),))
    debate = Debate(Header("m"), {}, sources={"s": Source("Ada")})
    other = Debate(Header("o"), {"a": cited}, sources={"s": Source("Bob")})
    both, renamed = joined(debate, other)
    assert both.claims["a"].sources[0].ref == renamed["s"]
    assert both.sources == {"s": Source("Ada"), renamed["s"]: Source("Bob")}


def test_own_values_stand_and_the_others_are_named() -> None:
    header = Header("m", "Mine", extra={"x": 1}, beside={"y": 1})
    debate = Debate(header, {"a": Claim("A.")}, stances={"Ada": {"a": 10}})
    header = Header("o", "Other", extra={"x": 2, "z": 3}, beside={"y": 1})
    other = Debate(header, {"a": Claim("A.")}, stances={"Ada": {"a": 90}})
    result = join(debate, other)
    assert result.left_out == ["the field map.x", "how far Ada holds a: 90"]
    both = fresh(debate)
    both.apply(result.change)
    assert both.header == Header("m", "Mine", extra={"x": 1, "z": 3}, beside={"y": 1})
    assert both.stances == {"Ada": {"a": 10}}


def test_scenarios_of_both_are_there_and_speak_of_what_was_renamed() -> None:
    odd = {"Dry": {"T": "true"}, "Odd": 1}
    header = Header("m", theses=("T",), beside={"scenarios": odd, "y": 1})
    debate = Debate(header, {"T": Claim("T.")})
    brought = {"Dry": {"T": "false"}, "Wet": {"T": "absent", "P": "true"}, "Odd": 1}
    other = Debate(
        Header("o", beside={"scenarios": brought, "x": 2}),
        {"T": Claim("Something else."), "P": Claim("P.")},
    )
    result = join(debate, other)
    assert result.left_out == ["the scenario Dry"]
    both = fresh(debate)
    both.apply(result.change)
    assert both.header.beside == {
        "scenarios": {**odd, "Wet": {result.renamed["T"]: "absent", "P": "true"}},
        "x": 2,
        "y": 1,
    }
    alone = join(sketch("T"), other)
    assert not alone.left_out
    joined_alone = fresh(sketch("T"))
    joined_alone.apply(alone.change)
    own = alone.renamed["T"]
    assert scenarios_in(joined_alone.header)["Wet"] == {own: "absent", "P": "true"}


def test_a_map_with_conflicts_is_refused() -> None:
    other = Debate(Header("o", beside={CONFLICTS: [{"path": ["map", "title"], "values": []}]}))
    with pytest.raises(EditRefusedError, match="settle"):
        join(sketch("T"), other)
