"""Make the picture at the top of the README: `python -m tests.picture`."""

import asyncio
import re
from pathlib import Path

from debatemap.config import Config
from debatemap.tui.app import DebateApp
from debatemap.workspace.session import open_session

__all__ = ["PICTURE", "draw"]

_ROOT = Path(__file__).parents[1]
PICTURE = _ROOT / ".github" / "open-source-ai.svg"
_MAP = _ROOT / "maps" / "open-source-ai.json"
_KEYS = ("3", "j", "j", "j")
_SIZE = (120, 36)
_CELL = 12.2
_SPACE = "&#160;"
_TEXT = re.compile(
    r'(?P<head><text [^>]*?)x="(?P<x>[\d.]+)" (?P<y>y="[\d.]+") textLength="(?P<length>[\d.]+)"'
    r" (?P<tail>clip[^>]*)>(?P<words>[^<]*)<"
)


async def draw() -> str:
    """Returns the picture as SVG: the sample map, read with a few keys, nothing fetched."""
    app = DebateApp(session=open_session(_MAP), settings=Config())
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.press(*_KEYS)
        await pilot.pause(0.3)
        svg = app.export_screenshot(title="debatemap maps/open-source-ai.json")
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


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
