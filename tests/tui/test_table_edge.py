"""What stands at the edges of the table: marks, and the last column beside the overview."""

from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.scenes import essay


async def test_the_numbers_of_the_table_do_not_run_into_the_overview() -> None:
    async with opened(Session(essay()), size=(80, 24)) as user:
        await user.press("%", "t")
        await user.until_shown("strength ")


async def test_a_mark_is_the_one_of_the_outline() -> None:
    async with opened(Session(essay()), size=(80, 24)) as user:
        await user.press("v", "%", "t", "j", "j")
        assert " • The most capable" in user.text
