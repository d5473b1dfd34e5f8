"""What a tree's nodes hold beside their words, as named texts: attributes, properties, fields.

Names are those that a person would give: `stance`, `tags`, `author`. What has parts is JSON, and
what has no name of its own stands, as JSON, in `fields`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import orjson

from debatemap.core.fields import fields_of
from debatemap.core.model import NO_EXTRA, Claim, Extra
from debatemap.core.text import clean
from debatemap.formats.foreign_ids import FOREIGN_ID, derived_id
from debatemap.formats.limits import misfit
from debatemap.formats.native.numbers import as_written, json_exactly
from debatemap.formats.native.records import READERS, SHAPES
from debatemap.formats.tree.node import TreeNode
from debatemap.formats.tree.stance_words import stance_of_words

__all__ = [
    "RESERVED",
    "attributes_of",
    "claim_of_shape",
    "json_object",
    "json_text",
    "json_value",
    "key_in_file",
    "with_attributes",
]

_IN_NODE: Final = ("text", "links")
_NAMES: Final = {"by": "author", "created": "date"}
RESERVED: Final = frozenset({
    "stance", "step", "joined", "link", "again", "fields", "link-fields", "id", "custom_id",
    *(_NAMES.get(field.in_file, field.in_file) for field in fields_of("claims")),
})  # fmt: skip
"""Names that attributes of this program have."""
_NATIVE_NAME: Final = re.compile(r"x-([A-Za-z][A-Za-z0-9_-]{0,60})")
_NO_CHARACTER: Final = re.compile("[\ufffe\uffff]")
_ASCII_END: Final = 127
_NO_VALUES: Final[Mapping[str, str]] = {}


def json_text(value: object, option: int = 0) -> str:
    r"""Returns JSON, its numbers with the digits that they had.

    What could not stand in a file as it is, is written in digits.

    Args:
        value: The value.
        option: How `orjson` is to write it; without one, on one line.

    Examples:
        >>> print(json_text({"a": "é"}), json_text("\u202e"))
        {"a":"é"} "\u202e"
    """
    try:
        text = orjson.dumps(value, as_written, option or orjson.OPT_SORT_KEYS).decode()
    except TypeError:
        # Half a surrogate pair, which no file of ours holds, is no text in UTF-8.
        plain = json.dumps(value, ensure_ascii=False, default=float)
        safe = orjson.loads(plain.encode("utf-8", "replace"))
        text = orjson.dumps(safe, option=option or orjson.OPT_SORT_KEYS).decode()
    if clean(text) == text and not _NO_CHARACTER.search(text):
        return text
    codes = text.encode("utf-16-be")
    units = (int.from_bytes(codes[n : n + 2], "big") for n in range(0, len(codes), 2))
    return "".join(chr(unit) if unit < _ASCII_END else f"\\u{unit:04x}" for unit in units)


def json_object(text: str) -> dict[str, Any] | None:
    """Returns the object that JSON says; None where it says none.

    Examples:
        >>> json_object('{"a": 1}'), json_object("[1]"), json_object("{")
        ({'a': 1}, None, None)
    """
    value = json_value(text)
    return value if isinstance(value, dict) else None


def json_value(text: str) -> Any:  # noqa: ANN401  (any JSON)
    """Returns what JSON says; None where it is none, or holds what could never be saved."""
    try:
        value = json_exactly(text.encode("utf-8", "replace"))
    except (ValueError, TypeError, RecursionError):
        return None
    return None if misfit({"": value}, "") else value


def key_in_file(key: str, extra: Extra) -> str:
    """Returns the id that a claim had in the file that it came from, else its own."""
    foreign = extra.get(FOREIGN_ID)
    is_foreign = isinstance(foreign, str) and derived_id("claim", foreign, "0") == key
    return str(foreign) if is_foreign else key


def attributes_of(node: TreeNode, without: Iterable[str] = ()) -> dict[str, str]:
    """Returns the attributes of a place.

    Args:
        node: The place.
        without: The fields of claims that the format has places of its own for.
    """
    found = {"stance": _stance_word(node)}
    if node.of_step:
        found["step"] = "yes"
    if node.is_joined:
        found["joined"] = "yes"
    elif node.link:
        found["link"] = node.link
        found |= {"link-fields": json_text(dict(node.link_extra))} if node.link_extra else {}
    if node.same_as:
        return {**found, "again": key_in_file(node.key, node.claim.extra)}
    extra = _extra_in_file(node)
    shape = SHAPES["claims"](node.claim._replace(extra=NO_EXTRA))
    passed = {*_IN_NODE, *without}
    found |= {
        _NAMES.get(name, name): _text(name, value)
        for name, value in shape.items()
        if name not in passed
    }
    native = {name: value for name, value in extra.items() if _is_native(name, value)}
    found |= {name[2:]: value for name, value in native.items()}
    rest = {name: value for name, value in extra.items() if name not in native}
    return found | ({"fields": json_text(rest)} if rest else {})


def _extra_in_file(node: TreeNode) -> dict[str, Any]:
    extra = dict(node.claim.extra)
    if key_in_file(node.key, extra) != node.key:
        del extra[FOREIGN_ID]
    return extra


def _is_native(name: str, value: object) -> bool:
    """Tells whether an unknown field can stand under the name that it had in another program."""
    found = _NATIVE_NAME.fullmatch(name)
    if found is None or not isinstance(value, str) or name == FOREIGN_ID:
        return False
    return found[1].lower() not in RESERVED and clean(value) == value


def _stance_word(node: TreeNode) -> str:
    if node.parent is None:
        return "unplaced" if node.is_loose else "thesis"
    return "con" if node.stance == "attacks" else "pro"


def _text(name: str, value: object) -> str:
    """Returns the value of a field: words where they can be read back, else JSON."""
    if isinstance(value, str) and not value.startswith(("[", '"')):
        return value
    if name == "tags" and isinstance(value, tuple):
        joined = ", ".join(value)
        if not joined.startswith(("[", '"')) and _tags(joined) == list(value):
            return joined
    return json_text(value)


def _tags(text: str) -> list[str]:
    return [tag for part in text.split(",") if (tag := part.strip().removeprefix("#"))]


def with_attributes(
    node: TreeNode, attributes: Mapping[str, str], keep: Mapping[str, str] = _NO_VALUES
) -> tuple[TreeNode, list[str]]:
    """Returns a place with what its attributes say, and the names of those that say nothing.

    Args:
        node: The place, with what the format has places of its own for.
        attributes: The attributes that this program may have written.
        keep: Further fields of another program, which are kept as they are.
    """
    given = {name.lower(): value for name, value in attributes.items()}
    odd: list[str] = []
    foreign = {name: v for name, v in attributes.items() if name.lower() not in RESERVED}
    extra: dict[str, Any] = {f"x-{name}": clean(v) for name, v in {**foreign, **keep}.items()}
    extra |= _object(given, "fields", odd)
    claim = node.claim._replace(extra={**node.claim.extra, **extra})
    for field in fields_of("claims"):
        name = _NAMES.get(field.in_file, field.in_file)
        if name in given and field.name not in _IN_NODE:
            read = _with_field(claim, field.in_file, given[name])
            claim = read or claim
            odd += [] if read else [name]
    stance = given.get("stance", "")
    return node._replace(
        claim=claim,
        stance=stance_of_words(stance) or node.stance,
        is_loose=stance == "unplaced" or node.is_loose,
        of_step=node.of_step or given.get("step") == "yes",
        is_joined=node.is_joined or given.get("joined") == "yes",
        link=given.get("link", node.link),
        link_extra={**node.link_extra, **_object(given, "link-fields", odd)},
        same_as=given.get("again", node.same_as),
    ), odd


def _object(given: Mapping[str, str], name: str, odd: list[str]) -> dict[str, Any]:
    if name not in given:
        return {}
    value = json_object(given[name])
    odd += [name] if value is None else []
    return value or {}


def _with_field(claim: Claim, name: str, text: str) -> Claim | None:
    """Returns a claim with the value of a field; None where the text is no value of it."""
    value: Any = text
    if text.startswith(("[", '"')):
        value = json_value(text)
        value = text if value is None else value
    if name == "tags" and isinstance(value, str):
        value = _tags(value)
    elif name == "note" and isinstance(value, str):
        value = value.split("\n")
    from debatemap.formats.native.schema import record_adapter  # noqa: PLC0415  (pydantic takes long to load)

    shape = {**SHAPES["claims"](claim._replace(extra=NO_EXTRA)), name: value}
    try:
        checked = record_adapter("claims").validate_python(_lists(shape))
    except ValueError:
        return None
    checked.pop("links", None)
    read: Claim = READERS["claims"](checked)
    return None if read.extra else read._replace(extra=claim.extra)


def claim_of_shape(claim: Claim, shape: Mapping[str, Any]) -> Claim | None:
    """Returns a claim with the fields of an object, unknown ones in its `fields`.

    Where they are no fields of a claim, there is none.
    """
    from debatemap.formats.native.schema import record_adapter  # noqa: PLC0415  (as above)

    rest = shape.get("fields", {})
    given = {key: value for key, value in shape.items() if key not in ("text", "links", "fields")}
    if not isinstance(rest, dict) or misfit({"": dict(shape)}, ""):
        return None
    try:
        checked = record_adapter("claims").validate_python({"text": claim.text, **given})
    except ValueError:
        return None
    read: Claim = READERS["claims"](checked)
    cited = (*read.sources, *(each for each in claim.sources if each not in read.sources))
    return read._replace(extra={**claim.extra, **read.extra, **rest}, sources=cited)


def _lists(shape: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: list(v) if isinstance(v, tuple) else v for key, v in shape.items() if key != "links"
    }
