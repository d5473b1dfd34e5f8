"""What an outline must hold, worked out the slow and plain way."""

from debatemap.core.debate import Debate
from debatemap.core.text import count_lines
from debatemap.views.outline import Outline, Row
from debatemap.views.outline.row import Part

__all__ = ["assert_kept_up", "drawn", "rebuilt", "shape"]

Shape = tuple[str, str | None, int, int, Part, bool, bool]


def shape(outline: Outline) -> list[Shape]:
    """Returns everything that a row is, for each row."""
    return [
        (row.claim, row.link, row.depth, row.key, row.part, row.closes_cycle, row.open)
        for row in outline.rows
    ]


def rebuilt(outline: Outline) -> Outline:
    """Returns an outline made anew with the same folds, trail and filter."""
    fresh = Outline(outline.debate, outline.rows.layout)
    fresh.trail = list(outline.trail)
    fresh.kept = None if outline.kept is None else set(outline.kept)
    fresh.matches, fresh.read_on = set(outline.matches), set(outline.read_on)
    fresh.open_only(set(outline.opened))
    return fresh


def assert_kept_up(outline: Outline) -> None:
    """Asserts that the rows are those of an outline made anew, and hang together."""
    fresh = rebuilt(outline)
    assert drawn(outline) == drawn(fresh)
    assert shape(outline) == shape(fresh)
    assert [row.claim for row in outline.top_rows] == [row.claim for row in fresh.top_rows]
    assert list(outline.tops) == list(fresh.tops)
    assert list(outline.reading.order) == list(fresh.reading.order)
    _assert_rows_hang_together(outline)
    _assert_heights(outline)


def drawn(outline: Outline) -> str:
    """Returns the rows as indented words, with a sign for the fold and the stance."""
    return "\n".join(_line(outline.debate, outline, row) for row in outline.rows)


def _line(debate: Debate, outline: Outline, row: Row) -> str:
    beneath = outline.has_beneath(row)
    fold = "o" if row.closes_cycle else "v" if row.open else ">" if beneath else "."
    sign = "*" if row.link is None else debate.links[row.link].stance[0]
    return f"{'  ' * row.depth}{fold}{sign} {row.claim}"


def _assert_rows_hang_together(outline: Outline) -> None:
    rows = list(outline.rows)
    above: list[Row] = []
    for row in rows:
        del above[row.depth :]
        assert row.parent is (above[-1] if above else None)
        assert row.depth == len(above)
        assert row.closes_cycle == (row.claim in {parent.claim for parent in above})
        above.append(row)
    assert [row for row in rows if row.parent is None] == list(outline.top_rows)
    for index, row in enumerate(rows):
        assert outline.rows.index(row) == index
        end = next((n for n in range(index + 1, len(rows)) if rows[n].depth <= row.depth), None)
        assert outline.end(index) == (len(rows) if end is None else end)
    shown = {row.claim for row in rows}
    for claim in outline.debate.claims:
        assert set(outline.rows.showing(claim)) == {row for row in rows if row.claim == claim}
        assert bool(outline.rows.showing(claim)) == (claim in shown)


def _assert_heights(outline: Outline) -> None:
    rows, layout = outline.rows, outline.rows.layout
    assert len(outline.heights) == len(rows)
    for index, row in enumerate(rows):
        words = outline.debate.claims[row.claim].text
        assert outline.heights[index] == count_lines(words, layout.words(row.depth))
