"""How each claim and link stands in Argdown: its title, as a relation, or with premises."""

import re
from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import ID_PATTERN, Extra
from debatemap.formats.argdown.claims import KIND
from debatemap.formats.argdown.data_fields import AT, SCHEME
from debatemap.formats.argdown.ends import Ends
from debatemap.formats.argdown.escape import is_title, title_for
from debatemap.formats.foreign_ids import FOREIGN_ID, derived_id

__all__ = ["Plan"]

_ID: Final = re.compile(ID_PATTERN)
_RULE: Final = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_CONCLUSIONS: Final = {
    ("attacks", False): "That is not so.",
    ("attacks", True): "That does not follow.",
    ("supports", True): "That follows.",
}
"""By stance, and by whether the target is a link, what stands for a link as a conclusion."""


class Plan:
    """What is written how.

    Attributes:
        structures: The links that are written with premises and a conclusion, by target.
        titles: The title of each claim.
        arguments: The claims that are written as arguments.
        losses: What cannot be written.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._ends = Ends(debate)
        self.losses = self._ends.losses
        self._relations: dict[str, list[str]] = {}
        self._related: set[str] = set()
        """The links that are written as relations."""
        self.structures: dict[str, list[str]] = {}
        self._in_structures: set[str] = set()
        self._sort_links()
        self.arguments = {
            key for key, claim in debate.claims.items()
            if claim.extra.get(KIND) == "argument" and key not in self._in_structures
        }  # fmt: skip
        self._link_titles = {key: title_for(key) for key in debate.links}
        self.titles = self._titles()

    def _sort_links(self) -> None:
        links = self._debate.links
        about = {links[key].target for key in self._ends.premises}
        met: set[tuple[str, str, str]] = set()
        for target in (*self._debate.claims, *links):
            for key in self._debate.links_into(target):
                premises = self._ends.premises.get(key)
                if premises is None:
                    continue
                way = (premises[0], target, links[key].stance)
                if len(premises) == 1 and key not in about and way not in met:
                    met.add(way)
                    self._related.add(key)
                    self._relations.setdefault(target, []).append(key)
                    continue
                self.structures.setdefault(target, []).append(key)
                self._in_structures.update((*premises, target))

    def _titles(self) -> dict[str, str]:
        claims = self._debate.claims
        taken = {*map(title_for, claims), *self._link_titles.values()}
        titles = {}
        for key, claim in claims.items():
            foreign = claim.extra.get(FOREIGN_ID)
            titles[key] = title_for(key)
            if (
                isinstance(foreign, str) and foreign not in taken and is_title(foreign)
                and not _ID.fullmatch(foreign) and not foreign.startswith("Untitled")
            ):  # fmt: skip
                titles[key] = foreign
                taken.add(foreign)
        return titles

    def all_structures(self) -> list[str]:
        """Returns the links that are written with premises and a conclusion."""
        return [key for keys in self.structures.values() for key in keys]

    def relations_into(self, target: str) -> Iterator[str]:
        """Yields the links into a claim or a link that are written as relations."""
        return iter(self._relations.get(target, ()))

    def has_relations(self, target: str) -> bool:
        """Tells whether there are such."""
        return target in self._relations

    def is_told_by_structures(self, claim: str) -> bool:
        """Tells whether all that a claim leads to is written with premises."""
        if claim not in self._in_structures or self._debate.is_thesis(claim):
            return False
        onward = [key for key in self._debate.links_from(claim) if key in self._ends.premises]
        return bool(onward) and self._related.isdisjoint(onward)

    def premises(self, link: str) -> tuple[str, ...]:
        """Returns the premises of a link that exist, each once."""
        return self._ends.premises[link]

    def reads_as(self, claim: str) -> bool:
        """Tells whether a claim's title alone says its id."""
        title = self.titles[claim]
        if _ID.fullmatch(title):
            return title == claim
        return derived_id("claim", title, "0") == claim

    def unsaid(self, claim: str) -> Extra:
        """Returns the unknown fields of a claim that its title and its kind do not say."""
        extra = dict(self._debate.claims[claim].extra)
        if claim in self.arguments:
            del extra[KIND]
        if self.titles[claim] == extra.get(FOREIGN_ID) and self.reads_as(claim):
            del extra[FOREIGN_ID]
        return extra

    def link_title(self, link: str) -> str:
        """Returns the title of the argument that a link is written as."""
        return self._link_titles[link]

    def place(self, link: str) -> dict[str, int]:
        """Returns the place of a link among those into its target, where there are several."""
        siblings = self._ends.siblings(self._debate.links[link].target)
        return {AT: siblings[link]} if len(siblings) > 1 else {}

    def rule(self, link: str) -> str:
        """Returns the rule of a link that is written with premises; empty where it has none."""
        scheme = self._debate.links[link].extra.get(SCHEME)
        is_rule = isinstance(scheme, str) and _RULE.fullmatch(scheme) is not None
        return str(scheme) if is_rule and link not in self._related else ""

    def aim(self, link: str) -> str:
        """Returns the relation in which the conclusion of a link stands for it; mostly none."""
        record = self._debate.links[link]
        if record.target in self._debate.links:
            sign = "_>" if record.stance == "attacks" else "+>"
            return f"{sign} <{self._link_titles[record.target]}>"
        return f"-> [{self.titles[record.target]}]" if record.stance == "attacks" else ""

    def conclusion(self, link: str) -> str:
        """Returns the statement that stands for a link."""
        record = self._debate.links[link]
        words = _CONCLUSIONS[record.stance, record.target in self._debate.links]
        return f"[~{link}]: {words}"
