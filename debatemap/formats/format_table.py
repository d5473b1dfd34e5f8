"""The table of formats: which there are, and what becomes of each feature of a map in them."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from debatemap.formats.features import CARRIED, FEATURES, LOST, Carries
from debatemap.formats.format import Format
from debatemap.formats.registry import format_named, names

__all__ = ["cells_of", "features", "formats_in_table", "markdown_table"]

_SHORT: Final = {CARRIED: "carried", LOST: "lost"}


def formats_in_table() -> list[Format]:
    """Returns the formats, in the order of the registry."""
    return [format_named(name) for name in names()]


def features() -> list[str]:
    """Returns the names of the features, in the order of the table.

    Examples:
        >>> features()[:3]
        ['claims', 'links', 'undercuts']
    """
    return [FEATURES[field.name][0] for field in fields(Carries)]


def cells_of(chosen: Format) -> list[str]:
    """Returns what becomes of each feature in a format: carried, lost, or what it becomes."""
    if chosen.carries is None:
        return ["not declared" for _ in fields(Carries)]
    said = [getattr(chosen.carries, field.name) for field in fields(Carries)]
    return [_SHORT.get(each, each) for each in said]


def markdown_table() -> str:
    """Returns the table in Markdown: a row a feature, a column a format that is written."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    chosen = formats_in_table()
    yield "| format | name | read | written | a map is saved in it |"
    yield "|---|---|---|---|---|"
    for each in chosen:
        marks = (_yes(each.reads), _yes(each.writes), _yes(each.is_lossless))
        yield f"| {each.title} | `{each.name}` | {' | '.join(marks)} |"
    yield ""
    yield "| format | carried | carried with a change | lost and reported |"
    yield "|---|---|---|---|"
    for each in (each for each in chosen if each.writes):
        yield f"| `{each.name}` | {' | '.join(_columns(each))} |"


def _columns(chosen: Format) -> Iterator[str]:
    """Yields what a format carries, carries with a change, and loses."""
    pairs = list(zip(features(), cells_of(chosen), strict=True))
    carried = [feature for feature, cell in pairs if cell == "carried"]
    lost = [feature for feature, cell in pairs if cell == "lost"]
    yield "all" if len(carried) == len(pairs) else ", ".join(carried)
    changed = ((feature, cell) for feature, cell in pairs if cell not in _SHORT.values())
    yield "; ".join(f"{feature} {cell}" for feature, cell in changed)
    yield ", ".join(lost)


def _yes(it: bool) -> str:  # noqa: FBT001  (it is the value itself)
    return "yes" if it else ""
