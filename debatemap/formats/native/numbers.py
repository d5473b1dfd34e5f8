"""Numbers in unknown fields, which come back as they were written.

A reader of JSON turns `1e2` into 100.0 and cuts a long decimal to sixteen digits. A number that
would come back in other digits is kept as a `Written`, which knows its own. A file that the
program wrote itself has none but those that it wrote so, and is not read a second time for them.
"""

import json
import math
from decimal import Decimal
from typing import Any, Self

import orjson

from debatemap.core.text import excerpt

__all__ = ["Written", "as_written", "json_exactly", "read_float", "read_int", "restore_numbers"]


class Written(Decimal):
    """A number with the digits that stand for it in the file.

    It is equal to any number of exactly its value, and never to a nearby one.

    Attributes:
        digits: The number as JSON has it.
    """

    __slots__ = ("digits",)
    digits: str

    def __new__(cls, digits: str) -> Self:
        """Returns the number that the digits stand for."""
        number = super().__new__(cls, digits)
        number.digits = digits
        return number

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        """Lets copies keep the digits."""
        return type(self), (self.digits,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self


def as_written(value: object) -> orjson.Fragment:
    """Returns the digits of a number for `orjson.dumps`, as its `default`.

    Raises:
        TypeError: It is no such number, and cannot be written.
    """
    if isinstance(value, Written):
        return orjson.Fragment(value.digits.encode("ascii"))
    raise TypeError(f"{type(value).__name__} is no JSON")


def read_float(digits: str) -> float | Written:
    """Returns the number in the digits of a fraction, for `json.loads`.

    Raises:
        ValueError: It is out of range.
    """
    value = float(digits)
    if math.isinf(value):
        raise ValueError(f"{excerpt(digits)} is out of range")
    return value if orjson.dumps(value) == digits.encode("ascii") else Written(digits)


def read_int(digits: str) -> int | Written:
    """Returns the number in the digits of an integer, for `json.loads`."""
    return Written(digits) if digits == "-0" else int(digits)


def json_exactly(data: bytes) -> Any:  # noqa: ANN401  (any JSON)
    """Returns what compact JSON says, its numbers as they stand there.

    Raises:
        json.JSONDecodeError: It is no JSON in UTF-8.
    """
    value = orjson.loads(data)
    if orjson.dumps(value) == data:
        return value
    return json.loads(data, parse_float=read_float, parse_int=read_int)


def restore_numbers(exact: Any, into: Any) -> None:  # noqa: ANN401  (any JSON)
    """Puts the numbers that were read exactly in the place of those that were not.

    Args:
        exact: An object or a list.
        into: The same, read by another reader.
    """
    waiting = [(exact, into)]
    while waiting:
        one, other = waiting.pop()
        for key, value in one.items() if isinstance(one, dict) else enumerate(one):
            if isinstance(value, Written):
                other[key] = value
            elif isinstance(value, (dict, list)):
                waiting.append((value, other[key]))
