"""What a judgement says of a map, in words for people and as plain data."""

from collections.abc import Iterator
from typing import Final

from debatemap.cli.json.crux import described_turning
from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.text import outline_text
from debatemap.core.queries import theses
from debatemap.core.text import SafeText
from debatemap.judge.explain.crux import robustness
from debatemap.judge.explain.phrases import amount
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.judgement import Agreement, Judgement
from debatemap.judge.verdict_words import verdict_words
from debatemap.views.read.numbering import Row

__all__ = ["described", "judged_lines"]

_INDENT: Final = "    "


def judged_lines(judgement: Judgement, row: Row) -> Iterator[SafeText]:
    """Yields the lines of a row: the claim, and beneath it how it stands."""
    debate = judgement.debate
    heading, *_ = outline_text.row_lines(debate, row)
    yield heading
    if row.claim in debate.claims:
        yield SafeText(f"{_INDENT}{'; '.join(_standing(judgement, row))}")
    elif row.claim is None and row.link is not None:
        yield SafeText(f"{_INDENT}{'; '.join(_step(judgement, row.link))}")
    if row.depth == 0 and row.role == "thesis" and row.claim is not None:
        yield SafeText(f"{_INDENT}{agreed(judgement.agreement(row.claim))}")
        yield SafeText(f"{_INDENT}{turning_words(debate, turning(judgement, row.claim))}")


def agreed(agreement: Agreement) -> str:
    """Returns under how many methods a verdict holds, and which ones differ.

    Examples:
        >>> from debatemap.judge.methods import DF_QUAD, EULER, LOG_ODDS, QUADRATIC_ENERGY
        >>> agreed(Agreement((QUADRATIC_ENERGY, EULER, LOG_ODDS), (DF_QUAD,)))
        'holds under 3 of 4 methods: not under DF-QuAD'
    """
    holds, differ = agreement
    words = f"holds under {len(holds)} of {len(holds) + len(differ)} methods"
    names = " or ".join(method.name for method in differ)
    return f"{words}: not under {names}" if names else words


def described(judgement: Judgement) -> dict[str, object]:
    """Returns everything that a judgement says, as plain data; strengths are 0 to 1."""
    debate = judgement.debate
    return {
        "map": debate.header.id,
        "title": debate.header.title,
        "question": debate.header.question,
        "method": judgement.method.id,
        "person": judgement.person or None,
        "theses": [_thesis(judgement, claim) for claim in dict.fromkeys(theses(debate))],
        "claims": {
            claim: {
                **_weighed(judgement, claim),
                "side": judgement.verdict(claim).side.value,
                "base": judgement.base(claim),
            }
            for claim in debate.claims
        },
        "links": {
            link: {
                **_weighed(judgement, link),
                "base": judgement.base(link),
                "contribution": judgement.contribution(link),
            }
            for link in debate.links
        },
    }


def _standing(judgement: Judgement, row: Row) -> list[str]:
    """Says how a claim stands, and what it brings to what it is linked to."""
    claim = row.claim or ""
    said: list[str] = [verdict_words(judgement, claim)]
    if row.link is not None and row.role != "premise":
        said += _step(judgement, row.link)
    return said


def _step(judgement: Judgement, link: str) -> list[str]:
    """Says what a step brings, and how much it counts where that is not all."""
    said = [f"weighs {amount(judgement.contribution(link))}"]
    verdict = judgement.verdict(link)
    if verdict.range is not None:
        said.append(f"how much the step counts does not settle: {verdict.points}")
    elif verdict.strength < 1.0:
        said.append(f"the step counts {verdict.points}")
    return said


def _thesis(judgement: Judgement, claim: str) -> dict[str, object]:
    agreement = judgement.agreement(claim)
    return {
        "id": claim,
        "text": judgement.debate.claims[claim].text,
        **described_verdict(judgement, claim),
        **_weighed(judgement, claim),
        "agreement": {
            "holds": [method.id for method in agreement.holds],
            "differ": [method.id for method in agreement.differ],
        },
        "turning": described_turning(judgement, turning(judgement, claim)),
        "robustness": robustness(judgement, claim)._asdict(),
    }


def _weighed(judgement: Judgement, node: str) -> dict[str, object]:
    return {
        "strength": judgement.strength(node),
        "range": judgement.range(node),
        "label": judgement.label(node).value,
    }
