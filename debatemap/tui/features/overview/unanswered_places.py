"""Where unanswered objections are, kept up to date with the judgement."""

from asyncio import sleep
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from debatemap.judge.grounded import unanswered_objections
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.overview.large_maps import AT_ONCE, REST
from debatemap.views.overview import Ground

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.context import MapContext

__all__ = ["UnansweredPlaces"]


class UnansweredPlaces:
    """The places of unanswered objections in reading order, of joint premises the first.

    Args:
        context: The map.
        renew: Called when those of a large map have been found out.
    """

    def __init__(self, context: "MapContext", renew: Callable[[], None]) -> None:
        self._map, self._renew = context, renew
        self._places: Sequence[int] = ()
        self._of: tuple[Ground, Judgement, dict[str, object]] | None = None
        self._is_looking = False

    def known(self, ground: Ground) -> Sequence[int]:
        """Returns the places; of a large map as it was last looked through, and none before.

        They are the same object as long as nothing has changed.

        Args:
            ground: The claims in reading order.
        """
        if not self._is_current(ground):
            self._look(ground)
        if self._of is not None and self._of[0] is not ground:
            self._places, self._of = (), None
        return self._places

    def in_time(self, ground: Ground) -> Sequence[int] | None:
        """Returns the places as the map is now, or None while that is being found out."""
        places = self.known(ground)
        return places if self._is_current(ground) else None

    def _is_current(self, ground: Ground) -> bool:
        judging = self._map.feature(Judging)
        if self._of is None or judging.ready is None:
            return False
        of, judgement, assumed = self._of
        return of is ground and judgement is judging.ready and assumed == judging.assumed

    def _look(self, ground: Ground) -> None:
        judgement = self._map.feature(Judging).ready
        if judgement is None:
            return
        if len(ground.claims) <= AT_ONCE:
            self._take(ground, judgement, _firsts(judgement))
        elif not self._is_looking:
            self._is_looking = True
            self._map.run_beside(self._look_beside(ground), group="overview")

    async def _look_beside(self, ground: Ground) -> None:
        judging = self._map.feature(Judging)
        try:
            await sleep(REST)
            found = await judging.ask(_firsts)
            judgement = judging.ready
            if found is not None and judgement is not None:
                self._take(ground, judgement, found)
        finally:
            self._is_looking = False
        if self._map.is_attached:
            self._renew()

    def _take(self, ground: Ground, judgement: "Judgement", claims: Collection[str]) -> None:
        self._places = ground.places(claims)
        self._of = ground, judgement, dict(self._map.feature(Judging).assumed)


def _firsts(judgement: "Judgement") -> set[str]:
    """Returns the first premises of the unanswered objections."""
    links = judgement.debate.links
    return {links[link].premises[0] for link in unanswered_objections(judgement)}
