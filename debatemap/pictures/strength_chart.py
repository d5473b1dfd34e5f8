"""A verdict over the versions of a map as a picture: SVG without scripts and fonts of its own."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from debatemap.core.text import excerpt
from debatemap.pictures.picture_style import FONTS

__all__ = ["ChartPoint", "strength_chart"]

_WIDE: Final = 720
_HIGH: Final = 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 44, 34
_BANDS: Final = (55, 45)
_TITLE: Final = 90
_NAME: Final = 40
_STYLE: Final = (
    f"text{{font-family:{FONTS};font-size:12px;fill:#5e636e}}.title{{font-size:15px;fill:#22252c}}"
    ".page{fill:#ffffff}.open{fill:#f0f1f4}.grid{stroke:#c3c7cf;stroke-width:1}"
    ".band{fill:#5b3fc4;fill-opacity:.18}.line{fill:none;stroke:#5b3fc4;stroke-width:2}.point{fill:#5b3fc4}.turn{fill:#a84a00}"
    "@media (prefers-color-scheme:dark){text{fill:#a0a6b2}.title{fill:#dcdfe6}.page{fill:#16181d}"
    ".open{fill:#1e2129}.grid{stroke:#4a505c}.band{fill:#b7a4f4}.line{stroke:#b7a4f4}.point{fill:#b7a4f4}"
    ".turn{fill:#f0a33f}}"
)


class ChartPoint(NamedTuple):
    """A version on the chart.

    Attributes:
        name: What to call it, with when and by whom.
        strength: 0 to 1; None where the claim was not there yet.
        words: What it did to the verdict.
        turned: Whether it turned the verdict.
        within: Lowest and highest strength by what people might hold; None where that is unknown.
    """

    name: str
    strength: float | None
    words: str
    turned: bool
    within: tuple[float, float] | None = None


def strength_chart(title: str, points: Sequence[ChartPoint]) -> bytes:
    """Returns an SVG picture of strengths over the versions of a map, from left to right.

    Args:
        title: The claim.
        points: The versions, the oldest first.
    """
    return "\n".join(_elements(title, points)).encode()


def _elements(title: str, points: Sequence[ChartPoint]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" '
        f'width="{_WIDE}" height="{_HIGH}" role="img">'
    )
    yield f"<title>{escape(excerpt(title, _TITLE))}</title><style>{_STYLE}</style>"
    yield f'<rect class="page" width="{_WIDE}" height="{_HIGH}"/>'
    yield f'<text class="title" x="{_LEFT}" y="24">{escape(excerpt(title, _TITLE))}</text>'
    top, bottom = (_y(band / 100) for band in _BANDS)
    across = _WIDE - _LEFT - _RIGHT
    yield f'<rect class="open" x="{_LEFT}" y="{top:g}" width="{across}" height="{bottom - top:g}"/>'
    for level in (0, 25, 50, 75, 100):
        y = _y(level / 100)
        yield f'<path class="grid" d="M{_LEFT} {y:g}h{across}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4:g}" text-anchor="end">{level}</text>'
    yield from _line(points)
    for place in sorted({0, len(points) - 1}):
        if points:
            end = place == len(points) - 1 and place > 0
            anchor, x = ("end", _WIDE - _RIGHT) if end else ("start", _LEFT)
            name = escape(excerpt(points[place].name, _NAME))
            yield f'<text x="{x}" y="{_HIGH - 12}" text-anchor="{anchor}">{name}</text>'
    yield "</svg>\n"


def _line(points: Sequence[ChartPoint]) -> Iterator[str]:
    known = [(place, one, one.strength) for place, one in enumerate(points)]
    drawn = [(_x(place, len(points)), _y(s), one) for place, one, s in known if s is not None]
    edges = [(x, _y(one.within[0]), _y(one.within[1])) for x, _, one in drawn if one.within]
    if edges:
        above = [f"{x:g} {high:g}" for x, _, high in edges]
        below = [f"{x:g} {low:g}" for x, low, _ in reversed(edges)]
        yield f'<path class="band" d="M{"L".join([*above, *below])}Z"/>'
    if drawn:
        way = "L".join(f"{x:g} {y:g}" for x, y, _ in drawn)
        yield f'<path class="line" d="M{way}"/>'
    for x, y, one in drawn:
        kind, size = ("turn", 5) if one.turned else ("point", 3)
        said = escape(excerpt(f"{one.name}: {one.words}", 2 * _TITLE))
        at = f'cx="{x:g}" cy="{y:g}" r="{size}"'
        yield f'<circle class="{kind}" {at}><title>{said}</title></circle>'


def _x(place: int, count: int) -> float:
    across = _WIDE - _LEFT - _RIGHT
    return round(_LEFT + (across * place / (count - 1) if count > 1 else across / 2), 1)


def _y(strength: float) -> float:
    return round(_TOP + (_HIGH - _TOP - _BOTTOM) * (1.0 - strength), 1)
