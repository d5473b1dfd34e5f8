"""Which branches carry a claim from where it starts, in sentences."""

from collections.abc import Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText
from debatemap.core.word_lists import listed
from debatemap.judge.explain.evolution import Branch, Evolution, Explanation
from debatemap.judge.explain.phrases import counted, ended, quoted
from debatemap.judge.verdict import percentage

__all__ = ["evolution_words"]

_NAMED: Final = 3


def evolution_words(debate: Debate, found: Evolution) -> list[SafeText]:
    """Returns which branches carry a claim past its base, against the others as they are and alone.

    There is nothing to tell where it is where it started, in points of 100.

    Examples:
        >>> from debatemap.core.model import Claim, Header, Link
        >>> from debatemap.judge.explain.evolution import evolution
        >>> from debatemap.judge.judgement import Judgement
        >>> links = {"k": Link(("a",), "supports", "t"), "l": Link(("b",), "supports", "t"),
        ...     "m": Link(("c",), "attacks", "t"), "n": Link(("d",), "attacks", "c")}
        >>> debate = Debate(Header("m"), {name: Claim(name) for name in "tabcd"}, links)
        >>> for words in evolution_words(debate, evolution(Judgement(debate), "t")):
        ...     print(words)
        From 50 to 63: of its two pros “a” is enough for that, against its con as it is.
        Had the con no answer, it would take “a” and “b”.
    """
    start, end = percentage(found.base), percentage(found.strength)
    if start == end or not found.destructive.branches:
        return []
    own, other = ("pro", "con") if found.way > 0 else ("con", "pro")
    goes = f"From {start} to {end}"
    enough = _enough(debate, found.destructive)
    of = f"of its {counted(len(found.carrying), own, f'{own}s')}"
    if not found.against:
        return [SafeText(f"{goes}: {of} {enough} for that.")]
    one = found.against == 1
    others = f"its {other} as it is" if one else f"its {found.against:,} {other}s as they are"
    lines = [SafeText(f"{goes}: {of} {enough} for that, against {others}.")]
    if found.weakening and found.constructive.branches:
        had = f"Had the {other} no answer" if one else f"Had the {other}s no answers"
        takes = _named(debate, found.constructive.branches)
        at_most = "" if found.constructive.exact else " at most"
        lines.append(SafeText(ended(f"{had}, it would take{at_most} {takes}")))
    return lines


def _enough(debate: Debate, found: Explanation) -> str:
    verb = "is" if len(found.branches) == 1 else "are"
    return f"{_named(debate, found.branches)} {verb} enough"


def _named(debate: Debate, branches: Sequence[Branch]) -> str:
    names = [
        f"{'the answer ' if each.is_weakening else ''}{quoted(debate, each.claim)}"
        for each in branches[:_NAMED]
    ]
    more = len(branches) - _NAMED
    if more > 0:
        names.append(f"{more:,} more")
    return listed(names)
