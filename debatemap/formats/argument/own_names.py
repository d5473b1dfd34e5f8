"""Keys under which this program writes what others have no place for."""

from typing import Final

__all__ = ["AS", "AUTHOR", "OWN"]

OWN: Final = "debatemap"
"""The key beside a node, or beside the whole graph."""
AUTHOR: Final = "author"
"""Beside a node that only says for others who claims something."""
AS: Final = "as"
"""In what is written beside the whole graph: the name of the format."""
