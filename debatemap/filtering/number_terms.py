"""Numbers that a term compares with: `2`, `>2`, `<=4`, `2..4`."""

import re
from typing import Final

from debatemap.filtering.tree import Range

__all__ = ["range_of"]

_NUMBER: Final = r"\d{1,9}(?:\.\d{1,9})?"
_COMPARED: Final = re.compile(rf"(<=|>=|<|>|=|)({_NUMBER})")
_BETWEEN: Final = re.compile(rf"({_NUMBER})?\.\.({_NUMBER})?")


def range_of(text: str) -> Range | None:
    """Returns the numbers that are meant, or None where none are.

    Examples:
        >>> range_of(">2").has(2), range_of("2..4").has(3), range_of("many")
        (False, True, None)
    """
    compared = _COMPARED.fullmatch(text)
    if compared is not None:
        sign, number = compared[1], float(compared[2])
        if sign in ("", "="):
            return Range(number, number)
        if sign.startswith(">"):
            return Range(low=number, is_above=sign == ">")
        return Range(high=number, is_below=sign == "<")
    between = _BETWEEN.fullmatch(text)
    if between is None or not any(between.groups()):
        return None
    low, high = (float(part) if part else None for part in between.groups())
    return Range(low, high)
