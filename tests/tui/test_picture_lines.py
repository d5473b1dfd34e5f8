"""Lines of the picture that are kept from one key to the next show what they would show anew."""

from pathlib import Path

from debatemap import load
from debatemap.tui.features.views.views import Views
from debatemap.tui.views.map.picture_view import PictureView
from tests.tui.driver import opened

MAPS = Path(__file__).parents[2] / "maps"


async def test_no_line_is_kept_that_a_move_has_changed() -> None:
    async with opened(load(MAPS / "open-source-ai.json"), size=(110, 30)) as user:
        await user.press("%", "g")
        await user.rest()
        view = user.map.feature(Views).active
        assert isinstance(view, PictureView)
        for key in ("l", "j", "j", "z", "o", "j", "h", "shift+right", "l", "j", "j", "G", "v", "k"):
            await user.press(key)
            await user.rest()
            kept = [list(view.render_line(y)) for y in range(view.size.height)]
            view.redraw()
            assert kept == [list(view.render_line(y)) for y in range(view.size.height)], key
