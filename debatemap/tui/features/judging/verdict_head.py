"""The verdict on the thesis above the selected claim, for the first line of the screen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.queries import theses
from debatemap.core.text import safe_line, width
from debatemap.judge.verdict import Basis
from debatemap.judge.verdict_words import Objections, basis_in_short, basis_words, objections
from debatemap.tui.features.judging.opinions import views
from debatemap.tui.features.judging.verdict_text import figure_of, side_words
from debatemap.tui.widgets.sign_words import SIGN_WORDS
from debatemap.tui.widgets.strength_bar import COLOURS
from debatemap.tui.widgets.title_bar import VerdictForm, VerdictHead

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.judge.judgement import Judgement
    from debatemap.tui.features.judging.judging import Judging

__all__ = ["verdict_head"]

_BETWEEN: Final = " · "
_MANY: Final = Objections(12, 12)
_USUAL_BASIS: Final = Basis(30, 0, 0, 0)
_USUAL_POINTS: Final = "about 60"
_USUAL_BAND: Final = "(45 to 75)"
_USUAL: Final = f"against, {_USUAL_POINTS} of 100 {_USUAL_BAND}"
"""The longest verdict that is usual: what is kept free, so that an edit moves nothing."""
_USUAL_IN_SHORT: Final = f"against, {_USUAL_POINTS} {_USUAL_BAND}"
_NOT_RATED: Final = basis_in_short(_USUAL_BASIS)
_USUAL_BY_LENGTH: Final = (
    _BETWEEN.join((_USUAL, basis_words(_USUAL_BASIS), _MANY.on_a_line)),
    _BETWEEN.join((_USUAL, _NOT_RATED, _MANY.on_a_line)),
    _BETWEEN.join((_USUAL_IN_SHORT, _NOT_RATED, _MANY.in_short)),
    _BETWEEN.join((_USUAL_IN_SHORT, _NOT_RATED)),
    _USUAL_IN_SHORT,
    f"against, {_USUAL_POINTS}",
    "against ~75",
    "against",
)
_LONG: Final = 2
"""Of them, those that also tell in full whose opinion it is."""


def verdict_head(judging: "Judging", *, plain: bool) -> VerdictHead | None:
    """Returns the verdict on the thesis above the selected claim.

    There is none where nothing is selected, or while strengths are hidden.

    Args:
        judging: The judgement.
        plain: Whether signs are words.
    """
    thesis, debate = judging.thesis, judging.debate
    if not judging.is_shown or thesis is None or thesis not in debate.claims:
        return None
    name = safe_line(debate.claims[thesis].text)
    forms = [*_forms(judging, thesis, plain=plain)]
    return VerdictHead(_sign(debate, thesis, plain=plain), name, forms)


def _sign(debate: "Debate", thesis: str, *, plain: bool) -> Content:
    known = theses(debate)
    sign, colour = ("◆", "$accent") if thesis in known else ("○", "$quiet")
    number = str(known.index(thesis) + 1) if thesis in known and len(known) > 1 else ""
    if plain:
        return Content(f"{SIGN_WORDS[sign].rstrip(':')} {number}".rstrip() + ":")
    return Content.styled(f"{sign}{number}", colour)


def _forms(judging: "Judging", thesis: str, *, plain: bool) -> Iterator[VerdictForm]:
    """Yields ways to say the verdict, the longest first; the last is short for any screen."""
    judgement = judging.ready
    usual = _USUAL_BY_LENGTH
    said = ["judging …"] * len(usual)
    if judgement is not None:
        said = _ways(judging, judgement, thesis, plain=plain)
    long, short = views(judging.person, is_spread=judging.is_spread)
    colour = "$quiet"
    if judgement is not None:
        colour = COLOURS.get(judgement.verdict(thesis).side, "$warning")
    told = [long] * _LONG + [short] * (len(usual) - _LONG)
    for words, widest, view in zip(said, usual, told, strict=True):
        shown = Content.assemble((words, colour), (view, "$accent"))
        yield VerdictForm(shown, max(shown.cell_length, width(widest) + width(view)))


def _ways(judging: "Judging", judgement: "Judgement", thesis: str, *, plain: bool) -> list[str]:
    verdict, side = judgement.known_verdict(thesis), side_words(judging, judgement, thesis)
    figure = figure_of(verdict, judging.before(thesis))
    words, in_short, bare = (
        f"{side}, {figure.words(ends, plain=plain)}"
        for ends in (f" of 100{figure.band}", figure.band, "")
    )
    found, basis = objections(judgement, thesis), basis_in_short(verdict.basis)
    return [
        *(
            _BETWEEN.join(filter(None, parts))
            for parts in (
                (words, basis_words(verdict.basis), found.on_a_line),
                (words, basis, found.on_a_line),
                (in_short, basis, found.in_short),
                (in_short, basis),
            )
        ),
        in_short,
        bare,
        f"{side} {verdict.about if plain else verdict.about.replace('about ', '~')}",
        side,
    ]
