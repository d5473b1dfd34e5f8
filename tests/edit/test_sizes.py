"""Verbs on debates that are deep, wide, or have more paths than atoms in a cup of tea."""

from collections.abc import Callable
from functools import partial

import pytest

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.workspace.session import Session
from tests.growth import assert_grows_at_most
from tests.soundness import records
from tests.strategies import chain, ladder, star

LENGTH = 30_000
Call = Callable[[Debate], Change]


@pytest.fixture(scope="module")
def long_chain() -> Session:
    return Session(chain(LENGTH))


@pytest.mark.parametrize(
    ("call", "claims", "said"),
    [
        pytest.param(
            lambda debate: edit.delete_branch(debate, "c1", "l1"),
            1,
            f"delete “Claim 1.” and {LENGTH - 2} replies",
            id="delete a branch",
        ),
        pytest.param(
            lambda debate: edit.copy_branch(debate, "c25000", "c0", "attacks"),
            LENGTH + 5_000,
            "copy “Claim 25000.” and 4999 replies",
            id="copy a branch",
        ),
        pytest.param(
            lambda debate: edit.move(debate, "c25000", "l25000", "c0"),
            LENGTH,
            "move “Claim 25000.” under “Claim 0.”",
            id="move a branch",
        ),
        pytest.param(
            lambda debate: edit.delete_claim(debate, "c25000"),
            LENGTH - 1,
            "delete “Claim 25000.” and 2 links; 1 claim now unplaced",
            id="delete a claim",
        ),
    ],
)
def test_a_long_chain_is_edited_and_the_edit_undone(
    long_chain: Session, call: Call, claims: int, said: str
) -> None:
    debate = long_chain.debate
    before = records(debate)
    long_chain.do(call(debate))
    assert len(debate.claims) == claims
    undone = long_chain.undo()
    assert undone is not None
    assert undone.said == said
    assert records(debate) == before
    assert len(debate.graph) == 2 * LENGTH - 1


def test_a_long_chain_is_cut_and_pasted() -> None:
    debate = chain(LENGTH)
    fragment, cut = edit.cut_fragment(debate, "c2", "l2")
    debate.apply(cut)
    assert len(debate.claims) == 2
    debate.apply(edit.paste_fragment(debate, fragment, "c0", "attacks"))
    assert len(debate.claims) == LENGTH
    assert debate.links["l2"].target == "c0"
    assert debate.links[f"l{LENGTH - 1}"].target == f"c{LENGTH - 2}"


def test_a_side_of_the_ladder_goes_and_what_stands_on_the_other_side_stays() -> None:
    debate = ladder()
    change = edit.delete_branch(debate, "l0", None)
    assert change.said == "delete “l0”; 40 claims stay elsewhere"
    debate.apply(change)
    assert len(debate.claims) == 41
    assert len(edit.deletion_of(debate, "r0", None).claims) == 41


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda debate: edit.add_reply(debate, "c0", "supports", "New."), id="add"),
        pytest.param(
            lambda debate: edit.add_reply(debate, "c0", "supports", "New.", after="l5"), id="insert"
        ),
        pytest.param(lambda debate: edit.reorder(debate, "l1", 500), id="reorder"),
        pytest.param(lambda debate: edit.delete_claim(debate, "c0"), id="delete the hub"),
        pytest.param(lambda debate: edit.delete_branch(debate, "c0", None), id="delete all"),
        pytest.param(lambda debate: edit.merge_claims(debate, "c1", "c0"), id="merge the hub"),
        pytest.param(lambda debate: edit.merge_claims(debate, "c1", "c2"), id="merge two rays"),
        pytest.param(
            lambda debate: edit.join_premises(debate, "l1", list(debate.claims)[2:]), id="join all"
        ),
        pytest.param(
            lambda debate: edit.split_claim(debate, "c0", "One.", "Two.", joint=True), id="split"
        ),
        pytest.param(
            lambda debate: edit.paste_parcel(
                debate, edit.pack(debate, [*debate.claims][1:], whole=False), "c0", after="l5"
            ),
            id="paste all",
        ),
    ],
)
def test_a_star_of_ten_thousand_takes_no_more_than_its_share_of_time(call: Call) -> None:
    small, large = star(1000), star(10_000)

    def there_and_back(debate: Debate) -> None:
        change = call(debate)
        debate.apply(change)
        debate.apply(change.inverse())

    assert_grows_at_most(50, partial(there_and_back, small), partial(there_and_back, large))
