"""What of a debate a document or a picture leaves out, whatever its format is."""

from collections.abc import Collection, Iterator

from debatemap.core.debate import Debate
from debatemap.formats.loss import Loss, losses_of

__all__ = ["links_left_out", "unused_sources"]


def links_left_out(debate: Debate, shown: Collection[str]) -> Iterator[Loss]:
    """Yields the links that are not shown, and those that lack a premise."""
    left = [key for key in debate.links if key not in shown]
    ends = (debate.claims, debate.links)
    yield from losses_of(
        "links onto what is missing",
        [key for key in left if not any(debate.links[key].target in table for table in ends)],
    )
    yield from losses_of(
        "links that no claim leads to",
        [key for key in left if any(debate.links[key].target in table for table in ends)],
    )
    short = (
        key
        for key, link in debate.links.items()
        if key in shown and any(each not in debate.claims for each in link.premises)
    )
    yield from losses_of("links with missing premises", short, "keep the others")


def unused_sources(debate: Debate) -> Iterator[Loss]:
    """Yields the sources that no claim cites, for formats that tell them by claim."""
    cited = {each.ref for claim in debate.claims.values() for each in claim.sources}
    yield from losses_of(
        "sources that no claim cites", [key for key in debate.sources if key not in cited]
    )
