"""The filters that are known: with a name, of every map, and what was asked last."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.search_query import Query
from debatemap.core.text import excerpt, width
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.finding.asked import read_query
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["BUILT_IN", "FiltersScreen", "KnownFilter"]

BUILT_IN: Final = {
    "Unanswered": "unanswered",
    "Without a source": "no:source",
    "Changed": "changed",
    "Unplaced": "unplaced",
}
"""The filters of every map: their queries by name."""
_NAMED: Final = "With a name"
_BUILT_IN: Final = "Of every map"
_ASKED: Final = "Asked last"
_NAME: Final = 28
_QUERY: Final = 60
_GAP: Final = 2
_COUNTED: Final = 5_000
"""Claims of a map in which it is counted what each filter finds."""


class KnownFilter(NamedTuple):
    """A filter in the list.

    Attributes:
        kind: The heading that it stands under.
        name: What it is called; empty for one that was only asked.
        query: What it filters by.
    """

    kind: str
    name: str
    query: str


class FiltersScreen(ChooserScreen[KnownFilter]):
    """The filters that are known; Enter filters by one, ctrl+x removes one and stays."""

    BINDINGS: ClassVar[list[BindingType]] = bound({"filter_remove": "remove"})

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._queries = context.feature(Finder).queries
        self._counts: dict[str, int] = {}
        super().__init__(
            "Filter by",
            self._fitting,
            empty="No filter has these words.",
            hints=(
                "{key:list_accept} filters by it",
                "{key:filter_remove} removes it",
                "{key:list_leave} leaves",
            ),
        )

    def has_use_for(self, key: str) -> bool:
        """Tells whether there is a filter to choose, or one of the map's own to remove."""
        if key == "filter_remove":
            return any(choice.value.kind != _BUILT_IN for choice in self.usable)
        return super().has_use_for(key)

    def action_remove(self) -> None:
        """Removes the highlighted filter; what every map has stays."""
        choice = self.highlighted
        if choice is None:
            return
        kind, name, query = choice.value
        if kind == _NAMED:
            self._queries.drop(name)
        elif kind == _ASKED:
            self._queries.unask(query)
        else:
            self.tell(f"Filter by: “{name}” stays, as every map has it")
            return
        self.renew_in_place()

    def _fitting(self, query: str) -> Sequence[Choice[KnownFilter]]:
        asked = Query(query)
        known = self._known()
        names = max((width(excerpt(each.name, _NAME)) for each in known), default=0)
        counts = {each: self._found(each) for each in known}
        digits = max(map(len, counts.values()), default=0)
        cells = names + _GAP + digits + _GAP
        return [
            Choice(
                each,
                _label(each, counts[each].rjust(cells - _GAP - names), names),
                kind=each.kind,
                hang=cells if each.name else 0,
            )
            for each in known
            if asked.fits(f"{each.name} {each.query}")
        ]

    def _found(self, known: KnownFilter) -> str:
        """Returns how many claims a filter finds now, where that is soon known."""
        finder = self._map.feature(Finder)
        if known.kind == _ASKED or len(self._map.session.debate.claims) > _COUNTED:
            return ""
        if known.query not in self._counts:
            finds = finder.find(read_query(known.query))
            if finds.fault is not None:
                # What it asks for is not known yet.
                return ""
            self._counts[known.query] = len(finds.hits)
        return f"{self._counts[known.query]:,}"

    def _known(self) -> list[KnownFilter]:
        named = [KnownFilter(_NAMED, *item) for item in self._queries.named.items()]
        built_in = [KnownFilter(_BUILT_IN, *item) for item in BUILT_IN.items()]
        asked = [KnownFilter(_ASKED, "", query) for query in self._queries.asked]
        return [*named, *built_in, *asked]


def _label(known: KnownFilter, found: str, cells: int) -> Content:
    """Returns a filter as a row: its name in so many cells, what it finds, and its query."""
    query = excerpt(known.query, _QUERY)
    if not known.name:
        return Content(query)
    name = excerpt(known.name, _NAME)
    padded, gap = name + " " * (cells - width(name)), " " * _GAP
    return Content.assemble(padded, (found, "$accent"), gap, (query, "$quiet"))
