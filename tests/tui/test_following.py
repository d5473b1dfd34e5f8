"""A change of the map: all that holds something of it follows, and then it is painted once."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.text import safe_line
from debatemap.formats.native.codec import dump
from debatemap.tui.following import Following
from debatemap.tui.map_screen import MapScreen
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.outline_view import OutlineView
from debatemap.tui.widgets.title_bar import TitleBar
from debatemap.workspace.session import open_session
from tests.extent import share
from tests.tui.comparison import changed, leave, ready
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

PAINTING = (
    (MapScreen, ("paint", "show_state", "show_details", "show_hints")),
    (OutlineView, ("lines_at", "render_line", "set_signs", "set_standings", "set_query")),
    (Details, ("show",)),
    (TitleBar, ("show",)),
    (HintBar, ("show",)),
)


@contextmanager
def nothing_painted_while_following() -> Iterator[list[str]]:
    """Lets whatever paints fail while a change is followed; gives what was painted after it."""
    depth = 0
    painted: list[str] = []

    def guarded(name: str, paint: Callable[..., Any]) -> Callable[..., Any]:
        def painting(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (as is patched)
            assert not depth, f"{name} in the middle of following"
            painted.append(name)
            return paint(*args, **kwargs)

        return painting

    follow = Following.follow

    def following(self: Following, change: Change) -> None:
        nonlocal depth
        depth += 1
        try:
            follow(self, change)
        finally:
            depth -= 1

    patches = [patch.object(Following, "follow", following)]
    for kind, names in PAINTING:
        for name in names:
            paint = guarded(f"{kind.__name__}.{name}", getattr(kind, name))
            patches.append(patch.object(kind, name, paint))
    for each in patches:
        each.start()
    try:
        yield painted
    finally:
        for each in patches:
            each.stop()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def look_at(file: Path, before: Debate, now: Debate) -> None:
    """Leaves a map behind that has changed since it was looked at."""
    file.write_bytes(dump(before))
    async with opened(open_session(file)) as user:
        await ready(user)
        await leave(user)
    file.write_bytes(dump(now))


async def all_on(user: Driver) -> None:
    """Compares, searches, filters, marks and assumes."""
    await ready(user)
    await user.map.comparing.begin(safe_line("before"), rain())
    await user.press("z", "o", "v", "w", "w", "/", *"plant", "enter", "f", *"plant", "enter")


@pytest.mark.parametrize("key", share(["x", "d", "D", "T", "~", "<", ">", "J", "e"], 0))
async def test_what_was_not_seen_yet_is_edited(file: Path, key: str) -> None:
    await look_at(file, rain(), changed())
    with nothing_painted_while_following():
        async with opened(open_session(file), size=(110, 30)) as user:
            await ready(user)
            await user.press("z", "o")
            for _ in range(3):
                await user.press(".", key)
                if user.writing:
                    await user.press("!", "enter")
                await user.rest_of_details()
            for _ in range(3):
                await user.press("u")
                await user.rest_of_details()


async def test_one_change_is_one_repaint(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is found out while the cursor rests has a repaint of its own.
    monkeypatch.setattr("debatemap.tui.features.judging.judging.Judging.rest", lambda _: None)
    await look_at(file, rain(), changed())
    with nothing_painted_while_following() as painted:
        async with opened(open_session(file), size=(110, 30)) as user:
            await ready(user)
            await user.press("z", "o", ".")
            await user.rest()
            painted.clear()
            unseen = len(user.map.review.unseen)
            await user.press("x")
            assert painted.count("OutlineView.set_signs") == 1
            assert painted.count("TitleBar.show") == 1
            assert len(user.map.review.unseen) == unseen - 1
            assert f"{unseen - 1} unseen" in user.lines[0]


EDITS = ["x", "d", "D", "T", "~", "<", ">", "J", "K", "p", "P", "y", "&", "^", "M", "u", "U", "X"]
LOOKS = [".", ",", ")", "(", "n", "N", "j", "k", "v", "space", "enter", "backspace", "G", "'"]


@pytest.mark.parametrize("seed", range(4))
async def test_any_edits_with_everything_on(file: Path, seed: int) -> None:
    await look_at(file, rain(), changed())
    chosen = random.Random(seed)  # noqa: S311  (it is repeated)
    with nothing_painted_while_following():
        async with opened(open_session(file), size=(110, 30)) as user:
            await all_on(user)
            assert user.map.comparing.is_on
            assert user.map.finder.hits
            assert user.map.outline.kept is not None
            assert user.map.judging.assumed
            assert user.map.review.unseen
            steps = 0
            for _ in range(30):
                before = user.session.last_step
                await user.press(chosen.choice(EDITS), chosen.choice(LOOKS))
                steps += before is not user.session.last_step
                while user.is_asked or user.writing:
                    await user.press("escape")
            assert steps
            await user.rest_of_details()
