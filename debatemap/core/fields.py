"""The fields of a map's records: one row for each.

The file's schema, its reading and writing, the diff, the merge, the search, the lints and the
words on the screen take what they say of a field from its row. The order is the file's.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeVar

from debatemap.core.model import CITATION_KINDS, NO_EXTRA, Citation, Claim, Extra, Source
from debatemap.core.source_text import fits_text

__all__ = [
    "FIELDS",
    "TEXT_ALONE",
    "Field",
    "Table",
    "as_text",
    "field_of",
    "fields_of",
    "fits",
    "found_by",
    "plain_fields",
    "plain_values",
    "searched_as",
    "short_values",
    "text_names",
    "with_texts",
    "without_later",
]

Table = Literal["map", "claims", "links", "sources", "citations"]
Kind = Literal[
    "line", "text", "lines", "tags", "id", "ids", "stance", "citations", "choice", "source_text"
]  # fmt: skip
"""What a field holds: a line, a text, a text that the file has as a list of lines, and so on."""

MergeRule = Literal["whole", "words", "lines", "members", "citations"]
"""How two edits of it go together. Of a whole value, only one edit can stay."""


class Field(NamedTuple):
    """What the program knows of a field of the map, a claim, link, source or citation.

    Attributes:
        table: The records that have it.
        name: Their attribute.
        kind: What it holds.
        key: Its key in the file, where that is not its name.
        noun: What it is called in a sentence, where that is not its name.
        merge: How two edits of it are merged.
        is_required: Whether a record without it is no record.
        is_later: Whether the first programs that read this version of the file did not know it.
            They kept anything that stood there, and wrote it among the unknown fields. So what
            is no value of its kind stays an unknown field, and it is written where they do.
        is_plain: Whether screens and prose show it as its label and its value, and have a command
            to edit it; any other of a claim has a place and a command of its own.
        is_searched: Whether claims are found by what it holds.
        is_date: Whether what is typed for it is a date.
        choices: The values that it may have, where these are few.
        edits: How an edit is told that gives it a value, and one that takes its value away; `{}`
            is the claim.
        question: What to ask for it; `{}` is the claim. Of a source or a citation it is the label
            in a form, and behind a colon what to write there.
        width: Cells of its column in a table; 0 for what is left.
        help: What the JSON Schema says of it.
    """

    table: Table
    name: str
    kind: Kind
    key: str = ""
    noun: str = ""
    merge: MergeRule = "whole"
    is_required: bool = False
    is_later: bool = False
    is_plain: bool = False
    is_searched: bool = False
    is_date: bool = False
    choices: tuple[str, ...] = ()
    edits: tuple[str, str] = ("", "")
    question: str = ""
    width: int = 0
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
    def is_list(self) -> bool:
        """Whether it is a list in the file."""
        return self.kind in ("lines", "tags", "ids", "citations")

    @property
    def is_long(self) -> bool:
        """Whether it may hold several lines."""
        return self.kind in ("text", "lines")

    @property
    def is_written(self) -> bool:
        """Whether its value can be written as words, in one line or in several."""
        return self.kind in ("line", "text", "lines", "tags", "choice")

    @property
    def is_text(self) -> bool:
        """Whether it holds what somebody typed, which is never shown as it is."""
        return self.kind in ("line", "text", "lines", "tags")


_PREMISES: Final = "Further claims that hold only together."
FIELDS: Final = (
    Field(
        "map", "question", "line", is_later=True, question="What does the map ask?",
        edits=("ask “{}”", "drop the question of the map"),
        help="What the map asks; its theses are the answers to choose from.",
    ),
    Field(
        "claims", "text", "text", merge="words", is_required=True, is_searched=True,
        edits=("reword {}", "reword {}"),
    ),
    Field(
        "claims", "note", "lines", merge="lines", is_searched=True,
        edits=("write the note on {}", "drop the note on {}"), question="A note on {}",
        help="A longer remark, line by line.",
    ),
    Field(
        "claims", "tags", "tags", merge="members", is_searched=True,
        edits=("tag {}", "drop the tags of {}"), question="Tags, with commas between", width=12,
    ),
    Field(
        "claims", "by", "line", noun="author", is_searched=True,
        edits=("say who {} is by", "drop the author of {}"), question="Who is the claim by?",
        width=10,
    ),
    Field(
        "claims", "created", "line", noun="date", is_date=True, width=10, help="ISO 8601 date.",
    ),
    Field("claims", "sources", "citations", merge="citations", is_searched=True),
    Field("links", "stance", "stance", is_required=True),
    Field(
        "links", "target", "id", key="to", is_required=True,
        help="The claim or the link that this step is for.",
    ),
    Field("links", "premises", "ids", key="with", merge="members", help=_PREMISES),
    Field("links", "pos", "line", help="Sorts the links into one target, as text."),
    Field("sources", "author", "line", question="Author: who wrote or said it"),
    Field("sources", "title", "line", question="Title: what it is called"),
    Field("sources", "url", "line", question="Address: https://…"),
    Field(
        "sources", "date", "line", question="Date: 2024, 2024-07 or 2024-07-23",
        help="ISO 8601: 2024, 2024-07, 2024-07-23.",
    ),
    Field(
        "sources", "text", "source_text", is_later=True,
        help="The source's text: a file beneath the map's folder, or the lines themselves.",
    ),
    Field("citations", "ref", "id", is_required=True, help="The id of a source."),
    Field(
        "citations", "quote", "text", question="Quote: its own words, or nothing",
        help="The source's own words.",
    ),
    Field(
        "citations", "at", "line", question="Where: a page, a section, a time",
        help="Page, section or time.",
    ),
    Field(
        "citations", "kind", "choice", choices=CITATION_KINDS, is_later=True,
        question="Kind: what it offers for the claim",
        help="What the source offers for the claim. A reader keeps and passes over all else.",
    ),
)  # fmt: skip
"""The fields that this version knows."""
TEXT_ALONE: Final = Claim("")[1:]
"""What a claim that has nothing but its text holds after it."""


def fields_of(table: Table) -> tuple[Field, ...]:
    """Returns the fields of the map, a claim, link, source or citation, in the file's order."""
    return _BY_TABLE[table]


def field_of(table: Table, name: str) -> Field:
    """Returns the field that a record has as this attribute.

    Raises:
        KeyError: There is none.

    Examples:
        >>> field_of("claims", "by").label
        'author'
    """
    return _BY_NAME[table, name]


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


def found_by(field: Field, value: Any) -> list[str]:  # noqa: ANN401  (the value of any field)
    """Returns the words by which a claim is found for a value of one of its fields.

    Examples:
        >>> found_by(field_of("claims", "tags"), ("cost", "law"))
        ['#cost', '#law']
    """
    if field.kind == "citations":
        return list(dict.fromkeys(word for cited in value for word in searched_as(cited)))
    if field.kind == "tags":
        return [f"#{tag}" for tag in value]
    return [f"{field.name}:{value}" if field.choices else value]


def as_text(field: Field, value: Any) -> str:  # noqa: ANN401  (the value of any field)
    """Returns a value of a field that is written as words, as a person reads it.

    Examples:
        >>> as_text(field_of("claims", "tags"), ("cost", "law"))
        '#cost #law'
    """
    return " ".join(f"#{tag}" for tag in value) if field.kind == "tags" else str(value)


def fits(field: Field, value: Any) -> bool:  # noqa: ANN401  (any JSON)
    r"""Tells whether a file's value, which is any JSON, is one that a later field can take.

    It fits if it is not empty and would be written again as it stands.

    Examples:
        >>> note = field_of("claims", "note")
        >>> fits(note, ["one", "two"]), fits(note, ["one\ntwo"]), fits(note, "one"), fits(note, [])
        (True, False, False, False)
    """
    if field.kind == "source_text":
        return fits_text(value)
    if not field.is_list:
        return isinstance(value, str) and value in (field.choices or (value,)) and value != ""
    texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if field.kind == "lines":
        return texts and not any("\n" in line for line in value) and value not in ([], [""])
    return texts and field.kind == "tags" and value != []


def without_later(table: Table, extra: Extra, record: tuple[Any, ...]) -> Extra:
    """Returns unknown fields without those of later fields for which a record has a value now."""
    held = {f.in_file for f in _BY_TABLE[table] if f.is_later and getattr(record, f.name)}
    if held.isdisjoint(extra):
        return extra
    return {key: value for key, value in extra.items() if key not in held} or NO_EXTRA


def plain_fields() -> tuple[Field, ...]:
    """Returns the fields of claims that are shown as their label and their value."""
    return _PLAIN


def plain_values(claim: Claim) -> list[tuple[Field, str]]:
    """Returns the plain fields in which a claim holds something, and that as a text."""
    return [(f, as_text(f, value)) for f in _PLAIN if (value := getattr(claim, f.name))]


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
    for table in ("map", "claims", "links", "sources", "citations")
}
_TEXTS: Final = {
    table: tuple(field.name for field in fields if field.is_text)
    for table, fields in _BY_TABLE.items()
}
_SHORT: Final = tuple(f.name for f in _BY_TABLE["citations"] if f.kind in ("line", "choice"))
_CHOICES: Final = tuple(f.name for f in _BY_TABLE["citations"] if f.choices)
_BY_NAME: Final = {(field.table, field.name): field for field in FIELDS}
_PLAIN: Final = tuple(field for field in _BY_TABLE["claims"] if field.is_plain)
