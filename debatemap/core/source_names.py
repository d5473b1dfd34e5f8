"""Sources by what people call them: their author, title, address and date in one line."""

from debatemap.core.debate import Debate
from debatemap.core.folding import fold
from debatemap.core.model import Source
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt

__all__ = ["in_quotes", "is_address", "named_source", "sources_named"]

_SHORTEST = 3
"""Characters of the beginning of an id that name it."""


def named_source(source: Source) -> str:
    """Returns what a source is called, in one line.

    Examples:
        >>> named_source(Source("Ann Author", "The Almanac", date="1999"))
        'Ann Author, The Almanac, 1999'
    """
    return ", ".join(filter(None, source[:4]))


def in_quotes(source: Source) -> str:
    """Returns what a change calls a source: its title, or what else it has.

    Examples:
        >>> in_quotes(Source("Ann Author", "The Almanac")), in_quotes(Source())
        ('“The Almanac”', 'a source')
    """
    named = source.title or source.author or source.url
    return f"“{excerpt(named)}”" if named else "a source"


def is_address(words: str) -> bool:
    """Tells whether words are an address of the web.

    Examples:
        >>> is_address("https://example.org/a"), is_address("The Almanac")
        (True, False)
    """
    beginning, _, rest = words.partition("://")
    return beginning.lower() in ("http", "https") and bool(rest) and " " not in words


def sources_named(debate: Debate, given: str) -> list[str]:
    """Returns the ids of the sources that words may mean: one where it is plain which.

    An id, an address or a title means that source alone; so does the beginning of an id. Else
    these are the sources that have all of the words.

    Args:
        debate: The debate.
        given: An id, the beginning of one, an address, a title, or words of any of them.
    """
    sources, folded = debate.sources, fold(given.strip())
    if given in sources:
        return [given]
    same = [key for key, source in sources.items() if folded in map(fold, source[:4]) and folded]
    if same:
        return same
    if is_address(given):
        return []
    if len(given) >= _SHORTEST:
        begun = [key for key in sources if key.startswith(given)]
        if begun:
            return begun
    query = Query(given)
    if not query.words:
        return []
    return [key for key, source in sources.items() if query.fits(named_source(source))]
