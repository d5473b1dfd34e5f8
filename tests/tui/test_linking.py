# mypy: disable-error-code="unreachable, comparison-overlap"
# The screen changes between two looks at it, which mypy does not know.
import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Stance
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from tests.tui.driver import opened
from tests.tui.maps import rain


async def test_a_claim_gets_a_second_place_by_the_picker() -> None:
    async with opened(rain()) as user:
        await user.press("G", "L")
        assert "“Snow is white.” supports …" in user.text
        await user.type("plants")
        assert "+ Plants grow.   under “Rain is good.”" in user.text
        assert "Streets" not in "".join(user.lines[5:12])
        await user.press("enter")
        assert (user.words, user.under) == ("Snow is white.", "Plants grow.")
        assert user.said == "Linked “Snow is white.” as a pro of “Plants grow.”"
        assert "* Snow is white." not in user.rows
        await user.press("L")
        await user.type("sun")
        await user.press("enter")
        await user.press("u")
        assert user.said == "Undone: linked “Snow is white.” as a pro of “Sun is good.”"


async def test_ctrl_t_makes_it_a_con() -> None:
    async with opened(rain()) as user:
        await user.press("G", "L", "ctrl+t")
        assert "“Snow is white.” attacks …" in user.text
        await user.type("sun")
        await user.press("enter")
        assert (user.words, user.under) == ("Snow is white.", "Sun is good.")
        assert "  - Snow is white." in user.rows


async def test_tab_links_the_other_claim_to_this_one() -> None:
    async with opened(rain()) as user:
        await user.press("G", "L", "tab")
        assert "… supports “Snow is white.”" in user.text
        await user.type("wells fill")
        await user.press("enter")
        links = [link for link in user.debate.links.values() if link.target == "snow"]
        assert [link.premises for link in links] == [("fill",)]
        assert user.words == "Snow is white.", "the cursor stays on its claim"


async def test_ctrl_l_links_to_a_step() -> None:
    async with opened(rain()) as user:
        await user.press("G", "L", "ctrl+l", "ctrl+t")
        assert "“Snow is white.” attacks the step from …" in user.text
        await user.type("plants")
        await user.press("enter")
        assert "    -! Snow is white." in user.rows
        new = [link for link in user.debate.links.values() if link.premises == ("snow",)]
        assert [link.target for link in new] == ["l-plants"]


async def test_what_makes_no_sense_is_refused_with_the_reason() -> None:
    async with opened(rain()) as user:
        await user.press("j", "L")
        await user.type("rain")
        assert "◆ Rain is good.   “Plants grow.” already supports “Rain is good.”" in user.text
        await user.press("enter")
        assert "No: “Plants grow.” already supports “Rain is good.”" in user.text
        assert user.is_asked, "another can be chosen"
        await user.press("ctrl+t", "enter")
        assert "would now attack it too" in user.text, "unusual, so it is asked"
        await user.press("n")
        assert not user.session.dirty


async def test_a_claim_that_would_support_itself_is_asked_about() -> None:
    async with opened(rain()) as user:
        await user.press("L")
        await user.type("roots")
        await user.press("enter")
        assert "The claim would come to bear on itself" in user.text
        await user.press("escape")
        assert not user.session.dirty
        await user.press("L")
        await user.type("roots")
        await user.press("enter", "y")
        await user.rest()
        assert user.session.dirty
        assert user.debate.links_from("rain")


async def test_the_picker_lists_what_is_folded_too_and_says_how_many_more_there_are() -> None:
    async with opened(rain(), size=(100, 40)) as user:
        await user.press("z", "a", "L")
        assert "+ Plants grow.   under “Rain is good.”" in user.text
        assert "more: type to find" not in user.text
    many = rain()
    for number in range(300):
        many.apply(edit.add_unplaced(many, f"Point {number}."))
    async with opened(many, size=(100, 40)) as user:
        for typed in ("", "point"):
            await user.press("L", *typed, "pageup", *["pagedown"] * 12)
            listed = len(many.claims) - 1 if not typed else 300
            assert f"and {listed - 200} more: type to find" in user.text
            await user.press("escape", *(["escape"] if typed else []))


async def test_the_picker_says_when_nothing_fits_and_is_left_with_escape() -> None:
    async with opened(rain()) as user:
        await user.press("L")
        await user.type("zz")
        assert "No claim has all of these words." in user.text
        await user.press("enter")
        assert user.is_asked
        await user.press("escape")
        assert "Escape again leaves, and drops “zz”" in user.text
        await user.press("escape")
        assert not user.is_asked
        assert not user.session.dirty


async def test_a_claim_moves_under_another_with_what_is_unfolded_beneath_it() -> None:
    async with opened(rain()) as user:
        await user.press("j", "l", "m")
        assert "Move “Plants grow.” as a pro under …" in user.text
        await user.type("snow")
        await user.press("enter")
        assert (user.words, user.under) == ("Plants grow.", "Snow is white.")
        assert user.rows[-3:] == [
            "  + Plants grow.",
            "    -! Not in winter.",
            "    + Roots drink.",
        ]
        await user.press("m")
        await user.type("roots")
        assert "Cannot be moved there" in user.text
        await user.press("enter")
        assert "No: it stands beneath what moves." in user.text


async def test_a_refusal_stays_for_as_long_as_it_is_true() -> None:
    async with opened(rain()) as user:
        await user.press("j", "m")
        await user.type("roots")
        await user.press("enter")
        assert "No: it stands beneath what moves." in user.text
        user.session.do(edit.reword(user.debate, "roots", "Roots drink rain."))
        await user.until_shown("Roots drink rain.")
        assert "No: it stands beneath what moves." in user.text
        user.session.do(edit.delete_claim(user.debate, "roots"))
        await user.until(lambda: "No:" not in user.text, "the refusal to go")
        assert "Move “Plants grow.” as a pro under …" in user.text


async def test_promote_demote_reorder_and_flip() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        await user.go_to("Roots")
        await user.press("<")
        assert (user.words, user.under) == ("Roots drink.", "Rain is good.")
        await user.press(">")
        assert (user.words, user.under) == ("Roots drink.", "Plants grow.")
        await user.go_to("Streets")
        await user.press("K")
        assert user.rows[1] == "  - Streets flood."
        assert user.words == "Streets flood."
        await user.press("K")
        assert user.said == "It is the first already."
        await user.press("J")
        assert user.rows[1] == "  + Plants grow."
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")
        await user.press("~")
        assert "  + Streets flood." in user.rows
        assert user.said == "Made “Streets flood.” a pro"
        await user.press("alt+down")
        assert user.rows.index("  + Streets flood.") > user.rows.index("  + We need wells.")


async def test_promote_where_the_level_above_is_not_shown_says_so() -> None:
    async with opened(rain()) as user:
        await user.press("j", "<")
        assert user.said == "It stands right under a thesis; T makes it a thesis itself."
        await user.press("enter", "<")
        assert "Step out first" in user.said


async def test_theses_are_reordered_made_and_unmade() -> None:
    async with opened(rain()) as user:
        await user.press("J")
        assert user.rows[0] == "* Sun is good."
        assert user.words == "Rain is good."
        await user.press("T")
        assert user.debate.header.theses == ("sun",)
        assert user.words == "Rain is good."
        await user.press("T")
        assert user.debate.header.theses == ("sun", "rain")


async def test_marked_claims_are_joined_and_parted() -> None:
    async with opened(rain()) as user:
        await user.press("j", "v")
        assert user.words == "Streets flood.", "the cursor goes on"
        assert "•" in user.text
        await user.press("j", "&")
        joint = user.debate.links["l-wells"].premises
        assert joint == ("fill", "need", "plants")
        assert user.said == "Joined “Plants grow.” with “Wells fill.”"
        assert "⎨" in user.text
        await user.go_to("Plants")
        await user.press("^")
        assert user.debate.links["l-wells"].premises == ("fill", "need")
        assert user.words == "Plants grow."
        await user.press("^")
        assert user.said == "Part from its joint premises: it is not joined with another"


async def test_a_branch_is_marked_and_unmarked() -> None:
    async with opened(rain()) as user:
        await user.press("V")
        assert user.said == "7 claims are marked."
        await user.press("g", "v")
        assert user.map.view.marked == set()
        await user.press("g", "v")
        assert "nothing is marked" in user.said


async def test_a_mark_on_the_selected_claim_alone_is_known_of() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "j", "j", "V")
        assert user.said == "1 claim is marked."
        for key in "M&":
            await user.press(key)
            assert "only the selected claim is marked; v marks others" in user.said
        await user.press("g", "v")
        assert user.map.view.marked == set()


async def test_duplicates_are_merged_into_the_selected_claim() -> None:
    debate = rain()
    debate.apply(edit.add_reply(debate, "sun", "attacks", "Streets flood!"))
    async with opened(debate) as user:
        await user.go_to("Streets flood!")
        await user.press("v")
        await user.go_to("Streets flood.")
        await user.press("M")
        await user.press("enter")
        assert user.words == "Streets flood."
        assert not any(claim.text == "Streets flood!" for claim in user.debate.claims.values())
        assert user.map.view.marked == set()
        await user.press("u")
        assert any(claim.text == "Streets flood!" for claim in user.debate.claims.values())


async def test_what_is_cut_moves_to_where_it_is_pasted() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "d")
        assert user.rows[1:3] == ["  + Plants grow.", "  + Wells fill."]
        assert user.said == "Took “Streets flood.” away from here; u undoes it, p pastes it."
        await user.press("G", "p")
        assert user.rows[-2:] == ["* Snow is white.", "  - Streets flood."]
        assert user.words == "Streets flood."
        assert user.under == "Snow is white."


async def test_a_branch_that_is_cut_asks_and_comes_back_whole_by_paste() -> None:
    async with opened(rain()) as user:
        await user.press("j", "d")
        assert "Plants grow." in user.text
        assert "?" in user.text
        await user.press("n")
        assert not user.session.dirty
        await user.press("d", "y")
        await user.rest()
        assert "plants" not in user.debate.claims
        assert "winter" not in user.debate.claims
        await user.press("G", "p")
        texts = {claim.text for claim in user.debate.claims.values()}
        assert {"Plants grow.", "Roots drink.", "Not in winter."} <= texts
        assert (user.words, user.under) == ("Plants grow.", "Snow is white.")


async def test_what_is_yanked_gets_a_second_place_or_a_copy() -> None:
    async with opened(rain()) as user:
        await user.press("j", "y")
        assert "Yanked" in user.said
        await user.press("G", "p")
        assert (user.words, user.under) == ("Plants grow.", "Snow is white.")
        assert len(user.debate.links_from("plants")) == 2
        await user.press("h", "P")
        copies = [claim for claim in user.debate.claims.values() if claim.text == "Plants grow."]
        assert len(copies) == 2
        assert user.under == "Snow is white."


async def test_nothing_in_the_hand_is_said() -> None:
    async with opened(rain()) as user:
        await user.press("p")
        assert user.said == "Paste here: nothing was cut or yanked; d cuts, y yanks"


async def test_deleting_a_claim_everywhere_asks_and_says_what_goes() -> None:
    async with opened(rain()) as user:
        await user.press("j", "j", "D")
        assert "Streets flood." in user.text
        await user.press("escape")
        assert not user.session.dirty
        await user.press("D", "y")
        await user.rest()
        assert not any("Streets flood." in row for row in user.rows)
        await user.press("u")
        assert len([row for row in user.rows if "Streets flood." in row]) == 2


async def test_replies_to_a_claim_that_is_deleted_stay_unplaced() -> None:
    async with opened(rain()) as user:
        await user.press("j", "D", "y")
        await user.rest()
        assert "* Roots drink." in user.rows


async def test_an_unlinked_claim_stays_unplaced() -> None:
    async with opened(rain()) as user:
        await user.press("j", "x")
        assert "* Plants grow." in user.rows
        await user.press("G", "x")
        assert user.said == "Unlink it here, and keep it: the claim hangs on no link here"


async def test_no_more_claims_are_looked_at_than_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    debate = rain()
    claims = {**debate.claims, **{f"c{n}": Claim(f"Clouds {n}.") for n in range(2_000)}}
    debate = Debate(debate.header, claims, debate.links, debate.sources)
    asked: list[str] = []
    refusal = edit.refusal

    def counted(debate: Debate, premise: str, target: str, stance: Stance) -> str | None:
        asked.append(target)
        return refusal(debate, premise, target, stance)

    async with opened(debate, size=(100, 30)) as user:
        await user.press("G", "L")
        monkeypatch.setattr(edit, "refusal", counted)
        await user.press("c")
        assert len(asked) < 1_000
        shown = isinstance(user.screen, PickerScreen) and len(user.screen._found("clouds"))
        assert shown == 201
        await user.until_shown("Clouds")
