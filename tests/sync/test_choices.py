"""Choices in a conflict: each gives back what it says, whole, and says whose it is."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Source
from debatemap.edit import EditRefusedError
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.conflict import (
    ABSENT,
    CONFLICTS,
    Conflict,
    Side,
    canonical,
    conflicts_in,
    entries_of,
    with_conflicts,
)
from debatemap.sync.merge.conflict_text import in_words
from debatemap.sync.merge.settle import choices, settle
from debatemap.sync.merge.sides import name_side, whose
from debatemap.sync.merge.three_way import Merged, merge3
from debatemap.sync.merge.two_claims import can_be_two, keep_both
from tests.soundness import fresh, records
from tests.strategies import sketch
from tests.sync.edited import Three, threes
from tests.sync.test_merge import having, links

JOINT: Final = sketch("T", j="A B + T a3", d="D - A")

RICH: Final = having(
    sketch(
        "T S", j="A B + T a3", a="A - S a1", d="D - A", u="U - j", v="V + a", w="W - u", t="T + S"
    ),
    src=Source("Ann"),
    P=Claim("P.", sources=(Citation("src"),)),
    stances={"Ann": {"A": 30, "j": 60, "u": 10}},
)

PEOPLE: Final = (Side("Ada", "2026-01-03"), Side("Ben", "2026-01-04"))


def after(debate: Debate, *verbs: Callable[[Debate], Change]) -> Debate:
    debate = fresh(debate)
    for verb in verbs:
        debate.apply(verb(debate))
    return debate


def chosen(result: Merged, side: int) -> Debate:
    """Returns the map after every conflict was settled by one side's value."""
    debate = fresh(result.debate)
    for conflict in conflicts_in(debate):
        (value,) = [value for value in choices(conflict) if side in whose(conflict, value)]
        debate.apply(settle(debate, conflict, value))
    assert conflicts_in(debate) == []
    assert not debate.dangling
    assert dump(parse(dump(debate)).debate) == dump(debate)
    return debate


def test_a_joint_premise_that_was_deleted_and_answered_stands_where_it_stood() -> None:
    ours = after(JOINT, lambda d: edit.delete_claim(d, "A"))
    theirs = after(JOINT, lambda d: edit.add_reply(d, "A", "attacks", "C."))
    assert links(ours) == {"j": "B + T a3"}
    result = merge3(JOINT, ours, theirs, people=PEOPLE)
    (conflict,) = result.conflicts
    assert result.debate.links["j"] == JOINT.links["j"]
    assert result.debate.links["d"] == JOINT.links["d"]
    kept = in_words(result.debate, conflict, conflict.values[0])
    assert "wanted: answered by “C.”, which attacks it" in kept
    assert choices(conflict)[0] is ABSENT, "ours come first"
    assert chosen(result, 0).links["j"] == ours.links["j"]
    assert chosen(result, 1).links["j"] == theirs.links["j"]
    gone = after(result.debate, lambda d: edit.delete_claim(d, "A"))
    gone.apply(settle(gone, conflicts_in(gone)[0], conflict.values[0]))
    assert gone.links["j"] == JOINT.links["j"], "also where it went by another key meanwhile"


def test_a_step_that_became_another_one_stays_and_the_claim_gets_one_of_its_own() -> None:
    base = sketch("T", inbox="X", j="A + T")
    ours = having(base, A=None, j=base.links["j"]._replace(premises=("X",)))
    theirs = after(base, lambda d: edit.add_reply(d, "A", "attacks", "C."))
    result = merge3(base, ours, theirs, people=PEOPLE)
    debate = chosen(result, 1)
    assert debate.links["j"].premises == ("X",)
    (own,) = debate.links_from("A")
    assert (debate.links[own].target, debate.links[own].stance) == ("T", "supports")


DELETIONS: Final[dict[str, Callable[[Debate], Change]]] = {
    "a premise": lambda d: edit.delete_claim(d, "A"),
    "a thesis": lambda d: edit.delete_claim(d, "T"),
    "the other premise": lambda d: edit.delete_claim(d, "B"),
    "a branch": lambda d: edit.delete_branch(d, "A", "a"),
    "a joint step": lambda d: edit.unlink(d, "j"),
    "a step": lambda d: edit.unlink(d, "a"),
    "an undercut": lambda d: edit.unlink(d, "u"),
    "an undercutting claim": lambda d: edit.delete_claim(d, "U"),
}

USES: Final[dict[str, Callable[[Debate], Change]]] = {
    "answer A": lambda d: edit.add_reply(d, "A", "attacks", "New."),
    "answer T": lambda d: edit.add_reply(d, "T", "supports", "New too."),
    "undercut j": lambda d: edit.add_reply(d, "j", "attacks", "Not so."),
    "undercut a": lambda d: edit.add_reply(d, "a", "attacks", "Nor so."),
    "undercut u": lambda d: edit.add_reply(d, "u", "supports", "So."),
    "link A": lambda d: edit.connect(d, "A", "D", "supports"),
    "link U": lambda d: edit.connect(d, "U", "S", "attacks"),
    "join": lambda d: edit.join_premises(d, "t", ["B"]),
    "reword A": lambda d: edit.reword(d, "A", "A, said anew."),
    "reword B": lambda d: edit.reword(d, "B", "B, said anew."),
    "rate A": lambda d: edit.rate(d, "A", "Bo", 70),
    "rate u": lambda d: edit.rate(d, "u", "Bo", 70),
    "turn a": lambda d: edit.flip(d, "a"),
}


def _assert_whole(side: Debate, node: str, debate: Debate) -> None:
    """Asserts that a map holds a claim or a link as a side has it, with all that names it."""
    for table in ("claims", "links"):
        if node in getattr(side, table):
            assert getattr(debate, table)[node] == getattr(side, table)[node]
    own = side.links_from(node) if node in side.claims else ()
    for key in (*own, *side.links_into(node)):
        ends = (*side.links[key].premises, side.links[key].target)
        if all(end in debate.graph for end in ends):
            assert debate.links.get(key) == side.links[key], key
    for person, held in side.stances.items():
        if node in held:
            assert debate.stances[person][node] == held[node]


@settings(max_examples=300)
@given(
    deletion=st.sampled_from(sorted(DELETIONS)),
    uses=st.lists(st.sampled_from(sorted(USES)), min_size=1, max_size=3, unique=True),
    swapped=st.booleans(),
)
def test_the_choice_of_a_side_gives_its_records_back_whole(
    deletion: str, uses: list[str], *, swapped: bool
) -> None:
    deleter = after(RICH, DELETIONS[deletion])
    keeper = after(RICH, *(USES[use] for use in uses))
    sides = (keeper, deleter) if swapped else (deleter, keeper)
    result = merge3(RICH, *sides, people=PEOPLE)
    deleted = [c for c in result.conflicts if c.is_of_a_record and c.path[1] in result.debate.graph]
    for conflict in deleted:
        value = conflict.values[0]
        assert conflict.wanted or canonical(value) != canonical(conflict.base)
    kept = chosen(result, int(not swapped))
    for conflict in deleted:
        _assert_whole(keeper, conflict.path[1], kept)
    gone = chosen(result, int(swapped))
    for conflict in deleted:
        assert conflict.path[1] not in gone.graph
    for key in deleter.links.keys() & gone.links.keys():
        if RICH.links.get(key) == keeper.links.get(key):
            assert gone.links[key] == deleter.links[key]
    assert gone.links.keys() - keeper.links.keys() <= deleter.links.keys()
    for key in RICH.links.keys() - deleter.links.keys():
        assert key not in gone.links or key in keeper.links


def test_a_source_that_is_deleted_and_cited_goes_with_what_cites_it_or_stays() -> None:
    ours = having(RICH, src=None, P=Claim("P."))
    theirs = having(RICH, B=Claim("B.", sources=(Citation("src"),)))
    result = merge3(RICH, ours, theirs, people=PEOPLE)
    (conflict,) = result.conflicts
    assert "wanted: cited by “B.”" in in_words(result.debate, conflict, conflict.values[0])
    kept, gone = chosen(result, 1), chosen(result, 0)
    assert kept.claims["B"].sources == (Citation("src"),)
    assert (gone.sources, gone.claims["B"].sources) == ({}, ())


def _without_sides(debate: Debate) -> Debate:
    entries = [
        {key: value for key, value in entry.items() if key != "sides"}
        if isinstance(entry, dict)
        else entry
        for entry in entries_of(debate.header)
    ]
    known = CONFLICTS in debate.header.beside
    header = with_conflicts(debate.header, sorted(entries, key=canonical))
    return Debate(**{**records(debate), "header": header if known else debate.header})


@given(threes())
def test_who_is_ours_changes_nothing_but_the_names_of_the_sides(three: Three) -> None:
    base, ours, theirs = three
    one = merge3(base, ours, theirs, people=PEOPLE)
    other = merge3(base, theirs, ours, people=PEOPLE[::-1])
    assert dump(_without_sides(one.debate)) == dump(_without_sides(other.debate))
    assert one.joined == other.joined
    swapped = [c._replace(sides=c.sides[::-1]) for c in other.conflicts]
    key = lambda conflict: canonical(conflict.shape())  # noqa: E731
    assert sorted(map(key, one.conflicts)) == sorted(map(key, swapped))
    # Two who merged the same have the same conflicts, though each called itself ours.
    again = merge3(merge3(base, ours, theirs).debate, one.debate, other.debate, people=PEOPLE)
    assert len(entries_of(again.debate.header)) == len(entries_of(one.debate.header))
    assert again.conflicts == []


def test_ours_are_first_in_every_conflict() -> None:
    base = having(RICH, header=RICH.header._replace(title="Old"))
    ours = having(
        base, T=Claim("Zebras."), B=Claim("Apes.", "mine"), header=base.header._replace(title="Z")
    )
    theirs = having(
        base, T=Claim("Ants."), B=Claim("Yaks.", "his"), header=base.header._replace(title="A")
    )
    conflicts = merge3(base, ours, theirs, people=PEOPLE).conflicts
    pairs = (["Apes.", "Yaks."], [["mine"], ["his"]], ["Zebras.", "Ants."], ["Z", "A"])
    assert {canonical(choices(conflict)) for conflict in conflicts} == set(map(canonical, pairs))
    assert [name_side(conflicts[0], n) for n in (0, 1)] == [
        "ours: Ada, 2026-01-03",
        "theirs: Ben, 2026-01-04",
    ]


def test_the_joined_words_are_the_third_choice() -> None:
    texts = (
        "Six people are too few to own ten services.",
        "Eight people are too few to own ten services.",
        "Six people cannot be on call for ten services.",
    )
    base, ours, theirs = (having(sketch("T"), T=Claim(text)) for text in texts)
    result = merge3(base, ours, theirs, people=PEOPLE)
    (conflict,) = result.conflicts
    joined = "Eight people cannot be on call for ten services."
    assert choices(conflict) == [texts[1], texts[2], joined]
    assert result.debate.claims["T"].text in texts
    assert result.joined == ()
    debate = parse(dump(result.debate)).debate
    debate.apply(settle(debate, conflicts_in(debate)[0], joined))
    assert debate.claims["T"].text == joined


def test_conflicts_of_older_files_are_as_they_were() -> None:
    entry = {"path": ["claims", "T", "text"], "base": "T.", "values": ["A.", "B."]}
    debate = sketch("T")
    debate = Debate(debate.header._replace(beside={CONFLICTS: [entry]}), debate.claims)
    (conflict,) = conflicts_in(debate)
    assert conflict == Conflict(("claims", "T", "text"), "T.", ("A.", "B."))
    assert (conflict.shape(), choices(conflict)) == (entry, ["A.", "B."])
    assert whose(conflict, "A.") == []


@pytest.mark.parametrize(
    "odd",
    [
        {"sides": 5},
        {"sides": [5, {"name": 7, "value": True}, {"value": 9}]},
        {"links": [1]},
        {"links": {"j": 5, "T": {"from": "A"}, "": {}}},
        {"wanted": [5, [], ["links"], ["links", "gone"], ["x", 1]]},
        {"joined": {"a": 1}},
    ],
)
def test_what_anybody_wrote_beside_the_values_does_no_harm(odd: dict[str, object]) -> None:
    entry = {"path": ["claims", "A"], "values": [{"text": "A."}], "deleted": True, **odd}
    debate = having(JOINT, header=JOINT.header._replace(beside={CONFLICTS: [entry]}))
    (conflict,) = conflicts_in(debate)
    assert in_words(debate, conflict, conflict.values[0])
    for value in choices(conflict):
        settled = fresh(debate)
        settled.apply(settle(settled, conflict, value))
        assert conflicts_in(settled) == []
        assert not settled.dangling


def test_both_wordings_become_two_claims_that_are_linked_the_same_way() -> None:
    base = having(RICH, A=Claim("A.", tags=("x",)))
    ours, theirs = (having(base, A=Claim(text, tags=("x",))) for text in ("Mine.", "Aha."))
    debate = merge3(base, ours, theirs, people=PEOPLE).debate
    (conflict,) = conflicts_in(debate)
    assert can_be_two(debate, conflict)
    before = fresh(debate)
    change = keep_both(debate, conflict)
    debate.apply(change)
    (second,) = debate.claims.keys() - base.claims.keys()
    assert (debate.claims["A"].text, debate.claims[second].text) == ("Mine.", "Aha.")
    assert debate.claims[second].tags == ("x",)
    steps = {
        claim: sorted(
            (debate.links[key].target, debate.links[key].stance, len(debate.links[key].premises))
            for key in debate.links_from(claim)
        )
        for claim in ("A", second)
    }
    assert steps["A"] == steps[second] == [("S", "attacks", 1), ("T", "supports", 2)]
    assert list(debate.links_into("A")) == ["d"]
    assert conflicts_in(debate) == []
    debate.apply(change.inverse())
    assert dump(debate) == dump(before)
    with pytest.raises(EditRefusedError):
        keep_both(having(RICH), conflict)


def test_a_thesis_in_two_wordings_is_two_theses() -> None:
    base, ours, theirs = (having(sketch("S T"), S=Claim(text)) for text in ("S.", "B.", "C."))
    debate = merge3(base, ours, theirs).debate
    debate.apply(keep_both(debate, conflicts_in(debate)[0]))
    first, second, third = debate.header.theses
    assert (first, third) == ("S", "T")
    assert debate.claims[second].text == "C."
