"""Of which words a rating is: noted with it, carried along, and told where they have changed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.rating_fingerprints import RATED_AS, fingerprint, fingerprints
from debatemap.formats.native.codec import dump, parse
from debatemap.judge.stale_ratings import reworded
from debatemap.sync.diff.differences import differences
from debatemap.sync.merge.joining import join
from debatemap.sync.merge.three_way import merge3
from tests.strategies import debates, sketch, typed_texts


def rated() -> Debate:
    """Returns a debate of which ann and bo have rated a reply."""
    claims = {"t": Claim("It rains."), "a": Claim("Clouds are dark."), "b": Claim("It is wet.")}
    links = {
        "l": Link(("a",), "supports", "t", "a0"),
        "m": Link(("b",), "supports", "t", "a1"),
    }
    debate = Debate(Header("m", theses=("t",)), claims, links)
    for person, value in (("ann", 80), ("bo", 20)):
        debate.apply(edit.rate(debate, "a", person, value))
    return debate


@given(debates(least_claims=1), typed_texts, st.data())
def test_only_other_words_are_other_words(debate: Debate, text: str, data: st.DataObject) -> None:
    claim = data.draw(st.sampled_from(sorted(debate.claims)))
    debate.apply(edit.rate(debate, claim, "ann", 70))
    assert reworded(debate, claim) == ()
    said = debate.claims[claim].text
    try:
        debate.apply(edit.reword(debate, claim, text))
    except edit.EditRefusedError:
        return
    is_other = debate.claims[claim].text.split() != said.split()
    assert reworded(debate, claim) == (("ann",) if is_other else ())
    debate = parse(dump(debate)).debate
    assert reworded(debate, claim) == (("ann",) if is_other else ())
    debate.apply(edit.rate(debate, claim, "ann", 70))
    assert reworded(debate, claim) == ()


def test_each_person_rated_what_stood_there_then() -> None:
    debate = rated()
    debate.apply(edit.reword(debate, "a", "Clouds are white."))
    assert reworded(debate, "a") == ("ann", "bo")
    debate.apply(edit.rate(debate, "a", "bo", 20))
    assert reworded(debate, "a") == ("ann",)
    debate.apply(edit.reword(debate, "a", "Clouds are\n dark. "))
    assert reworded(debate, "a") == ("bo",)


def test_a_rating_from_elsewhere_has_no_mark() -> None:
    debate = Debate(Header("m"), {"a": Claim("A.")}, stances={"ann": {"a": 5}})
    assert reworded(debate, "a") == ()
    assert reworded(debate, "nothing") == ()


@pytest.mark.parametrize("odd", [3, [], "x", {"ann": 3}, {"ann": {"a": 3}}, {"ann": {"a": "x\n"}}])
def test_what_is_no_fingerprint_is_passed_over_and_stays(odd: Any) -> None:  # noqa: ANN401  (any JSON)
    header = Header("m", beside={RATED_AS: odd})
    debate = Debate(header, {"a": Claim("A.")}, stances={"ann": {"a": 5}})
    debate.apply(edit.rate(debate, "a", "ann", 6))
    debate.apply(edit.reword(debate, "a", "B."))
    assert reworded(debate, "a") == ()
    debate.apply(edit.rate(debate, "a", "ann", None))
    debate.apply(edit.delete_claim(debate, "a"))
    assert parse(dump(debate)).debate.header.beside == {RATED_AS: odd}


def test_a_rating_and_its_words_are_one_step_and_go_together() -> None:
    before = sketch("T")
    debate = sketch("T")
    change = edit.rate(debate, "T", "ann", 80)
    debate.apply(change)
    assert fingerprints(debate.header) == {"ann": {"T": fingerprint(debate.claims["T"].text)}}
    debate.apply(change.inverse())
    assert debate.header == before.header
    debate.apply(change)
    debate.apply(edit.rate(debate, "T", "ann", None))
    assert debate.header == before.header
    debate.apply(change)
    debate.apply(edit.delete_claim(debate, "T"))
    assert RATED_AS not in debate.header.beside


def test_a_step_has_no_words() -> None:
    debate = rated()
    debate.apply(edit.rate(debate, "l", "ann", 50))
    assert fingerprints(debate.header)["ann"].keys() == {"a"}


def test_words_go_with_a_rating_to_the_claim_that_takes_it_over() -> None:
    debate = rated()
    debate.apply(edit.rate(debate, "b", "bo", 90))
    debate.apply(edit.merge_claims(debate, "b", "a"))
    assert debate.stances == {"ann": {"b": 80}, "bo": {"b": 90}}
    assert reworded(debate, "b") == ("ann",)


def test_words_are_carried_with_a_branch() -> None:
    debate = rated()
    debate.apply(edit.reword(debate, "a", "Clouds are white."))
    fragment, cut = edit.cut_fragment(debate, "a", "l")
    debate.apply(cut)
    assert RATED_AS not in debate.header.beside
    debate.apply(edit.paste_fragment(debate, fragment, "b", "supports"))
    (pasted,) = debate.claims.keys() - {"t", "b"}
    assert reworded(debate, pasted) == ("ann", "bo")


def _after(debate: Debate, *ratings: tuple[str, str, float | None]) -> Debate:
    debate = parse(dump(debate)).debate
    for claim, person, value in ratings:
        debate.apply(edit.rate(debate, claim, person, value))
    return debate


def test_two_peoples_ratings_merge_with_their_words() -> None:
    base = rated()
    ours = _after(base, ("a", "ann", None), ("a", "bo", None), ("t", "cy", 5))
    theirs = _after(base, ("b", "ann", 40), ("b", "dee", 60))
    for merged in (merge3(base, ours, theirs), merge3(base, theirs, ours)):
        assert not merged.conflicts
        known = {person: set(held) for person, held in fingerprints(merged.debate.header).items()}
        assert known == {person: set(held) for person, held in merged.debate.stances.items()}
        assert parse(dump(merged.debate)).debate.header == merged.debate.header


def test_one_rating_of_two_wordings_is_of_no_known_words() -> None:
    base = rated()
    ours, theirs = _after(base), _after(base)
    for debate, text in ((ours, "Clouds are white."), (theirs, "Clouds are grey.")):
        debate.apply(edit.reword(debate, "a", text))
        debate.apply(edit.rate(debate, "a", "ann", 50))
    merged = merge3(base, ours, theirs)
    assert {conflict.path[0] for conflict in merged.conflicts} == {"claims"}
    assert fingerprints(merged.debate.header) == {"bo": {"a": fingerprint("Clouds are dark.")}}


def test_words_come_in_with_another_map() -> None:
    debate, other = rated(), rated()
    other.apply(edit.reword(other, "a", "Clouds lie."))
    other = Debate(other.header, other.claims, other.links, stances=other.stances)
    debate.apply(join(debate, other).change)
    came = next(key for key, claim in debate.claims.items() if claim.text == "Clouds lie.")
    assert came != "a"
    assert reworded(debate, came) == ("ann", "bo")
    assert reworded(debate, "a") == ()


def test_a_rating_differs_in_one_line_with_or_without_its_words() -> None:
    before = rated()
    after = _after(before, ("b", "ann", 40))
    assert [each.kind for each in differences(before, after)] == ["rated"]
    debate = _after(before)
    debate.apply(edit.reword(debate, "a", "Clouds are white."))
    again = _after(debate, ("a", "ann", 80))
    assert [each.kind for each in differences(debate, again)] == ["rated"]
