"""The map as a picture: the outline's cursor and keys on boxes and edges."""

from pathlib import Path

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset, Region

from debatemap import load, save
from debatemap.config import Config
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.pointing.menu_screen import MenuScreen
from debatemap.tui.features.views.views import Views
from debatemap.tui.features.writing.editor import Editor
from debatemap.tui.system.terminal_cursor import TerminalCursor
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.views.map import Zoom
from debatemap.workspace.session import open_session
from tests.hostile.payloads import PAYLOADS
from tests.soundness import difference
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import RIGHT, click, send_mouse

MAPS = Path(__file__).parents[2] / "maps"


def picture_of(user: Driver) -> PictureView:
    view = user.map.feature(Views).active
    assert isinstance(view, PictureView)
    return view


async def in_the_picture(user: Driver) -> PictureView:
    await user.press("%", "g")
    await user.rest()
    return picture_of(user)


def cell_of(view: PictureView, claim: str) -> tuple[int, int]:
    """Returns a cell of the screen in the words of a claim's box."""
    assert view.drawn is not None
    box = view.drawn.picture.boxes[claim]
    at = Offset(box.x + 2, box.row) + view.origin - view.scroll_offset + view.region.offset
    return at.x, at.y


async def test_every_claim_is_a_box_and_every_step_an_edge() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        assert view.drawn is not None
        assert view.drawn.picture.boxes.keys() == user.debate.claims.keys()
        for claim in user.debate.claims.values():
            assert claim.text in user.text
        drawn = "\n".join(line[: view.region.right] for line in user.lines)
        assert set("┄●┬") <= set(drawn)


async def test_the_cursor_goes_along_edges_and_columns_and_is_the_outlines() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        assert view.claim == "rain"
        await user.press("l")
        assert view.claim == "plants"
        await user.press("down")
        assert view.claim == "winter"
        await user.press("h")
        assert view.claim == "plants"
        await user.press("l", "h", "h", "G")
        assert view.claim == "snow"
        await user.press("g", "g", "l", "g", "j", "g", "j")
        assert view.claim == "floods"
        await user.press("%", "g")
        assert user.map.feature(Views).active is None
        assert user.words == "Streets flood."


async def test_the_outlines_cursor_is_the_pictures() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        await user.press("z", "o")
        await user.go_to("Roots drink.")
        view = await in_the_picture(user)
        assert view.claim == "roots"
        assert [claim for _, claim in view.path or ()] == ["rain", "plants", "roots"]


async def test_a_claim_is_added_where_the_cursor_is(tmp_path: Path) -> None:
    file = tmp_path / "rain.json"
    save(rain(), file)
    async with opened(open_session(file), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("l", "-")
        await user.type("It costs water.")
        await user.press("enter", "escape")
        await user.rest()
        new = next(k for k, c in user.debate.claims.items() if c.text == "It costs water.")
        assert view.claim == new
        assert user.debate.links[user.debate.links_from(new)[0]].target == "plants"
        assert "It costs water." in user.text
        await user.press("u")
        assert new not in user.debate.claims
        assert view.claim in user.debate.claims
        assert "It costs water." not in "\n".join(user.lines[3:-3])


async def test_what_is_written_stands_below_its_box_and_not_over_it() -> None:
    async with opened(rain(), size=(80, 20)) as user:
        view = await in_the_picture(user)
        while view.zoom_step is not Zoom.WORDS:
            await user.press("ctrl+up")
        view.reveal("need")
        await user.press("-", *"A claim of many words, and of several lines of the editor")
        await user.rest()
        editor, box = user.map.part(Editor).region, view.box
        assert box is not None
        bottom = view.region.y + view.origin.y - view.scroll_offset.y + box.bottom
        assert bottom == editor.y
        assert editor.bottom <= view.region.bottom


async def test_a_claim_is_linked_edited_marked_and_deleted() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("G", "L")
        await user.type("roots")
        await user.press("enter")
        assert user.debate.links_from("snow")
        await user.rest()
        assert view.drawn is not None
        assert "snow" not in view.drawn.forest.apart
        await user.press("g", "g", "l", "e")
        await user.type(" Much.")
        await user.press("enter")
        assert user.debate.claims["plants"].text.endswith("Much.")
        await user.press("v")
        assert "plants" in user.map.view.marked
        await user.press("D", "enter")
        await user.until(lambda: "plants" not in user.debate.claims, "the claim to go")
        assert view.claim in user.debate.claims


async def test_folds_are_boxes_with_a_count() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("l", "space")
        assert view.drawn is not None
        assert view.drawn.forest.hidden == {"plants": 1}
        assert "▸1" in user.text
        assert "Roots drink." not in user.text
        await user.press("l")
        assert "Roots drink." in user.text
        await user.press("z", "a")
        assert view.claim == "rain"
        assert "Plants grow." not in user.text
        await user.press("z", "o")
        assert "Roots drink." in user.text


async def test_zoom_goes_from_all_words_to_a_cell_for_each_claim() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        steps = [view.zoom_step]
        for _ in range(4):
            await user.press("ctrl+down")
            steps.append(view.zoom_step)
        assert steps == [Zoom.TEXT, Zoom.WORDS, Zoom.LINES, Zoom.DOTS, Zoom.DOTS]
        assert "as far as it gets" in user.text
        assert view.drawn is not None
        assert {box.w for box in view.drawn.picture.boxes.values()} == {1}
        await user.press("%", "+")
        assert view.zoom_step == steps[2]


async def test_a_branch_is_drawn_alone_to_fit_and_left_again() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("ctrl+down", "ctrl+down", "l", "enter")
        assert view.drawn is not None
        assert view.drawn.picture.boxes.keys() == {"plants", "roots"}
        assert view.zoom_step is Zoom.TEXT
        assert "A branch: 2 of 9 claims" in user.text
        assert "━ + ━" in user.text
        assert "○" not in user.text
        await user.press("l")
        assert [claim for _, claim in view.path or ()] == ["rain", "plants", "roots"]
        await user.press("backspace")
        assert len(view.drawn.picture.boxes) == 9
        assert view.drawn.asked.zoom is Zoom.LINES


async def test_a_search_leaves_the_branch_and_a_filter_hides_the_rest() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("l", "enter", "/")
        await user.type("flood")
        await user.press("enter")
        await user.rest()
        assert view.claim == "floods"
        assert not view.can_step_out
        await user.press("f")
        await user.type("roots")
        await user.press("enter")
        await user.rest()
        assert view.drawn is not None
        assert view.drawn.picture.boxes.keys() == {"rain", "plants", "roots"}


async def test_the_place_that_was_chosen_is_the_one_that_is_unlinked() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        await in_the_picture(user)
        await user.press("l", "g", "j", "g", "j", "g", "n", "x")
        assert [user.debate.links[link].target for link in user.debate.links_from("floods")] == [
            "rain"
        ]


async def test_clicks_select_and_edit_and_open_the_menu() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await click(user, cell_of(view, "roots"))
        assert view.claim == "roots"
        await click(user, cell_of(view, "need"), button=RIGHT)
        assert view.claim == "need"
        assert isinstance(user.screen, MenuScreen)
        await user.press("escape")
        await click(user, cell_of(view, "winter"), times=2)
        assert user.map.writer.draft is not None
        assert view.claim == "winter"
        await user.press("escape")


async def test_dragging_pans_and_the_wheel_scrolls_and_zooms() -> None:
    async with opened(load(MAPS / "open-source-ai.json"), size=(100, 30)) as user:
        view = await in_the_picture(user)
        await user.press("z", "o")
        at = (30, 12)
        send_mouse(user, events.MouseDown, at)
        send_mouse(user, events.MouseMove, (20, 8))
        send_mouse(user, events.MouseUp, (20, 8))
        await user.press()
        assert view.scroll_offset == (10, 4)
        assert view.claim == user.debate.header.theses[0]
        send_mouse(user, events.MouseScrollDown, at, button=0)
        await user.press()
        assert view.scroll_offset.y > 4
        await user.press("shift+right")
        assert view.scroll_offset.x > 10
        zoom = view.zoom_step
        view.on_mouse_scroll_up(_wheel(at))
        assert view.zoom_step == zoom + 1


def _wheel(at: tuple[int, int]) -> events.MouseScrollUp:
    x, y = at
    return events.MouseScrollUp(
        None, x, y, 0, 0, 0, shift=False, meta=False, ctrl=True, screen_x=x, screen_y=y
    )


async def test_a_small_picture_shows_what_is_in_sight_and_leads_there() -> None:
    async with opened(load(MAPS / "open-source-ai.json"), size=(100, 30)) as user:
        view = await in_the_picture(user)
        await user.press("z", "o")
        region = view.minimap_region
        assert region.width > 10
        assert "█" in user.text
        assert view.drawn is not None
        below = Region(*(view.size - region.size), *region.size)
        here, there = (view.cell_at(each.x, each.y) for each in (region, below))
        within = view.drawn.picture.boxes_within
        assert len(within(*here, *region.size)) <= len(within(*there, *region.size))
        corner = region.offset + view.region.offset
        await click(user, (corner.x + region.width - 2, corner.y + region.height - 2))
        assert view.scroll_offset.y > 50
        await user.press("z", "a")
        await user.rest()
        assert not view.minimap_region


async def test_the_terminals_cursor_stands_at_the_selected_box() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("l", "down")
        assert TerminalCursor().place(user.screen) == Offset(*cell_of(view, "winter"))


async def test_in_plain_mode_a_sentence_says_where_the_cursor_is_and_leads() -> None:
    async with opened(rain(), size=(100, 30), settings=Config(plain=True)) as user:
        await in_the_picture(user)
        await user.press("l")
        assert "Pro, column 2: Plants grow." in user.text
        assert "Left: Thesis, Rain is good." in user.text
        assert "Right: Pro, Roots drink." in user.text
        assert "Down: Undercut, Not in winter." in user.text
        assert "╭" not in user.text


async def test_a_large_map_shows_the_neighbourhood_and_says_so() -> None:
    async with opened(star(700), size=(120, 40)) as user:
        view = await in_the_picture(user)
        await user.press("z", "o")
        await user.rest()
        assert view.drawn is not None
        assert view.drawn.is_part
        assert "400 of 701 claims: those around the cursor" in user.text
        await user.press("l", "G")
        await user.rest()
        assert view.claim == "c700", "the last of the map, as in the outline"
        await user.press("g", "g")
        await user.rest()
        assert view.claim == "c0"
        await user.go_to("Claim 399.")
        await user.rest()
        await user.press("j")
        await user.rest()
        assert view.claim == "c400"
        await user.go_to("Claim 650.")
        await user.rest()
        await user.press("k")
        await user.rest()
        assert view.claim == "c649", "it stands beside what stands beside it"
        await user.press("ctrl+down", "ctrl+down")
        await user.rest()
        assert len(view.drawn.picture.boxes) == 701


async def test_hostile_words_are_shown_as_words() -> None:
    claims = {f"c{number}": Claim(payload) for number, payload in enumerate(PAYLOADS)}
    async with opened(Debate(Header("m", theses=tuple(claims)), claims), size=(80, 40)) as user:
        view = await in_the_picture(user)
        for zoom in (2, 1, 0):
            for top in range(0, view.virtual_size.height, 30):
                view.scroll_to(y=top, animate=False)
                await user.press()
                assert "\x1b" not in user.text
                assert all(cell_len(line) == 80 for line in user.lines)
            await user.press("ctrl+down")
            await user.rest()
            assert view.zoom_step == zoom


async def test_an_empty_map_is_shown_and_a_first_thesis_appears() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        view = await in_the_picture(user)
        user.session.do(_delete_all(user.debate))
        await user.rest()
        assert not view.drawn or not view.drawn.picture.boxes
        await user.press("j", "l", "enter", "ctrl+down")
        user.session.undo()
        await user.rest()
        assert view.drawn is not None
        assert view.claim in view.drawn.picture.boxes


def _delete_all(debate: Debate) -> Change:
    before = Debate(debate.header)
    return difference(debate, before)


async def test_a_label_goes_to_its_box() -> None:
    async with opened(rain(), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("H")
        labelled = next(line for line in user.lines if "Sun is good." in line)
        assert "Rain is good." in user.text
        corner = next(
            place - user.map.region.offset
            for path, place in view.places_in_sight()
            if path[-1][1] == "sun"
        )
        label = user.lines[corner.y][corner.x : corner.x + 1]
        assert label.isalpha(), labelled
        await user.press(label)
        assert view.claim == "sun"
