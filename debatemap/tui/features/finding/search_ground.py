"""What searching a whole map takes, found out once, and a snapshot of it for a thread."""

from typing import TYPE_CHECKING, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.folding import marks
from debatemap.core.reading_order import read
from debatemap.core.reading_places import Reading
from debatemap.core.search import Index
from debatemap.tui.features.finding.asked import Asked, Finds
from debatemap.views.outline.above import Above

if TYPE_CHECKING:
    from debatemap.filtering import FilterFacts
    from debatemap.judge.judgement import Judgement

__all__ = ["Known", "SearchGround", "known_of"]


class Known(NamedTuple):
    """What is known of all claims of a map.

    Attributes:
        words: Their words, to be searched.
        reading: The reading order.
        above: What stands above what.
    """

    words: Index
    reading: Reading
    above: Above


def known_of(
    debate: Debate, index: Index | None, reading: Reading | None, above: Above | None
) -> Known:
    """Finds out what is not known of a debate yet, and what is made once when it is first asked."""
    index = index or Index(debate)
    index.ids_from("")
    marks()
    reading = reading or read(debate)
    reading.order  # noqa: B018  (it is asked for to be made)
    above = above or Above(debate, index.numbers)
    above.beyond(frozenset())
    return Known(index, reading, above)


class SearchGround(NamedTuple):
    """A snapshot of the map and what was looked up in it, for a thread alone.

    Attributes:
        facts: The snapshot.
        above: What stands above what in it.
    """

    facts: "FilterFacts"
    above: Above

    def find(
        self,
        asked: Asked,
        is_filter: bool,  # noqa: FBT001  (a thread is given inputs by their places)
        judgement: "Judgement | None" = None,
    ) -> Finds:
        """Returns what matches; for a filter, with what stands above that."""
        finds = asked.find(self.facts, judgement)
        if not is_filter or not finds.hits:
            return finds
        return finds._replace(above=self.above.beyond(finds.hits))
