"""A claim's sources: see them, add, change, remove and open them."""

import webbrowser
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.fields import searched_as, short_values
from debatemap.core.model import Citation, Source
from debatemap.core.node_names import quoted
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.dialogs.claim_names import GONE
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.writing.citing import cite, mend
from debatemap.tui.features.writing.quote_grades import QuoteGrades
from debatemap.tui.system.addresses import AddressError, read_address
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["SourcesScreen"]

_NEW = -1
_NAMED = 40
_LINE = 1_000
"""Cells of a source that are shown."""


class SourcesScreen(ChooserScreen[int]):
    """The sources that a claim cites; Enter changes one, or adds one."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = bound(
        {"source_open": "open", "source_remove": "remove"}
    )

    def __init__(self, context: "MapContext", claim: str) -> None:
        self._map, self._claim = context, claim
        super().__init__(
            f"Sources of {quoted(context.session.debate.claims[claim].text, 60)}",
            self._found,
            empty="It has no source.",
            unfit="It has no source with these words.",
            hints=(
                "{key:list_accept} changes or adds",
                "{key:source_open} opens",
                "{key:source_remove} removes",
                "{key:list_leave} leaves",
            ),
        )

    def has_use_for(self, key: str) -> bool:
        """Tells whether there is a source to open or to remove, and whether it may be."""
        if key in ("source_remove", "list_accept") and self._map.session.read_only:
            return False
        cited = [choice.value for choice in self.usable if choice.value != _NEW]
        if key == "source_open":
            sources = self._map.session.debate.sources
            return any(sources.get(self._cited(index).ref, Source()).url for index in cited)
        return bool(cited) if key == "source_remove" else super().has_use_for(key)

    def choose(self, choice: Choice[int] | None) -> None:
        """Changes a source, or adds one, and stays."""
        if choice is None or choice.disabled:
            return
        work = self._add() if choice.value == _NEW else self._change(choice.value)
        self.run_worker(report_failures(self.tell, work), group=COMMAND)

    def action_remove(self) -> None:
        """Removes the highlighted source from the claim."""
        index = self.highlighted.value if self.highlighted else _NEW
        if index >= 0:
            debate = self._map.session.debate
            self._map.attempt(lambda: self._map.do(edit.uncite(debate, self._claim, index)))
            self.renew()

    def action_open(self) -> None:
        """Opens the address of the highlighted source, after it was shown whole."""
        index = self.highlighted.value if self.highlighted else _NEW
        if index >= 0:
            self.run_worker(report_failures(self.tell, self._open(index)), group=COMMAND)

    def _found(self, query: str) -> Sequence[Choice[int]]:
        debate = self._map.session.debate
        if self._claim not in debate.claims:
            return [Choice(_NEW, Content(GONE), disabled=True)]
        asked, choices, grades = Query(query), [], self._map.feature(QuoteGrades)
        for index, used in enumerate(debate.claims[self._claim].sources):
            source = debate.sources.get(used.ref, Source(title=f"{used.ref} (does not exist)"))
            known = source.author, source.title, source.date, *short_values(used), source.url
            named = ", ".join(filter(None, known))
            line = Content.assemble(("§ ", "$accent"), excerpt(named, _LINE))
            if used.quote:
                quote = excerpt(used.quote, _LINE)
                line = Content.assemble(line, (f"\n  “{quote}”", "italic"))
                grade = grades.line_of(used)
                line = Content.assemble(line, "\n  ", grade) if grade is not None else line
            if asked.fits(" ".join((named, used.quote, *searched_as(used)))):
                choices.append(Choice(index, line, kind="Cited", hang=len("§ ")))
        if self._map.session.read_only:
            return choices
        words = f"+ add a source: “{excerpt(query, _NAMED)}”" if query.strip() else "+ add a source"
        return [*choices, Choice(_NEW, Content.styled(words, "$accent"))]

    async def _add(self) -> None:
        if await cite(self._map, self._claim, self.query_one(Line).value):
            self.clear()

    async def _change(self, index: int) -> None:
        if await mend(self._map, self._claim, index):
            self.renew_in_place()

    def _cited(self, index: int) -> Citation:
        """Returns a source of the claim.

        Raises:
            EditRefusedError: It is gone.
        """
        claim = self._map.session.debate.claims.get(self._claim)
        if claim is None or index >= len(claim.sources):
            raise edit.EditRefusedError("that source is gone from the map")
        return claim.sources[index]

    async def _open(self, index: int) -> None:
        source = self._map.session.debate.sources.get(self._cited(index).ref, Source())
        try:
            address = read_address(source.url)
        except AddressError as error:
            await self.app.push_screen_wait(AskScreen(str(error), [Answer("c", "close")]))
            return
        answers = [Answer("y", "open it in the browser"), Answer("n", "no")]
        question = f"{address.leads} Open it?\n\n{address.url}"
        asked = AskScreen(question, answers, must_be_seen=True)
        if await self.app.push_screen_wait(asked) == "y":
            webbrowser.open(address.url)
