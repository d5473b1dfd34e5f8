"""The numbered rows of a map as a tree, and where a claim stands again."""

from typing import TYPE_CHECKING

from debatemap.core.debate import Debate

if TYPE_CHECKING:
    from debatemap.views.read.numbering import Row

__all__ = ["Branches"]


class Branches:
    """The rows of a map.

    Attributes:
        tops: The rows that stand beneath no other.
        below: The rows beneath a row, by its number.
        premises: The premises of a joint step, by its number.
        again: The numbers of the further places of a claim.
        number: Where a claim is written out.
        links: The links that have a row.
    """

    def __init__(self, debate: Debate) -> None:
        from debatemap.views.read.numbering import tops, walk  # noqa: PLC0415  (names are asked for without it)

        self.tops: list[Row] = []
        self.below: dict[str, list[Row]] = {}
        self.premises: dict[str, list[Row]] = {}
        self.again: dict[str, list[str]] = {}
        self.number: dict[str, str] = {}
        self.links: set[str] = set()
        step = ""
        for row in walk(debate, tops(debate)):
            if row.link is not None:
                self.links.add(row.link)
            if row.role == "premise":
                self.premises.setdefault(step, []).append(row)
            elif row.depth:
                above = row.beneath or row.number.rpartition(".")[0]
                self.below.setdefault(above, []).append(row)
            else:
                self.tops.append(row)
            if row.claim is None:
                step = row.number
            elif row.see:
                self.again.setdefault(row.claim, []).append(row.number)
            else:
                self.number[row.claim] = row.number
