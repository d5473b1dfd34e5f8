"""What commands need to know and the title says, gathered from the map screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from debatemap.core.scenarios import scenarios_in
from debatemap.sync.merge.conflict import entries_of
from debatemap.tui.commands.conditions import Situation
from debatemap.tui.commands.table import COMMANDS
from debatemap.tui.features.keeping.waiting import conflicts_left
from debatemap.tui.features.what_if.assumptions import state_of
from debatemap.tui.features.what_if.what_if_table import SUPPOSING

if TYPE_CHECKING:
    from debatemap.tui.map_screen import MapScreen

__all__ = ["empty_words", "hints_of", "situation_of", "states_of"]


def situation_of(screen: "MapScreen") -> Situation:
    """Returns what is selected, and what state the map is in; it is asked for at each key."""
    row, session, debate = screen.row, screen.session, screen.session.debate
    link = debate.links.get(row.link) if row and row.link else None
    return Situation(
        claim=row is not None,
        reply=link is not None,
        thesis=row is not None and debate.is_thesis(row.claim),
        joint=link is not None and len(link.premises) > 1,
        beneath=row is not None and screen.outline.has_beneath(row),
        places=len(debate.links_from(row.claim)) + debate.is_thesis(row.claim) if row else 0,
        marked=len(screen.view.marked - ({row.claim} if row else set())),
        in_hand=screen.hand is not None,
        searched=bool(screen.finder.hits),
        stepped_in=bool(screen.outline.trail),
        can_undo=session.can_undo,
        can_redo=session.can_redo,
        read_only=session.read_only,
        compared=screen.comparing.is_on,
        differs=bool(screen.comparing.here()),
        unseen=screen.review.may_find,
        conflicts=bool(entries_of(debate.header)),
        elsewhere=bool(screen.guard.holder),
        assumed=len(screen.judging.assumed),
        assumed_here=row is not None
        and bool({row.claim, row.link} & screen.judging.assumed.keys()),
        scenarios=bool(scenarios_in(debate.header)),
        rated=bool(debate.stances),
        judged=screen.judging.is_shown,
    )


def states_of(screen: "MapScreen") -> Iterator[str]:
    """Yields what there is to say of the map beside its title, what matters most at the end."""
    session = screen.session
    state = "read-only" if session.read_only else "● unsaved" if session.dirty else ""
    yield from filter(
        None,
        (
            state_of(screen.judging, session.debate),
            "filtered" if screen.outline.kept is not None else "",
            screen.comparing.state,
            screen.review.state,
            conflicts_left(session.debate),
            screen.guard.trouble,
            state,
        ),
    )


def hints_of(screen: "MapScreen") -> list[tuple[str, str]]:
    """Returns the keys that fit what is selected: (key, word) each; those of a what-if first."""
    situation = situation_of(screen)
    fitting = [c for c in COMMANDS if c.hint and not c.reason(situation)]
    fitting.sort(key=lambda command: command not in SUPPOSING)
    return [(keys[0], c.hint) for c in fitting if (keys := screen.keymap.keys(c))]


def empty_words(screen: "MapScreen") -> str:
    """Returns what to say where no row is shown."""
    if screen.outline.kept is not None:
        words = "Nothing matches. Press {key:filter}, then Enter, to see everything."
    else:
        words = "Nothing is claimed yet.\n\nPress {key:add_thesis} to add a thesis."
    return screen.keymap.fill(words)
