"""How a claim stands in words, for the details and for messages."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.core.scenarios import TRUE
from debatemap.core.text import excerpt
from debatemap.judge.band import band
from debatemap.judge.ratings import CLAIM, LINK, spread
from debatemap.judge.verdict import Verdict, percentage
from debatemap.judge.verdict_move import from_to
from debatemap.judge.verdict_words import basis_words, objections, odds_words
from debatemap.tui.features.judging.opinions import reworded_for
from debatemap.tui.widgets.clickable import KEY, clickable
from debatemap.tui.widgets.strength_bar import COLOURS, bar

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.commands.keymap import Keymap
    from debatemap.tui.features.judging.judging import Assurance, Judging
    from debatemap.views.outline import Row

__all__ = ["Figure", "coloured", "described", "drawn", "figure_of", "side_words", "standing_words"]

_BAR: Final = 24
_GAP: Final = 3
"""Cells between the words of a verdict and the line on which it is drawn."""
_NAMED: Final = 4
"""People who are named one by one."""
_NOT_SHOWN: Final = 0.005
"""What moves by less would be the same percentage before and after."""


class Figure(NamedTuple):
    """The figure of a verdict.

    Attributes:
        now: As many points of 100 as it can bear.
        band: The ends of its interval.
        before: What it was before an edit; empty where that is not shown.
    """

    now: str
    band: str
    before: str = ""

    def words(self, ends: str, *, plain: bool) -> str:
        """Returns what is said of it, with what it was before.

        Args:
            ends: What follows the figure, as its band.
            plain: Whether signs are words.
        """
        now = f"{self.now}{ends}"
        return from_to(self.before, now, plain=plain) if self.before else now


def standing_words(judging: "Judging", judgement: "Judgement", claim: str, *, plain: bool) -> str:
    """Returns which way the debate leans on a claim, and what it was before where that is shown."""
    figure = figure_of(judgement.known_verdict(claim), judging.before(claim))
    side = side_words(judging, judgement, claim)
    return f"{side}, {figure.words(f' of 100{figure.band}', plain=plain)}"


def side_words(judging: "Judging", judgement: "Judgement", claim: str) -> str:
    """Returns on which side a claim is, or what is assumed of it."""
    assumed = judging.assumed.get(claim)
    return f"assumed {assumed}" if assumed else judgement.verdict(claim).side.word


def figure_of(verdict: Verdict, before: float | None) -> Figure:
    """Returns the figure of a verdict, with what it was before where that has moved."""
    if before is None or verdict.range is not None or abs(before - verdict.strength) < _NOT_SHOWN:
        return Figure(verdict.about, verdict.band)
    return Figure(str(percentage(verdict.strength)), verdict.band, str(percentage(before)))


def coloured(verdict: Verdict) -> Content:
    """Returns a verdict in words, in the colour of its side."""
    return Content.styled(verdict.words, COLOURS.get(verdict.side, "$warning"))


def drawn(verdict: Verdict, cells: int) -> Content:
    """Returns a verdict as a band on a line where it is known how sure it is, else as a bar."""
    colour, found = COLOURS.get(verdict.side, "$warning"), band(verdict, cells)
    if found is not None:
        within = f"{found.low}{found.strength}{found.high}"
        return Content.assemble((found.below, "$guide"), (within, colour), (found.above, "$guide"))
    full, empty = bar(verdict.strength, cells) if verdict.range is None else ("", "┄" * cells)
    return Content.assemble((full, colour), (empty, "$guide"))


def described(
    judging: "Judging", row: "Row", keymap: "Keymap", cells: int | None = None
) -> Content | None:
    """Returns how the claim of a row stands, and the step that puts it there, for the details.

    How sure that is stands beneath it, folded until it is asked for.

    Args:
        judging: The judgement.
        row: The row.
        keymap: The keys that are named.
        cells: Those of a line, which say where the verdict is drawn; None where signs are read.
    """
    judgement = judging.ready
    if judgement is None or not judging.is_shown:
        return None
    stands = Content("\n").join(_lines(judging, judgement, row, cells))
    sure = list(_surety(judging, judgement, row.claim))
    if not sure:
        return clickable(stands, KEY, "why")
    fold = "▾ " if judging.tells_surety else "▸ "
    key, words = Content.styled(keymap.name("surety"), "$accent"), "how sure, and what turns it"
    if cells is None:
        head = Content.assemble((f"{words}, ", "$quiet"), key)
    else:
        head = Content.assemble((fold, "$quiet"), key, (f"  {words}", "$quiet"))
    told = sure if judging.tells_surety else []
    lines = [clickable(stands, KEY, "why"), clickable(head, KEY, "surety"), *told]
    return Content("\n").join(lines)


def _lines(
    judging: "Judging", judgement: "Judgement", row: "Row", cells: int | None
) -> Iterator[Content]:
    verdict = judgement.known_verdict(row.claim)
    words = standing_words(judging, judgement, row.claim, plain=cells is None)
    told = Content.styled(words, COLOURS.get(verdict.side, "$warning"))
    fits_beside = cells is not None and cells >= told.cell_length + _GAP + _BAR
    figure = drawn(verdict, _BAR)
    yield Content.assemble(told, " " * _GAP, figure) if fits_beside else told
    if cells is not None and not fits_beside:
        yield figure
    if verdict.basis is not None:
        rests_on = basis_words(verdict.basis)
        # A person's name, which stands first, is left as it is.
        first = rests_on[:1] if verdict.basis.person else rests_on[:1].upper()
        yield Content.styled(f"{first}{rests_on[1:]}.", "$quiet")
    yield from _objections(judging, judgement, row.claim)
    start = _start(judging, judgement, row.claim)
    if start:
        yield Content.styled(start, "$quiet")
    by_group = judging.groups.of(judgement, row.claim)
    if any(mean is not None for mean in by_group):
        from debatemap.judge.people.group_words import group_means  # noqa: PLC0415  (a map opens without it)

        yield Content.styled(f"On average by opinion group: {group_means(by_group)}.", "$quiet")
    people = reworded_for(judgement, row.claim, judging.person)
    if people:
        from debatemap.judge.people_words import people_words  # noqa: PLC0415  (a map opens without it)

        yield Content.styled(
            f"≈ Reworded since {people_words(people, _NAMED)} rated it.", "$warning"
        )
    if row.link is None:
        return
    relevance = judgement.strength(row.link)
    is_assumed = row.link in judging.assumed
    if is_assumed or relevance != LINK or judgement.framework.opinions.ratings(row.link):
        words = f"The step counts {percentage(relevance)} of 100. "
        start = _start(judging, judgement, row.link)
        yield Content.styled(f"{words}{start}".rstrip(), "$quiet")


def _surety(judging: "Judging", judgement: "Judgement", claim: str) -> Iterator[Content]:
    """Says how sure a verdict is: by what people might hold, other methods, and what turns it."""
    verdict = judgement.known_verdict(claim)
    if verdict.basis is not None:
        yield Content.styled(odds_words(verdict), "$quiet")
    assurance = judging.assurance(claim)
    if assurance is None:
        return
    yield Content.styled(_assured(assurance), "$quiet")
    for method in assurance.agreement.differ:
        from debatemap.judge.explain.parting import parting, parting_words  # noqa: PLC0415  (a map opens without it)

        words = parting_words(judgement, parting(judgement, claim, method))
        yield Content.styled(words, "$quiet")
    yield from _turning(judgement, assurance)


def _objections(judging: "Judging", judgement: "Judgement", claim: str) -> Iterator[Content]:
    """Says what is unanswered, and the grounded label where labels are shown."""
    found = objections(judgement, claim)
    if found.of:
        yield Content.styled(f"{found.words[0].upper()}{found.words[1:]}.", "$quiet")
    if judging.is_labelled:
        label = judgement.label(claim).term
        yield Content.styled(f"Its grounded label, by attacks alone, is {label}.", "$quiet")


def _start(judging: "Judging", judgement: "Judgement", node: str) -> str:
    """Says where a claim or a link starts from; nothing where that is where all begin, unrated."""
    assumed = judging.assumed.get(node)
    if assumed is not None:
        as_it_is = judgement.as_it_is(node).points
        how = f"to be {assumed}"
        if node in judgement.debate.links:
            how = "to count in full" if assumed == TRUE else "not to count"
        return f"It is assumed {how}; as the map has it, {as_it_is}."
    ratings = judgement.framework.opinions.ratings(node)
    base = percentage(judgement.base(node))
    if judging.person:
        how = "as rated" if judging.person in ratings else "not rated"
        return f"It starts at {base} of 100: {how} by {excerpt(judging.person, 30)}."
    usual = percentage(LINK if node in judgement.debate.links else CLAIM)
    if not ratings:
        return ""
    spreads = spread(ratings.values())
    people = f"{len(ratings)} people" if len(ratings) > 1 else "one person"
    limits = (
        f", from {spreads.lowest:g} to {spreads.highest:g}"
        if spreads is not None and spreads.lowest != spreads.highest
        else ""
    )
    mean = percentage(sum(ratings.values()) / len(ratings) / 100)
    rated = f"{people} rated it {mean}{limits}, counted with two more ratings of {usual}"
    return f"It starts at {base} of 100: {rated}."


def _assured(assurance: "Assurance") -> str:
    """Says under how many methods a verdict holds."""
    agreed = len(assurance.agreement.holds)
    methods = agreed + len(assurance.agreement.differ)
    return f"The verdict is the same by {agreed} of {methods} methods that differ in kind."


def _turning(judgement: "Judgement", assurance: "Assurance") -> Iterator[Content]:
    """Says what would turn the verdict."""
    if assurance.turning is not None and assurance.turning.claims:
        from debatemap.judge.explain.turning_words import turning_words  # noqa: PLC0415  (a map opens without it)

        words = turning_words(judgement.debate, assurance.turning)
        yield Content.styled(words, "$quiet")
