"""The YAML of Carneades 4: statements, arguments for them, undercutters, issues and assumptions.

An argument for `¬p`, where that is no statement of its own, is one against `p`; one for `¬app(a)`
is an undercut of the argument `a`. Roles of premises, schemes and weights are kept with the link;
issues, argument schemes, the language and tests beside the map.

The format: https://github.com/carneades/carneades-4.
"""

import re
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Carneades"]

_PART: Final = re.compile(
    rb"^(?:statements|arguments|argument_schemes|issue_schemes|assumptions|issues) *:", re.MULTILINE
)
_INNER: Final = re.compile(rb"^ +(?:conclusion|premises|undercutter|positions) *:", re.MULTILINE)
_PREDICATE: Final = re.compile(rb"^ +[A-Za-z_]+/[0-9]+ *:", re.MULTILINE)


class Carneades(Format):
    """YAML of Carneades 4."""

    name: ClassVar[str] = "carneades"
    title: ClassVar[str] = "Carneades YAML"
    suffixes: ClassVar[tuple[str, ...]] = (".yml", ".yaml")
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED, joint_premises=CARRIED, reuse=CARRIED, loops=CARRIED, unplaced=CARRIED,
        theses="read as what leads nowhere", notes=CARRIED, tags=CARRIED, authors=CARRIED,
        dates=CARRIED, ids=CARRIED,
    )  # fmt: skip

    def sniff(self, head: bytes) -> bool:
        """Tells whether a file has the parts of a Carneades file at its first level."""
        parts = len({found.group() for found in _PART.finditer(head)})
        is_yaml = not head.lstrip().startswith((b"{", b"[", b"<"))
        return is_yaml and (parts > 1 or bool(parts and _INNER.search(head)) or _is_language(head))

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads statements and arguments."""
        from debatemap.formats.carneades.reader import read_carneades  # noqa: PLC0415  (light names)

        return read_carneades(data, name, progress)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is YAML's)
        """Writes statements and arguments."""
        from debatemap.formats.carneades.writer import write_carneades  # noqa: PLC0415  (as above)

        return write_carneades(debate, self.carries)


def _is_language(head: bytes) -> bool:
    return re.search(rb"^language *:", head, re.MULTILINE) is not None and (
        _PREDICATE.search(head) is not None
    )
