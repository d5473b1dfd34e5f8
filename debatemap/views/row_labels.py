"""Labels of letters, by which rows in sight are chosen."""

from itertools import islice, product
from typing import Final

__all__ = ["LETTERS", "labels_for"]

LETTERS: Final = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


def labels_for(number: int) -> list[str]:
    """Returns so many labels of one or two letters, none of which begins another.

    Examples:
        >>> labels_for(3)
        ['a', 's', 'd']
        >>> len(set(labels_for(100))), labels_for(27)[-3:]
        (100, ['n', 'ma', 'ms'])
    """
    most = len(LETTERS)
    pairs = next((n for n in range(most) if most - n + n * most >= number), most)
    alone = list(LETTERS[: most - pairs])
    begins = LETTERS[most - pairs :]
    twos = ("".join(pair) for pair in product(begins, LETTERS))
    return list(islice([*alone, *twos], number))
