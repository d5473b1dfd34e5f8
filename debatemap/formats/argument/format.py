"""What the formats that are graphs of claims and scheme nodes have in common."""

import re
from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar, Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.formats.argument.head import Shape, shape_of
from debatemap.formats.argument.own_names import AS, OWN
from debatemap.formats.features import ALL_CARRIED, Carries
from debatemap.formats.format import Format, Imported, Progress, Written

__all__ = ["ArgumentFormat"]

_ID: Final = re.compile(
    rb'"debatemap\\?"\s*:\s*"?\{.{0,90}?"map\\?"\s*:\s*\{\s*\\?"id\\?"\s*:\s*\\?"'
    rb"([A-Za-z0-9_-]{1,64})",
    re.DOTALL,
)
"""Where a map's id stands in what this program writes for itself."""
_NO_PROGRESS: Final[Progress] = lambda _: None  # noqa: E731  (a function with a type)


class ArgumentFormat(Format):
    """A format in JSON whose files keep what it has no place for under a key of our own."""

    suffixes: ClassVar[tuple[str, ...]] = (".json",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True
    is_lossless: ClassVar[bool] = True
    carries: ClassVar[Carries] = ALL_CARRIED

    @abstractmethod
    def has_shape(self, shape: Shape) -> bool:
        """Tells whether a file that begins so has this format."""

    def sniff(self, head: bytes) -> bool:
        """Tells by the keys of a file's first bytes whether it has this format."""
        shape = shape_of(head)
        own = shape.words.get(f"{OWN}.{AS}") or shape.words.get(f"metadata.{OWN}.{AS}")
        return self.name in own if own else self.has_shape(shape)

    def map_id(self, head: bytes) -> str:
        """Returns the id of a map that this program wrote."""
        found = _ID.search(head)
        return found[1].decode("ascii") if found else ""

    @abstractmethod
    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        """Reads a file: one that this program wrote, or another's."""

    @abstractmethod
    def written(self, debate: Debate) -> bytes:
        """Returns the bytes of a debate's file."""

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF is JSON's)
        """Writes a debate; nothing is lost."""
        return Written(self.written(debate))

    def writer(self, debate: Debate, *, crlf: bool = False) -> Callable[[], bytes]:  # noqa: ARG002
        """Returns a function that writes the debate as it is now, and reads it back."""
        now = debate if debate.is_snapshot else debate.snapshot()

        def write() -> bytes:
            data = self.written(now)
            again = self.read(data, "the map", _NO_PROGRESS)
            if again.losses or again.debate.tables() != now.tables():
                problem = f"it cannot be written as {self.title} so that it reads back the same"
                raise MapError("the map", problem, advice="Save it as JSON.")
            return data

        return write
