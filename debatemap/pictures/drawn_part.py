"""What of a map fits in a picture that can be read, and where it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.queries import theses
from debatemap.core.reading_order import strays
from debatemap.core.text import SafeText, safe_line, wrap
from debatemap.views.map.forest import Forest, Scope, grow
from debatemap.views.map.layout import lay_out
from debatemap.views.map.zoom import SPACING, WIDTH, Zoom, size_of

if TYPE_CHECKING:
    from debatemap.views.map.picture import Picture

__all__ = ["CELLS", "MOST", "DrawnPart", "draw_part"]

MOST: Final = 60
"""Claims of a picture; of a larger map those nearest the theses are drawn."""
CELLS: Final = WIDTH[Zoom.TEXT] - 4
"""The width of a line of a box, without its margins."""
_LINES: Final = 9
"""Lines of a claim; a longer text ends early."""


class DrawnPart(NamedTuple):
    """A layout, and what it is of.

    Attributes:
        forest: What stands under what.
        picture: Where it stands, in cells.
        lines: The lines of each claim.
        shortened: The claims whose text ends early.
        left_out: The claims that are not drawn.
        roomy: The claims whose box has a line for more than the text.
    """

    forest: Forest
    picture: "Picture"
    lines: Mapping[str, list[SafeText]]
    shortened: list[str]
    left_out: list[str]
    roomy: frozenset[str]


def draw_part(debate: Debate, *, with_strengths: bool) -> DrawnPart:
    """Returns the layout of a map, or of the part of it that can be read.

    Args:
        debate: The map.
        with_strengths: Whether each box needs a line for the strength.
    """
    forest, left_out = _forest(debate)
    lines = {key: _lines_of(debate.claims[key].text) for key in forest.via}
    shortened = [key for key, found in lines.items() if len(found) > _LINES]
    for key in shortened:
        lines[key] = [
            *lines[key][: _LINES - 1],
            SafeText(f"{lines[key][_LINES - 1][: CELLS - 2]} …"),
        ]
    roomy = frozenset(
        key for key in forest.via if with_strengths or key in forest.hidden or debate.is_thesis(key)
    )
    ports = forest.port_rows()
    sizes = {}
    for key in forest.via:
        size = size_of("\n".join(lines[key]), Zoom.TEXT, ports.get(key, 0))
        sizes[key] = size._replace(h=size.h + (key in roomy))
    stances = {link: debate.links[link].stance for link in forest.target}
    picture = lay_out(forest, sizes, stances, SPACING[Zoom.TEXT])
    return DrawnPart(forest, picture, lines, shortened, left_out, roomy)


def _lines_of(text: str) -> list[SafeText]:
    # No more of a very long text is wrapped than can be shown.
    beginning = text[: CELLS * _LINES * 8]
    return wrap("\n".join(map(safe_line, beginning.split("\n"))), CELLS)


def _forest(debate: Debate) -> tuple[Forest, list[str]]:
    """Returns the forest that is drawn, and the claims that are not."""
    tops, found = theses(debate), strays(debate)
    apart = [*found.inbox, *found.adrift]
    forest = grow(debate, Scope(tops, apart))
    if len(forest.via) <= MOST:
        return forest, []
    # The forest is grown level by level, and so are its claims in order.
    shown = dict.fromkeys([*forest.via][:MOST])
    for claim in [*shown]:
        link = forest.via[claim]
        # A step whose premises hold only together is drawn with all of them.
        shown |= dict.fromkeys(forest.premises[link] if link is not None else ())
    left_out = [key for key in forest.via if key not in shown]
    return grow(debate, Scope(tops, apart, shown)), left_out
