"""What can be wrong with a map's file, in words for the person who has it."""

from pathlib import Path

__all__ = ["MapError", "OutsideChangeError"]


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
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.problem}. {self.advice}".strip()


class OutsideChangeError(MapError):
    """The file is not what it was when it was opened or last saved."""
