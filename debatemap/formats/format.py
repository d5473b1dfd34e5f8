"""What a file format is to the program: a name, how to know its files, a reader, a writer.

A format counts what it cannot carry. Whoever reads or writes passes that on, so that nothing is
lost silently.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Stance
from debatemap.core.text import SafeText
from debatemap.formats.features import Carries
from debatemap.formats.loss import Loss, loss_lines

__all__ = ["Format", "Imported", "Progress", "Verdicts", "Written"]

Progress = Callable[[str], None]
"""Is called with the name of each stage of reading as it begins; it may raise to stop."""


class Imported(NamedTuple):
    """A debate that was read, and what of its file it does not hold.

    Attributes:
        debate: The debate.
        losses: What was not carried over.
        repairs: What was wrong in the file, and what it was read as.
        newer: What a newer version of the program wrote the file in, such as "version 2 of the
            format"; empty where this version can write it.
        is_foreign: Whether another program laid the file out, so that a save would replace it by
            a file of another layout.
        crlf: Whether the lines of the file end in CR LF, as far as the format keeps that.
        stances: What the file says of claims at the top, for a claim that they are put under.
    """

    debate: Debate
    losses: tuple[Loss, ...] = ()
    newer: str = ""
    is_foreign: bool = False
    crlf: bool = False
    repairs: tuple[Loss, ...] = ()
    stances: Mapping[str, Stance] = MappingProxyType({})


class Verdicts(NamedTuple):
    """What the arguments come to, for formats that show it.

    Attributes:
        strengths: The strength of each claim and link, 0 to 1, by id.
        sentences: The verdict of each thesis in words, by id.
        basis: Whose ratings and which method they rest on, in words.
        turning: What would turn the verdict of each thesis, in words, by id.
        ends: Within what the strength of a thesis would lie by what people might hold, by id.
        odds: Which way the verdict on a thesis falls by that, in a sentence, by id.
    """

    strengths: Mapping[str, float]
    sentences: Mapping[str, SafeText]
    basis: SafeText = SafeText("")
    turning: Mapping[str, SafeText] = MappingProxyType({})
    ends: Mapping[str, tuple[float, float]] = MappingProxyType({})
    odds: Mapping[str, SafeText] = MappingProxyType({})


class Written(NamedTuple):
    """The bytes of a file, and what of the debate they do not hold.

    Attributes:
        data: The file.
        losses: What is not in it.
        files: The files of a folder by their names, where the format makes one; `data` is then an
            archive of them.
    """

    data: bytes
    losses: tuple[Loss, ...] = ()
    files: Mapping[str, bytes] = MappingProxyType({})


class Format(ABC):
    """A file format, with a reader, a writer, or both.

    Another package adds one by an entry point of the group `debatemap.formats`, named as the
    format, that names a class like this one which takes no arguments.

    Attributes:
        name: What the command line calls it, in lower case.
        title: What it is, for people.
        suffixes: How its files' names end, in lower case; the first is for new ones.
        reads: Whether it has a reader.
        writes: Whether it has a writer.
        is_lossless: Whether any debate that is written can be read back as an equal one; only then
            is a map saved in the format.
        is_text: Whether its files are text, which a terminal can show.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]
    reads: ClassVar[bool] = False
    writes: ClassVar[bool] = False
    is_lossless: ClassVar[bool] = False
    carries: ClassVar[Carries | None] = None
    shows_verdicts: ClassVar[bool] = False
    is_text: ClassVar[bool] = True

    @abstractmethod
    def sniff(self, head: bytes) -> bool:
        """Tells from a file's first bytes whether it has this format, whatever its name is."""

    def has_crlf(self, data: bytes) -> bool:  # noqa: ARG002  (a reader's)
        """Tells whether a file's lines end in CR LF, where the format keeps that."""
        return False

    def map_id(self, head: bytes) -> str:  # noqa: ARG002  (a reader's)
        """Returns the id of the map from a file's first bytes; empty where it is not there.

        Only a file that this program wrote has one, which tells it from those of others.
        """
        return ""

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:  # noqa: ARG002  (a reader's)
        """Reads a file.

        Args:
            data: Its bytes, which may come from anybody.
            name: What to call it in an error.
            progress: Is told of each stage.

        Raises:
            MapError: It is no such file, with the place and the reason.
        """
        raise MapError(name, f"{self.title} can be written and not be read")

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (a writer's)
        """Writes a debate.

        Args:
            debate: What to write.
            crlf: Whether lines end in CR LF, where the format keeps that.

        Raises:
            MapError: The format has no writer.
        """
        raise MapError(debate.header.title or "the map", f"{self.title} can be read, not written")

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:  # noqa: ARG002  (a writer's)
        """Writes a debate with what its arguments come to."""
        return self.write(debate)

    def writer(self, debate: Debate, *, crlf: bool = False) -> Callable[[], bytes]:
        """Returns a function that writes the debate as it is now, to be run in any thread.

        The function raises a MapError where the file would not hold the whole debate.
        """
        now = debate if debate.is_snapshot else debate.snapshot()

        def write() -> bytes:
            written = self.write(now, crlf=crlf)
            if written.losses:
                lines = "; ".join(loss_lines(written.losses))
                problem = f"{self.title} cannot hold the whole map: {lines}"
                raise MapError("the map", problem, advice="Save it as JSON.")
            return written.data

        return write
