"""`debatemap source`: the sources of a map, their texts, and the quotes from them."""

from typing import TYPE_CHECKING

from debatemap.cli.error_reporting import UseError
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["source", "source_named"]


def source() -> None:
    """Add sources with their texts, and check every quote.

    Examples:
      debatemap source add debate.json "The Almanac" --text almanac.txt
      debatemap source check debate.json
    """


def source_named(debate: "Debate", given: str) -> str:
    """Returns the id of the source that words mean.

    Raises:
        UseError: They mean none, or several.
    """
    from debatemap.core.source_names import named_source, sources_named  # noqa: PLC0415  (`--help` must stay light)

    found = sources_named(debate, given)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UseError(
            f"the map has no source {excerpt(given)}; `debatemap source list` prints them"
        )
    names = "; ".join(f"{key} ({excerpt(named_source(debate.sources[key]))})" for key in found[:5])
    raise UseError(f"{excerpt(given)} may mean {len(found)} sources: {names}; give the id of one")
