"""The verdict above a map, in the words that commands print."""

from functools import partial

from debatemap import load
from debatemap.core.queries import theses
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict_words import verdict_words
from debatemap.store.locations import samples
from tests.tui.driver import opened

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")


async def test_the_screen_has_the_words_that_commands_print() -> None:
    debate = load(SAMPLE)
    words = verdict_words(Judgement(debate), theses(debate)[0])
    async with opened(debate, size=(200, 40)) as user:
        await user.until_shown(words)


async def test_the_verdict_is_of_the_thesis_above_the_cursor_when_it_comes_back_too() -> None:
    debate = load(SAMPLE)
    async with opened(debate, size=(120, 30)) as user:

        def names(thesis: int) -> bool:
            return f"◆{thesis} " in user.lines[0]

        for _ in range(2):
            for number, thesis in enumerate(theses(debate), 1):
                user.map.go_to([(None, thesis)])
                await user.until(partial(names, number))
