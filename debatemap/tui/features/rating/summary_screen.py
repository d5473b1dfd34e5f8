"""What came of a pass through unrated claims: the verdict, and where others hold otherwise."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content

from debatemap.core.node_names import quoted
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.judge.explain.rating_queue import (
    Ahead,
    Disagreement,
    ahead,
    furthest_apart,
    rated_of,
)
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.rating.rating_input import Pass
from debatemap.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement
    from debatemap.judge.verdict import Verdict
    from debatemap.tui.context import MapContext

__all__ = ["GO_ON", "SummaryScreen"]

GO_ON: Final = ""
"""What is chosen to go on with the next thesis, in place of a claim."""

_WORDS = 200
_HANG = len("100     100   ")
_ALONE = "Nobody else has rated anything yet."
_AGREED = "Nobody holds what you rated otherwise."


class SummaryScreen(ChooserScreen[str]):
    """Says what a pass came to; ends with a claim to go to, with `GO_ON`, or with None.

    Args:
        context: The open map.
        person: Who rated.
        through: The pass.
        thesis: The thesis that it stayed beneath, or None for the rest of the map.
        before: The verdict on the thesis before it, where it was known.
    """

    shows_map = True

    def __init__(
        self,
        context: "MapContext",
        person: str,
        through: Pass,
        thesis: str | None,
        before: "Verdict | None",
    ) -> None:
        self._map, self._person, self._through, self._before = context, person, through, before
        self._thesis, self._ahead = thesis, Ahead(None, [])
        self._disagreements: list[Disagreement] | None = None
        self._in_all: tuple[int, int] | None = None
        super().__init__(
            f"{self._rated} …",
            self._found,
            empty="…",
            unfit="Nothing here has these words.",
            hints=("{key:list_accept} goes there", "{key:list_leave} leaves"),
        )

    @property
    def next(self) -> str | None:
        """The thesis that has claims to be rated yet, or None for the rest of the map."""
        return self._ahead.top

    def on_mount(self) -> None:
        """Looks for what to say."""
        self._map.run_beside(self._look())

    async def _look(self) -> None:
        debate = self._map.session.debate
        found = await self._map.feature(Judging).ask(partial(_looked, self._person, self._thesis))
        if found is not None and self.is_current:
            verdict, self._disagreements, self._ahead, self._in_all = found
            self.chooser_title = f"{self._rated} {self._verdict_words(verdict)}"
            alone = debate.stances.keys() <= {self._person}
            self._empty = _ALONE if alone else _AGREED
            self.renew()
            # While the list was empty it had one line, which the heading would have to leave.
            self.call_after_refresh(self.query_one(ChoiceList).scroll_home, animate=False)

    @property
    def _rated(self) -> str:
        now = len(self._through.rated)
        claims = f"{now:,} claim{'' if now == 1 else 's'}"
        if self._in_all is None:
            return f"You rated {claims} now."
        rated, of = self._in_all
        if rated == now:
            return f"You rated {now:,} of {of:,} claim{'' if of == 1 else 's'}."
        return f"You rated {claims} now, {rated:,} of {of:,} in all."

    def _verdict_words(self, verdict: "Verdict | None") -> str:
        if verdict is None:
            return ""
        before = self._before
        if before is None:
            return f"The verdict: {verdict.words}."
        then = before.words if before.interval is not None else before.told_in(verdict.step)
        was = f"; before: {then}" if then != verdict.words else ""
        return f"The verdict: {verdict.words}{was}."

    def _found(self, query: str) -> Sequence[Choice[str]]:
        claims, asked = self._map.session.debate.claims, Query(query)
        choices = [
            Choice(each.claim, _label(each, claims[each.claim].text), hang=_HANG)
            for each in self._disagreements or ()
            if each.claim in claims and asked.fits(claims[each.claim].text)
        ]
        on = [self._going_on()] if self._ahead.turns and not query.strip() else []
        if not choices:
            nobody = Content.styled(self._empty, "$quiet")
            return [*on, Choice("", nobody, disabled=True)] if on else ()
        heading = Content.styled("you  others   where you differ most", "$quiet")
        return [*on, Choice("", heading, disabled=True), *choices]

    def _going_on(self) -> Choice[str]:
        """Returns the choice that goes on with what is not rated yet."""
        claims, top, number = self._map.session.debate.claims, self._ahead.top, self._ahead.turns
        left = f"{len(number):,} claim{'' if len(number) == 1 else 's'} to rate"
        name = (
            quoted(claims[top].text, 40)
            if top is not None and top in claims
            else "the rest of the map"
        )
        of = "" if top is None or top == self._thesis else "the next thesis, "
        label = Content.assemble(("Go on", "bold $accent"), f" with {of}{name}: {left}")
        return Choice(GO_ON, label)


def _looked(
    person: str, thesis: str | None, judgement: "Judgement"
) -> "tuple[Verdict | None, list[Disagreement], Ahead, tuple[int, int]]":
    """Returns the verdict, where a person differs most, what comes next, and what is rated."""
    debate = judgement.debate
    claims = [node for node in debate.stances.get(person, ()) if node in debate.claims]
    is_there = thesis is not None and thesis in debate.claims
    top = thesis if is_there else None
    verdict = judgement.sure_verdict(top) if top is not None else None
    return (
        verdict,
        furthest_apart(debate, person, claims),
        ahead(debate, person, thesis, after=True),
        rated_of(debate, person, top),
    )


def _label(disagreement: Disagreement, text: str) -> Content:
    return Content.assemble(
        (f"{disagreement.mine:3.0f}", "bold"),
        (f"{disagreement.others:8.0f}   ", "$quiet"),
        excerpt(text, _WORDS),
    )
