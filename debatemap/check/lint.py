"""What a lint is, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from debatemap.core.debate import Debate
from debatemap.edit.builder import ChangeBuilder

__all__ = ["Finding", "Lint", "count", "link_place", "lint"]


class Finding(NamedTuple):
    """One thing that is wrong: where in the file, and what."""

    place: str
    """A path of keys such as `claims.3f8k2m9xqz.text`; empty for the whole file."""
    message: str


Find = Callable[[Debate], Iterable[Finding]]
Mend = Callable[[ChangeBuilder], str]
"""Mends all that the lint finds and returns what it did, as an order; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Lint:
    """A rule that a map should keep."""

    code: str
    """Is never given to another rule."""
    name: str
    explanation: str
    find: Find
    mend: Mend | None = None
    """None where a person has to decide."""
    is_warning: bool = False
    """Whether a map with it is sound all the same."""


def lint(
    code: str,
    name: str,
    explanation: str,
    *,
    mend: Mend | None = None,
    is_warning: bool = False,
) -> Callable[[Find], Lint]:
    """Declares a function from a debate to findings to be a lint."""
    return lambda find: Lint(code, name, explanation, find, mend, is_warning)


def link_place(debate: Debate, link_id: str, field: str = "") -> str:
    """Returns where a link stands in the file: inside its first premise.

    Examples:
        >>> from debatemap.core.model import Header, Link
        >>> debate = Debate(Header("m"), {}, {"l": Link(("a",), "supports", "b")})
        >>> link_place(debate, "l", "to")
        'claims.a.links.l.to'
    """
    place = f"claims.{debate.links[link_id].premises[0]}.links.{link_id}"
    return f"{place}.{field}" if field else place


def count(number: int, one: str, many: str = "") -> str:
    """Returns a number with its noun.

    Examples:
        >>> count(1, "thesis", "theses"), count(2, "text")
        ('1 thesis', '2 texts')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"
