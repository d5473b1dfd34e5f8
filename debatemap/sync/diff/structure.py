"""How the shape of two debates differs: claims that came and went, and links."""

from collections.abc import Iterable, Iterator, Mapping

from debatemap.core.change import HEADER
from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.sync.diff.comparison import Comparison, field_edits
from debatemap.sync.diff.difference import Difference, Edit, Kind
from debatemap.sync.diff.positions import Standing

__all__ = ["structure"]


def structure(compared: Comparison) -> Iterator[Difference]:
    """Yields what befell claims, links and theses; takes the edits that belong together."""
    yield from _arrivals(compared)
    yield from _departures(compared)
    yield from _replaced(compared)
    for key, link in compared.new_links():
        yield _of_link(compared, "linked", key, Edit("links", key, "", None, link))
    for key, link in compared.gone_links():
        yield _of_link(compared, "unlinked", key, Edit("links", key, "", link, None))
    for key, (before, after) in compared.change.links.items():
        if before is not None and after is not None:
            yield from _altered(compared, key, before, after)
    yield from _theses(compared)


def _arrivals(compared: Comparison) -> Iterator[Difference]:
    """Yields the claims that are new, those that one link brought together."""
    if compared.after.claims.keys() <= compared.before.claims.keys():
        return
    coming = _comings(compared.before, compared.after, compared.now)
    for link, edits in coming:
        _take(compared, edits)
        yield Difference("added", tuple(edits), edits[0].id, link)


def _departures(compared: Comparison) -> Iterator[Difference]:
    """Yields the claims that are gone, each with the links that nothing else holds now."""
    if not compared.has_departures:
        return
    leaving = _comings(compared.after, compared.before, compared.was)
    found = {edits[0].id: (link, [edit.inverse() for edit in edits]) for link, edits in leaving}
    head = {edit.id: first for first, (_, edits) in found.items() for edit in edits}
    for first, (link, edits) in found.items():
        found[first] = link, [edit for edit in edits if not _is_taken(compared, edit)]
        _take(compared, edits)
    for key, gone in list(compared.gone_links()):
        first = next((head[premise] for premise in gone.premises if premise in head), "")
        if first and not compared.remains(gone):
            edit = Edit("links", key, "", gone, None)
            found[first][1].append(edit)
            _take(compared, [edit])
    for first, (link, edits) in found.items():
        yield Difference("removed", tuple(edits), compared.remaining_above[first], link)


def _comings(
    before: Debate, after: Debate, now: Mapping[str, Standing]
) -> list[tuple[str | None, list[Edit]]]:
    """Returns the claims that only `after` has, with what puts them where they stand.

    Claims that stand by one and the same link come together.
    """
    groups: dict[str, list[str]] = {}
    for claim, standing in now.items():
        if claim not in before.claims:
            groups.setdefault(f"link {standing.link}" if standing.link else claim, []).append(claim)
    found: list[tuple[str | None, list[Edit]]] = []
    for claims in groups.values():
        edits = [Edit("claims", claim, "", None, after.claims[claim]) for claim in claims]
        link = now[claims[0]].link
        if link is None:
            edits += _thesis_edit(before, after, claims[0])
        else:
            edits += _link_edit(before, after, link)
        found.append((link, edits))
    return found


def _thesis_edit(before: Debate, after: Debate, claim: str) -> list[Edit]:
    theses = after.header.theses
    if claim not in theses or claim in before.header.theses:
        return []
    return [Edit("header", HEADER, f"theses.{claim}", None, theses.index(claim))]


def _link_edit(before: Debate, after: Debate, link_id: str) -> list[Edit]:
    """Returns what brought a link, or brought a claim to a link that was there."""
    old, new = before.links.get(link_id), after.links[link_id]
    if old is None:
        return [Edit("links", link_id, "", None, new)]
    if old.premises != new.premises:
        return [Edit("links", link_id, "premises", old.premises, new.premises)]
    return []


def _replaced(compared: Comparison) -> Iterator[Difference]:
    """Yields the claims whose only link went, and that have one other link in its place."""
    before, after = compared.before, compared.after
    gone = dict(compared.gone_links())
    for key, link in list(compared.new_links()):
        first = link.premises[0]
        old, new = before.links_from(first), after.links_from(first)
        if len(old) != 1 or new != [key] or old[0] not in gone:
            continue
        left = gone[old[0]]
        if left.premises == link.premises:
            edits = Edit("links", old[0], "", left, None), Edit("links", key, "", None, link)
            is_moved = left.target != link.target
            is_flipped = left.stance != link.stance
            kind: Kind = "moved" if is_moved else "flipped" if is_flipped else "relinked"
            yield _of_link(compared, kind, key, *edits)


def _altered(compared: Comparison, key: str, before: Link, after: Link) -> Iterator[Difference]:
    """Yields what befell a link that was there; its order among others is told elsewhere."""
    fields = {edit.field: edit for edit in field_edits("links", key, before, after)}
    if "target" in fields:
        names = ("target", "stance", "pos")
        edits = [fields[name] for name in names if name in fields]
        yield _of_link(compared, "moved", key, *edits)
    elif "stance" in fields:
        yield _of_link(compared, "flipped", key, fields["stance"])
    if "premises" in fields and not _is_taken(compared, fields["premises"]):
        yield _of_link(compared, "joined", key, fields["premises"])
    if "extra" in fields:
        yield _of_link(compared, "unknown", key, fields["extra"])


def _of_link(compared: Comparison, kind: Kind, key: str, *edits: Edit) -> Difference:
    _take(compared, edits)
    return Difference(kind, edits, compared.shown_at(key), key)


def _theses(compared: Comparison) -> Iterator[Difference]:
    """Yields the claims that became theses or are none any more, and another order of them."""
    old, new = compared.before.header.theses, compared.after.header.theses
    if old == new:
        return
    places = {claim: place for place, claim in reversed([*enumerate(new)])}
    were = {claim: place for place, claim in reversed([*enumerate(old)])}
    for claim in dict.fromkeys((*new, *old)):
        place, was = places.get(claim), were.get(claim)
        edit = Edit("header", HEADER, f"theses.{claim}", was, place)
        if (place is None) != (was is None) and not _is_taken(compared, edit):
            shown = claim if claim in compared.after.claims else ""
            yield Difference("thesis" if was is None else "no thesis", (edit,), shown)
    if _is_reordered(old, new):
        yield Difference("theses reordered", (Edit("header", HEADER, "theses", old, new),))


def _is_reordered(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tells whether the theses that both name have another order, or come another time."""
    both = {*old} & {*new}
    return [claim for claim in old if claim in both] != [claim for claim in new if claim in both]


def _is_taken(compared: Comparison, edit: Edit) -> bool:
    return edit[:3] in compared.taken


def _take(compared: Comparison, edits: Iterable[Edit]) -> None:
    compared.taken.update(edit[:3] for edit in edits)
