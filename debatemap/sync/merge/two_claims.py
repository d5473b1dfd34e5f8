"""Keep both wordings of a claim: each is a claim of its own, linked the same way."""

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.node_names import name_of
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.sync.merge.conflict import Conflict
from debatemap.sync.merge.settle import take_out
from debatemap.sync.merge.sides import options

__all__ = ["can_be_two", "keep_both"]

_TEXT = "text"
_FIELD = 3
"""How long a path is that leads to a field of a claim."""


def can_be_two(debate: Debate, conflict: Conflict) -> bool:
    """Tells whether a conflict is of two wordings of a claim that is there."""
    if len(conflict.path) != _FIELD or conflict.deleted or len(conflict.values) < 2:  # noqa: PLR2004  (both)
        return False
    table, key, field = conflict.path
    texts = all(isinstance(value, str) and value.strip() for value in options(conflict)[:2])
    return (table, field) == ("claims", _TEXT) and key in debate.claims and texts


def keep_both(debate: Debate, conflict: Conflict) -> Change:
    """Gives a claim the first wording, and a second claim like it the other one.

    The second claim has the first one's places, right after it, and its own text. Answers and
    ratings stay with the first.

    Raises:
        EditRefusedError: The conflict is of something else, or settled already.
    """
    if not can_be_two(debate, conflict):
        raise EditRefusedError("only two wordings of a claim can become two claims")
    builder = ChangeBuilder(debate)
    take_out(builder, conflict)
    key = conflict.path[1]
    claim = builder.claim(key)
    first, second = options(conflict)[:2]
    builder.put_claim(claim._replace(text=first), key)
    other = builder.put_claim(claim._replace(text=second))
    _place_alike(builder, key, other)
    return builder.change(f"keep both wordings of {name_of(debate, key)} as two claims")


def _place_alike(builder: ChangeBuilder, claim: str, other: str) -> None:
    theses = builder.header.theses
    if claim in theses:
        after = theses.index(claim) + 1
        builder.put_header(
            builder.header._replace(theses=(*theses[:after], other, *theses[after:]))
        )
    for key in builder.links_from(claim):
        link = builder.link(key)
        premises = tuple(other if premise == claim else premise for premise in link.premises)
        pos = builder.position(link.target, key)
        builder.put_link(link._replace(premises=premises, pos=pos))
