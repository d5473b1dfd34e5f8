"""Claims that were read from indented lines as the nodes of a tree, with what was guessed."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from debatemap.core.model import Claim
from debatemap.formats.assembly import Assembly
from debatemap.formats.indented.outlined import Entry, Outlined
from debatemap.formats.text_input import at
from debatemap.formats.tree.node import TreeNode

__all__ = ["AGAIN", "nodes_of_entries", "report_remarks", "with_references"]

AGAIN: Final = "→ "
"""What stands in front of the words of a claim that stands somewhere else, too."""

_JOINED: Final = re.compile(r"[*_]{0,3}(and|backing)[:\uff1a][*_]{0,3}\s+", re.IGNORECASE)


def nodes_of_entries(
    outlined: Outlined, claim_of: Callable[[str, str], Claim], offset: int = 0
) -> list[TreeNode]:
    """Returns the nodes.

    Args:
        outlined: The claims that were read.
        claim_of: Makes a claim of its words and its note.
        offset: Lines that stand in front of those that were read.
    """
    nodes: list[TreeNode] = []
    for index, entry in enumerate(outlined.entries):
        # The first one has none above it that it might be joined with.
        found = _JOINED.match(entry.text) if entry.stance is None and index else None
        text = entry.text[found.end() :] if found else entry.text
        is_joined = entry.joined is not None or _is_word(found, "and")
        claim = claim_of(text, entry.note)
        is_again = text.startswith(AGAIN)
        backs = _is_word(found, "backing")
        nodes.append(
            TreeNode(
                claim, entry.parent, "supports" if backs else entry.stance,
                of_step=entry.is_undercut or backs, is_joined=is_joined,
                same_as=_same_as(entry, claim if is_again else None), name=str(index),
                place=at(entry.line + offset), is_by_sign=entry.is_by_sign,
                is_labelled=entry.is_labelled,
            )
        )  # fmt: skip
    return _with_joined_stances(nodes)


def _is_word(found: re.Match[str] | None, word: str) -> bool:
    return found is not None and found[1].lower() == word


def _same_as(entry: Entry, again: Claim | None) -> str:
    """Returns the number of the entry that one refers to, or its words behind an arrow."""
    if entry.same_as is not None:
        return str(entry.same_as)
    return again.text if again is not None else ""


def with_references(nodes: Sequence[TreeNode]) -> list[TreeNode]:
    """Returns the nodes, each arrow with the number of the first claim of its words."""
    first: dict[str, str] = {}
    for node in nodes:
        if not node.same_as:
            first.setdefault(node.claim.text.strip(), node.name)
    return [
        node._replace(same_as=first.get(words, words))
        if (words := node.same_as.removeprefix(AGAIN).strip()) != node.same_as
        else node
        for node in nodes
    ]


def _with_joined_stances(nodes: list[TreeNode]) -> list[TreeNode]:
    """Returns the nodes, further premises with what the first one says."""
    last: dict[int | None, TreeNode] = {}
    made = []
    for node in nodes:
        above = last.get(node.parent)
        if node.is_joined and above is not None:
            made.append(
                node._replace(
                    stance=above.stance, of_step=above.of_step, is_by_sign=above.is_by_sign
                )
            )
            continue
        last[node.parent] = node
        made.append(node)
    return made


def report_remarks(assembly: Assembly, outlined: Outlined, offset: int = 0) -> None:
    """Counts what was guessed as repairs, each line at its place."""
    for remark in outlined.remarks:
        for line in remark.lines or (0,):
            place = at(line + offset) if line else "all"
            assembly.repair(remark.kind, place, remark.becomes)
