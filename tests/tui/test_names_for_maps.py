"""The name that is offered for a map which has no file yet is made of what it is called."""

from pathlib import Path

import pytest

from debatemap import edit
from debatemap.tui.features.keeping.map_names import name_of
from debatemap.workspace.session import new_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


async def _offered(user: Driver) -> str:
    await user.press("ctrl+s")
    await user.until_shown("Save the map under which name?")
    return user.text


@pytest.mark.parametrize(
    ("title", "question", "name"),
    [
        ("Our office", "", "our-office.json"),
        ("", "Do we move?", "do-we-move.json"),
        ("", "", "we-move.json"),
    ],
)
async def test_a_new_map_is_named_from_what_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, title: str, question: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    session = new_session()
    async with opened(session) as user:
        await user.type("We move.")
        await user.press("enter", "escape")
        for change in (edit.set_title, edit.set_question):
            user.map.do(change(session.debate, title if change is edit.set_title else question))
        assert name in await _offered(user)
        await user.press("enter")
        await user.rest()
        assert (tmp_path / name).exists()


async def test_a_name_that_is_taken_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "we-move.json").write_text("mine")
    async with opened(new_session()) as user:
        await user.type("We move.")
        await user.press("enter", "escape")
        assert "we-move-2.json" in await _offered(user)


async def test_a_map_of_several_is_called_by_its_question_where_it_has_no_title() -> None:
    async with opened(rain()) as user:
        user.map.do(edit.set_title(user.debate, ""))
        user.map.do(edit.set_question(user.debate, "Rain?"))
        assert name_of(user.map) == "Rain?"
