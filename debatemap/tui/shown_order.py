"""Claims in the order in which the outline shows them."""

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["in_shown_order"]


def in_shown_order(context: "MapContext", claims: Collection[str]) -> list[str]:
    """Returns claims of the map in the order of the rows, each once.

    What no row shows, as what is folded away, stands behind them, in the order of the file.

    Args:
        context: The open map.
        claims: The claims; those that are gone from the map are left out.
    """
    held = context.session.debate.claims
    shown = (row.claim for row in context.outline.rows if row.claim in claims)
    others = (claim for claim in held if claim in claims) if claims else ()
    return [claim for claim in dict.fromkeys((*shown, *others)) if claim in held]
