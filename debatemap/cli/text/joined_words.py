"""Name the words that a merge put together of two rewordings, so that somebody reads them."""

from collections.abc import Mapping

from debatemap.cli.output import say
from debatemap.core.text import excerpt

__all__ = ["tell_joined"]

_CELLS = 160
"""Cells of a text that is named."""


def tell_joined(map_id: str, texts: Mapping[str, str], lead: str = "") -> None:
    """Names texts that were put together, and has the screen mark them until they are read.

    Args:
        map_id: The map's id.
        texts: The texts, by claim.
        lead: What to begin each line with.
    """
    from debatemap.store.joined_words import note_joined  # noqa: PLC0415  (`--help` must stay light)

    note_joined(map_id, texts)
    for text in texts.values():
        say(f"{lead}joined the words of both, read them: “{excerpt(text, _CELLS)}”")
