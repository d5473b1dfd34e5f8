import os
from pathlib import Path

import pytest

from debatemap.tui.app import DebateApp
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.workspace.session import Session, new_session
from tests.extent import is_long, share
from tests.tui.driver import Driver, opened
from tests.tui.hostile import FLAGS, LONG, TEXTS, UNSAFE, hostile
from tests.tui.maps import rain

SCREENS = {
    "the search": ("/", "t", "o"),
    "the filter": ("f", "p"),
    "the editor of a claim": ("e",),
    "the editor of a reply": ("_",),
    "a second line of the editor": ("+", "ctrl+j"),
    "the picker": ("L",),
    "the picker onto a step": ("L", "tab", "ctrl+l"),
    "the picker that moves": ("m", "o"),
    "the sources": ("s",),
    "an address that may not open": ("s", "ctrl+o"),
    "sources to cite": ("s", "up", "enter"),
    "a source to quote": ("Q",),
    "another source to quote": ("Q", "shift+tab", "up", "down", *"to"),
    "a citation to mend": ("s", "enter"),
    "the author": ("@",),
    "a known author": ("@", "down"),
    "the tags": ("t",),
    "the note": ("c",),
    "the title": ("g", "t"),
    "the name to rate under": ("r",),
    "the ratings of a claim and its step": ("r", *"ann", "enter", "tab"),
    "the guided ratings": ("R", *"ann", "enter", "7", "enter"),
    "whose ratings count": ("%", "p"),
    "the methods": ("%", "m"),
    "the labels": ("%", "l"),
    "why": ("!",),
    "why a step counts": ("!", "_"),
    "the crux": ("g", "x"),
    "the work list": ("g", "l"),
    "the next thing to do": ("'",),
    "a what-if": ("w", "w"),
    "what is assumed": ("w", "l"),
    "a scenario to keep": ("w", "k"),
    "an end of the what-if": ("w", "d"),
    "a claim to split": ("S",),
    "a delete": ("D",),
    "a cut": ("d",),
    "the figures": ("g", "i"),
    "the palette": (":",),
    "the help": ("?",),
    "the name to save under": ("g", "s"),
    "quitting": ("~", "q"),
    "an undo": ("u",),
    "a redo": ("U",),
    "a yank and a paste": ("y", "p"),
    "the words to copy": ("Y",),
    "stepped in": ("enter", "j", "g", "n"),
}
LOOKED_AT_WHEN_LONG = ("the search", "the picker", "the sources", "a delete")


def assert_safe(user: Driver, where: str) -> None:
    for strip in user.screen._compositor.render_strips():
        found = UNSAFE.search(FLAGS.sub("", strip.text))
        assert found is None, f"{found.group()!r} on {where}: {strip.text!r}"


async def _look(user: Driver, names: tuple[str, ...] | list[str]) -> None:
    await user.press("z", "o", "j")
    await user.rest()
    assert_safe(user, "the map")
    for name in names:
        await user.press(*SCREENS[name])
        assert_safe(user, name)
        for _ in range(4):
            if user.is_asked or user.writing or user.map.part(SearchBar).is_open:
                await user.press("escape")
                assert_safe(user, name)
        assert not user.is_asked, name
        assert user.app.is_running
    for index in range(5):
        user.map.view.move_to(index)
        await user.rest()
        assert_safe(user, "the details")


def _all_but(*names: str) -> str:
    return " ".join(text for name, text in TEXTS.items() if name not in names)


WHOLE = {
    "all": _all_but("a tag for every letter", "a very long word", "wide letters"),
    "letters": " ".join(TEXTS[name] for name in ("a very long word", "wide letters")),
}


@pytest.mark.parametrize("kind", WHOLE)
async def test_no_text_of_a_map_breaks_a_screen(kind: str) -> None:
    async with opened(hostile(WHOLE[kind]), size=(100, 20)) as user:
        await _look(user, share(list(SCREENS), 0 if kind == "all" else 1, 2))
        await user.pilot.resize_terminal(40, 10)
        await user.pilot.pause()
        assert_safe(user, "a narrow map")


async def test_each_class_of_text_is_shown() -> None:
    async with opened(rain(), size=(100, 20)) as user:
        for kind, text in TEXTS.items():
            user.map.replace_session(Session(hostile(text)))
            await user.press("g", "g", "z", "o", "j")
            await user.rest()
            assert user.words == user.debate.claims["pro"].text, kind
            assert_safe(user, f"the map of {kind}")
            for screen in (
                AskScreen(text, [Answer("y", text)]),
                PromptScreen(text, text),
                WriteScreen(text, text),
            ):
                await user.app.push_screen(screen)
                await user.press()
                assert_safe(user, f"the {type(screen).__name__} of {kind}")
                await user.press("escape")
            assert user.screen is user.map, kind


def _long(kind: str) -> str:
    """Returns a long text, or a fifth of it where the run is not long."""
    text = LONG[kind]
    return text if is_long() else text[: len(text) // 5]


@pytest.mark.parametrize("kind", LONG)
async def test_no_long_text_of_a_map_breaks_a_screen(kind: str) -> None:
    async with opened(hostile(_long(kind)), size=(100, 24)) as user:
        await user.press("z", "o", "j", "k", "G")
        assert_safe(user, "the map")
        for name in LOOKED_AT_WHEN_LONG:
            await user.press(*SCREENS[name], "escape")
            assert_safe(user, name)


async def test_markup_is_shown_as_it_is_written() -> None:
    words = "[b]x[/b] [/] [@click=app.quit]y[/]"
    async with opened(hostile(words), size=(140, 40)) as user:
        assert f"top {words}" in user.text
        await user.rest()
        assert f"top {words}" in user.details
        assert words in user.lines[0]
        await user.press("s")
        assert words in user.text
        await user.press("escape", "L")
        assert words in user.text


NAMES = (
    "[b.json",
    "[@click=app.quit]x.json",
    "\x1b]0;PWNED\x07.json",
    "\u202elive.json",
    "a\tb.json",
)


async def test_names_of_files_break_no_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        Path(name).write_text('{"format": "debatemap"}')
    (tmp_path / os.fsdecode(b"\xff\xfe.json")).write_text('{"format": "debatemap"}')
    async with opened(None) as user:
        await user.until_shown("[b.json")
        assert_safe(user, "the start screen")
    for name in NAMES:
        app = DebateApp(Path(name))
        async with app.run_test() as pilot:
            await Driver(app, pilot).rest_until_closed()
        assert app.return_value == 2, "it is no map, and the reason is said"


async def test_a_hostile_name_of_the_open_file_breaks_no_screen(tmp_path: Path) -> None:
    session = new_session()
    async with opened(session) as user:
        await user.press("x", "enter", "escape")
        for name in NAMES:
            session.save(tmp_path / name)
            user.map.show_state()
            await user.press("~", "g", "s")
            assert_safe(user, "the name to save under")
            await user.press("escape", "T", "q")
            assert_safe(user, "the question at the end")
            await user.press("escape", "T", "ctrl+s")
            await user.rest()
            assert_safe(user, "the words about a save")
