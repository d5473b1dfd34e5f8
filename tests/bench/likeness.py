"""What it costs to find words in other forms, and claims that make a point in other words."""

import random
from collections.abc import Callable
from time import process_time
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.search import Index
from debatemap.core.word_forms import stem
from debatemap.similarity import SimilarClaims, similar
from tests.bench.bench import Bench
from tests.bench.measure import Measure, middle

__all__ = ["similar_claims", "word_forms"]

_VOCABULARY: Final = 30_000
_LENGTH: Final = 14
"""Words of a claim."""
_QUERIES: Final = 40
_ENDINGS: Final = ("", "s", "ed", "ing", "ation")


def word_forms(bench: Bench) -> list[Measure]:
    """Measures a word that has other forms beside the same search for its letters alone."""
    debate, words = _debate(bench.sizes.large)
    index = Index(debate)
    asked = [f"{word}ing" for word in words[200:2_000:45]]
    formed = [_taken(lambda word=word: Index.hits(index, word)) for word in asked]  # type: ignore[misc]  # bound at once
    # Letters with a sign behind them are no word, so nothing but the scan is left.
    plain = [_taken(lambda word=word: Index.hits(index, f"{word}-")) for word in asked]  # type: ignore[misc]  # bound at once
    note = f"{middle(formed):,.0f} ms; letters alone {middle(plain):,.0f} ms"
    what = f"a word in any form in {bench.sizes.large:,}"
    return [
        Measure(what, 4.0, middle(formed) / middle(plain), "×", note),
        Measure("", None, max(formed), "ms", "the worst"),
    ]


def similar_claims(bench: Bench) -> list[Measure]:
    """Measures what is looked up in each pause while a claim is written."""
    debate, _ = _debate(bench.sizes.large)
    started = process_time()
    index = SimilarClaims(debate)
    built = process_time() - started
    texts = [
        claim.text for claim in list(debate.claims.values())[:: len(debate.claims) // _QUERIES]
    ]
    parent = texts[0]
    times = [
        _taken(lambda text=text: similar(text, parent, index, debate))  # type: ignore[misc]  # bound at once
        for text in texts
    ]
    what = f"claims like a text in {bench.sizes.large:,}"
    return [
        Measure(what, 50.0, middle(times), "ms", f"of the processor: median of {len(times)}"),
        Measure("", 50.0, max(times), "ms", "the worst"),
        Measure("", None, built * 1_000, "ms", "the index, made once in a thread"),
    ]


def _debate(claims: int) -> tuple[Debate, list[str]]:
    """Returns claims whose words are as common as those of a language, and the words."""
    chance = random.Random(claims)  # noqa: S311  (the same map every time)
    letters = "aeioubcdrtlmnps"
    words = ["".join(chance.choices(letters, k=chance.randint(4, 9))) for _ in range(_VOCABULARY)]
    weights = [1 / (place + 1) for place in range(_VOCABULARY)]
    texts = (
        " ".join(
            word + chance.choice(_ENDINGS) for word in chance.choices(words, weights, k=_LENGTH)
        )
        for _ in range(claims)
    )
    debate = Debate(Header("m"), {f"c{place}": Claim(text) for place, text in enumerate(texts)})
    stem.cache_clear()
    return debate, words


def _taken(work: Callable[[], object]) -> float:
    """Returns the milliseconds that work takes of the processor."""
    started = process_time()
    work()
    return (process_time() - started) * 1_000
