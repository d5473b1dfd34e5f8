"""Indented lines to a debate, and back."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Stance
from debatemap.core.text import clean
from debatemap.formats.assembly import Assembly
from debatemap.formats.features import Carries, losses_by_declaration
from debatemap.formats.format import Imported, Written
from debatemap.formats.indented.group_headings import without_group_headings
from debatemap.formats.indented.level_bullets import with_level_signs_named
from debatemap.formats.indented.marks import behind_label, label_of
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.tree_nodes import (
    AGAIN,
    nodes_of_entries,
    report_remarks,
    with_references,
)
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.text_input import at, line_text_of
from debatemap.formats.tree.from_nodes import add_nodes
from debatemap.formats.tree.map_fields import debate_with
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.nodes_beside_claims import without_root
from debatemap.formats.tree.to_nodes import depths_within_limits, to_tree

__all__ = ["QUESTION", "UNNAMED", "changes_in", "needs_title", "read_lines", "write_lines"]

QUESTION: Final = "Question: "
_LABEL: Final = re.compile(r"[\w ]{1,20}:")
UNNAMED: Final = "…"
"""What stands where a title or a claim has no words."""


def read_lines(data: bytes, name: str) -> Imported:
    """Returns the debate of some lines; a heading in front of all is the title.

    Raises:
        MapError: It is no text, or holds none.
    """
    text = line_text_of(data, name)
    listed = without_group_headings(read_outline(text), text, stands_alone=True)
    outlined = with_level_signs_named(listed)
    if not outlined.entries:
        problem = "expected lines with claims, found none"
        raise MapError(name, problem, place=at(1), advice="The file was not touched.")
    assembly = Assembly()
    report_remarks(assembly, outlined)
    nodes = nodes_of_entries(outlined, lambda words, note: Claim(words, note=note))
    title = question = ""
    tops = sum(node.parent is None for node in nodes)
    if tops == 1 and clean(text).lstrip().startswith("# "):
        head = nodes[0].claim
        title, nodes = "" if head.text == UNNAMED else head.text, without_root(nodes)
        question, left = _question(head.note)
        if left:
            assembly.lose("notes of the title", at(1))
    theses = add_nodes(assembly, with_references(nodes))
    debate = debate_with(assembly, title, theses, question=question)
    return assembly.imported(debate)


def _question(note: str) -> tuple[str, str]:
    """Returns the question in the note of a title, and what else that says."""
    first, _, rest = note.partition("\n")
    return (first.removeprefix(QUESTION), rest) if first.startswith(QUESTION) else ("", note)


def write_lines(debate: Debate, carries: Carries, *, crlf: bool) -> Written:
    """Returns the lines, and what they do not hold."""
    tree = to_tree(debate)
    header = debate.header
    lines: list[str] = []
    for node, depth in zip(tree.nodes, depths_within_limits(tree.nodes, 2), strict=True):
        lines += _lines(node, "  " * depth)
    if header.title or header.question or needs_title(tree.nodes):
        title = [f"# {behind_label(_line(header.title), label_of(None)) or UNNAMED}"]
        title += [f"> {QUESTION}{_line(header.question)}"] if header.question else []
        lines = [*title, "", *lines]
    data = "".join(f"{line}\n" for line in lines).encode()
    losses = (
        *losses_by_declaration(debate, carries),
        *tree.losses,
        *tree.losses_as_theses(),
        *changes_in(debate, tree.nodes, read_lines(data, "the map").debate if lines else debate),
    )
    return Written(data.replace(b"\n", b"\r\n") if crlf else data, losses)


def needs_title(nodes: Sequence[TreeNode]) -> bool:
    """Tells whether lines without a title would be read as none: where all is a label, or nothing.

    A first claim such as `Question:` is taken for what a list of claims begins with.
    """
    return not nodes or _LABEL.match(nodes[0].claim.text.lstrip()) is not None


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _lines(node: TreeNode, pad: str) -> Iterator[str]:
    text = _line(node.claim.text) or UNNAMED
    stance = None if node.parent is None else node.stance or "supports"
    words = behind_label(text, label_of(stance, is_step=node.of_step))
    yield f"{pad}{_sign(node)} {f'{AGAIN}{text}' if node.same_as else words}"
    note = clean(node.claim.note)
    if note and not node.same_as:
        yield from (f"{pad}  > {line}".rstrip() for line in note.split("\n"))


def _sign(node: TreeNode) -> str:
    if node.is_joined:
        return "&"
    signs = "⊢⊣" if node.of_step else "+-"
    return signs[node.parent is not None and node.stance == "attacks"]


def changes_in(debate: Debate, nodes: Sequence[TreeNode], read: Debate) -> Iterator[Loss]:
    """Yields what did not come back of the texts that were written.

    Args:
        debate: The debate that was written.
        nodes: Its places.
        read: What was read of it.
    """
    full = [node for node in nodes if not node.same_as]
    if len(full) != len(read.claims):
        yield Loss("claims", abs(len(full) - len(read.claims)), (), "cannot be told from others")
        return
    yield from _changed_words(full, read)
    turned = (full[n].key for n in _turned(debate, full, read))
    yield from losses_of("stances", turned, "changed")
    yield from _changed_references(nodes, full, read)
    headers = (
        (name, getattr(debate.header, name), getattr(read.header, name))
        for name in ("title", "question")
    )
    odd = (name for name, ours, theirs in headers if clean(ours) != theirs)
    yield from losses_of("texts of the map", odd, "changed in blanks or signs")


def _changed_words(full: Sequence[TreeNode], read: Debate) -> Iterator[Loss]:
    pairs = list(zip(full, read.claims.values(), strict=True))
    texts = [
        (node.key, _letters(node.claim.text) == _letters(claim.text))
        for node, claim in pairs
        if clean(node.claim.text) != claim.text
    ]
    for has_words, becomes in ((True, "changed in blanks or signs"), (False, "changed in words")):
        changed = (key for key, is_alike in texts if is_alike == has_words)
        yield from losses_of("texts that do not come back as they are", changed, becomes)
    notes = (node.key for node, claim in pairs if clean(node.claim.note) != claim.note)
    yield from losses_of(
        "notes that do not come back as they are", notes, "changed in blanks or signs"
    )


def _changed_references(
    nodes: Sequence[TreeNode], full: Sequence[TreeNode], read: Debate
) -> Iterator[Loss]:
    seen: dict[str, str] = {}
    alike = {
        node.key
        for node, claim in zip(full, read.claims.values(), strict=True)
        if seen.setdefault(claim.text.strip(), node.key) != node.key
    }
    again = (node.key for node in nodes if node.same_as and node.key in alike)
    yield from losses_of("references to one of several claims with the same words", again,
                         "name the first of them")  # fmt: skip


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _stances(debate: Debate) -> dict[str, list[Stance]]:
    """Returns what each claim says as a premise, by its id."""
    found: dict[str, list[Stance]] = {}
    for link in debate.links.values():
        for premise in link.premises:
            found.setdefault(premise, []).append(link.stance)
    return found


def _turned(debate: Debate, full: Sequence[TreeNode], read: Debate) -> Iterator[int]:
    """Yields which claims say for where they said against, or the other way round."""
    ours, theirs = _stances(debate), _stances(read)
    for index, (node, (key, claim)) in enumerate(zip(full, read.claims.items(), strict=True)):
        before, after = ours.get(node.key, []), theirs.get(key, [])
        # What is read as a stance is no more of the words.
        is_same = _letters(node.claim.text).endswith(_letters(claim.text))
        is_counted = is_same and len(before) == len(after)
        if is_counted and before.count("attacks") != after.count("attacks"):
            yield index
