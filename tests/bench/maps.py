"""Maps to measure on: the same bytes for the same size, every time.

The tree is a random recursive one with a ceiling on depth and fan-out, which is about the
shape of the largest public debates. A fifth of the claims stand in a second place, one in
thirty speaks to a step and not to a claim, and one in eighty is a joint premise.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal

import orjson

from debatemap.core.fractional_index import evenly

__all__ = ["MARKER", "Shape", "map_bytes", "write_map"]

Shape = Literal["tree", "deep", "wide"]
_Raw = dict[str, Any]

MARKER: Final = "Benchmarkthesis"
"""The first word of the first thesis, by which a paint of the outline is known."""

_DEPTH, _FAN_OUT = 36, 28
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS: Final = [first + second for first in _ALPHABET for second in _ALPHABET]
_WORDS: Final = """
weights models safety power actors policy evidence market court school energy city people vote
trust harm cost benefit law speech study trial region price wage risk many some larger smaller
public private local global early late hidden open strict finds weakens protects raises lowers
needs allows prevents rewards decides proves sooner rarely often never always the a of and
because while unless although in for
"""
_MARKS: Final = ("–", "’s", "é", "“so”", "…")


def write_map(folder: Path, claims: int, shape: Shape = "tree") -> Path:
    """Writes a map into a folder and returns its path."""
    path = folder / f"{shape}-{claims}.json"
    path.write_bytes(map_bytes(claims, shape))
    return path


def map_bytes(claims: int, shape: Shape = "tree") -> bytes:
    """Returns a map of so many claims in the layout that the program writes.

    Args:
        claims: How many.
        shape: "tree" like a real debate; "deep", a chain; "wide", all under one thesis.
    """
    chance = random.Random(f"{shape} {claims}")  # noqa: S311  (the same map every time)
    ids = _ids(chance)
    names = [next(ids) for _ in range(claims)]
    raw: list[_Raw] = [{"text": text} for text in _texts(chance, claims)]
    grove = _Grove(chance, names, raw, ids)
    if shape == "tree":
        grove.grow()
    else:
        positions = evenly(claims)
        for index in range(1, claims):
            above = index - 1 if shape == "deep" else 0
            grove.link(index, names[above], positions[0 if shape == "deep" else index - 1])
    whole = {
        "format": "debatemap",
        "version": 1,
        "map": {"id": f"bench{claims}", "title": f"{claims:,} claims", "theses": names[:1]},
        "claims": dict(sorted(zip(names, raw, strict=True))),
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2) + b"\n"


class _Grove:
    """Claims that are being linked to claims before them."""

    def __init__(
        self, chance: random.Random, names: list[str], raw: list[_Raw], ids: Iterator[str]
    ) -> None:
        self._chance, self._names, self._raw, self._ids = chance, names, raw, ids
        self._depth = [0] * len(names)
        self._replies: dict[str, int] = {}
        self._step: dict[int, str] = {}

    def link(self, index: int, target: str, pos: str, partner: int | None = None) -> None:
        """Links a claim, perhaps together with another one, to a target."""
        self._replies[target] = self._replies.get(target, 0) + 1
        made: dict[str, Any] = {
            "stance": "supports" if self._chance.random() < 0.55 else "attacks",
            "to": target,
            "with": [self._names[partner]] if partner is not None else None,
            "pos": pos,
        }
        link = next(self._ids)
        self._step.setdefault(index, link)
        links = {**self._raw[index].get("links", {}), link: {k: v for k, v in made.items() if v}}
        self._raw[index]["links"] = dict(sorted(links.items()))

    def grow(self) -> None:
        """Links every claim but the first to one before it, and some of them twice."""
        chance, names = self._chance, self._names
        positions = evenly(_FAN_OUT)
        partner: int | None = None
        for index in range(1, len(names)):
            above = self._earlier(index)
            self._depth[index] = self._depth[above] + 1
            if partner is None and chance.random() < 1 / 80 and index + 1 < len(names):
                partner = index
                continue
            undercuts = above in self._step and chance.random() < 1 / 30
            target = self._step[above] if undercuts else names[above]
            self.link(index, target, positions[self._replies.get(target, 0)], partner)
            partner = None
            other = self._earlier(index)
            if chance.random() < 1 / 4.5 and other != above:
                self.link(index, names[other], positions[self._replies.get(names[other], 0)])

    def _earlier(self, index: int) -> int:
        """Returns a claim with room under it: any before, now and then one of the first."""
        while True:
            above = self._chance.randrange(
                index if self._chance.random() < 0.96 else min(index, 200)
            )
            full = self._replies.get(self._names[above], 0) >= _FAN_OUT
            if not full and self._depth[above] < _DEPTH:
                return above


def _ids(chance: random.Random) -> Iterator[str]:
    """Yields ids, each once."""
    seen: set[str] = set()
    while True:
        made = "".join(chance.choices(_PAIRS, k=5))
        if made not in seen:
            seen.add(made)
            yield made


def _texts(chance: random.Random, count: int) -> list[str]:
    """Returns sentences of some 190 characters, one in twelve of them not plain ASCII."""
    words = _WORDS.split()
    phrases = [" ".join(chance.choices(words, k=chance.randint(4, 12))) for _ in range(3000)]
    texts = []
    for index in range(count):
        said = " ".join(chance.choices(phrases, k=chance.choice((1, 2, 3, 3, 4, 4, 5, 6))))
        mark = f" {chance.choice(_MARKS)}" if chance.random() < 1 / 12 else ""
        texts.append(f"{said[:1].upper()}{said[1:]}{mark}, case {index}.")
    texts[0] = f"{MARKER}: {texts[0]}"
    return texts
