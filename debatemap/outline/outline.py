"""The outline: rows that keep up with the debate, one change at a time."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from debatemap import questions
from debatemap.change import Change
from debatemap.debate import Debate
from debatemap.outline.heights import Heights
from debatemap.outline.layout import Layout
from debatemap.outline.row import Row, child_rows, root_key, top_row
from debatemap.outline.rows import Rows
from debatemap.outline.tops import Tops
from debatemap.reading import Reading, beneath, read

__all__ = ["Outline", "Step"]

Step = tuple[str | None, str]
"""One step of a path from the top: the link taken, None at the top, and the claim reached."""


class Outline:
    """A debate as rows: what stands where, folded and unfolded.

    The rows are a function of the debate, the places that are open, the claim that was
    stepped into, and the filter. `debatemap.outline.follow` keeps them so after a change by
    mending only what the change touches.

    Attributes:
        debate: The debate.
        rows: The rows, in order.
        tops: The claims at the top, when nothing is stepped into.
        top_rows: The rows that stand under no other.
        trail: The path that was stepped along; the last step is the top.
        opened: The keys of the places that are open, shown or not.
        kept: The claims that a filter lets through, or None where there is no filter.
    """

    def __init__(self, debate: Debate, layout: Layout | None = None) -> None:
        self.debate = debate
        self.rows = Rows(debate.claims, layout or Layout(80))
        self.tops = Tops(debate)
        self.top_rows: list[Row] = []
        self.trail: list[Step] = []
        self.opened: set[int] = set()
        self.kept: set[str] | None = None
        self._opened_unfiltered: set[int] = set()
        self._reading: Reading | None = None
        self.rebuild()

    @property
    def reading(self) -> Reading:
        """The reading order of the debate as it is now."""
        if self._reading is None:
            self._reading = read(self.debate)
        return self._reading

    @property
    def heights(self) -> Heights:
        """The height of each row, in lines."""
        return self.rows.heights

    def follow(self, change: Change) -> None:
        """Mends the rows after a change that the debate has gone through."""
        from debatemap.outline.follow import follow  # noqa: PLC0415  (it needs this class)

        self._reading = None
        follow(self, change)

    def resize(self, layout: Layout) -> None:
        """Lays the rows out for another width."""
        self.rows.lay_out(layout)

    def rebuild(self, wants: Callable[[Row], bool] | None = None) -> None:
        """Makes all rows anew.

        Args:
            wants: Tells which rows to open; without it, those that are open already.
        """
        if self.trail:
            self.top_rows = [top_row(self.trail)]
        else:
            self.top_rows = [top_row([(None, claim)]) for claim in self.shown_tops()]
        self.rows.replace(0, len(self.rows), self.walk(self.top_rows, wants))

    def shown_tops(self) -> list[str]:
        """Returns the claims at the top that the filter lets through."""
        return [claim for claim in self.tops if self.kept is None or claim in self.kept]

    def walk(self, tops: Sequence[Row], wants: Callable[[Row], bool] | None = None) -> list[Row]:
        """Returns rows of one parent, each with what is to be shown beneath it.

        Args:
            tops: The rows to begin with.
            wants: As for `rebuild`.
        """
        path = set(_claims_above(tops[0])) if tops else set()
        found: list[Row] = []
        entered: list[str] = [""]
        waiting = [iter(tops)]
        opened = self.opened
        while waiting:
            for row in waiting[-1]:
                found.append(row)
                row.ring = row.claim in path
                if row.ring or not (row.key in opened if wants is None else wants(row)):
                    continue
                children = self.children(row)
                if children:
                    row.open = True
                    opened.add(row.key)
                    path.add(row.claim)
                    entered.append(row.claim)
                    waiting.append(iter(children))
                    break
            else:
                waiting.pop()
                path.discard(entered.pop())
        return found

    def children(self, row: Row) -> list[Row]:
        """Returns new rows for what stands directly beneath a row."""
        rows = child_rows(self.debate, row)
        return rows if self.kept is None else [row for row in rows if self.lets(row)]

    def lets(self, row: Row) -> bool:
        """Tells whether the filter lets a row through."""
        return self.kept is None or row.claim in self.kept

    def has_beneath(self, row: Row) -> bool:
        """Tells whether there is anything to unfold."""
        return not row.ring and any(
            self.kept is None or claim in self.kept
            for _, claim in beneath(self.debate, row.claim, row.link)
        )

    def hidden(self, row: Row, limit: int = 1000) -> int:
        """Counts the claims that a folded row hides, each once, up to a limit."""
        step = row.link if self.speaks_for_step(row) else None
        return questions.replies(self.debate, row.claim, step, limit)

    def speaks_for_step(self, row: Row) -> bool:
        """Tells whether what is said of a row's link stands beneath this row.

        Of joint premises that is the first.
        """
        return row.link is not None and self.debate.links[row.link].premises[0] == row.claim

    def is_last(self, row: Row) -> bool:
        """Tells whether no sibling follows a row."""
        if row.parent is None:
            return bool(self.trail) or self.tops.is_last(row.claim)
        claim, link = row.parent.claim, row.parent.link
        links = self.debate.links_into(claim) or self.debate.links_into(link or "")
        for last in reversed(links):
            for premise in reversed(self.debate.links[last].premises):
                if premise in self.debate.claims and (self.kept is None or premise in self.kept):
                    return (last, premise) == (row.link, row.claim)
        return True

    def end(self, index: int) -> int:
        """Returns the index after the last row beneath a row."""
        rows, depth = self.rows, self.rows[index].depth
        end = index + 1
        while end < len(rows) and rows[end].depth > depth:
            end += 1
        return end

    def set_open(self, index: int, *, is_open: bool) -> None:
        """Unfolds or folds a row."""
        row = self.rows[index]
        if row.open == is_open or (is_open and not self.has_beneath(row)):
            return
        row.open = is_open
        if is_open:
            self.opened.add(row.key)
            self.rows.replace(index + 1, index + 1, self.walk(self.children(row)))
        else:
            self.opened.discard(row.key)
            self.rows.replace(index + 1, self.end(index), [])

    def open_to_level(self, level: int) -> None:
        """Unfolds everything above a level and folds all below; 1 shows the top alone.

        A claim that stands in several places is unfolded in the first.
        """
        met: set[str] = set()
        self.opened.clear()
        self.rebuild(lambda row: row.depth + 1 < level and _first_time(row.claim, met))

    def open_branch(self, index: int, *, is_open: bool) -> None:
        """Unfolds or folds a row and everything beneath it."""
        row, end = self.rows[index], self.end(index)
        self.opened.difference_update(below.key for below in self.rows[index:end])
        met = {row.claim}
        row.open = is_open and self.has_beneath(row)
        if row.open:
            self.opened.add(row.key)
        children = self.children(row) if row.open else []
        shown = self.walk(children, lambda below: _first_time(below.claim, met))
        self.rows.replace(index + 1, end, shown)

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
            self.trail.clear()
            self.rebuild()
        key, index = root_key(self.trail[:-1]), 0
        for step in path[max(0, len(self.trail) - 1) :]:
            key = hash((key, *step))
            row = self.rows.find(step[1], key)
            if row is None:
                self.set_open(index, is_open=True)
                row = self.rows.find(step[1], key)
            if row is None:
                break
            index = self.rows.index(row)
        return index

    def step_in(self, row: Row) -> None:
        """Makes a claim the top, unfolded, with all beneath it."""
        self.trail = self.path(row)
        self.opened.add(row.key)
        self.rebuild()

    def step_out(self) -> list[Step]:
        """Makes the claim above the top again, and returns the path that was left."""
        left = list(self.trail)
        if left:
            self.trail.pop()
            self.rebuild()
        return left

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

    def set_filter(self, claims: Collection[str] | None) -> None:
        """Shows only some claims, and what stands above them; None shows all again."""
        if claims is None:
            if self.kept is not None:
                self.kept, self.opened = None, self._opened_unfiltered
                self.rebuild()
            return
        if self.kept is None:
            self._opened_unfiltered = set(self.opened)
        above: set[str] = set()
        for claim in claims:
            above |= questions.ancestors(self.debate, claim)
        self.kept = above | set(claims)
        self.opened = set()
        met: set[str] = set()
        self.rebuild(lambda row: row.claim in above and _first_time(row.claim, met))


def _first_time(claim: str, met: set[str]) -> bool:
    if claim in met:
        return False
    met.add(claim)
    return True


def _claims_above(row: Row) -> Iterator[str]:
    here = row.parent
    while here is not None:
        yield here.claim
        here = here.parent
