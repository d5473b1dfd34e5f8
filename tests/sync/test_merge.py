"""One example for each row of what a merge does, and for what is easily got wrong."""

from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.core.reading_order import unread
from debatemap.core.scenarios import SCENARIOS, scenarios_in
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.merge.conflict import ABSENT, CONFLICTS, conflicts_in, with_conflicts
from debatemap.sync.merge.conflict_text import subject
from debatemap.sync.merge.settle import name_conflict, settle
from debatemap.sync.merge.three_way import Merged, merge3
from tests.soundness import fresh, records
from tests.strategies import sketch


def having(debate: Debate, **tables: Any) -> Debate:  # noqa: ANN401  (any record)
    """Returns a debate with other records: `having(debate, P=Claim("New."), u=None)`."""
    known = records(debate)
    for key, record in tables.items():
        if key in known:
            known[key] = record
            continue
        table = {Claim: "claims", Link: "links", Source: "sources"}.get(type(record))
        for name in [table] if table else ["claims", "links", "sources"]:
            held = {k: v for k, v in known[name].items() if k != key}
            known[name] = held if record is None else {**held, key: record}
    return Debate(**known)


def merged(base: Debate | None, ours: Debate, theirs: Debate) -> Merged:
    """Returns what becomes of two sides, which is the same whichever comes first."""
    one, other = merge3(base, ours, theirs), merge3(base, theirs, ours)
    assert one.conflicts == other.conflicts
    assert dump(one.debate) == dump(other.debate)
    assert conflicts_in(parse(dump(one.debate)).debate) == conflicts_in(one.debate)
    return one


def reported(result: Merged) -> list[tuple[str, Any, list[Any], bool, list[str]]]:
    """Returns the conflicts in short: path, base, values, whether one deleted it, and along."""
    shapes = [conflict.shape() for conflict in result.conflicts]
    assert shapes == result.debate.header.beside.get(CONFLICTS, [])
    return [
        (
            ".".join(shape["path"]),
            shape.get("base"),
            shape["values"],
            shape.get("deleted", False),
            shape.get("with", []),
        )
        for shape in shapes
    ]


def links(debate: Debate) -> dict[str, str]:
    """Returns the links in shorthand."""
    signs = {"supports": "+", "attacks": "-"}
    return {
        key: " ".join([*link.premises, signs[link.stance], link.target, link.pos]).rstrip()
        for key, link in sorted(debate.links.items())
    }


plain = sketch("T", p="P + T", u="U - p")


def test_what_one_side_changed_is_taken() -> None:
    result = merged(plain, having(plain, P=Claim("New.")), plain)
    assert result.debate.claims["P"].text == "New."
    assert reported(result) == []


def test_what_both_changed_alike_is_taken() -> None:
    both = having(plain, P=Claim("New."), u=None)
    result = merged(plain, both, having(plain, P=Claim("New."), u=None))
    assert dump(result.debate) == dump(both)
    assert reported(result) == []


def assuming(debate: Debate, **scenarios: Any) -> Debate:  # noqa: ANN401  (any JSON)
    """Returns a debate with these scenarios."""
    beside = {SCENARIOS: scenarios} if scenarios else {}
    return having(debate, header=debate.header._replace(beside=beside))


def test_scenarios_that_two_people_kept_are_both_there() -> None:
    dry, wet = {"P": "false"}, {"U": "absent", "p": "true"}
    for base in (plain, None):
        result = merged(base, assuming(plain, Wet=wet), assuming(plain, Dry=dry))
        assert scenarios_in(result.debate.header) == {"Dry": dry, "Wet": wet}
        assert list(scenarios_in(result.debate.header)) == ["Dry", "Wet"]
        assert reported(result) == []


def test_what_two_people_assume_in_one_scenario_is_put_together() -> None:
    base = assuming(plain, Dry={"P": "false", "U": "true"})
    ours = assuming(plain, Dry={"P": "false", "T": "true", "U": "true"})
    result = merged(base, ours, assuming(plain, Dry={"U": "absent"}))
    assert scenarios_in(result.debate.header) == {"Dry": {"T": "true", "U": "absent"}}
    assert reported(result) == []


def test_the_last_scenario_is_dropped_and_another_one_added() -> None:
    base = assuming(plain, Dry={"P": "false"})
    result = merged(base, plain, assuming(plain, Dry={"P": "false"}, Wet={"P": "true"}))
    assert scenarios_in(result.debate.header) == {"Wet": {"P": "true"}}
    assert reported(result) == []
    result = merged(base, plain, having(base, T=Claim("New.")))
    assert SCENARIOS not in result.debate.header.beside


def test_a_scenario_that_one_drops_and_the_other_changes_is_a_conflict() -> None:
    base = assuming(plain, Dry={"P": "false"})
    result = merged(base, plain, assuming(plain, Dry={"P": "true"}))
    assert reported(result) == [("scenarios.Dry", {"P": "false"}, [{"P": "true"}], True, [])]
    assert name_conflict(result.debate, result.conflicts[0]) == "the scenario “Dry”"
    settled = after_settling(result, ABSENT)
    assert settled.header.beside == {}


def test_two_assumptions_of_one_claim_are_a_conflict_in_words() -> None:
    base = assuming(plain, Dry={"P": "false"})
    result = merged(base, assuming(plain, Dry={"P": "true"}), assuming(plain, Dry={"P": "absent"}))
    assert [conflict.path for conflict in result.conflicts] == [("scenarios", "Dry", "P")]
    words = name_conflict(result.debate, result.conflicts[0])
    assert words == "what “Dry” assumes of “P.”"
    assert subject(result.debate, result.conflicts[0]) == ("P", None)
    settled = after_settling(result, "true")
    assert settled.header.beside == {SCENARIOS: {"Dry": {"P": "true"}}}


def after_settling(result: Merged, value: Any) -> Debate:  # noqa: ANN401  (any JSON, or ABSENT)
    debate = fresh(result.debate)
    debate.apply(settle(debate, result.conflicts[0], value))
    return debate


def test_a_claim_that_somebody_newly_assumes_something_of_comes_back() -> None:
    without = having(plain, U=None, u=None)
    result = merged(plain, assuming(plain, Dry={"U": "false"}), without)
    assert "U" in result.debate.claims
    assert scenarios_in(result.debate.header) == {"Dry": {"U": "false"}}
    assert [path for path, *_ in reported(result)] == ["claims.U"]


def test_a_link_that_gets_another_id_is_assumed_as_before() -> None:
    ours = having(plain, q=Link(("P",), "attacks", "T"), Z=Claim("Z."))
    theirs = having(plain, q=Claim("Q."))
    result = merged(plain, assuming(ours, Dry={"q": "false"}), theirs)
    (link,) = result.debate.links.keys() - plain.links.keys()
    assert "q" in result.debate.claims
    assert scenarios_in(result.debate.header) == {"Dry": {link: "false"}}


def test_a_claim_that_comes_back_is_assumed_as_it_was() -> None:
    base = assuming(plain, Dry={"U": "false"}, Wet={"U": "true", "P": "true"})
    ours = having(base, U=Claim("New."))
    gone = having(base, U=None, u=None)
    cases = [
        ({"Wet": {"P": "true"}}, {"Dry": {"U": "false"}, "Wet": {"P": "true", "U": "true"}}),
        ({}, {"Dry": {"U": "false"}}),
    ]
    for left, expected in cases:
        result = merged(base, ours, assuming(gone, **left))
        assert "U" in result.debate.claims
        assert scenarios_in(result.debate.header) == expected


def test_a_scenario_stands_or_goes_with_the_claim_that_a_person_keeps_or_deletes() -> None:
    base = assuming(plain, Dry={"P": "false", "p": "absent"}, Wet={"T": "true"})
    gone = assuming(having(plain, P=None, p=None, U=None, u=None), Wet={"T": "true"})
    result = merged(base, having(base, u=Link(("U",), "supports", "p")), gone)
    whole = {"Dry": {"P": "false", "p": "absent"}, "Wet": {"T": "true"}}
    assert scenarios_in(result.debate.header) == whole
    conflict = next(each for each in result.conflicts if each.path == ("claims", "P"))
    for value, expected in ((conflict.values[0], whole), (ABSENT, {"Wet": {"T": "true"}})):
        debate = fresh(result.debate)
        debate.apply(settle(debate, conflict, value))
        assert scenarios_in(debate.header) == expected
        assert ("P" in debate.claims) == ("Dry" in expected)
        assert not debate.dangling


def test_of_two_values_for_one_field_the_smaller_stays_and_both_are_kept() -> None:
    one, other = having(plain, P=Claim("B.")), having(plain, P=Claim("A."))
    result = merged(plain, one, other)
    assert result.debate.claims["P"].text == "A."
    assert reported(result) == [("claims.P.text", "P.", ["A.", "B."], False, [])]


def test_words_apart_from_each_other_merge() -> None:
    base, one, other = (
        having(plain, P=Claim(text))
        for text in (
            "Many eyes find faults. So show the code.",
            "Few eyes find faults. So show the code.",
            "Many eyes find faults. So show all the code.",
        )
    )
    result = merged(base, one, other)
    assert result.debate.claims["P"].text == "Few eyes find faults. So show all the code."
    assert reported(result) == []
    assert result.joined == ("P",)


def test_lines_of_a_note_merge_and_touching_ones_are_reported() -> None:
    base, one, other, near = (
        having(plain, P=Claim("P.", note)) for note in ("a\nb\nc", "A\nb\nc", "a\nb\nC", "a\nB\nc")
    )
    result = merged(base, one, other)
    assert (result.debate.claims["P"].note, reported(result)) == ("A\nb\nC", [])
    assert reported(merged(base, one, near)) == [
        ("claims.P.note", ["a", "b", "c"], [["A", "b", "c"], ["a", "B", "c"]], False, [])
    ]


def test_different_fields_of_one_record_both_count() -> None:
    one = having(plain, P=Claim("P.", by="Ada"))
    result = merged(plain, one, having(plain, P=Claim("New.")))
    assert result.debate.claims["P"] == Claim("New.", by="Ada")
    assert reported(result) == []


def test_a_citation_that_both_sides_edited_merges_field_by_field() -> None:
    base = having(sketch("T", j="P + T"), P=Claim("P.", sources=(Citation("b"),)), b=Source("B."))
    one = having(base, P=Claim("P.", sources=(Citation("b", kind="study"),)))
    other = having(base, P=Claim("P.", sources=(Citation("b", "so"),)))
    result = merged(base, one, other)
    assert result.debate.claims["P"].sources == (Citation("b", "so", kind="study"),)
    news = having(base, P=Claim("P.", sources=(Citation("b", kind="news"),)))
    kinds = [cited.kind for cited in merged(base, one, news).debate.claims["P"].sources]
    assert kinds == ["news", "study"]


def test_tags_sources_theses_and_joint_premises_merge_as_sets() -> None:
    base = having(
        sketch("T S", j="P Q R + T"),
        P=Claim("P.", tags=("x", "y"), sources=(Citation("b"),)),
        b=Source("B."),
    )
    one = having(
        base,
        P=Claim("P.", tags=("y", "n"), sources=(Citation("b"), Citation("b", "so"))),
        j=Link(("P", "R"), "supports", "T"),
        header=Header("map", theses=("T",)),
    )
    other = having(
        base,
        P=Claim("P.", tags=("x", "y", "m"), sources=()),
        j=Link(("P", "Q", "R", "S"), "supports", "T"),
        header=Header("map", theses=("T", "S", "P")),
    )
    result = merged(base, one, other)
    assert result.debate.claims["P"].tags == ("y", "m", "n")
    assert result.debate.claims["P"].sources == (Citation("b", "so"),)
    assert links(result.debate) == {"j": "P R S + T"}
    assert result.debate.header.theses == ("T", "P")
    assert reported(result) == []


def test_two_orders_of_one_list_are_reported() -> None:
    base, one, other = (sketch(theses) for theses in ("A B C", "B A C", "A C B"))
    assert reported(merged(base, one, other)) == [
        ("map.theses", ["A", "B", "C"], [["A", "C", "B"], ["B", "A", "C"]], False, [])
    ]


def test_one_id_added_on_both_sides_is_merged_against_nothing() -> None:
    one = having(plain, n=Claim("One.", tags=("x",), by="Ada"))
    other = having(plain, n=Claim("Other.", tags=("y",)))
    result = merged(plain, one, other)
    assert result.debate.claims["n"] == Claim("One.", tags=("x", "y"), by="Ada")
    assert reported(result) == [("claims.n.text", None, ["One.", "Other."], False, [])]


def test_what_is_deleted_and_untouched_goes() -> None:
    one = sketch("T", p="P + T")
    other = having(plain, P=Claim("New."))
    result = merged(plain, one, other)
    assert (sorted(result.debate.claims), links(result.debate)) == (["P", "T"], {"p": "P + T"})
    assert reported(result) == []


def test_what_is_deleted_and_edited_stays_where_it_stood() -> None:
    one = sketch("T", p="P + T")
    other = having(plain, U=Claim("New."))
    result = merged(plain, one, other)
    assert links(result.debate) == links(plain)
    assert result.debate.claims["U"].text == "New."
    assert reported(result) == [("claims.U", {"text": "U."}, [{"text": "New."}], True, ["u"])]


def test_what_is_deleted_and_linked_to_comes_back_with_its_ratings() -> None:
    base = having(plain, stances={"Ada": {"P": 80, "T": 1}})
    one = having(sketch("T"), stances={"Ada": {"T": 1}})
    other = having(base, X=Claim("X."), x=Link(("X",), "attacks", "P"))
    result = merged(base, one, other)
    assert links(result.debate) == {"p": "P + T", "x": "X - P"}
    assert result.debate.stances == {"Ada": {"P": 80, "T": 1}}
    assert reported(result) == [("claims.P", {"text": "P."}, [{"text": "P."}], True, ["p"])]


def test_a_deleted_link_comes_back_where_it_is_undercut() -> None:
    one = sketch("T P U")
    base = having(plain, header=one.header)
    other = having(base, v=Link(("T",), "attacks", "p"))
    result = merged(base, one, other)
    assert links(result.debate) == {"p": "P + T", "u": "U - p", "v": "T - p"}
    assert [(path, gone) for path, _, _, gone, _ in reported(result)] == [("links.p", True)]


def test_unknown_fields_merge_leaf_by_leaf() -> None:
    def with_extra(unknown: Any) -> Debate:  # noqa: ANN401  (any JSON)
        return having(plain, header=Header("map", theses=("T",), extra={"x": unknown}))

    base = with_extra({"a": 1, "b": 1})
    result = merged(base, with_extra({"a": 2, "b": 2}), with_extra({"a": 3, "b": 1, "c": 1}))
    assert result.debate.header.extra == {"x": {"a": 2, "b": 2, "c": 1}}
    assert reported(result) == [("map.x.a", 1, [2, 3], False, [])]


def test_new_keys_of_an_unknown_object_have_one_order() -> None:
    base, one, other = (
        having(plain, header=Header("map", theses=("T",), extra={"x": unknown}))
        for unknown in ({"b": 0}, {"b": 0, "z": 1}, {"b": 0, "a": 1})
    )
    assert list(merged(base, one, other).debate.header.extra["x"]) == ["b", "a", "z"]


def test_a_claim_and_a_link_of_one_id_are_told_apart_once_for_all() -> None:
    one = having(plain, n=Claim("N."))
    other = having(plain, n=Link(("U",), "supports", "T"), m=Link(("P",), "attacks", "n"))
    result = merged(plain, one, other)
    (new,) = result.debate.links.keys() - {*plain.links, "m"}
    expected = {**links(plain), new: "U + T", "m": f"P - {new}"}
    assert (links(result.debate), reported(result)) == (expected, [])
    assert result.debate.claims["n"] == Claim("N.")
    again = merged(plain, result.debate, other)
    assert dump(again.debate) == dump(result.debate)


def test_without_a_base_whatever_differs_is_reported() -> None:
    result = merged(None, sketch("A"), having(sketch("B"), header=Header("other", theses=("B",))))
    assert sorted(result.debate.claims) == ["A", "B"]
    assert result.debate.header.theses == ("A", "B")
    assert reported(result) == [("map.id", None, ["map", "other"], False, [])]


def test_earlier_conflicts_stay_until_they_are_settled() -> None:
    def left(debate: Debate, *entries: Any) -> Debate:  # noqa: ANN401  (any JSON)
        return having(debate, header=with_conflicts(debate.header, [*entries]))

    old, odd = {"path": ["claims", "U", "text"], "values": ["A.", "B."]}, "odd"
    base = left(plain, old, odd)
    one, other = (
        left(having(plain, P=Claim("A.")), odd),
        left(having(plain, P=Claim("B.")), old, odd),
    )
    result = merged(base, one, other)
    new = {"path": ["claims", "P", "text"], "base": "P.", "values": ["A.", "B."]}
    assert result.debate.header.beside[CONFLICTS] == [odd, new]


def test_two_moves_that_close_a_cycle_are_named() -> None:
    base = sketch("T", x="X + T", y="Y + T", z="Z - Y")
    ours = sketch("T", x="X + Y", y="Y + T", z="Z - Y")
    theirs = sketch("T", x="X + T", y="Y + X", z="Z - Y")
    debate, conflicts, _ = merged(base, ours, theirs)
    assert [conflict.path for conflict in conflicts] == [("links", key, "to") for key in "xy"]
    assert [conflict.values for conflict in conflicts] == [("T", "Y"), ("T", "X")]
    debate.apply(settle(debate, conflicts[0], "T"))
    assert unread(debate) == set()


def test_a_cycle_that_one_side_had_is_no_conflict() -> None:
    base = sketch("T", x="X + T", y="Y + T")
    ours = sketch("T", x="X + Y", y="Y + X")
    theirs = sketch("T", x="X + T", y="Y + T", z="Z - T")
    assert merged(base, ours, theirs).conflicts == []


def test_when_each_side_settled_a_part_nothing_is_left_of_the_list() -> None:
    entries = [{"path": ["map", "title"], "values": [word]} for word in ("one", "two")]
    base, ours, theirs = (
        Debate(with_conflicts(Header("m"), left)) for left in (entries, entries[:1], entries[1:])
    )
    assert merged(base, ours, theirs).debate.header == Header("m")
