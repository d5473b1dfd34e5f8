"""Say more of a claim: its words, note, tags, author, sources, ratings; and the map's title."""

from collections.abc import Iterable, Mapping
from typing import Any

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.fields import field_of, with_texts, without_later
from debatemap.core.model import Citation, Source
from debatemap.core.node_names import name_of
from debatemap.core.source_names import in_quotes
from debatemap.core.text import clean, excerpt, safe_line
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.set_field import cleaned, set_field

__all__ = [
    "add_source",
    "cite",
    "rate",
    "recite",
    "reword",
    "set_author",
    "set_note",
    "set_question",
    "set_source",
    "set_tags",
    "set_title",
    "uncite",
]


def reword(debate: Debate, claim: str, text: str) -> Change:
    """Gives a claim other words, in every place where it stands."""
    return set_field(debate, claim, "text", text)


def set_note(debate: Debate, claim: str, note: str) -> Change:
    """Replaces a claim's note; an empty one removes it."""
    return set_field(debate, claim, "note", note)


def set_tags(debate: Debate, claim: str, tags: Iterable[str]) -> Change:
    """Replaces a claim's tags; each is one line, and no tag stands twice.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("A.")})
        >>> set_tags(debate, "a", ["cost", "#cost", " "]).claims["a"][1].tags
        ('cost',)
    """
    return set_field(debate, claim, "tags", [*tags])


def set_author(debate: Debate, claim: str, by: str) -> Change:
    """Says who holds or wrote a claim; nothing removes the name."""
    return set_field(debate, claim, "by", by)


def set_title(debate: Debate, title: str) -> Change:
    """Gives the map another title."""
    builder = ChangeBuilder(debate)
    builder.put_header(builder.header._replace(title=safe_line(clean(title))))
    return builder.change(f"call the map “{excerpt(title)}”")


def set_question(debate: Debate, question: str) -> Change:
    """Says what the map asks, with its theses as the answers; nothing takes the question away.

    Examples:
        >>> from debatemap.core.model import Header
        >>> set_question(Debate(Header("m")), "Which one?").said
        'ask “Which one?”'
    """
    field = field_of("map", "question")
    builder = ChangeBuilder(debate)
    header = builder.header._replace(question=cleaned(field, question))
    builder.put_header(header._replace(extra=without_later("map", header.extra, header)))
    return builder.change(field.edits[not header.question].format(excerpt(header.question)))


def add_source(debate: Debate, claim: str, source: Source, **said: str) -> Change:
    """Adds a source to the map and cites it for a claim.

    Args:
        debate: The debate.
        claim: The claim.
        source: The source.
        **said: The other fields of the citation: a quote, say.

    Raises:
        EditRefusedError: The source has neither author, title nor address, or a field cannot
            hold that value.
    """
    builder = ChangeBuilder(debate)
    source = _cleaned(source)
    if not (source.author or source.title or source.url):
        raise EditRefusedError("a source needs an author, a title or an address")
    ref = builder.put_source(source)
    _cite(builder, claim, _citation(Citation(ref), said))
    return builder.change(f"cite {in_quotes(source)} for {name_of(debate, claim)}")


def set_source(debate: Debate, source_id: str, source: Source) -> Change:
    """Replaces what the map says of a source, for every claim that cites it."""
    builder = ChangeBuilder(debate)
    if source_id not in debate.sources:
        raise EditRefusedError(f"there is no source {source_id}")
    old = debate.sources[source_id]
    kept = _cleaned(source)._replace(extra=old.extra, text=old.text)
    builder.put_source(kept, source_id)
    return builder.change(f"change the source {in_quotes(kept)}")


def cite(debate: Debate, claim: str, ref: str, **said: str) -> Change:
    """Cites a source that the map has for a claim, in place of an equal citation."""
    if ref not in debate.sources:
        raise EditRefusedError(f"there is no source {ref}")
    builder = ChangeBuilder(debate)
    _cite(builder, claim, _citation(Citation(ref), said))
    called = in_quotes(debate.sources[ref])
    return builder.change(f"cite {called} for {name_of(debate, claim)}")


def recite(debate: Debate, claim: str, index: int, source: Source, **said: str) -> Change:
    """Replaces what a claim's citation says, and what the map says of the source.

    Raises:
        EditRefusedError: There is no such citation or source, or a field cannot hold that value.
    """
    builder = ChangeBuilder(debate)
    record = builder.claim(claim)
    if not 0 <= index < len(record.sources) or record.sources[index].ref not in debate.sources:
        raise EditRefusedError("there is no such source here")
    old = record.sources[index]
    before = debate.sources[old.ref]
    kept = _cleaned(source)._replace(extra=before.extra, text=before.text)
    builder.put_source(kept, old.ref)
    sources = (*record.sources[:index], _citation(old, said), *record.sources[index + 1 :])
    builder.put_claim(record._replace(sources=_once(sources)), claim)
    return builder.change(f"change the source {in_quotes(kept)}")


def uncite(debate: Debate, claim: str, index: int) -> Change:
    """Removes a claim's citation; a source that nothing else cites goes with it.

    Raises:
        EditRefusedError: The claim has no such citation.
    """
    builder = ChangeBuilder(debate)
    record = builder.claim(claim)
    if not 0 <= index < len(record.sources):
        raise EditRefusedError("there is no such source here")
    ref = record.sources[index].ref
    rest = record.sources[:index] + record.sources[index + 1 :]
    builder.put_claim(record._replace(sources=rest), claim)
    others = (c for key, c in debate.claims.items() if key != claim)
    still = any(cited.ref == ref for cited in rest)
    if not still and not any(cited.ref == ref for other in others for cited in other.sources):
        builder.put_source(None, ref)
    called = in_quotes(debate.sources.get(ref, Source()))
    return builder.change(f"take {called} from {name_of(debate, claim)}")


def rate(debate: Debate, node: str, person: str, value: float | None) -> Change:
    """Records how far a person holds a claim, or counts a link: 0 to 100; None takes it back.

    Of a claim it is noted which words were rated; see `debatemap.core.rating_fingerprints`.

    Raises:
        EditRefusedError: The value is out of range, the person has no name, or there is no
            such claim or link.
    """
    builder = ChangeBuilder(debate)
    person = safe_line(clean(person))
    if not builder.has(node):
        raise EditRefusedError(f"there is no claim or link {node}")
    if not person:
        raise EditRefusedError("a rating needs the name of a person")
    if value is not None and not 0 <= value <= 100:  # noqa: PLR2004  (a percentage)
        raise EditRefusedError("a rating is a number from 0 to 100")
    name = name_of(debate, node)
    if value is None:
        ratings = builder.ratings(person)
        builder.put_ratings(person, {key: kept for key, kept in ratings.items() if key != node})
        return builder.change(f"take the rating of {name} back")
    builder.rate(person, {node: value})
    return builder.change(f"rate {name} {value:g}")


def _cite(builder: ChangeBuilder, claim: str, citation: Citation) -> None:
    record = builder.claim(claim)
    others = tuple(cited for cited in record.sources if cited != citation)
    builder.put_claim(record._replace(sources=(*others, citation)), claim)


def _citation(old: Citation, said: Mapping[str, str]) -> Citation:
    """Returns a citation with other values in some fields.

    Raises:
        EditRefusedError: A field cannot hold that value.
    """
    values: dict[str, Any] = {
        name: cleaned(field_of("citations", name), value) for name, value in said.items()
    }
    cited = old._replace(**values)
    return cited._replace(extra=without_later("citations", cited.extra, cited))


def _once(sources: Iterable[Citation]) -> tuple[Citation, ...]:
    """Returns citations without those that are equal to an earlier one."""
    kept: list[Citation] = []
    for cited in sources:
        if cited not in kept:
            kept.append(cited)
    return tuple(kept)


def _cleaned(source: Source) -> Source:
    return with_texts(source, lambda text: safe_line(clean(text)))
