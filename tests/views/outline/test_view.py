"""An outline is looked at again as it was left, as far as the debate still allows."""

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.views.outline import Outline
from debatemap.views.outline.view_state import restore, view_of

CLAIMS = {name: Claim(f"{name} says so.") for name in "abcd"}
LINKS = {
    "l1": Link(("b",), "supports", "a", "a0"),
    "l2": Link(("c",), "attacks", "b", "a0"),
    "l3": Link(("d",), "attacks", "l2", "a0"),
}


def debate() -> Debate:
    return Debate(Header("m", theses=("a",)), CLAIMS, LINKS)


def shown(outline: Outline) -> list[tuple[str, int, bool]]:
    return [(row.claim, row.depth, row.open) for row in outline.rows]


def test_folds_and_cursor_come_back() -> None:
    before = Outline(debate())
    before.open_to_level(9)
    before.set_open(2, is_open=False)
    view = view_of(before, before.rows[1])
    after = Outline(debate())
    assert restore(after, view) == 1
    assert shown(after) == shown(before)


def test_the_claim_that_was_stepped_into_is_the_top_again() -> None:
    before = Outline(debate())
    before.open_to_level(9)
    before.step_in(before.rows[1])
    view = view_of(before, before.rows[-1])
    after = Outline(debate())
    cursor = restore(after, view)
    assert shown(after) == shown(before)
    assert after.trail == before.trail
    assert after.rows[cursor].claim == "d"


def test_what_is_gone_since_is_passed_over() -> None:
    before = Outline(debate())
    before.open_to_level(9)
    before.step_in(before.rows[1])
    view = view_of(before, before.rows[-1])
    changed = debate()
    changed.apply(edit.delete_branch(changed, "b", "l1"))
    after = Outline(changed)
    restore(after, view)
    assert shown(after) == [("a", 0, False)]
    assert after.trail == [(None, "a")]
