"""Many claims at once: one change, and each that is left out is named with the reason."""

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from tests.tui.maps import rain


def done(debate: Debate, bulk: edit.Bulk) -> Debate:
    before = dump(debate)
    debate.apply(bulk.change)
    debate.apply(bulk.change.inverse())
    assert dump(debate) == before, "one undo takes all of it back"
    debate.apply(bulk.change)
    return debate


def test_tags_are_added_and_taken_away() -> None:
    bulk = edit.tag_claims(rain(), ["plants", "rain", "roots"], "law, -nature, #cost")
    debate = done(rain(), bulk)
    assert [debate.claims[key].tags for key in ("plants", "rain")] == [("law", "cost")] * 2
    assert bulk.change.sentence == "Tagged 3 claims with “law”, “cost”, without “nature”"
    again = edit.tag_claims(debate, ["plants", "sun"], "law")
    assert again.edited == ("sun",)
    assert again.refused == (("plants", "it has just these tags already"),)
    with pytest.raises(edit.EditRefusedError, match="name a tag"):
        edit.tag_claims(debate, ["sun"], " , ")


def test_an_author_is_given_to_all() -> None:
    bulk = edit.sign_claims(rain(), ["plants", "rain", "gone"], "editor")
    assert bulk.edited == ("rain",)
    assert bulk.refused == (
        ("plants", "it is by that author already"),
        ("gone", "there is no claim gone"),
    )
    assert bulk.change.sentence == "Named the author of 1 claim: “editor”"


def test_all_are_rated_by_one_person() -> None:
    debate = done(rain(), edit.rate_claims(rain(), ["rain", "sun"], "ann", 70))
    assert debate.stances["ann"] == {"rain": 70, "sun": 70}
    debate = done(debate, edit.rate_claims(debate, ["rain"], "ann", None))
    assert debate.stances["ann"] == {"sun": 70}
    with pytest.raises(edit.EditRefusedError, match="0 to 100"):
        edit.rate_claims(debate, ["rain"], "ann", 101)


def test_stances_turn_once_for_joint_premises_and_not_where_a_place_is_in_doubt() -> None:
    bulk = edit.flip_claims(rain(), ["plants", "fill", "need", "floods", "rain"])
    assert bulk.edited == ("plants", "fill", "need")
    assert bulk.refused == (
        ("floods", "it stands in 2 places; do it at one of them"),
        ("rain", "it hangs on no link"),
    )
    debate = done(rain(), bulk)
    assert debate.links["l-plants"].stance == debate.links["l-wells"].stance == "attacks"
    assert edit.flip_claims(rain(), ["floods"], {"floods": "l-too"}).edited == ("floods",)


def test_all_move_with_their_stance() -> None:
    bulk = edit.move_claims(rain(), ["roots", "snow", "rain"], "sun")
    debate = done(rain(), bulk)
    assert bulk.edited == ("roots", "snow", "rain")
    assert {debate.links[x].premises[0] for x in debate.links_into("sun")} >= {"roots", "snow"}
    assert bulk.change.said == "move 3 claims under “Sun is good.”"
    refused = edit.move_claims(rain(), ["rain"], "plants").refused
    assert refused == (("rain", "that stands beneath it, and it would hang under itself"),)


def test_branches_go_and_what_stands_elsewhere_stays() -> None:
    bulk = edit.delete_claims(rain(), ["plants", "roots", "floods"])
    assert bulk.edited == ("plants", "roots")
    assert [claim for claim, _ in bulk.refused] == ["floods"]
    assert bulk.change.said == "delete 2 claims and 1 reply"
    assert done(rain(), bulk).claims.keys() == {"rain", "sun", "floods", "fill", "need", "snow"}
    everywhere = done(rain(), edit.delete_claims_everywhere(rain(), ["floods", "plants"]))
    assert everywhere.claims.keys() == {"rain", "sun", "roots", "winter", "fill", "need", "snow"}


def test_what_stays_elsewhere_is_not_said_to_be_deleted() -> None:
    here = {"floods": "l-floods"}
    bulk = edit.delete_claims(rain(), ["plants", "floods"], here)
    assert bulk.change.said == "delete 1 claim and 2 replies; 1 claim stays elsewhere"
    assert "floods" in done(rain(), bulk).claims
    alone = edit.delete_claims(rain(), ["floods"], here)
    assert alone.change.said == "take 1 claim away from its place"


def test_several_are_merged_as_one_change() -> None:
    debate = rain()
    change = edit.merge_all(debate, "plants", ["roots", "snow"])
    debate.apply(change)
    assert "roots" not in debate.claims
    assert "snow" not in debate.claims
    assert change.said.startswith("merge 2 claims into “Plants grow.”; the link between them")
    debate.apply(change.inverse())
    assert dump(debate) == dump(rain())


def test_claims_are_grouped_under_a_new_one() -> None:
    debate = rain()
    debate.apply(edit.rate(debate, "l-plants", "ann", 30))
    change = edit.group_claims(debate, ["l-wells", "l-plants"], "It is useful.")
    debate.apply(change)
    (new,) = (key for key, (before, _) in change.claims.items() if before is None)
    assert change.sentence == "Grouped 3 claims under “It is useful.”"
    assert debate.links_into(new) == ["l-plants", "l-wells"]
    assert debate.links_into("l-plants") == ["l-winter"], "what was said of the step stays"
    assert debate.stances["ann"] == {"l-plants": 30}
    first = debate.links[debate.links_into("rain")[0]]
    assert (first.premises, first.stance, first.pos) == ((new,), "supports", "a0")


@pytest.mark.parametrize(
    ("links", "words"),
    [
        (["l-plants", "l-floods"], "some are pros"),
        (["l-plants", "l-too"], "different claims"),
        ([], "has no place"),
        (["none"], "has no place"),
    ],
)
def test_what_does_not_go_together_is_not_grouped(links: list[str], words: str) -> None:
    with pytest.raises(edit.EditRefusedError, match=words):
        edit.group_claims(rain(), links, "All.")


def test_joint_premises_are_told_of_and_move_once() -> None:
    alone = edit.flip_claims(rain(), ["plants", "fill"])
    assert alone.change.said == "turn the stance of 2 claims with 1 joint premise"
    assert alone.joined["fill"] == ["need"]
    both = edit.move_claims(rain(), ["fill", "need"], "sun")
    assert (both.edited, both.refused) == (("fill", "need"), ())
    assert both.change.said == "move 2 claims under “Sun is good.”"
    one = edit.move(rain(), "fill", "l-wells", "sun")
    assert one.said == "move “Wells fill.” with “We need wells.” under “Sun is good.”"


def test_what_a_deletion_everywhere_takes_and_leaves_is_told() -> None:
    bulk = edit.delete_claims_everywhere(rain(), ["plants", "floods"])
    assert bulk.change.question == (
        "Delete 2 claims everywhere, with 5 links? 2 claims will be unplaced."
    )


def test_wide_words_are_told_whole() -> None:
    author = "東京大学環境研究所の山田太郎"
    bulk = edit.sign_claims(rain(), ["rain"], author)
    assert bulk.change.sentence == f"Named the author of 1 claim: “{author}”"
