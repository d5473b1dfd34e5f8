"""The bytes of a file as text or JSON, within the limits, with the line of what is wrong."""

import json
from typing import Any, Final

from debatemap.core.errors import MapError
from debatemap.formats.limits import limits

__all__ = ["at", "json_of", "line_text_of", "text_of"]

_UNTOUCHED: Final = "The file was not touched."
_RECODE: Final = (
    "Save it as UTF-8; `iconv -f WINDOWS-1252 -t UTF-8` makes that of what older programs of"
    f" Windows write. {_UNTOUCHED}"
)
_MARKS: Final = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""How a text begins that some programs of Windows write."""


def at(line: int, column: int = 0) -> str:
    """Returns a place in a text, both counted from 1, for an error.

    Examples:
        >>> at(3, 5), at(3)
        ('line 3, column 5', 'line 3')
    """
    return f"line {line:,}, column {column:,}" if column else f"line {line:,}"


def text_of(data: bytes, name: str) -> str:
    r"""Returns a file as text: UTF-8, with or without a mark, or UTF-16 with one; LF between lines.

    Raises:
        MapError: It is too large, or no such text.

    Examples:
        >>> text_of(b"\xef\xbb\xbfone\r\ntwo", "x")
        'one\ntwo'
    """
    limits().check_size(len(data), name)
    encoding = next((each for mark, each in _MARKS if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problem = f"expected text in UTF-8, found the byte 0x{data[error.start]:02x}"
        raise MapError(name, problem, place=at(line, column), advice=_RECODE) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_text_of(data: bytes, name: str) -> str:
    """Returns a file as text, of which each line may be a value.

    Raises:
        MapError: It is too large, has more lines than values are read, or is no such text.
    """
    text = text_of(data, name)
    limits().check_count(text.count("\n"), name)
    return text


def json_of(data: bytes, name: str) -> Any:  # noqa: ANN401  (any JSON)
    """Returns the JSON of a file.

    Raises:
        MapError: It is too large, holds too much or too deep, or is no JSON.
    """
    import orjson  # noqa: PLC0415  (the names of formats are asked for without it)

    limits().check(data, name)
    text = text_of(data, name)
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise MapError(
            name, f"no JSON: {_reason(text, error)}", place=at(error.lineno, error.colno),
            advice=_UNTOUCHED,
        ) from None  # fmt: skip


def _reason(text: str, error: json.JSONDecodeError) -> str:
    """Returns what is wrong in the words of the standard library, which are the plainer ones."""
    try:
        json.loads(text)
    except json.JSONDecodeError as plain:
        return plain.msg[:1].lower() + plain.msg[1:]
    except RecursionError:
        return "it is nested too deep"
    return error.msg
