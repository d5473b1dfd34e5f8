"""A new map on the screen: empty with one key, or as a template, the user's own among them."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit, save
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.tui.features.keeping import template_screen
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.features.keeping.template_screen import TemplateScreen
from debatemap.workspace.session import open_session
from debatemap.workspace.templates import Template, session_from, templates_folder
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.mouse import click

FOLDER: Final = Path(__file__).parent / "templates"
SIZES: Final = ((40, 10), (80, 24))


@pytest.fixture(autouse=True)
def _settings_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))


def own(name: str, text: str = "As ever.") -> Path:
    path = templates_folder() / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(Debate(Header("m", f"What {name} is for", ("a",)), {"a": Claim(text)}), path)
    return path


def texts(user: Driver) -> set[str]:
    return {claim.text for claim in user.debate.claims.values()}


async def offered(user: Driver) -> None:
    await user.until(lambda: isinstance(user.screen, TemplateScreen), "the templates")
    await user.until_shown("for-and-against")


async def test_the_start_screen_offers_empty_first_and_then_the_templates() -> None:
    async with opened(None, size=(100, 30)) as user:
        await user.press("enter")
        await offered(user)
        names = ("+ empty", "decision", "essay-and-reply", "for-and-against", "policy")
        lines = [line.strip("▌ ") for line in user.lines]
        places = [lines.index(name) for name in names]
        assert places == sorted(places)
        await user.press("enter")
        assert user.writing, "the thesis is asked for"


async def test_a_template_is_found_by_typing_and_begins_a_map_without_a_file() -> None:
    async with opened(None, size=(100, 30)) as user:
        await user.press("enter")
        await offered(user)
        await user.type("options")
        await user.press("enter")
        await user.until(lambda: not isinstance(user.screen, TemplateScreen), "a map")
        await user.until_shown("We take option A.")
        assert user.debate.header.question == "Which option do we take?"
        assert user.session.path is None
        assert user.debate.header.title == ""
        await user.press("e", *" now", "enter")
        assert user.session.can_undo


async def test_escape_goes_back_to_the_start_screen() -> None:
    async with opened(None, size=(100, 30)) as user:
        await user.press("enter")
        await offered(user)
        await user.press("escape")
        assert isinstance(user.screen, StartScreen)
        assert not user.app._exit
        await user.press("enter")
        await offered(user)


async def test_a_map_that_is_open_begins_another_and_stays_open() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("g", "N")
        await offered(user)
        await user.press("escape")
        assert user.words == "Rain is good."
        await user.press("j", "~", "g", "N")
        await offered(user)
        await user.type("essay")
        await user.press("enter")
        await user.until_shown("What the essay says in one")
        await user.press("g", "[")
        assert user.words == "Plants grow."
        assert user.session.dirty


async def test_the_list_of_maps_in_a_map_offers_them_too_and_the_mouse_chooses() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("g", "o")
        await click(user, "begin a new map")
        await offered(user)
        await click(user, "policy")
        await user.until_shown("It should be forbidden.")


async def test_words_of_a_template_are_replaced_by_what_is_typed() -> None:
    async with opened(session_from(Template("own", own("own")))) as user:
        assert user.said == "e replaces the words of a claim; ? shows every key."
        await user.press("e", *"We rent.", "enter", "e", *" Now.", "enter")
        assert texts(user) == {"We rent. Now."}


async def test_a_template_of_the_user_is_offered_and_used() -> None:
    own("weekly")
    async with opened(None, size=(100, 30)) as user:
        await user.press("enter")
        await user.until_shown("What weekly is for")
        await user.type("weekly")
        await user.press("enter")
        await user.until_shown("As ever.")


@pytest.mark.parametrize("data", [b'{"format": "debatemap", ', b"\xff\xfe", b"", b"[" * 500])
async def test_a_broken_template_is_told_and_ends_nothing(data: bytes) -> None:
    path = own("spoilt")
    path.write_bytes(data)
    async with opened(None, size=(200, 50)) as user:
        await user.press("enter")
        await user.until_shown("cannot be used:")
        await user.type("spoilt")
        await user.press("enter")
        assert isinstance(user.screen, TemplateScreen)
        title = user.plain(user.screen.query_one("#chooser-title"))  # type: ignore[arg-type]
        assert "spoilt.json" in title
        await user.press("ctrl+u", *"for-and", "enter")
        await user.until_shown("It should be done.")


@pytest.mark.parametrize("is_first", [True, False])
async def test_a_template_that_is_gone_when_it_is_chosen_is_told(is_first: bool) -> None:  # noqa: FBT001  (a case)
    path = own("weekly")
    async with opened(None if is_first else rain(), size=(200, 40)) as user:
        await user.press(*(["enter"] if is_first else ["g", "N"]))
        await user.until_shown("weekly")
        path.unlink()
        await user.type("weekly")
        await user.press("enter")
        await user.until(lambda: "no such file" in user.text or "no such file" in user.said, "why")
        assert not user.app._exit
        if is_first:
            assert isinstance(user.screen, StartScreen)
        else:
            assert user.words == "Rain is good."


async def test_empty_is_there_before_the_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> list[Template]:
        raise OSError("the disk is gone")

    monkeypatch.setattr(template_screen, "templates", never)
    async with opened(None, size=(100, 30)) as user:
        user.send("enter", "enter", *"Dogs bark.", "enter")
        await user.press()
        await user.until(lambda: texts(user) == {"Dogs bark."}, "the thesis")


async def test_words_of_a_template_are_shown_as_words() -> None:
    path = own("odd")
    debate = open_session(path).debate
    debate.apply(edit.set_title(debate, "[b]bold[/b] \x1b[31m"))
    save(debate, path)
    async with opened(None, size=(100, 40)) as user:
        await user.press("enter")
        await user.until_shown("[b]bold[/b]")
        assert "\x1b" not in user.text


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_looks_as_it_did(size: tuple[int, int]) -> None:
    own("weekly")
    async with opened(rain(), size=size) as user:
        await user.press("g", "N")
        await user.until(lambda: isinstance(user.screen, TemplateScreen), "the templates")
        await looks_as_it_did(user, golden_file(FOLDER, f"the list at {size[0]} by {size[1]}"))


def test_no_screen_is_kept_that_nothing_compares() -> None:
    names = names_of(FOLDER, *(f"the list at {width} by {height}" for width, height in SIZES))
    assert set(FOLDER.iterdir()) == names
