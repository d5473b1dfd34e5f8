"""Which records differ between two tables that share those that are the same."""

from collections.abc import Mapping, Sequence
from itertools import compress
from operator import is_not
from typing import TypeVar

__all__ = ["differing"]

Record = TypeVar("Record")


def differing(one: Mapping[str, Record], other: Mapping[str, Record]) -> Sequence[str]:
    """Returns the ids under which two tables do not hold the same object, each once.

    What is equal and was made twice is among them. Of tables that have the same ids in one order,
    as two versions of a map mostly have, no id is looked up.

    Examples:
        >>> rain, wet = "It rains.", "It is wet."
        >>> [*differing({"a": rain, "b": wet}, {"a": rain, "c": wet})]
        ['b', 'c']
    """
    if len(one) == len(other) and [*one] == [*other]:
        return list(compress(one, map(is_not, one.values(), other.values())))
    unlike = [key for key, record in one.items() if other.get(key) is not record]
    return unlike + [key for key in other if key not in one]
