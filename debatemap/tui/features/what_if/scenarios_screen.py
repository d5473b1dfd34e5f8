"""What is assumed, one by one; and the what-ifs that the map keeps."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.scenarios import Assumptions, scenarios_in
from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, excerpt
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.features.judging.judging import Judging
from debatemap.tui.features.judging.verdict_text import coloured
from debatemap.tui.features.what_if.assumptions import assumed_words, kept_as, named, outcomes
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.bars import HintBar

if TYPE_CHECKING:
    from debatemap.judge.verdict import Verdict
    from debatemap.tui.context import MapContext

__all__ = ["AssumedScreen", "ScenariosScreen"]

_WORDS: Final = 300
_NAME: Final = 24
_LISTED: Final = 3
"""Assumptions of a scenario that are listed one by one."""
_EACH: Final = 24
_BLANKS: Final = 2
_LIST_CELLS: Final = 400


class AssumedScreen(ChooserScreen[str]):
    """Everything that is assumed; Enter goes to one, ctrl+x drops one and stays."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound({"assumption_drop": "drop"})

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        super().__init__(
            "What is assumed",
            self._found,
            empty="Nothing that has these words is assumed.",
            hints=(
                "{key:list_accept} goes there",
                "{key:assumption_drop} drops it",
                "{key:list_leave} leaves",
            ),
        )

    def action_drop(self) -> None:
        """Takes the highlighted claim or step as the map has it."""
        choice, judging = self.highlighted, self._map.feature(Judging)
        if choice is None:
            return
        judging.assume({node: how for node, how in judging.assumed.items() if node != choice.value})
        if judging.assumed:
            self.renew_in_place()
        else:
            self.dismiss(None)

    def _found(self, query: str) -> Sequence[Choice[str]]:
        debate, assumed = self._map.session.debate, self._map.feature(Judging).assumed
        asked = Query(query)
        lines = {
            node: (assumed_words(debate, node, how), named(debate, node, _WORDS))
            for node, how in assumed.items()
        }
        return [
            Choice(
                node,
                Content.assemble(words, " ", (how, "$accent")),
                kind="Steps" if node in debate.links else "Claims",
                hang=2,
            )
            for node, (how, words) in lines.items()
            if asked.fits(f"{words} {how}")
        ]


class ScenariosScreen(ChooserScreen[str]):
    """The scenarios of the map; Enter opens one, ctrl+x takes one out of the map and stays."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound({"scenario_drop": "drop"})

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._outcomes: dict[str, Verdict] = {}
        super().__init__(
            "Open which scenario?",
            self._found,
            empty="No scenario has such a name.",
            hints=(
                "{key:list_accept} opens it",
                "{key:scenario_drop} takes it out of the map",
                "{key:list_leave} leaves",
            ),
        )

    def on_mount(self) -> None:
        """Asks where each scenario leads, in a thread: the whole map is judged for it."""
        self._map.run_beside(self._look())

    def follow_map(self) -> None:
        """Shows the scenarios that there are, and asks again where each leads."""
        self.renew_in_place()
        self._map.run_beside(self._look())

    async def _look(self) -> None:
        thesis, scenarios = self._map.feature(Judging).thesis, self._scenarios()
        if thesis is not None:
            found = await self._map.feature(Judging).ask(
                partial(outcomes, thesis=thesis, scenarios=scenarios)
            )
            self._outcomes = found or self._outcomes
            self.renew_in_place()

    def has_use_for(self, key: str) -> bool:
        """Tells whether there is a scenario, and whether it may be taken out."""
        may = key != "scenario_drop" or not self._map.session.read_only
        return may and super().has_use_for(key)

    def action_drop(self) -> None:
        """Takes the highlighted scenario out of the map, as one step that can be undone."""
        choice, context = self.highlighted, self._map
        if choice is None:
            return
        context.part(HintBar).clear()
        context.attempt(
            lambda: context.do(edit.drop_scenario(context.session.debate, choice.value))
        )
        self.hints = [str(context.part(HintBar).message)]
        if self._scenarios():
            self.renew_in_place()
        else:
            self.dismiss(None)

    def _scenarios(self) -> dict[str, Assumptions]:
        return dict(scenarios_in(self._map.session.debate.header))

    def _found(self, query: str) -> Sequence[Choice[str]]:
        debate, judging = self._map.session.debate, self._map.feature(Judging)
        asked = Query(query)
        opened = kept_as(debate, judging.assumed)
        return [
            Choice(
                name,
                self._label(name, assumed, is_open=name == opened),
                kind="Scenarios",
                hang=_NAME + 2 * _BLANKS,
            )
            for name, assumed in self._scenarios().items()
            if asked.fits(name)
        ]

    def _label(self, name: str, assumed: Assumptions, *, is_open: bool) -> Content:
        """Returns the name of a scenario, where it leads, and below it what it assumes."""
        verdict = self._outcomes.get(name)
        return Content.assemble(
            ("● " if is_open else "  ", "$accent"),
            excerpt(name, _NAME).ljust(_NAME),
            "  ",
            coloured(verdict) if verdict is not None else Content.styled("…", "$quiet"),
            (f"\n  {self._listed(assumed)}", "$quiet"),
        )

    def _listed(self, assumed: Assumptions) -> SafeText:
        debate = self._map.session.debate
        parts = [
            f"{named(debate, node, _EACH)} {assumed_words(debate, node, how)}"
            for node, how in list(assumed.items())[:_LISTED]
        ]
        more = len(assumed) - _LISTED
        listed = f"{', '.join(parts)}, and {more:,} more" if more > 0 else ", ".join(parts)
        return excerpt(listed or "nothing", _LIST_CELLS)
