"""The places of a claim follow each other as its rows do in an outline that is unfolded."""

from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.places_in_order import places_in_order
from debatemap.core.reading_order import read
from debatemap.views.outline import Outline
from tests.strategies import debates


@given(debates())
def test_they_stand_as_the_first_rows_of_each_place(debate: Debate) -> None:
    outline = Outline(debate)
    outline.open_to_level(10**9)
    paths: dict[tuple[str, str | None], list[tuple[str | None, str]]] = {}
    for row in outline.rows:
        paths.setdefault((row.claim, row.link), [*outline.path(row)])
    order = read(debate).order
    for claim in debate.claims:
        shown = {way[-1]: way for way in places_in_order(debate, claim, order)}
        rows = [path for (each, _), path in paths.items() if each == claim]
        assert [way for place, way in shown.items() if place[::-1] in paths] == [
            path for path in rows if path[-1] in shown
        ]
