"""A strength in words, as formats that show text and pictures have it."""

__all__ = ["points_of"]


def points_of(strength: float) -> str:
    """Returns a strength in points of 100.

    Examples:
        >>> points_of(0.62)
        '62 of 100'
    """
    return f"{round(100 * strength)} of 100"
