"""The sources of a map by themselves: new ones, and the texts that they have."""

from collections.abc import Sequence

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.fields import with_texts, without_later
from debatemap.core.model import Source, SourceText
from debatemap.core.source_names import in_quotes
from debatemap.core.source_text import fits_text, summary, text_shape
from debatemap.core.text import clean, safe_line
from debatemap.edit.builder import ChangeBuilder, EditRefusedError

__all__ = ["add_sources", "set_source_text"]


def add_sources(debate: Debate, sources: Sequence[Source]) -> Change:
    """Adds sources that nothing cites yet; one that the map has already is left out.

    Raises:
        EditRefusedError: One has neither author, title nor address.

    Examples:
        >>> from debatemap.core.model import Header
        >>> add_sources(Debate(Header("m")), [Source(title="The Almanac")]).said
        'add the source “The Almanac”'
    """
    builder = ChangeBuilder(debate)
    known = {source[:4] for source in debate.sources.values()}
    added = []
    for source in sources:
        cleaned = with_texts(source, lambda text: safe_line(clean(text)))
        if not (cleaned.author or cleaned.title or cleaned.url):
            raise EditRefusedError("a source needs an author, a title or an address")
        if cleaned[:4] not in known:
            known.add(cleaned[:4])
            builder.put_source(cleaned)
            added.append(cleaned)
    if not added:
        return builder.change("add no source, as the map has them all")
    named = f"the source {in_quotes(added[0])}" if len(added) == 1 else f"{len(added)} sources"
    return builder.change(f"add {named}")


def set_source_text(debate: Debate, source_id: str, text: SourceText | None) -> Change:
    """Says where the text of a source is; None takes that back, and touches no file.

    Raises:
        EditRefusedError: There is no such source, or the text is none that a map can name.
    """
    source = debate.sources.get(source_id)
    if source is None:
        raise EditRefusedError(f"there is no source {source_id}")
    if text is not None and not fits_text(text_shape(text)):
        raise EditRefusedError("the text is named by a path within the map’s folder, or is empty")
    builder = ChangeBuilder(debate)
    new = source._replace(text=text)
    builder.put_source(new._replace(extra=without_later("sources", new.extra, new)), source_id)
    named = in_quotes(source)
    if text is None:
        return builder.change(f"take its text from {named}")
    return builder.change(f"give {named} its text: {summary(text)}")
