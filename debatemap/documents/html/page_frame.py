"""The page around the claims: head, title, contents, sources, legend, footer."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.scenarios import Assumption, scenarios_in
from debatemap.core.text import excerpt
from debatemap.documents.html.details import source_words
from debatemap.documents.html.legend import LEGEND
from debatemap.documents.html.nested_claims import Claims
from debatemap.documents.html.numbered_rows import Branches
from debatemap.formats.format import Verdicts
from debatemap.formats.markup_text import markup_line, markup_text

if TYPE_CHECKING:
    from debatemap.views.read.numbering import Row

__all__ = ["page"]

_EXCERPT: Final = 120
_UNTITLED: Final = "A debate"
_ASSUMED: "Final[dict[Assumption, str]]" = {
    "true": "is taken as true",
    "false": "is taken as false",
    "absent": "is left out",
}


def page(debate: Debate, branches: Branches, verdicts: Verdicts | None) -> Iterator[str]:
    """Yields the elements of the page."""
    title = markup_line(debate.header.title) or _UNTITLED
    claims = Claims(debate, branches, verdicts)
    theses, unplaced, adrift = _parts(branches)
    yield from _head(title)
    yield "<body>"
    yield '<a class="skip" href="#claims">Skip to the claims</a>'
    yield from _top(debate, title, verdicts)
    yield from _contents(debate, branches, verdicts)
    yield '<main id="claims">'
    for row in theses:
        yield from claims.section(row)
    for name, words, rows in (
        ("unplaced", "Not placed yet", unplaced),
        ("adrift", "In a cycle that no thesis leads to", adrift),
    ):
        if rows:
            yield f'<section id="{name}"><h2>{words}</h2>'
            yield from claims.listed(rows)
            yield "</section>"
    yield from _sources(debate)
    yield from _scenarios(debate)
    yield "</main>"
    yield LEGEND
    yield f"<footer><p>{title} · {_size(debate)} · written by debatemap</p></footer>"
    yield "</body></html>"


def _head(title: str) -> Iterator[str]:
    style = _style()
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    )
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="generator" content="debatemap">'
    yield f"<title>{title}</title>"
    yield f"<style>{style}</style></head>"


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8").replace("\r", "")


def _top(debate: Debate, title: str, verdicts: Verdicts | None) -> Iterator[str]:
    yield f'<header><p class="kind">Debate map</p><h1 dir="auto">{title}</h1>'
    if debate.header.question:
        yield f'<p class="question" dir="auto">{markup_text(debate.header.question)}</p>'
    yield f'<p class="facts">{_size(debate)}</p>'
    if verdicts is not None and verdicts.basis:
        yield f'<p class="facts">{markup_line(verdicts.basis)}</p>'
    yield "</header>"


def _size(debate: Debate) -> str:
    links = debate.links.values()
    pros = sum(link.stance == "supports" for link in links)
    parts = [
        _number(len(debate.claims), "claim"),
        f"{pros:,} for, {len(links) - pros:,} against",
        _number(len(debate.sources), "source"),
    ]
    return " · ".join(parts if debate.sources else parts[:2])


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _parts(branches: Branches) -> "tuple[Sequence[Row], Sequence[Row], Sequence[Row]]":
    """Returns the theses, the unplaced claims and those of loose cycles."""
    by_role: dict[str, list[Row]] = {"thesis": [], "unplaced": [], "adrift": []}
    for row in branches.tops:
        by_role[row.role].append(row)
    return by_role["thesis"], by_role["unplaced"], by_role["adrift"]


def _contents(debate: Debate, branches: Branches, verdicts: Verdicts | None) -> Iterator[str]:
    theses, unplaced, adrift = _parts(branches)
    sentences = verdicts.sentences if verdicts is not None else {}
    entries = []
    for row in theses:
        claim = debate.claims[row.claim or ""]
        words = markup_line(excerpt(claim.text, _EXCERPT)) or "A claim without words"
        said = sentences.get(row.claim or "")
        verdict = f' <span class="facts">{markup_line(said)}</span>' if said else ""
        entries.append(f'<li><a href="#p-{row.number}">{words}</a>{verdict}</li>')
    others = (
        ("unplaced", "Not placed yet", unplaced),
        ("adrift", "In a cycle that no thesis leads to", adrift),
        ("sources", "Sources", debate.sources),
        ("scenarios", "Scenarios", scenarios_in(debate.header)),
    )
    entries += [
        f'<li class="part"><a href="#{name}">{words}</a></li>'
        for name, words, any_ in others
        if any_
    ]
    if len(entries) > 1:
        yield '<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>'
        yield from entries
        yield "</ol></nav>"


def _sources(debate: Debate) -> Iterator[str]:
    if not debate.sources:
        return
    yield '<section id="sources"><h2>Sources</h2><ol>'
    for number, source in enumerate(debate.sources.values(), 1):
        words = source_words(source) or "A source without a name"
        yield f'<li id="source-{number}" dir="auto">{words}</li>'
    yield "</ol></section>"


def _scenarios(debate: Debate) -> Iterator[str]:
    scenarios = scenarios_in(debate.header)
    if not scenarios:
        return
    yield '<section id="scenarios"><h2>Scenarios</h2><dl>'
    for name, assumed in scenarios.items():
        yield f'<dt dir="auto">{markup_line(name) or "A scenario without a name"}</dt>'
        for node, value in assumed.items():
            yield f"<dd>{_node(debate, node)} {_ASSUMED[value]}</dd>"
        if not assumed:
            yield "<dd>Nothing is assumed</dd>"
    yield "</dl></section>"


def _node(debate: Debate, node: str) -> str:
    claim = debate.claims.get(node)
    if claim is not None:
        words = markup_line(excerpt(claim.text, _EXCERPT))
        return f'<a href="#c-{markup_line(node)}">“{words}”</a>'
    link = debate.links.get(node)
    if link is None or link.premises[0] not in debate.claims:
        return f"what does not exist, {markup_line(node)},"
    return f"the step from {_node(debate, link.premises[0])}"
