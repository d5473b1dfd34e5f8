"""What the data in braces says of a claim or a step, as the records of a map have it, and back.

Our own keys are those of the map's file: `note`, `by`, `created`, `sources`, and `extra` for
unknown fields. A key that is not known stays as an unknown field `x-KEY`, and goes out again as
KEY.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from debatemap.core.fields import fields_of
from debatemap.core.model import NO_EXTRA, Claim, Extra
from debatemap.core.text import clean
from debatemap.formats.foreign_ids import FOREIGN_ID
from debatemap.formats.native.records import READERS, SHAPES

__all__ = [
    "AT", "EXTRA", "ID", "KEPT", "MARK", "SCHEME", "SECTION", "STEP", "TEXT", "as_data", "claim_of",
    "cleaned", "data_of_claim", "extra_of",
]  # fmt: skip

MARK: Final = "debatemap"
"""The key of the front matter by which a file of this program is known."""
ID, TEXT, EXTRA = "id", "text", "extra"
STEP: Final = "step"
"""The key of a step's id, at the lower line of a relation and at an inference."""
AT: Final = "at"
"""The key of a step's place among the steps into its target."""
KEPT: Final = "x-"
SCHEME: Final = "x-scheme"
"""The field of a link that names the rule of its inference."""
SECTION: Final = "x-section"
"""The field of a claim with the headings that it stands beneath."""
_OWN: Final = {field.in_file: field for field in fields_of("claims")}
_KNOWN: Final = frozenset({
    *_OWN, ID, TEXT, EXTRA, STEP, AT, "attacks", "supports", "links", "source", "quote",
    "quotation", "author", "uses", "from",
})  # fmt: skip
"""Keys that mean something to the reader; an unknown field never goes out as one of them."""
_CITATIONS: Final = frozenset(f.in_file for f in fields_of("claims") if f.kind == "citations")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_NOT_OUT: Final = frozenset({FOREIGN_ID, SCHEME, SECTION})


def _lines(value: Any) -> Any:  # noqa: ANN401  (any YAML)
    """Returns the lines of a text that a source keeps, each without what ends it."""
    if not isinstance(value, list):
        return cleaned(value)
    whole = (cleaned(each) for each in value)
    return [each.rstrip("\n") if isinstance(each, str) else each for each in whole]


def cleaned(value: Any) -> Any:  # noqa: ANN401  (any YAML)
    """Returns YAML of anybody, all its texts made fit for a map."""
    # It calls itself for what is nested, which YAML is only within the limit on depth.
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {
            clean(key): _lines(each) if key == "lines" else cleaned(each)
            for key, each in value.items()
        }
    return [cleaned(each) for each in value] if isinstance(value, list) else value


def claim_of(text: str, tags: Sequence[str], data: Mapping[str, Any], sources: list[Any]) -> Claim:
    """Returns a claim.

    Args:
        text: Its text, where the data says none.
        tags: Its tags in the text.
        data: Its data.
        sources: Its citations, as the map's file has them.
    """
    if not data and not sources:
        return Claim(text, tags=tuple(map(clean, tags)))
    shape: dict[str, Any] = {}
    for key, field in _OWN.items():
        value = data.get(key)
        if key in (TEXT, *_CITATIONS) or value in (None, "", []):
            continue
        if field.kind == "lines" and _are_texts(value):
            shape[key] = clean("\n".join(value)).split("\n")
        elif field.kind == "lines" and isinstance(value, str):
            shape[key] = clean(value).split("\n")
        elif field.kind in ("line", "text", "choice") and isinstance(value, (str, int, float)):
            shape[key] = clean(str(value))
        elif field.is_list and (isinstance(value, str) or _are_texts(value)):
            shape[key] = [clean(each) for each in ([value] if isinstance(value, str) else value)]
    all_tags = list(dict.fromkeys([*map(clean, tags), *shape.pop("tags", ())]))
    said = data.get(TEXT)
    shape |= {"text": clean(said) if isinstance(said, str) else text}
    shape |= {"tags": all_tags} if all_tags else {}
    shape |= {"sources": sources} if sources else {}
    known = {*shape, *(_CITATIONS if sources else ())}
    read: Claim = READERS["claims"](shape)
    return read._replace(extra=extra_of(data, known))


def extra_of(data: Mapping[str, Any], known: set[str]) -> Extra:
    """Returns the unknown fields of a claim or a step that some data gives it."""
    extra = {
        f"{KEPT}{clean(key)}": cleaned(value)
        for key, value in data.items()
        if key not in known and key not in (ID, TEXT, EXTRA, STEP, AT, "attacks", "supports")
    }
    own = data.get(EXTRA)
    if isinstance(own, dict):
        extra |= own
    elif own is not None:
        extra[f"{KEPT}{EXTRA}"] = cleaned(own)
    return extra or NO_EXTRA


def data_of_claim(claim: Claim, shown_tags: set[str]) -> dict[str, Any]:
    """Returns the data of a claim, without its text and the tags that its line shows."""
    shape = SHAPES["claims"](claim._replace(extra=NO_EXTRA))
    del shape[TEXT]
    tags = [tag for tag in claim.tags if tag not in shown_tags]
    shape = {key: value for key, value in shape.items() if key != "tags"}
    if tags or len(set(claim.tags)) < len(claim.tags):
        shape["tags"] = list(claim.tags)
    return {**shape, **as_data(claim.extra)}


def as_data(extra: Extra) -> dict[str, Any]:
    """Returns unknown fields as data: those of other programs' files by their keys there."""
    out: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for key, value in sorted(extra.items()):
        name = key.removeprefix(KEPT)
        if (
            key != name
            and key not in _NOT_OUT
            and _NAME.fullmatch(name)
            and (name not in _KNOWN and cleaned(value) == value)
        ):
            out[name] = value
        else:
            rest[key] = value
    return {**out, EXTRA: rest} if rest else out


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
