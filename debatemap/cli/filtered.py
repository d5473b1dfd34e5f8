"""The claims that a query on the command line finds."""

from typing import TYPE_CHECKING

from debatemap.cli.error_reporting import UseError
from debatemap.cli.output import say_laid_out

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.filtering import FilterFacts

__all__ = ["claims_matching"]


def claims_matching(debate: "Debate", query: str) -> list[str]:
    """Returns the claims that a query finds, in reading order; none where it asks for nothing.

    Raises:
        UseError: The query cannot be read; what is wrong in it is marked on standard error.
    """
    from debatemap.filtering import FilterError, parse_filter  # noqa: PLC0415  (`--help` must stay light)

    if not query.strip():
        return []
    try:
        return parse_filter(query).find_in_order(_facts(debate))
    except FilterError as error:
        for line in error.pointed(query):
            say_laid_out(line)
        raise UseError(error.message) from error


def _facts(debate: "Debate") -> "FilterFacts":
    from debatemap.filtering import FilterFacts  # noqa: PLC0415  (likewise)

    def changed() -> set[str] | None:
        """Returns the claims that differ from what was last looked at on the screen."""
        from debatemap.formats.registry import read_map  # noqa: PLC0415  (few queries need it)
        from debatemap.store.seen import load_seen  # noqa: PLC0415

        seen = load_seen(debate.header.id)
        if seen is None:
            return None
        before = read_map(seen.content).debate.claims
        return {key for key, claim in debate.claims.items() if before.get(key) != claim}

    return FilterFacts(debate, changed=changed)
