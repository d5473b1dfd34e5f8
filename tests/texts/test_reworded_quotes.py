"""Quotes that annotators have put in other words are found where they are from, or not at all."""

import os
import random
from pathlib import Path
from typing import NamedTuple

import pytest

from debatemap import load
from debatemap.store.locations import samples
from debatemap.texts import Grade, TextIndex, find_quote
from tests.texts.rewordings import reworded, sentences_of

SEED = os.environ.get("DEBATEMAP_SEED", "")
"""A folder with the essay that a sample map is about, which is not ours to hand on."""

FOLDER = Path(__file__).parent / "fixture"
OTHER_WORDS = {"pronoun", "tense", "joined"}
TO_THE_LETTER = {Grade.EXACT, Grade.FOLDED}


def own_text() -> str:
    """Returns what the sample maps say, as one text, with a text of the fixture."""
    words = [claim.text for path in samples() for claim in load(path).claims.values()]
    texts = (path.read_text("utf-8") for path in FOLDER.glob("texts/*.txt"))
    return "\n\n".join([*dict.fromkeys(words), *texts])


class Tally(NamedTuple):
    """Of quotes that were reworded, how many are found, and how many of these where they are from.

    Attributes:
        all: How many there are.
        near: Those with a place.
        located: Those with a place, or a passage that is much like them.
        wrong: What is found elsewhere.
        overrated: What has other words, and is taken for a quote to the letter.
    """

    all: int
    near: int
    located: int
    wrong: list[str]
    overrated: list[str]


def tally(text: str, rounds: int) -> Tally:
    """Looks for each sentence of a text, reworded."""
    chance, index = random.Random(14), TextIndex(text)  # noqa: S311  (the same every time)
    whole = near = located = 0
    wrong, overrated = [], []
    for start, end in [*sentences_of(text)] * rounds:
        quote, done = reworded(text[start:end], chance)
        found = find_quote(quote, index)
        whole += 1
        near += bool(found.places)
        places = [*found.places, *([found.closest] if found.closest else [])]
        located += bool(places)
        if places and not any(each.start < end and start < each.end for each in places):
            wrong.append(quote)
        if done & OTHER_WORDS and "[" not in quote and found.grade in TO_THE_LETTER:
            overrated.append(quote)
    return Tally(whole, near, located, wrong, overrated)


def test_reworded_quotes_are_located_where_they_are_from() -> None:
    told = tally(own_text(), 2)
    assert told.all > 300
    assert told.located > 0.9 * told.all, told
    assert len(told.wrong) <= 0.01 * told.located, told.wrong
    assert not told.overrated


@pytest.mark.skipif(not SEED, reason="DEBATEMAP_SEED names no folder with the essay")
def test_reworded_quotes_of_the_essay_are_located_where_they_are_from() -> None:
    (essay,) = Path(SEED).glob("*.txt")
    told = tally(essay.read_text("utf-8"), 10)
    assert told.located > 0.9 * told.all, told
    assert not told.wrong
    assert not told.overrated


def test_parts_that_are_joined_without_an_ellipsis_are_both_located() -> None:
    text = own_text()
    index = TextIndex(text)
    tried = 0
    for start, end in sentences_of(text):
        words = text[start:end].split(" ")
        third = len(words) // 3
        if third < 6:
            continue
        tried += 1
        like = find_quote(" ".join(words[:third] + words[-third:]), index).closest
        assert like is not None
        assert like.start <= start + len(words[0]) + 1  # which may be a quotation mark alone
        assert like.end >= end - len(words[-1])
    assert tried > 40


def test_quotes_of_another_text_are_located_nowhere() -> None:
    text = own_text()
    half = text.index("\n\n", len(text) // 2)
    index = TextIndex(text[:half])
    chance = random.Random(14)  # noqa: S311  (the same every time)
    others = [text[half:][start:end] for start, end in sentences_of(text[half:])]
    found = [quote for quote in others if _is_found(reworded(quote, chance)[0], index)]
    assert len(found) <= 0.01 * len(others), found


def _is_found(quote: str, index: TextIndex) -> bool:
    found = find_quote(quote, index)
    return bool(found.places or found.closest)
