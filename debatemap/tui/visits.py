"""Where the reader was: paths to go back and forward along."""

from collections.abc import Sequence

from debatemap.views.outline.outline import Step

__all__ = ["Visits"]

_KEPT = 200

Path = Sequence[Step]


class Visits:
    """Places that were left by a jump, as a browser keeps them."""

    def __init__(self) -> None:
        self._behind: list[Path] = []
        self._ahead: list[Path] = []

    def leave(self, path: Path) -> None:
        """Remembers a place before a jump; what was ahead is forgotten."""
        if not self._behind or self._behind[-1] != path:
            self._behind.append(path)
            del self._behind[:-_KEPT]
        self._ahead.clear()

    def back(self, here: Path) -> Path | None:
        """Returns the place before, or None at the beginning."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Path) -> Path | None:
        """Returns the place that was gone back from, or None."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
