"""A filter stays when the file changes, and a picture is folded the next time as it was left."""

from pathlib import Path

import pytest

from debatemap import edit
from debatemap.formats.native.codec import dump
from debatemap.tui.features.finding import seeking
from debatemap.tui.features.finding.filter_bar import FilterBar
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.map.picture_view import PictureView
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def reword_outside(user: Driver, file: Path, claim: str, text: str) -> None:
    """Another program rewords a claim, and the map is read again."""
    session = open_session(file)
    session.do(edit.reword(session.debate, claim, text))
    session.save()
    before = user.session
    for _ in range(2):
        user.map.watcher.poll()
        await user.rest()
    assert user.session is not before
    await user.until(lambda: not user.map.feature(Finder).seeking.is_seeking)


def bar(user: Driver) -> str:
    shown = user.map.part(FilterBar)
    return user.plain(shown) if shown.display else ""


@pytest.mark.parametrize("at_once", [5_000, 1])
async def test_a_filter_holds_when_the_map_is_read_again(
    file: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "AT_ONCE", at_once)
    async with opened(open_session(file)) as user:
        await user.press("j", "l")
        unfiltered = user.rows
        await user.press("k", "f", *"good")
        await user.until_shown("2 of 9")
        await user.press("enter", "G")
        words, rows = user.words, user.rows
        await reword_outside(user, file, "snow", "Snow is good.")
        assert "good" in bar(user)
        assert "3 of 9" in bar(user)
        assert len(user.rows) == len(rows) + 1
        assert user.words == words, "the cursor stays"
        await user.press("escape")
        shown = [row.replace("Snow is good", "Snow is white") for row in user.rows]
        assert shown == unfiltered, "what was unfolded before the filter is again, and no more"


async def test_a_filter_that_finds_nothing_any_more_ends(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("f", *"white", "enter")
        await reword_outside(user, file, "snow", "Snow is cold.")
        assert not bar(user)
        assert user.map.outline.kept is None
        assert user.words == "Snow is cold."


async def test_a_filter_that_is_being_typed_goes_on(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("f", *"good")
        session = open_session(file)
        session.do(edit.reword(session.debate, "snow", "Snow is good."))
        user.map.replace_session(session)
        assert user.map.part(SearchBar).is_open
        await user.until_shown("3 of 9")
        await user.press("enter")
        assert "3 of 9" in bar(user)


async def test_claims_that_are_shown_alone_stay_so(file: Path) -> None:
    async with opened(open_session(file)) as user:
        user.map.feature(Finder).show_only("#chosen", ["snow", "sun"])
        await user.press()
        await reword_outside(user, file, "rain", "Rain falls.")
        assert "2 of 9" in bar(user)


async def in_the_picture(user: Driver) -> PictureView:
    await user.press("%", "g")
    await user.rest()
    view = user.map.feature(Views).active
    assert isinstance(view, PictureView)
    return view


async def test_the_folds_and_the_size_of_a_picture_are_there_the_next_time(file: Path) -> None:
    async with opened(open_session(file), size=(138, 40)) as user:
        view = await in_the_picture(user)
        await user.press("l", "space", "%", "-")
        await user.rest()
        assert view.drawn is not None
        folded, zoom = view.drawn.asked.folded, view.drawn.asked.zoom
        assert folded == {"plants"}
        user.map.remember()
    async with opened(open_session(file), size=(138, 40)) as user:
        view = await in_the_picture(user)
        assert view.drawn is not None
        assert view.drawn.asked.folded == folded
        assert view.drawn.asked.zoom == zoom
        await user.press("z", "o")
        await user.rest()
        user.map.remember()
    async with opened(open_session(file), size=(138, 12)) as user:
        view = await in_the_picture(user)
        assert view.drawn is not None
        assert not view.drawn.asked.folded, "all was unfolded, so that nothing is folded at first"


async def test_the_way_to_the_cursor_is_open_in_a_picture_that_was_folded(file: Path) -> None:
    async with opened(open_session(file), size=(138, 40)) as user:
        await in_the_picture(user)
        await user.press("l", "space", ">", "%", "g")
        user.map.remember()
    async with opened(open_session(file), size=(138, 40)) as user:
        await user.press("escape", "z", "o")
        await user.go_to("Roots drink.")
        view = await in_the_picture(user)
        assert view.claim == "roots"
        assert view.drawn is not None
        assert "roots" in view.drawn.picture.boxes


async def test_a_run_without_the_picture_leaves_its_folds_alone(file: Path) -> None:
    async with opened(open_session(file), size=(138, 40)) as user:
        await in_the_picture(user)
        await user.press("l", "space")
        user.map.remember()
    async with opened(open_session(file), size=(138, 40)) as user:
        user.map.remember()
        view = await in_the_picture(user)
        assert view.drawn is not None
        assert view.drawn.asked.folded == {"plants"}
