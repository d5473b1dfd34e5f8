"""Terms that stand alone: what a claim is, or what has become of it."""

from collections.abc import Callable

from debatemap.filtering.facts import FilterFacts
from debatemap.filtering.query_errors import FilterError

__all__ = ["flag_test"]

Test = Callable[[str], bool]


def flag_test(name: str, facts: FilterFacts) -> Test:
    """Returns what tells of one claim whether a flag finds it.

    Raises:
        FilterError: What it asks for is not known here.
    """
    debate = facts.debate
    if name == "thesis":
        return debate.is_thesis
    if name == "unplaced":
        return facts.unplaced.__contains__
    if name == "changed":
        changed = facts.changed
        if changed is None:
            raise FilterError("what you last saw of this map is not known here", 0, 0)
        return changed.__contains__
    if name == "stale":
        from debatemap.judge.stale_ratings import reworded  # noqa: PLC0415  (few queries need it)

        return lambda claim: bool(reworded(debate, claim))
    if name == "unanswered":
        return _unanswered(facts).__contains__
    return facts.steps[name].__contains__


def _unanswered(facts: FilterFacts) -> frozenset[str]:
    """Returns the premises of unanswered objections."""
    from debatemap.judge.grounded import unanswered_objections  # noqa: PLC0415  (few queries need it)

    judgement, debate = facts.judgement, facts.debate
    if judgement is None:
        raise FilterError("what is unanswered is not known yet; wait a moment", 0, 0)
    return frozenset(
        premise
        for link in unanswered_objections(judgement)
        for premise in debate.links[link].premises
        if premise in debate.claims
    )
