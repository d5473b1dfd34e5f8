"""What a choice gives back: a record with its links, or its deletion with all that came along."""

from typing import Any, Final

import orjson

from debatemap.core.model import Link
from debatemap.edit.builder import ChangeBuilder, EditRefusedError
from debatemap.edit.delete import drop_claims
from debatemap.formats.native.numbers import as_written, json_exactly, restore_numbers
from debatemap.formats.native.records import READERS
from debatemap.sync.merge.conflict import Conflict

__all__ = ["UNFIT", "give_links_back", "take_away", "valid_fields"]

UNFIT: Final = "that value cannot stand there"


def give_links_back(builder: ChangeBuilder, conflict: Conflict) -> None:
    """Lets a claim stand by the links by which the side that kept it has it."""
    claim = conflict.path[1]
    for key, fields in conflict.links.items():
        try:
            link: Link = READERS["links"](valid_fields("links", fields))
        except EditRefusedError:
            continue  # Somebody else's file may hold anything there.
        if claim in link.premises and builder.has(link.target) and link.target != claim:
            _give_back(builder, claim, key, link)


def take_away(builder: ChangeBuilder, conflict: Conflict) -> None:
    """Deletes a record, and the links that only came back along with it."""
    table, key = conflict.path
    if table == "sources":
        _drop_source(builder, key)
    elif table == "links":
        builder.drop_link(key)
    else:
        drop_claims(builder, {key})
    for link in conflict.along:
        if link in builder.debate.links and builder.has(link):
            builder.drop_link(link)


def valid_fields(table: str, fields: Any) -> Any:  # noqa: ANN401  (a record's fields)
    """Returns fields as the loader would have read them; a value may come from anywhere.

    Raises:
        EditRefusedError: They are no record of that table.
    """
    # pydantic takes longer to load than a merge that gives nothing back.
    from debatemap.formats.native.schema import record_adapter  # noqa: PLC0415

    try:
        data = orjson.dumps(fields, as_written)
        valid = record_adapter(table).validate_json(data)
    except (ValueError, TypeError) as error:  # What pydantic refuses is a ValueError.
        raise EditRefusedError(UNFIT) from error
    if table != "stances":
        restore_numbers(json_exactly(data), valid)
    return valid


def _give_back(builder: ChangeBuilder, claim: str, key: str, link: Link) -> None:
    there = tuple(premise for premise in link.premises if builder.has_claim(premise))
    if not builder.has(key):
        is_new = key not in builder.debate.sources and key not in (*there, link.target)
        builder.put_link(link._replace(premises=there), key if is_new else None)
        return
    now = builder.link(key) if not builder.has_claim(key) else None
    if now is not None and claim in now.premises:
        return
    if now is not None and set(now.premises) <= set(link.premises):
        premises = tuple(p for p in link.premises if p == claim or p in now.premises)
        builder.put_link(now._replace(premises=premises), key)
        return
    # The step has become another one, which stays as it is.
    own = (builder.link(each) for each in builder.links_from(claim))
    if not any((each.target, each.stance) == (link.target, link.stance) for each in own):
        builder.put_link(link._replace(premises=there))


def _drop_source(builder: ChangeBuilder, source: str) -> None:
    """Removes a source and what cites it, as deleting a source does."""
    for key, claim in builder.debate.claims.items():
        left = tuple(cited for cited in claim.sources if cited.ref != source)
        if left != claim.sources:
            builder.put_claim(claim._replace(sources=left), key)
    builder.put_source(None, source)
