"""A debate put together from the claims and links of another program's file.

A reader hands over what it finds in the order of the file. Ids are kept where a map can have them;
a step from nothing, to nothing or from a claim to itself is left out and counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.fractional_index import between, evenly
from debatemap.core.model import NO_EXTRA, Claim, Extra, Header, Link, Ratings, Source, Stance
from debatemap.core.text import clean
from debatemap.formats.foreign_ids import FOREIGN_ID, ForeignIds, derived_id
from debatemap.formats.format import Imported
from debatemap.formats.loss import Loss, losses_of

__all__ = ["Assembly"]

_NO_RATINGS: Final[Mapping[str, Ratings]] = {}


class Assembly:
    """Claims, links and sources as they come in, and a report of what was mended or left out.

    Attributes:
        claims: The claims so far, by id. A reader may replace one.
        links: The links so far, by id, without a position.
        sources: The sources so far, by id.
        top_stances: What the file says of claims that stand under nothing, by id.
    """

    def __init__(self) -> None:
        self._ids = ForeignIds()
        self.claims: dict[str, Claim] = {}
        self.links: dict[str, Link] = {}
        self.sources: dict[str, Source] = {}
        self.top_stances: dict[str, Stance] = {}
        self._linked: dict[str, str] = {}
        """The sources that links lead to, by their address."""
        self._exact: set[str] = set()
        """Links of this program's own files, which are taken as they are."""
        self._lost: dict[tuple[str, str], list[str]] = {}
        self._repaired: dict[tuple[str, str], list[str]] = {}

    def add_claim(self, foreign: str, claim: Claim) -> str:
        """Takes in a claim and returns its id: its own in the file where a map can have that.

        Args:
            foreign: Its id in the file; where that has none, something that stays the same when a
                newer version of the file is read, such as its number.
            claim: The claim.
        """
        key = self._ids.take(foreign, "claim", foreign or claim.text)
        if foreign and key != foreign:
            claim = claim._replace(extra={**claim.extra, FOREIGN_ID: foreign})
        self.claims[key] = claim
        return key

    def add_link(
        self,
        foreign: str,
        premises: Iterable[str],
        stance: Stance,
        target: str,
        extra: Extra = NO_EXTRA,
    ) -> str:
        """Takes in a step and returns its id; its ends may come later, or never.

        Args:
            foreign: Its id in the file; empty where that has none.
            premises: The ids of its premises, as `add_claim` returned them.
            stance: For or against.
            target: The id of the claim or link that it is about.
            extra: Fields that a map has no place for.
        """
        ends = tuple(dict.fromkeys(premises))
        key = self._ids.take(foreign, "link", foreign, *ends, target)
        if foreign and key != foreign:
            extra = {**extra, FOREIGN_ID: foreign}
        self.links[key] = Link(ends, stance, target, extra=extra)
        return key

    def keep_link(self, key: str, link: Link, *, is_whole: bool = True) -> str:
        """Takes in a step as this program wrote it, with its position, or takes it in anew.

        Args:
            key: Its id.
            link: The step, which may lead to what does not exist, as in a file of a map.
            is_whole: Whether it has both ends still; where not, it is left out and counted.
        """
        if key not in self.links:
            key = self._ids.take(key, "link", key)
        self.links[key] = link
        (self._exact.add if is_whole else self._exact.discard)(key)
        return key

    def add_source(self, foreign: str, source: Source) -> str:
        """Takes in a source and returns its id."""
        key = self._ids.take(foreign, "source", foreign or source.title, source.url)
        self.sources[key] = source
        return key

    def link_source(self, title: str, url: str) -> str:
        """Takes in what a link leads to, once for each address, and returns its id."""
        address = clean(url)
        if address not in self._linked:
            source = Source(title="" if title == url else clean(title), url=address)
            self._linked[address] = self.add_source("", source)
        return self._linked[address]

    def lose(self, kind: str, place: str, becomes: str = "") -> None:
        """Counts something that is not carried over, or becomes something else."""
        self._lost.setdefault((kind, becomes), []).append(place)

    def repair(self, kind: str, place: str, becomes: str) -> None:
        """Counts something that was wrong in the file, and what it was read as."""
        self._repaired.setdefault((kind, becomes), []).append(place)

    def places_repaired(self, becomes: str) -> set[str]:
        """Returns where something was mended that became the same."""
        return {
            place
            for (_, became), places in self._repaired.items()
            if became == becomes
            for place in places
        }

    def debate(
        self,
        title: str,
        theses: Sequence[str] | None = None,
        *,
        map_id: str = "",
        question: str = "",
        stances: Mapping[str, Ratings] = _NO_RATINGS,
        extra: Extra = NO_EXTRA,
        header: Header | None = None,
    ) -> Debate:
        """Returns the debate.

        Args:
            title: The map's title.
            theses: Its theses; without them, every claim that nothing leads on from.
            map_id: The map's id; without it, one made of the title and the first claim.
            question: What the map asks.
            stances: What people hold.
            extra: Fields of the header that a map has no place for.
            header: The header as this program wrote it, in place of all but the ratings.
        """
        self.drop_loose_links()
        if header is not None:
            return Debate(header, self.claims, self._placed(), self.sources, stances)
        if theses is None:
            leading = {premise for link in self.links.values() for premise in link.premises}
            theses = [key for key in self.claims if key not in leading]
            theses = theses or list(self.claims)[:1]
        theses = tuple(dict.fromkeys(key for key in theses if key in self.claims))
        header = Header(
            map_id or derived_id("map", title, *list(self.claims)[:1]), title, theses,
            question=question, extra=extra,
        )  # fmt: skip
        return Debate(header, self.claims, self._placed(), self.sources, stances)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was not carried over."""
        return _counted(self._lost)

    @property
    def repairs(self) -> tuple[Loss, ...]:
        """What was mended."""
        return _counted(self._repaired)

    def imported(self, debate: Debate, *, is_foreign: bool = True) -> Imported:
        """Returns what came of a file: a debate that was made of it, and all that was counted."""
        return Imported(
            debate, self.losses, is_foreign=is_foreign, repairs=self.repairs,
            stances=self.top_stances,
        )  # fmt: skip

    def drop_loose_links(self) -> None:
        """Takes out steps that lack an end, and then those that are about them."""
        about: dict[str, list[str]] = {}
        for key, link in self.links.items():
            about.setdefault(link.target, []).append(key)
        loose = [key for key in self.links if key not in self._exact and not self._holds(key)]
        while loose:
            key = loose.pop()
            if key in self.links and key not in self._exact:
                place = str(self.links.pop(key).extra.get(FOREIGN_ID, key))
                self.repair("steps that lack an end", place, "left out")
                loose += about.get(key, ())

    def _holds(self, key: str) -> bool:
        """Mends the premises of a step, and tells whether it has both ends."""
        link = self.links[key]
        ends = tuple(each for each in link.premises if each in self.claims and each != link.target)
        if ends != link.premises:
            there = set(ends)
            missing = [each for each in link.premises if each not in there]
            for each in missing if ends else ():
                kind = "steps from a claim to itself" if each == link.target else "missing premises"
                self.repair(kind, each, "left out")
            self.links[key] = link._replace(premises=ends)
        return bool(ends) and (link.target in self.claims or link.target in self.links)

    def _placed(self) -> dict[str, Link]:
        """Returns the links with positions in the order in which they came in."""
        into: dict[str, list[str]] = {}
        last: dict[str, str] = {}
        for key, link in self.links.items():
            if key in self._exact:
                last[link.target] = max(last.get(link.target, ""), link.pos)
            else:
                into.setdefault(link.target, []).append(key)
        placed = dict(self.links)
        for target, siblings in into.items():
            for key, pos in zip(siblings, _after(last.get(target, ""), len(siblings)), strict=True):
                placed[key] = placed[key]._replace(pos=pos)
        return placed


def _after(last: str, count: int) -> list[str]:
    """Returns so many positions behind the last one that is taken."""
    if not last:
        return evenly(count)
    keys = [last]
    for _ in range(count):
        keys.append(between(keys[-1], None))
    return keys[1:]


def _counted(found: Mapping[tuple[str, str], Sequence[str]]) -> tuple[Loss, ...]:
    return tuple(
        loss
        for (kind, becomes), places in found.items()
        for loss in losses_of(kind, places, becomes)
    )
