"""Check a file, and mend it where that is wanted."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from debatemap.check.file import faults, unreadable
from debatemap.check.lint import Finding, Lint
from debatemap.check.lints import inspect, mend
from debatemap.check.quotes import quote_findings
from debatemap.core.errors import MapError
from debatemap.store.atomic import read_bytes
from debatemap.store.stream_input import input_name, is_stream, read_input
from debatemap.workspace.session import Session, open_session

__all__ = ["Report", "examine"]


class Report(NamedTuple):
    """What came of one file."""

    file: str
    findings: list[tuple[Lint, Finding]]
    """What is wrong with it, after it was mended."""
    mended: str = ""
    refused: str = ""
    """Why what could be mended was not."""
    unkept: str = ""
    """Why no copy is kept of the file as it was."""

    @property
    def fails(self) -> bool:
        """Whether anything was found that is more than a warning."""
        return any(not lint.is_warning for lint, _ in self.findings)

    @property
    def is_unreadable(self) -> bool:
        """Whether the file is no map that could be checked."""
        return any(lint is unreadable for lint, _ in self.findings)


def examine(path: Path, *, fix: bool = False, without: Collection[str] = ()) -> Report:
    """Checks a file; no file can make it raise.

    Args:
        path: The file.
        fix: Whether to mend what is safe to mend, and to save that.
        without: Codes to leave out.
    """
    name = input_name(path)
    try:
        content = read_input(path) if is_stream(path) else None
        session = open_session(path, content=content)
    except MapError as error:
        return Report(name, _faults(path, error))
    mended, refused = _mend(session, without) if fix else ("", "")
    folder = None if is_stream(path) else path.absolute().parent
    findings = [
        *inspect(session.debate, without=without),
        *(each for each in quote_findings(session.debate, folder) if each[0].code not in without),
    ]
    return Report(name, findings, mended, refused, session.unkept)


def _faults(path: Path, error: MapError) -> list[tuple[Lint, Finding]]:
    try:
        # What came through a pipe is gone; the error says the first that is wrong.
        return faults(error, b"" if is_stream(path) else read_bytes(path))
    except MapError:
        return faults(error, b"")


def _mend(session: Session, without: Collection[str]) -> tuple[str, str]:
    """Mends a map and saves it; returns what was mended, and why nothing was."""
    change = mend(session.debate, without=without)
    if not change:
        return "", ""
    if session.read_only:
        return "", session.read_only
    session.do(change)
    try:
        session.save()
    except MapError as error:
        session.undo()
        return "", str(error)
    return change.said, ""
