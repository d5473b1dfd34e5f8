"""What holds for every merge, whatever two people did to a map.

Each property is a function of a merge and three debates, so that it can be shown to fail where
the merge is not sound.
"""

import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import given, settings

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link
from debatemap.core.scenarios import SCENARIOS
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.change_between import compare
from debatemap.sync.merge import three_way
from debatemap.sync.merge.conflict import ABSENT, Conflict, canonical, entries_of
from debatemap.sync.merge.three_way import Merged, merge3
from tests.bench.maps import map_bytes
from tests.extent import is_long
from tests.growth import assert_grows_at_most
from tests.soundness import _lost_references, fresh, records
from tests.strategies import sketch
from tests.sync.accounts import unaccounted
from tests.sync.edited import Four, Three, fours, steady, stories, threes
from tests.sync.test_merge import having

__all__ = ["CHECKS", "Check", "Merge"]

Merge = Callable[[Debate | None, Debate, Debate], Merged]
Check = Callable[[Merge, Debate, Debate, Debate], None]

often = settings(steady, derandomize=False)


def check_symmetric(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    for began in (base, None):
        one, other = merge3(began, ours, theirs), merge3(began, theirs, ours)
        assert dump(one.debate) == dump(other.debate)
        assert _shapes(one.conflicts) == _shapes(other.conflicts)


def check_one_side(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """What only one side did, or both did alike, is the result."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    for side in (ours, theirs):
        for three in (
            (base, base, side),
            (base, side, base),
            (base, side, side),
            (None, side, side),
        ):
            _assert_is(side, merge3(*three))


def check_valid(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """The result is a map that a file can hold, and names nothing that is not there anew."""
    debate, conflicts, _ = merge3(base, ours, theirs)
    data = dump(debate)
    parsed = parse(data).debate
    assert records(parsed) == records(debate)
    assert dump(parsed) == data
    known = {canonical(entry) for entry in entries_of(debate.header)}
    assert {canonical(conflict.shape()) for conflict in conflicts} <= known
    sides = three_way._with_distinct_ids(base, ours, theirs)[1:]
    for missing, links in debate.dangling.items():
        hanging = {link for side in sides for link in side.dangling.get(missing, ())}
        assert links <= hanging, f"nothing is called {missing}"
    dropped = {conflict.path[-1] for conflict in conflicts if conflict.deleted}
    assert _lost_references(debate) <= set().union(dropped, *map(_lost_references, sides))


def check_no_lost_edit(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """Every edit and every deletion of each side is in the result, or is named."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    merged = merge3(base, ours, theirs)
    assert not unaccounted(base, ours, theirs, *merged[:2])
    assert not unaccounted(base, theirs, ours, *merged[:2])


def check_convergent(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """A side that takes the result has the result, however often it is merged again."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    merged, conflicts, _ = merge3(base, ours, theirs)
    dropped = any(c.path[0] == "links" and c.path[1] not in merged.links for c in conflicts)
    for side in (ours, theirs):
        for one, other in ((merged, side), (side, merged), (merged, merged)):
            _assert_says_the_same(merged, merge3(side, one, other))
        # What came back for the sake of a link that was dropped may go again.
        again = merge3(base, merged, side).debate
        assert dropped or again.claims.keys() >= merged.claims.keys()


def check_clean(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """Where two people touched nothing in common, both changes are put into effect."""
    apart = _touched(base, ours).isdisjoint(_touched(base, theirs))
    if apart:
        expected = fresh(base)
        expected.apply(compare(base, ours))
        expected.apply(compare(base, theirs))
        _assert_is(expected, merge3(base, ours, theirs))


def check_new_links(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """A new link is there with both its ends, or fell with a link that lost its premises."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    debate, conflicts, _ = merge3(base, ours, theirs)
    dropped = {conflict.path[1] for conflict in conflicts if conflict.path[0] == "links"}
    for side, other in ((ours, theirs), (theirs, ours)):
        for key in side.links.keys() - base.links.keys() - other.links.keys():
            link = side.links[key]
            if key in debate.links:
                assert debate.links[key] == link
                ends = {end for end in (*link.premises, link.target) if end in side.graph}
                assert ends <= set(debate.graph)
            else:
                assert {key, link.target} <= dropped
                assert link.target not in debate.graph


def check_links_dropped(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """A link is dropped only where its target fell too or the two left no premise of it."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    debate, conflicts, _ = merge3(base, ours, theirs)
    for key in (conflict.path[-1] for conflict in conflicts if conflict.is_of_a_record):
        links = [side.links[key] for side in (ours, theirs) if key in side.links]
        if links and key not in debate.links:
            left = set.intersection(*({*link.premises} for link in links))
            standing = all(link.target in debate.graph for link in links)
            assert not (standing and left & debate.claims.keys())


def check_unknown(merge3: Merge, base: Debate, ours: Debate, theirs: Debate) -> None:
    """Unknown fields merge leaf by leaf."""
    base, ours, theirs = three_way._with_distinct_ids(base, ours, theirs)
    debate, conflicts, _ = merge3(base, ours, theirs)
    named = {conflict.path for conflict in conflicts}
    merged = _unknown(debate)
    three = [_unknown(each) for each in (base, ours, theirs)]
    for path in merged:
        if all(path in each for each in three[1:]):
            expected = _leaves(
                path, (three[0].get(path, {}), three[1][path], three[2][path]), named
            )
            assert canonical(merged[path]) == canonical(expected)


CHECKS: Final[dict[str, Check]] = {
    "symmetric": check_symmetric,
    "one side": check_one_side,
    "valid": check_valid,
    "no lost edit": check_no_lost_edit,
    "convergent": check_convergent,
    "clean": check_clean,
    "new links": check_new_links,
    "links dropped": check_links_dropped,
    "unknown": check_unknown,
}


def _shapes(conflicts: list[Conflict]) -> list[bytes]:
    return [canonical(conflict.shape()) for conflict in conflicts]


def _assert_is(debate: Debate, merged: Merged) -> None:
    assert merged.conflicts == []
    assert dump(merged.debate) == dump(debate)


def _assert_says_the_same(debate: Debate, merged: Merged) -> None:
    """Of two unknown objects that differ in the order of their keys alone, either may stay."""
    assert merged.conflicts == []
    assert json.loads(dump(merged.debate)) == json.loads(dump(debate))


def _touched(base: Debate, side: Debate) -> set[tuple[str, str]]:
    """Returns what changed on a side, and the ends of it: a claim and a link are both nodes."""
    touched: set[tuple[str, str]] = set()
    for table, key, *states in compare(base, side).edits():
        nodes = table in {"claims", "links"}
        touched.add(("nodes" if nodes else table, key))
        for record in (record for record in states if record is not None):
            named, names = _NAMED.get(table, ("nodes", lambda _: ()))
            touched.update((named, name) for name in names(record))
    return touched


_NAMED: Final[dict[str, tuple[str, Callable[[Any], Any]]]] = {
    "header": ("nodes", lambda header: header.theses),
    "claims": ("sources", lambda claim: [cited.ref for cited in claim.sources]),
    "links": ("nodes", lambda link: (*link.premises, link.target)),
    "stances": ("nodes", lambda held: held),
}


def _unknown(debate: Debate) -> dict[tuple[str, ...], Any]:
    """Returns the unknown fields of each record, by its path."""
    unknown: dict[tuple[str, ...], Any] = {("map",): dict(debate.header.extra)}
    for table in ("claims", "links", "sources"):
        for key, record in getattr(debate, table).items():
            unknown[table, key] = dict(record.extra)
    return unknown


def _leaves(path: tuple[str, ...], three: tuple[Any, Any, Any], named: set[tuple[str, ...]]) -> Any:  # noqa: ANN401  (any JSON)
    base, one, other = three
    if canonical(other) in (canonical(base), canonical(one)):
        return one
    if canonical(one) == canonical(base):
        return other
    if not (isinstance(one, dict) and isinstance(other, dict)):
        assert path in named
        return min((side for side in (one, other) if side is not ABSENT), key=canonical)
    began = base if isinstance(base, dict) else {}
    fields = {
        key: _leaves(
            (*path, key), tuple(each.get(key, ABSENT) for each in (began, one, other)), named
        )
        for key in {**began, **one, **other}
    }
    return {key: value for key, value in fields.items() if value is not ABSENT}


def test_all_hold_for_many_stories() -> None:
    # One after the other in one process: to think up the stories takes longer than the checks.
    for number in range(3 if is_long() else 1):
        for three in stories(number):
            for check in CHECKS.values():
                check(merge3, *three)


@often
@given(threes())
def test_all_hold_for_any_two_people(three: Three) -> None:
    for check in CHECKS.values():
        check(merge3, *three)


def a_scenario_returns() -> Three:
    """One drops the claim that a scenario is about, and another scenario; one answers it anew."""
    plain = sketch("T", p="P + T", u="U - p", y="Y Q + P")
    beside = {SCENARIOS: {"Dry": {"P": "false", "p": "absent"}, "Wet": {"P": "true", "T": "true"}}}
    base = having(plain, header=plain.header._replace(beside=beside))
    bare = dict.fromkeys(("P", "p", "U", "u", "y"))
    return Three(
        base,
        having(base, y=Link(("Q",), "supports", "P")),
        having(base, header=plain.header, **bare),
    )


def test_all_hold_where_a_scenario_returns_with_its_claim() -> None:
    three = a_scenario_returns()
    for check in CHECKS.values():
        check(merge3, *three)
    dropped = merge3(*three).debate.header.beside[SCENARIOS]
    assert dropped == {"Dry": {"P": "false", "p": "absent"}}


@pytest.mark.parametrize("extra", [{}, {"a": 1}, {"z": 1}])
def test_all_hold_where_scenarios_return_that_stand_in_no_order(extra: dict[str, Any]) -> None:
    plain = sketch("T", p="P + T", u="U - p")
    scenarios = {"Wet": {"p": "true", "P": "true"}, "Dry": {"p": "absent", "P": "false"}}
    base = having(plain, header=plain.header._replace(beside={SCENARIOS: scenarios, **extra}))
    gone = dict.fromkeys(("P", "p", "U", "u"))
    left = having(base, header=plain.header._replace(beside=extra), **gone)
    for check in CHECKS.values():
        check(merge3, base, having(base, P=Claim("New.")), left)


@often
@given(fours())
def test_where_all_is_clean_it_does_not_matter_who_is_merged_first(four: Four) -> None:
    base, one, other, third = four
    merges = [merge3(base, one, other), merge3(base, other, third)]
    merges += [merge3(base, merges[0].debate, third), merge3(base, one, merges[1].debate)]
    clean = not any(merged.conflicts for merged in merges)
    if clean and not _reworded_by_two(*four) and not _share_an_id(*four):
        assert dump(merges[2].debate) == dump(merges[3].debate)


def _reworded_by_two(base: Debate, *sides: Debate) -> bool:
    """Tells whether two edited one text: words that stand in it twice can be put in twice."""
    return any(
        len([side for side in sides if _texts(side, key) not in (None, _texts(base, key))]) > 1
        for key in base.claims
    )


def _share_an_id(*debates: Debate) -> bool:
    """Tells whether one id is a claim here and a link there; another may name it as either."""
    claims = {claim for debate in debates for claim in debate.claims}
    return any(link in claims for debate in debates for link in debate.links)


def _texts(debate: Debate, key: str) -> tuple[str, str] | None:
    claim = debate.claims.get(key)
    return None if claim is None else (claim.text, claim.note)


def test_a_big_map_is_merged_in_about_the_time_that_it_takes_to_write_it() -> None:
    base = parse(map_bytes(10_000)).debate
    edited = {word: dict.fromkeys(list(base.claims)[:: len(word)], Claim(word)) for word in _WORDS}
    sides = [Debate(**{**records(base), "claims": {**base.claims, **edited[w]}}) for w in _WORDS]
    assert_grows_at_most(20, lambda: dump(base), lambda: merge3(base, *sides))


_WORDS: Final = ("Ours.", "Theirs.")
