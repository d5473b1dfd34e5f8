"""A debate as a picture: what of it is drawn, and where."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.queries import branch, theses
from debatemap.core.reading_order import strays, way_to
from debatemap.views.map.forest import Forest, Scope, grow
from debatemap.views.map.layout import lay_out
from debatemap.views.map.nearby_claims import fits, neighbourhood
from debatemap.views.map.picture import Picture
from debatemap.views.map.zoom import SPACING, Zoom, size_of

if TYPE_CHECKING:
    from debatemap.core.model import Stance

__all__ = ["MOST", "Asked", "DrawnMap", "draw_map", "draw_to_fit"]

MOST: Final = {Zoom.DOTS: 4000, Zoom.LINES: 4000, Zoom.WORDS: 400, Zoom.TEXT: 400}
"""Claims that are drawn at once; of a larger map, those around the cursor are."""


class Asked(NamedTuple):
    """What is to be drawn.

    Attributes:
        zoom: How large.
        near: The claim that must be among what is drawn, or None.
        top: The claim whose branch is drawn alone, or None for the whole map.
        folded: The claims whose replies are not drawn.
        kept: The claims that a filter lets through, or None where there is no filter.
    """

    zoom: Zoom
    near: str | None = None
    top: str | None = None
    folded: Collection[str] = frozenset()
    kept: Collection[str] | None = None


class DrawnMap(NamedTuple):
    """A picture, and what it is of.

    Attributes:
        asked: What was to be drawn.
        forest: What stands under what.
        picture: Where it stands.
        way: The path to what stands in the first column, where that is no top of the debate.
        is_part: Whether only the neighbourhood of a claim is drawn.
        whole: How many claims there are to draw, with those that folds hide.
    """

    asked: Asked
    forest: Forest
    picture: Picture
    way: list[tuple[str | None, str]]
    is_part: bool
    whole: int

    def path(self, claim: str) -> list[tuple[str | None, str]]:
        """Returns the steps from a top of the debate to a claim that is drawn."""
        steps = self.forest.path(claim)
        return [*self.way, *steps[1:]] if self.way and steps[0][1] == self.way[-1][1] else steps

    def step_above(self, claim: str) -> str | None:
        """Returns the link from the claim at which the way ends, or None for another claim."""
        return self.way[-1][0] if self.way and self.way[-1][1] == claim else None


def draw_map(debate: Debate, asked: Asked) -> DrawnMap:
    """Returns the picture of a debate, or of the part of it that is asked for."""
    scope, way, is_part = _scope(debate, asked)
    forest = grow(debate, scope)
    ports = forest.port_rows()
    sizes = {
        claim: size_of(debate.claims[claim].text, asked.zoom, ports.get(claim, 0))
        for claim in forest.via
    }
    stances: dict[str, Stance] = {link: debate.links[link].stance for link in forest.target}
    picture = lay_out(forest, sizes, stances, SPACING[asked.zoom])
    return DrawnMap(asked, forest, picture, way, is_part, _whole(debate, asked))


def _whole(debate: Debate, asked: Asked) -> int:
    """Returns how many claims are drawn where all is unfolded."""
    claims: Collection[str] = debate.claims
    if asked.top in debate.claims:
        claims, _ = branch(debate, [asked.top or ""])
    if asked.kept is None:
        return len(claims)
    return sum(claim in claims for claim in asked.kept)


def _scope(debate: Debate, asked: Asked) -> tuple[Scope, list[tuple[str | None, str]], bool]:
    """Returns what is drawn, the way to it, and whether that is only a part."""
    top = asked.top if asked.top in debate.claims else None
    way = way_to(debate, top) if top is not None else []
    most = MOST[asked.zoom]
    tops = [top] if top is not None else theses(debate)
    if len(debate.claims) > most and not fits(debate, tops, most, asked.folded, asked.kept):
        near = asked.near or ""
        near = near if near in debate.claims else next(iter(debate.claims))
        part = neighbourhood(debate, near, top, most, asked.folded, asked.kept)
        return Scope(part.tops, (), part.claims, asked.folded), way or part.way, True
    if top is not None:
        return Scope(tops, (), asked.kept, asked.folded), way, False
    found = strays(debate)
    scope = Scope(tops, [*found.inbox, *found.adrift], asked.kept, asked.folded)
    return scope, [], False


def draw_to_fit(debate: Debate, asked: Asked, width: int, height: int) -> DrawnMap:
    """Returns the largest picture that fits in so many cells; where none does, as was asked."""
    for zoom in (Zoom.TEXT, Zoom.WORDS, Zoom.LINES):
        drawn = draw_map(debate, asked._replace(zoom=zoom))
        picture = drawn.picture
        if not drawn.is_part and picture.width <= width and picture.height <= height:
            return drawn
    return draw_map(debate, asked)
