"""The fields of a map's records: one row for each.

The file's schema, its reading and writing, the diff, the merge, the search, the lints and the
words on the screen take what they say of a field from its row. The order is the file's.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeVar

from debatemap.core.model import CITATION_KINDS, Citation, Source

__all__ = [
    "FIELDS",
    "Field",
    "Table",
    "fields_of",
    "line_names",
    "searched_as",
    "short_values",
    "text_names",
    "with_texts",
]

Table = Literal["claims", "links", "sources", "citations"]
Kind = Literal["line", "text", "lines", "tags", "id", "ids", "stance", "citations", "choice"]
"""What a field holds: a line, a text, a text that the file has as a list of lines, and so on."""

MergeRule = Literal["whole", "words", "lines", "members", "citations"]
"""How two edits of it go together. Of a whole value, only one edit can stay."""


class Field(NamedTuple):
    """What the program knows of a field of a claim, link, source or citation.

    Attributes:
        table: The records that have it.
        name: Their attribute.
        kind: What it holds.
        key: Its key in the file, where that is not its name.
        noun: What it is called in a sentence, where that is not its name.
        merge: How two edits of it are merged.
        is_required: Whether a record without it is no record.
        choices: The values that it may have, where these are few.
        help: What the JSON Schema says of it.
    """

    table: Table
    name: str
    kind: Kind
    key: str = ""
    noun: str = ""
    merge: MergeRule = "whole"
    is_required: bool = False
    choices: tuple[str, ...] = ()
    help: str = ""

    @property
    def in_file(self) -> str:
        """Its key in the file."""
        return self.key or self.name

    @property
    def label(self) -> str:
        """Its name in a sentence."""
        return self.noun or self.name

    @property
    def is_text(self) -> bool:
        """Whether it holds what somebody typed, which is never shown as it is."""
        return self.kind in ("line", "text", "lines", "tags")


_PREMISES: Final = "Further claims that hold only together."
FIELDS: Final = (
    Field("claims", "text", "text", merge="words", is_required=True),
    Field("claims", "note", "lines", merge="lines", help="A longer remark, line by line."),
    Field("claims", "tags", "tags", merge="members"),
    Field("claims", "by", "line", noun="author"),
    Field("claims", "created", "line", noun="date", help="ISO 8601 date."),
    Field("claims", "sources", "citations", merge="citations"),
    Field("links", "stance", "stance", is_required=True),
    Field(
        "links", "target", "id", key="to", is_required=True,
        help="The claim or the link that this step is for.",
    ),
    Field("links", "premises", "ids", key="with", merge="members", help=_PREMISES),
    Field("links", "pos", "line", help="Sorts the links into one target, as text."),
    Field("sources", "author", "line"),
    Field("sources", "title", "line"),
    Field("sources", "url", "line"),
    Field("sources", "date", "line", help="ISO 8601: 2024, 2024-07, 2024-07-23."),
    Field("citations", "ref", "id", is_required=True, help="The id of a source."),
    Field("citations", "quote", "text", help="The source's own words."),
    Field("citations", "at", "line", help="Page, section or time."),
    Field(
        "citations", "kind", "choice", choices=CITATION_KINDS,
        help="What the source offers for the claim. A reader keeps and passes over all else.",
    ),
)  # fmt: skip
"""The fields that this version knows."""


def fields_of(table: Table) -> tuple[Field, ...]:
    """Returns the fields of a claim, link, source or citation, in the file's order."""
    return _BY_TABLE[table]


def short_values(cited: Citation | Mapping[str, Any]) -> list[str]:
    """Returns what a citation says in short texts, as a record or as the file has it.

    Examples:
        >>> short_values(Citation("s", "word for word", "p. 4")), short_values({"ref": "s"})
        (['p. 4'], [])
    """
    values = cited._asdict() if isinstance(cited, Citation) else cited
    return [text for name in _SHORT if (text := values.get(name, ""))]


def searched_as(cited: Citation) -> list[str]:
    """Returns the words by which a claim is found for what a citation of it holds.

    Examples:
        >>> searched_as(Citation("s", kind="study"))
        ['kind:study']
    """
    return [f"{name}:{value}" for name in _CHOICES if (value := getattr(cited, name))]


def line_names(table: Table) -> tuple[str, ...]:
    """Returns the names of a table's fields that hold a line that somebody typed.

    Examples:
        >>> line_names("claims")
        ('by', 'created')
    """
    return tuple(field.name for field in _BY_TABLE[table] if field.kind == "line")


def text_names(record: Source | Citation) -> tuple[str, ...]:
    """Returns the names of the fields of a source or a citation that hold texts."""
    return _TEXTS["sources" if isinstance(record, Source) else "citations"]


Cited = TypeVar("Cited", Source, Citation)


def with_texts(record: Cited, changed: Callable[[str], str]) -> Cited:
    """Returns a source or a citation whose texts have gone through a function."""
    texts: dict[str, Any] = {name: changed(getattr(record, name)) for name in text_names(record)}
    return record._replace(**texts)


_BY_TABLE: Final[Mapping[Table, tuple[Field, ...]]] = {
    table: tuple(field for field in FIELDS if field.table == table)
    for table in ("claims", "links", "sources", "citations")
}
_TEXTS: Final = {
    table: tuple(field.name for field in fields if field.is_text)
    for table, fields in _BY_TABLE.items()
}
_SHORT: Final = tuple(f.name for f in _BY_TABLE["citations"] if f.kind in ("line", "choice"))
_CHOICES: Final = tuple(f.name for f in _BY_TABLE["citations"] if f.choices)
