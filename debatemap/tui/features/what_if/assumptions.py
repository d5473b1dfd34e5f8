"""What a what-if assumes in words, under which name the map keeps it, and where that leads."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.scenarios import ABSENT, TRUE, Assumption, Assumptions, scenarios_in
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.interval import LOOKS_OF_MANY
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict

if TYPE_CHECKING:
    from debatemap.tui.features.judging.judging import Judging

__all__ = ["assumed_words", "effects", "kept_as", "named", "number_of", "outcomes", "state_of"]

_NAME: Final = 24
_MOST: Final = 12
"""Effects that are told one by one."""
_EFFECT: Final = 40
"""Cells of a claim in the line of an effect."""


def kept_as(debate: Debate, assumed: Assumptions) -> str | None:
    """Returns the name of a scenario of the map that assumes just this, or None.

    So what is kept and then changed is not kept any more, nor what is kept where that is undone.
    """
    for name, scenario in scenarios_in(debate.header).items():
        if {node: how for node, how in scenario.items() if _exists(debate, node)} == assumed:
            return name
    return None


def state_of(judging: "Judging", debate: Debate) -> SafeText:
    """Returns what the title says of a what-if; empty where there is none."""
    if not judging.assumed:
        return SafeText("")
    name = kept_as(debate, judging.assumed)
    if name is not None:
        return SafeText(f"what-if “{excerpt(name, _NAME)}”")
    return SafeText(f"what-if: {len(judging.assumed):,} assumed")


def number_of(assumed: Assumptions) -> SafeText:
    """Returns how many things are assumed, in words."""
    return SafeText(f"{len(assumed):,} assumption{'' if len(assumed) == 1 else 's'}")


def named(debate: Debate, node: str, cells: int) -> SafeText:
    """Returns a claim by its words, within so many cells, or a step by those it leads from."""
    link = debate.links.get(node)
    claim = debate.claims.get(link.premises[0] if link is not None else node)
    words = f"“{excerpt(claim.text if claim is not None else node, cells)}”"
    if link is None:
        return SafeText(words)
    return SafeText(f"the {'joint ' if len(link.premises) > 1 else ''}step from {words}")


def assumed_words(debate: Debate, node: str, how: Assumption) -> SafeText:
    """Returns what is assumed of a claim or a step: `is false`, `does not count`."""
    if node in debate.links:
        return SafeText("counts in full" if how == TRUE else "does not count")
    return SafeText("is not there" if how == ABSENT else f"is {how}")


def effects(debate: Debate, assumed: Assumptions, person: str) -> Iterator[SafeText]:
    """Yields a line for each thing that applying a what-if does to the map; of many, the first.

    Args:
        debate: The debate.
        assumed: What is assumed.
        person: Whose ratings there will be.
    """
    for node, how in list(assumed.items())[:_MOST]:
        what = named(debate, node, _EFFECT)
        if how != ABSENT:
            rating = 100 if how == TRUE else 0
            yield SafeText(f"{what}: rated {rating} by {excerpt(person, _NAME)}")
        elif node in debate.links:
            yield SafeText(f"{what}: taken out")
        else:
            yield SafeText(f"{what}: deleted everywhere")
    if len(assumed) > _MOST:
        yield SafeText(f"and {len(assumed) - _MOST:,} more")


def outcomes(
    judgement: Judgement, thesis: str, scenarios: Mapping[str, Assumptions]
) -> dict[str, Verdict]:
    """Returns the verdict on a thesis that each scenario leads to, by the scenario's name.

    It judges the debate once more, apart from the judgement, which stays as it is.
    """
    found: dict[str, Verdict] = {}
    if thesis not in judgement.debate.claims:
        return found
    other = Judgement(judgement.debate, judgement.method, judgement.person)
    for name, assumed in scenarios.items():
        other.assume(assumed)
        found[name] = other.sure_verdict(thesis, LOOKS_OF_MANY)
    return found


def _exists(debate: Debate, node: str) -> bool:
    return node in debate.claims or node in debate.links
