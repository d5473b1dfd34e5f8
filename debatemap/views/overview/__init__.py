"""All claims of a map in one column, and what there is to see of them."""

from debatemap.views.overview.claim_cells import (
    Kind,
    Span,
    cell_of,
    cells,
    first_places,
    span,
)
from debatemap.views.overview.ground import Ground, ground_of

__all__ = ["Ground", "Kind", "Span", "cell_of", "cells", "first_places", "ground_of", "span"]
