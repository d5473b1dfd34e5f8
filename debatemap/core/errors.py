"""What can be wrong with a map's file, in words for the person who has it."""

from pathlib import Path
from typing import Final

from debatemap.core.text import excerpt

__all__ = ["MapError", "OutsideChangeError"]

_LONGEST: Final = 300
"""Cells of a file's name that a sentence shows: what is wrong with it must stay in sight."""


class MapError(Exception):
    """A map cannot be read or written.

    Attributes:
        file: The file, as the user named it.
        place: Where in it: a line, or a path of keys such as
            `claims.3f8k2m9xqz.links.b5t0c8y2hm.to`; empty where it is the whole file.
        problem: What is wrong and what was expected.
        advice: What to do.
    """

    def __init__(
        self, file: Path | str, problem: str, *, place: str = "", advice: str = ""
    ) -> None:
        self.file = str(file)
        self.place = place
        self.problem = problem
        self.advice = advice
        super().__init__(str(self))

    def __str__(self) -> str:
        file = self.file if len(self.file) <= _LONGEST else excerpt(self.file, _LONGEST)
        where = f"{file}, {self.place}" if self.place else file
        return f"{where}: {self.problem}. {self.advice}".strip()


class OutsideChangeError(MapError):
    """The file is not what it was when it was opened or last saved."""
