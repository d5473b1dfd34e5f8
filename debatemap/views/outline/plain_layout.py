"""Where the words of a row stand that is shown as a sentence: from the left edge on, and alone."""

from debatemap.views.outline.row_layout import Layout

__all__ = ["PlainLayout"]


class PlainLayout(Layout):
    """The widths of rows without guides, signs and columns.

    Examples:
        >>> PlainLayout(80, judged=True).words(7)
        79
        >>> PlainLayout(30).lines("Con, level 2: Many eyes find faults.", 1)
        ['Con, level 2: Many eyes find', 'faults.']
    """

    __slots__ = ()

    CURSOR = FOLD = SIGN = 0

    @property
    def marks(self) -> int:
        """No cells: marks are said."""
        return 0

    @property
    def strength(self) -> int:
        """No cells: strengths are said."""
        return 0

    @property
    def right(self) -> int:
        """The last cell, which stays free."""
        return 1

    @property
    def deepest(self) -> int:
        """No level is indented: the level is said."""
        return 0

    def indent(self, depth: int) -> int:  # noqa: ARG002  (that of the class above)
        """Returns no cells."""
        return 0
