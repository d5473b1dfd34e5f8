"""Go to a claim or a step wherever it stands, however the map is folded or filtered."""

from typing import TYPE_CHECKING

from debatemap.core.reading_order import way_to
from debatemap.tui.messages import StateChanged

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["go_to_claim"]


def go_to_claim(context: "MapContext", node: str, via: str | None = None) -> bool:
    """Selects a place of a claim, or the one that a link makes, and remembers where it was left.

    A filter that hides the claim is taken away.

    Args:
        context: The open map.
        node: The claim; or a link, which stands for its first premise.
        via: The link of the place to select, where the claim has one that is such.

    Returns:
        Whether it is there; if not, that is said.
    """
    debate, outline = context.session.debate, context.outline
    if node in debate.links:
        node, via = debate.links[node].premises[0], node
    if node not in debate.claims:
        context.say("The claim is gone.", "warning")
        return False
    if outline.kept is not None and node not in outline.kept:
        context.view.set_filter(None)
        context.post_message(StateChanged())
    is_place = via in debate.links_from(node)
    context.jump_to(way_to(debate, node, via if is_place else None))
    return True
