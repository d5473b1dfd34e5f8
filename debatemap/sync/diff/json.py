"""A difference as plain data, its records in the shapes of the file."""

from typing import Any, Final

from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of
from debatemap.core.model import Claim, Link, Source, SourceText
from debatemap.core.source_text import text_shape
from debatemap.formats.native.records import claim_shape, link_shape, source_shape, value_shape
from debatemap.sync.diff.difference import Difference, Edit
from debatemap.sync.diff.difference_text import one_line

__all__ = ["described"]

_FIELDS: Final = {field.name for field in fields_of("claims")}


def described(difference: Difference, before: Debate, after: Debate) -> dict[str, object]:
    """Returns a difference as plain data: what was done, to what, in words and as edits.

    The first edit's fields stand beside the words; `edits` has all of them.
    """
    edits = [_edit(edit) for edit in difference.edits]
    return {
        "kind": difference.kind,
        **edits[0],
        "claim": difference.claim or None,
        "link": difference.link,
        "words": one_line(difference, before, after),
        "edits": edits,
    }


def _edit(edit: Edit) -> dict[str, object]:
    values = {"before": _shape(edit, edit.before), "after": _shape(edit, edit.after)}
    return {"table": edit.table, "id": edit.id, "field": edit.field, **values}


def _shape(edit: Edit, value: Any) -> Any:  # noqa: ANN401  (a record, or any field of one)
    """Returns a record or a field of one as the file has it."""
    if edit.table == "claims" and edit.field in _FIELDS:
        return value_shape("claims", edit.field, value)
    if isinstance(value, Claim):
        return claim_shape(value)
    if isinstance(value, Link):
        return {**link_shape(value), "premises": value.premises}
    if isinstance(value, SourceText):
        return text_shape(value)
    if isinstance(value, Source):
        return source_shape(value)
    is_unknown = edit.table != "stances" and edit.field in ("extra", "beside")
    return dict(value) if is_unknown else value
