"""The verdict on a thesis in words, for the line of the title and for the details."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.scenarios import TRUE
from debatemap.core.text import excerpt
from debatemap.judge.labels import Label
from debatemap.judge.ratings import CLAIM, LINK, spread
from debatemap.judge.verdict import Verdict, percentage
from debatemap.tui.features.judging.opinions import reworded_for, views
from debatemap.tui.widgets.strength_bar import COLOURS, bar

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.features.judging.judging import Assurance, Judging
    from debatemap.views.outline import Row

__all__ = ["coloured", "described", "verdict_lines", "verdict_words"]

_BAR: Final = 16
_LABELS: Final = {Label.DEFEATED: "It is defeated", Label.IN_A_LOOP: "It is in a loop"}
_NAMED: Final = 4
"""People who are named one by one."""
_NOT_SHOWN: Final = 0.005
"""What moves by less would be the same percentage before and after."""


def verdict_lines(judging: "Judging") -> list[Content]:
    """Returns the verdict on the thesis above the selected claim, the longest way to say it first.

    The last is short enough for any screen. There is none where nothing is selected, or while
    the map is being judged.
    """
    judgement, thesis = judging.ready, judging.thesis
    if not judging.is_shown or thesis is None:
        return []
    if judgement is None:
        return [Content.styled("judging …", "$quiet")]
    verdict = judgement.verdict(thesis)
    colour = COLOURS.get(verdict.side, "$warning")
    percent = _percent(verdict, judging.before(thesis))
    view, in_short = (
        (words, "$accent") for words in views(judging.person, is_spread=judging.is_spread)
    )
    words = Content.styled(verdict_words(judging, judgement, thesis), colour)
    lines = [Content.assemble(words, view), Content.assemble((percent, colour), in_short)]
    assurance = judging.assurance(thesis)
    if assurance is not None:
        agreed = len(assurance.agreement.holds)
        of = agreed + len(assurance.agreement.differ)
        lines.insert(0, Content.assemble(words, (f"  {agreed} of {of}", "$quiet"), view))
        whole = ", ".join([f", holds under {agreed} of {of} methods", *_survival(assurance)])
        lines.insert(0, Content.assemble(words, (whole, "$quiet"), view))
    return lines


def verdict_words(judging: "Judging", judgement: "Judgement", claim: str) -> str:
    """Returns which way the debate leans on a claim, and what it was before where that is shown."""
    verdict = judgement.verdict(claim)
    percent = _percent(verdict, judging.before(claim))
    assumed = judging.assumed.get(claim)
    return f"{f'assumed {assumed}' if assumed else verdict.side.value}, {percent}"


def coloured(verdict: Verdict) -> Content:
    """Returns a verdict in words, in the colour of its side."""
    return Content.styled(verdict.words, COLOURS.get(verdict.side, "$warning"))


def described(judging: "Judging", row: "Row") -> Content | None:
    """Returns how the claim of a row stands, and the step that puts it there, for the details."""
    judgement = judging.ready
    if judgement is None or not judging.is_shown:
        return None
    return Content("\n").join(_lines(judging, judgement, row))


def _lines(judging: "Judging", judgement: "Judgement", row: "Row") -> Iterator[Content]:
    verdict = judgement.verdict(row.claim)
    colour = COLOURS.get(verdict.side, "$warning")
    full, empty = bar(verdict.strength, _BAR) if verdict.range is None else ("", "┄" * _BAR)
    words = verdict_words(judging, judgement, row.claim)
    yield Content.assemble((full, colour), (empty, "$guide"), "  ", (words, colour))
    label = judgement.label(row.claim)
    if label is not Label.STANDS and row.claim not in judging.assumed:
        yield Content.styled(f"{_LABELS[label]} when only attacks count.", "$quiet")
    yield Content.styled(_start(judging, judgement, row.claim), "$quiet")
    people = reworded_for(judgement, row.claim, judging.person)
    if people:
        yield Content.styled(f"≈ Reworded since {_several(people)} rated it.", "$warning")
    if row.link is None:
        return
    relevance = judgement.strength(row.link)
    is_assumed = row.link in judging.assumed
    if is_assumed or relevance != LINK or judgement.framework.opinions.ratings(row.link):
        words = f"The step counts for {percentage(relevance)} %. "
        start = _start(judging, judgement, row.link)
        yield Content.styled(words + start, "$quiet")


def _start(judging: "Judging", judgement: "Judgement", node: str) -> str:
    """Says where a claim or a link starts from, before what is argued about it."""
    assumed = judging.assumed.get(node)
    if assumed is not None:
        as_it_is = judgement.as_it_is(node).percent
        how = f"to be {assumed}"
        if node in judgement.debate.links:
            how = "to count in full" if assumed == TRUE else "not to count"
        return f"It is assumed {how}; as the map has it, {as_it_is}."
    ratings = judgement.framework.opinions.ratings(node)
    base = percentage(judgement.base(node))
    if judging.person:
        how = "as rated" if judging.person in ratings else "not rated"
        return f"It starts at {base} %: {how} by {excerpt(judging.person, 30)}."
    if not ratings:
        usual = LINK if node in judgement.debate.links else CLAIM
        return f"It starts at {percentage(usual)} %: nobody has rated it."
    spreads = spread(ratings.values())
    people = f"{len(ratings)} people" if len(ratings) > 1 else "one person"
    limits = (
        f", from {spreads.lowest:g} to {spreads.highest:g}"
        if spreads is not None and spreads.lowest != spreads.highest
        else ""
    )
    return f"It starts at {base} %: rated by {people}{limits}."


def _several(people: Sequence[str]) -> str:
    """Returns people by name; of many, the first."""
    names = [excerpt(person, 30) for person in people]
    if len(names) > _NAMED:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _percent(verdict: Verdict, before: float | None) -> str:
    if before is None or verdict.range is not None or abs(before - verdict.strength) < _NOT_SHOWN:
        return verdict.percent
    return f"{percentage(before)} → {verdict.percent}"


def _survival(assurance: "Assurance") -> Iterator[str]:
    """Yields how many doubts a verdict survives, each of one claim alone."""
    tried = assurance.robustness
    if tried is None or not tried.of:
        return
    if not tried.complete:
        doubts = f"the {tried.of:,} single doubts that were tried, of {tried.whole:,}"
        yield f"survives {tried.survived:,} of {doubts}"
    elif tried.survived == tried.of:
        yield "survives every single doubt"
    else:
        yield f"survives {tried.survived:,} of {tried.of:,} single doubts"
