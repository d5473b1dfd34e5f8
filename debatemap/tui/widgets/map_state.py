"""What the first line says of a map beside its title: unsaved, filtered, one of several."""

from typing import Final, NamedTuple

from debatemap.core.text import SafeText
from debatemap.tui.widgets.clickable import ALL, KEY

__all__ = ["FILTERED", "READ_ONLY", "UNSAVED", "MapState", "place_among"]


class MapState(NamedTuple):
    """A few words on a map.

    Attributes:
        words: The words.
        kind: What a click on them asks for; empty where they lead nowhere.
        value: Which one of that kind.
        sign: What stands for them where there is little room; empty where nothing does.
        plain: The words where signs are words; empty where they have no sign.
    """

    words: SafeText
    kind: str = ""
    value: str = ""
    sign: str = ""
    plain: str = ""

    def shown(self, *, plain: bool, narrow: bool) -> str:
        """Returns the words, or what stands for them.

        Args:
            plain: Whether signs are words.
            narrow: Whether there is little room.
        """
        if plain:
            return self.plain or self.words
        return self.sign if narrow and self.sign else self.words


UNSAVED: Final = MapState(SafeText("● unsaved"), KEY, "save", "●", "unsaved")
READ_ONLY: Final = MapState(SafeText("read-only"))
FILTERED: Final = MapState(SafeText("filtered"), ALL)


def place_among(place: int, maps: int) -> MapState:
    """Returns which of several open maps one is, counted from 1."""
    return MapState(SafeText(f"map {place} of {maps}"), KEY, "list_maps")
