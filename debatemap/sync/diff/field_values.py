"""How the fields of records differ: what is said of claims, sources, ratings and the map."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.change import HEADER
from debatemap.core.fields import plain_fields
from debatemap.core.model import Citation, Claim, Header
from debatemap.core.rating_fingerprints import fingerprints, without_fingerprints
from debatemap.sync.change_between import alike
from debatemap.sync.diff.comparison import Comparison, field_edits
from debatemap.sync.diff.difference import Difference, Edit, Kind

__all__ = ["forgotten_ratings", "particulars"]

_OF_CLAIMS: Final[dict[str, Kind]] = {
    **dict.fromkeys((field.name for field in plain_fields()), "field"),
    "text": "reworded",
    "note": "note",
    "tags": "tags",
    "by": "author",
    "created": "created",
    "sources": "requoted",
    "extra": "unknown",
}
_OF_THE_MAP: Final[dict[str, Kind]] = {
    "id": "identity",
    "title": "title",
    "question": "question",
    "extra": "unknown",
    "beside": "unknown",
}


def particulars(compared: Comparison) -> Iterator[Difference]:
    """Yields the fields that differ of records that both debates have, sources and ratings."""
    for old, new in compared.change.header.values():
        for edit in field_edits("header", HEADER, old, new):
            if edit.field == "beside":
                yield from _of_the_top(old, new, edit)
            elif edit.field in _OF_THE_MAP:
                yield Difference(_OF_THE_MAP[edit.field], (edit,))
    for claim, (before, after) in compared.change.claims.items():
        if before is not None and after is not None:
            yield from _of_claim(compared, claim, before, after)
    yield from _sources(compared)
    yield from _ratings(compared)


def forgotten_ratings(compared: Comparison) -> dict[str, list[Edit]]:
    """Returns the ratings that went with what they are of, by its id."""
    gone: dict[str, list[Edit]] = {}
    for edit in _rating_edits(compared):
        if edit.field and edit.after is None and _is_gone(compared, edit.field):
            gone.setdefault(edit.field, []).append(edit)
    return gone


def _is_gone(compared: Comparison, node: str) -> bool:
    return compared.before.exists(node) and not compared.after.exists(node)


def _of_claim(
    compared: Comparison, claim: str, before: Claim, after: Claim
) -> Iterator[Difference]:
    for edit in field_edits("claims", claim, before, after):
        kind = _OF_CLAIMS[edit.field]
        if edit.field != "sources":
            yield Difference(kind, (edit,), claim)
            continue
        lost = [cited for cited in before.sources if cited not in after.sources]
        won = [cited for cited in after.sources if cited not in before.sources]
        if won and len(won) + len(before.sources) == len(after.sources) and not lost:
            kind = "cited"
        elif lost and len(after.sources) + len(lost) == len(before.sources) and not won:
            kind = "uncited"
        with_source = _source_edits(compared, won, lost)
        yield Difference(kind, (edit, *with_source), claim)


def _source_edits(
    compared: Comparison, won: list[Citation], lost: list[Citation]
) -> Iterator[Edit]:
    """Yields the sources that came or went with a claim's use of them; each is yielded once."""
    for ref in dict.fromkeys(cited.ref for cited in (*won, *lost)):
        before, after = compared.change.sources.get(ref, (None, None))
        is_whole = (before is None) != (after is None)
        if is_whole and ("sources", ref, "") not in compared.taken:
            compared.taken.add(("sources", ref, ""))
            yield Edit("sources", ref, "", before, after)


def _sources(compared: Comparison) -> Iterator[Difference]:
    for key, (before, after) in compared.change.sources.items():
        if before is not None and after is not None:
            edits = tuple(field_edits("sources", key, before, after))
            yield Difference("source", edits)
        elif ("sources", key, "") not in compared.taken:
            yield Difference("source", (Edit("sources", key, "", before, after),))


def _ratings(compared: Comparison) -> Iterator[Difference]:
    """Yields who rates what otherwise; what went took its ratings with it."""
    for edit in _rating_edits(compared):
        if edit.after is not None or not _is_gone(compared, edit.field):
            link = edit.field if edit.field in compared.after.links else None
            yield Difference("rated", (edit,), compared.shown_at(edit.field), link)


def _of_the_top(old: Header | None, new: Header | None, edit: Edit) -> Iterator[Difference]:
    """Yields what differs beside the map; which words were rated is told with the ratings."""
    before, after = (without_fingerprints(side or Header("")).beside for side in (old, new))
    if not alike(Header("", beside=before), Header("", beside=after)):
        yield Difference("unknown", (edit._replace(before=before, after=after),))


def _rating_edits(compared: Comparison) -> Iterator[Edit]:
    """Yields the ratings that differ, or are of other words now."""
    one, other = compared.before, compared.after
    words = [fingerprints(debate.header) for debate in (one, other)]
    noted = (p for p in {**words[0], **words[1]} if words[0].get(p) != words[1].get(p))
    for person in dict.fromkeys((*compared.change.stances, *noted)):
        before, after = one.stances.get(person), other.stances.get(person)
        old, new = before or {}, after or {}
        if not old and not new and person in compared.change.stances:
            yield Edit("stances", person, "", before, after)
        marks = [each.get(person, {}) for each in words]
        for node in dict.fromkeys((*new, *old)):
            is_noted = node in old and node in new and marks[0].get(node) != marks[1].get(node)
            if is_noted or old.get(node) != new.get(node):
                yield Edit("stances", person, node, old.get(node), new.get(node))
