"""What is wrong with a query, and where."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.core.text import SafeText

__all__ = ["FilterError"]


class FilterError(ValueError):
    """A query cannot be read, or asks for what is not known here.

    Attributes:
        message: What is wrong, and what to do, in a sentence.
        start: Where in the query the words begin that are wrong.
        end: Where they end.
        nearest: What may have been meant, to stand in their place; empty for nothing.
    """

    def __init__(self, message: str, start: int, end: int, nearest: str = "") -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.nearest = message, start, end, nearest

    def repaired(self, query: str) -> str:
        """Returns the query with what may have been meant; empty where nothing is near.

        Examples:
            >>> FilterError("…", 4, 11, "kind:law").repaired("tax kin:law")
            'tax kind:law'
        """
        return f"{query[: self.start]}{self.nearest}{query[self.end :]}" if self.nearest else ""

    def pointed(self, query: str) -> "list[SafeText]":
        r"""Returns the query in a line, and a line with a mark under what is wrong.

        Examples:
            >>> print(*FilterError("…", 0, 4).pointed("kin: tax"), sep="\n")
            kin: tax
            ^^^^
        """
        from debatemap.core.text import SafeText, safe_line, width  # noqa: PLC0415  (only where something is wrong)

        # A line loses the blanks at its end, and a place behind one is meant.
        line, ahead = safe_line(query), width(safe_line(f"{query[: self.start]}.")) - 1
        wrong = max(1, width(safe_line(query[self.start : self.end])))
        return [line, SafeText(f"{' ' * ahead}{'^' * wrong}")]
