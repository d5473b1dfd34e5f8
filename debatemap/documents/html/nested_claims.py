"""The claims of the page: nested lists that fold, each claim written out once.

A browser nests no more than some hundred elements. The rows' numbers start anew after twelve
parts, and there the page goes on in a list of its own, which a link leads to.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt
from debatemap.documents.html.details import Details
from debatemap.documents.html.numbered_rows import Branches
from debatemap.formats.format import Verdicts
from debatemap.formats.markup_text import markup_line, markup_text

if TYPE_CHECKING:
    from debatemap.views.read.numbering import Role, Row

__all__ = ["Claims"]

_WORDS: "Final[dict[Role, str]]" = {
    "pro": "Pro",
    "con": "Con",
    "undercut": "Undercut of this step",
    "backing": "Backing of this step",
    "premise": "Premise",
    "adrift": "In a cycle",
}
_COUNTED: "Final[dict[Role, tuple[str, str]]]" = {
    "pro": ("pro", "pros"),
    "con": ("con", "cons"),
    "undercut": ("undercut", "undercuts"),
    "backing": ("backing", "backings"),
}
_EXCERPT: Final = 60
_FULL: Final = 100


class Claims:
    """Writes rows as elements, without recursion.

    Attributes:
        branches: The rows.
    """

    def __init__(self, debate: Debate, branches: Branches, verdicts: Verdicts | None) -> None:
        self.branches = branches
        self._debate, self._verdicts = debate, verdicts
        self._strengths = verdicts.strengths if verdicts is not None else {}
        self._details = Details(debate)
        self._continued: deque[Row] = deque()

    def section(self, row: "Row") -> Iterator[str]:
        """Yields a thesis and all beneath it."""
        key = row.claim or ""
        yield f'<section class="thesis" id="p-{row.number}">'
        yield f'<p class="label"><span class="n">{row.number}</span> Thesis</p>'
        if row.see:
            # It stands beneath a thesis before it, too.
            yield self._heading(row, f'<a href="#c-{markup_line(key)}">{self._text(key)}</a>')
            yield f"<p>It is written out as {row.see}.</p>"
        else:
            yield self._heading(row, self._text(key))
            yield self._verdict(key)
            yield from self._details.of_claim(key)
            yield self._elsewhere(key)
        yield from self._run(self._replies(row))
        yield from self._go_on()
        yield "</section>"

    def listed(self, rows: "Sequence[Row]") -> Iterator[str]:
        """Yields rows as a list, with all beneath them."""
        yield from self._run(['<ul class="replies" role="list">', *rows, "</ul>"])
        yield from self._go_on()

    def _heading(self, row: "Row", words: str) -> str:
        own = f' id="c-{markup_line(row.claim or "")}"' if not row.see else ""
        return f'<h2 dir="auto"{own}>{words}</h2>'

    def _run(self, pieces: "Sequence[str | Row]") -> Iterator[str]:
        """Yields pieces, with each row written out in its place."""
        waiting = [*reversed(pieces)]
        while waiting:
            piece = waiting.pop()
            if isinstance(piece, str):
                yield piece
            else:
                waiting += reversed([*self._item(piece)])

    def _item(self, row: "Row") -> "Iterator[str | Row]":
        yield f'<li class="{row.role}" id="p-{row.number}">'
        if row.claim is None:
            yield from self._joint(row)
        else:
            yield from self._claim(row)
        yield from self._replies(row)
        yield "</li>"

    def _joint(self, row: "Row") -> "Iterator[str | Row]":
        premises = self.branches.premises.get(row.number, ())
        words = f"{_WORDS[row.role]}, {len(premises)} premises that hold only together"
        yield f'<p class="label"><span class="n">{row.number}</span> <b>{words}</b></p>'
        yield self._details.of_step(row.link)
        yield '<ul class="joint" role="list">'
        yield from premises
        yield "</ul>"

    def _claim(self, row: "Row") -> Iterator[str]:
        key = row.claim or ""
        words = _WORDS.get(row.role, "")
        yield f'<p class="label"><span class="n">{row.number}</span> <b>{words}</b>'
        if key not in self._debate.claims:
            yield f'</p><p class="text">A claim that does not exist, {markup_line(key)}</p>'
            return
        yield f"{self._strength(key)}</p>"
        name = markup_line(key)
        if row.see:
            yield f'<p class="text" dir="auto"><a href="#c-{name}">{self._text(key)}</a></p>'
            yield f'<p class="facts">Written out at {row.see}</p>'
        else:
            yield f'<p class="text" dir="auto" id="c-{name}">{self._text(key)}</p>'
            yield from self._details.of_claim(key)
            yield self._elsewhere(key)
        if row.role != "premise":
            yield self._details.of_step(row.link)

    def _text(self, key: str) -> str:
        claim = self._debate.claims.get(key)
        if claim is None:
            return f"A claim that does not exist, {markup_line(key)}"
        return markup_text(claim.text) if claim.text.strip() else "A claim without words"

    def _strength(self, key: str) -> str:
        strength = self._strengths.get(key)
        return _points(round(_FULL * strength)) if strength is not None else ""

    def _verdict(self, key: str) -> str:
        words = self._verdicts.sentences.get(key) if self._verdicts is not None else None
        if not words:
            return ""
        said, points = markup_line(words), round(_FULL * self._strengths.get(key, 0))
        drawn, odds = _bar(points), ""
        if self._verdicts is not None and key in self._verdicts.ends:
            drawn = _band(points, *self._verdicts.ends[key])
            odds = f'<p class="facts">{markup_line(self._verdicts.odds[key])}</p>'
        turning = self._verdicts.turning.get(key) if self._verdicts is not None else None
        turns = f'<p class="facts">{markup_line(turning)}</p>' if turning else ""
        return f'<p class="verdict">{said[:1].upper()}{said[1:]}{drawn}</p>{odds}{turns}'

    def _elsewhere(self, key: str) -> str:
        found = self.branches.again.get(key)
        if not found:
            return ""
        links = ", ".join(f'<a href="#p-{number}">{number}</a>' for number in found)
        return f'<p class="facts">Stands at {links}, too</p>'

    def _replies(self, row: "Row") -> "Sequence[str | Row]":
        below = self.branches.below.get(row.number)
        if not below:
            return []
        if below[0].beneath:
            self._continued.append(row)
            return [f'<p class="on"><a href="#on-{row.number}">{_counted(below)}, below</a></p>']
        summary = f"<details open><summary>{_counted(below)}</summary>"
        return [summary, '<ul class="replies" role="list">', *below, "</ul></details>"]

    def _go_on(self) -> Iterator[str]:
        while self._continued:
            row = self._continued.popleft()
            key = row.claim or self.branches.premises[row.number][0].claim or ""
            claim = self._debate.claims.get(key)
            words = f", “{markup_line(excerpt(claim.text, _EXCERPT))}”" if claim else ""
            yield f'<section class="goes-on" id="on-{row.number}">'
            yield f'<h3>Beneath <a href="#p-{row.number}">{row.number}</a>{words}</h3>'
            below = self.branches.below[row.number]
            yield from self._run(['<ul class="replies" role="list">', *below, "</ul>"])
            yield "</section>"


@cache
def _points(points: int) -> str:
    return (
        f'<span class="strength"><span class="vh">, strength </span>{points}'
        f'<span class="vh"> of 100</span>{_bar(points)}</span>'
    )


def _bar(points: int) -> str:
    return (
        '<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="all" d="M0 0h100v8H0z"/><path d="M0 0h{points}v8H0z"/></svg>'
    )


def _band(points: int, low: float, high: float) -> str:
    """Returns the line from 0 to 100 with an interval on it, and a mark where the strength is."""
    near, far = round(_FULL * low), round(_FULL * high)
    return (
        '<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="all" d="M0 0h100v8H0z"/>'
        f'<path class="band" d="M{near} 2h{far - near}v4H{near}z"/>'
        f'<path d="M{min(points, 98)} 0h2v8h-2z"/></svg>'
    )


def _counted(rows: "Sequence[Row]") -> str:
    """Returns how many replies of each kind there are, such as `2 pros, 1 con`."""
    numbers: dict[Role, int] = {}
    for row in rows:
        numbers[row.role] = numbers.get(row.role, 0) + 1
    return ", ".join(
        f"{number:,} {_COUNTED[role][number > 1]}"
        for role, number in numbers.items()
        if role in _COUNTED
    )
