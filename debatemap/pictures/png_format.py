"""PNG: the picture of a map in pixels, made of its SVG by resvg; it is only written."""

import re
from functools import cache
from types import ModuleType
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.features import LOST, Carries
from debatemap.formats.format import Verdicts, Written
from debatemap.pictures.picture_style import FONTS
from debatemap.pictures.svg_format import SVG

__all__ = ["PNG", "rendered", "renderer", "size_of"]

_ZOOM: Final = 2.0
"""Pixels of the picture for one of the SVG, so that letters are sharp in print."""
_MOST: Final = 60_000_000
"""Pixels of a picture."""
_SIZE: Final = re.compile(rb'width="([\d.e+]+)" height="([\d.e+]+)"')
_LETTER: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">'
    f'<text y="15" font-family="{FONTS}">{{}}</text></svg>'
)
_FONT: Final = "Install one, such as DejaVu Sans; SVG needs none."
_HOW: Final = "`pip install 'debatemap[png]'` installs it; SVG needs nothing."


class PNG(SVG):
    """A picture in pixels."""

    name: ClassVar[str] = "png"
    title: ClassVar[str] = "PNG"
    suffixes: ClassVar[tuple[str, ...]] = (".png",)
    is_text: ClassVar[bool] = False
    carries: ClassVar[Carries] = Carries(
        **{name: LOST if "tooltip" in value else value for name, value in vars(SVG.carries).items()}
    )

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file begins as a picture in PNG."""
        return head.startswith(b"\x89PNG\r\n\x1a\n")

    def _written(self, debate: Debate, verdicts: Verdicts | None) -> Written:
        drawn = super()._written(debate, verdicts)
        losses = tuple(
            loss._replace(becomes="end early") if loss.kind == "texts" else loss
            for loss in drawn.losses
        )
        width, height = size_of(drawn.data)
        zoom = min(_ZOOM, (_MOST / (width * height)) ** 0.5)
        return Written(rendered(drawn.data.decode(), zoom), losses)


@cache
def _draws_letters() -> bool:
    """Tells whether there is any font: without one resvg leaves all words out."""
    import resvg_py  # noqa: PLC0415  (an extra)

    blank, letter = (bytes(resvg_py.svg_to_bytes(svg_string=_LETTER.format(x))) for x in " A")
    return blank != letter


def renderer() -> ModuleType:
    """Returns what makes pixels of a picture.

    Raises:
        MapError: It is not installed, or no font is.
    """
    try:
        import resvg_py  # noqa: PLC0415  (an extra)
    except ImportError:
        raise MapError(
            "the picture", "PNG needs resvg-py, which is not there", advice=_HOW
        ) from None
    if not _draws_letters():
        raise MapError("the picture", "PNG needs a font, and none is installed", advice=_FONT)
    return resvg_py


def rendered(svg: str, zoom: float, *, background: str | None = None) -> bytes:
    """Returns a picture as PNG.

    Args:
        svg: The picture.
        zoom: Pixels for one of the SVG.
        background: The colour behind it; None for none.

    Raises:
        MapError: What makes pixels of it is not installed, or no font is.
    """
    make = renderer().svg_to_bytes
    return bytes(make(svg_string=svg, zoom=zoom, background=background))


def size_of(svg: bytes) -> tuple[float, float]:
    """Returns how wide and high a picture is that this program has drawn."""
    found = _SIZE.search(svg)
    return (float(found[1]), float(found[2])) if found else (1.0, 1.0)
