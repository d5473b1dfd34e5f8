"""Formats of many files: a folder of them, or one archive where one file is asked for."""

from abc import abstractmethod
from collections.abc import Mapping
from io import BytesIO
from typing import ClassVar, Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.formats.format import Format, Verdicts, Written
from debatemap.formats.loss import Loss

__all__ = ["FolderFormat", "WrittenFiles"]

_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""The same for each file, so that the same map makes the same archive."""


class WrittenFiles(NamedTuple):
    """The files of a folder by their names, and what of the debate they do not hold."""

    files: Mapping[str, bytes]
    losses: tuple[Loss, ...] = ()


class FolderFormat(Format):
    """A format whose writer makes a folder of files.

    Names of files are plain: no folders within, nothing that a system would not take.
    """

    is_text: ClassVar[bool] = False
    suffixes: ClassVar[tuple[str, ...]] = (".zip",)

    @abstractmethod
    def write_files(self, debate: Debate, verdicts: Verdicts | None = None) -> WrittenFiles:
        """Writes a debate as files, with strengths and verdicts where they are given."""

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002  (a folder has no first bytes)
        """Tells nothing from first bytes, which are those of any archive."""
        return False

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002  (LF will do)
        """Writes a debate as an archive of the files."""
        return _archived(self.write_files(debate))

    def write_judged(self, debate: Debate, verdicts: Verdicts) -> Written:
        """Writes a debate as an archive, with what its arguments come to."""
        return _archived(self.write_files(debate, verdicts))


def _archived(written: WrittenFiles) -> Written:
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: PLC0415  (names are asked for without it)

    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in written.files.items():
            archive.writestr(ZipInfo(name, _DATE), data, ZIP_DEFLATED)
    return Written(target.getvalue(), written.losses, written.files)
