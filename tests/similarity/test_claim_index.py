"""The index of a map's claims: kept up with edits, in any order, and what it finds."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.edit import EditRefusedError
from debatemap.similarity import SimilarClaims, likely_pairs, similar
from tests.edit.verbs import changes, steady_ids
from tests.strategies import debates, sketch

_WORDS = "uniforms save money families bullying schools reduce not fair unfair 12 Norway tax"
_texts = st.lists(st.sampled_from(_WORDS.split()), max_size=6).map(" ".join)
_maps = st.dictionaries(st.sampled_from("abcdefgh"), _texts, max_size=8)
_EDITING = ("add_reply", "reword", "delete_claim", "merge_claims")


def _debate(texts: dict[str, str]) -> Debate:
    return Debate(Header("m"), {key: Claim(text) for key, text in texts.items()})


@given(_maps, _texts, st.randoms())
def test_the_order_of_the_claims_does_not_matter(
    texts: dict[str, str], typed: str, any_order: Random
) -> None:
    turned = dict(sorted(texts.items(), key=lambda _: any_order.random()))
    found = [
        similar(typed, "", SimilarClaims(debate), debate, enough=0.2)
        for debate in (_debate(texts), _debate(turned))
    ]
    assert found[0] == found[1]


@given(debates(least_claims=2), st.lists(st.sampled_from(_EDITING), max_size=4), _texts, st.data())
def test_an_index_that_follows_edits_is_the_one_built_anew(
    debate: Debate, verbs: list[str], typed: str, data: st.DataObject
) -> None:
    index = SimilarClaims(debate)
    with steady_ids():
        for verb in verbs:
            try:
                change = data.draw(changes(debate, verb))()
            except EditRefusedError:
                continue
            for step in data.draw(st.sampled_from([[change], [change, change.inverse()]])):
                debate.apply(step)
                index.follow(step)
    new = SimilarClaims(debate)
    for text in (typed, *(claim.text for claim in debate.claims.values())):
        assert similar(text, "", index, debate, 50, enough=0.1) == similar(
            text, "", new, debate, 50, enough=0.1
        )


@given(_maps, _texts)
def test_what_is_found_comes_nearest_first_and_only_what_is_near(
    texts: dict[str, str], typed: str
) -> None:
    debate = _debate(texts)
    found = similar(typed, "", SimilarClaims(debate), debate, 3)
    assert len(found) <= 3
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
    assert all(each.score >= 0.55 for each in found)


def test_what_replies_to_the_same_comes_before_what_replies_to_another() -> None:
    debate = Debate(
        Header("m", theses=("t", "s")),
        {"t": Claim("Trams should be free."), "s": Claim("Museums should open at night.")},
    )
    for parent in ("s", "t"):
        debate.apply(edit.add_reply(debate, parent, "attacks", "It costs the city too much."))
    index = SimilarClaims(debate)
    found = similar(
        "The city would pay too much", "Trams should be free.", index, debate, enough=0.3
    )
    assert found[0].score > found[1].score
    first = next(iter(debate.links_from(found[0].claim)))
    assert debate.links[first].target == "t"


def test_very_common_words_are_found_too() -> None:
    texts = {f"c{n}": f"The city needs a tram, line {n}." for n in range(25_000)}
    texts["x"] = "A tram is what the city needs most."
    debate = _debate(texts)
    index = SimilarClaims(debate)
    assert index.candidates(["citi", "tram"])


def test_pairs_that_are_known_to_differ_are_left_out() -> None:
    debate = _debate(
        {
            "a": "School uniforms save families money.",
            "b": "Families save money with school uniforms.",
            "c": "School uniforms don't save families money.",
            "d": "Something else entirely.",
        }
    )
    assert [(p.first, p.second) for p in likely_pairs(debate)] == [("a", "b")]
    assert likely_pairs(debate, without={("a", "b")}) == []


def test_an_objection_is_no_pair_with_what_it_is_against() -> None:
    debate = sketch("T", p="A + T", u="B - p", c="C - A", b="D + A")
    same = {key: Claim("Uniforms save families money.") for key in "ABCD"}
    debate = Debate(debate.header, {**debate.claims, **same}, debate.links)
    assert {(p.first, p.second) for p in likely_pairs(debate)}.isdisjoint({("A", "B"), ("A", "C")})
    assert ("A", "D") in {(p.first, p.second) for p in likely_pairs(debate)}


def test_the_same_words_are_a_pair_however_few_or_common_they_are() -> None:
    texts = {f"c{n:02}": "It costs a lot." for n in range(70)}
    pairs = likely_pairs(_debate({**texts, "d": "Costs!"}))
    assert {(p.first, p.second) for p in pairs} >= {("c00", key) for key in texts if key != "c00"}
    assert all(pair.score == 1 for pair in pairs)


def test_a_negation_that_comes_first_hides_no_pair() -> None:
    texts = {
        "a": "Uniforms don’t save money.",
        "b": "Uniforms save money.",
        "c": "A uniform saves money.",
    }
    assert [(p.first, p.second) for p in likely_pairs(_debate(texts))] == [("b", "c")]


@given(_maps, st.randoms())
def test_the_order_of_the_claims_makes_no_other_pairs(
    texts: dict[str, str], any_order: Random
) -> None:
    turned = dict(sorted(texts.items(), key=lambda _: any_order.random()))
    one, other = (
        {(frozenset(pair[:2]), pair.score) for pair in likely_pairs(_debate(each), enough=0.3)}
        for each in (texts, turned)
    )
    same = {frozenset(pair) for pair, score in one ^ other if score == 1}
    # Of claims that say the same, which one is the first is a matter of the order.
    assert {pair for pair, _ in one ^ other} <= same
