"""Values of conflicts in words."""

from typing import Final

import pytest

from debatemap.sync.merge.conflict import ABSENT, Conflict
from debatemap.sync.merge.conflict_text import in_words, setting, subject
from tests.tui.maps import rain

ALMANAC: Final = "§ Ann Author, The Almanac, https://example.org/a, 1999"


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("claims", "roots", "text"), "They drink.", "They drink."),
        (("claims", "roots", "note"), ["one", "two"], "one\ntwo"),
        (("claims", "roots", "tags"), ["wet", "cold"], "#wet  #cold"),
        (("claims", "roots", "by"), ABSENT, "deleted"),
        (("claims", "roots", "by"), "", "nothing"),
        (("claims", "roots", "x", "tags"), ["wet"], '[\n  "wet"\n]'),
        (
            ("claims", "plants", "sources"),
            [{"ref": "almanac", "quote": "green", "at": "p. 4"}, {"ref": "none"}],
            f"{ALMANAC}, p. 4\n“green”\n§ a source that does not exist",
        ),
        (
            ("claims", "new"),
            {"text": "A.", "note": ["b"], "tags": ["c"], "by": "Ann", "created": "2026"},
            "A.\nb\n#c\nby Ann, 2026",
        ),
        (("links", "l-roots", "stance"), "attacks", "attacks “Plants grow.”"),
        (("links", "l-roots", "to"), "l-plants", "the step from “Plants grow.”"),
        (("links", "l-roots", "to"), "gone", "“gone”, which does not exist"),
        (("links", "l-wells", "with"), ["need"], "“We need wells.”"),
        (("links", "l-floods", "pos"), "a3", "after “Wells fill.”"),
        (("links", "l-floods", "pos"), "Z", "first of all"),
        (
            ("links", "l"),
            {"from": "fill", "with": ["need"], "stance": "supports", "to": "rain"},
            "“Wells fill.” & “We need wells.”\nsupports “Rain is good.”",
        ),
        (("sources", "x"), {"author": "Ann", "date": "1999"}, "Ann\n1999"),
        (("stances", "Ann", "rain"), 50.0, "50 of 100"),
        (("map", "theses"), ["rain", "sun"], "“Rain is good.”\n“Sun is good.”"),
        (("map", "title"), "\x1b[31mred", "[31mred"),
        (("x",), {"a": 1}, '{\n  "a": 1\n}'),
        (("links", "l-roots", "stance"), 7, "7"),
        (("links", "gone", "pos"), "a0", '"a0"'),
    ],
)
def test_a_value_is_said_as_a_reader_would_say_it(
    path: tuple[str, ...], value: object, words: str
) -> None:
    assert in_words(rain(), Conflict(path), value) == words


def test_a_very_long_value_is_cut() -> None:
    words = in_words(rain(), Conflict(("claims", "a", "text")), "x" * 100_000)
    assert words.endswith(" … and 92,000 characters more")


def test_what_came_back_with_a_claim_is_named() -> None:
    conflict = Conflict(("claims", "roots"), {"text": "A."}, ({"text": "B."},), along=("l-roots",))
    words = in_words(rain(), conflict, conflict.values[0])
    assert words == "B.\ncame back with its support of “Plants grow.”"
    assert in_words(rain(), conflict, conflict.base) == "A."


@pytest.mark.parametrize(
    ("path", "met_at", "where"),
    [
        (("claims", "roots", "text"), ("roots", None), "supports “Plants grow.”"),
        (("claims", "rain"), ("rain", None), "a thesis of this map"),
        (("claims", "snow"), ("snow", None), "unplaced"),
        (
            ("claims", "floods", "text"),
            ("floods", None),
            "attacks “Rain is good.”, and in 1 place more",
        ),
        (("claims", "roots", "note"), ("roots", None), "Roots drink."),
        (
            ("links", "l-wells", "to"),
            ("fill", "l-wells"),
            "“Wells fill.” & “We need wells.” supports “Rain is good.”",
        ),
        (("sources", "almanac", "title"), ("plants", None), "Plants grow."),
        (("stances", "Ann", "rain"), ("rain", None), "Rain is good."),
        (("map", "title"), ("", None), ""),
        (("claims", "gone"), ("", None), ""),
        ((), ("", None), ""),
    ],
)
def test_a_conflict_is_met_at_a_claim(
    path: tuple[str, ...], met_at: tuple[str, str | None], where: str
) -> None:
    assert subject(rain(), Conflict(path)) == met_at
    assert setting(rain(), Conflict(path)) == where
