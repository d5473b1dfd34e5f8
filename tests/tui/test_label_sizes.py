"""Labels stand over rows, and so only as long as these stand where they did."""

from debatemap.workspace.session import Session
from tests.tui.driver import opened
from tests.tui.scenes import essay, resize


async def test_labels_leave_where_the_terminal_gets_another_size() -> None:
    async with opened(Session(essay()), size=(120, 40)) as user:
        await user.press("H")
        assert user.is_asked
        await resize(user, (80, 24))
        await user.until(lambda: not user.is_asked, "the end of the labels")
