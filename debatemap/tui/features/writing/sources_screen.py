"""A claim's sources: see them, add, change, remove and open them."""

import webbrowser
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.fields import short_values
from debatemap.core.model import Citation, Source
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt
from debatemap.tui.background_work import tell_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen
from debatemap.tui.dialogs.claim_names import GONE
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.system.addresses import AddressError, read_address

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["SourcesScreen"]

_NEW = -1
_LINE = 1_000
"""Cells of a source that are shown."""


class SourcesScreen(ChooserScreen[int]):
    """The sources that a claim cites; Enter changes one, or adds one."""

    shows_map = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "open", "Open the address", priority=True),
        Binding("ctrl+d", "remove", "Remove", priority=True),
    ]

    def __init__(self, context: "MapContext", claim: str) -> None:
        self._map, self._claim = context, claim
        super().__init__(
            f"Sources of “{excerpt(context.session.debate.claims[claim].text, 60)}”",
            self._found,
            empty="It has no source.",
            hint="Enter changes or adds   ctrl+o opens   ctrl+d removes   Escape leaves",
        )

    def choose(self, choice: Choice[int] | None) -> None:
        """Changes a source, or adds one, and stays."""
        if choice is None or choice.disabled:
            return
        work = self._add() if choice.value == _NEW else self._change(choice.value)
        self.run_worker(tell_failures(self.tell, work), group=COMMAND)

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
            self.run_worker(tell_failures(self.tell, self._open(index)), group=COMMAND)

    def _found(self, query: str) -> Sequence[Choice[int]]:
        debate = self._map.session.debate
        if self._claim not in debate.claims:
            return [Choice(_NEW, Content(GONE), disabled=True)]
        asked, choices = Query(query), []
        for index, cited in enumerate(debate.claims[self._claim].sources):
            source = debate.sources.get(cited.ref, Source(title=f"{cited.ref} (does not exist)"))
            named = ", ".join(filter(None, (*source[:-1], *short_values(cited))))
            line = Content.assemble(("§ ", "$accent"), excerpt(named, _LINE))
            if cited.quote:
                quote = excerpt(cited.quote, _LINE)
                line = Content.assemble(line, (f"\n  “{quote}”", "italic"))
            if asked.fits(f"{named} {cited.quote}"):
                choices.append(Choice(index, line))
        return [*choices, Choice(_NEW, Content.styled("+ add a source", "$accent"))]

    async def _add(self) -> None:
        debate = self._map.session.debate
        refs = list(debate.sources)
        known = await self._choose_known() if refs else _NEW
        if known is None:
            return
        asked = await self._ask(Source() if known == _NEW else None)
        if asked is None:
            return
        source, quote, at = asked[0] or Source(), asked[1], asked[2]
        debate, claim = self._map.session.debate, self._claim
        if known == _NEW:
            change = edit.add_source(debate, claim, source, quote=quote, at=at)
        else:
            change = edit.cite(debate, claim, refs[known], quote=quote, at=at)
        self._map.attempt(lambda: self._map.do(change))
        self.renew()

    async def _choose_known(self) -> int | None:
        """Asks which of the map's sources to cite, or for a new one."""
        debate = self._map.session.debate
        named = [", ".join(filter(None, source[:4])) for source in debate.sources.values()]

        def find(query: str) -> Sequence[Choice[int]]:
            asked = Query(query)
            found = [(i, name) for i, name in enumerate(named) if asked.fits(name)]
            new = Choice(_NEW, Content.styled("+ a new source", "$accent"))
            return [new, *(Choice(i, Content(excerpt(name, _LINE))) for i, name in found)]

        return await self.app.push_screen_wait(ChooserScreen("Cite which source?", find))

    async def _change(self, index: int) -> None:
        cited = self._cited(index)
        asked = await self._ask(self._map.session.debate.sources.get(cited.ref, Source()))
        debate = self._map.session.debate
        if asked is not None and asked[0] is not None and cited.ref in debate.sources:
            change = edit.set_source(debate, cited.ref, asked[0])
            self._map.attempt(lambda: self._map.do(change))
            self.renew()

    async def _ask(self, source: Source | None) -> tuple[Source | None, str, str] | None:
        """Asks for the parts of a source, one by one; None where the user leaves."""
        questions = {"author": "Author", "title": "Title", "url": "Address", "date": "Date"}
        answers: dict[str, str] = {}
        if source is not None:
            for name, question in questions.items():
                text = await self.app.push_screen_wait(
                    PromptScreen(question, getattr(source, name), "Enter goes on, Escape leaves")
                )
                if text is None:
                    return None
                answers[name] = text
            source = Source(extra=source.extra, **answers)
        quote = await self.app.push_screen_wait(PromptScreen("Its own words (a quote), or nothing"))
        at = await self.app.push_screen_wait(PromptScreen("Where in it: a page, a section"))
        return source, quote or "", at or ""

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
        cited = self._cited(index)
        source = self._map.session.debate.sources.get(cited.ref, Source())
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
