"""A debate as a nested list of Markdown."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import clean
from debatemap.formats.features import Carries, losses_by_declaration
from debatemap.formats.format import Written
from debatemap.formats.indented.tree_nodes import AGAIN
from debatemap.formats.loss import losses_of
from debatemap.formats.markdown.item_words import QUESTION, item_words, links_to, tag_fits
from debatemap.formats.markdown.reader import read_markdown
from debatemap.formats.markdown_text import escaped
from debatemap.formats.outline_lines import changes_in, needs_title
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.stance_words import stance_of_heading
from debatemap.formats.tree.to_nodes import depths_within_limits, to_tree

__all__ = ["write_markdown"]

_LABELS: Final = {"supports": "**Pro:** ", "attacks": "**Con:** "}


def write_markdown(debate: Debate, carries: Carries, *, crlf: bool) -> Written:
    """Returns the list, and what it does not hold."""
    tree = to_tree(debate)
    header = debate.header
    lines = []
    if header.title or header.question or needs_title(tree.nodes):
        lines.append(f"# {_line(header.title)}")
        lines += ["", f"> {QUESTION}{_line(header.question)}"] if header.question else []
        lines.append("")
    for node, depth in zip(tree.nodes, depths_within_limits(tree.nodes, 2), strict=True):
        lines += _lines(debate, node, "  " * depth)
    data = "".join(f"{line}\n" for line in lines).encode()
    read = read_markdown(data, "the map").debate
    unfit = (key for key, each in debate.claims.items() if not all(map(tag_fits, each.tags)))
    losses = (
        *losses_by_declaration(debate, carries),
        *tree.losses,
        *tree.losses_as_theses(),
        *losses_of("tags that hold more than a word", unfit),
        *losses_of(
            "sources without an address",
            (key for key, source in debate.sources.items() if not source.url),
        ),
        *changes_in(debate, tree.nodes, read),
    )
    return Written(data.replace(b"\n", b"\r\n") if crlf else data, losses)


def _line(text: str) -> str:
    return item_words(" ".join(clean(text).split()))


def _lines(debate: Debate, node: TreeNode, pad: str) -> Iterator[str]:
    claim, words = node.claim, item_words(node.claim.text)
    if node.same_as:
        yield f"{pad}- {_label(node)}{AGAIN}{words}"
        return
    refs = dict.fromkeys(each.ref for each in claim.sources)
    links = links_to(debate.sources[ref] for ref in refs if ref in debate.sources)
    tags = "".join(f" #{tag}" for tag in claim.tags if tag_fits(tag))
    yield f"{pad}- {_label(node)}{words}{links}{tags}"
    note = clean(claim.note)
    if note:
        yield from (f"{pad}  > {escaped(line)}".rstrip() for line in note.split("\n"))


def _label(node: TreeNode) -> str:
    if node.parent is None:
        # Without it, such words would say what the claims beneath them stand for.
        return "**Thesis:** " if stance_of_heading(node.claim.text) else ""
    if node.is_joined:
        return "**And:** "
    if node.of_step:
        return "**Undercut:** " if node.stance == "attacks" else "**Backing:** "
    return _LABELS[node.stance or "supports"]
