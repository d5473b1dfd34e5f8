"""Standard output and standard error as streams that take any text, whatever the terminal shows."""

import codecs
import io
from typing import Final, TextIO

from debatemap.core.glyphs import Glyphs, are_plain, encoding_of, plain

__all__ = ["prepared"]

_ERRORS: Final = "debatemap.plain"


def prepared(stream: TextIO, setting: Glyphs) -> TextIO:
    r"""Returns a stream that takes any text, and writes signs as the terminal can show them.

    What the encoding lacks is written as an escape, such as `\xe9`.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    # An encoding that has some of the signs keeps them: only what it lacks is replaced.
    if are_plain(setting, "utf-8", terminal=stream.isatty()):
        encoding = encoding_of(stream.encoding)
        lines = stream.line_buffering
        stream.flush()
        return _PlainStream(stream.buffer, encoding=encoding, errors=_ERRORS, line_buffering=lines)
    stream.reconfigure(errors=_ERRORS)
    return stream


class _PlainStream(io.TextIOWrapper):
    """A text stream whose signs are ASCII."""

    def write(self, text: str, /) -> int:
        """Writes text, and returns its length as it was."""
        super().write(plain(text))
        return len(text)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """Returns what is written in place of what the encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_written, lacking)), error.end


def _written(character: str) -> str:
    sign = plain(character)
    return sign if sign.isascii() else character.encode("ascii", "backslashreplace").decode()


codecs.register_error(_ERRORS, _replaced)
