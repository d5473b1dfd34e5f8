"""The time of the processor that it takes to look for quotes in a long text."""

import random
from time import process_time
from typing import Final

from debatemap.texts import TextIndex, find_quote, find_quotes
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["quotes_in_a_text"]

_VOCABULARY: Final = 30_000
_CHARACTERS: Final = 1_000_000
_QUOTES: Final = 10_000
_TYPED: Final = 60


def quotes_in_a_text(bench: Bench) -> list[Measure]:
    """Measures many quotes at once, and one after each letter that is typed."""
    del bench  # The text is as long in each run.
    chance = random.Random(1)  # noqa: S311  (the same text every time)
    letters = "aeioubcdrtlmnps"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(_VOCABULARY)]
    weights = [1 / (place + 1) for place in range(_VOCABULARY)]
    text = " ".join(chance.choices(words, weights, k=_CHARACTERS // 5))[:_CHARACTERS]
    tokens = text.split(" ")
    quotes = [_quote(chance, tokens, words, kind % 10) for kind in range(_QUOTES)]
    began = process_time()
    index = TextIndex(text)
    built = process_time() - began
    find_quotes(quotes, index)
    took = process_time() - began
    typed = []
    for quote in quotes[3 : 3 + 10 * 8 : 10]:
        for length in range(1, _TYPED):
            began = process_time()
            find_quote(quote[:length], index)
            typed.append((process_time() - began) * 1_000)
    note = f"the index {built * 1_000:,.0f} ms of it; 4 of 10 exact, 3 folded, 2 near, 1 absent"
    return [
        Measure(f"{_QUOTES:,} quotes in a text of 1 MB", 2_000.0, took * 1_000, "ms", note),
        Measure("a quote while it is typed", 20.0, max(typed), "ms", "the worst of all letters"),
        Measure("", None, middle(typed), "ms", "median"),
    ]


def _quote(chance: random.Random, tokens: list[str], words: list[str], kind: int) -> str:
    start, length = chance.randrange(len(tokens) - 60), chance.randint(5, 40)
    quoted = tokens[start : start + length]
    if kind in (4, 5, 6):
        quoted = [word.upper() for word in quoted]
    elif kind in (7, 8):
        quoted[chance.randrange(length)] = chance.choice(words)
    elif kind == 9:
        quoted = chance.choices(words, k=length)
    return " ".join(quoted)
