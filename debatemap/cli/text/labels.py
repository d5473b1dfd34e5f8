"""What becomes of claims when only attacks count, in words for people and as plain data."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.attack_graph import attack_graph
from debatemap.judge.extensions import Acceptance, Extensions, extensions
from debatemap.judge.judgement import Judgement

__all__ = ["described", "labels_lines"]

_CELLS: Final = 72
_SHORT: Final = {
    Acceptance.ALL: "every",
    Acceptance.SOME: "some",
    Acceptance.NONE: "none",
    Acceptance.UNKNOWN: "unknown",
}


def labels_lines(judgement: Judgement) -> Iterator[SafeText]:
    """Yields the number of extensions, and each claim with its label and where it is accepted."""
    found = extensions(attack_graph(judgement.framework))
    yield SafeText(_counted(found))
    for claim, label, accepted in _claims(judgement, found):
        words = excerpt(judgement.debate.claims[claim].text, _CELLS)
        how = f"{label}, {accepted.value}" if label == "undecided" else label
        yield SafeText(f"{safe_line(claim)}  {how}: {words}")


def described(judgement: Judgement) -> dict[str, object]:
    """Returns the same as plain data."""
    found = extensions(attack_graph(judgement.framework))
    return {
        "map": judgement.debate.header.id,
        "preferred": found.preferred,
        "stable": found.stable,
        "complete": found.complete,
        "claims": {
            claim: {"grounded": label, "preferred": _SHORT[accepted]}
            for claim, label, accepted in _claims(judgement, found)
        },
    }


def _claims(judgement: Judgement, found: Extensions) -> Iterator[tuple[str, str, Acceptance]]:
    for claim in judgement.debate.claims:
        index = judgement.framework.index(claim)
        if index is not None:
            yield claim, judgement.label(claim).term, found.acceptance(index)


def _counted(found: Extensions) -> str:
    """Returns how many extensions there are, and whether these are all.

    Examples:
        >>> _counted(Extensions(frozenset(), frozenset(), 2, 1, True, ()))
        '2 preferred extensions, 1 of them stable.'
    """
    least = "" if found.complete else "At least "
    several = "" if found.preferred == 1 else "s"
    words = (
        f"{least}{found.preferred:,} preferred extension{several}, {found.stable:,} of them stable."
    )
    if found.complete:
        return words
    return f"{words} There was too much to try."
