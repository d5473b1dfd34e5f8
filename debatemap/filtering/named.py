"""Terms with words behind their colon, each as what tells of one claim whether it is found."""

from collections.abc import Callable, Iterable
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.folding import fold
from debatemap.core.model import Claim
from debatemap.core.search_query import Query
from debatemap.core.source_names import named_source
from debatemap.filtering.held import holds

__all__ = ["NAMED_TESTS"]

Test = Callable[[str], bool]


def _by(debate: Debate, value: str) -> Test:
    claims, query = debate.claims, Query(value)
    return lambda claim: bool(claims[claim].by) and query.fits(claims[claim].by)


def _source(debate: Debate, value: str) -> Test:
    query = Query(value)
    refs = {
        key
        for key, source in debate.sources.items()
        if key == value or query.fits(named_source(source))
    }
    return lambda claim: any(cited.ref in refs for cited in debate.claims[claim].sources)


def _kind(debate: Debate, value: str) -> Test:
    return lambda claim: any(cited.kind == value for cited in debate.claims[claim].sources)


def _has(debate: Debate, value: str) -> Test:
    return lambda claim: holds(debate, claim, value)


def _no(debate: Debate, value: str) -> Test:
    return lambda claim: not holds(debate, claim, value)


def _rated_by(debate: Debate, value: str) -> Test:
    query = Query(value)
    tables = [ratings for person, ratings in debate.stances.items() if query.fits(person)]
    return lambda claim: any(claim in ratings for ratings in tables)


def _tag(debate: Debate, value: str) -> Test:
    wanted = fold(value)
    return lambda claim: any(fold(tag) == wanted for tag in debate.claims[claim].tags)


def _in_texts(texts: Callable[[Claim], Iterable[str]]) -> Callable[[Debate, str], Test]:
    """Returns a term that finds claims by some of their texts, each by itself."""

    def test(debate: Debate, value: str) -> Test:
        query = Query(value)
        return lambda claim: any(query.fits(text) for text in texts(debate.claims[claim]) if text)

    return test


NAMED_TESTS: Final[dict[str, Callable[[Debate, str], Test]]] = {
    "by": _by,
    "source": _source,
    "kind": _kind,
    "has": _has,
    "no": _no,
    "rated-by": _rated_by,
    "tag": _tag,
    "text": _in_texts(lambda claim: [claim.text]),
    "note": _in_texts(lambda claim: [claim.note]),
    "quote": _in_texts(lambda claim: [cited.quote for cited in claim.sources]),
}
"""By the name of the term."""
