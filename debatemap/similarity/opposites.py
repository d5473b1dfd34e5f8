"""Words that turn a claim around: two claims that differ in one of them are no one point."""

from functools import cache
from typing import Final

from debatemap.core.word_forms import stem

__all__ = ["NEGATIONS", "is_negated_form", "opposites_of"]

_NEGATIONS: Final = """
no not never none neither nor nobody nothing nowhere without cannot hardly barely rarely
"""
NEGATIONS: Final = frozenset(_NEGATIONS.split())
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "de", "counter")
_SHORTEST: Final = 4
"""Letters of a stem before which one of them negates."""
_PAIRS: Final = """
increase decrease|increase reduce|increase diminish|increase lower|raise lower|raise reduce
more less|more fewer|help harm|help hurt|help hinder|benefit harm|benefit cost|improve worsen
improve harm|better worse|best worst|good bad|right wrong|safe dangerous|safer riskier
strengthen weaken|protect endanger|protect threaten|protect expose|allow ban|allow forbid
allow prevent|allow prohibit|permit forbid|permit ban|encourage discourage|promote prevent
promote discourage|promote hinder|cause prevent|create destroy|create prevent|support oppose
favor oppose|for against|accept reject|start end|start stop|begin end|keep abolish|keep end
keep abandon|legalize ban|always never|all none|everyone nobody|cheap expensive
cheaper dearer|save waste|gain lose|win lose|win fail|succeed fail|success failure|rise fall
grow shrink|strong weak|high low|higher lower|large small|larger smaller|bigger smaller
easy hard|easy difficult|true false|rich poor|public private|early late|sooner later
faster slower|quick slow|open closed|central decentral|often rarely|boost harm|boost reduce
boost undermine|love hate|hope fear|profit loss|war peace|necessary needless
useful useless
"""


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", "|").strip("|").split("|"):
        one, other = (stem(word) for word in pair.split())
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def opposites_of(stemmed: str) -> frozenset[str]:
    """Returns the stems of words that say the opposite of one.

    Examples:
        >>> "reduc" in opposites_of("increas")
        True
    """
    return _opposites().get(stemmed, frozenset())


def is_negated_form(word: str, other: str) -> bool:
    """Tells whether one stem is the other one with a prefix that negates it.

    Examples:
        >>> is_negated_form("unfair", "fair"), is_negated_form("under", "der")
        (True, False)
    """
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if len(shorter) < _SHORTEST or not longer.endswith(shorter):
        return False
    return longer.removesuffix(shorter) in _PREFIXES
