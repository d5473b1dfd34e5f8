"""What was found out of a debate, kept until the debate changes."""

from collections.abc import Callable, MutableMapping
from functools import partial, wraps
from typing import TypeVar
from weakref import WeakKeyDictionary, ref

from debatemap.core.debate import Debate

__all__ = ["remembered"]

Found = TypeVar("Found")


def remembered(find: Callable[[Debate], Found]) -> Callable[[Debate], Found]:
    """Lets a function look at a debate once, however often it is asked before the next change.

    What it returns must not refer to the debate, which would never be let go of then, and whoever
    asks must leave it as it is.
    """
    known: WeakKeyDictionary[Debate, Found] = WeakKeyDictionary()

    @wraps(find)
    def asked(debate: Debate) -> Found:
        if debate not in known:
            known[debate] = find(debate)
            debate.before_change(partial(_forget, known, ref(debate)))
        return known[debate]

    return asked


def _forget(known: MutableMapping[Debate, Found], debate: ref[Debate]) -> None:
    changing = debate()
    if changing is not None:
        known.pop(changing, None)
