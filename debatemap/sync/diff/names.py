"""Claims, links and sources named in a line that tells a difference."""

from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Link, Stance
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, excerpt

__all__ = ["Names"]

_ROLES: Final[dict[tuple[Stance, bool], tuple[str, str, str]]] = {
    ("supports", False): ("pro", "supports", "support"),
    ("attacks", False): ("con", "attacks", "attack"),
    ("supports", True): ("backing", "backs", "back"),
    ("attacks", True): ("undercut", "undercuts", "undercut"),
}


class Names:
    """Names what stands in two debates: by its words in the later one, where it is there.

    Attributes:
        before: The earlier debate.
        after: The later one.
        cells: How much of a text makes a name.
    """

    def __init__(self, before: Debate, after: Debate, cells: int) -> None:
        self.before = before
        self.after = after
        self.cells = cells

    def of(self, node: str) -> SafeText:
        """Returns the beginning of a claim in quotation marks; of a link, where it leads."""
        claim = self.after.claims.get(node) or self.before.claims.get(node)
        if claim is not None:
            return quoted(claim.text, self.cells)
        link = self.link(node)
        if link is None:
            return SafeText(f"“{excerpt(node)}”, which does not exist")
        target = "a step" if self.is_link(link.target) else self._claim(link.target)
        return SafeText(f"the step from {self._claim(link.premises[0])} to {target}")

    def link(self, node: str) -> Link | None:
        """Returns a link as it is, or else as it was."""
        return self.after.links.get(node) or self.before.links.get(node)

    def premises(self, link: Link) -> SafeText:
        """Returns the names of a link's premises, the first of them where they are many."""
        return self.several(link.premises, " & ")

    def several(self, nodes: tuple[str, ...], joint: str = ", ") -> SafeText:
        """Returns the names of up to three, and how many more there are."""
        shown = 3
        more = f" and {len(nodes) - shown} more" if len(nodes) > shown else ""
        return SafeText(joint.join(map(self.of, nodes[:shown])) + more)

    def is_link(self, node: str) -> bool:
        """Tells whether a target is, or was, a link."""
        is_claim = node in self.after.claims or node in self.before.claims
        return not is_claim and self.link(node) is not None

    def role(self, stance: Stance, target: str) -> str:
        """Returns what a claim is to its target: pro, con, backing or undercut."""
        return _ROLES[stance, self.is_link(target)][0]

    def verb(self, link: Link, *, plain: bool = False) -> str:
        """Returns what a link does to its target; plain after "no longer" of several."""
        return _ROLES[link.stance, self.is_link(link.target)][2 if plain else 1]

    def place(self, link: Link) -> SafeText:
        """Returns `pro under “…”`, or `undercut of the step from …`."""
        word = "of" if self.is_link(link.target) else "under"
        return SafeText(f"{self.role(link.stance, link.target)} {word} {self.of(link.target)}")

    def source(self, ref: str) -> SafeText:
        """Returns a source's author and title."""
        source = self.after.sources.get(ref) or self.before.sources.get(ref)
        if source is None:
            return SafeText(f"“{excerpt(ref)}”, which does not exist")
        name = ", ".join(part for part in (source.author, source.title) if part)
        return excerpt(name or source.url or ref, 2 * self.cells)

    def _claim(self, node: str) -> SafeText:
        """Returns a claim's name, or the bare id of what is none: no step within a step."""
        claim = self.after.claims.get(node) or self.before.claims.get(node)
        return SafeText(f"“{excerpt(node if claim is None else claim.text, self.cells)}”")
