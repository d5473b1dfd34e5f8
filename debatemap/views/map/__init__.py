"""The graph as a picture: where boxes stand and how edges run, in cells, for any screen or file."""

from debatemap.views.map.drawn_map import MOST, Asked, DrawnMap, draw_map, draw_to_fit
from debatemap.views.map.forest import Extra, Forest, Scope, grow
from debatemap.views.map.picture import Box, Mark, Picture, Route
from debatemap.views.map.zoom import Zoom

__all__ = [
    "MOST",
    "Asked",
    "Box",
    "DrawnMap",
    "Extra",
    "Forest",
    "Mark",
    "Picture",
    "Route",
    "Scope",
    "Zoom",
    "draw_map",
    "draw_to_fit",
    "grow",
]
