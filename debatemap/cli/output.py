"""The way out: data to stdout, words to stderr, and nothing that was not made safe."""

import re
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Final

from debatemap.cli.still_working import clear
from debatemap.core.text import SafeText, safe, safe_line

__all__ = [
    "complain",
    "put",
    "put_export",
    "put_file",
    "put_json",
    "put_lines",
    "say",
    "say_laid_out",
]

_UNSEEN: Final = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_PLAIN: Final = bytes(range(0x7F))
"""The bytes of ASCII; those that a terminal obeys are escaped by whatever writes JSON."""

_TOGETHER: Final = 256
"""Lines that are written at once: a call for each takes longer than to make it."""


def put(line: SafeText) -> None:
    """Prints a line of data."""
    clear()
    sys.stdout.write(f"{line}\n")


def put_lines(lines: Iterable[SafeText]) -> None:
    """Prints many lines of data as they come, some hundreds of them at a time."""
    waiting = iter(lines)
    while together := [*islice(waiting, _TOGETHER)]:
        put(SafeText("\n".join(together)))


def put_json(value: Any) -> None:  # noqa: ANN401  (any JSON)
    """Prints a value as JSON: faithful to the byte, and with nothing that a terminal obeys."""
    import orjson  # noqa: PLC0415  (`--help` must stay light)

    clear()
    # As bytes: JSON is UTF-8 wherever it goes, and a terminal's encoding is no concern of it.
    sys.stdout.buffer.write(_seen(orjson.dumps(value, option=orjson.OPT_INDENT_2)) + b"\n")


def put_file(data: bytes, path: Path | None, *, expected: bytes | None) -> None:
    """Writes a map's bytes to a file, or prints them, every control character of JSON escaped.

    Args:
        data: What a map's file holds.
        path: The file, or None for standard output.
        expected: The fingerprint of what stands there; None for a file that is to be new.

    Raises:
        MapError: The disk refused, or the file is not what was expected any more.
    """
    from debatemap.store.atomic import ABSENT, write_bytes  # noqa: PLC0415  (`--help` must stay light)

    if path is None and not data.startswith(b"{"):
        put_export(data)
        return
    if path is None:
        sys.stdout.buffer.write(_seen(data))
        return
    note = write_bytes(path, data, expected=ABSENT if expected is None else expected)
    if note:
        say(f"{path}: {note}")


def put_export(data: bytes) -> None:
    """Prints a file of any format: to the byte, but on a terminal made safe to look at."""
    if sys.stdout.isatty():
        sys.stdout.write(safe(data.decode("utf-8", "replace")))
    else:
        sys.stdout.buffer.write(data)


def say(words: str) -> None:
    """Tells the user something that is not data, on one line."""
    clear()
    sys.stderr.write(f"{safe_line(words)}\n")


def say_laid_out(line: SafeText) -> None:
    """Tells the user a line that is not data, with the blanks that lay it out."""
    clear()
    sys.stderr.write(f"{line}\n")


def complain(words: str) -> None:
    """Tells the user what went wrong, on one line."""
    clear()
    sys.stderr.write(f"debatemap: {safe_line(words)}\n")


def _seen(data: bytes) -> bytes:
    """Returns JSON with every character escaped that cannot be seen."""
    # Hardly a file has one, and what is not ASCII is soon told from the rest.
    if _UNSEEN.search(data.translate(None, _PLAIN).decode()) is None:
        return data
    return _UNSEEN.sub(_escaped, data.decode()).encode()


def _escaped(match: re.Match[str]) -> str:
    """Returns a character as JSON escapes it: one or two UTF-16 units."""
    units = match.group().encode("utf-16-be").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
