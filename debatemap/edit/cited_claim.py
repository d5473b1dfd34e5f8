"""A new claim together with the source that it cites, as one change."""

from dataclasses import replace

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Source
from debatemap.core.source_names import in_quotes
from debatemap.edit.annotate import add_source, cite

__all__ = ["added_claim", "with_citation"]


def added_claim(change: Change) -> str:
    """Returns the id of the claim that a change adds.

    Raises:
        ValueError: It adds none.
    """
    for key, (before, _) in change.claims.items():
        if before is None:
            return key
    raise ValueError("the change adds no claim")


def with_citation(debate: Debate, added: Change, source: str | Source, **said: str) -> Change:
    """Returns a change that adds a claim, and cites a source for it.

    Args:
        debate: The debate before the change.
        added: The change that adds the claim.
        source: The id of a source of the map, or a new source.
        **said: The other fields of the citation: a quote, say.

    Raises:
        EditRefusedError: There is no such source, or a field cannot hold that value.
        ValueError: The change adds no claim.
    """
    claim = added_claim(added)
    written = added.claims[claim][1]
    # The citation needs no more of the map than the claim and the sources that there are.
    alone = Debate(debate.header, {claim: written} if written else {}, sources=debate.sources)
    if isinstance(source, str):
        cited = cite(alone, claim, source, **said)
    else:
        cited = add_source(alone, claim, source, **said)
    claims = {**added.claims, claim: (None, cited.claims[claim][1])}
    named = debate.sources[source] if isinstance(source, str) else source
    return replace(
        added,
        said=f"{added.said}, citing {in_quotes(named)}",
        claims=claims,
        sources={**added.sources, **cited.sources},
    )
