"""What a verdict turns on, as the lines of a list."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from textual.content import Content

from debatemap.core.debate import Debate
from debatemap.core.reading_order import link_beneath
from debatemap.core.text import excerpt, width, wrap
from debatemap.judge.explain.crux import Cruxes
from debatemap.judge.explain.division import Division
from debatemap.judge.explain.leaves import Leaves, leaves
from debatemap.judge.explain.turning import Turning, turning
from debatemap.judge.explain.turning_words import next_words, turn_words, turning_words
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.features.judging.claim_list import Lead
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.widgets.choice_list import heading
from debatemap.tui.widgets.row_drawing import sign_at
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.tui.widgets.strength_bar import COLOURS

__all__ = [
    "CRUX_WORDS", "WITHOUT_COLUMNS", "Found", "effect_leads", "leaf_leads", "look_further",
    "read_only", "shared_leads", "turn_leads",
]  # fmt: skip

_COLUMN: Final = 12
_WIDE: Final = 50
"""Cells from which a line has room for the figures beside the words."""
_LINES: Final = 3
"""Lines of a claim beside figures, at most."""
WITHOUT_COLUMNS: Final = _WIDE - 1
"""Cells in which figures have their names before them, and no columns."""
_SHOWN: Final = 5
"""Lines of a section, at most."""
_NOT_RATED: Final = "–"
CRUX_WORDS: Final = {**SIGN_WORDS, "◆": "the crux:", "◇": "turns it as well:"}
"""What the signs say here."""
_CRUX, _DECIDES, _MOVES = ("◆", "bold $accent"), ("◇", "$accent"), (" ", "")


class Found(NamedTuple):
    """What takes longer to find than what each claim does.

    Attributes:
        turning: What would turn the verdict.
        leaves: The unargued claims that move it most.
    """

    turning: Turning
    leaves: Leaves


def look_further(judgement: Judgement, thesis: str) -> Found:
    """Returns what would turn the verdict on a thesis, and which claims are worth checking."""
    return Found(turning(judgement, thesis), leaves(judgement, thesis))


def effect_leads(debate: Debate, found: Cruxes, room: int, *, plain: bool = False) -> list[Lead]:
    """Returns a line for each claim that moves a thesis, and what doubting and granting it does.

    Args:
        debate: The debate.
        found: The claims, by what they do.
        room: Cells of a line.
        plain: Whether signs are words, so that there is no need to say what they mean.
    """
    if not found.effects:
        what = "is said for or against it" if found.exact else "was tried"
        return [read_only(f"Nothing that {what} moves it."), *_untold(found)]
    leads = [
        _columns(room, heading("Claims that move it", len(found.effects)), "doubted", "granted"),
        *([] if plain else _legend(found)),
    ]
    for rank, effect in enumerate(found.effects, 1):
        mark = _CRUX if effect is found.crux else _DECIDES if effect.decides else _MOVES
        landings = (("doubted", effect.doubted), ("granted", effect.granted))
        figures = [(name, _landing(verdict, found.verdict)) for name, verdict in landings]
        head = Content.assemble((f"{rank:>2} ", "$quiet"), mark, " ")
        leads.append(_line(head, debate, found.thesis, effect.claim, figures, room))
        if rank == 1 and found.crux is None:
            leads.append(read_only(f"{' ' * head.cell_length}Moves it most, does not turn it."))
    return [*leads, *_untold(found)]


def shared_leads(debate: Debate, found: Division, room: int) -> list[Lead]:
    """Returns a line for each claim that two people could agree on, with what each holds of it.

    Args:
        debate: The debate.
        found: What divides the two.
        room: Cells of a line.
    """
    people = [excerpt(name, _COLUMN - 2) for name in found.people]
    kind = heading("Claims to agree on", len(found.steps))
    leads = [_columns(room, kind, *people, "then apart")] if found.steps else []
    for rank, step in enumerate(found.steps, 1):
        held = [Content(_NOT_RATED if b is None else f"{100 * b:.0f}") for b in step[1:3]]
        apart = Content.styled(f"{100 * step.alone:.0f}", "bold")
        figures = [*zip(people, held, strict=True), ("then apart", apart)]
        head = Content.styled(f"{rank:>2} ", "$quiet")
        leads.append(_line(head, debate, found.thesis, step.claim, figures, room))
    return leads


def leaf_leads(debate: Debate, found: Leaves, room: int) -> Iterator[Lead]:
    """Yields a line for each unargued claim that is most worth checking, and for whom others are.

    Args:
        debate: The debate.
        found: The unargued claims, by what they do.
        room: Cells of a line.
    """
    if not found.telling:
        yield from map(read_only, next_words(debate, found))
        return
    kind = heading("Most worth checking", len(found.telling))
    yield _columns(room, kind, "at lowest", "at highest")
    for rank, leaf in enumerate(found.telling[:_SHOWN], 1):
        landings = (("at lowest", leaf.at_low), ("at highest", leaf.at_high))
        figures = [(name, _landing(verdict, found.verdict)) for name, verdict in landings]
        head = Content.styled(f"{rank:>2} ", "$quiet")
        yield _line(head, debate, found.thesis, leaf.claim, figures, room)
    first, *others = next_words(debate, found)
    yield read_only(first)
    yield from map(read_only, others)
    if not found.exact:
        tried = f"{found.considered:,} of {found.of:,} claims without replies"
        yield read_only(f"Only {tried} were tried.")


def turn_leads(debate: Debate, found: Turning) -> Iterator[Lead]:
    """Yields lines that say what would turn the verdict."""
    words = turning_words(debate, found)
    if not found.turns:
        yield read_only(words)
        return
    yield Lead(Content.styled(words, "bold"), is_read=True)
    if found.size > 1:
        for turn in found.turns[1:_SHOWN]:
            line = turn_words(debate, turn)
            shown = Content.assemble("   or ", line, ": ", coloured(turn.after))
            yield Lead(shown, is_read=True)
        more = len(found.turns) - _SHOWN
        if more > 0:
            yield read_only(f"   and {more:,} more such sets")


def read_only(words: str) -> Lead:
    """Returns a line that is only read, of words that are safe to show."""
    return Lead(Content.styled(words, "$quiet"), is_read=True)


def _legend(found: Cruxes) -> Iterator[Lead]:
    """Says what the marks mean."""
    if found.crux is not None:
        also = sum(effect.decides for effect in found.effects) > 1
        yield read_only("◆ the crux" + ("   ◇ turns it as well" if also else ""))


def _untold(found: Cruxes) -> Iterator[Lead]:
    """Says how many more turn the verdict, and what was tried."""
    more = found.decide - sum(effect.decides for effect in found.effects)
    if more:
        yield read_only(f"{more:,} more turn it, each alone.")
    if not found.exact:
        yield read_only(f"The {found.considered:,} likeliest of {found.of:,} claims were tried.")


def _line(
    head: Content,
    debate: Debate,
    thesis: str,
    claim: str,
    figures: Sequence[tuple[str, Content]],
    room: int,
) -> Lead:
    """Returns the words of a claim with figures beside them, or beneath where there is no room."""
    text, sign = words_of(debate, claim), _sign(debate, thesis, claim)
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


def _sign(debate: Debate, thesis: str, claim: str) -> Content:
    """Returns the sign that the outline shows for a claim beneath the thesis."""
    if claim not in debate.claims:
        return Content("")
    sign, colour = sign_at(debate, link_beneath(debate, thesis, claim), claim)
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
