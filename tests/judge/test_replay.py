"""Why a verdict changed between two versions, against trying all sets of edits."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import METHODS, Method
from debatemap.judge.replay.edited_branches import EditedBranch, EditKind, edited_branches
from debatemap.judge.replay.explained_change import explained_change
from debatemap.judge.verdict import Verdict
from tests.judge.arguments import PERSON, THESIS, layered
from tests.strategies import sketch

CLOSE = 1e-9
methods = st.sampled_from(METHODS)


@st.composite
def versions(draw: st.DrawFn) -> tuple[Debate, Debate]:
    """Draws a debate and an earlier version of it, that lacks some and has other claims."""
    after = draw(layered(least=3, most=9))
    claims, links = dict(after.claims), dict(after.links)
    for key in draw(st.lists(st.sampled_from(sorted(after.claims.keys() - {THESIS})), max_size=5)):
        claims.pop(key, None)
    for key, link in after.links.items():
        ends = {*link.premises, link.target}
        if not ends <= claims.keys() | links.keys() or draw(st.integers(0, 4)) == 0:
            links.pop(key, None)
    ratings = {PERSON: {c: draw(st.sampled_from([0.0, 50.0, 90.0])) for c in list(claims)[:2]}}
    before = Debate(after.header, claims, links, stances=ratings)
    return (before, after) if draw(st.booleans()) else (after, before)


def judged(before: Debate, made: tuple[EditedBranch, ...], method: Method) -> Verdict:
    debate = before.copy()
    for branch in made:
        debate.apply(branch.change)
    return Judgement(debate, method).verdict(THESIS)


@given(versions(), methods)
def test_the_edits_together_make_the_later_version(
    pair: tuple[Debate, Debate], method: Method
) -> None:
    before, after = pair
    branches = edited_branches(before, after)
    debate = before.copy()
    for branch in branches:
        debate.apply(branch.change)
    assert debate.claims.keys() == after.claims.keys()
    assert dict(debate.links) == dict(after.links)
    assert {p: r for p, r in debate.stances.items() if r} == {
        p: r for p, r in after.stances.items() if r
    }
    keys = [key for branch in branches for _, key, _, _ in branch.change.edits()]
    assert len(keys) == len(set(keys))
    assert (
        judged(before, tuple(branches), method).side
        is Judgement(after, method).verdict(THESIS).side
    )


@given(versions(), methods)
def test_explanations_equal_brute_force(pair: tuple[Debate, Debate], method: Method) -> None:
    before, after = pair
    found = explained_change(before, after, THESIS, method)
    branches = edited_branches(before, after)
    assert found.complete
    assert found.edits == len(branches)
    assert found.before is not None
    first, last = judged(before, (), method), judged(before, tuple(branches), method)
    assert abs(found.after.strength - last.strength) < CLOSE
    turned, way = first.side is not last.side, 1 if last.strength > first.strength else -1

    def there(made: tuple[EditedBranch, ...]) -> bool:
        verdict = judged(before, made, method)
        is_far = (verdict.strength - last.strength) * way > -CLOSE
        return verdict.side is last.side if turned else is_far

    def back(out: tuple[EditedBranch, ...]) -> bool:
        left = tuple(branch for branch in branches if branch not in out)
        verdict = judged(before, left, method)
        is_far = (first.strength - verdict.strength) * way > -CLOSE
        return verdict.side is not last.side if turned else is_far

    if not turned and abs(first.strength - last.strength) <= CLOSE:
        assert found.constructive == found.destructive == ()
        return
    for explained, does in ((found.constructive, there), (found.destructive, back)):
        sizes = (
            each for size in range(1, len(branches) + 1) for each in combinations(branches, size)
        )
        smallest = len(next(each for each in sizes if does(each)))
        wanted = [each for each in combinations(branches, smallest) if does(each)]
        assert sorted(map(repr, explained)) == sorted(map(repr, wanted))[: len(explained)]
        assert len(explained) == min(len(wanted), 20)
    for effect in found.effects:
        others = tuple(branch for branch in branches if branch != effect.branch)
        alone = judged(before, (effect.branch,), method).strength - first.strength
        assert abs(effect.alone - alone) < CLOSE
        assert abs(effect.last - (last.strength - judged(before, others, method).strength)) < CLOSE


def test_branches_strengthen_and_weaken() -> None:
    before = sketch(THESIS, a="A + c0")
    after = sketch(THESIS, a="A + c0", b="B - A", c="C - B", d="D - c0", e="E + c0", f="F + c0")
    found = explained_change(before, after, THESIS)
    assert {(e.branch.claim, e.branch.claims) for e in found.strengthening} == {("E", 1), ("F", 1)}
    assert {(e.branch.claim, e.branch.claims) for e in found.weakening} == {("B", 2), ("D", 1)}
    assert (found.edits, found.moved > 0) == (4, True)
    assert [len(each) for each in found.constructive] == [1, 1]


def test_ratings_and_turned_links_are_edits_too() -> None:
    before = sketch(THESIS, a="A + c0")
    after = sketch(THESIS, a="A - c0")
    after = Debate(after.header, after.claims, after.links, stances={"ann": {"A": 100}})
    found = explained_change(before, after, THESIS)
    assert {effect.branch.kind for effect in found.effects} == {EditKind.CHANGED, EditKind.RATED}
    assert found.turned
    assert explained_change(after, after, THESIS).effects == ()


def test_a_claim_that_was_not_there_has_come_about_by_nothing() -> None:
    found = explained_change(Debate(sketch("T").header), sketch("T", a="A + T"), "T")
    assert (found.before, found.turned, found.moved, found.edits) == (None, False, 0.0, 1)
    assert isinstance(edited_branches(sketch("T"), sketch("T", a="A + T"))[0].change, Change)
