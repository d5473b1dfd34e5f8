"""First steps in the sample map: what to try, ticked off once it has had its effect."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.change import Change
from debatemap.store.lessons import Lesson, load_lesson, save_lesson
from debatemap.store.locations import samples
from debatemap.store.sync_copies import id_in
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.finding.search_bar import SearchBar
from debatemap.tui.features.learning.try_bar import TryBar
from debatemap.tui.features.views.views import Views
from debatemap.tui.widgets.clickable import linked

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["FirstSteps"]

_UNFOLDING: Final = {"inward", "toggle", "level", "unfold_all", "unfold_branch"}
_END: Final = "{key:open_map} opens or begins a map of your own; {key:help} shows every key."


class _Step(NamedTuple):
    """Something to try.

    Attributes:
        command: The id of the command whose key is shown.
        words: What it does.
        shows: Whether the map is as it is once that was done.
        changes: Whether a change of the map is what it does.
    """

    command: str
    words: str
    shows: "Callable[[FirstSteps], bool]" = lambda _: False
    changes: Callable[[Change], bool] = lambda _: False


class FirstSteps:
    """What there is to try in the sample, and what of it was tried.

    Attributes:
        is_offered: Whether the map is the sample.
        is_on: Whether the steps are shown.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.is_offered = self.is_on = False
        self._done: set[str] = set()
        self._begun_at = ""
        self._opened: set[int] = set()

    def begin(self) -> None:
        """Offers the steps in the sample; shows them in a copy of it, unless that was ended."""
        session = self._map.session
        if session.debate.header.id not in map(id_in, samples()[:1]):
            return
        lesson = load_lesson()
        self.is_offered, self._done = True, set(lesson.done)
        self._begun_at = self._selected
        self._opened = set(self._map.outline.opened)
        # Somebody who opens its file may be about to do something else with it.
        if session.path is None and not lesson.is_closed:
            self.is_on = True
            self._show()

    def turn(self) -> None:
        """Closes the steps, or shows them again; those that were all done begin anew."""
        self.is_on = not self.is_on
        if self.is_on:
            self._done -= {step.command for step in _STEPS} if self._is_all_done else set()
            self._begun_at = self._selected
            self._show()
        else:
            self._map.part(TryBar).hide()
        self._keep()

    def follow(self, change: Change) -> None:
        """Takes up an edit, which may be one of the steps."""
        self._tick({step.command for step in _STEPS if step.changes(change)})

    def look(self) -> None:
        """Looks whether a step was done that changes nothing in the map."""
        # What is found while a word is typed may be left again.
        if self.is_on and not self._map.part(SearchBar).is_open:
            self._tick({step.command for step in _STEPS if step.shows(self)})
            self._opened = set(self._map.outline.opened)

    @property
    def has_moved(self) -> bool:
        """Whether another claim is selected than at the beginning."""
        return self._selected not in {"", self._begun_at}

    @property
    def has_unfolded(self) -> bool:
        """Whether the last command has unfolded a claim."""
        opened = self._map.outline.opened
        return self._map.running in _UNFOLDING and bool(opened - self._opened)

    @property
    def has_undone(self) -> bool:
        """Whether an edit was taken back."""
        return self._map.session.can_redo

    @property
    def has_asked_why(self) -> bool:
        """Whether the reasons are shown."""
        return self._map.running == "why" and isinstance(self._map.app.screen, DialogScreen)

    @property
    def has_found(self) -> bool:
        """Whether a search has found anything."""
        return self._map.running == "search" and bool(self._map.feature(Finder).hits)

    @property
    def shows_card(self) -> bool:
        """Whether the card was asked for, and is shown."""
        return self._map.running == "card" and self._map.feature(Views).card is not None

    @property
    def _selected(self) -> str:
        row = self._map.row
        return row.claim if row is not None else ""

    @property
    def _is_all_done(self) -> bool:
        return all(step.command in self._done for step in _STEPS)

    def _tick(self, done: set[str]) -> None:
        if self.is_on and not done <= self._done:
            self._done |= done
            self._show()
            self._keep()

    def _show(self) -> None:
        keymap = self._map.keymap
        steps = [
            (Hint(keymap.name(step.command), step.words, step.command), step.command in self._done)
            for step in _STEPS
        ]
        closes = linked(keymap, "{key:first_steps} closes").stylize("$quiet")
        self._map.part(TryBar).show(steps, closes, linked(keymap, _END))

    def _keep(self) -> None:
        save_lesson(Lesson(tuple(sorted(self._done)), not self.is_on or self._is_all_done))


def _adds_con(change: Change) -> bool:
    """Tells whether a change adds a new claim that attacks another."""
    new = {claim for claim, (before, _) in change.claims.items() if before is None}
    return any(
        before is None and after is not None and after.stance == "attacks"
        for before, after in change.links.values()
        if after is not None and new & set(after.premises)
    )


def _rewords(change: Change) -> bool:
    """Tells whether a change gives a claim other words."""
    return any(
        before is not None and after is not None and before.text != after.text
        for before, after in change.claims.values()
    )


_STEPS: Final = (
    _Step("next", "go to a claim", lambda steps: steps.has_moved),
    _Step("inward", "unfold a claim", lambda steps: steps.has_unfolded),
    _Step("add_con", "add a con", changes=_adds_con),
    _Step("edit_in_place", "change the words", changes=_rewords),
    _Step("undo", "undo that", lambda steps: steps.has_undone),
    _Step("why", "ask why it is so strong", lambda steps: steps.has_asked_why),
    _Step("search", "search for a word", lambda steps: steps.has_found),
    _Step("card", "look at it as a card", lambda steps: steps.shows_card),
)
