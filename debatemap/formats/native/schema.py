"""The shape of a map's file, version 1, as pydantic sees it.

The file is not the memory: in a file, links stand inside their first premise, which keeps
two people's edits apart, and notes are lists of lines. `debatemap.formats.native.codec` translates.
Every object may hold keys that are not named here; they are kept.
"""

from functools import cache
from typing import Annotated, Any, Final, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from debatemap.core.fields import Field as Field_
from debatemap.core.fields import Table, fields_of
from debatemap.core.model import ID_PATTERN, Stance
from debatemap.core.rating_fingerprints import FINGERPRINT_PATTERN, RATED_AS
from debatemap.core.scenarios import ABSENT, FALSE, SCENARIOS, TRUE

__all__ = ["FileShape", "file_adapter", "json_schema", "record_adapter"]

Id = Annotated[str, Field(pattern=ID_PATTERN)]
_open = with_config(ConfigDict(extra="allow", strict=True))


_SOURCE_TEXT: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "description": "A path from the map’s folder, with slashes."},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "lines": {"type": "array", "items": {"type": "string"}},
        "type": {"enum": ["html", "markdown", "srt", "vtt"]},
    },
}


def _shape(name: str, said: str, table: Table, /, **more: Any) -> Any:  # noqa: ANN401  (a type)
    """Returns the shape of a record with the fields of a table, and those of no table."""
    shape = TypedDict(name, {f.in_file: _typed(f) for f in fields_of(table)} | more)  # type: ignore[misc]  # pydantic reads it at run time
    shape.__doc__ = said
    return _open(shape)


def _typed(field: Field_) -> Any:  # noqa: ANN401  (a type)
    if field.is_later:  # A key that earlier programs did not know may hold anything.
        annotation: Any = Annotated[Any, Field(json_schema_extra=_wanted(field))]
    else:
        annotation = _TYPES[field.kind]
    if field.help:
        annotation = Annotated[annotation, Field(description=field.help)]
    return annotation if field.is_required else NotRequired[annotation]


def _wanted(field: Field_) -> dict[str, Any]:
    """Returns what a program that writes a later field should write."""
    if field.choices:
        return {"enum": [*field.choices]}
    text = {"type": "string"}
    if field.kind == "source_text":
        return _SOURCE_TEXT
    return {"type": "array", "items": text} if field.is_list else {**text}


_TYPES: Final[dict[str, Any]] = {
    "line": str,
    "text": str,
    "lines": list[str],
    "tags": list[str],
    "id": Id,
    "ids": list[Id],
    "stance": Stance,
}
"""What the file has for each kind of field."""

HeaderShape = _shape(
    "HeaderShape",
    "What the map says of itself.",
    "map",
    id=Annotated[Id, Field(description="Names the map wherever it goes.")],
    title=NotRequired[str],
    theses=NotRequired[
        Annotated[list[Id], Field(description="The claims the debate is about, in order.")]
    ],
)
SourceShape = _shape("SourceShape", "Where claims come from.", "sources")
CitationShape = _shape("CitationShape", "A claim's use of a source.", "citations")
_TYPES["citations"] = list[CitationShape]  # type: ignore[valid-type]  # pydantic reads it at run time
LinkShape = _shape(
    "LinkShape", "A step from the claim that it stands in to a claim or a link.", "links"
)
_Links = Annotated[
    dict[Id, LinkShape],  # type: ignore[valid-type]  # pydantic reads it at run time
    Field(description="The links whose first premise it is."),
]
ClaimShape = _shape(
    "ClaimShape",
    "One statement that can be true or false.",
    "claims",
    links=NotRequired[_Links],
)


Rating = Annotated[float, Field(ge=0, le=100)]

_SCENARIOS: Final[dict[str, Any]] = {
    "type": "object",
    "description": "What-ifs by name: what each assumes of claims and links, by id.",
    "additionalProperties": {
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"enum": [TRUE, FALSE, ABSENT]},
    },
}
"""What a program that writes scenarios should write; a reader takes anything there.

So it is in the JSON Schema and in no model: versions that had not heard of scenarios kept
whatever stood under that key, where their unknown keys stand, and none of it is worth a map that
does not open. What is no scenario is passed over, and `debatemap check` names it.
"""

_RATED_AS: Final[dict[str, Any]] = {
    "type": "object",
    "description": "By name: of which words of a claim the person’s rating is, as a fingerprint.",
    "additionalProperties": {
        "type": "object",
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"type": "string", "pattern": FINGERPRINT_PATTERN},
    },
}
"""Likewise; what is no fingerprint is passed over."""


@_open
class FileShape(TypedDict):
    """A debate map, version 1."""

    format: Literal["debatemap"]
    version: Literal[1]
    map: HeaderShape  # type: ignore[valid-type]  # pydantic reads it at run time
    sources: NotRequired[dict[Id, SourceShape]]  # type: ignore[valid-type]  # pydantic reads it at run time
    claims: NotRequired[dict[Id, ClaimShape]]  # type: ignore[valid-type]  # pydantic reads it at run time
    stances: NotRequired[
        Annotated[
            dict[str, dict[Id, Rating]],
            Field(description="By name: how far the person holds a claim, or counts a link."),
        ]
    ]


_FreeLinkShape = TypedDict("_FreeLinkShape", {"from": Id, **LinkShape.__annotations__})  # type: ignore[misc]  # pydantic reads it at run time

_RECORDS: Final[dict[str, Any]] = {
    "claims": ClaimShape,
    "links": _open(_FreeLinkShape),
    "sources": SourceShape,
    "map": HeaderShape,
    "stances": dict[Id, Rating],
}


@cache
def file_adapter() -> TypeAdapter[Any]:
    """Returns the validator of a whole file."""
    return TypeAdapter(FileShape)


@cache
def record_adapter(table: str) -> TypeAdapter[Any]:
    """Returns the validator of one record: of a claim, link, source, header, or person's ratings.

    A link is one with its first premise in a field `from`, as it is outside of a file.
    """
    return TypeAdapter(_RECORDS[table])


def json_schema() -> dict[str, Any]:
    """Returns the JSON Schema (draft 2020-12) of a map's file."""
    schema = file_adapter().json_schema()
    schema["properties"][RATED_AS] = _RATED_AS
    schema["properties"][SCENARIOS] = _SCENARIOS
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
