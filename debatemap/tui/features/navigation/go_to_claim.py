"""Go to a claim or a step wherever it stands, however the map is folded or filtered."""

from typing import TYPE_CHECKING

from debatemap.core.reading_order import way_to

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["reach"]


def reach(screen: "MapScreen", node: str, via: str | None = None) -> bool:
    """Selects a place of a claim, or the one that a link makes, and remembers where it was left.

    A filter that hides the claim is taken away.

    Args:
        screen: The map screen.
        node: The claim; or a link, which stands for its first premise.
        via: The link of the place to select, where the claim has one that is such.

    Returns:
        Whether it is there; if not, that is said.
    """
    debate, outline = screen.session.debate, screen.outline
    if node in debate.links:
        node, via = debate.links[node].premises[0], node
    if node not in debate.claims:
        screen.say("The claim is gone.", "warning")
        return False
    if outline.kept is not None and node not in outline.kept:
        outline.set_filter(None)
        screen.view.update_rows()
        screen.show_state()
    is_place = via in debate.links_from(node)
    screen.jump_to(way_to(debate, node, via if is_place else None))
    return True
