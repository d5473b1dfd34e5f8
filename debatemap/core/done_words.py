"""What was done, in words, of what was to be done: changes are worded as orders."""

from typing import Final

__all__ = ["done"]

_PAST: Final = {
    "add": "added", "apply": "applied", "ask": "asked", "bring": "brought", "call": "called",
    "change": "changed", "cite": "cited", "clean": "cleaned", "copy": "copied",
    "delete": "deleted", "demote": "demoted", "drop": "dropped", "flip": "flipped",
    "give": "gave", "group": "grouped", "import": "imported", "insert": "inserted",
    "join": "joined", "keep": "kept", "link": "linked", "make": "made", "merge": "merged",
    "move": "moved", "name": "named", "note": "noted", "order": "ordered", "part": "parted",
    "paste": "pasted", "promote": "promoted", "rate": "rated", "recover": "recovered",
    "restore": "restored", "reword": "reworded", "say": "said", "set": "set", "settle": "settled",
    "split": "split", "tag": "tagged", "take": "took", "turn": "turned", "unlink": "unlinked",
    "write": "wrote",
}  # fmt: skip
"""The past of the verbs that changes begin with."""


def done(order: str) -> str:
    """Returns what was done where an order was carried out; an unknown verb stays as it is.

    Examples:
        >>> done("add the pro “It rains.”"), done("take “It rains.” away from here")
        ('added the pro “It rains.”', 'took “It rains.” away from here')
    """
    verb, _, rest = order.partition(" ")
    return f"{_PAST.get(verb, verb)} {rest}".rstrip()
