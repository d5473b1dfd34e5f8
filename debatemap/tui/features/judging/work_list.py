"""What is left to do in the open map, gone through from what matters most."""

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from debatemap.tui.features.navigation.go_to_claim import go_to_claim
from debatemap.tui.features.writing.quote_grades import QuoteGrades

if TYPE_CHECKING:
    from collections.abc import Callable

    from debatemap.judge.explain.work import Task, Work
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.context import MapContext

__all__ = ["Working"]

Result = TypeVar("Result")

_MOST: Final = 500
_AT_ONCE: Final = 200
"""Claims of a map that is looked through before the next key."""


class _Judged(Protocol):
    """What can be asked of the judgement of the map."""

    @property
    def ready(self) -> "Judgement | None":
        """The judgement where it is up to date."""

    async def ask(self, question: "Callable[[Judgement], Result]") -> "Result | None":
        """Asks something of the judgement in a thread."""


class Working:
    """The things to do, and which of them was gone to last.

    They are looked for when they are asked for, and again after every edit.
    """

    def __init__(self, context: "MapContext", judged: "_Judged") -> None:
        self._map, self._judged = context, judged
        self.forget()

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._work: Work | None = None
        self._known_misquoted: frozenset[str] = frozenset()
        self._last: Task | None = None
        self._rank = -1

    def outdate(self) -> None:
        """Is told that something was edited: then other things may be left to do."""
        self._work = None

    @property
    def is_known(self) -> bool:
        """Whether it is known what is left to do, or found out in no time."""
        judging = self._judged
        if self._known_misquoted != self._misquoted:
            self._work, self._known_misquoted = None, self._misquoted
        few = len(self._map.session.debate.claims) <= _AT_ONCE
        if self._work is None and few and judging.ready is not None:
            self._work = _work(judging.ready, self._misquoted)
        return self._work is not None

    async def tasks(self) -> "list[Task]":
        """Returns what is left to do, what moves a thesis farthest first."""
        while not self.is_known:
            self._work = await self._judged.ask(partial(_work, misquoted=self._misquoted))
        return self._known

    @property
    def _misquoted(self) -> frozenset[str]:
        return self._map.feature(QuoteGrades).misquoted

    @property
    def left_out(self) -> str:
        """How many of the things to do are on the list, in a sentence; empty where all are."""
        work = self._work
        if work is None or work.whole <= len(work.tasks):
            return ""
        return f"The first {len(work.tasks):,} of {work.whole:,} are listed."

    @property
    def untried(self) -> str:
        """How partial the list is, in a sentence; empty where everything was tried."""
        work = self._work
        if work is None or not work.is_partial:
            return ""
        return (
            f"There was too much to try: only {work.considered:,} of {work.of:,} claims were, and"
            " the others count as if they moved nothing."
        )

    @property
    def _known(self) -> "list[Task]":
        return self._work.tasks if self._work is not None else []

    def step(self, way: int) -> None:
        """Goes to the next (1) or the previous (-1) thing to do; from the end, round again.

        It must be known what is left to do. What was done is on the list no more, so the next
        thing has its rank.
        """
        tasks = self._known
        if not tasks:
            self._map.say(f"Nothing is left to do. {self.untried}".strip())
            return
        keys = [task[:3] for task in tasks]
        if self._last is None or self._last[:3] in keys:
            here = keys.index(self._last[:3]) if self._last is not None else self._rank
            rank = here + way if here >= 0 or way > 0 else way
        else:
            rank = self._rank if way > 0 else self._rank - 1
        self.go_to(tasks[rank % len(tasks)])

    def go_to(self, task: "Task") -> None:
        """Goes to where a thing is to be done, and says what it is."""
        tasks = self._known
        self._last, self._rank = task, tasks.index(task) if task in tasks else 0
        if go_to_claim(self._map, task.claim, task.link):
            of = f"{len(tasks):,}{'+' if self.left_out else ''}"
            self._map.say(f"{self._rank + 1:,} of {of}: {task.words}. {self.untried}".rstrip(". "))


def _work(judgement: "Judgement", misquoted: frozenset[str]) -> "Work":
    from debatemap.judge.explain.work import work  # noqa: PLC0415  (a map opens without it)

    return work(judgement, most=_MOST, misquoted=misquoted)
