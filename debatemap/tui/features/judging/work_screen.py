"""The list of what is left to do, what moves a thesis farthest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.search_query import Query
from debatemap.judge.explain.work import Kind, Task
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.widgets.row_drawing import sign_at

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["TasksScreen"]

_TITLE: Final = "Left to do, and how many points each can move a thesis"
_SHOWN: Final = 0.005
"""What moves a thesis by less would be said to move it by 0 %."""
_UNSOURCED: Final = ("§", "$accent")
_OF_SOURCES: Final = frozenset({Kind.UNSOURCED, Kind.MISQUOTED})
_HEADINGS: Final = {
    Kind.UNANSWERED: "Unanswered objections",
    Kind.UNSUPPORTED: "Claims whose pros all have unanswered objections",
    Kind.UNSOURCED: "Claims without a source",
    Kind.MISQUOTED: "Claims that rest on a quote which its source has not",
}
_RESTING: Final = "Claims without a source that rest on their replies"


class TasksScreen(ChooserScreen[Task]):
    """The things to do, each with how far it can move its thesis; Enter goes to one."""

    shows_map = True

    def __init__(self, context: "MapContext") -> None:
        super().__init__(
            _TITLE,
            self._fitting,
            empty="Looking for what is left to do …",
            hints=("{key:list_accept} goes there", "{key:list_leave} leaves"),
        )
        self._map = context
        self._tasks: Sequence[Task] = ()

    def on_mount(self) -> None:
        """Looks for what is left to do, of a large map in a thread."""
        # The map waits for the thread: this screen may be left before it ends.
        self._map.run_beside(self._look(), group="reasoning")

    async def _look(self) -> None:
        working = self._map.feature(Judging).working
        self._tasks = await working.tasks()
        partial = " ".join(filter(None, (working.left_out, working.untried)))
        self.chooser_title = f"{_TITLE}. {partial}" if partial else _TITLE
        self._empty = "Nothing is left to do that has such words."
        self.renew_in_place()

    def follow_map(self) -> None:
        """Looks again, as other things may be left to do."""
        self._map.run_beside(self._look(), group="reasoning")

    def _fitting(self, query: str) -> Sequence[Choice[Task]]:
        asked, debate = Query(query), self._map.session.debate
        tasks = [task for task in self._tasks if asked.fits(f"{task.kind.value} {task.words}")]
        headings = _HEADINGS | {Kind.UNANSWERED: _unanswered(tasks)}
        return [
            _choice(task, debate, _RESTING if _rests(task, debate) else headings[task.kind])
            for task in tasks
        ]


def _unanswered(tasks: Sequence[Task]) -> str:
    """Returns the heading of unanswered objections, with their claims where these are fewer."""
    by = [task.claim for task in tasks if task.kind is Kind.UNANSWERED]
    claims, words = len(set(by)), _HEADINGS[Kind.UNANSWERED]
    by_claims = f" by {claims:,} claim{'' if claims == 1 else 's'}"
    return words if claims == len(by) else words + by_claims


def _rests(task: Task, debate: Debate) -> bool:
    """Tells whether a claim without a source has replies to rest on."""
    return task.kind is Kind.UNSOURCED and bool(debate.links_into(task.claim))


def _choice(task: Task, debate: Debate, kind: str) -> Choice[Task]:
    points = f"{100 * task.effect:.0f}" if task.effect >= _SHOWN else "—"
    sign = Content.assemble((f"{points:>5} ", "$quiet"), _sign(task, debate), " ")
    return Choice(task, Content.assemble(sign, task.deed), kind=kind, hang=sign.cell_length)


def _sign(task: Task, debate: Debate) -> tuple[str, str]:
    """Returns the sign that the outline shows for the claim, or that of a source to mend."""
    link = task.link if task.link in debate.links else None
    if task.kind in _OF_SOURCES or task.claim not in debate.claims or link is None:
        return _UNSOURCED
    sign, colour = sign_at(debate, link, task.claim)
    return sign, f"${colour}"
