"""Take in the ratings of many people at once."""

from collections.abc import Mapping

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Ratings
from debatemap.core.text import clean, safe_line
from debatemap.edit.builder import ChangeBuilder, EditRefusedError

__all__ = ["rate_all"]


def rate_all(debate: Debate, ratings: Mapping[str, Ratings]) -> Change:
    """Records what people hold of claims and links, beside what they hold already.

    Args:
        debate: The debate.
        ratings: By person, 0 to 100 by claim or link.

    Raises:
        EditRefusedError: A value is out of range, a person has no name, or there is no such claim
            or link.
    """
    builder = ChangeBuilder(debate)
    count = 0
    for name, own in ratings.items():
        person = safe_line(clean(name))
        if not person:
            raise EditRefusedError("a rating needs the name of a person")
        for node, value in own.items():
            if not builder.has(node):
                raise EditRefusedError(f"there is no claim or link {node}")
            if not 0 <= value <= 100:  # noqa: PLR2004  (a percentage)
                raise EditRefusedError("a rating is a number from 0 to 100")
        if own:
            builder.rate(person, own)
        count += len(own)
    people = sum(bool(own) for own in ratings.values())
    who = "1 person" if people == 1 else f"{people:,} people"
    return builder.change(f"take in {count:,} rating{'' if count == 1 else 's'} by {who}")
