"""Claims that are carried from one map into another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.edit import EditRefusedError
from tests.soundness import assert_sound, fresh, picture
from tests.strategies import debates, sketch


def _cited(*claims: str, source: Source, ref: str = "s", map_id: str = "m") -> Debate:
    records = {key: Claim(f"{key}.", "a note", sources=(Citation(ref, "q"),)) for key in claims}
    return Debate(Header(map_id, theses=claims[:1]), records, {}, {ref: source})


def test_a_branch_comes_with_its_links_and_undercuts_under_its_own_ids() -> None:
    here, there = sketch("T", p="P + T", a="A C + P", u="U - a", z="Z - T"), sketch("X")
    change = edit.paste_parcel(there, edit.pack(here, ["P"], "attacks"), "X")
    assert set(change.claims) == {"P", "A", "C", "U"}
    assert {"a", "u"} <= set(change.links)
    there.apply(change)
    [link] = there.links_into("X")
    assert there.links[link][:3] == (("P",), "attacks", "X")
    assert there.links["a"] == here.links["a"]
    assert change.said == "paste “P.” and 3 more claims from another map"


def test_ids_that_clash_are_given_anew() -> None:
    here, there = sketch("T", p="P + T", a="A + P"), sketch("P", a="B + P")
    change = edit.paste_parcel(there, edit.pack(here, ["P"]), "P")
    before = fresh(there)
    there.apply(change)
    assert_sound(there, before)
    assert all(there.claims[key] == claim for key, claim in before.claims.items())
    assert sorted(claim.text for claim in there.claims.values()) == ["A.", "B.", "P.", "P."]


def test_a_source_that_is_there_already_is_cited_and_not_doubled() -> None:
    source = Source("Ada", "Notes", "https://example.org")
    here = _cited("A", "B", source=source)
    there = _cited("X", source=source._replace(title="notes "), ref="other", map_id="n")
    there.apply(edit.paste_parcel(there, edit.pack(here, ["A", "B"]), "X"))
    assert set(there.sources) == {"other"}
    assert there.claims["A"].sources == (Citation("other", "q"),)
    assert there.claims["A"].note == "a note"


def test_another_source_of_the_same_id_gets_an_id_of_its_own() -> None:
    here = _cited("A", source=Source("Ada", "Notes"))
    there = _cited("X", source=Source("Bo", "Letters"), map_id="n")
    there.apply(edit.paste_parcel(there, edit.pack(here, ["A"]), "X"))
    assert {source.author for source in there.sources.values()} == {"Ada", "Bo"}
    [citation] = there.claims["A"].sources
    assert there.sources[citation.ref].author == "Ada"


def test_a_citation_of_a_source_that_its_map_lacks_comes_to_cite_no_other() -> None:
    here = Debate(Header("m", theses=("A",)), {"A": Claim("A.", sources=(Citation("s", "q"),))})
    there = _cited("X", source=Source("Bo", "Letters"), map_id="n")
    there.apply(edit.paste_parcel(there, edit.pack(here, ["A"]), "X"))
    assert there.claims["A"].sources == ()


def test_a_set_of_claims_comes_with_the_links_inside_it_alone() -> None:
    here = sketch("T", p="P + T", a="A + P", b="B + A", c="C - P")
    parcel = edit.pack(here, ["B", "A", "C"], whole=False)
    assert (parcel.tops, set(parcel.links)) == (("A", "C"), {"b"})
    there = Debate(Header("n"))
    there.apply(edit.paste_parcel(there, parcel, None))
    assert there.header.theses == ("A", "C")
    assert there.links_into("A") == ["b"]


def test_of_a_cycle_the_first_claim_is_the_top() -> None:
    here = sketch("T", p="P + T", a="A + P", b="P - A")
    assert edit.pack(here, ["P", "A"], whole=False).tops == ("P",)


def test_what_is_not_there_is_refused() -> None:
    here = sketch("T")
    with pytest.raises(EditRefusedError, match="there is no claim none"):
        edit.pack(here, ["none"])
    with pytest.raises(EditRefusedError, match="there is no claim or link none"):
        edit.paste_parcel(here, edit.pack(here, ["T"]), "none")
    with pytest.raises(EditRefusedError, match="no claim to paste"):
        edit.paste_parcel(here, edit.pack(here, []), None)


@given(debates(), debates(), st.data())
def test_whatever_is_carried_leaves_both_maps_sound(
    here: Debate, there: Debate, data: st.DataObject
) -> None:
    claims = (
        data.draw(st.lists(st.sampled_from(sorted(here.claims)), max_size=4, unique=True))
        if here.claims
        else []
    )
    if not claims:
        return
    parcel = edit.pack(here, claims, whole=data.draw(st.booleans()))
    assert set(claims) <= set(parcel.claims)
    ends = {end for link in parcel.links.values() for end in (*link.premises, link.target)}
    assert ends <= {*parcel.claims, *parcel.links}
    target = data.draw(st.sampled_from([None, *there.claims, *there.links]))
    before, bits = fresh(there), picture(there)
    change = edit.paste_parcel(there, parcel, target)
    there.apply(change)
    assert_sound(there, before)
    assert len(there.claims) == len(before.claims) + len(parcel.claims)
    assert len(there.links) >= len(before.links) + len(parcel.links)
    assert all(there.claims[key] == claim for key, claim in before.claims.items())
    there.apply(change.inverse())
    assert picture(there) == bits
