"""Make the pictures in the README: `python -m tests.picture`."""

import asyncio
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from debatemap.config import Config
from debatemap.workspace.session import open_session
from tests.tui.driver import opened

__all__ = ["PICTURES", "Picture", "draw"]

_ROOT = Path(__file__).parents[1]


class Picture(NamedTuple):
    """A picture of the program.

    Attributes:
        name: The name of its file.
        says: What is to be seen on it.
        map: The sample map that is shown.
        keys: What is pressed before it is taken.
        size: The columns and lines of the screen.
        settings: The settings.
    """

    name: str
    says: str
    map: str
    keys: str
    size: tuple[int, int] = (120, 36)
    settings: Config = Config()

    @property
    def path(self) -> Path:
        """The file."""
        return _ROOT / ".github" / f"{self.name}.svg"


PICTURES: Final = (
    Picture(
        "open-source-ai",
        "The sample map in debatemap: claims as an outline, the selected one in full beside it",
        "open-source-ai",
        "3 j j j",
    ),
    Picture(
        "card",
        "A claim as a card: its pros at the left, its cons at the right, undercuts at their step",
        "inner-city-traffic",
        "F j",
        (110, 34),
    ),
    Picture(
        "why",
        "Why a claim is as strong as it is, in sentences that lead on",
        "shipment-storage",
        "!",
        (110, 34),
    ),
    Picture(
        "wide",
        "A wide screen: outline, card, and the note and sources of the selected claim",
        "open-source-ai",
        "j",
        (200, 50),
    ),
    Picture(
        "table",
        "All claims as a table, in the light theme, sorted by strength",
        "inner-city-traffic",
        "% t % s s t r e n g t h enter",
        (110, 34),
        Config(theme="debatemap-light"),
    ),
)
_CELL = 12.2
_SPACE = "&#160;"
_TEXT = re.compile(
    r'(?P<head><text [^>]*?)x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<length>[\d.]+)"'
    r" (?P<tail>clip[^>]*)>(?P<words>[^<]*)<"
)


async def draw(picture: Picture) -> str:
    """Returns a picture as SVG: a sample map, read with a few keys; it fetches nothing."""
    session = open_session(_ROOT / "maps" / f"{picture.map}.json")
    async with opened(session, size=picture.size, settings=picture.settings) as user:
        await user.rest()
        for key in picture.keys.split():
            await user.press(key)
        await user.rest_of_screen()
        await user.rest_of_details()
        svg = user.app.export_screenshot(title=f"debatemap maps/{picture.map}.json")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
    svg = re.sub(r"terminal-\d+-", "terminal-", svg)
    return _TEXT.sub(_without_outer_spaces, svg) + "\n"


def _without_outer_spaces(match: re.Match[str]) -> str:
    """Returns a piece of text without spaces around it, which some viewers leave out."""
    words = match["words"].replace(_SPACE, " ")
    left = len(words) - len(words.lstrip())
    lost = len(words) - len(words.strip())
    x = float(match["x"]) + left * _CELL
    length = float(match["length"]) - lost * _CELL
    inner = words.strip().replace(" ", _SPACE)
    return f'{match["head"]}x="{x:g}" {match["y"]} textLength="{length:g}" {match["tail"]}>{inner}<'


def _draw_all() -> None:
    """Draws the pictures, with the settings and the state of nobody."""
    with TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", PYTHONUTF8="1")
        os.environ.pop("NO_COLOR", None)
        for picture in PICTURES:
            picture.path.write_text(asyncio.run(draw(picture)), encoding="utf-8")


if __name__ == "__main__":
    _draw_all()
