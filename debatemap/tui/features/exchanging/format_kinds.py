"""The headings under which the formats of an export are listed."""

from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["by_kind"]

_KINDS: Final[dict[str, tuple[str, ...]]] = {
    "A map of this program": ("debatemap",),
    "To read and print": ("html", "prose", "markdown"),
    "Pictures": ("svg", "png", "dot", "mermaid"),
    "Outlines, notes and mind maps": (
        "outline", "opml", "org", "obsidian", "canvas", "mindmup", "freeplane",
    ),
    "Debates and arguments": (
        "kialo", "argdown", "xaif", "aif", "arguebuf", "sadface", "carneades", "af", "apx", "tgf",
    ),
    "Tables and graphs": ("csv", "graphml", "node-link"),
}  # fmt: skip
"""By heading, the formats below it, those first that most people look for."""

_OTHERS: Final = "Of other packages"


def by_kind(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yields formats with the heading of each, as they are to be listed."""
    left = dict.fromkeys(names)
    for kind, known in _KINDS.items():
        for name in known:
            if name in left:
                del left[name]
                yield name, kind
    for name in left:
        yield name, _OTHERS
