"""Escape does one thing everywhere: with nothing typed it leaves, else it asks once."""

from debatemap.config import Config
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

OPENED: dict[str, tuple[str, ...]] = {
    "a list": (":",),
    "the help": ("?",),
    "the picker": ("L",),
    "the sources": ("s",),
    "a line": ("@",),
    "a text": ("c",),
    "a name to save under": ("g", "s"),
    "a rating": ("r",),
    "a form": ("Q",),
    "the search": ("/",),
    "the filter": ("f",),
    "the editor": ("+",),
    "the editor of words": ("e",),
}


def _is_left(user: Driver) -> bool:
    return not (user.is_asked or user.writing or user.map.query_one("SearchBar").display)


async def test_escape_leaves_what_nothing_was_typed_in() -> None:
    async with opened(rain(), settings=Config(name="ann")) as user:
        for name, keys in OPENED.items():
            await user.press(*keys)
            assert not _is_left(user), name
            await user.press("escape")
            assert _is_left(user), name


async def test_escape_asks_once_where_something_was_typed() -> None:
    async with opened(rain(), settings=Config(name="ann")) as user:
        before = user.debate.tables()
        for name, keys in OPENED.items():
            await user.press(*keys, "7", "escape")
            assert not _is_left(user), name
            assert "Escape" in user.text, name
            await user.press("escape")
            assert _is_left(user), name
            assert user.debate.tables() == before, name
            assert user.words == "Rain is good.", name


async def test_what_is_typed_on_takes_the_question_back() -> None:
    async with opened(rain(), settings=Config(name="ann")) as user:
        for name in ("a list", "a line", "a text", "a form", "the search"):
            await user.press(*OPENED[name], "7", "escape")
            assert "Escape again" in user.text, name
            await user.press("8")
            assert "Escape again" not in user.text, name
            await user.press("escape")
            assert "Escape again" in user.text, name
            await user.press("escape")
            assert _is_left(user), name


async def test_a_number_of_a_pass_is_asked_about_and_can_still_be_given() -> None:
    async with opened(rain(), settings=Config(name="ann"), size=(120, 30)) as user:
        await user.press("R")
        await user.rest_of_screen()
        await user.press("7", "escape")
        assert "Escape again leaves without the 70; Enter rates it." in user.text
        await user.press("enter")
        assert [*user.debate.stances["ann"].values()] == [70]
        await user.press("3", "escape", "escape")
        await user.until(lambda: "Rate as ann" not in user.text, "the pass to end")
        assert [*user.debate.stances["ann"].values()] == [70]
