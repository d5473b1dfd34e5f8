"""Texts compared and merged word by word and line by line."""

import random
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.sync.word_diff import marked, merge_lines, merge_words
from tests.growth import assert_grows_at_most
from tests.strategies import AWKWARD_TEXTS, file_texts

few_words = st.lists(st.sampled_from(("a", "b", "c")), max_size=7)
few_lines = st.lists(st.sampled_from(("a", "b", "", "\0", " a")), max_size=7)
texts = st.one_of(few_words.map(" ".join), file_texts, st.sampled_from(AWKWARD_TEXTS))


@given(texts, texts)
def test_the_pieces_of_two_texts_are_the_two_texts(before: str, after: str) -> None:
    pieces = marked(before, after)
    assert "".join(piece for fate, piece in pieces if fate != "new") == before
    assert "".join(piece for fate, piece in pieces if fate != "gone") == after
    assert all(piece for _, piece in pieces)
    if before == after:
        assert pieces == ([("same", before)] if before else [])


def test_what_is_marked_is_no_more_than_what_changed() -> None:
    assert marked("a b c d", "a c d e") == [
        ("same", "a"),
        ("gone", " b"),
        ("same", " c d"),
        ("new", " e"),
    ]


@given(texts, texts, texts)
def test_it_does_not_matter_whose_words_are_whose(base: str, one: str, other: str) -> None:
    assert merge_words(base, one, other) == merge_words(base, other, one)
    assert merge_words(base, one, one) == one
    assert merge_words(base, base, one) == one
    assert merge_words(base, one, base) == one


@given(few_lines, few_lines, few_lines)
def test_it_does_not_matter_whose_lines_are_whose(
    base: list[str], one: list[str], other: list[str]
) -> None:
    assert merge_lines(base, one, other) == merge_lines(base, other, one)
    assert merge_lines(base, one, one) == one
    assert merge_lines(base, base, one) == one
    assert merge_lines(base, one, base) == one


Hunk = tuple[int, int, list[str]]


@st.composite
def _known_edits(draw: st.DrawFn) -> tuple[list[Hunk], list[Hunk]]:
    """Draws what two people put in the place of which words; no two words are the same."""
    sides = []
    for name in "AB":
        hunks = []
        places = iter(sorted(draw(st.sets(st.integers(0, 12), max_size=6))))
        for start, end in zip(places, places, strict=False):
            new = [f"{name}{start}{n}" for n in range(draw(st.integers(0, 2)))]
            hunks.append((start, end, new))
        sides.append(hunks)
    return sides[0], sides[1]


def _put_in(words: list[str], hunks: list[Hunk]) -> list[str]:
    for start, end, new in sorted(hunks, reverse=True):
        words = [*words[:start], *new, *words[end:]]
    return words


@given(_known_edits())
def test_edits_merge_where_and_only_where_a_word_stands_between_them(
    sides: tuple[list[Hunk], list[Hunk]],
) -> None:
    base = [f"w{n}" for n in range(12)]
    ours, theirs = (_put_in(base, hunks) for hunks in sides)
    one, other = ({(start, end, tuple(new)) for start, end, new in hunks} for hunks in sides)
    apart = all(high[1] < low[0] or low[1] < high[0] for high in one - other for low in other - one)
    expected = _put_in(base, [(s, e, list(new)) for s, e, new in one | other]) if apart else None
    assert merge_lines(base, ours, theirs) == expected
    spelt = merge_words(" ".join(["x", *base]), " ".join(["x", *ours]), " ".join(["x", *theirs]))
    assert spelt == (None if expected is None else " ".join(["x", *expected]))


def test_repeated_words_are_found_again() -> None:
    assert merge_words("a b a b", "a b a b c", "x b a b") == "x b a b c"
    assert merge_words("no no no", "no no", "no no no no") is None


def test_a_word_that_two_put_in_may_be_put_in_twice_where_it_stood_already() -> None:
    """With a third edit between, the words no longer show which of them is the new one."""
    base, one, other, third = "x a", "x a a", "x a a", "x b a"
    both = merge_words(base, one, other), merge_words(base, other, third)
    assert both == ("x a a", "x b a a")
    assert merge_words(base, "x a a", third) == "x b a a"
    assert merge_words(base, one, "x b a a") == "x b a a a"


def test_two_lines_that_look_alike_to_a_hash_are_two() -> None:
    assert merge_lines(["a", "", "x", "b"], ["a", "\0", "y", "b"], ["a", "", "x", "b"]) == [
        "a",
        "\0",
        "y",
        "b",
    ]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here to compare with")
def test_lines_merge_as_git_merges_them(tmp_path: Path) -> None:
    dice = random.Random(5)  # noqa: S311  (the same texts every time)
    clean = 0
    for _ in range(60):
        base = [f"line {n}" for n in range(12)]
        sides = [_edited(dice, base), _edited(dice, base)]
        theirs = _git_merged(tmp_path, base, *sides)
        ours = merge_lines(base, *sides)
        clean += theirs is not None
        if theirs is not None:
            assert ours == theirs
    assert clean > 10


def _edited(dice: random.Random, base: list[str]) -> list[str]:
    lines = list(base)
    for _ in range(2):
        place = dice.randrange(len(lines))
        lines[place : place + dice.randrange(2)] = dice.choice(([], ["new"], ["one", "two"]))
    return lines


def _git_merged(
    folder: Path, base: list[str], ours: list[str], theirs: list[str]
) -> list[str] | None:
    for name, lines in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    names = [str(folder / name) for name in ("ours", "base", "theirs")]
    done = subprocess.run(["git", "merge-file", "-p", *names], capture_output=True, check=False)
    return done.stdout.decode().splitlines() if done.returncode == 0 else None


_LONG: Final = 100_000


def test_long_texts_take_no_more_than_their_length() -> None:
    base = [f"word{n % 5000}" for n in range(_LONG)]
    ours, theirs = ["new", *base], [*base, "new"]
    assert merge_lines(base, ours, theirs) == ["new", *base, "new"]
    apart = [*base[::2], "end"]
    short, long = (
        partial(marked, " ".join(base[:length]), " ".join(apart[: length // 2]))
        for length in (10_000, _LONG)
    )
    assert_grows_at_most(20, short, long, least=0.01)
