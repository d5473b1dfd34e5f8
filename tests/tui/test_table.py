"""The table: all claims as rows, with the outline's cursor and keys."""

from pathlib import Path

import pytest

from debatemap import edit, load, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.table_view import TableView
from debatemap.workspace.session import open_session
from tests.hostile.payloads import PAYLOADS
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    save(rain(), path)
    return path


def table_of(user: Driver) -> TableView:
    view = user.map.feature(Views).active
    assert isinstance(view, TableView)
    return view


async def in_the_table(user: Driver) -> TableView:
    await user.press("%", "t")
    await user.rest()
    return table_of(user)


def shown(user: Driver) -> list[str]:
    """Returns the claims in the rows that are in sight, from the top."""
    view = table_of(user)
    lines = [view.render_line(y).text for y in range(view.size.height)]
    texts = {claim.text[:12]: key for key, claim in user.debate.claims.items()}
    return [texts[line[3:15].rstrip()] for line in lines[1:] if line[3:15].rstrip() in texts]


async def test_every_claim_is_a_row_with_what_there_is_to_say_of_it(file: Path) -> None:
    async with opened(open_session(file), size=(160, 30)) as user:
        view = await in_the_table(user)
        heads = view.render_line(0).text.split()
        assert heads[:4] == ["claim", "stance", "depth", "replies"]
        assert "strength" in heads
        assert sorted(shown(user)) == sorted(user.debate.claims)
        row = next(
            view.render_line(y).text for y in range(30) if "Plants" in view.render_line(y).text
        )
        assert "pro" in row.split()


async def test_the_cursor_is_the_outlines(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.press("z", "o")
        await user.go_to("Plants grow.")
        view = await in_the_table(user)
        assert view.claim == "plants"
        await user.press("j")
        moved_to = view.claim
        assert moved_to not in ("plants", None)
        await user.press("enter")
        assert user.map.feature(Views).active is None
        assert user.map.row is not None
        assert user.map.row.claim == moved_to
        assert user.map.view.display


async def test_it_is_sorted_by_any_column_and_back(file: Path) -> None:
    async with opened(open_session(file), size=(120, 30)) as user:
        await in_the_table(user)
        await user.press("%", "s", *"claim", "enter")
        texts = [user.debate.claims[key].text.casefold() for key in shown(user)]
        assert texts == sorted(texts)
        await user.press("%", "s", *"claim", "enter")
        texts = [user.debate.claims[key].text.casefold() for key in shown(user)]
        assert texts == sorted(texts, reverse=True)
        await user.press("%", "s", *"replies", "enter")
        replies = [len(user.debate.links_into(key)) for key in shown(user)]
        assert replies == sorted(replies, reverse=True)


async def test_a_click_on_a_head_sorts_and_one_on_a_row_selects(file: Path) -> None:
    async with opened(open_session(file), size=(120, 30)) as user:
        view = await in_the_table(user)
        await user.pilot.click(TableView, offset=(4, 0))
        await user.press()
        assert view.sorting.column == "text"
        await user.pilot.click(TableView, offset=(4, 3))
        await user.press()
        assert view.claim == shown(user)[2]


async def test_what_is_added_stands_in_the_table_and_is_selected(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.press("z", "o")
        await user.go_to("Plants grow.")
        view = await in_the_table(user)
        await user.press("-", *"Not in the dark.", "enter", "escape")
        await user.rest()
        added = view.claim
        assert added is not None
        assert user.debate.claims[added].text == "Not in the dark."
        link = user.debate.links[user.debate.links_from(added)[0]]
        assert (link.stance, link.target) == ("attacks", "plants")
        await user.press("u")
        assert added not in user.debate.claims
        assert view.claim in user.debate.claims
        await user.rest_of_details()
        assert added not in shown(user)


async def test_the_words_are_edited_where_the_cursor_is(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        view = await in_the_table(user)
        await user.press("G")
        claim = view.claim
        assert claim is not None
        before = user.debate.claims[claim].text
        await user.press("e", *" Indeed")
        assert f"{before} Indeed" in user.text, "the editor stands in front of the rows"
        await user.press("enter")
        assert user.debate.claims[claim].text == f"{before} Indeed"
        await user.press("ctrl+s")
        await user.until(lambda: not user.map.session.dirty, "the save")
        assert load(file).claims[claim].text == f"{before} Indeed"


async def test_marks_are_shown(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        view = await in_the_table(user)
        await user.press("v")
        assert view.render_line(1).text[1] == "•"
        assert view.claim == shown(user)[1]
        await user.press("k", "v")
        assert view.render_line(1).text[1] == " "


async def test_a_filter_and_a_search_find_in_the_table(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        view = await in_the_table(user)
        await user.press("/", *"plants", "enter")
        assert view.claim == "plants"
        await user.press("f", *"plants", "enter")
        await user.rest()
        assert shown(user) == ["plants"]
        await user.press("f", "ctrl+u", "enter")
        await user.rest()
        assert len(shown(user)) == len(user.debate.claims)


async def test_what_folds_says_that_it_is_for_the_outline(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.press("j")
        await in_the_table(user)
        assert "fold" not in user.details
        await user.press("z", "a")
        assert "outline" in user.said
        assert user.map.feature(Views).active is not None
        await user.press("escape")
        assert user.map.feature(Views).active is None
        await user.rest()
        assert "2 claims in the fold" in user.details
        await user.press("escape")
        assert "the outline is shown; q quits" in user.said


async def test_it_follows_another_version_of_the_map(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        view = await in_the_table(user)
        save(Debate(Header("rain", "Weather", ("one",)), {"one": Claim("Only this.")}), file)
        await user.press("g", "r")
        await user.until(lambda: view.claim == "one", "the map that was read again")
        assert shown(user) == ["one"]


async def test_an_empty_map_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    save(Debate(Header("empty", "Empty")), path)
    async with opened(open_session(path), size=(100, 30)) as user:
        await user.press("escape")
        view = await in_the_table(user)
        assert view.claim is None
        await user.press("j", "O", *"First", "enter")
        await user.rest()
        assert [claim.text for claim in user.debate.claims.values()] == ["First"]
        assert len(shown(user)) == 1


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (200, 60)])
async def test_it_fits_any_width(file: Path, size: tuple[int, int]) -> None:
    async with opened(open_session(file), size=size) as user:
        view = await in_the_table(user)
        assert view.render_line(0).cell_length <= size[0]
        await user.press("G", "g", "g", "pagedown", "ctrl+u")
        assert view.claim is not None


async def test_hostile_words_stay_on_their_line(tmp_path: Path) -> None:
    debate = Debate(Header("h", "h", ("a",)), {"a": Claim("Plain.")})
    path = tmp_path / "hostile.json"
    for words in PAYLOADS:
        debate.apply(edit.add_unplaced(debate, f"x{words}y"))
    save(debate, path)
    async with opened(open_session(path), size=(100, 30)) as user:
        view = await in_the_table(user)
        for y in range(view.size.height):
            line = view.render_line(y)
            assert line.cell_length == view.scrollable_content_region.width
            assert "\x1b" not in line.text


async def test_the_details_and_the_editor_give_the_keys_back_to_the_table(file: Path) -> None:
    async with opened(open_session(file), size=(100, 30)) as user:
        view = await in_the_table(user)
        for back in ("tab", "escape"):
            await user.press("tab")
            assert user.map.query_one("#details").has_focus
            await user.press(back)
            assert view.has_focus
        await user.press("-", *"Not so.", "enter", "escape")
        assert view.has_focus
        await user.press("/", *"plants", "escape", "escape")
        assert view.has_focus
