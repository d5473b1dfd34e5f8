"""What the formats of abstract argumentation have in common."""

from abc import abstractmethod
from typing import ClassVar

from debatemap.core.debate import Debate
from debatemap.formats.abstract.carried import CARRIES
from debatemap.formats.features import Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["FrameworkFormat"]


class FrameworkFormat(Format):
    """A format of arguments that have names alone, and of attacks between them."""

    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    carries: ClassVar[Carries] = CARRIES

    @abstractmethod
    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a framework."""

    @abstractmethod
    def lines(
        self, names: list[str], texts: list[str], attacks: list[tuple[int, int]]
    ) -> list[str]:
        """Returns the lines of a file.

        Args:
            names: The names of the arguments.
            texts: What each says, in one line.
            attacks: Who attacks whom, by their numbers in the list of names.
        """

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is theirs)
        """Writes what a framework can hold: single attacks of one claim on another."""
        from debatemap.core.text import safe_line  # noqa: PLC0415  (light names)
        from debatemap.formats.abstract.abstract_framework import framework_of  # noqa: PLC0415

        made = framework_of(debate)
        numbers = {key: number for number, key in enumerate(made.names)}
        texts: list[str] = [safe_line(debate.claims[key].text) for key in made.names]
        attacks = [(numbers[start], numbers[end]) for start, end in made.attacks]
        lines = self.lines(list(made.names.values()), texts, attacks)
        return Written("".join(f"{line}\n" for line in lines).encode(), made.losses)
