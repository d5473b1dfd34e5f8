import sys
import time
from typing import TYPE_CHECKING

import pytest

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Link, Stance
from debatemap.edit import EditRefusedError, Signature
from tests.strategies import sketch

if TYPE_CHECKING:
    from collections.abc import Callable


def added_claim(change: Change) -> tuple[str, Claim]:
    """Returns the one claim that a change adds."""
    [(key, (before, after))] = change.claims.items()
    assert before is None
    assert after is not None
    return key, after


def children(debate: Debate, target: str) -> list[str]:
    """Returns the texts of the first premises of the links into a target, in order."""
    firsts = (debate.links[link].premises[0] for link in debate.links_into(target))
    return [debate.claims[first].text for first in firsts]


def test_a_thesis_is_added_last_or_right_after_another() -> None:
    debate = sketch("T U")
    debate.apply(edit.add_thesis(debate, "Last."))
    debate.apply(edit.add_thesis(debate, "Second.", after="T"))
    said = [debate.claims[thesis].text for thesis in debate.header.theses]
    assert said == ["T.", "Second.", "U.", "Last."]


@pytest.mark.parametrize(("stance", "noun"), [("supports", "pro"), ("attacks", "con")])
def test_a_reply_speaks_to_its_target_and_is_the_last_there(stance: Stance, noun: str) -> None:
    debate = sketch("T", p="P + T a0", c="C - T a1")
    change = edit.add_reply(debate, "T", stance, "So it is.")
    assert change.said == f"add the {noun} “So it is.”"
    debate.apply(change)
    assert children(debate, "T") == ["P.", "C.", "So it is."]
    assert debate.links[debate.links_into("T")[-1]].stance == stance


def test_a_reply_to_a_link_is_an_undercut() -> None:
    debate = sketch("T", p="P + T")
    change = edit.add_reply(debate, "p", "attacks", "That does not follow.")
    assert change.said == "add the undercut “That does not follow.”"
    debate.apply(change)
    assert children(debate, "p") == ["That does not follow."]


def test_a_reply_may_stand_right_after_another() -> None:
    debate = sketch("T", p="P + T a0", c="C - T a1")
    debate.apply(edit.add_reply(debate, "T", "supports", "Between.", after="p"))
    assert children(debate, "T") == ["P.", "Between.", "C."]


@pytest.mark.parametrize("pos", ["", "a0", "-", "é", "\x00"])
def test_a_reply_stands_right_after_its_sibling_though_their_positions_are_tied(pos: str) -> None:
    debate = sketch("T", k="A + T", l="B + T", m="C + T")
    links = {key: link._replace(pos=pos) for key, link in debate.links.items()}
    debate = Debate(debate.header, debate.claims, links)
    debate.apply(edit.add_reply(debate, "T", "supports", "New.", after="k"))
    assert children(debate, "T") == ["A.", "New.", "B.", "C."]


def test_a_sibling_takes_the_stance_and_the_target_and_stands_next() -> None:
    debate = sketch("T", p="P - T a0", c="C + T a1")
    debate.apply(edit.add_sibling(debate, "p", "Next."))
    assert children(debate, "T") == ["P.", "Next.", "C."]
    assert debate.links[debate.links_into("T")[1]].stance == "attacks"


def test_a_claim_for_the_inbox_has_no_link() -> None:
    debate = sketch("T")
    change = edit.add_unplaced(debate, "Later.", signed=Signature("ann", "2026-01-03"))
    key, claim = added_claim(change)
    assert claim == Claim("Later.", by="ann", created="2026-01-03")
    assert not change.links
    debate.apply(change)
    assert not debate.is_placed(key)


def test_a_claim_is_inserted_between_two_and_the_undercut_stays_with_the_lower_step() -> None:
    debate = sketch("T", p="P D - T a1", q="Q + T a2", u="U - p")
    change = edit.insert_between(debate, "p", "Between.")
    assert change.said == "insert “Between.” above “P.”"
    key, _ = added_claim(change)
    debate.apply(change)
    assert debate.links["p"].premises == ("P", "D")
    assert debate.links["p"][1:4] == ("supports", key, "a0")
    [upper] = debate.links_from(key)
    assert debate.links[upper] == Link((key,), "attacks", "T", "a1")
    assert debate.links["u"].target == "p"
    assert children(debate, "T") == ["Between.", "Q."]


def test_what_is_typed_is_cleaned_on_its_way_in() -> None:
    debate = sketch("T")
    change = edit.add_reply(debate, "T", "supports", "  a\r\nb\x1b]52;c;aGk=\x07 e\u0301 ")
    assert added_claim(change)[1].text == "a\nb]52;c;aGk= é"


@pytest.mark.parametrize("text", ["", "  \n", "\x1b", "\u200b"])
def test_a_claim_without_words_is_refused(text: str) -> None:
    debate = sketch("T", p="P + T")
    calls: tuple[Callable[[], Change], ...] = (
        lambda: edit.add_thesis(debate, text),
        lambda: edit.add_reply(debate, "T", "supports", text),
        lambda: edit.add_sibling(debate, "p", text),
        lambda: edit.add_unplaced(debate, text),
        lambda: edit.insert_between(debate, "p", text),
        lambda: edit.reword(debate, "T", text),
        lambda: edit.split_claim(debate, "T", "One.", text, joint=False),
    )
    for call in calls:
        with pytest.raises(EditRefusedError, match="needs words"):
            call()


def test_a_reply_to_nothing_is_refused() -> None:
    with pytest.raises(EditRefusedError, match="there is no claim or link nothing"):
        edit.add_reply(sketch("T"), "nothing", "supports", "So.")


def test_ids_of_new_records_are_new_and_well_formed() -> None:
    debate = sketch("T")
    for _ in range(50):
        debate.apply(edit.add_reply(debate, "T", "supports", "So."))
    assert len(debate.claims) == 51
    assert len(debate.links) == 50
    assert all(len(key) == 10 for key in debate.links)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no tzset")
def test_a_claim_is_signed_with_the_day_where_the_program_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    days = set()
    for zone in ("Etc/GMT+12", "Etc/GMT-14"):  # 26 hours lie between the two.
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        days.add(edit.signed_today("zoe"))
    monkeypatch.undo()
    time.tzset()
    assert len(days) == 2
    assert {each.by for each in days} == {"zoe"}
