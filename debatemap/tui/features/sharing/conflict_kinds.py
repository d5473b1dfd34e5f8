"""The kinds of conflicts, under whose headings they are listed."""

from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content
from textual.widgets.option_list import Option

from debatemap.core.text import SafeText
from debatemap.sync.merge.conflict import Conflict
from debatemap.tui.widgets.choice_list import ListOption, heading

__all__ = ["by_kind", "kind_of", "rows_under_headings"]

_TABLES: Final = {
    "map": "The map",
    "claims": "Fields of claims",
    "links": "Links",
    "sources": "Sources",
    "stances": "Ratings",
}
_OTHERS: Final = "Unknown fields"


def kind_of(conflict: Conflict) -> str:
    """Returns the kind of a conflict.

    Examples:
        >>> kind_of(Conflict(("claims", "a", "text"))), kind_of(Conflict(("stances", "Ann", "a")))
        ('Words of claims', 'Ratings')
        >>> kind_of(Conflict(("links", "l"), values=({},), deleted=True))
        'Deleted by one side'
    """
    table, *keys = conflict.path or ("",)
    if conflict.is_of_a_record:
        return "Deleted by one side" if conflict.deleted else "Added by both sides"
    if table == "claims" and keys[1:] == ["text"]:
        return "Words of claims"
    return _TABLES.get(table, _OTHERS)


def by_kind(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Returns conflicts with those of a kind together, the kinds in the order of their first."""
    kinds = list(dict.fromkeys(map(kind_of, conflicts)))
    return sorted(conflicts, key=lambda conflict: kinds.index(kind_of(conflict)))


def rows_under_headings(
    conflicts: Sequence[Conflict], titles: Sequence[SafeText]
) -> Iterator[Option]:
    """Yields the rows of a list of conflicts, each kind below its heading.

    Args:
        conflicts: The conflicts, those of a kind together.
        titles: What each is called.
    """
    kinds, above = list(map(kind_of, conflicts)), ""
    for kind, title in zip(kinds, titles, strict=True):
        if kind != above:
            yield ListOption(heading(kind, kinds.count(kind)), is_read=True)
            above = kind
        yield ListOption(Content(title))
