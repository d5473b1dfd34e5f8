"""A row of a map in words that can be read aloud."""

from collections.abc import Iterator
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.fields import (
    TEXT_ALONE,
    fields_of,
    plain_fields,
    plain_values,
    short_values,
    text_names,
)
from debatemap.core.model import Citation, Claim
from debatemap.core.node_names import quoted
from debatemap.core.text import SafeText, safe, safe_line
from debatemap.views.read.numbering import Role, Row

__all__ = ["described", "first_line", "heading", "row_lines"]

_WORDS: Final[dict[Role, str]] = {
    "thesis": "Thesis",
    "claim": "Claim",
    "pro": "Pro",
    "con": "Con",
    "undercut": "Undercut of this step",
    "backing": "Why this step follows",
}
_HEADINGS: Final[dict[Role, str]] = {
    "unplaced": "Unplaced",
    "adrift": "In a cycle that no thesis leads to",
}
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_INDENT: Final = "    "


def heading(role: Role) -> SafeText | None:
    """Returns the heading above the first row of a kind, if it has one."""
    return SafeText(_HEADINGS[role]) if role in _HEADINGS else None


def row_lines(debate: Debate, row: Row, verdict: str = "") -> list[SafeText]:
    """Returns the lines of a row: the claim on one line, what belongs to it indented.

    Args:
        debate: The map.
        row: The row.
        verdict: How the claim stands, in words; nothing where that is not told.
    """
    lines = [first_line(debate, row)]
    claim = debate.claims.get(row.claim or "")
    if claim is not None and not row.see:
        if verdict:
            lines.append(SafeText(f"{_INDENT}Verdict: {verdict}"))
        if claim[1:] != TEXT_ALONE:
            lines += _remarks(debate, claim)
    if row.hidden:
        replies = "reply" if row.hidden == 1 else "replies"
        lines.append(SafeText(f"{_INDENT}({row.hidden} {replies} not shown)"))
    return lines


def first_line(debate: Debate, row: Row) -> SafeText:
    """Returns the line of a row that has its number and its words."""
    number, _, role, claim, _, see, beneath, _ = row
    words = _WORDS.get(role, "")
    if beneath:
        words += f", beneath {beneath}"
    head = f"{number}. {words}"
    lead = f"{head}: " if words else head
    if claim is None:
        return SafeText(head + _joint(debate, row))
    if claim not in debate.claims:
        return SafeText(f"{lead}A claim that does not exist, {safe_line(claim)}.")
    if see:
        return SafeText(f"{lead}See {see}. {quoted(debate.claims[claim].text)}")
    return SafeText(lead + safe_line(debate.claims[claim].text))


def described(debate: Debate, row: Row) -> dict[str, object]:
    """Returns a row as plain data."""
    link = debate.links[row.link] if row.link is not None else None
    claim = debate.claims.get(row.claim) if row.claim is not None else None
    return {
        "number": row.number,
        "depth": row.depth,
        "role": row.role,
        "id": row.claim,
        "link": row.link,
        "stance": link.stance if link else None,
        "target": link.target if link else None,
        "premises": link.premises if link else [],
        "see": row.see or None,
        "hidden": row.hidden,
        "text": claim.text if claim else None,
        "note": claim.note if claim else "",
        "tags": claim.tags if claim else [],
        "by": claim.by if claim else "",
        "sources": [_cited(debate, cited) for cited in claim.sources] if claim else [],
        **{f.in_file: getattr(claim, f.name) if claim else "" for f in plain_fields()},
    }


def _joint(debate: Debate, row: Row) -> str:
    premises = len(debate.links[row.link].premises) if row.link else 0
    number = _NUMBERS[premises] if premises < len(_NUMBERS) else str(premises)
    return f", {number} premises that hold only together:"


def _remarks(debate: Debate, claim: Claim) -> Iterator[SafeText]:
    if claim.note:
        yield from _lines("Note: ", safe(claim.note))
    if claim.tags:
        yield SafeText(f"{_INDENT}Tags: {safe_line(', '.join(claim.tags))}")
    for cited in claim.sources:
        yield SafeText(f"{_INDENT}Source: {_source(debate, cited)}")
    for field, value in plain_values(claim):
        words = safe(value) if field.is_long else safe_line(value)
        yield from _lines(f"{field.label.capitalize()}: ", words)


def _lines(label: str, text: SafeText) -> Iterator[SafeText]:
    """Yields the lines of a text, its label before the first."""
    for line in text.split("\n"):
        yield SafeText((_INDENT + label + line).rstrip())
        label = " " * len(label)


def _source(debate: Debate, cited: Citation) -> str:
    source = debate.sources.get(cited.ref)
    if source is None:
        return f"one that does not exist, {safe_line(cited.ref)}"
    parts = (source.author, source.title, source.date, *short_values(cited))
    name = ", ".join(safe_line(part) for part in parts if part)
    quote = f"“{safe_line(cited.quote)}”" if cited.quote else ""
    url = f"<{safe_line(source.url)}>" if source.url else ""
    named = ": ".join(filter(None, (name, quote)))
    return " ".join(filter(None, (named, url)))


def _cited(debate: Debate, cited: Citation) -> dict[str, str]:
    source = debate.sources.get(cited.ref)
    texts = {name: getattr(source, name) for name in text_names(source)} if source else {}
    own = (field for field in fields_of("citations") if field.name != "ref")
    return {"id": cited.ref, **texts, **{f.in_file: getattr(cited, f.name) for f in own}}
