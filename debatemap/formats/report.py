"""What an import brought, left out and mended, in words and as data."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, safe_line
from debatemap.formats.features import places_of
from debatemap.formats.format import Imported
from debatemap.formats.loss import UNDER_NOTHING, Loss, loss_lines, losses_of

__all__ = ["ImportReport"]

_COUNTED: Final[dict[str, Callable[[Debate], int]]] = {
    "claims": lambda debate: len(debate.claims),
    "links": lambda debate: len(debate.links),
    "theses": lambda debate: len(debate.header.theses),
    "undercuts": lambda debate: len(places_of(debate, "undercuts")),
    "joint premises": lambda debate: len(places_of(debate, "joint_premises")),
    "claims in several places": lambda debate: len(places_of(debate, "reuse")),
    "sources": lambda debate: len(debate.sources),
    "people who rated": lambda debate: len(debate.stances),
}


_ONE: Final = {
    "claims": "claim",
    "links": "link",
    "theses": "thesis",
    "undercuts": "undercut",
    "joint premises": "step with joint premises",
    "claims in several places": "claim in several places",
    "sources": "source",
    "people who rated": "person who rated",
}
"""What a single one is called."""
_AS_KNOWN: Final = "are read by the rules of this version"


class ImportReport(NamedTuple):
    """What came of reading a file.

    Attributes:
        file: The file, as the user named it.
        format_name: Its format.
        counts: How many of each kind came in, by its name; kinds that did not come are left out.
        losses: What was not carried over.
        repairs: What was wrong in the file, and what it was read as.
    """

    file: str
    format_name: str
    counts: Mapping[str, int]
    losses: tuple[Loss, ...] = ()
    repairs: tuple[Loss, ...] = ()

    @classmethod
    def of(cls, read: Imported, file: str, format_name: str) -> "ImportReport":
        """Returns the report of a file that was read."""
        counts = {kind: count(read.debate) for kind, count in _COUNTED.items()}
        came = {kind: number for kind, number in counts.items() if number or kind == "claims"}
        newer = losses_of("files of a newer debatemap", filter(None, [read.newer]), _AS_KNOWN)
        return cls(file, format_name, came, (*newer, *read.losses), read.repairs)

    @property
    def of_replies(self) -> "ImportReport":
        """The report of a file that comes under a claim, where nothing at its top is a thesis."""
        repairs = tuple(loss for loss in self.repairs if loss.kind != UNDER_NOTHING)
        return self._replace(repairs=repairs)

    @property
    def is_whole(self) -> bool:
        """Whether all came over as it was."""
        return not self.losses and not self.repairs

    @property
    def counted(self) -> str:
        """What came in, in words.

        Examples:
            >>> ImportReport("x", "csv", {"claims": 2, "links": 1}).counted
            '2 claims, 1 link'
        """
        pairs = self.counts.items()
        return ", ".join(f"{n:,} {_ONE.get(kind, kind) if n == 1 else kind}" for kind, n in pairs)

    def lines(self) -> Iterator[SafeText]:
        """Yields the report, a line for each kind of loss and repair."""
        yield safe_line(f"read as {self.format_name}: {self.counted}")
        for line in loss_lines(self.losses):
            yield safe_line(f"not as it was: {line}")
        for line in loss_lines(self.repairs):
            yield safe_line(f"repaired: {line}")

    def as_json(self) -> dict[str, Any]:
        """Returns the report as data."""
        return {
            "file": self.file,
            "format": self.format_name,
            "read": dict(self.counts),
            "losses": [_as_json(loss) for loss in self.losses],
            "repairs": [_as_json(loss) for loss in self.repairs],
        }


def _as_json(loss: Loss) -> dict[str, Any]:
    return {
        "kind": loss.kind, "number": loss.number, "places": list(loss.places),
        "becomes": loss.becomes,
    }  # fmt: skip
