"""Wide screens: the card beside the outline, a third column, and the lines between them."""

from pathlib import Path

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from debatemap import save
from debatemap.store.locations import state_folder
from debatemap.store.pane_state import LEAST, MOST, PaneState, load_panes, save_panes
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.card.card_view import CardView
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.splitter import CardSplit, Splitter, ThirdSplit
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    save(rain(), path)
    return path


def card_of(user: Driver) -> CardView:
    card = user.map.feature(Views).card
    assert card is not None
    return card


def has_cursor(user: Driver) -> bool:
    """Tells whether the card has the cursor, and not the outline."""
    return user.map.feature(Views).active is not None


def text_of(user: Driver, kind: type[CardView | Details]) -> str:
    region = user.map.query_one(kind).region
    lines = user.lines[region.y : region.bottom]
    return "\n".join(line[region.x : region.right] for line in lines)


async def test_from_140_columns_the_card_stands_in_place_of_the_details(file: Path) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.rest()
        assert card_of(user).region.x > user.map.view.region.right - 1
        assert not user.map.part(Details).display
        assert user.map.view.display
    async with opened(open_session(file), size=(139, 30)) as user:
        await user.rest()
        assert user.map.feature(Views).card is None
        assert user.map.part(Details).display


async def test_the_card_has_the_whole_width_once_nothing_stands_beside_it(file: Path) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.rest()
        await user.pilot.resize_terminal(80, 24)
        await user.until(lambda: tuple(user.screen.size) == (80, 24), "the other size")
        await user.press("F")
        assert card_of(user).outer_size.width == 80
        await user.pilot.resize_terminal(140, 30)
        await user.until(lambda: user.map.view.display, "the outline beside it")
        assert card_of(user).outer_size.width == 70


async def test_the_card_follows_the_outline(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.press("z", "o")
        await user.go_to("Plants grow.")
        await user.rest()
        assert card_of(user).focus_path == ((None, "rain"), ("l-plants", "plants"))
        assert "Roots drink." in text_of(user, CardView)
        await user.press("-", *"Not in sand", "enter", "escape", "k")
        await user.rest()
        assert not has_cursor(user)
        assert "Not in sand" in user.text


async def test_one_key_goes_between_outline_and_card_with_the_same_cursor(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.press("F")
        assert has_cursor(user)
        assert card_of(user).has_focus
        await user.press("down", "right")
        assert card_of(user).claim == "floods"
        row = user.map.view.row
        assert row is not None
        assert row.claim == "floods", "the outline follows"
        assert card_of(user).focus_path == ((None, "rain"),), "and the card stays"
        await user.press("F")
        await user.rest()
        assert not has_cursor(user)
        assert user.map.view.has_focus
        assert user.words == "Streets flood."
        assert card_of(user).display


async def test_tab_goes_round_all_panes(file: Path) -> None:
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press("tab")
        assert card_of(user).has_focus
        assert has_cursor(user)
        await user.press("tab")
        assert user.map.part(Details).has_focus
        await user.press("tab")
        assert user.map.view.has_focus
        assert not has_cursor(user)


async def test_what_is_written_on_the_card_stands_over_it(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.press("F", "-", *"Only sometimes")
        card = card_of(user)
        line = next(line for line in user.lines if "Only sometimes" in line)
        assert line.index("Only sometimes") > card.region.x + card.size.width // 2
        await user.press("enter", "escape")
        await user.rest()
        assert card.has_focus
        assert card.focus_path == ((None, "rain"),)
        assert card.claim is not None
        assert user.debate.claims[card.claim].text == "Only sometimes"


async def test_a_click_gives_the_cursor_to_the_card_and_to_the_outline(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.rest()
        card = card_of(user)
        y = next(n for n in range(20) if "Streets flood." in card.render_line(n).text)
        x = card.render_line(y).text.index("Streets")
        await user.pilot.click(CardView, offset=(x, y))
        await user.press()
        assert has_cursor(user)
        assert card.claim == "floods"
        await user.press("e", *" Now", "enter")
        assert user.debate.claims["floods"].text == "Streets flood. Now"
        await user.pilot.click("#outline", offset=(8, 0))
        await user.press()
        assert not has_cursor(user)
        assert user.words == "Rain is good."


async def test_from_200_columns_a_third_one_has_the_note_or_why(file: Path) -> None:
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press("j")
        await user.rest()
        assert user.words == "Plants grow."
        assert "a longer remark," in text_of(user, Details)
        assert "a longer remark," not in text_of(user, CardView), "it is not told twice"
        await user.press("I")
        await user.until(lambda: "starts at 50" in text_of(user, Details), "the reasons")
        assert "a longer remark," in text_of(user, CardView), "it is told on the card then"
        await user.press("k")
        await user.until(lambda: "Plants grow." in text_of(user, Details), "other reasons")
        await user.press("I", "j")
        await user.rest()
        assert "a longer remark," in text_of(user, Details)


async def test_the_third_column_says_where_there_is_none(file: Path) -> None:
    async with opened(open_session(file), size=(199, 40)) as user:
        await user.press("I")
        assert "200 columns" in user.said
        assert not user.map.part(Details).display
    async with opened(open_session(file), size=(59, 40)) as user:
        await user.press("alt+l")
        assert "one pane only" in user.said


async def test_what_the_third_column_shows_is_remembered(file: Path) -> None:
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press("I")
        await user.rest()
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.until(lambda: "why" in text_of(user, Details), "the reasons")


async def test_keys_move_the_split_and_it_is_remembered(file: Path) -> None:
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press()
        at, third = (user.map.part(kind).region.x for kind in (CardSplit, ThirdSplit))
        await user.press("alt+h", "alt+h")
        moved = user.map.part(CardSplit).region.x
        assert moved < at
        assert user.map.part(ThirdSplit).region.x == third
        await user.press("tab", "tab", "alt+l")
        assert user.map.part(ThirdSplit).region.x > third
        last = [user.map.part(kind).region.x for kind in (CardSplit, ThirdSplit)]
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press()
        assert [user.map.part(kind).region.x for kind in (CardSplit, ThirdSplit)] == last


async def test_a_split_leaves_each_pane_some_room(file: Path) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.press(*["alt+h"] * 20)
        assert load_panes().card == MOST
        assert user.map.view.size.width > 10
        await user.press(*["alt+l"] * 30)
        assert load_panes().card == LEAST
        assert card_of(user).size.width > 10


@pytest.mark.parametrize("kind", [CardSplit, ThirdSplit])
async def test_the_mouse_drags_a_split_and_it_is_remembered(
    file: Path, kind: type[Splitter]
) -> None:
    async with opened(open_session(file), size=(200, 40)) as user:
        await user.press()
        start = user.map.part(kind).region.x
        await user.pilot._post_mouse_events([MouseDown], kind, offset=(0, 5), button=1)
        await user.pilot._post_mouse_events([MouseMove], offset=(start - 14, 10), button=1)
        await user.press()
        assert abs(user.map.part(kind).region.x - (start - 14)) <= 2
        assert load_panes() == PaneState(), "it is kept once the mouse lets go"
        await user.pilot._post_mouse_events([MouseUp], offset=(start - 14, 10), button=1)
        await user.press()
        assert load_panes() != PaneState()
        await user.pilot._post_mouse_events([MouseMove], offset=(start, 10))
        await user.press()
        assert abs(user.map.part(kind).region.x - (start - 14)) <= 2


@pytest.mark.parametrize(("size", "way"), [((110, 30), (-12, 3)), ((80, 24), (5, -4))])
async def test_the_line_of_the_details_is_dragged_where_there_is_no_card_beside(
    file: Path, size: tuple[int, int], way: tuple[int, int]
) -> None:
    async with opened(open_session(file), size=size) as user:
        await user.press()
        before = user.map.part(Details).region
        end = before.x + way[0], before.y + way[1]
        await user.pilot._post_mouse_events([MouseDown], Details, offset=(0, 0), button=1)
        await user.pilot._post_mouse_events([MouseMove, MouseUp], offset=end, button=1)
        await user.press()
        dragged = user.map.part(Details).region
        assert dragged.width > before.width or dragged.height > before.height
        await user.press("alt+l")
        put = user.map.part(Details).region
        assert put.area < dragged.area
    async with opened(open_session(file), size=size) as user:
        await user.press()
        assert user.map.part(Details).region == put


async def test_the_panes_follow_the_width_of_the_screen(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.press("F", "down")
        await user.pilot.resize_terminal(100, 30)
        await user.press()
        card = card_of(user)
        assert (card.display, user.map.view.display) == (True, False)
        assert card.claim == "plants"
        await user.press("F")
        await user.rest()
        assert user.map.feature(Views).card is None
        assert user.map.view.display
        assert user.map.part(Details).display
        await user.pilot.resize_terminal(200, 40)
        await user.press()
        await user.rest()
        assert (card_of(user).display, user.map.part(Details).display) == (True, True)
        assert card_of(user).focus_path == ((None, "rain"), ("l-plants", "plants"))


async def test_a_table_takes_the_place_of_both(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        await user.press("F", "%", "t")
        await user.rest()
        assert user.map.feature(Views).card is None
        assert not user.map.view.display
        assert user.map.part(Details).display
        await user.press("%", "t")
        await user.rest()
        assert card_of(user).display


@pytest.mark.parametrize("text", ["", "{}", '{"card": 0}', "[1, 2]", '[50, 28, "no"]', "\x00"])
def test_a_state_that_cannot_be_read_is_none(text: str) -> None:
    save_panes(PaneState(60, 30, "why"))
    assert load_panes() == PaneState(60, 30, "why")
    (state_folder() / "panes.json").write_text(text, encoding="utf-8")
    assert load_panes() == PaneState()
