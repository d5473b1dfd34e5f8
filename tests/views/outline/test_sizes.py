"""What a fold hides is counted once, and anew where a change bears on it."""

from typing import Final

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.queries import replies
from debatemap.edit import EditRefusedError
from debatemap.views.outline import Outline, follow
from debatemap.views.outline.sizes import MOST, Sizes
from tests.edit.verbs import VERBS, changes, steady_ids
from tests.growth import assert_grows_at_most
from tests.strategies import chain, debates, star

_EDITS: Final = sorted(VERBS)


def assert_true(debate: Debate, sizes: Sizes) -> None:
    """Asserts that each count, known by now or not, is what counting anew gives."""
    for claim in debate.claims:
        for step in (None, *debate.links_from(claim)):
            assert sizes.count(claim, step) == replies(debate, claim, step, MOST)


@given(debates(least_claims=2), st.data())
def test_after_any_edits_the_counts_are_those_of_counting_anew(
    debate: Debate, data: st.DataObject
) -> None:
    sizes = Sizes(debate)
    assert_true(debate, sizes)
    with steady_ids():
        for verb in data.draw(st.lists(st.sampled_from(_EDITS), max_size=6)):
            try:
                change = data.draw(changes(debate, verb))()
            except (EditRefusedError, InvalidArgument):
                continue
            for each in (change, change.inverse(), change):
                debate.apply(each)
                sizes.follow(each)
                assert_true(debate, sizes)


def test_a_row_tells_all_that_it_hides() -> None:
    outline = Outline(star(3_000))
    outline.set_open(0, is_open=False)
    assert outline.hidden(outline.rows[0]) == 3_000
    change = edit.delete_claim(outline.debate, "c7")
    outline.debate.apply(change)
    follow(outline, change)
    assert outline.hidden(outline.rows[0]) == 2_999


def test_a_change_deep_below_forgets_all_and_no_count_is_wrong_for_it() -> None:
    debate = chain(3_000)
    sizes = Sizes(debate)
    (top,) = debate.header.theses
    before = sizes.count(top, None)
    bottom = next(node for node in nx.topological_sort(debate.graph) if node in debate.claims)
    change = edit.add_reply(debate, bottom, "supports", "Deeper yet.")
    debate.apply(change)
    sizes.follow(change)
    assert sizes.count(top, None) == before + 1


def test_a_count_that_is_known_takes_no_time() -> None:
    small, large = Sizes(star(10)), Sizes(star(10_000))

    def ask(sizes: Sizes) -> None:
        for _ in range(500):
            sizes.count("c0", None)

    assert_grows_at_most(5, lambda: ask(small), lambda: ask(large))
