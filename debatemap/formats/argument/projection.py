"""A debate as a graph of claims and scheme nodes, for those formats that hold such."""

from collections.abc import Iterator, Mapping
from typing import Any

from debatemap.core.debate import Debate
from debatemap.core.model import Claim
from debatemap.formats.argument.graph import Edge, Node
from debatemap.formats.argument.own_records import node_record
from debatemap.formats.foreign_ids import FOREIGN_ID

__all__ = ["Projection", "kept_part"]


class Projection:
    """The nodes and edges of a debate, sorted by id, so that two files of one debate are the same.

    Attributes:
        ids: By the id of a claim or link, its id in the file: the one that a foreign file had.
    """

    def __init__(self, debate: Debate) -> None:
        self._debate = debate
        self._claims = sorted(debate.claims.items())
        self._links = sorted(debate.links.items())
        self.ids: dict[str, str] = {}
        taken = {*debate.claims, *debate.links}
        for key, record in (*self._claims, *self._links):
            foreign = record.extra.get(FOREIGN_ID)
            self.ids[key] = key
            if isinstance(foreign, str) and foreign and foreign not in taken:
                taken.add(foreign)
                self.ids[key] = foreign

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Yields the claims and links, each with its id in the map."""
        for key, claim in self._claims:
            yield key, Node(self.ids[key], "claim", claim, claim.extra)
        for key, link in self._links:
            yield key, Node(self.ids[key], link.stance, Claim(""), link.extra)

    def edges(self) -> Iterator[Edge]:
        """Yields those from premises to links and on to targets, as far as both ends exist.

        None leads from a link to itself.
        """
        ids = self.ids
        for key, link in self._links:
            for premise in dict.fromkeys(link.premises):
                if premise in ids and premise != key:
                    yield Edge(ids[premise], ids[key])
            if link.target in ids and link.target != key:
                yield Edge(ids[key], ids[link.target])

    def record(self, key: str, seen: Node) -> dict[str, Any]:
        """Returns what is written beside a node for this program.

        Args:
            key: The id of the claim or link.
            seen: What the node says without it, as it would be read.
        """
        claim = self._debate.claims.get(key)
        record = self._debate.links[key] if claim is None else claim
        return node_record(key, record, seen, self.ids)


def kept_part(debate: Debate, keep_as: str, part: str) -> list[dict[str, Any]]:
    """Returns the nodes or edges of a foreign file that are no claims and no steps."""
    whole = debate.header.extra.get(keep_as)
    found = whole.get(part) if isinstance(whole, Mapping) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
