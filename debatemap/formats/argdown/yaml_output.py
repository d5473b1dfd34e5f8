"""YAML on one line, which every reader takes, and the rule for data in braces as well."""

import json
import re
from typing import Any, Final

__all__ = ["in_braces", "one_line"]

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[ -][A-Za-z0-9_]+)*")
_WORDS: Final = frozenset(
    [
        "true",
        "false",
        "null",
        "yes",
        "no",
        "on",
        "off",
        "y",
        "n",
        "nan",
        "inf",
    ]  # Some of them are values to some readers.
)
_UNFIT: Final = re.compile("[\x7f-\x9f\u00ad\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff}]|==+")
"""What YAML folds or refuses, and what would end the data or the front matter."""


def one_line(value: Any) -> str:  # noqa: ANN401  (any JSON)
    r"""Returns a value as YAML on one line.

    Examples:
        >>> one_line({"source": "survey-2024", "pages": [1, 2.5], "quote": "a } b", "x": "yes"})
        '{source: survey-2024, pages: [1, 2.5], quote: "a \\u007d b", x: "yes"}'
    """
    # It calls itself for what is nested, which a map's file is only within the limit on depth.
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)}: {one_line(value[key])}" for key in value) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(one_line, value)) + "]"
    return _text(value) if isinstance(value, str) else json.dumps(value)


def in_braces(data: dict[str, Any]) -> str:
    """Returns data in braces with a blank in front; empty where there is none."""
    return " " + one_line(data) if data else ""


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return _UNFIT.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(sign):04x}" for sign in found[0])
