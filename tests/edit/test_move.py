import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.edit import EditRefusedError
from tests.strategies import sketch


def order(debate: Debate, target: str = "T") -> str:
    """Returns the links into a target, in order, in one line."""
    return " ".join(debate.links_into(target))


def four() -> Debate:
    return sketch("T", a="A + T a0", b="B - T a1", c="C + T a2", d="D - T a3")


@pytest.mark.parametrize(
    ("link", "steps", "then"),
    [
        ("b", -1, "b a c d"),
        ("b", 1, "a c b d"),
        ("a", 2, "b c a d"),
        ("d", -9, "d a b c"),
        ("a", 9, "b c d a"),
    ],
)
def test_a_link_is_moved_among_its_siblings(link: str, steps: int, then: str) -> None:
    debate = four()
    change = edit.reorder(debate, link, steps)
    assert change.said == f"move “{link.upper()}.” {'up' if steps < 0 else 'down'}"
    assert len(change.links) == 1, "only the one that moves is written"
    debate.apply(change)
    assert order(debate) == then


@pytest.mark.parametrize("pos", ["", "a0", "-", "é"])
def test_links_with_tied_positions_are_moved_all_the_same(pos: str) -> None:
    debate = four()
    links = {key: link._replace(pos=pos) for key, link in debate.links.items()}
    debate = Debate(debate.header, debate.claims, links)
    for link, steps, then in (("c", -1, "a c b d"), ("a", 2, "c b a d"), ("d", -3, "d c b a")):
        debate.apply(edit.reorder(debate, link, steps))
        assert order(debate) == then


def test_the_first_goes_no_further_up_and_the_last_no_further_down() -> None:
    with pytest.raises(EditRefusedError, match="the first already"):
        edit.reorder(four(), "a", -1)
    with pytest.raises(EditRefusedError, match="the last already"):
        edit.reorder(four(), "d", 1)


def test_theses_are_reordered() -> None:
    debate = sketch("T V W")
    debate.apply(edit.reorder_thesis(debate, "W", -2))
    assert debate.header.theses == ("W", "T", "V")
    with pytest.raises(EditRefusedError, match="the first already"):
        edit.reorder_thesis(debate, "W", -1)
    with pytest.raises(EditRefusedError, match="no thesis"):
        edit.reorder_thesis(debate, "X", 1)


def test_a_claim_moves_with_its_branch_and_keeps_its_link() -> None:
    debate = sketch("T V", p="P - T", a="A + P", u="U - p", q="Q + V")
    change = edit.move(debate, "P", "p", "Q")
    assert change.said == "move “P.” under “Q.”"
    assert set(change.links) == {"p"}
    debate.apply(change)
    assert debate.links["p"] == Link(("P",), "attacks", "Q", "a0")
    assert order(debate, "p") == "u"


def test_a_claim_moves_to_a_link_with_another_stance() -> None:
    debate = sketch("T", p="P + T", q="Q + T")
    debate.apply(edit.move(debate, "Q", "q", "p", "attacks"))
    assert debate.links["q"][:3] == (("Q",), "attacks", "p")


def test_a_thesis_moves_under_another_and_is_none_any_more() -> None:
    debate = sketch("T V", "X", v="A + V")
    debate.apply(edit.move(debate, "V", None, "T"))
    debate.apply(edit.move(debate, "X", None, "A", "attacks"))
    assert debate.header.theses == ("T",)
    assert [debate.links[key].stance for key in debate.links_from("V")] == ["supports"]
    assert [debate.links[key].target for key in debate.links_from("X")] == ["A"]


@pytest.mark.parametrize(
    ("claim", "link", "target", "reason"),
    [
        ("P", "p", "T", "stands there already"),
        ("P", "p", "P", "linked to itself"),
        ("P", "p", "A", "beneath it"),
        ("P", "p", "a", "beneath it"),
        ("P", "p", "U", "beneath it"),
        ("P", "p", "u", "beneath it"),
        ("P", "p", "p", "this claim’s own"),
        ("T", None, "B", "beneath it"),
        ("B", "b", "gone", "does not exist"),
        ("B", "b", "P", "already supports"),
        ("T", "p", "B", "does not stand there"),
        ("gone", None, "T", "no claim gone"),
        ("P", "gone", "T", "no link gone"),
    ],
)
def test_a_move_that_makes_no_sense_is_refused(
    claim: str, link: str | None, target: str, reason: str
) -> None:
    debate = sketch("T", p="P + T", a="A + P", b="B + A", c="B + P", u="U - p")
    with pytest.raises(EditRefusedError, match=reason):
        edit.move(debate, claim, link, target)


def test_a_promoted_claim_stands_right_after_the_one_it_stood_under() -> None:
    debate = sketch("T", p="P + T a0", q="Q + T a1", a="A - P", b="B + A")
    change = edit.promote(debate, "a", "p")
    assert change.said == "promote “A.”"
    debate.apply(change)
    assert order(debate) == "p a q"
    assert debate.links["a"].stance == "attacks"
    assert debate.links["b"].target == "A"


def test_a_promoted_undercut_speaks_to_what_the_step_was_for() -> None:
    debate = sketch("T", p="P + T", u="U - p")
    debate.apply(edit.promote(debate, "u", "p"))
    assert debate.links["u"][:3] == (("U",), "attacks", "T")


def test_right_under_a_thesis_nothing_is_promoted() -> None:
    with pytest.raises(EditRefusedError, match="right under a thesis"):
        edit.promote(sketch("T", p="P + T"), "p", None)


def test_a_promotion_that_would_double_a_step_or_dangle_is_refused() -> None:
    debate = sketch("T", p="P + T", a="A + P", b="A + T")
    with pytest.raises(EditRefusedError, match="already supports"):
        edit.promote(debate, "a", "p")
    claims = {key: claim for key, claim in debate.claims.items() if key != "T"}
    with pytest.raises(EditRefusedError, match="does not exist"):
        edit.promote(Debate(debate.header, claims, debate.links), "a", "p")


def test_a_demoted_claim_stands_last_under_the_sibling_before_it() -> None:
    debate = sketch("T", p="P + T a0", q="Q - T a1", a="A + P")
    change = edit.demote(debate, "q")
    assert change.said == "demote “Q.”"
    debate.apply(change)
    assert order(debate) == "p"
    assert order(debate, "P") == "a q"
    assert debate.links["q"].stance == "attacks"


def test_the_first_sibling_cannot_be_demoted() -> None:
    with pytest.raises(EditRefusedError, match="no claim before it"):
        edit.demote(sketch("T", p="P + T"), "p")


@pytest.mark.parametrize("above", ["P + T a0", "X + T a0"])
def test_a_claim_is_not_demoted_under_itself_or_what_stands_beneath_it(above: str) -> None:
    debate = sketch("T", a=above, b="P - T a1", c="X + P")
    with pytest.raises(EditRefusedError):
        edit.demote(debate, "b")


def test_promoting_takes_a_demotion_back() -> None:
    debate = sketch("T", p="P + T a0", q="Q - T a1", r="R + T a2")
    debate.apply(edit.demote(debate, "q"))
    debate.apply(edit.promote(debate, "q", "p"))
    assert order(debate) == "p q r"


def test_what_stands_beneath_a_place_is_where_it_cannot_go() -> None:
    debate = sketch("T", p="P Q + T", a="A + P", u="U - p", c="C + T")
    barred = edit.nodes_beneath(debate, ["p"])
    assert barred == {"p", "P", "Q", "a", "A", "u", "U"}
    for target in ("A", "U", "a"):
        with pytest.raises(EditRefusedError, match="stands beneath"):
            edit.move(debate, "P", "p", target)
