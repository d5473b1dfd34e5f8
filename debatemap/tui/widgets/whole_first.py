"""Where to scroll to so that the first of what is in sight is whole."""

__all__ = ["whole_first"]


def whole_first(cut: tuple[int, int], held: tuple[int, int], page: int) -> int:
    """Returns the first line to show where the top of a page cuts something off.

    It is where that begins, or where it ends if what is to stay in sight would else go out of it.

    Args:
        cut: The line at which what is cut off begins, and the one after its last.
        held: The same of what stays in sight; of something higher than the page, its beginning.
        page: The lines of the page.

    Examples:
        >>> whole_first((4, 8), (8, 10), page=6), whole_first((4, 8), (9, 12), page=6)
        (4, 8)
    """
    begin, end = cut
    first, last = held[0], min(held[1], held[0] + page)
    return begin if first >= begin and last <= begin + page else min(end, first)
