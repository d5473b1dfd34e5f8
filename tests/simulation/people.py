"""People who edit a map with the program's verbs, as people do: mostly small things."""

import random
from collections.abc import Callable, Iterable
from typing import Final
from unittest.mock import patch

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Source
from debatemap.edit import EditRefusedError, Signature
from tests.simulation.maps import TAGS, draw_id, sentence, some_words

__all__ = ["NAMES", "Person"]

NAMES: Final = ("Ada", "Ben", "Cleo")
_MOST_DELETED: Final = 6
"""Claims that a person deletes at once; nobody throws half a debate away."""


class Person:
    """Somebody with a copy of the map.

    Attributes:
        name: Under which the person rates, and signs new claims.
    """

    def __init__(self, name: str, chance: random.Random) -> None:
        self.name = name
        self._chance = chance
        self._signed = Signature(name, "2026-02-03")

    def edit(self, debate: Debate, edits: int) -> list[str]:
        """Makes so many edits, and returns what they are called."""
        kinds, weights = list(_KINDS), list(_KINDS.values())
        said: list[str] = []
        with patch("debatemap.edit.builder.new_id", lambda: draw_id(self._chance)):
            while len(said) < edits:
                (kind,) = self._chance.choices(kinds, weights)
                try:
                    change = kind(self, debate)
                except EditRefusedError:
                    continue
                if change:
                    debate.apply(change)
                    said.append(change.said)
        return said

    def reply(self, debate: Debate) -> Change:
        """Adds a pro or a con."""
        target, stance = self._claim(debate), self._chance.choice(STANCES)
        text = sentence(self._chance)
        return edit.add_reply(debate, target, stance, text, signed=self._signed)

    def undercut(self, debate: Debate) -> Change:
        """Says why a step does not follow."""
        text = sentence(self._chance)
        return edit.add_reply(debate, self._link(debate), "attacks", text, signed=self._signed)

    def insert(self, debate: Debate) -> Change:
        """Puts a claim between two."""
        text = sentence(self._chance)
        return edit.insert_between(debate, self._link(debate), text, signed=self._signed)

    def reword(self, debate: Debate) -> Change:
        """Changes, adds or drops a few words."""
        claim = self._claim(debate)
        words = debate.claims[claim].text.split()
        here = self._chance.randrange(len(words))
        there = here + self._chance.randint(0, 3)
        words[here:there] = some_words(self._chance, 0 if there > here else 1, 3)
        return edit.reword(debate, claim, " ".join(words))

    def note(self, debate: Debate) -> Change:
        """Writes a note, or changes, adds or drops a line of one."""
        claim = self._claim(debate)
        lines = debate.claims[claim].note.split("\n")
        here = self._chance.randint(0, len(lines))
        there = here + self._chance.randint(0, 1)
        lines[here:there] = [sentence(self._chance) for _ in range(self._chance.randint(0, 2))]
        return edit.set_note(debate, claim, "\n".join(lines))

    def tag(self, debate: Debate) -> Change:
        """Puts a tag on a claim, or takes it off."""
        claim, tag = self._claim(debate), self._chance.choice(TAGS)
        held = debate.claims[claim].tags
        rest = [other for other in held if other != tag]
        return edit.set_tags(debate, claim, rest if tag in held else [*held, tag])

    def cite(self, debate: Debate) -> Change:
        """Cites a source, now and then a new one."""
        claim, quote = self._claim(debate), sentence(self._chance)
        if not debate.sources or self._chance.random() < 1 / 3:
            source = Source(title=sentence(self._chance), date="2024")
            return edit.add_source(debate, claim, source, quote=quote)
        return edit.cite(debate, claim, self._one_of(debate.sources), quote=quote, at="p. 7")

    def uncite(self, debate: Debate) -> Change:
        """Takes a citation away, and perhaps the source with it."""
        citing = [claim for claim, record in debate.claims.items() if record.sources]
        return edit.uncite(debate, self._one_of(citing), 0)

    def mend_source(self, debate: Debate) -> Change:
        """Gives a source its address."""
        source = self._one_of(debate.sources)
        url = f"https://example.org/{self._chance.randrange(1000)}"
        return edit.set_source(debate, source, debate.sources[source]._replace(url=url))

    def rate(self, debate: Debate) -> Change:
        """Says how far a claim holds, or a step counts."""
        node = self._one_of([*debate.claims, *debate.links])
        return edit.rate(debate, node, self.name, self._chance.randrange(0, 101, 5))

    def move(self, debate: Debate) -> Change:
        """Moves a branch under another claim."""
        link = self._link(debate)
        return edit.move(debate, debate.links[link].premises[0], link, self._claim(debate))

    def flip(self, debate: Debate) -> Change:
        """Makes a pro a con, or a con a pro."""
        return edit.flip(debate, self._link(debate))

    def connect(self, debate: Debate) -> Change:
        """Links a claim to one more target."""
        premise, target = self._claim(debate), self._claim(debate)
        return edit.connect(debate, premise, target, self._chance.choice(STANCES))

    def join(self, debate: Debate) -> Change:
        """Makes a claim a joint premise of a step."""
        return edit.join_premises(debate, self._link(debate), [self._claim(debate)])

    def unlink(self, debate: Debate) -> Change:
        """Takes a claim away from a place."""
        return edit.unlink(debate, self._link(debate))

    def delete(self, debate: Debate) -> Change:
        """Deletes a claim; the replies to it stay."""
        return edit.delete_claim(debate, self._claim(debate))

    def prune(self, debate: Debate) -> Change:
        """Deletes a claim and the few beneath it."""
        link = self._link(debate)
        claim = debate.links[link].premises[0]
        if len(edit.deletion_of(debate, claim, link).claims) > _MOST_DELETED:
            raise EditRefusedError("that is too much")
        return edit.delete_branch(debate, claim, link)

    def reorder(self, debate: Debate) -> Change:
        """Moves a claim up or down among its siblings."""
        return edit.reorder(debate, self._link(debate), self._chance.choice((-2, -1, 1, 2)))

    def thesis(self, debate: Debate) -> Change:
        """Opens another question."""
        return edit.add_thesis(debate, sentence(self._chance), signed=self._signed)

    def retitle(self, debate: Debate) -> Change:
        """Gives the map another title."""
        return edit.set_title(debate, sentence(self._chance))

    def _claim(self, debate: Debate) -> str:
        return self._one_of(debate.claims)

    def _link(self, debate: Debate) -> str:
        return self._one_of(debate.links)

    def _one_of(self, ids: Iterable[str]) -> str:
        names = list(ids)
        if not names:
            raise EditRefusedError("there is none")
        return self._chance.choice(names)


_KINDS: Final[dict[Callable[[Person, Debate], Change], int]] = {
    Person.reply: 28,
    Person.undercut: 4,
    Person.insert: 2,
    Person.reword: 16,
    Person.note: 8,
    Person.tag: 6,
    Person.cite: 7,
    Person.uncite: 1,
    Person.mend_source: 1,
    Person.rate: 9,
    Person.move: 5,
    Person.flip: 2,
    Person.connect: 4,
    Person.join: 1,
    Person.unlink: 1,
    Person.delete: 3,
    Person.prune: 2,
    Person.reorder: 4,
    Person.thesis: 1,
    Person.retitle: 1,
}
"""How often a person does what."""
