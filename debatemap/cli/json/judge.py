"""What a judgement says of a map, in words for people and as plain data."""

from collections.abc import Callable, Iterator
from typing import Final

from debatemap.cli.json.verdict import described_verdict
from debatemap.cli.text import outline_text
from debatemap.core.queries import theses
from debatemap.core.text import SafeText, excerpt
from debatemap.judge.band import band
from debatemap.judge.explain.crux import robustness
from debatemap.judge.explain.parting import parting, parting_words
from debatemap.judge.explain.phrases import amount
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.judgement import Agreement, Judgement
from debatemap.judge.verdict_words import argument_words, odds_words, unanswered, verdict_words
from debatemap.views.read.numbering import Row

__all__ = ["certainty_lines", "described", "judged_lines"]

_INDENT: Final = "    "
_LISTED: Final = 5
_CELLS: Final = 72


def judged_lines(judgement: Judgement, row: Row) -> Iterator[SafeText]:
    """Yields the lines of a row: the claim, and beneath it how it stands."""
    debate = judgement.debate
    yield outline_text.first_line(debate, row)
    if row.claim in debate.claims:
        is_top = row.depth == 0 and row.role == "thesis"
        words = verdict_words if is_top else argument_words
        if is_top:
            judgement.find_out([row.claim or ""], wanted=debate.header.theses)
        yield SafeText(f"{_INDENT}{'; '.join(_standing(judgement, row, words))}")
    elif row.claim is None and row.link is not None:
        yield SafeText(f"{_INDENT}{'; '.join(_step(judgement, row.link))}")
    if row.depth == 0 and row.role == "thesis" and row.claim is not None:
        yield from certainty_lines(judgement, row.claim)
        yield from _unanswered(judgement, row.claim)
        agreement = judgement.agreement(row.claim)
        yield SafeText(f"{_INDENT}{agreed(agreement)}")
        for method in agreement.differ:
            why = parting_words(judgement, parting(judgement, row.claim, method))
            yield SafeText(f"{_INDENT}{why}")
        yield SafeText(f"{_INDENT}{turning_words(debate, turning(judgement, row.claim))}")


def _unanswered(judgement: Judgement, claim: str) -> Iterator[SafeText]:
    """Yields a line for each unanswered objection, the first of many."""
    debate, found = judgement.debate, unanswered(judgement, claim)
    for link in found[:_LISTED]:
        texts = (debate.claims[p].text for p in debate.links[link].premises if p in debate.claims)
        words = " + ".join(
            excerpt(text, _CELLS).strip() or "a claim without words" for text in texts
        )
        yield SafeText(f"{_INDENT}unanswered: {words}")
    if len(found) > _LISTED:
        yield SafeText(f"{_INDENT}and {len(found) - _LISTED:,} more, which --json lists")


def agreed(agreement: Agreement) -> str:
    """Returns under how many methods a verdict holds, and which ones differ.

    Examples:
        >>> from debatemap.judge.methods import DF_QUAD, EULER_TOP, QUADRATIC_ENERGY
        >>> agreed(Agreement((QUADRATIC_ENERGY, EULER_TOP), (DF_QUAD,)))
        'holds by 2 of 3 methods that differ in kind'
    """
    holds, differ = agreement
    return f"holds by {len(holds)} of {len(holds) + len(differ)} methods that differ in kind"


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
        "claims": {claim: _claim(judgement, claim) for claim in debate.claims},
        "links": {link: _link(judgement, link) for link in debate.links},
    }


def _claim(judgement: Judgement, claim: str) -> dict[str, object]:
    ratings = judgement.framework.opinions.ratings(claim)
    return {
        "text": judgement.debate.claims[claim].text,
        "side": judgement.verdict(claim).side.value,
        **_weighed(judgement, claim),
        "base": judgement.base(claim),
        "ratings": dict(ratings),
        "raters": len(ratings),
    }


def _link(judgement: Judgement, key: str) -> dict[str, object]:
    link, contribution = judgement.debate.links[key], judgement.contribution(key)
    return {
        "source": link.premises,
        "target": link.target,
        "stance": link.stance,
        "weight": contribution,
        "contribution": contribution,
        **_weighed(judgement, key),
        "base": judgement.base(key),
    }


def certainty_lines(judgement: Judgement, claim: str) -> Iterator[SafeText]:
    """Yields the line that tells how sure the verdict on a claim is: a band, and the odds."""
    verdict = judgement.sure_verdict(claim)
    drawn = band(verdict)
    if drawn is not None:
        yield SafeText(f"{_INDENT}0 {drawn.line} 100  {odds_words(verdict)}")


def _standing(
    judgement: Judgement, row: Row, words: Callable[[Judgement, str], SafeText]
) -> list[str]:
    """Says how a claim stands, and what it brings to what it is linked to."""
    claim = row.claim or ""
    said: list[str] = [words(judgement, claim)]
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
    return {
        "id": claim,
        "text": judgement.debate.claims[claim].text,
        **described_verdict(judgement, claim),
        "robustness": robustness(judgement, claim)._asdict(),
    }


def _weighed(judgement: Judgement, node: str) -> dict[str, object]:
    return {
        "strength": judgement.strength(node),
        "range": judgement.range(node),
        "grounded": judgement.label(node).term,
    }
