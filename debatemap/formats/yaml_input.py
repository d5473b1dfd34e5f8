"""YAML within the limits, with line and column in errors; without aliases, tags or Python objects.

An alias lets a few hundred bytes grow to as many megabytes, so that none is taken. Plain values are
read by the core schema of YAML 1.2: `yes` and dates stay text.
"""

import math
import re
from collections.abc import Iterator
from typing import Any, Final, Protocol

from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.limits import limits
from debatemap.formats.text_input import at

__all__ = ["yaml_of"]

_UNTOUCHED: Final = "The file was not touched."
_WORDS: Final[dict[str, bool | None]] = {
    "": None, "~": None, **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}  # fmt: skip
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,20}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}")
_LOWEST, _HIGHEST = -(2**63), 2**64 - 1
"""The whole numbers that a map can hold; others stay text, as do fractions out of range."""
_FRACTION: Final = re.compile(
    r"(?=.*[.eE])[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?"
)
_LONGEST: Final = 400
"""Digits of a fraction."""
_OF_CORE: Final = frozenset(
    f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "bool", "int", "float", "map", "seq")
)


def yaml_of(text: str, name: str, line: int = 1, indent: int = 0) -> Any:  # noqa: ANN401  (any YAML)
    """Returns what a text says in YAML: dictionaries by string, lists, and plain values.

    Args:
        text: One document.
        name: The file, for errors.
        line: The line of the file that the text begins in.
        indent: How many characters of that line stand in front of it.

    Raises:
        MapError: It is no YAML, or holds an alias, a tag of its own, a key twice, or too much.

    Examples:
        >>> yaml_of("{source: survey, pages: [1, 2.5], 3: yes}", "x")
        {'source': 'survey', 'pages': [1, 2.5], '3': 'yes'}
    """
    import yaml  # noqa: PLC0415  (the names of formats are asked for without it)

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(name, line, indent).build(yaml.parse(text, Loader=loader))
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        column = len(before) - before.rfind("\n")
        breaks = before.count("\n")
        place = at(line + breaks, column + (0 if breaks else indent))
        problem = f"no YAML: the character {error.character!a} is not allowed"
        raise MapError(name, problem, place=place, advice=_UNTOUCHED) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = f"no YAML: {excerpt(error.problem or error.context or 'it breaks off', 120)}"
        raise _error(name, (line, indent), mark, problem) from None
    except UnicodeEncodeError:
        problem = "no YAML: half a character of two parts"
        raise MapError(name, problem, place=at(line), advice=_UNTOUCHED) from None


class _Mark(Protocol):
    """A place in the text, both counted from 0."""

    line: int
    column: int


class _Builder:
    """Values that are put together from the events of a parser, without recursion."""

    def __init__(self, name: str, line: int, indent: int) -> None:
        self._name, self._origin, self._count = name, (line, indent), 0
        self._open: list[dict[str, Any] | list[Any]] = []
        self._keys: list[str | None] = []
        """For each value that is open: its key that still lacks a value, if it has keys."""
        self._whole: list[Any] = []

    def build(self, events: Iterator[Any]) -> Any:  # noqa: ANN401  (any YAML)
        import yaml  # noqa: PLC0415  (as above)

        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._add(self._plain(event), event.start_mark)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._begin({} if isinstance(event, yaml.MappingStartEvent) else [], event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._open.pop()
                self._keys.pop()
            elif isinstance(event, yaml.AliasEvent):
                problem = f"the alias *{excerpt(event.anchor or '')} is not followed"
                raise _error(self._name, self._origin, event.start_mark, problem)
            elif isinstance(event, yaml.DocumentStartEvent) and self._whole:
                problem = "expected one document, found a second one"
                raise _error(self._name, self._origin, event.start_mark, problem)
        return self._whole[0] if self._whole else None

    def _begin(self, value: dict[str, Any] | list[Any], event: Any) -> None:  # noqa: ANN401  (an event)
        self._check_tag(event)
        depth = limits().depth
        if len(self._open) >= depth:
            problem = f"it is nested in more than {depth} objects and lists"
            raise _error(self._name, self._origin, event.start_mark, problem)
        self._add(value, event.start_mark)
        self._open.append(value)
        self._keys.append(None)

    def _add(self, value: Any, mark: _Mark | None) -> None:  # noqa: ANN401  (any YAML)
        self._count += 1
        limits().check_count(self._count, self._name)
        holder = self._open[-1] if self._open else self._whole
        if isinstance(holder, list):
            holder.append(value)
            return
        key = self._keys[-1]
        if key is not None:
            holder[key], self._keys[-1] = value, None
            return
        if isinstance(value, (dict, list)):
            raise _error(self._name, self._origin, mark, "expected a word as a key, found a list")
        key = _key(value)
        if key in holder:
            problem = f"the key {excerpt(key)} is there twice"
            raise _error(self._name, self._origin, mark, problem)
        self._keys[-1] = key

    def _check_tag(self, event: Any) -> None:  # noqa: ANN401  (an event)
        tag = event.tag
        if tag and tag != "!" and tag not in _OF_CORE:
            problem = f"the tag {excerpt(tag)} is not known"
            raise _error(self._name, self._origin, event.start_mark, problem)

    def _plain(self, event: Any) -> Any:  # noqa: ANN401  (any YAML; an event)
        self._check_tag(event)
        text: str = event.value
        if not event.implicit[0] or event.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.fullmatch(text):
            number = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
            return number if _LOWEST <= number <= _HIGHEST else text
        if len(text) > _LONGEST or not _FRACTION.fullmatch(text):
            return text
        return float(text) if math.isfinite(float(text)) else text


def _key(value: Any) -> str:  # noqa: ANN401  (any plain value)
    if isinstance(value, str):
        return value
    return "null" if value is None else str(value).lower()


def _error(name: str, origin: tuple[int, int], mark: _Mark | None, problem: str) -> MapError:
    line, indent = origin
    place = at(line)
    if mark is not None:
        place = at(line + mark.line, mark.column + 1 + (0 if mark.line else indent))
    return MapError(name, problem, place=place, advice=_UNTOUCHED)
