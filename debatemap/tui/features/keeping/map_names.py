"""What an open map is called where it is one of several."""

from typing import TYPE_CHECKING

from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["name_of"]


def name_of(context: "MapContext") -> SafeText:
    """Returns what an open map is called: by title, question, file, or its first thesis."""
    debate, path = context.session.debate, context.session.path
    header = debate.header
    thesis = next((c for c in debate.header.theses if c in debate.claims), None)
    title = safe_line(header.title or header.question).strip()
    title = title or (path.name if path is not None else "")
    title = title or (debate.claims[thesis].text if thesis is not None else "a new map")
    return safe_line(title)
