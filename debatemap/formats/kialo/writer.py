"""A debate as a discussion's text."""

from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import clean, safe_line
from debatemap.formats.features import Carries, losses_by_declaration
from debatemap.formats.format import Written
from debatemap.formats.kialo.claim_words import link_to, read_words, written_text
from debatemap.formats.kialo.heads import DEEPEST, heads_of
from debatemap.formats.loss import losses_of
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.to_nodes import depths_of, to_tree

__all__ = ["write_discussion"]

_LABELS: Final = {"supports": "Pro: ", "attacks": "Con: "}


def write_discussion(debate: Debate, carries: Carries, *, crlf: bool) -> Written:
    """Returns the text, and what it does not hold."""
    tree = to_tree(debate)
    if max(depths_of(tree.nodes), default=0) >= DEEPEST - 1:
        problem = f"its replies go deeper than {DEEPEST - 1} levels, which Kialo's text cannot say"
        raise MapError("the map", problem, advice="Export a part of it.")
    tops = sum(node.parent is None for node in tree.nodes)
    header = debate.header
    is_asked = bool(header.question) or tops > 1
    title = safe_line(header.title)
    lines = [f"Discussion Title: {title}".rstrip(), ""]
    if is_asked:
        lines.append(f"1. {written_text(header.question or title)}")
    numbers: list[str] = []
    first: dict[str, str] = {}
    children: dict[int | None, int] = {}
    changed: list[str] = []
    for node in tree.nodes:
        turn = children[node.parent] = children.get(node.parent, 0) + 1
        above = ("1." if is_asked else "") if node.parent is None else numbers[node.parent]
        numbers.append(f"{above}{turn}.")
        label = _LABELS[node.stance] if node.parent is not None and node.stance else ""
        if node.same_as:
            lines.append(f"{numbers[-1]} {label}-> See {first[node.key]}")
            continue
        first[node.key] = numbers[-1]
        line = f"{numbers[-1]} {label}{written_text(node.claim.text)}"
        if not _comes_back(line, node):
            changed.append(node.key)
        lines.append(line + _links(debate, node))
    data = ("\r\n" if crlf else "\n").join([*"\n".join(lines).split("\n"), ""])
    uncited = (key for key, source in debate.sources.items() if not source.url)
    odd = ["title"] if title != header.title else []
    odd += ["question"] if header.question and header.question == header.title else []
    losses = (
        *losses_by_declaration(debate, carries),
        *tree.losses,
        *tree.losses_as_theses(),
        *losses_of("sources without an address", uncited),
        *losses_of(
            "texts that do not come back as they are", changed, "changed in blanks or signs"
        ),
        *losses_of("texts of the map", odd, "changed"),
    )
    return Written(data.encode(), losses)


def _links(debate: Debate, node: TreeNode) -> str:
    refs = (each.ref for each in node.claim.sources)
    return link_to(debate.sources[ref] for ref in dict.fromkeys(refs) if ref in debate.sources)


def _comes_back(line: str, node: TreeNode) -> bool:
    """Tells whether the words behind a number are read as they are, and as one claim."""
    found = heads_of(f"\n{line}").heads
    if len(found) != 1:
        return False
    label = found[0].label
    expected = {"supports": "pro", "attacks": "con"}.get(node.stance or "", "")
    text = read_words(found[0].text, {}).text
    return label == (expected if node.parent is not None else "") and text == clean(node.claim.text)
