"""The outline: rows that keep up with the debate, one change at a time."""

from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from debatemap.core import collector
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.reading_changes import reading_after
from debatemap.core.reading_order import beneath, read
from debatemap.core.reading_places import Reading
from debatemap.views.outline.above import Above
from debatemap.views.outline.heights import Heights
from debatemap.views.outline.row import Row, bracketed, child_rows, root_key, top_row
from debatemap.views.outline.row_layout import Layout
from debatemap.views.outline.rows import Rows
from debatemap.views.outline.sizes import Sizes
from debatemap.views.outline.tops import Tops
from debatemap.views.outline.walk import walk

__all__ = ["Outline", "Step"]

_MANY = 10_000
_UNFOLDED, _MANY_FOUND, _UNFOLDED_OF_MANY = 500, 5_000, 200
"""Places that a filter unfolds; what matches beyond them stands folded, as nobody sees it all.
Of a great many matches, as a first letter has, it unfolds fewer."""

Step = tuple[str | None, str]
"""One step of a path from the top: the link taken, None at the top, and the claim reached."""


class Outline:
    """A debate as rows: what stands where, folded and unfolded.

    The rows are a function of the debate, the places that are open, the claim that was
    stepped into, and the filter. `debatemap.views.outline.follow` keeps them so after a change by
    mending only what the change touches.

    Attributes:
        debate: The debate.
        rows: The rows, in order.
        tops: The claims at the top, when nothing is stepped into.
        top_rows: The rows that stand under no other.
        sizes: How many claims stand beneath a place.
        trail: The path that was stepped along; the last step is the top.
        kept: The claims that a filter lets through, or None where there is no filter.
        matches: Those of them that match; the others only stand above one that does.
        read_on: The keys of the places beneath which the filter hides nothing.
    """

    def __init__(self, debate: Debate, layout: Layout | None = None) -> None:
        self.debate = debate
        self.rows = Rows(debate.claims, layout or Layout(80))
        self.tops = Tops(debate)
        self.sizes = Sizes(debate)
        self.top_rows: list[Row] = []
        self.trail: list[Step] = []
        self._opened: set[int] = set()
        self._is_deciding = False
        """Whether rows that are still to be made open places; else they show those that are."""
        self.kept: AbstractSet[str] | None = None
        self.matches: AbstractSet[str] = frozenset()
        self.read_on: set[int] = set()
        self._opened_unfiltered: set[int] = set()
        self._reading: Reading | None = None
        self._above: Above | None = None
        self.rebuild()

    @property
    def opened(self) -> set[int]:
        """The keys of the places that are open, shown or not."""
        self._decide()
        return self._opened

    def _decide(self) -> None:
        """Makes the rows that are still to tell whether they are open."""
        if self._is_deciding:
            self.rows.complete()

    @property
    def reading(self) -> Reading:
        """The reading order of the debate as it is now."""
        if self._reading is None:
            self._reading = read(self.debate)
        return self._reading

    @property
    def opened_unfiltered(self) -> set[int]:
        """The keys of the places that are open while no filter holds."""
        return self.opened if self.kept is None else self._opened_unfiltered

    @property
    def heights(self) -> Heights:
        """The height of each row, in lines."""
        return self.rows.heights

    @property
    def above(self) -> Above:
        """What stands above what in the debate as it is now."""
        if self._above is None:
            self._above = Above(self.debate)
        return self._above

    @property
    def known(self) -> tuple[Reading | None, Above | None]:
        """Both, as far as they were found out already."""
        return self._reading, self._above

    def take_known(self, reading: Reading | None, above: Above | None = None) -> None:
        """Takes up what of both was found out by somebody else, as it is now."""
        self._reading, self._above = reading or self._reading, above or self._above

    def follow_shape(self, change: Change) -> None:
        """Takes up a change that moves claims, in what is known of them all."""
        if self._reading is not None:
            self._reading = reading_after(self._reading, change, self.debate)
        if self._above is not None:
            self._above.follow(change)

    def resize(self, layout: Layout) -> None:
        """Lays the rows out for another width."""
        self.rows.lay_out(layout)

    def rebuild(self, wants: Callable[[Row], bool] | None = None) -> None:
        """Makes all rows anew: the first at once, the others as soon as they are asked for.

        Args:
            wants: Tells which rows to open; without it, those that are open already.
        """
        if wants is None:
            self._decide()  # What these have not opened yet is open already, too.
        self._is_deciding = wants is not None
        if self.trail:
            self.top_rows = [top_row(self.trail)]
        else:
            self.top_rows = [top_row([(None, claim)]) for claim in self.shown_tops()]
        rows = self.walk(self.top_rows, wants)
        self.rows.restart(rows)
        if self.kept is not None:
            self.rows.complete()  # What a filter unfolds depends on how much it has unfolded.
        if not self.rows.is_complete:
            self.debate.before_change(self.rows.complete)

    def _replace(
        self,
        start: int,
        end: int,
        tops: Sequence[Row],
        wants: Callable[[Row], bool] | None = None,
    ) -> None:
        """Puts rows and what is beneath them in the place of others."""
        with collector.paused() as keep:
            rows = list(self.walk(tops, wants))
            self.rows.replace(start, end, rows)
            keep(len(rows) > _MANY)

    def shown_tops(self) -> list[str]:
        """Returns the claims at the top that the filter lets through."""
        return [claim for claim in self.tops if self.kept is None or claim in self.kept]

    def walk(
        self, tops: Sequence[Row], wants: Callable[[Row], bool] | None = None
    ) -> Iterator[Row]:
        """Makes rows of one parent, each with what is to be shown beneath it.

        Args:
            tops: The rows to begin with.
            wants: As for `rebuild`.
        """
        wants = wants or self._is_opened
        return walk(self.debate, tops, wants, self.children, self._opened)

    def _is_opened(self, row: Row) -> bool:
        return row.key in self._opened

    def children(self, row: Row) -> list[Row]:
        """Returns new rows for what stands directly beneath a row."""
        rows, kept = child_rows(self.debate, row), self.kept
        if kept is None or self._is_read_on(row):
            return rows
        return bracketed([below for below in rows if below.claim in kept])

    def passes_filter(self, row: Row) -> bool:
        """Tells whether a row passes the filter, or stands beneath a match that is read on."""
        if self.kept is None or row.claim in self.kept:
            return True
        return row.parent is not None and self._is_read_on(row.parent)

    def is_above_matches(self, row: Row) -> bool:
        """Tells whether a row is shown only because what matches stands beneath it."""
        if self.kept is None or row.claim in self.matches:
            return False
        return row.parent is None or not self._is_read_on(row.parent)

    def _is_read_on(self, row: Row) -> bool:
        """Tells whether all that stands beneath a row is shown, whatever the filter says."""
        here: Row | None = row if self.read_on else None
        while here is not None and here.key not in self.read_on:
            here = here.parent
        return here is not None

    def _read_on(self, row: Row) -> None:
        """Shows all that stands beneath a row which matches, as it is unfolded."""
        if self.kept is not None and row.claim in self.matches:
            self.read_on.add(row.key)

    def has_beneath(self, row: Row) -> bool:
        """Tells whether there is anything to unfold."""
        kept = self.kept
        if kept is not None and (row.claim in self.matches or self._is_read_on(row)):
            kept = None
        if row.closes_cycle:
            return any(kept is None or c.claim in kept for c in child_rows(self.debate, row))
        return any(
            kept is None or claim in kept for _, claim in beneath(self.debate, row.claim, row.link)
        )

    def hidden(self, row: Row) -> int:
        """Counts the claims that a folded row hides, each once, up to `sizes.MOST`."""
        return self.sizes.count(row.claim, row.link if self.speaks_for_step(row) else None)

    def speaks_for_step(self, row: Row) -> bool:
        """Tells whether what is said of a row's link stands beneath this row.

        Of joint premises that is the first.
        """
        return row.link is not None and self.debate.links[row.link].premises[0] == row.claim

    def end(self, index: int) -> int:
        """Returns the index after the last row beneath a row."""
        return self.rows.end(index)

    def set_open(self, index: int, *, is_open: bool) -> None:
        """Unfolds or folds a row."""
        row = self.rows[index]
        if row.open == is_open or (is_open and not self.has_beneath(row)):
            return
        row.open = is_open
        if is_open:
            self._read_on(row)
            self._opened.add(row.key)
            self._replace(index + 1, index + 1, self.children(row))
        else:
            self._opened.discard(row.key)
            self.rows.replace(index + 1, self.end(index), [])

    def open_to_level(self, level: int) -> None:
        """Unfolds everything above a level and folds all below; 1 shows the top alone.

        A claim that stands in several places is unfolded in the first, and where its step
        there is spoken to.
        """
        met: set[str] = set()
        self._open_anew(set())
        self.rebuild(lambda row: row.depth + 1 < level and self._brings_news(row, met))

    def open_only(self, keys: set[int]) -> None:
        """Unfolds the places of these keys, and folds all others."""
        self._open_anew(keys)
        self.rebuild()

    def _open_anew(self, keys: set[int]) -> None:
        """Takes other places for open; rows that are still to be made will not be shown."""
        self.rows.drop_rest()
        self._opened = keys

    def open_branch(self, index: int, *, is_open: bool) -> None:
        """Unfolds or folds a row and everything beneath it."""
        row, end = self.rows[index], self.end(index)
        self._opened.difference_update(below.key for below in self.rows[index:end])
        met: set[str] = set()
        self._brings_news(row, met)
        row.open = is_open and self.has_beneath(row)
        if row.open:
            self._read_on(row)
            self._opened.add(row.key)
        children = self.children(row) if row.open else []
        self._replace(index + 1, end, children, lambda below: self._brings_news(below, met))

    def path(self, row: Row) -> list[Step]:
        """Returns the whole path from the top of the debate to a row."""
        steps: list[Step] = []
        here: Row | None = row
        while here is not None:
            steps.append((here.link, here.claim))
            here = here.parent
        return [*self.trail[:-1], *reversed(steps)]

    def reveal(self, path: Sequence[Step]) -> int:
        """Unfolds a path from the top of the debate and returns the index of its end.

        What was stepped into is left where the path leads elsewhere. A step that is not
        there any more ends the path early.
        """
        if self.trail and list(path[: len(self.trail)]) != self.trail:
            self.step_out_of_all()
        steps = path[max(0, len(self.trail) - 1) :]
        keys = list(accumulate(steps, _key_of_step, initial=root_key(self.trail[:-1])))[1:]
        places = [(claim, key) for (_, claim), key in zip(steps, keys, strict=True)]
        row = self._deepest_shown(places)
        if row is None:
            return 0
        if row.key != keys[-1]:
            self._opened.update(keys[:-1])
            self.set_open(self.rows.index(row), is_open=True)
            row = self._deepest_shown(places) or row
        return self.rows.index(row)

    def _deepest_shown(self, places: Sequence[tuple[str, int]]) -> Row | None:
        """Returns the last row of a path that is shown, from its beginning."""
        deepest = None
        for place in places:
            row = self.rows.find(*place)
            if row is None:
                break
            deepest = row
        return deepest

    def step_in(self, row: Row) -> None:
        """Makes a claim the top, unfolded, with all beneath it."""
        self.trail = self.path(row)
        self._read_on(row)
        self._opened.add(row.key)
        self.rebuild()

    def step_out(self) -> list[Step]:
        """Makes the claim above the top again, and returns the path that was left."""
        left = list(self.trail)
        if left:
            self.trail.pop()
            self.rebuild()
        return left

    def step_out_of_all(self) -> None:
        """Shows the whole map again."""
        self.trail.clear()
        self.rebuild()

    def check_trail(self) -> bool:
        """Steps out of what is not there any more; tells whether that was needed."""
        before = len(self.trail)
        while self.trail and not self._leads_somewhere():
            self.trail.pop()
        return len(self.trail) < before

    def _leads_somewhere(self) -> bool:
        """Tells whether the path that was stepped along still leads to the top."""
        links = self.debate.links
        if self.trail[0][1] not in self.debate.claims:
            return False
        for above, (link, claim) in pairwise(self.trail):
            step = links.get(link or "")
            if step is None or claim not in step.premises or step.target not in above:
                return False
        return True

    def set_filter(
        self, claims: Collection[str] | None, above: AbstractSet[str] | None = None
    ) -> None:
        """Shows only some claims, and what stands above them; None shows all again.

        What stands beneath a match is folded: it is shown, all of it, once that is unfolded.

        Args:
            claims: The claims that match.
            above: What stands above them, where that is known.
        """
        self.read_on.clear()
        self.matches = claims if isinstance(claims, AbstractSet) else frozenset(claims or ())
        if claims is None:
            if self.kept is not None:
                self.kept = None
                self.open_only(self._opened_unfiltered)
            return
        if self.kept is None:
            self._opened_unfiltered = set(self.opened)
        self.kept = self.matches | (self.above.beyond(self.matches) if above is None else above)
        self._open_anew(set())
        met: set[str] = set()
        most = _UNFOLDED if len(self.matches) <= _MANY_FOUND else _UNFOLDED_OF_MANY
        self.rebuild(lambda row: len(self._opened) < most and self._brings_news(row, met))

    def _brings_news(self, row: Row, met: set[str]) -> bool:
        """Tells whether a row has anything beneath it that no row before it has, and notes it."""
        brings = row.claim not in met
        met.add(row.claim)
        link = row.link
        if link is not None and link in self.debate.steps and self.speaks_for_step(row):
            brings = brings or link not in met
            met.add(link)
        return brings


def _key_of_step(above: int, step: Step) -> int:
    return hash((above, *step))
