"""A large Argdown text as people write them: trees, structures, tags, data, headings."""

from random import Random
from typing import Final

__all__ = ["large_text"]

_WORDS: Final = [
    "night",
    "trains",
    "many",
    "people",
    "would",
    "use",
    "them",
    "the",
    "survey",
    "asked",
    "only",
    "few",
    "travellers",
    "cost",
    "money",
    "public",
    "services",
    "need",
    "profit",
    "region",
    "should",
    "run",
    "every",
    "day",
    "because",
    "energy",
    "noise",
    "families",
    "tickets",
    "stations",
    "winter",
    "summer",
    "comfort",
    "speed",
    "safety",
    "staff",
    "track",
    "repair",
]


def large_text(lines: int) -> str:
    """Returns a text of about so many lines, about 37 characters each."""
    rng = Random(7)  # noqa: S311  (no secret)
    made = ["===", "title: A large debate", "===", ""]
    number = 0
    while len(made) < lines:
        number += 1
        if number % 9 == 1:
            made += [f"# Part {number}", ""]
        if number % 4 == 0:
            made += _structure(rng, number)
        else:
            made += _tree(rng, number)
    return "\n".join(made) + "\n"


def _tree(rng: Random, number: int) -> list[str]:
    made = [f"[Thesis {number}]: {_sentence(rng)} #part-{number % 7}"]
    depth = 1
    for turn in range(rng.randint(8, 20)):
        depth = max(1, min(6, depth + rng.choice((-1, 0, 1))))
        sign = rng.choice(("+", "-", "+", "-", "->", "+>"))
        kind = rng.random()
        if kind < 0.4:
            head = f"<Point {number}-{turn}>: {_sentence(rng)}"
        elif kind < 0.8:
            head = f"[Claim {number}-{turn}]: {_sentence(rng)}"
        elif kind < 0.9:
            head = f"[Thesis {rng.randint(1, number)}]"
        else:
            head = _sentence(rng) + " {source: survey-2024}"
        depth = depth if turn else 1
        made.append("  " * depth + f"{sign} {head}")
    return [*made, ""]


def _structure(rng: Random, number: int) -> list[str]:
    return [
        f"<Argument {number}>: {_sentence(rng)}", "", f"(1) {_sentence(rng)}",
        f"(2) [Claim {number}]: {_sentence(rng)}", "-- practical inference {uses: [1,2]} --",
        f"(3) [Thesis {rng.randint(1, number)}]", "",
    ]  # fmt: skip


def _sentence(rng: Random) -> str:
    words = rng.choices(_WORDS, k=rng.randint(2, 6))
    if rng.random() < 0.3:
        words[0] += ","
    return " ".join(words).capitalize() + "."
