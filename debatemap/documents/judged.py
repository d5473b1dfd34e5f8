"""What the arguments come to, for a document or a picture that shows it."""

from debatemap.core.debate import Debate
from debatemap.core.queries import theses
from debatemap.core.text import SafeText, safe_line
from debatemap.formats.format import Verdicts
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT, Method
from debatemap.judge.verdict import percentage
from debatemap.judge.verdict_words import odds_words, verdict_words

__all__ = ["verdicts_of"]


def verdicts_of(debate: Debate, method: Method = DEFAULT, person: str = "") -> Verdicts:
    """Returns the strengths and the verdicts of a debate, in whole points of 100.

    Args:
        debate: The debate.
        method: How strengths are computed.
        person: Whose ratings count; empty for everybody's mean.
    """
    judgement = Judgement(debate, method, person)
    strengths = {
        node: percentage(judgement.strength(node)) / 100 for node in (*debate.claims, *debate.links)
    }
    sentences = {thesis: verdict_words(judgement, thesis) for thesis in theses(debate)}
    turns = {thesis: turning_words(debate, turning(judgement, thesis)) for thesis in theses(debate)}
    found = {thesis: judgement.sure_verdict(thesis) for thesis in sentences}
    known = {thesis: each.interval for thesis, each in found.items() if each.interval is not None}
    return Verdicts(
        strengths,
        sentences,
        _basis(debate, method, person),
        turns,
        {thesis: (each.low, each.high) for thesis, each in known.items()},
        {thesis: SafeText(odds_words(found[thesis])) for thesis in known},
    )


def _basis(debate: Debate, method: Method, person: str) -> SafeText:
    if person:
        rated = f"the ratings of {safe_line(person)}"
    elif any(debate.stances.values()):
        rated = "the mean of all ratings"
    else:
        rated = "no ratings: each claim begins at 50 of 100"
    return SafeText(f"Weighed by {method.name}, with {rated}.")
