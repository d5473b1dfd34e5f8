"""Settle what a merge left: a list of conflicts, the values of each, one key for a choice."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import OptionList

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.reading_order import read
from debatemap.core.text import SafeText, excerpt
from debatemap.edit import EditRefusedError
from debatemap.sync.git.commit_history import Entry, history
from debatemap.sync.merge.attribution import attribute
from debatemap.sync.merge.conflict import Conflict, canonical, conflicts_in
from debatemap.sync.merge.conflict_text import subject
from debatemap.sync.merge.settle import choices, name_conflict, settle, standing
from debatemap.sync.merge.two_claims import can_be_two, keep_both
from debatemap.tui.background_work import REPORTED, failure_text
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.commands.command_table import KEYS_BY_ID
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.keeping.waiting import git_advice
from debatemap.tui.features.sharing.conflict_kinds import by_kind, rows_under_headings
from debatemap.tui.features.sharing.conflict_value_screen import can_write, write_value
from debatemap.tui.features.sharing.conflict_view import ConflictView, titled
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar
from debatemap.tui.widgets.choice_list import ChoiceList
from debatemap.tui.widgets.map_state import MapState
from debatemap.tui.widgets.title_bar import TitleBar
from debatemap.workspace.background import Progress, StoppedError, run
from debatemap.workspace.session import ReadOnlyError

if TYPE_CHECKING:
    from textual import getters

    from debatemap.tui.context import MapContext, Program

__all__ = ["ConflictsScreen"]

_AFTERWARDS: Final = ("conflict_undo", "undoes"), ("conflict_leave", "leaves")
_HINTS: Final = (
    ("conflict_who", "who wrote it"),
    _AFTERWARDS[0],
    ("conflict_go", "goes there"),
    _AFTERWARDS[1],
)
_TAKE: Final = KEYS_BY_ID["conflict_take"]
_KEEP: Final = ("conflict_keep", "keep as is")
_BOTH: Final = ("conflict_both", "both as two claims")
_WRITE: Final = ("conflict_write", "write another")
_LATER: Final = ("conflict_later", "decide later")
_SAVE: Final = ("conflict_save", "save")


class ConflictsScreen(DialogScreen[tuple[str, str | None] | None]):
    """The conflicts of a map; ends with a claim and a link to go to, or None.

    Attributes:
        is_to_save: Whether the map is to be saved then.

    Args:
        context: The open map.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-medium"), (120, "-wide")]  # noqa: RUF012  (Textual declares it)
    VERTICAL_BREAKPOINTS = SHORT_OR_TALL
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {
            "conflict_take": "take({n})",
            "conflict_keep": "keep",
            "conflict_both": "both",
            "conflict_write": "write",
            "conflict_later": "later",
            "conflict_save": "save",
            "conflict_who": "ask_git",
            "conflict_undo": "undo",
            "conflict_go": "go",
            "conflict_leave": "leave",
            "conflict_next": "step(1)",
            "conflict_previous": "step(-1)",
            "conflict_scroll_down": "scroll_by(1)",
            "conflict_scroll_up": "scroll_by(-1)",
        }
    )
    DEFAULT_CSS = """
    ConflictsScreen {
        layout: vertical; background: $background;
        & #title { border-bottom: solid $rule; height: 2; }
        & #hints { border-top: solid $rule; height: 2; }
        & #conflicts-body { height: 1fr; }
        & ChoiceList {
            background: $background; max-height: 40%;
            & > .option-list--option { padding: 0 1; }
        }
        & ConflictView { height: 1fr; border-top: solid $rule; }
        &.-wide #conflicts-body { layout: horizontal; }
        &.-wide ChoiceList { width: 34%; max-width: 60; height: 1fr; max-height: 100%; }
        &.-wide ConflictView { width: 1fr; border-top: none; border-left: solid $rule; }
        &.-short #title, &.-short #hints { border: none; height: 1; }
        &.-short ChoiceList { max-height: 1; scrollbar-size-vertical: 0; }
        &.-narrow #conflict-sides { layout: vertical; margin-bottom: 0; }
        &.-narrow .side { width: 100%; margin-bottom: 1; }
        &.-short ConflictView { border: none; }
        &.-short #conflict-name { display: none; }
        &.-short #conflict-name.-done { display: block; }
        &.-short #conflict-sides, &.-short .side { margin-bottom: 0; }
    }
    """
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, context: "MapContext") -> None:
        super().__init__()
        self._map = context
        self._order = read(context.session.debate).order
        self._conflicts: list[Conflict] = []
        self._seen: tuple[object, int] = (None, 0)
        self._credits: dict[bytes, list[SafeText]] = {}
        self._settled = 0
        self._advice = ""
        self.is_to_save = False
        self._asking: Progress | None = None

    @property
    def selected(self) -> Conflict | None:
        """The conflict that is shown."""
        usable, found = self.query_one(ChoiceList).usable, self._conflicts
        return found[self._place_in_list] if found and len(usable) == len(found) else None

    @property
    def _place_in_list(self) -> int:
        """The place among the conflicts of the one that is highlighted."""
        options = self.query_one(ChoiceList)
        usable, row = options.usable, options.highlighted
        return usable.index(row) if row in usable else 0

    def _highlight(self, place: int) -> None:
        """Highlights the conflict at a place among the conflicts."""
        options = self.query_one(ChoiceList)
        usable = options.usable
        if usable:
            options.highlighted = usable[max(0, min(place, len(usable) - 1))]

    def compose(self) -> ComposeResult:
        """Makes the parts."""
        yield TitleBar()
        with Container(id="conflicts-body"):
            yield ChoiceList()
            yield ConflictView()
        yield HintBar()

    def on_mount(self) -> None:
        """Shows the first conflict."""
        self._renew()

    def action_step(self, way: int) -> None:
        """Goes to the next or the previous conflict."""
        if self._conflicts:
            self._say("")
            self._highlight(self._place_in_list + way)

    def action_scroll_by(self, way: int) -> None:
        """Scrolls what is shown of the conflict."""
        view = self.query_one(ConflictView)
        view.scroll_relative(y=way * max(1, view.size.height - 1), animate=False)

    def action_take(self, number: int) -> None:
        """Settles the conflict by one of its values."""
        conflict = self.selected
        if conflict is not None and number < len(choices(conflict)):
            self._settle(conflict, choices(conflict)[number])

    def action_keep(self) -> None:
        """Settles the conflict by what stands in the map now."""
        conflict = self.selected
        if conflict is not None:
            self._settle(conflict, standing(self._map.session.debate, conflict))

    def action_both(self) -> None:
        """Keeps both wordings of a claim, as two claims."""
        conflict = self.selected
        if conflict is not None:
            self._do(lambda: keep_both(self._map.session.debate, conflict))

    def action_later(self) -> None:
        """Leaves the conflict as it is and goes to the next one; at the end begins again."""
        left = len(self._conflicts)
        if left > 1:
            self._say("")
            self._highlight((self._place_in_list + 1) % left)
        elif left:
            self._say("It is the only one that is left; it stays in the map until it is settled.")

    def action_save(self) -> None:
        """Leaves, and has the map saved, where nothing is left to settle."""
        if self._conflicts:
            left = len(self._conflicts)
            self._say(f"{left} left; what is settled so far is saved from the map.", "warning")
        else:
            self.is_to_save = True
            self.dismiss(None)

    def action_write(self) -> None:
        """Asks for another value and settles the conflict by it."""
        if self.selected is not None:
            self.run_worker(self._write(self.selected), group=COMMAND)

    def action_undo(self) -> None:
        """Takes back what was settled here last."""
        try:
            change = self._map.session.undo() if self._settled else None
        except ReadOnlyError as error:
            self._say(f"That cannot be: {error}.", "warning")
            return
        if change is None:
            self._say("Nothing was settled here that could be undone.", "warning")
            return
        self._settled -= 1
        before = list(map(canonical, (c.shape() for c in self._conflicts)))
        self._renew()
        back = (n for n, c in enumerate(self._conflicts) if canonical(c.shape()) not in before)
        self._highlight(next(back, 0))
        self._say(f"Undone: {change.done}")

    def action_go(self) -> None:
        """Goes to the claim that the conflict is about."""
        if self.selected is None:
            self.action_leave()
            return
        claim, link = subject(self._map.session.debate, self.selected)
        if claim:
            self.dismiss((claim, link))
        else:
            self._say("It is about no claim that is in the map.", "warning")

    def action_leave(self) -> None:
        """Ends with nothing to go to."""
        self.dismiss(None)

    def action_ask_git(self) -> None:
        """Asks git who gave each value, and when; only this key ever does."""
        path = self._map.session.path
        if path is None:
            self._say("The map has no file yet, so git knows nothing of it.", "warning")
        elif self.selected is not None:
            self._say("Asking git …")
            self.run_worker(self._ask_git(path, self.selected), group="git", exclusive=True)

    def _settle(self, conflict: Conflict, value: Any) -> None:  # noqa: ANN401  (any JSON, or ABSENT)
        debate = self._map.session.debate
        self._do(lambda: settle(debate, conflict, value), name_conflict(debate, conflict))

    def _do(self, verb: Callable[[], Change], name: str = "") -> None:
        """Settles a conflict by a change, or says why that cannot be.

        Args:
            verb: Makes the change.
            name: What is settled by it; without it, what the change does is said.
        """
        try:
            change = verb()
            self._map.do(change)
        except (EditRefusedError, ReadOnlyError) as error:
            self._say(f"That cannot be: {error}.", "warning")
            return
        self._settled += 1
        self._renew()
        self._say(f"Settled: {name}" if name else change.sentence)

    async def _write(self, conflict: Conflict) -> None:
        try:
            value = await write_value(self.app, self._map.session.debate, conflict)
        except EditRefusedError as error:
            self._say(f"That cannot be: {error}.", "warning")
            return
        if value is not None:
            self._settle(conflict, value)

    async def _ask_git(self, path: Path, conflict: Conflict) -> None:
        self._stop_asking()
        self._asking = Progress()
        try:
            found = await run(_attributed, path, conflict, self._asking)
        except StoppedError:
            return
        except REPORTED as error:
            self._say(failure_text(error), "warning")
            return
        self._credits[canonical(conflict.shape())] = found
        self._say("" if any(found) else "No commit of this map has one of the values.")
        self._show()

    def on_unmount(self) -> None:
        """Waits no longer for git: a long history takes its time."""
        self._stop_asking()

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.stop()

    async def _ask_what_git_wants(self) -> None:
        """Says that git waits for the file, where a merge of it is open."""
        advice = await git_advice(self._map.session.path)
        if advice and advice != self._advice and not self._conflicts:
            self._advice = advice
            self._show()

    def follow_map(self) -> None:
        """Lists the conflicts anew, where the map was changed otherwise than from here."""
        session = self._map.session
        if self._seen != (session, session.revision):
            self._order = read(session.debate).order
            self._renew()
            self._say("The map was changed from outside; these are its conflicts now.")

    def _renew(self) -> None:
        """Lists the conflicts that are left by their kinds, each in reading order."""
        debate = self._map.session.debate
        self._seen = self._map.session, self._map.session.revision
        options, place = self.query_one(ChoiceList), self._place_in_list
        self._conflicts = by_kind(sorted(conflicts_in(debate), key=self._place))
        titles = [titled(debate, conflict) for conflict in self._conflicts]
        options.show(list(rows_under_headings(self._conflicts, titles)))
        self._highlight(place)
        options.display = bool(titles)
        self._show()

    def _place(self, conflict: Conflict) -> tuple[bool, int]:
        claim, _ = subject(self._map.session.debate, conflict)
        return bool(claim), self._order.get(claim, len(self._order))

    @on(OptionList.OptionHighlighted)
    def _looked_at(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show()

    def _show(self) -> None:
        conflict, left = self.selected, len(self._conflicts)
        view = self.query_one(ConflictView)
        keymap = self.app.keymap
        state, hints = "none left", keymap.hints(*_AFTERWARDS)
        if conflict is None:
            step = "Save the map." if self._map.session.dirty else ""
            view.show_none(
                keymap.hints(*([_SAVE] if step else [])), f"{step} {self._advice}".strip()
            )
            self.run_worker(self._ask_what_git_wants(), group="git", exclusive=True)
        else:
            taking = keymap.keys(_TAKE)[: len(choices(conflict))]
            hints = [Hint(" ".join(taking), "choose")] if taking else []
            hints += keymap.hints(*_HINTS)
            said = self._credits.get(canonical(conflict.shape()), ())
            debate = self._map.session.debate
            ways = keymap.hints(*_ways(debate, conflict))
            view.show(debate, conflict, ways, said, keymap.keys(_TAKE))
            state = f"{self._place_in_list + 1} of {left}"
        title = "Conflict" if left == 1 else "Conflicts"
        self.query_one(TitleBar).show([f"{title} that a merge left"], [MapState(SafeText(state))])
        self.query_one(HintBar).show(hints)

    def _say(self, message: str, colour: str = "foreground") -> None:
        self.query_one(HintBar).say(message, colour)


def _ways(debate: Debate, conflict: Conflict) -> Sequence[tuple[str, str]]:
    """Returns what can be done with a conflict beside taking one of its values."""
    both = [_BOTH] if can_be_two(debate, conflict) else []
    return [_KEEP, *both, *([_WRITE] if can_write(debate, conflict) else []), _LATER]


def _attributed(path: Path, conflict: Conflict, progress: Progress) -> list[SafeText]:
    """Returns who gave each value, and when; nothing for what git does not know."""
    commits = _while_wanted(history(path, both_sides=True), progress)
    entries = attribute(commits, conflict, choices(conflict))
    return [_credit(entry) for entry in entries]


def _while_wanted(entries: Iterator[Entry], progress: Progress) -> Iterator[Entry]:
    for entry in entries:
        progress(entry.subject)
        yield entry


def _credit(entry: Entry | None) -> SafeText:
    if entry is None:
        return SafeText("no commit is known that brought it")
    author, day, about = excerpt(entry.author, 40), excerpt(entry.when[:10]), excerpt(entry.subject)
    return SafeText(f"{author}, {day}: {about}")
