"""What a filter shows: matches, what stands above them, and what is read on beneath one."""

from typing import Final

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.views.outline import Outline
from debatemap.views.outline.row import Part
from tests.views.outline.naive import assert_kept_up, drawn

_LINKS: Final = {"hit": "top", "reply": "hit", "deeper": "reply", "found": "hit", "other": "top"}
"""By claim, the claim that it supports."""


def debate() -> Debate:
    claims = {name: Claim(f"Claim {name}.") for name in ("top", *_LINKS)}
    links = {
        f"l-{name}": Link((name,), "supports", to, f"a{place}")
        for place, (name, to) in enumerate(_LINKS.items())
    }
    return Debate(Header("m", theses=("top",)), claims, links)


def filtered(*matches: str) -> Outline:
    outline = Outline(debate())
    outline.set_filter(matches)
    return outline


def index_of(outline: Outline, claim: str) -> int:
    return next(n for n, row in enumerate(outline.rows) if row.claim == claim)


def test_a_match_with_replies_is_folded_and_unfolds_to_all_of_them() -> None:
    outline = filtered("hit")
    assert drawn(outline) == "v* top\n  >s hit"
    outline.set_open(1, is_open=True)
    assert drawn(outline).splitlines()[2:] == ["    >s reply", "    .s found"]
    outline.set_open(index_of(outline, "reply"), is_open=True)
    assert "deeper" in drawn(outline)
    assert_kept_up(outline)


def test_a_match_above_another_shows_that_one_first_and_all_once_it_is_unfolded_anew() -> None:
    outline = filtered("hit", "found")
    assert "reply" not in drawn(outline)
    outline.set_open(1, is_open=False)
    outline.set_open(1, is_open=True)
    assert "reply" in drawn(outline)


def test_what_only_stands_above_a_match_never_unfolds_to_what_is_hidden() -> None:
    outline = filtered("hit")
    outline.set_open(0, is_open=False)
    outline.set_open(0, is_open=True)
    assert "other" not in drawn(outline)


def test_only_what_stands_above_a_match_is_told_from_it() -> None:
    outline = filtered("hit")
    outline.set_open(1, is_open=True)
    above = [row.claim for row in outline.rows if outline.is_above_matches(row)]
    assert above == ["top"]


def test_a_match_that_is_stepped_into_shows_all_beneath_it() -> None:
    outline = filtered("hit")
    outline.step_in(outline.rows[1])
    assert [row.claim for row in outline.rows] == ["hit", "reply", "found"]


def test_another_filter_hides_what_was_read_on() -> None:
    outline = filtered("hit")
    outline.set_open(1, is_open=True)
    outline.set_filter(["hit", "other"])
    assert [row.claim for row in outline.rows] == ["top", "hit", "other"]
    outline.set_filter(None)
    assert not outline.matches
    assert not any(map(outline.is_above_matches, outline.rows))


def test_rows_that_others_take_the_place_of_are_let_go_some_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("debatemap.views.outline.rows._MANY", 5)
    claims = {"t": Claim("T."), **{f"c{n}": Claim("C.") for n in range(9)}}
    links = {f"l{n}": Link((f"c{n}",), "supports", "t") for n in range(9)}
    outline = Outline(Debate(Header("m", theses=("t",)), claims, links))
    outline.open_to_level(2)
    assert (len(outline.rows), outline.rows.has_left_over) == (10, False)
    outline.set_filter(["c3"])
    assert [row.claim for row in outline.rows] == ["t", "c3"]
    assert outline.heights.total == len(outline.heights) == len(outline.rows)
    for _ in range(2):
        assert outline.rows.has_left_over
        outline.rows.let_go(5)
    assert not outline.rows.has_left_over


def test_what_is_open_is_known_before_all_rows_are_made() -> None:
    outline = filtered("hit", "found")
    outline.set_filter(None)
    outline.open_to_level(4)
    opened = {*outline.opened}
    outline.rows.at_once = 1
    outline.set_filter(["found"])
    outline.set_filter(None)
    assert not outline.rows.is_complete
    assert outline.opened == outline.opened_unfiltered == opened
    assert not outline.rows.is_complete
    outline.set_filter(["deeper"])
    outline.set_filter(None)
    assert not outline.rows.is_complete
    assert outline.opened == opened
    assert len(outline.rows) == 6


def test_a_bracket_closes_over_the_joint_premises_that_a_filter_shows() -> None:
    claims = {name: Claim(f"Claim {name}.") for name in ("top", *"abc")}
    links = {"l": Link((*"abc",), "supports", "top", "a0")}
    outline = Outline(Debate(Header("m", theses=("top",)), claims, links))
    for matches, parts in (
        ("bc", [Part.FIRST, Part.LAST]),
        ("b", [Part.ONLY]),
        ("abc", [Part.FIRST, Part.MIDDLE, Part.LAST]),
    ):
        outline.set_filter(matches)
        assert [row.part for row in outline.rows][1:] == parts
