"""Words, phrases, sentences and paragraphs of any text, and selections of them."""

from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.texts import LoadedText, find_quote
from debatemap.views.text.page import quote_at
from debatemap.views.text.selection import (
    TextSelection,
    grown,
    grown_back,
    moved,
    selected_at,
    shrunk,
    shrunk_back,
)
from debatemap.views.text.units import TextUnits, Unit

ESSAY: Final = (Path(__file__).parents[2] / "texts/fixture/texts/ferry.txt").read_text("utf-8")
TEXTS: Final = st.text(
    st.sampled_from("ab Z.,;:!?…“”\"'()—-\n\t\r漢字。e\u0301\u200b\u202e\x1b🏴1"), max_size=200
)


def _words(units: TextUnits, selection: TextSelection) -> str:
    return " ".join(units.text[selection.start : selection.end].split())


@given(TEXTS)
def test_units_are_in_order_and_hold_all_words(text: str) -> None:
    units = TextUnits(text)
    for spans in (units.paragraphs, units.sentences):
        assert all(start < end for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join(text[start:end] for start, end in units.sentences)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@given(TEXTS, st.sampled_from(Unit), st.sampled_from(Unit), st.integers(0, 200))
def test_a_selection_goes_through_all_units_and_ends(
    text: str, unit: Unit, begin: Unit, at: int
) -> None:
    units = TextUnits(text)
    now = selected_at(units, begin, at)
    for way in (1, -1):
        for _ in range(len(text) + 2):
            following = moved(units, now, unit, way)
            assert 0 <= following.start <= following.end <= len(text)
            if following.span == now.span:
                break
            now = following
        else:
            pytest.fail("it goes round in a circle")


@given(TEXTS, st.sampled_from(Unit), st.integers(0, 200))
def test_what_is_grown_holds_it_and_what_is_shrunk_is_within_it(
    text: str, unit: Unit, at: int
) -> None:
    units = TextUnits(text)
    now = selected_at(units, unit, at)
    for larger in (grown(units, now), grown_back(units, now)):
        assert larger.start <= now.start <= now.end <= larger.end
    for smaller in (shrunk(units, now), shrunk_back(units, now)):
        assert now.start <= smaller.start <= smaller.end <= now.end
        assert smaller.start < smaller.end or now.start == now.end


def _pressed(units: TextUnits, now: TextSelection, key: str) -> TextSelection:
    """Returns what a key selects."""
    small = Unit.PHRASE if now.unit is Unit.PHRASE else Unit.WORD
    moves = {
        "j": (Unit.SENTENCE, 1), "}": (Unit.PARAGRAPH, 1), "l": (small, 1), "h": (small, -1),
    }  # fmt: skip
    if key in moves:
        return moved(units, now, *moves[key])
    if key in "24":
        return selected_at(units, Unit(int(key)), now.start)
    return {">": grown, "<": shrunk, ".": shrunk_back, ",": grown_back}[key](units, now)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("j", "Ines Varga"),
        ("jj", "The council wants to end the night ferry in May."),
        ("jjj.", "a habit that the town can no longer afford"),
        ("}}", "The council wants to end the night ferry in May. Its report calls"),
        ("jjl", "The"),
        ("jjl>>", "The council wants"),
        ("jjl>><", "The council"),
        ("jjlll,", "council wants"),
        ("jj>", "The council wants to end the night ferry in May. Its report calls the service"),
        ("jj4", "The council wants to end the night ferry in May. Its report calls"),
        ("jjj2l", "a habit that the town can no longer afford"),
        ("jjjh", "afford"),
    ],
)  # fmt: skip
def test_keys_select(keys: str, words: str) -> None:
    units = TextUnits(ESSAY)
    now = selected_at(units, Unit.SENTENCE, 0)
    for key in keys:
        now = _pressed(units, now, key)
    assert _words(units, now).startswith(words)
    assert _words(units, now) == words or now.unit is Unit.PARAGRAPH or ">" in keys


@given(st.integers(0, 200), st.sampled_from(Unit))
def test_a_quote_of_what_is_selected_is_found_there(at: int, unit: Unit) -> None:
    text = LoadedText(ESSAY)
    now = selected_at(TextUnits(ESSAY), unit, at * len(ESSAY) // 200)
    quote, _ = quote_at(text, *now.span)
    places = find_quote(quote, text.index).places
    assert any(place.start <= now.start < place.end for place in places) or len(places) >= 20
