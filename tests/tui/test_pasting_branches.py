"""Several lines that are pasted become a branch, once they were looked at; or none."""

from pathlib import Path
from typing import Final

import pytest
from textual import events

from debatemap import load, save
from debatemap.config import Config
from debatemap.formats.native.codec import dump
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import empty, rain
from tests.tui.terminal import loaded

FOLDER: Final = Path(__file__).parent / "shaped"
LINES: Final = """\
- It fills the rivers
  - Fish live in rivers
    > of all kinds
    + They are eaten
\t- Ships use them
  Con: It floods
"""


async def paste(user: Driver, text: str) -> None:
    user.app._driver.send_message(events.Paste(text))  # type: ignore[union-attr]
    await user.until_shown("Enter adds ")


async def test_a_paste_of_several_lines_is_shown_and_added_as_one_step() -> None:
    async with opened(rain(), settings=Config(name="zoe")) as user:
        await user.go_to("Plants grow.")
        await paste(user, "A\r  + B\r  - C\r      D\r")
        assert "Paste 4 claims under “Plants grow.”" in user.text
        assert "2 without a stance: read as pros" in user.text
        await user.press("enter")
        assert not user.is_asked
        assert user.words == "A"
        assert user.under == "Plants grow."
        await user.press("z", "b")
        added = [row for row in user.rows if row.split()[-1] in set("ABCD")]
        assert added == ["    + A", "      + B", "      - C", "        + D"]
        top = next(claim for claim in user.debate.claims.values() if claim.text == "A")
        assert top.by == "zoe"
        assert top.created
        await user.press("u")
        assert dump(user.debate) == dump(rain())


async def test_escape_leaves_the_map_as_it_is() -> None:
    async with opened(rain()) as user:
        await paste(user, "A\n  B")
        await user.press("escape")
        assert not user.is_asked
        assert not user.session.dirty


async def test_keys_turn_what_the_lines_leave_open() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await paste(user, "- A\n  - B")
        assert "is read as a bullet" in user.text
        assert "+ A" in user.text
        await user.press("s")
        assert "read as cons" in user.text
        assert "− A" in user.text
        await user.press("s", "m")
        assert "is read as a con" in user.text
        assert "− A" in user.text
        await user.press("t")
        assert "as a thesis" in user.text
        await user.press("enter")
        assert [user.debate.claims[x].text for x in user.debate.header.theses][-1] == "A"


async def test_in_an_empty_map_a_paste_makes_theses() -> None:
    async with opened(empty()) as user:
        await user.press("escape")
        await paste(user, "A\n  B\nC")
        assert "Paste 3 claims, 2 of them as theses" in user.text
        await user.press("enter", "z", "o")
        assert user.rows == ["* A", "  + B", "* C"]


async def test_a_line_alone_does_nothing_to_the_map_and_is_said_to_be_no_branch() -> None:
    async with opened(rain()) as user:
        user.app._driver.send_message(events.Paste("one line"))  # type: ignore[union-attr]
        await user.press()
        assert user.said.startswith("A line alone is no branch; B p takes it")
        assert not user.is_asked
        assert not user.session.dirty


async def test_json_that_is_no_map_is_refused_in_words() -> None:
    async with opened(rain()) as user:
        user.app._driver.send_message(events.Paste('{"a":\n 1}'))  # type: ignore[union-attr]
        await user.until(lambda: "what was pasted" in user.said, "the refusal")
        assert not user.is_asked
        assert not user.session.dirty


async def test_lines_can_be_written_as_well() -> None:
    async with opened(rain()) as user:
        await user.press("B", "p", *"A", "enter", *"- B", "ctrl+s")
        assert "Paste 2 claims" in user.text
        await user.press("enter")
        assert user.words == "A"


async def test_a_map_that_cannot_be_written_takes_no_paste(tmp_path: Path) -> None:
    save(rain(), tmp_path / "rain.json")
    async with opened(tmp_path / "rain.json", read_only=True) as user:
        await user.until_shown("Rain is good.")
        user.app._driver.send_message(events.Paste("A\nB"))  # type: ignore[union-attr]
        await user.until(lambda: "read-only" in user.said, "the reason")
        assert not user.is_asked


def test_a_branch_is_pasted_in_a_terminal(tmp_path: Path) -> None:
    save(rain(), tmp_path / "rain.json")
    with loaded(tmp_path / "rain.json") as terminal:
        terminal.wait_for("Rain is good.", "move")
        terminal.paste("A\r\t+ B\r\t- C")
        terminal.wait_for("Paste 3 claims under")
        terminal.press("\r")
        terminal.wait_for("Pasted “A” and 2 more claims")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
    debate = load(tmp_path / "rain.json")
    texts = {debate.claims[x.premises[0]].text: x.stance for x in debate.links.values()}
    assert (texts["A"], texts["B"], texts["C"]) == ("supports", "supports", "attacks")


async def test_what_is_pasted_draws_nothing_but_words() -> None:
    async with opened(rain()) as user:
        await paste(user, "[@click=app.quit]A[/]\n  \x1b]52;c;aGk=\x07B\x9b2J")
        assert "[@click=app.quit]A[/]" in user.text
        assert "]52;c;aGk=B2J" in user.text
        await user.press("escape")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_the_preview_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.go_to("Streets flood.")
        await paste(user, LINES)
        name = f"a branch to paste at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))
