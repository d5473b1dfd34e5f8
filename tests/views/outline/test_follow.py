import sys
from collections.abc import Callable
from random import Random
from typing import Final

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.reading_order import way_to
from debatemap.edit import EditRefusedError
from debatemap.views.outline import Layout, Outline, follow
from tests.edit.verbs import VERBS, changes, steady_ids
from tests.strategies import debates
from tests.views.outline.naive import assert_kept_up, shape

_ANY_ROW: Final = st.integers(0, 10**6)
_FEW: Final = 12
"""Rows from the top of which one is chosen, so that not all have to be made for it."""
_WORDLESS: Final = ("rate", "set_author", "set_note", "set_tags", "set_source", "set_title", "cite")
"""Verbs that move no row, which are tried less often."""


class Reader:
    """Looks around in an outline and edits its debate, at random."""

    def __init__(self, debate: Debate, draw: Callable[[st.SearchStrategy[int]], int]) -> None:
        self.debate = debate
        self.outline = Outline(debate, Layout(40))
        self.done: list[Change] = []
        self._draw = draw

    def row(self) -> int | None:
        rows = self.outline.rows
        return rows.clamp(self._draw(_ANY_ROW) % _FEW) if rows else None

    def edit(self, change: Change) -> None:
        self.debate.apply(change)
        follow(self.outline, change)

    def undo(self) -> None:
        if self.done:
            self.edit(self.done.pop().inverse())

    def fold(self) -> None:
        index = self.row()
        if index is not None:
            self.outline.set_open(index, is_open=not self.outline.rows[index].open)

    def open_branch(self) -> None:
        index = self.row()
        if index is not None:
            self.outline.open_branch(index, is_open=True)

    def close_branch(self) -> None:
        index = self.row()
        if index is not None:
            self.outline.open_branch(index, is_open=False)

    def unfold_all(self) -> None:
        self.outline.open_to_level(10**9)

    def to_level(self) -> None:
        self.outline.open_to_level(1 + self._draw(st.integers(0, 5)) % 6)

    def step_in(self) -> None:
        index = self.row()
        if index is not None:
            self.outline.step_in(self.outline.rows[index])

    def step_out(self) -> None:
        self.outline.step_out()

    def reveal(self) -> None:
        claims = sorted(self.debate.claims)
        if claims:
            claim = claims[self._draw(_ANY_ROW) % len(claims)]
            self.outline.reveal(way_to(self.debate, claim))

    def let_few_through(self) -> None:
        claims = sorted(self.debate.claims)
        self.outline.set_filter(claims[: self._draw(st.integers(0, 2)) % 3])

    def let_all_through(self) -> None:
        self.outline.set_filter(None)

    def resize(self) -> None:
        self.outline.resize(Layout(10 + self._draw(st.integers(0, 90)) % 91))


LOOKS: Final[tuple[Callable[[Reader], None], ...]] = (
    Reader.undo, Reader.undo, Reader.undo, Reader.fold, Reader.fold, Reader.fold,
    Reader.open_branch, Reader.close_branch, Reader.unfold_all, Reader.to_level, Reader.to_level,
    Reader.step_in, Reader.step_out, Reader.reveal, Reader.let_few_through,
    Reader.let_all_through, Reader.resize,
)  # fmt: skip
EDITS: Final = [verb for verb in VERBS if verb not in _WORDLESS]


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(debates(least_claims=2), st.data())
def test_after_any_edits_the_rows_are_those_of_an_outline_made_anew(
    debate: Debate, data: st.DataObject
) -> None:
    reader = Reader(debate, data.draw)
    reader.outline.open_to_level(data.draw(st.integers(1, 9)))
    assert_kept_up(reader.outline)
    steps = st.lists(
        st.one_of(st.sampled_from(EDITS), st.sampled_from(LOOKS), st.sampled_from(sorted(VERBS))),
        min_size=1,
        max_size=10,
    )
    with steady_ids():
        for step in data.draw(steps):
            if not isinstance(step, str):
                step(reader)
            else:
                try:
                    change = data.draw(changes(debate, step))()
                except (EditRefusedError, InvalidArgument):
                    continue
                event(step)
                reader.edit(change)
                reader.done.append(change)
            assert_kept_up(reader.outline)


@given(debates(least_claims=2), st.lists(st.sampled_from((*EDITS, *LOOKS)), max_size=6), st.data())
def test_rows_that_are_made_as_they_are_needed_are_those_that_are_made_at_once(
    debate: Debate, steps: list[str | Callable[[Reader], None]], data: st.DataObject
) -> None:
    seed = data.draw(st.integers(0, 2**16))
    lazy, plain = (Reader(debate.copy(), _drawn_by(seed)) for _ in range(2))
    lazy.outline.rows.at_once = 1
    plain.outline.rows.at_once = sys.maxsize
    with steady_ids():
        for step in (Reader.unfold_all, *steps):
            if not isinstance(step, str):
                step(lazy)
                step(plain)
                continue
            try:
                change = data.draw(changes(plain.debate, step))()
            except (EditRefusedError, InvalidArgument):
                continue
            lazy.edit(change)
            plain.edit(change)
    assert shape(lazy.outline) == shape(plain.outline)
    assert lazy.outline.opened == plain.outline.opened
    assert_kept_up(lazy.outline)


def _drawn_by(seed: int) -> Callable[[st.SearchStrategy[int]], int]:
    chance = Random(seed)  # noqa: S311  (the same rows twice, no secret)
    return lambda _: chance.randrange(10**6)


@given(debates(least_claims=3), st.data())
def test_what_is_undone_shows_the_rows_that_were_there(debate: Debate, data: st.DataObject) -> None:
    outline = Outline(debate)
    outline.open_to_level(9)
    before = _rows_of_theses(outline)
    with steady_ids():
        try:
            change = data.draw(changes(debate, data.draw(st.sampled_from(EDITS))))()
        except (EditRefusedError, InvalidArgument):
            return
        debate.apply(change)
        follow(outline, change)
        debate.apply(change.inverse())
        follow(outline, change.inverse())
    assert _rows_of_theses(outline) == before


def _rows_of_theses(outline: Outline) -> list[tuple[str, str | None, int, int]]:
    tops = [n for n, row in enumerate(outline.rows) if row.parent is None]
    placed = [n for n in tops if outline.debate.is_thesis(outline.rows[n].claim)]
    rows = [row for n in placed for row in outline.rows[n : outline.end(n)]]
    return [(row.claim, row.link, row.depth, row.key) for row in rows]
