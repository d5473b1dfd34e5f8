"""Maps to argue about, shaped like real debates: the same for the same chance."""

import random
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import evenly
from debatemap.core.model import Citation, Claim, Header, Link, Source, Stance

__all__ = ["TAGS", "draw_id", "draw_map", "sentence", "some_words"]

TAGS: Final = ("cost", "safety", "law", "health", "history", "open", "values", "numbers")
_ALPHABET: Final = "0123456789abcdefghjkmnpqrstvwxyz"
_AUTHORS: Final = ("Dana", "Elif", "Femi")
_FAN_OUT: Final = 12
_WORDS: Final = tuple(
    """
weights models safety power actors policy evidence market court school energy city people vote
trust harm cost benefit law speech study trial region price wage risk many some larger smaller
public private local global early late hidden open strict finds weakens protects raises lowers
needs allows prevents rewards decides proves sooner rarely often never always the a of and
because while unless although in for teachers patients workers rules limits records standards
water traffic homes rent noise winter summer costs taxes grants audits reviews errors delays
""".split()  # noqa: SIM905  (a list of words is read as one)
)


def draw_id(chance: random.Random) -> str:
    """Returns an id as the program makes them, of a chance that can be repeated."""
    return "".join(chance.choices(_ALPHABET, k=10))


def some_words(chance: random.Random, least: int, most: int) -> list[str]:
    """Returns a few words."""
    return chance.choices(_WORDS, k=chance.randint(least, most))


def sentence(chance: random.Random) -> str:
    """Returns what a claim may say."""
    return " ".join(some_words(chance, 7, 26)).capitalize() + "."


def draw_map(chance: random.Random, claims: int) -> Debate:
    """Returns a map of so many claims, with all that a map may hold.

    One claim in five stands in a second place, one in twenty-five speaks to a step, one in
    thirty shares its step with another; one in four has a note, cites a source, has tags.
    """
    sources = {draw_id(chance): _source(chance) for _ in range(2 + claims // 10)}
    records = {draw_id(chance): _claim(chance, list(sources)) for _ in range(claims)}
    names = list(records)
    theses = 1 + (claims >= 50) + (claims >= 500)
    grove = _Grove(chance, names, theses)
    for index in range(theses, claims):
        grove.place(index)
    header = Header(draw_id(chance), f"A debate of {claims} claims", tuple(names[:theses]))
    rated = [*records, *grove.links]
    stances = {
        person: {
            node: float(chance.randrange(0, 101, 5))
            for node in chance.sample(rated, max(2, claims // 12))
        }
        for person in _AUTHORS[:2]
    }
    return Debate(header, records, grove.links, sources, stances)


class _Grove:
    """Claims that are placed under claims before them, level by level at random."""

    def __init__(self, chance: random.Random, names: list[str], theses: int) -> None:
        self._chance, self._names = chance, names
        self._room = dict.fromkeys(names, _FAN_OUT)
        self._positions = evenly(_FAN_OUT)
        self._step: dict[str, str] = {}
        self._partner: str | None = None
        self._placed = names[:theses]
        self.links: dict[str, Link] = {}

    def place(self, index: int) -> None:
        """Places a claim once or twice, or keeps it to be the next one's joint premise."""
        chance, name = self._chance, self._names[index]
        target = self._target(name)
        last = index + 1 == len(self._names)
        if self._partner is None and not last and chance.random() < 1 / 30:
            self._partner = name
            return
        is_undercut = target in self._step and chance.random() < 1 / 25
        self._link(name, self._step[target] if is_undercut else target, attacks=is_undercut)
        other = self._target(name)
        if chance.random() < 1 / 5 and other != target:
            self._link(name, other)
        self._placed.append(name)

    def _link(self, name: str, target: str, *, attacks: bool = False) -> None:
        room = self._room.setdefault(target, _FAN_OUT)
        self._room[target] = room - 1
        supports = not attacks and self._chance.random() < 0.55
        stance: Stance = "supports" if supports else "attacks"
        premises = (name,) if self._partner is None else (name, self._partner)
        if self._partner is not None:
            self._placed.append(self._partner)
        link = draw_id(self._chance)
        self._step.setdefault(name, link)
        self._partner = None
        self.links[link] = Link(premises, stance, target, self._positions[-room])

    def _target(self, name: str) -> str:
        """Returns a claim with room under it, more often a late one: debates run deep."""
        while True:
            late = self._placed[-8:] if self._chance.random() < 0.3 else self._placed
            target = self._chance.choice(late)
            step = self._step.get(target, target)
            if target != name and min(self._room[target], self._room.get(step, _FAN_OUT)) > 0:
                return target


def _claim(chance: random.Random, sources: list[str]) -> Claim:
    note = "\n".join(sentence(chance) for _ in range(chance.randint(1, 4)))
    cited = Citation(chance.choice(sources), sentence(chance), f"p. {chance.randint(1, 400)}")
    return Claim(
        sentence(chance),
        note if chance.random() < 1 / 4 else "",
        tuple(chance.sample(TAGS, chance.randint(1, 3))) if chance.random() < 1 / 4 else (),
        chance.choice(_AUTHORS),
        f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        (cited,) if chance.random() < 1 / 4 else (),
    )


def _source(chance: random.Random) -> Source:
    first, second = some_words(chance, 2, 2)
    title = " ".join(some_words(chance, 3, 7)).capitalize()
    return Source(f"{first.title()} {second.title()}", title, date=str(chance.randint(1950, 2025)))
