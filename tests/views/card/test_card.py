"""What a card tells of a claim: what a filter shows of it, and how much it hides."""

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.views.card import Role, card_at


def debate() -> Debate:
    """Returns a thesis with a pro of its own, one of three joint premises, and two cons."""
    claims = {name: Claim(f"Claim {name}.") for name in ("top", *"abcdef")}
    links = {
        "l-a": Link(("a",), "supports", "top", "a0"),
        "l-joint": Link(("b", "c", "d"), "supports", "top", "a1"),
        "l-e": Link(("e",), "attacks", "top", "a2"),
        "l-f": Link(("f",), "attacks", "top", "a3"),
    }
    return Debate(Header("m", theses=("top",)), claims, links)


def test_a_card_counts_the_replies_that_a_filter_hides() -> None:
    shown = card_at(debate(), ((None, "top"),), {"top", "c", "d"})
    assert [entry.claim for entry in (*shown.pros, *shown.cons)] == ["c", "d"]
    assert (shown.hidden_pros, shown.hidden_cons) == (2, 2)
    whole = card_at(debate(), ((None, "top"),))
    assert (whole.hidden_pros, whole.hidden_cons) == (0, 0)


def test_a_frame_opens_and_closes_around_what_a_filter_shows_of_it() -> None:
    pros = card_at(debate(), ((None, "top"),), {"top", "a", "c"}).pros
    alone = next(entry for entry in pros if entry.claim == "c")
    assert (alone.role, alone.framed, alone.opens, alone.closes) == (Role.REPLY, True, True, True)
    assert alone.hidden == 2
