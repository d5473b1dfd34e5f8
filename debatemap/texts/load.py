"""The text of a source, read as what it is, and the places in it that a citation can name."""

import codecs
import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Final

from debatemap.core.errors import MapError
from debatemap.core.model import SourceText
from debatemap.core.source_text import kind_of
from debatemap.texts.headings import headings_of
from debatemap.texts.html_text import DEEPEST, TooDeepError, text_of_html
from debatemap.texts.inside_file import read_inside
from debatemap.texts.markdown_markup import markup_of
from debatemap.texts.text_index import TextIndex
from debatemap.texts.transcript import cues_of

__all__ = ["LoadedText", "decoded", "load_text", "read_as"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END: Final = re.compile(r"\n|\r(?!\n)")
_CHARSET: Final = re.compile(
    rb"(?:<meta[^>]{0,200}charset|^<\?xml[^>]{0,80}encoding)=[\"']?\s*([\w-]{1,40})", re.IGNORECASE
)


class LoadedText:
    """The text of a source. Offsets count its characters.

    Attributes:
        text: The words; of a web page those that are seen, of a transcript those that are said.
        kind: What it was read as: plain, markdown, html, srt or vtt.
        marks: Where each part begins that has a name, in order: a heading, or a time.
        has_changed: Whether the file is another one than when the source was given its text.
        sha256: Of the file's bytes, in hexadecimal digits; empty for what the map keeps.
    """

    def __init__(
        self,
        text: str,
        kind: str = "plain",
        marks: Sequence[tuple[int, str]] = (),
        *,
        sha256: str = "",
        has_changed: bool = False,
    ) -> None:
        self.text = text
        self.kind = kind
        self.marks = tuple(marks)
        self.sha256 = sha256
        self.has_changed = has_changed

    @cached_property
    def index(self) -> TextIndex:
        """The text's words, in which quotes are found; made when it is first asked for."""
        return TextIndex(self.text, markup_of(self.text) if self.kind == "markdown" else ())

    @cached_property
    def _line_starts(self) -> "array[int]":
        return array("q", [0, *(match.end() for match in _LINE_END.finditer(self.text))])

    def line_at(self, offset: int) -> int:
        """Returns the number of the line in which an offset is, the first being 1."""
        return bisect_right(self._line_starts, offset)

    @property
    def is_transcript(self) -> bool:
        """Whether its parts are times."""
        return self.kind in ("srt", "vtt")

    def mark_at(self, offset: int) -> str:
        """Returns the name of the part in which an offset is; empty before the first one."""
        at = bisect_right(self.marks, (offset, "\U0010ffff"))
        return self.marks[at - 1][1] if at else ""


def load_text(text: SourceText, folder: Path | None) -> LoadedText:
    """Reads the text of a source.

    Args:
        text: Where it is.
        folder: The map's folder; None for a map without one, whose files are out of reach.

    Raises:
        MapError: It cannot be read, or is no text.
    """
    kind = kind_of(text)
    if not text.file:
        return read_as(kind, text.kept, "the text in the map")
    if folder is None:
        problem = "it stands beside the map’s file, and the map has none"
        raise MapError(text.file, problem, advice="Save the map in a file.")
    data = read_inside(folder, text.file)
    digest = sha256(data).hexdigest()
    path = folder / text.file
    read = read_as(kind, decoded(data, path, kind), path)
    read.sha256, read.has_changed = digest, bool(text.sha256) and digest != text.sha256
    return read


def read_as(kind: str, content: str, file: Path | str = "the text") -> LoadedText:
    """Returns the text in the content of a file.

    Args:
        kind: What it is: plain, markdown, html, srt or vtt.
        content: What the file holds.
        file: What to call it.

    Raises:
        MapError: It is a page whose elements are too deep within each other.
    """
    if kind == "html":
        page = _page(content, file)
        return LoadedText(page, kind, headings_of(page))
    if kind in ("srt", "vtt"):
        return _transcript(kind, content)
    return LoadedText(content, kind, headings_of(content))


def _page(content: str, file: Path | str) -> str:
    try:
        return text_of_html(content)
    except TooDeepError:
        problem = (
            f"more than {DEEPEST:,} of its elements are open at once, and no such page is read"
        )
        raise MapError(file, problem, advice="Save it as plain text.") from None


def _transcript(kind: str, content: str) -> LoadedText:
    parts, marks, offset = [], [], 0
    for cue in cues_of(content):
        marks.append((offset, cue.time))
        parts.append(f"{cue.words}\n")
        offset += len(parts[-1])
    return LoadedText("".join(parts), kind, marks)


def decoded(data: bytes, path: Path, kind: str = "plain") -> str:
    """Returns the content of a file of text: UTF-8, or what its first bytes or its head say.

    Raises:
        MapError: It is no text, or in an encoding that is not said.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data:
        raise MapError(path, "it is no text: it holds bytes that no text has")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        said = _CHARSET.search(data[:4096]) if kind == "html" else None
        if said is not None:
            try:
                return data.decode(said.group(1).decode(), "replace")
            except (LookupError, UnicodeError):
                pass
        problem = f"it is no text in UTF-8: byte {error.start:,} is none of it"
        advice = "Save it as UTF-8."
        raise MapError(path, problem, advice=advice) from None
