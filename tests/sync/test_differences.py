"""Differences: each edit in exactly one, in reading order, one for each thing that was done."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core import reading_order
from debatemap.core.change import HEADER, Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.rating_fingerprints import without_fingerprints
from debatemap.sync.change_between import compare
from debatemap.sync.diff.difference import Difference
from debatemap.sync.diff.differences import differences, grouped
from debatemap.sync.diff.positions import standings
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.soundness import fresh, records
from tests.strategies import chain, debates, ladder, sketch, star


def changed(debate: Debate, *made: Change) -> Debate:
    """Returns another debate, with changes put into effect one after the other."""
    after = fresh(debate)
    for change in made:
        after.apply(change)
    return after


def kinds(before: Debate, after: Debate) -> list[tuple[str, str]]:
    return [(found.kind, found.id) for found in differences(before, after)]


def remade(before: Debate, found: list[Difference]) -> dict[str, Any]:
    """Returns the records that all the edits of differences make of a debate's."""
    # Which words were rated is in no edit of the header.
    tables = records(before) | {"header": {HEADER: without_fingerprints(before.header)}}
    theses = list(before.header.theses)
    places = []
    for made in (made for difference in found for made in difference.edits):
        table = tables[made.table]
        if made.field.startswith("theses."):
            claim = made.field.removeprefix("theses.")
            if made.after is None:
                theses = [thesis for thesis in theses if thesis != claim]
            else:
                places.append((made.after, claim))
        elif made.field == "theses":
            order = [thesis for thesis in made.after if thesis in made.before]
            theses = [thesis for thesis in order if thesis in theses]
        elif not made.field:
            assert table.get(made.id) == made.before
            table[made.id] = made.after
        elif made.table == "stances":
            table[made.id] = {**(table.get(made.id) or {}), made.field: made.after}
        else:
            assert getattr(table[made.id], made.field) == made.before
            table[made.id] = table[made.id]._replace(**{made.field: made.after})
    for place, claim in sorted(places):
        theses.insert(place, claim)
    header = tables["header"][HEADER]._replace(theses=tuple(theses))
    return tidy({**tables, "header": header})


def tidy(tables: dict[str, Any]) -> dict[str, Any]:
    """Returns records without those that are gone, and without people who rate nothing.

    Which words were rated belongs to the rating, and is told with it.
    """
    tables = {
        name: {key: value for key, value in table.items() if value is not None}
        if name != "header"
        else table
        for name, table in tables.items()
    }
    held = {
        person: {node: value for node, value in ratings.items() if value is not None}
        for person, ratings in tables["stances"].items()
    }
    return tables | {
        "header": without_fingerprints(tables["header"]),
        "stances": {person: ratings for person, ratings in held.items() if ratings},
    }


def unmarked(debate: Debate) -> Debate:
    """Returns the debate without what it knows of the words that were rated."""
    other = fresh(debate)
    header = without_fingerprints(other.header)
    other.apply(Change(header={HEADER: (other.header, header)}))
    return other


def assert_told(before: Debate, after: Debate) -> None:
    """Asserts that differences hold each edit once, stand in order and fall into groups."""
    found = differences(before, after)
    change = compare(unmarked(before), unmarked(after))
    named = {(made.table, made.id) for difference in found for made in difference.edits}
    assert named == {(table, key) for table, key, _, _ in change.edits()}
    assert len({(e.table, e.id, e.field) for d in found for e in d.edits}) == sum(
        len(difference.edits) for difference in found
    )
    assert remade(before, found) == tidy(records(after))
    assert all(d.claim in after.claims for d in found if d.claim)
    groups = grouped(before, after, found)
    assert sum(len(group.differences) for group in groups) == len(found)
    assert len({group[:3] for group in groups}) == len(groups)
    for group in groups:
        places = [found.index(difference) for difference in group.differences]
        assert places == sorted(places)


@given(debates(), debates())
def test_any_two_debates(before: Debate, after: Debate) -> None:
    assert_told(before, after)


@given(debates())
def test_a_debate_does_not_differ_from_itself(debate: Debate) -> None:
    assert differences(debate, fresh(debate)) == []


@given(st.data(), debates(least_claims=2), st.lists(st.sampled_from(sorted(VERBS)), max_size=3))
def test_what_verbs_do(data: st.DataObject, before: Debate, verbs: list[str]) -> None:
    after = fresh(before)
    with steady_ids():
        for verb in verbs:
            change = attempt(data.draw(changes(after, verb), label=verb))
            if isinstance(change, Change):
                after.apply(change)
    assert_told(before, after)
    assert_told(after, before)


@given(debates())
def test_standings_are_in_reading_order(debate: Debate) -> None:
    found = standings(debate)
    assert list(found) == list(reading_order.read(debate).order)
    assert [standing.order for standing in found.values()] == [*range(len(found))]


def test_a_claim_and_its_link_came_as_one() -> None:
    before = sketch("T", p="P + T a0")
    after = changed(before, edit.add_reply(before, "T", "attacks", "No."))
    (found,) = differences(before, after)
    assert (found.kind, found.table, found.field, found.before) == ("added", "claims", "", None)
    assert found.after == Claim("No.")
    assert found.claim == found.id
    assert found.link is not None
    assert [made.table for made in found.edits] == ["claims", "links"]


def test_a_claim_with_two_new_links_came_once_and_is_linked_once() -> None:
    before, after = sketch("T U"), sketch("T U", p="P + T", q="P - U")
    assert kinds(before, after) == [("added", "P"), ("linked", "q")]


def test_joint_premises_come_and_go_together() -> None:
    before, after = sketch("T"), sketch("T", p="P Q + T")
    (came,) = differences(before, after)
    assert [made.id for made in came.edits] == ["P", "Q", "p"]
    (went,) = differences(after, before)
    assert (went.kind, went.claim, went.link) == ("removed", "T", "p")
    assert went.edits == tuple(made.inverse() for made in came.edits)


def test_what_joins_a_step_comes_with_it() -> None:
    before = sketch("T", p="P + T")
    (found,) = differences(before, sketch("T", p="P Q + T"))
    assert [(made.id, made.field) for made in found.edits] == [("Q", ""), ("p", "premises")]


def test_a_claim_that_went_took_its_links_and_ratings() -> None:
    before = sketch("T U", p="P + T", q="P - U")
    rated = changed(before, edit.rate(before, "P", "Ada", 70))
    rated.apply(edit.rate(rated, "T", "Ada", 5))
    after = changed(rated, edit.delete_claim(rated, "P"))
    (found,) = differences(rated, after)
    assert found.kind == "removed"
    assert {(made.table, made.id, made.field) for made in found.edits} == {
        ("claims", "P", ""),
        ("links", "p", ""),
        ("links", "q", ""),
        ("stances", "Ada", "P"),
    }


def test_what_went_stands_after_what_preceded_it() -> None:
    before = sketch("T", p="P + T a0", r="R + P", q="Q + T a1", s="S + T a2", x="X + Q")
    after = sketch("T", p="P + T a0", r="R + P", s="S + T a2")
    after = changed(after, *(edit.reword(after, c, f"{c} again.") for c in "TPRS"))
    told = ["T", "P", "R", "Q", "X", "S"]
    assert [found.id for found in differences(before, after)] == told


def test_another_target_of_the_same_link_is_a_move() -> None:
    before, after = sketch("T U", p="P + T a0"), sketch("T U", p="P - U a1")
    (found,) = differences(before, after)
    assert found.kind == "moved"
    assert [made.field for made in found.edits] == ["target", "stance", "pos"]


def test_another_link_in_the_place_of_the_only_one_is_a_move() -> None:
    before, after = sketch("T U", p="P + T"), sketch("T U", q="P + U")
    (found,) = differences(before, after)
    assert (found.kind, [made.id for made in found.edits]) == ("moved", ["p", "q"])
    more = sketch("T U V", q="P + U", v="P + V")
    assert [kind for kind, _ in kinds(sketch("T U V", p="P + T", v="P + V"), more)] == [
        "linked",
        "unlinked",
    ]


def test_another_stance_is_a_flip() -> None:
    assert kinds(sketch("T", p="P + T"), sketch("T", p="P - T")) == [("flipped", "p")]


def test_an_order_is_told_once_and_only_where_it_differs() -> None:
    before = sketch("T", p="P + T a0", q="Q + T a1", r="R + T a2")
    up = changed(before, edit.reorder(before, "r", -2))
    assert kinds(before, up) == [("reordered", "r")]
    anew = sketch("T", p="P + T b00", q="Q + T b01", r="R + T b02")
    (found,) = differences(before, anew)
    assert (found.kind, len(found.edits)) == ("renumbered", 3)
    assert [kind for kind, _ in kinds(before, sketch("T", p="P + T a0", r="R + T a2"))] == [
        "removed"
    ]


def test_a_new_source_comes_with_the_claim_that_cites_it() -> None:
    before = sketch("T")
    after = changed(before, edit.add_source(before, "T", Source("Ada"), quote="so", at="p. 1"))
    (found,) = differences(before, after)
    assert (found.kind, [made.table for made in found.edits]) == ("cited", ["claims", "sources"])
    assert kinds(after, before) == [("uncited", "T")]
    other = changed(after, edit.set_source(after, next(iter(after.sources)), Source("Ben")))
    assert [kind for kind, _ in kinds(after, other)] == ["source"]


def test_groups_are_the_map_the_theses_and_their_branches() -> None:
    before = sketch("T U", "I", p="P + T a0", q="Q - P", u="V - U")
    after = changed(before, *(edit.reword(before, c, f"{c} again.") for c in "UQTIV"))
    after.apply(edit.set_title(after, "Anew"))
    after.apply(edit.delete_claim(after, "P"))
    after.apply(edit.add_thesis(after, "W."))
    told = [
        (place, thesis, branch, [found.kind for found in held])
        for place, thesis, branch, held in grouped(before, after, differences(before, after))
    ]
    assert told == [
        ("map", "", "", ["title", "added"]),
        ("thesis", "T", "", ["reworded", "removed"]),
        ("thesis", "U", "", ["reworded"]),
        ("thesis", "U", "V", ["reworded"]),
        ("unplaced", "", "", ["unlinked", "reworded", "reworded"]),
    ]


def test_shapes_that_break_a_naive_walk() -> None:
    empty = Debate(Header("ladder"))
    for debate in (chain(3000), star(3000), ladder()):
        assert_told(empty, debate)
        assert_told(debate, empty)


def test_unknown_fields_differ_in_kind_too() -> None:
    before = Debate(Header("m"), {"a": Claim("A.", extra={"x": 1})})
    after = Debate(Header("m"), {"a": Claim("A.", extra={"x": True})})
    assert kinds(before, after) == [("unknown", "a")]


def test_a_link_between_links_that_hang_loose() -> None:
    links = {"l": Link(("gone",), "supports", "gone")}
    assert_told(Debate(Header("m"), {}, links), Debate(Header("m"), {"gone": Claim("A.")}))


def test_a_citation_of_which_only_the_bytes_differ() -> None:
    one, other = (Claim("A.", sources=(Citation("s", extra={"x": x}),)) for x in (1, True))
    found = differences(Debate(Header("m"), {"a": one}), Debate(Header("m"), {"a": other}))
    assert [difference.kind for difference in found] == ["requoted"]
