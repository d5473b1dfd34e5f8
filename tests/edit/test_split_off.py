"""A branch as a map of its own, with what was rated there; the claim stays and names it."""

import pytest

from debatemap import edit
from debatemap.core.model import Claim
from debatemap.core.other_map import OtherMap, other_map_of, with_other_map
from debatemap.formats.native.codec import dump, parse
from tests.soundness import assert_sound
from tests.tui.maps import rain


def test_the_branch_goes_and_the_claim_stays() -> None:
    debate = rain()
    for node in ("roots", "floods"):
        debate.apply(edit.rate(debate, node, "ann", 30))
    made = edit.split_off(debate, "plants", "plants.json")
    new = made.debate
    assert_sound(new, new)
    assert (new.header.title, new.header.theses) == ("Plants grow.", ("plants",))
    assert new.claims.keys() == {"plants", "roots"}
    assert new.claims["plants"] == debate.claims["plants"]
    assert new.sources == debate.sources
    assert new.stances == {"ann": {"roots": 30}}
    before = dump(debate)
    debate.apply(made.change)
    assert "roots" not in debate.claims
    assert "winter" in debate.claims, "what is said of the step to the claim above stays"
    assert debate.stances == {"ann": {"floods": 30}}
    named = OtherMap("plants.json", new.header.id, "plants")
    assert other_map_of(parse(dump(debate), "map").debate.claims["plants"]) == named
    assert made.change.sentence == "Moved 1 claim beneath “Plants grow.” to plants.json"
    debate.apply(made.change.inverse())
    assert dump(debate) == before


def test_what_stands_elsewhere_stays_in_both() -> None:
    debate = rain()
    made = edit.split_off(debate, "sun", "sun.json")
    debate.apply(made.change)
    assert "floods" in debate.claims
    assert "floods" in made.debate.claims
    assert not debate.links_into("sun")


def test_what_cannot_be_split_off_is_refused() -> None:
    debate = rain()
    with pytest.raises(edit.EditRefusedError, match="nothing stands beneath"):
        edit.split_off(debate, "snow", "x.json")
    debate.apply(edit.connect(debate, "plants", "roots", "supports"))
    with pytest.raises(edit.EditRefusedError, match="beneath itself"):
        edit.split_off(debate, "plants", "x.json")


@pytest.mark.parametrize("value", [1, "x", {}, {"file": "", "map": "m", "claim": "c"}, {"file": 1}])
def test_what_is_no_reference_is_none(value: object) -> None:
    assert other_map_of(Claim("A.", extra={"x-map": value})) is None
    assert with_other_map(Claim("A.", extra={"x-map": value}), None) == Claim("A.")


def test_what_stays_here_too_is_counted() -> None:
    made = edit.split_off(rain(), "rain", "rain.json")
    assert (made.beneath, made.staying) == (6, 1)
    assert made.change.sentence.endswith("to rain.json; 1 of them stays here, too")
