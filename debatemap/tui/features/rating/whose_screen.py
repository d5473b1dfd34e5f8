"""Choose whose ratings count: everybody's, one person's, or how far apart people are."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from debatemap.core.node_names import quoted
from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, excerpt, width
from debatemap.judge.interval import LOOKS_OF_MANY
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Verdict
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.verdict_text import coloured

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["View", "WhoseScreen"]

_MEAN: Final = SafeText("Everybody’s mean")
_NAME: Final = 24
_USUAL_WIDTH: Final = 80
"""Cells of the screen, below which a name gets no more than the mean has."""
_COUNT: Final = len("rated 999")


class View(NamedTuple):
    """How ratings are looked at.

    Attributes:
        person: Whose they are; empty for all.
        is_spread: Whether it is shown how far apart they are.
    """

    person: str = ""
    is_spread: bool = False


class WhoseScreen(ChooserScreen[View]):
    """Everybody's mean and the spread, then each person with the verdict as they see it."""

    shows_map = True

    def __init__(self, context: "MapContext") -> None:
        self._map, self._round = context, 0
        self._verdicts: dict[str, Verdict] = {}
        judging, thesis = context.feature(Judging), context.feature(Judging).thesis
        claims = context.session.debate.claims
        of = f" Verdicts on {quoted(claims[thesis].text, 40)}" if thesis is not None else ""
        self._now = View(judging.person, judging.is_spread)
        super().__init__(
            f"Whose ratings count?{of}",
            self._found,
            empty="Nobody of that name has rated anything.",
            hints=("{key:list_accept} chooses", "{key:list_leave} leaves"),
        )

    def on_mount(self) -> None:
        """Begins to judge the thesis as each person sees it."""
        self._map.run_beside(self._judge())

    def follow_map(self) -> None:
        """Shows the people that there are, and judges again for each of them."""
        self.renew_in_place()
        self._map.run_beside(self._judge())

    async def _judge(self) -> None:
        """Judges for one person after the other in a thread, and shows what is known so far."""
        judging, thesis = self._map.feature(Judging), self._map.feature(Judging).thesis
        if thesis is None:
            return
        self._round += 1
        this = self._round
        for person in ("", *self._people()):
            verdict = await judging.ask(partial(_verdict, person, thesis))
            if not self.is_current or this != self._round:
                return
            if verdict is not None:
                self._verdicts[person] = verdict
                self.renew_in_place()

    def _people(self) -> Mapping[str, int]:
        """Returns how many claims each person has rated, those who rated most first."""
        debate = self._map.session.debate
        rated = {
            person: len(ratings.keys() & debate.claims.keys())
            for person, ratings in debate.stances.items()
        }
        return dict(sorted(rated.items(), key=lambda pair: (-pair[1], pair[0])))

    def _found(self, query: str) -> Sequence[Choice[View]]:
        people = self._people()
        self._name_room = self._room_of_names()
        count = f"{len(people)} {'person' if len(people) == 1 else 'people'}"
        choices = [
            self._choice(View(), _MEAN, count),
            self._choice(View(is_spread=True), SafeText("Spread"), "how far apart people are"),
            *(
                self._choice(View(person), excerpt(person, self._name_room), f"rated {number:,}")
                for person, number in people.items()
            ),
        ]
        return [choice for choice in choices if _fits(choice.label.plain, query)]

    def _choice(self, view: View, name: SafeText, count: str) -> Choice[View]:
        mark = "● " if view == self._now else "  "
        parts = [
            Content.styled(mark, "$accent"),
            self._padded(name),
            Content.styled(count, "$quiet"),
        ]
        if not view.is_spread and self._map.feature(Judging).thesis is not None:
            verdict = self._verdicts.get(view.person)
            parts += [Content("  "), coloured(verdict) if verdict is not None else Content("…")]
        kind = "People" if view.person else "Everybody"
        hang = len(mark) + self._name_room + 2
        return Choice(view, Content("").join(parts), kind=kind, hang=hang)

    def _room_of_names(self) -> int:
        """Returns the cells of the column of names: no more than they need."""
        most = _NAME if self._map.size.width >= _USUAL_WIDTH else len(_MEAN)
        names = (excerpt(person, most) for person in self._map.session.debate.stances)
        return max((len(_MEAN), *map(width, names)))

    def _padded(self, name: SafeText) -> Content:
        return Content(name).pad_right(max(0, self._name_room - width(name)) + 2)


def _fits(label: str, query: str) -> bool:
    """Tells whether each word that was typed begins a word of the label."""
    return Query(query).begins_words_of(label)


def _verdict(person: str, thesis: str, now: Judgement) -> Verdict | None:
    if thesis not in now.debate.claims:
        return None
    if person == now.person:
        return now.sure_verdict(thesis)
    return Judgement(now.debate, now.method, person, now.assumed).sure_verdict(
        thesis, LOOKS_OF_MANY
    )
