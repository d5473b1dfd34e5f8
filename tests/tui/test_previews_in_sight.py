"""What comes of an edit is in sight on a small screen, too, and its signs are those of the map."""

from functools import partial

from debatemap import edit
from debatemap.tui.features.shaping.before_after import before_after
from debatemap.workspace.session import Session
from tests.strategies import sketch
from tests.tui.driver import Driver, opened
from tests.tui.scenes import essay, resize


def below(user: Driver, words: str) -> list[str]:
    """Returns the lines of the dialog below the one that begins with some words."""
    lines = [line.rpartition("▌")[2].strip() for line in user.lines]
    return lines[next(n for n, line in enumerate(lines) if line.startswith(words)) + 1 :]


async def test_before_and_after_are_both_in_sight_on_a_small_screen() -> None:
    async with opened(Session(essay()), size=(80, 24)) as user:
        await user.press("z", "o", "j")
        top, claim = "◆ The most capable AI models", "An open ecosystem drives progress"
        for keys in (("B", "g", *"Together"), ("b", *"Together")):
            await user.press(*keys)
            before, after = below(user, "before"), below(user, "after")
            assert before[0].startswith(top)
            assert f"+ {claim}" in before[1]
            assert "before   … 6 more claims" in user.text
            assert after[0].startswith(top)
            assert after[1].startswith("+ Together")
            assert f"+ {claim}" in after[2]
            assert "after   … 6 more claims" in user.text
            await user.press("escape", "escape")
        await resize(user, (120, 60))
        await user.press("b", *"Together")
        assert "more claim" not in user.text, "there is room for all"


async def test_what_a_split_leaves_is_in_sight_and_what_it_is_under_has_its_sign() -> None:
    async with opened(Session(essay()), size=(80, 24)) as user:
        await user.press("z", "o")
        await user.go_to("Startups, universities")
        await user.press("S")
        before, after = below(user, "before"), below(user, "after")
        assert before[0].startswith("+ An open ecosystem"), "it is no unplaced claim"
        assert after[0].startswith("+ An open ecosystem")
        shown = [" ".join(line.split()[:4]) for line in after[1:4]]
        joined = ["+ If we collectively", "+ & Startups, universities"]
        assert shown == [*joined, "+ invest in open-source"], "what holds only with it is shown"
        assert user.screen.query_one("VerticalScroll").max_scroll_y == 0
        assert "← → a word back or on" in user.text


async def test_what_a_merge_leaves_unplaced_is_said_and_in_sight_on_a_small_screen() -> None:
    async with opened(Session(essay()), size=(80, 24)) as user:
        await user.press("z", "o")
        await user.go_to("An open ecosystem")
        await user.press("v")
        await user.go_to("Decentralized innovation")
        await user.press("M")
        joined = " ".join(line.rpartition("▌")[2].strip() for line in user.lines)
        assert "? The link between them goes. 1 claim will be unplaced." in joined
        assert below(user, "after")[5].startswith("○ Past decentralized invention")
        assert user.screen.query_one("VerticalScroll").max_scroll_y == 0


def test_a_thesis_that_stands_elsewhere_too_is_shown_after_an_edit() -> None:
    debate = sketch("T V", a="A + T", t="T + C", c="C - V")
    split = partial(edit.split_claim, claim="A", first="One.", second="Two.", joint=False)
    for most in (3, 99):
        lines = [line.plain for line in before_after(debate, ["A"], split, 40, most)]
        assert lines == [
            *("before", "◆ T.", "  + A.", "", "after"),
            *("◆ T.", "  + One.", "  + Two."),
        ]


def test_what_undercuts_itself_in_a_cycle_is_shown_on_a_small_screen() -> None:
    debate = sketch("T", a="A - b", b="B - a")
    split = partial(edit.split_claim, claim="A", first="One.", second="Two.", joint=False)
    lines = [line.plain for line in before_after(debate, ["A"], split, 40, 3)]
    assert lines[0].startswith("before")
    assert any("One." in line for line in lines)
