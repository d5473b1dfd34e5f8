"""How each opinion group rates a claim on the mean, where it is shown how far people differ."""

from typing import TYPE_CHECKING, Protocol

from debatemap.judge.people.opinion_groups import opinion_groups
from debatemap.tui.messages import JudgementReady

if TYPE_CHECKING:
    from collections.abc import Callable

    from debatemap.judge.judgement import Judgement
    from debatemap.tui.context import MapContext

__all__ = ["GroupMeans"]

_Groups = tuple[tuple[str, ...], ...]


class _Asked(Protocol):
    """What answers questions about the judgement, and tells whether spreads are shown."""

    is_spread: bool

    async def ask(self, question: "Callable[[Judgement], _Groups]") -> _Groups | None:
        """Returns the answer, or None where the map was edited meanwhile."""
        ...


class GroupMeans:
    """The groups of people who rate alike, while spreads are shown.

    Attributes:
        people: The people of each group; nothing where there are no two groups, or none is known.
    """

    def __init__(self, context: "MapContext", judging: _Asked) -> None:
        self._map, self._judging = context, judging
        self.people: _Groups = ()

    def look(self) -> None:
        """Looks for the groups in a thread, where spreads are shown."""
        if self._judging.is_spread:
            self._map.run_beside(self._look(), group="groups")
        else:
            self.people = ()

    def of(self, judgement: "Judgement", claim: str) -> tuple[float | None, ...]:
        """Returns the mean rating of a claim by group, 0 to 100; None where none of it rated it."""
        ratings = judgement.framework.opinions.ratings(claim)
        rated = ([ratings[name] for name in group if name in ratings] for group in self.people)
        return tuple(sum(own) / len(own) if own else None for own in rated)

    async def _look(self) -> None:
        found = await self._judging.ask(_groups)
        if found is not None and found != self.people and self._judging.is_spread:
            self.people = found
            self._map.post_message(JudgementReady())


def _groups(judgement: "Judgement") -> _Groups:
    groups = tuple(group.people for group in opinion_groups(judgement.debate).groups)
    return groups if len(groups) > 1 else ()
