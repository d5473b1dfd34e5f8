"""However long a question is and however small the screen, its answers and keys are in sight."""

import pytest

from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.prompt import PromptScreen, WriteScreen
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

LONG = " ".join(f"word{number}" for number in range(200)) + " end."
ANSWERS = [
    Answer("m", "merge what is there with what is here, and save"),
    Answer("e", "save elsewhere, under another name"),
    Answer("r", "reload the file, and drop what is unsaved here"),
    Answer("o", "overwrite the file with what is here"),
    Answer("c", "cancel, and keep on working"),
]
SIZES = [(40, 10), (60, 16), (80, 24)]


def shows(user: Driver, words: str) -> bool:
    return words in " ".join(user.text.split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [2, 5])
async def test_answers_are_in_sight_while_the_question_scrolls(
    count: int, size: tuple[int, int]
) -> None:
    async with opened(rain(), size=size) as user:
        user.app.push_screen(AskScreen(LONG, ANSWERS[-count:]))
        await user.press()
        for _ in range(60):
            for key, words in ANSWERS[-count:]:
                await user.until_shown(f"{key}  {words[:12]}")
            if "end." in user.text:
                break
            await user.press("pagedown")
        assert "end." in user.text, "the question can be read to its end"
        await user.press("pageup")
        await user.until(lambda: "end." not in user.text, "the page before")
        await user.press("c")
        await user.until(lambda: not user.is_asked, "the end of the question")


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_and_its_keys_are_in_sight_below_a_long_question(
    size: tuple[int, int],
) -> None:
    async with opened(rain(), size=size) as user:
        user.app.push_screen(PromptScreen(LONG))
        await user.press(*"typed")
        await user.until_shown("typed")
        assert shows(user, "Enter accepts Escape leaves")
        await user.press("pagedown")
        await user.until(lambda: "word0 " not in user.text, "the next page")
        await user.press("escape")
        user.app.push_screen(WriteScreen(LONG))
        await user.press(*"typed")
        await user.until_shown("typed")
        assert shows(user, "ctrl+s accepts Escape leaves")
