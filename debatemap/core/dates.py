"""Dates as a map holds them: ISO 8601, as exact as they are known."""

import re
from datetime import datetime
from typing import Final

__all__ = ["DATE_FORMS", "is_date"]

DATE_FORMS: Final = "2024, 2024-07 or 2024-07-23"
"""How a date is written, in words for people."""
_DAY: Final = re.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?")
_FIRST: Final = "-01-01"


def is_date(text: str) -> bool:
    """Tells whether a text is a year, a month or a day that there is; a day may have a time.

    Examples:
        >>> [is_date(text) for text in ("2024", "2024-07", "2024-02-29", "2024-07-23T10:00:00Z")]
        [True, True, True, True]
        >>> [is_date(text) for text in ("yesterday", "2023-02-29", "23.7.2024", "2024-7-3", "")]
        [False, False, False, False, False]
    """
    if not _DAY.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(
            text if len(text) > len("2024-07") else text + _FIRST[len(text) - 4 :]
        )
    except ValueError:
        return False
    return True
