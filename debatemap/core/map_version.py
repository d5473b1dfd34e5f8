"""A version of a map, with what it was made of."""

from typing import NamedTuple

from debatemap.core.debate import Debate

__all__ = ["MapVersion"]


class MapVersion(NamedTuple):
    """A version of a map.

    Attributes:
        name: What to call it: the beginning of a commit, `copy 2`, `now`.
        when: When it was made, ISO 8601; empty where nobody knows.
        who: Who made it; empty where nobody knows.
        words: What they said of it: the subject of a commit; empty where nothing is.
        before: What it was made of; None where it is the first.
        after: What it says.
        is_cut: Whether there were versions before it, which a shallow clone does not have.
    """

    name: str
    when: str
    who: str
    words: str
    before: Debate | None
    after: Debate
    is_cut: bool = False
