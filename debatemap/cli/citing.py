"""The source that a command cites for a claim, as its options name it."""

from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.cli.error_reporting import UseError
from debatemap.core.model import CITATION_KINDS, Source
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.core.debate import Debate

__all__ = ["Citing"]

_LISTED: Final = 5


class Citing(NamedTuple):
    """What `--source`, `--quote`, `--at` and `--kind` say.

    Attributes:
        source: What names the source; empty for none.
        quote: Its own words.
        at: Where they stand in it.
        kind: What it offers for the claim.
    """

    source: str = ""
    quote: str = ""
    at: str = ""
    kind: str = ""

    def refuse_incomplete(self) -> None:
        """Refuses what says something of a source and names none.

        Raises:
            UseError: It does, or there is no such kind.
        """
        if self.kind and self.kind not in CITATION_KINDS:
            kinds = ", ".join(CITATION_KINDS)
            raise UseError(f"there is no kind {excerpt(self.kind)} of source; it is one of {kinds}")
        given = [f"--{name}" for name in ("quote", "at", "kind") if getattr(self, name).strip()]
        if given and not self.source.strip():
            raise UseError(
                f"{given[0]} says something of a source; name it with --source: its title, its "
                "address, or words of a source that the map has"
            )

    def cited(self, debate: "Debate", added: "Change") -> "Change":
        """Returns a change that adds a claim, with the citation where one is asked for.

        Raises:
            UseError: Several sources of the map may be meant.
            EditRefusedError: A field cannot hold that value.
        """
        from debatemap.edit.cited_claim import with_citation  # noqa: PLC0415  (`--help` must stay light)

        if not self.source.strip():
            return added
        said = {"quote": self.quote, "at": self.at, "kind": self.kind}
        return with_citation(debate, added, self._meant(debate), **said)

    def aside(self, change: "Change") -> str:
        """Returns how a message goes on that names what was cited; empty where nothing was."""
        if not self.source.strip():
            return ""
        is_new = any(before is None for before, _ in change.sources.values())
        return ", a new source" if is_new else ", a source of the map"

    def _meant(self, debate: "Debate") -> str | Source:
        """Returns the id of the source that is meant, or a new source of that name."""
        from debatemap.core import source_names as names_of  # noqa: PLC0415  (`--help` must stay light)

        given = self.source.strip()
        found = names_of.sources_named(debate, given)
        if len(found) == 1:
            return found[0]
        if not found:
            return Source(url=given) if names_of.is_address(given) else Source(title=given)
        names = "; ".join(
            f"{key} ({excerpt(names_of.named_source(debate.sources[key]))})"
            for key in found[:_LISTED]
        )
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise UseError(
            f"--source {excerpt(given)} may mean {len(found)} sources of the map: {names}{more}; "
            "give the id of one"
        )
