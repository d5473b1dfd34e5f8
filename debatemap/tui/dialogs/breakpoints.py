"""At which size a screen leaves out what is not needed, and how wide a dialog is."""

from typing import Final

__all__ = ["SHORT_OR_TALL", "TALL", "box_cells", "filling"]

TALL: Final = 20
"""Lines from which a screen has room for margins, hints and details below the outline."""

SHORT_OR_TALL: Final = [(0, "-short"), (TALL, "-tall")]
_STRIP: Final = 8
"""Cells beside a dialog in which one still sees what is behind it; fewer show torn words."""


def filling(most: int) -> list[tuple[int, str]]:
    """Returns the breakpoints of a dialog that fills the screen unless strips are left beside it.

    Args:
        most: Cells of the dialog where the screen has room for the strips.
    """
    return [(0, "-fills"), (most + 2 * _STRIP, "-framed")]


def box_cells(columns: int, most: int) -> int:
    """Returns how wide such a dialog is on a screen of so many columns."""
    return columns if columns < most + 2 * _STRIP else most
