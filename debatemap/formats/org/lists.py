"""Plain lists of an Org file as claims."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from debatemap.core.model import Claim, Stance
from debatemap.formats.text_input import at
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.stance_words import marked

__all__ = ["Listed", "list_nodes", "signs_in"]

_ITEM: Final = re.compile(r"([ \t]*)([-+*]|\d{1,9}[.)])[ \t]+(\[[ Xx-]\][ \t]+)?(.*\S)[ \t]*")
_TAB: Final = 8
_SIGNS: Final[dict[str, Stance]] = {"+": "supports", "-": "attacks"}


class Listed(NamedTuple):
    """The items of lists, and the lines around them.

    Attributes:
        nodes: The items, those at the top without a parent.
        rest: The lines that are none of an item.
        mixed: Lines that are indented by tabs and spaces.
        boxes: Lines with a box of a task.
        bare: Lines whose bullets `+` and `-` are not read as signs, though both are used.
    """

    nodes: list[TreeNode]
    rest: list[tuple[int, str]]
    mixed: list[int]
    boxes: list[int]
    bare: list[int]


def signs_in(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Stance]]:
    """Yields how deep each item with `+` or `-` stands in its list, and what the bullet may say."""
    opened: list[int] = []
    for _, line in lines:
        found, column = _item(line), _column(line)
        while opened and line.strip() and opened[-1] >= column:
            opened.pop()
        if found is not None:
            if found[2] in _SIGNS:
                yield len(opened), _SIGNS[found[2]]
            opened.append(column)


def list_nodes(
    lines: Sequence[tuple[int, str]], *, is_asked: bool, reads_signs: bool = True
) -> Listed:
    """Returns the items of the lists in some lines.

    A bullet is a sign where both `+` and `-` are used, unless they only tell levels apart.

    Args:
        lines: The lines with their numbers.
        is_asked: Whether any list holds claims; else one does whose items say for or against.
        reads_signs: Whether bullets may be signs.
    """
    items = {number: found for number, line in lines if (found := _item(line))}
    bullets = {found[2] for found in items.values()}
    has_both = {"+", "-"} <= bullets
    has_signs = has_both and reads_signs
    bare = [n for n, x in items.items() if x[2] in _SIGNS and not marked(x[4]).stance]
    bare = bare if has_both and not reads_signs else []
    if not items or not (is_asked or has_signs or any(marked(x[4]).stance for x in items.values())):
        return Listed([], list(lines), [], [], bare)
    nodes: list[TreeNode] = []
    rest: list[tuple[int, str]] = []
    opened: list[tuple[int, int]] = []
    mixed: list[int] = []
    for number, line in lines:
        found = items.get(number)
        column = _column(line)
        if found is not None:
            if " " in found[1] and "\t" in found[1]:
                mixed.append(number)
            while opened and opened[-1][0] >= column:
                opened.pop()
            said = marked(found[4])
            sign = _SIGNS.get(found[2]) if has_signs and not said.stance else None
            nodes.append(
                TreeNode(
                    Claim(said.text),
                    opened[-1][1] if opened else None,
                    said.stance or sign,
                    of_step=said.is_undercut,
                    place=at(number),
                    is_by_sign=sign is not None,
                )
            )
            opened.append((column, len(nodes) - 1))
        elif opened and line.strip() and column > opened[-1][0]:
            claim = nodes[-1].claim
            nodes[-1] = nodes[-1]._replace(
                claim=claim._replace(text=f"{claim.text} {line.strip()}")
            )
        else:
            opened = opened if not line.strip() else []
            rest.append((number, line))
    boxes = [number for number, found in items.items() if found[3]]
    return Listed(nodes, rest, mixed, boxes, bare)


def _item(line: str) -> re.Match[str] | None:
    found = _ITEM.fullmatch(line)
    # A star without a blank in front of it is a heading.
    return None if found is None or line.startswith("*") else found


def _column(line: str) -> int:
    column = 0
    for sign in line:
        if sign not in " \t":
            break
        column += _TAB - column % _TAB if sign == "\t" else 1
    return column
