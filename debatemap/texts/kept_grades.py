"""The grades of a map's quotes from one edit to the next: only what has changed is done again.

A value that is never changed, so that it can be made anew in a thread while it is read.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from debatemap.core.errors import MapError
from debatemap.core.model import Citation, Source, SourceText
from debatemap.texts.grading import Grading, graded
from debatemap.texts.load import LoadedText, load_text

__all__ = ["KeptGrades", "grades_now", "stamp_of"]

_Words = tuple[str, str, str]
"""Of a citation: the id of its source, its quote and its place."""
_Stamp = tuple[int, ...]


class _Read(NamedTuple):
    """A text as it was read, and what its file was like then."""

    text: SourceText
    stamp: _Stamp
    loaded: LoadedText | None
    problem: str


class KeptGrades(NamedTuple):
    """The texts of a map's sources, and what they say of its quotes.

    Attributes:
        read: What was read of each source that has a text, by its id.
        by_words: The grade of each quote, by its source, its words and its place.
    """

    read: Mapping[str, _Read] = {}
    by_words: Mapping[_Words, Grading] = {}

    def text_of(self, source: str) -> LoadedText | None:
        """Returns the text of a source, where it could be read."""
        read = self.read.get(source)
        return read.loaded if read is not None else None

    def problem_of(self, source: str) -> str:
        """Returns why the text of a source cannot be read; empty where it was, or there is none."""
        read = self.read.get(source)
        return read.problem if read is not None else ""

    def is_outdated(self, source: str, folder: Path | None) -> bool:
        """Tells whether the file of a source's text was written since it was read."""
        read = self.read.get(source)
        return read is not None and read.stamp != stamp_of(read.text, folder)

    def of(self, cited: Citation) -> Grading | None:
        """Returns the grade of a citation's quote; None where it has none, or it is not known."""
        return self.by_words.get(cited[:3])


def grades_now(
    before: KeptGrades,
    sources: Mapping[str, Source],
    cited: Iterable[Citation],
    folder: Path | None,
) -> KeptGrades:
    """Returns the grades of these quotes; what is known of the same words stays.

    A text is read again where the source names another one, or its file was written since.

    Args:
        before: What is known.
        sources: The sources of the map, by id.
        cited: The citations of its claims.
        folder: Its folder; None for a map without one.
    """
    read: dict[str, _Read] = {}
    for key, source in sources.items():
        if source.text is not None:
            read[key] = _read(source.text, folder, before.read.get(key))
    by_words: dict[_Words, Grading] = {}
    for each in cited:
        words = each[:3]
        now = read.get(each.ref)
        if now is None or now.loaded is None or words in by_words or not each.quote.strip():
            continue
        known = before.by_words.get(words) if before.read.get(each.ref) is now else None
        by_words[words] = known or graded(now.loaded, each)
    return KeptGrades(read, by_words)


def _read(text: SourceText, folder: Path | None, before: _Read | None) -> _Read:
    stamp = stamp_of(text, folder)
    if before is not None and before.text == text and before.stamp == stamp:
        return before
    try:
        return _Read(text, stamp, load_text(text, folder), "")
    except MapError as error:
        return _Read(text, stamp, None, f"{error.problem}. {error.advice}".strip())


def stamp_of(text: SourceText, folder: Path | None) -> _Stamp:
    """Returns what changes whenever the file of a text is written; nothing for a kept one."""
    if not text.file or folder is None:
        return ()
    try:
        found = os.stat(folder / text.file, follow_symlinks=False)  # noqa: PTH116  (no link)
    except (OSError, ValueError):
        return (-1,)
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
