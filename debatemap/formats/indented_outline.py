"""Plain indented lines: `+` and `-` for pros and cons, two blanks a level, notes behind `>`.

Undercuts have the sign `⊣`, further joint premises `&`; a claim that stands in a second place
is an arrow and its words. What people write by hand is read too: see `indented/`.
"""

from typing import ClassVar

from debatemap.core.debate import Debate
from debatemap.formats.features import CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["Outline"]


class Outline(Format):
    """Indented lines."""

    name: ClassVar[str] = "outline"
    title: ClassVar[str] = "plain outline"
    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".outline")
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = Carries(
        undercuts=CARRIED,
        joint_premises=CARRIED,
        reuse=CARRIED,
        loops=CARRIED,
        unplaced="became theses",
        question=CARRIED,
        notes=CARRIED,
    )

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002  (any text is one)
        """Tells that no file is known for one, as any text is: only its name says it."""
        return False

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads indented lines."""
        from debatemap.formats.outline_lines import read_lines  # noqa: PLC0415  (names of formats are asked for without it)

        progress("reading")
        return read_lines(data, name)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:
        """Writes indented lines."""
        from debatemap.formats.outline_lines import write_lines  # noqa: PLC0415  (as above)

        return write_lines(debate, self.carries, crlf=crlf)
