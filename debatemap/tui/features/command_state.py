"""What commands need to know and the title says, gathered from the map screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.other_map import other_map_of
from debatemap.core.scenarios import scenarios_in
from debatemap.core.text import safe_line
from debatemap.sync.merge.conflict import entries_of
from debatemap.sync.merge.conflict_text import conflicts_left
from debatemap.tui.commands.command_table import COMMANDS
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.keymap import Hint
from debatemap.tui.commands.picture_table import PICTURE
from debatemap.tui.commands.what_if_table import SUPPOSING
from debatemap.tui.features.comparing.comparing import Comparing
from debatemap.tui.features.comparing.review import Review
from debatemap.tui.features.finding.finder import Finder
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.keeping.file_watcher import FileWatcher
from debatemap.tui.features.learning.first_steps import FirstSteps
from debatemap.tui.features.texts.text_finder import TextFinder
from debatemap.tui.features.views.views import Views
from debatemap.tui.features.what_if.assumptions import state_of
from debatemap.tui.widgets.clickable import linked
from debatemap.tui.widgets.details import Details
from debatemap.tui.widgets.map_state import FILTERED, READ_ONLY, UNSAVED, MapState, place_among

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["empty_words", "hints_of", "situation_of", "states_of"]

_QUOTE: Final = (
    ("add_pro", "pro"), ("add_con", "con"), ("add_undercut", "undercut"), ("add_thesis", "thesis"),
    ("text_quote", "quote"),
)  # fmt: skip
_IN_A_TEXT: Final = (
    ("text_next_free", "next unquoted"), ("text_longer", "longer"), ("text_shorter", "shorter"),
    ("text_begin_later", "begin later"),
)  # fmt: skip
_AROUND_A_TEXT: Final = (
    ("text_passage", "claims"), ("next_pane", "outline"), ("palette", "commands"), ("help", "keys"),
)  # fmt: skip


def situation_of(context: "MapContext") -> Situation:
    """Returns what is selected, and what state the map is in; it is asked for at each key."""
    row, session, debate = context.row, context.session, context.session.debate
    link = debate.links.get(row.link) if row and row.link else None
    active = context.feature(Views).active
    return Situation(
        view=context.feature(Views).name,
        claim=row is not None,
        reply=link is not None,
        thesis=row is not None and debate.is_thesis(row.claim),
        joint=link is not None and len(link.premises) > 1,
        beneath=row is not None and context.outline.has_beneath(row),
        places=len(debate.links_from(row.claim)) + debate.is_thesis(row.claim) if row else 0,
        marked=len(context.view.marked),
        others_marked=len(context.view.marked - ({row.claim} if row else set())),
        can_paste=context.clipping is not None or context.app.carried is not None,
        searched=_is_searched(context),
        filtered=context.outline.kept is not None,
        stepped_in=active.can_step_out if active is not None else bool(context.outline.trail),
        can_undo=session.can_undo,
        can_redo=session.can_redo,
        read_only=session.read_only,
        compared=context.feature(Comparing).is_on,
        differs=bool(context.feature(Comparing).here()),
        differences=context.feature(Comparing).has_found,
        unseen=context.feature(Review).may_find,
        known_unseen=context.feature(Review).knows_unseen,
        conflicts=bool(entries_of(debate.header)),
        elsewhere=bool(context.feature(FileWatcher).holder),
        assumed=len(context.feature(Judging).assumed),
        assumed_here=row is not None
        and bool({row.claim, row.link} & context.feature(Judging).assumed.keys()),
        scenarios=bool(scenarios_in(debate.header)),
        rated=bool(debate.stances),
        theses=len(debate.header.theses),
        judged=context.feature(Judging).is_shown,
        other_map=row is not None and other_map_of(debate.claims[row.claim]) is not None,
        columns=context.size.width,
        details=bool(context.part(Details).display),
        maps=len(context.app.open_maps),
        sample=context.feature(FirstSteps).is_offered,
    )


def _is_searched(context: "MapContext") -> bool:
    """Tells whether there is something to go on to: claims, or in a text its sentences."""
    texts = context.feature(TextFinder)
    if texts.is_meant:
        return texts.has_found
    claims = context.session.debate.claims
    return any(hit in claims for hit in context.feature(Finder).hits)


def states_of(context: "MapContext") -> Iterator[MapState]:
    """Yields what there is to say of the map beside its title, what matters most at the end."""
    session, maps = context.session, context.app.open_maps
    if len(maps) > 1 and context in maps:
        yield place_among(maps.index(context) + 1, len(maps))
    yield from _as_states(state_of(context.feature(Judging), session.debate))
    if context.outline.kept is not None:
        yield FILTERED
    yield from _as_states(
        context.feature(Comparing).state,
        context.feature(Review).state,
        conflicts_left(session.debate),
        context.feature(FileWatcher).trouble,
    )
    if session.read_only or session.dirty:
        yield READ_ONLY if session.read_only else UNSAVED


def _as_states(*words: str) -> Iterator[MapState]:
    return (MapState(safe_line(each)) for each in words if each)


def hints_of(context: "MapContext") -> list[Hint]:
    """Returns the keys that fit what is selected, first of a what-if, a picture, then a search."""
    situation = situation_of(context)
    if situation.view == "text":
        return _hints_of_text(context, situation)
    fitting = [c for c in COMMANDS if c.hint and not (c.reason(situation) or c.offer(situation))]
    # The way out of a what-if is in sight for as long as any hint is.
    fitting.sort(
        key=lambda c: (
            c.id != "drop_assumptions", c not in SUPPOSING, c not in PICTURE, c.id != "next_match",
        )
    )  # fmt: skip
    # The key of the view that is shown leads back.
    words = ((c.id, "outline" if c.id == situation.view else c.hint) for c in fitting)
    return context.keymap.hints(*words)


def _hints_of_text(context: "MapContext", situation: Situation) -> list[Hint]:
    """Returns the keys of a text: what quotes what is selected, and what selects."""
    writes = () if situation.read_only else _QUOTE
    found = ("next_match", "next match") if situation.searched else ("search", "find")
    return context.keymap.hints(*writes, *_IN_A_TEXT, found, *_AROUND_A_TEXT)


def empty_words(context: "MapContext") -> Content:
    """Returns what to say where no row is shown."""
    if context.outline.kept is not None:
        words = "Nothing matches. Press {key:show_all} to see everything."
    else:
        words = "Nothing is claimed yet.\n\nPress {key:add_thesis} to add a thesis."
    return linked(context.keymap, words)
