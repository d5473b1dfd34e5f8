"""What a verdict turns on, as the lines of a list."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt, width, wrap
from debatemap.judge.bearing import bearing_on
from debatemap.judge.explain.crux import (
    Cruxes,
    Dispute,
    Flip,
    Robustness,
    Sets,
    robustness,
    smallest_sets,
)
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.features.judging.claim_list import Lead
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.widgets.choice_list import heading
from debatemap.tui.widgets.drawing import sign_at
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.tui.widgets.strength_bar import COLOURS

__all__ = [
    "CRUX_WORDS", "WITHOUT_COLUMNS", "Turn", "dispute_leads", "effect_leads", "read_only",
    "turn_leads", "turns",
]  # fmt: skip

_COLUMN: Final = 12
_WIDE: Final = 50
"""Cells from which a line has room for the figures beside the words."""
_LINES: Final = 3
"""Lines of a claim beside figures, at most."""
WITHOUT_COLUMNS: Final = _WIDE - 1
"""Cells in which figures have their names before them, and no columns."""
_SHOWN_SETS: Final = 5
_DOUBTED: Final = 5_000
"""Claims of a map up to which each of them is doubted."""
_NAME: Final = 36
_PAIR: Final = 2
CRUX_WORDS: Final = {**SIGN_WORDS, "◆": "the crux:", "◇": "decides it as well:"}
"""What the signs say here."""
_CRUX, _DECIDES, _MOVES = ("◆", "bold $accent"), ("◇", "$accent"), (" ", "")


class Turn(NamedTuple):
    """What it takes to turn a verdict.

    Attributes:
        sets: The smallest sets of flips that do it.
        verdicts: What the verdict is after each of the first few; none where each is one flip.
        robustness: How many single doubts it survives, or None where there are too many to try.
    """

    sets: Sets
    verdicts: tuple[Verdict, ...]
    robustness: Robustness | None


def turns(judgement: Judgement, thesis: str) -> Turn:
    """Returns what it takes to turn the verdict on a thesis."""
    sets = smallest_sets(judgement, thesis)
    verdicts: tuple[Verdict, ...] = ()
    if sets.size > 1:
        bearing = bearing_on(judgement, thesis)
        verdicts = tuple(
            bearing.verdict_if({bearing.candidates[flip.claim]: float(flip.to) for flip in flips})
            for flips in sets.sets[:_SHOWN_SETS]
        )
    few = len(judgement.debate.claims) <= _DOUBTED
    return Turn(sets, verdicts, robustness(judgement, thesis) if few else None)


def effect_leads(debate: Debate, found: Cruxes, room: int) -> list[Lead]:
    """Returns a line for each claim that moves a thesis, and what doubting and granting it does.

    Args:
        debate: The debate.
        found: The claims, by what they do.
        room: Cells of a line.
    """
    if not found.effects:
        what = "is said for or against it" if found.exact else "was tried"
        return [read_only(f"Nothing that {what} moves it."), *_legend(found)]
    leads = [
        _columns(room, heading("Claims that move it", len(found.effects)), "doubted", "granted")
    ]
    for rank, effect in enumerate(found.effects, 1):
        mark = _CRUX if effect is found.crux else _DECIDES if effect.decides else _MOVES
        landings = (("doubted", effect.doubted), ("granted", effect.granted))
        figures = [(name, _landing(verdict, found.verdict)) for name, verdict in landings]
        head = Content.assemble((f"{rank:>2} ", "$quiet"), mark, " ")
        leads.append(_line(head, debate, effect.claim, figures, room))
        if rank == 1 and found.crux is None:
            leads.append(read_only(f"{' ' * head.cell_length}Moves it most, does not decide it."))
    return [*leads, *_legend(found)]


def dispute_leads(
    debate: Debate, found: Sequence[Dispute], names: Sequence[str], room: int
) -> list[Lead]:
    """Returns a line for each claim that parts two people, with what each holds of it.

    Args:
        debate: The debate.
        found: The claims, what weighs most first.
        names: The two people.
        room: Cells of a line.
    """
    people = [excerpt(name, _COLUMN - 2) for name in names]
    leads = [_columns(room, heading("Claims that divide them", len(found)), *people, "weight")]
    leads = leads if found else []
    for rank, dispute in enumerate(found, 1):
        mark = _CRUX if rank == 1 else _DECIDES
        opinions = [Content(f"{100 * base:.0f}") for base in (dispute.first, dispute.second)]
        weight = Content(f"{100 * dispute.weight:.0f}")
        figures = [*zip(people, opinions, strict=True), ("weight", weight)]
        head = Content.assemble((f"{rank:>2} ", "$quiet"), mark, " ")
        leads.append(_line(head, debate, dispute.claim, figures, room))
    return leads


def turn_leads(debate: Debate, turn: Turn) -> Iterator[Lead]:
    """Yields lines that say what it takes to turn the verdict, and what it survives."""
    sets, survived = turn.sets, turn.robustness
    if sets.size == 1:
        yield read_only("One claim is enough to turn the verdict.")
    elif sets.size:
        number = "two" if sets.size == _PAIR else "three"
        yield read_only(f"It takes {number} claims to turn the verdict:")
        for flips, verdict in zip(sets.sets, turn.verdicts, strict=False):
            words = _flipped(debate, flips)
            yield Lead(Content.assemble(f"   {words}: ", coloured(verdict)), flips[0].claim)
        more = len(sets.sets) - len(turn.verdicts)
        if more > 0:
            yield read_only(f"   and {more} more such sets")
    else:
        found = "is" if sets.complete else "was found"
        yield read_only(f"There {found} no set of up to three claims that turns the verdict.")
    if not sets.complete:
        yield read_only(f"{sets.tried:,} sets of {sets.whole:,} were tried: there may be others.")
    if survived is not None:
        tried = "" if survived.complete else f" that were tried, of {survived.whole:,}"
        of = f"{survived.of:,} single doubts{tried}"
        yield read_only(f"The verdict survives {survived.survived:,} of {of}.")


def read_only(words: str) -> Lead:
    """Returns a line that is only read, of words that are safe to show."""
    return Lead(Content.styled(words, "$quiet"), is_read=True)


def _legend(found: Cruxes) -> Iterator[Lead]:
    """Says what the marks mean, and what was tried."""
    if found.crux is not None:
        also = sum(effect.decides for effect in found.effects) > 1
        yield read_only("◆ the crux" + ("   ◇ decides it as well" if also else ""))
    if not found.exact:
        yield read_only(f"The {found.considered:,} likeliest of {found.of:,} claims were tried.")


def _line(
    head: Content, debate: Debate, claim: str, figures: Sequence[tuple[str, Content]], room: int
) -> Lead:
    """Returns the words of a claim with figures beside them, or beneath where there is no room."""
    text, sign = words_of(debate, claim), _sign(debate, claim)
    head = Content.assemble(head, sign)
    if room < _WIDE:
        parts = [Content.assemble((f"{name} ", "$quiet"), figure) for name, figure in figures]
        under = Content.assemble("\n", " " * head.cell_length, Content("  ").join(parts))
        words = excerpt(text, max(8, room - head.cell_length))
        return Lead(Content.assemble(head, words, under), claim)
    left = room - head.cell_length - _COLUMN * len(figures)
    first, *rest = wrap(excerpt(text, _LINES * left), left)
    columns = [
        part for _, figure in figures for part in (" " * (_COLUMN - figure.cell_length), figure)
    ]
    line = Content.assemble(head, first, " " * (left - width(first)), *columns)
    beneath = [Content(" " * head.cell_length + part) for part in rest]
    return Lead(Content("\n").join([line, *beneath]), claim)


def _sign(debate: Debate, claim: str) -> Content:
    """Returns the sign that the outline shows for a claim where it first stands."""
    if claim not in debate.claims:
        return Content("")
    sign, colour = sign_at(debate, next(iter(debate.links_from(claim)), None), claim)
    return Content.assemble((sign, f"${colour}"), " ")


def _columns(room: int, kind: Content, *names: str) -> Lead:
    """Returns the heading of the lines, and the heads of the columns, right-aligned."""
    heads = "".join(" " * (_COLUMN - width(name)) + name for name in names)
    blanks = room - _COLUMN * len(names) - kind.cell_length
    if room < _WIDE:
        return Lead(kind, is_read=True)
    return Lead(Content.assemble(kind, " " * max(0, blanks), (heads, "$quiet")), is_read=True)


def _landing(verdict: Verdict, before: Verdict) -> Content:
    """Returns where a verdict would land, in the colour of its side; bold if that is another."""
    bold = "" if verdict.side is before.side else "bold "
    return Content.styled(verdict.figure, bold + COLOURS.get(verdict.side, "$warning"))


def _flipped(debate: Debate, flips: Sequence[Flip]) -> str:
    """Returns what is to be doubted and granted, in words."""
    words = " and ".join(
        f"{'grant' if flip.to else 'doubt'} “{excerpt(words_of(debate, flip.claim), _NAME)}”"
        for flip in flips
    )
    return f"{words[:1].upper()}{words[1:]}"
