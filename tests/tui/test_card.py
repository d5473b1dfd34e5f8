"""The card: one claim with its pros and its cons, with the outline's cursor and keys."""

from functools import partial
from pathlib import Path

import pytest

from debatemap import edit, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link, Stance
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.card.card_view import CardView
from debatemap.tui.widgets.details import Details
from debatemap.workspace.session import open_session
from tests.hostile.payloads import PAYLOADS
from tests.tui.card_on_screen import card_of, drawn, line_of, line_with, on_the_card
from tests.tui.driver import opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    save(rain(), path)
    return path


def focus_of(view: CardView) -> tuple[tuple[str | None, str], ...] | None:
    return view.focus_path


def claim_of(view: CardView) -> str | None:
    return view.claim


async def test_pros_stand_at_the_left_and_cons_at_the_right(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        assert view.claim == "rain"
        heads = line_with(view, "for 3")
        assert heads.index("for 3") < heads.index("against 1")
        beside = line_with(view, "Streets flood.")
        assert beside.index("Plants grow.") < beside.index("│") < beside.index("Streets flood.")


async def test_replies_say_how_strong_they_are_and_how_many_replies_they_have(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        lines = drawn(view)
        index = next(n for n, line in enumerate(lines) if "Plants grow." in line)
        assert lines[index].split("│")[0].split()[-1].isdigit()
        assert "1 reply · 1 quote · note" in lines[index + 1]


async def test_undercuts_stand_under_their_step_and_joint_premises_in_a_frame(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        lines = drawn(await on_the_card(user))
        find = partial(line_of, lines)
        assert find("Plants grow.") < find("⊣ Not in winter.") < find("only together")
        assert find("╭─ only together") < find("Wells fill.") < find("We need wells.") < find("╰")
        assert "│ + Wells fill." in lines[find("Wells fill.")]


async def test_the_note_and_what_it_cites_stand_below(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        await user.press("z", "o")
        await user.go_to("Plants grow.")
        lines = drawn(await on_the_card(user))
        find = partial(line_of, lines)
        assert find("for 1") < find("a longer remark,") < find("The Almanac")
        assert find("The Almanac") < find("“after rain, green”") < find("https://example.org/a")


async def test_ancestors_stand_on_top_and_lead_back(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        await user.press("z", "o")
        await user.go_to("Roots drink.")
        view = await on_the_card(user)
        lines = drawn(view)
        assert ["Rain is good." in lines[0], "Plants grow." in lines[1]] == [True, True]
        assert "Roots drink." in lines[2]
        await user.press("k")
        assert (view.claim, view.focus_path) == (
            "plants",
            ((None, "rain"), ("l-plants", "plants"), ("l-roots", "roots")),
        )
        await user.press("enter")
        assert view.focus_path == ((None, "rain"), ("l-plants", "plants"))


async def test_arrows_cross_between_a_pro_and_the_con_beside_it(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down")
        assert view.claim == "plants"
        await user.press("right")
        assert view.claim == "floods"
        await user.press("left")
        assert view.claim == "plants"
        await user.press("down")
        assert view.claim == "winter"
        await user.press("down", "right", "left", "left")
        assert view.claim == "rain"


async def test_arrows_cross_to_the_con_that_answers_a_pro() -> None:
    claims = {name: Claim(f"Claim {name}.") for name in ("t", "p", "q", "c", "d")}
    links = {
        "lp": Link(("p",), "supports", "t", "a0"),
        "lq": Link(("q",), "supports", "t", "a1"),
        "lc": Link(("c",), "attacks", "t", "a2"),
        "ld": Link(("d",), "attacks", "t", "a3"),
        "answer": Link(("d",), "attacks", "p", "a0"),
        "other": Link(("q",), "attacks", "lc", "a0"),
    }
    async with opened(Debate(Header("m", "M", ("t",)), claims, links), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "right")
        assert view.claim == "d"
        await user.press("left")
        assert view.claim == "p"
        await user.press("g", "j")
        assert view.claim == "q"
        await user.press("right")
        assert view.claim == "c", "what undercuts a con answers it, too"


async def test_enter_goes_in_and_backspace_out(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "enter")
        assert focus_of(view) == ((None, "rain"), ("l-plants", "plants"))
        assert "for 1" in line_with(view, "for 1")
        await user.press("backspace")
        assert (view.focus_path, view.claim) == (((None, "rain"),), "plants")
        await user.press("k", "backspace")
        assert "Step out" in user.said


async def test_the_outline_comes_back_with_the_cursor_where_it_is(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        await on_the_card(user)
        await user.press("down", "right", "F")
        await user.rest()
        assert user.map.feature(Views).active is None
        assert user.map.view.display
        assert user.words == "Streets flood."
        assert user.under == "Rain is good."
        await user.press("F")
        assert card_of(user).claim == "floods"


async def test_the_same_claim_in_two_places_is_told_apart(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        await user.go_to("Sun is good.")
        view = await on_the_card(user)
        await user.press("down")
        assert view.path == ((None, "sun"), ("l-too", "floods"))
        await user.press("x")
        assert "l-too" not in user.debate.links
        assert "l-floods" in user.debate.links


async def test_what_folds_says_how_the_outline_is_shown(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        await on_the_card(user)
        await user.press("z", "a")
        assert "F shows it again" in user.said


async def test_a_click_selects_and_two_go_in(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        lines = drawn(view)
        at = next(n for n, line in enumerate(lines) if "Streets flood." in line)
        await user.pilot.click(CardView, offset=(lines[at].index("Streets"), at))
        await user.press()
        assert (view.claim, view.focus_path) == ("floods", ((None, "rain"),))
        await user.pilot.click(CardView, offset=(4, at), times=2)
        await user.press()
        assert view.focus_path == ((None, "rain"), ("l-plants", "plants"))


async def test_a_search_leads_to_the_card_of_what_it_finds(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("/", *"snow", "enter")
        await user.rest()
        assert view.focus_path == ((None, "snow"),)


async def test_a_filter_leaves_what_matches_and_edits_never_hit_another_claim(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("f", *"flood", "enter")
        await user.rest()
        text = "\n".join(drawn(view))
        assert "Streets flood." in text
        assert "Plants grow." not in text
        assert "none found, 3 hidden" in text
        assert "none yet" not in text
        await user.press("z", "f")
        await user.rest()
        assert "Plants grow." in "\n".join(drawn(view))


async def test_it_follows_another_version_of_the_map(file: Path) -> None:
    async with opened(open_session(file), size=(100, 40)) as user:
        view = await on_the_card(user)
        save(Debate(Header("rain_map", "Weather", ("one",)), {"one": Claim("Only this.")}), file)
        await user.press("g", "r")
        await user.until(lambda: view.claim == "one", "the map that was read again")


async def test_a_claim_that_stands_above_itself_is_gone_up_to() -> None:
    claims = {name: Claim(f"Claim {name}.") for name in "tab"}
    links = {
        "la": Link(("a",), "supports", "t", "a0"),
        "lb": Link(("b",), "supports", "a", "a0"),
        "back": Link(("a",), "supports", "b", "a0"),
    }
    async with opened(Debate(Header("m", "M", ("t",)), claims, links), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("down", "enter", "down", "enter", "down")
        assert view.path == ((None, "t"), ("la", "a"), ("lb", "b"), ("back", "a"))
        assert "further up" in "\n".join(drawn(view))
        await user.press("enter")
        assert view.focus_path == ((None, "t"), ("la", "a"))


async def test_a_claim_with_5000_replies_scrolls_and_draws_what_is_in_sight() -> None:
    claims = {"t": Claim("Top.")} | {f"c{n}": Claim(f"Reply number {n}.") for n in range(5000)}
    links = {
        f"l{n:04}": Link((f"c{n}",), ("supports", "attacks")[n % 2], "t", f"a{n:04}")
        for n in range(5000)
    }
    async with opened(Debate(Header("m", "M", ("t",)), claims, links), size=(100, 40)) as user:
        view = await on_the_card(user)
        await user.press("j", "G")
        assert view.claim == "c4998"
        assert "Reply number 4998." in "\n".join(drawn(view))
        await user.press("l")
        assert view.claim in {"c4997", "c4999"}
        await user.press("g", "g")
        assert view.claim == "t"
        for _ in range(3):
            await user.press("pagedown")
        assert view.scroll_offset.y > 0
        assert view.claim is not None
        assert user.debate.claims[view.claim].text in "\n".join(drawn(view))


@pytest.mark.parametrize("size", [(40, 10), (59, 12), (80, 24), (139, 30)])
async def test_it_fits_any_size(file: Path, size: tuple[int, int]) -> None:
    async with opened(open_session(file), size=size) as user:
        view = await on_the_card(user)
        assert all(view.render_line(y).cell_length <= size[0] for y in range(view.size.height))
        await user.press("G", "pagedown", "l", "h", "ctrl+u", "g", "g", "j", "enter", "backspace")
        await user.press("-", *"Written", "enter", "escape")
        await user.rest()
        assert any(claim.text == "Written" for claim in user.debate.claims.values())


async def test_hostile_and_wide_words_stay_in_their_column(tmp_path: Path) -> None:
    debate = Debate(Header("h", "h", ("a",)), {"a": Claim("漢字" * 40 + "👩\u200d👩\u200d👧🇩🇪")})
    path = tmp_path / "hostile.json"
    for number, words in enumerate(PAYLOADS):
        stance: Stance = "supports" if number % 2 else "attacks"
        debate.apply(edit.add_reply(debate, "a", stance, f"x{words}y 漢字" + "👍🏽" * 30))
    save(debate, path)
    async with opened(open_session(path), size=(100, 30)) as user:
        view = await on_the_card(user)
        for _ in range(6):
            for y in range(view.size.height):
                line = view.render_line(y)
                assert line.cell_length == view.scrollable_content_region.width
                assert "\x1b" not in line.text
            await user.press("pagedown")


async def test_the_narrow_card_has_no_details_beside_it(file: Path) -> None:
    async with opened(open_session(file), size=(120, 30)) as user:
        view = await on_the_card(user)
        assert not user.map.part(Details).display
        assert view.size.width > 115
        await user.press("F")
        await user.rest()
        assert user.map.part(Details).display


async def test_an_empty_map_has_no_card() -> None:
    async with opened(Debate(Header("empty", "Empty")), size=(100, 30)) as user:
        await user.press("escape", "F")
        assert user.map.feature(Views).active is None
        await user.press("O", *"First", "enter", "escape")
        view = await on_the_card(user)
        assert view.claim is not None
        await user.press("d")
        await user.rest()
        assert claim_of(view) is None
        await user.press("j", "l", "enter", "O", *"Second", "enter", "escape")
        await user.rest()
        assert [claim.text for claim in user.debate.claims.values()] == ["Second"]
        assert view.claim is not None
