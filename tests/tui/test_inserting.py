"""A claim goes between two others once it was shown what comes of that."""

from pathlib import Path
from typing import Final

from debatemap import edit
from debatemap.formats.native.codec import dump
from debatemap.store.journal import Writing
from debatemap.tui.features.shaping.new_claim_screen import NewClaimScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain
from tests.tui.scenes import SIZES, resize

FOLDER: Final = Path(__file__).parent / "shaped"


async def test_before_and_after_are_shown_while_the_words_are_written() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("j", "b", *"Fields live.")
        for size in SIZES:
            await resize(user, size)
            name = f"a claim between at {size[0]} by {size[1]}"
            await looks_as_it_did(user, golden_file(FOLDER, name))
        await user.press("enter")
        assert user.words == "Fields live."
        await user.press("u")
        assert dump(user.debate) == dump(rain())


async def test_no_words_and_escape_leave_the_map_as_it_is() -> None:
    async with opened(rain()) as user:
        await user.press("j", "b", "enter", "b", *"Hm", "escape")
        assert "Hm" in user.text, "words are not dropped at once"
        await user.press("escape")
        assert not user.is_asked
        assert not user.session.dirty


async def test_a_step_that_goes_meanwhile_keeps_the_words_in_sight() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "b", *"Hm")
        user.session.do(edit.delete_claim(user.debate, "plants"))
        await user.press("enter")
        assert "not possible" in user.text
        assert "Hm" in user.text
        await user.press("escape", "escape")
        assert not user.is_asked


async def test_words_that_were_being_written_come_back(tmp_path: Path) -> None:
    file = tmp_path / "rain.json"
    file.write_bytes(dump(rain()))
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "b", *"Fields")
        asked = user.screen
        assert isinstance(asked, NewClaimScreen)
        writing = asked.writing
        assert writing is not None
        assert writing.place == {
            "command": "insert_between", "claim": "plants", "link": "l-plants",
        }  # fmt: skip
    session = open_session(file)
    session.keep_journal()
    assert session.journal is not None
    session.journal.record_writing(Writing(*writing))
    session.journal.close(keep=True)
    async with opened(open_session(file), size=(100, 30)) as user:
        await user.rest_while_asked()
        await user.until_shown("A text that was being written")
        await user.press("k")
        await user.until(lambda: isinstance(user.screen, NewClaimScreen), "the words")
        await user.press(*" live.", "enter")
        assert user.words == "Fields live."
