"""The YAML in an Argdown text: data in braces, and front matter between lines of `===`."""

import re
from typing import Any, Final

from debatemap.formats.yaml_input import yaml_of

__all__ = ["data_of", "front_matter_of", "merged"]

_BLOCK_START: Final = re.compile(r"\{[ \t]*\n")
_FRONT_START: Final = re.compile(r"\s*={3,}")
_FRONT_END: Final = re.compile(r"={3,}\s*\Z")


def data_of(image: str, name: str, line: int, indent: int = 0, *, blocks: bool = True) -> Any:  # noqa: ANN401  (any YAML)
    r"""Returns data: YAML in braces, or a block of lines between braces.

    Args:
        image: The braces with what is between them.
        name: The file, for errors.
        line: The line that they begin in.
        indent: How many characters of that line stand in front of them.
        blocks: Whether a first line that only opens the brace begins a block.

    Examples:
        >>> data_of("{source: survey}", "x", 1), data_of("{\n a: 1\n b: 2\n}", "x", 1)
        ({'source': 'survey'}, {'a': 1, 'b': 2})
    """
    start = _BLOCK_START.match(image) if blocks else None
    if start is None:
        return yaml_of(image, name, line, indent)
    return yaml_of(image[start.end() : image.rindex("}")], name, line + 1)


def front_matter_of(image: str, name: str, line: int) -> Any:  # noqa: ANN401  (any YAML)
    """Returns what stands between two lines of `===`."""
    start = _FRONT_START.match(image)
    end = start.end() if start else 0
    inner = _FRONT_END.sub("", image[end:])
    return yaml_of(inner, name, line + image.count("\n", 0, end))


def merged(before: Any, after: Any) -> Any:  # noqa: ANN401  (any YAML)
    """Returns two values put together: keys and places of the second one win.

    Examples:
        >>> merged({"a": [1, 2], "b": {"c": 1}}, {"a": [3], "b": {"d": 2}})
        {'a': [3, 2], 'b': {'c': 1, 'd': 2}}
    """
    # YAML is read within a limit on depth.
    if isinstance(before, dict) and isinstance(after, dict):
        joined = dict(before)
        for key, value in after.items():
            joined[key] = merged(before[key], value) if key in before else value
        return joined
    if isinstance(before, list) and isinstance(after, list):
        pairs = [merged(old, new) for old, new in zip(before, after, strict=False)]
        return [*pairs, *after[len(pairs) :], *before[len(pairs) :]]
    return after
