"""What stands around some claims, as it is shown before and after an edit."""

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.neighbourhood import neighbourhood, tops_of
from tests.strategies import sketch


def test_theses_stand_first_and_in_their_order() -> None:
    claims = {key: Claim(key) for key in "abcd"}
    debate = Debate(Header("m", theses=("d", "b")), claims, {"l": Link(("c",), "supports", "d")})
    assert tops_of(debate) == ["d", "b", "a"]


def test_other_places_of_what_stands_beneath_are_there_where_they_are_asked_for() -> None:
    debate = sketch("T V", a="A + T", b="B + A", u="U - b", w="U - V")
    assert "V" not in neighbourhood(debate, ["A", "B"]).claims
    part = neighbourhood(debate, ["A", "B"], with_places=True)
    assert "w" in part.links
    whole, shown = (edit.merge_claims(each, "A", "B") for each in (debate, part))
    debate.apply(edit.rate(debate, "B", "ann", 80))
    debate.apply(edit.rate(debate, "A", "ann", 20))
    part = neighbourhood(debate, ["A", "B"], with_places=True)
    assert edit.merge_claims(part, "A", "B").foreseen == (
        "The link between them goes. The rating of the other by ann, 80, goes."
    )
    assert shown.said == whole.said == "merge “B.” into “A.”; the link between them goes"


def test_what_is_said_of_what_is_said_of_a_link_is_there_too() -> None:
    debate = sketch("T", a="A + T", b="B + A", u="U - b", v="V - u", w="W + v")
    part = neighbourhood(debate, ["A", "B"], with_places=True)
    assert "3 claims now unplaced" in edit.merge_claims(part, "A", "B").said
