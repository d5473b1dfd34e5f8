"""Claims of statements, and of arguments that have no premises."""

import re
from typing import Any, Final

from debatemap.core.model import NO_EXTRA
from debatemap.core.text import clean
from debatemap.formats.argdown.argdown_model import Argument, Model, Node
from debatemap.formats.argdown.data_fields import ID, SECTION, STEP, claim_of, cleaned
from debatemap.formats.argdown.named_sources import Sources
from debatemap.formats.argdown.places import Places
from debatemap.formats.assembly import Assembly

__all__ = ["KIND", "PHRASINGS", "Claims"]

KIND: Final = "x-kind"
"""The field of a claim that says that it was an argument."""
PHRASINGS: Final = "x-phrasings"
"""The field of a claim with its other phrasings."""
_INCLUDE: Final = re.compile(r"(?:\s*@include\([^)]+\)\s*)+")


class Claims:
    """The claims of a model, added to an assembly.

    Attributes:
        ids: The id of each claim, by its statement or argument.
    """

    def __init__(self, model: Model, assembly: Assembly, places: Places, *, is_own: bool) -> None:
        self._model, self._assembly, self._places = model, assembly, places
        self._is_own = is_own
        self._sources = Sources(assembly)
        self.ids: dict[Node, str] = {}

    def add(self, auxiliary: set[Node]) -> None:
        """Adds all claims in the order of the text, without those that only serve the writing."""
        nodes = [*self._model.statements.values(), *self._model.arguments.values()]
        claims = [
            (min(member.start for member in node.members), node)
            for node in nodes
            if node.members and node not in auxiliary
            and not (isinstance(node, Argument) and node.steps)
        ]  # fmt: skip
        for start, node in sorted(claims, key=lambda each: each[0]):
            self._add(node, start)

    def _add(self, node: Node, start: int) -> None:
        canonical = node.canonical
        text = clean(canonical.trimmed).strip() if canonical else ""
        if _INCLUDE.fullmatch(text):
            self._assembly.lose("included files", self._places.short(start))
            return
        untitled = node.title in self._model.untitled
        if canonical is None:
            self._assembly.repair(
                "titles that nothing defines", clean(node.title), "read as claims of these words"
            )
        data = {key: value for key, value in (node.data or {}).items() if key != STEP}
        said_id = data.get(ID) if self._is_own else None
        if not self._is_own and isinstance(data.get("author"), str):
            data.setdefault("by", data.pop("author"))
        citations = self._citations(node, data)
        if self._is_own:
            data.pop(ID, None)
        claim = claim_of(text or clean(node.title), node.tags, data, citations)
        extra = {**self._own_extra(node, text), **claim.extra}
        foreign = said_id if isinstance(said_id, str) else "" if untitled else clean(node.title)
        self.ids[node] = self._assembly.add_claim(foreign, claim._replace(extra=extra or NO_EXTRA))

    def _citations(self, node: Node, data: dict[str, Any]) -> list[Any]:
        """Returns the citations of a node, and takes what they say out of its data."""
        cited = data.get("sources")
        if self._is_own and isinstance(cited, list) and all(map(self._is_cited, cited)):
            return [cleaned(each) for each in data.pop("sources")]
        return self._sources.of(node, data)

    def _is_cited(self, cited: Any) -> bool:  # noqa: ANN401  (any YAML)
        return isinstance(cited, dict) and isinstance(cited.get("ref"), str)

    def _own_extra(self, node: Node, text: str) -> dict[str, Any]:
        extra: dict[str, Any] = {}
        if node.section is not None:
            extra[SECTION] = [clean(title) for title in node.section.path]
        if isinstance(node, Argument):
            extra[KIND] = "argument"
        canonical = node.canonical
        others = [
            clean(member.trimmed) for member in node.members
            if not member.is_reference and member is not canonical
        ]  # fmt: skip
        others = [each for each in dict.fromkeys(others) if each and each != text]
        if others:
            extra[PHRASINGS] = others
        return extra
