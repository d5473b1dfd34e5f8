"""What changed since the last look: marked until it is seen."""

from pathlib import Path

import pytest

from debatemap.formats.native.codec import dump
from debatemap.store.seen import load_seen
from debatemap.tui.features.comparing import review
from debatemap.workspace.session import Session, open_session
from tests.tui.comparison import FOLDER, changed, leave, ready, signs
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain


async def open_and_leave(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await ready(user)
        assert "unseen" not in user.text
        await leave(user)


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """A map that was looked at here, and that somebody else has changed since."""
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


async def look_again(file: Path) -> None:
    await open_and_leave(file)
    file.write_bytes(dump(changed()))


async def test_what_changed_since_the_last_look_is_marked_until_it_is_seen(seen: Path) -> None:
    await look_again(seen)
    async with opened(open_session(seen), size=(110, 30)) as user:
        await ready(user)
        assert user.said == "3 claims have changed since you last looked: . and , go there."
        assert "3 unseen" in user.lines[0]
        await user.press("z", "o")
        assert set(signs(user).values()) == {"●"}
        await user.press(".")
        await user.rest_of_details()
        assert user.words == "Trees and plants grow."
        assert user.said.startswith("1 of 3 unseen (and 2 more here): "), (
            "one less is left once it is seen"
        )
        assert user.details.startswith("Since you last looked\n≠ reworded")
        await user.press(".")
        assert "2 unseen" in user.lines[0]
        await leave(user)
    async with opened(open_session(seen), size=(110, 30)) as user:
        await ready(user)
        assert "2 unseen" in user.lines[0], "what was seen stays seen"
        await user.press(",")
        assert user.words == "Snow is white."
        await user.press(".")
        assert user.said == "Everything is seen."
        await leave(user)
    await open_and_leave(seen)
    assert load_seen("rain_map") == (seen.read_bytes(), {})


async def test_a_claim_that_is_looked_at_for_a_while_is_seen(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "_LOOKED_AT", 0.5)
    await look_again(seen)
    async with opened(open_session(seen), size=(110, 30)) as user:
        await ready(user)
        await user.press("z", "o")
        await user.go_to("Deep roots")
        await user.rest_of_details()
        await user.until(lambda: "Deep roots f" not in signs(user), "a claim to be seen")
        await user.until_shown("2 unseen")
        # As when the strengths come late.
        user.map.show_details()
        await user.rest_of_details()
        assert user.details.startswith("Since you last looked"), "it is not torn from the reader"
        for key in ("up", "down"):
            await user.press(key)
            await user.rest_of_details()
        assert not user.details.startswith("Since you last looked"), "it was left"


async def test_what_is_edited_here_is_seen(seen: Path) -> None:
    await look_again(seen)
    async with opened(open_session(seen), size=(110, 30)) as user:
        await ready(user)
        await user.press(".", "e", *" Fast", "enter", "+", *"Mine", "enter", "enter")
        assert "2 unseen" in user.lines[0]
        await user.press("g", "u", "ctrl+s")
        await user.rest()
        await leave(user)
    await open_and_leave(seen)


async def test_edits_that_were_dropped_are_no_news_and_neither_are_ones_that_were_saved(
    seen: Path,
) -> None:
    await open_and_leave(seen)
    async with opened(open_session(seen)) as user:
        await ready(user)
        await user.press("O", *"Kept", "enter", "enter", "ctrl+s")
        await user.rest()
        await user.press("O", *"Dropped", "enter", "enter", "q", "d")
        await user.rest_until_closed()
    await open_and_leave(seen)


async def test_a_large_map_is_looked_through_only_when_that_is_asked(
    seen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await look_again(seen)
    monkeypatch.setattr(review, "_SMALL", 10)
    async with opened(open_session(seen), size=(110, 30)) as user:
        await user.rest()
        assert "unseen" not in user.lines[0]
        await user.press(".")
        await ready(user)
        await user.rest()
        assert user.words == "Trees and plants grow."
        assert "3 unseen" in user.lines[0]


async def test_what_another_program_does_meanwhile_is_new_after_a_reload(seen: Path) -> None:
    async with opened(open_session(seen), size=(110, 30)) as user:
        await ready(user)
        seen.write_bytes(dump(changed()))
        await user.press("g", "r")
        await user.rest()
        await ready(user)
        assert "3 unseen" in user.lines[0]


async def test_the_unseen_looks_as_it_did(seen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review, "_LOOKED_AT", 0.05)
    await look_again(seen)
    async with opened(open_session(seen), size=(100, 24)) as user:
        await ready(user)
        await user.press(".")
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, "the unseen"))


async def test_a_map_without_a_file_has_nothing_unseen() -> None:
    async with opened(Session(rain())) as user:
        await user.press(".")
        assert user.said.endswith("nothing has changed since you last looked")
