"""Keys under which this program writes what others have no place for."""

from typing import Final

__all__ = ["AS", "OWN"]

OWN: Final = "debatemap"
"""The key beside a node, or beside the whole graph."""
AS: Final = "as"
"""In what is written beside the whole graph: the name of the format."""
