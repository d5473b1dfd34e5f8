from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, new_id
from debatemap.core.renamed_ids import with_other_ids
from debatemap.sync.change_between import compare
from debatemap.sync.imports.alignment import aligned
from debatemap.sync.imports.matching import same_claims
from tests.strategies import debates, sketch


def _texts(debate: Debate) -> dict[str, str]:
    return {key: claim.text for key, claim in debate.claims.items()}


def _renamed(debate: Debate, names: dict[str, str]) -> Debate:
    return with_other_ids(debate, claims=names, links=names, sources=names)


def _with_text(debate: Debate, key: str, text: str) -> Debate:
    claims = {**debate.claims, key: Claim(text)}
    return Debate(debate.header, claims, debate.links, debate.sources, debate.stances)


def _tree(**texts: str) -> Debate:
    """Returns a thesis T with pros p and q and a con c beneath p."""
    debate = sketch("T", l="p + T a0", m="q + T a1", n="c - p a0")
    for key, text in texts.items():
        debate = _with_text(debate, key, text)
    return debate


@given(debates(), st.booleans())
def test_a_file_that_did_not_change_is_the_same_as_before(debate: Debate, has_ids: bool) -> None:  # noqa: FBT001  (hypothesis gives it)
    names = {key: new_id() for key in (*debate.claims, *debate.links, *debate.sources)}
    if has_ids:
        names = {}
    texts = set(_texts(debate).values())
    if len(texts) < len(debate.claims) and not has_ids:
        # Two claims of one text at one place cannot be told apart without ids.
        return
    again = aligned(debate, _renamed(debate, names), (), has_ids=has_ids)
    assert again.claims.keys() == debate.claims.keys()
    assert _texts(again) == _texts(debate)
    assert again.header.theses == debate.header.theses


def test_positions_and_links_stay_where_nothing_changed() -> None:
    debate = _tree(T="Trains run.", p="Many use them.", q="They are quiet.", c="Few use them.")
    names = {key: f"new-{key}" for key in (*debate.claims, *debate.links)}
    again = aligned(debate, _renamed(debate, names), (), has_ids=False)
    assert not compare(debate, again)


def test_a_reworded_claim_is_known_by_its_place() -> None:
    before = _tree(T="Trains run.", p="Many use them.", q="They are quiet.", c="Few use them.")
    after = _with_text(before, "p", "Very many use them now.")
    names = {key: f"new-{key}" for key in (*after.claims, *after.links)}
    found = same_claims(before, _renamed(after, names), has_ids=False)
    assert found["new-p"] == "p"
    assert found["new-c"] == "c"


def test_a_claim_that_was_moved_keeps_its_link_and_what_is_said_of_it() -> None:
    before = _tree(T="Trains run.", p="Many use them.", q="They are quiet.", c="Few use them.")
    links = {**before.links, "n": before.links["n"]._replace(target="q")}
    after = Debate(before.header, before.claims, links)
    names = {key: f"new-{key}" for key in (*after.claims, *after.links)}
    again = aligned(before, _renamed(after, names), (), has_ids=False)
    assert again.links["n"].target == "q"
    assert again.links.keys() == before.links.keys()


def test_a_claim_that_was_moved_and_reworded_a_little_is_known() -> None:
    text = "Few people would use them in winter."
    before = _tree(T="Trains run.", p="Many use them.", q="They are quiet.", c=text)
    links = {**before.links, "n": before.links["n"]._replace(target="q")}
    after = _with_text(
        Debate(before.header, before.claims, links), "c", "Few people use them in winter."
    )
    names = {key: f"new-{key}" for key in (*after.claims, *after.links)}
    assert same_claims(before, _renamed(after, names), has_ids=False)["new-c"] == "c"


def test_a_claim_of_quite_other_words_is_a_new_one() -> None:
    before = _tree(T="Trains run.", p="Many use them.", q="They are quiet.", c="Few use them.")
    after = _with_text(before, "q", "Freight needs the tracks at night, and pays for them.")
    names = {key: f"new-{key}" for key in (*after.claims, *after.links)}
    assert "new-q" not in same_claims(before, _renamed(after, names), has_ids=False)


def test_two_claims_of_one_text_are_told_by_what_they_answer() -> None:
    before = _tree(T="Trains run.", p="No.", q="They are quiet.", c="No.")
    names = {"p": "a", "c": "b", "q": "x", "T": "y"}
    found = same_claims(before, _renamed(before, names), has_ids=False)
    assert found == {"a": "p", "b": "c", "x": "q", "y": "T"}


def test_a_number_that_went_to_another_claim_takes_nothing_along() -> None:
    before = Debate(Header("m", theses=("n1",)), {"n1": Claim("One.")})
    after = Debate(
        Header("m", theses=("n1", "n2")), {"n1": Claim("Quite new."), "n2": Claim("One.")}
    )
    again = aligned(before, after, (), has_ids=False)
    assert again.claims["n1"].text == "One."
    assert sorted(_texts(again).values()) == ["One.", "Quite new."]


def test_what_is_new_gets_no_id_that_the_map_uses() -> None:
    before = Debate(Header("m", theses=("n1",)), {"n1": Claim("One.")})
    after = Debate(Header("m", theses=("n1", "n2")), {"n1": Claim("One."), "n2": Claim("Two.")})
    again = aligned(before, after, {"n2"}, has_ids=True)
    assert "n2" not in again.claims
    assert sorted(_texts(again).values()) == ["One.", "Two."]
