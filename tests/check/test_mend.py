"""What `check --fix` mends, and that it mends no more."""

from hypothesis import given

from debatemap.check import LINTS, inspect, mend
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link, Source
from debatemap.formats.native.codec import dump, parse
from tests.strategies import debates

MENDABLE = {lint.code for lint in LINTS if lint.mend is not None}


def test_one_change_mends_all() -> None:
    claims = {"t": Claim("It \x07rains.", tags=("\u200b", "wet")), "a": Claim("Dry.")}
    links = {"l": Link(("a", "t", "a"), "attacks", "gone")}
    debate = Debate(
        Header("m", "Rain\x7f", ("t", "gone", "t", "l")),
        claims,
        links,
        {"s": Source("A\x9bda")},
        {"B\u202eob": {"t": 70}},
    )
    change = mend(debate)
    debate.apply(change)
    assert change.said == (
        "drop 2 theses that do not exist, name each premise and thesis once in 2 lists, "
        "clean 5 texts"
    )
    assert debate.header == Header("m", "Rain", ("t",))
    assert debate.claims["t"] == Claim("It rains.", tags=("wet",))
    assert debate.links["l"].premises == ("a", "t")
    assert debate.sources["s"].author == "Ada"
    assert dict(debate.stances) == {"Bob": {"t": 70}}


def test_two_people_are_not_made_one() -> None:
    debate = Debate(Header("m"), {"t": Claim("T.")}, {}, {}, {"Bob": {"t": 1}, "Bo\x00b": {"t": 2}})
    assert not mend(debate)


@given(debates())
def test_what_was_mended_is_not_found_again(debate: Debate) -> None:
    people = set(debate.stances)
    before = dump(debate)
    change = mend(debate)
    debate.apply(change)
    left = [finding for lint, finding in inspect(debate) if lint.code in MENDABLE]
    assert all(finding.place.removeprefix("stances.") in people for finding in left)
    assert parse(dump(debate)).debate.claims == debate.claims
    debate.apply(change.inverse())
    assert dump(debate) == before


@given(debates())
def test_what_is_left_out_is_not_mended(debate: Debate) -> None:
    assert not mend(debate, without=MENDABLE)
    assert not MENDABLE & {lint.code for lint, _ in inspect(debate, without=MENDABLE)}
