"""A claim's sources: see them, add, change, remove and open them."""

import webbrowser
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from debatemap import edit
from debatemap.core.fields import searched_as, short_values
from debatemap.core.model import CITATION_KINDS, Citation, Source
from debatemap.core.search_query import Query
from debatemap.core.text import excerpt, safe_line
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.ask import Answer, AskScreen
from debatemap.tui.dialogs.chooser import Choice, ChooserScreen, fitting
from debatemap.tui.dialogs.claim_names import GONE
from debatemap.tui.dialogs.prompt import PromptScreen
from debatemap.tui.system.addresses import AddressError, read_address
from debatemap.tui.system.key_bindings import bound

if TYPE_CHECKING:
    from debatemap.tui.context import MapContext

__all__ = ["SourcesScreen"]

_NEW = -1
_GOES_ON = "{key:line_accept} goes on, {key:line_leave} leaves"
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
            f"Sources of “{excerpt(context.session.debate.claims[claim].text, 60)}”",
            self._found,
            empty="It has no source.",
            hints=(
                "{key:list_accept} changes or adds",
                "{key:source_open} opens",
                "{key:source_remove} removes",
                "{key:list_leave} leaves",
            ),
        )

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
        asked, choices = Query(query), []
        for index, cited in enumerate(debate.claims[self._claim].sources):
            source = debate.sources.get(cited.ref, Source(title=f"{cited.ref} (does not exist)"))
            named = ", ".join(filter(None, (*source[:-1], *short_values(cited))))
            line = Content.assemble(("§ ", "$accent"), excerpt(named, _LINE))
            if cited.quote:
                quote = excerpt(cited.quote, _LINE)
                line = Content.assemble(line, (f"\n  “{quote}”", "italic"))
            if asked.fits(" ".join((named, cited.quote, *searched_as(cited)))):
                choices.append(Choice(index, line, kind="Cited", hang=len("§ ")))
        return [*choices, Choice(_NEW, Content.styled("+ add a source", "$accent"))]

    async def _add(self) -> None:
        debate = self._map.session.debate
        refs = list(debate.sources)
        known = await self._choose_known() if refs else _NEW
        if known is None:
            return
        source = Source() if known == _NEW else debate.sources[refs[known]]
        asked = await self._ask(source if known == _NEW else None, Citation(""))
        if asked is None:
            return
        debate, claim, said = self._map.session.debate, self._claim, asked[1]
        if known == _NEW:
            change = edit.add_source(debate, claim, asked[0] or source, **said)
        else:
            change = edit.cite(debate, claim, refs[known], **said)
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
        debate = self._map.session.debate
        cited = self._cited(index)
        asked = await self._ask(debate.sources.get(cited.ref, Source()), cited)
        if asked is None or asked[0] is None:
            return
        if self._cited(index).ref != cited.ref:
            raise edit.EditRefusedError("that source was changed meanwhile")
        change = edit.recite(self._map.session.debate, self._claim, index, asked[0], **asked[1])
        self._map.attempt(lambda: self._map.do(change))
        self.renew()

    async def _ask(
        self, source: Source | None, cited: Citation
    ) -> tuple[Source | None, dict[str, str]] | None:
        """Asks for the parts of a source and of a citation, one by one; None on leaving."""
        questions = {"author": "Author", "title": "Title", "url": "Address", "date": "Date"}
        answers: dict[str, str] = {}
        if source is not None:
            for name, question in questions.items():
                text = await self.app.push_screen_wait(
                    PromptScreen(question, getattr(source, name), _GOES_ON)
                )
                if text is None:
                    return None
                answers[name] = text
            source = Source(extra=source.extra, **answers)
        quote = await self._text("Its own words (a quote), or nothing", cited.quote)
        at = await self._text("Where in it: a page, a section", cited.at)
        return source, {"quote": quote, "at": at, "kind": await self._kind(cited.kind)}

    async def _text(self, question: str, text: str) -> str:
        """Asks for a text, which stays what it was, line breaks too, where nothing is typed."""
        shown = safe_line(text)
        answer = await self.app.push_screen_wait(PromptScreen(question, shown))
        return text if answer in (None, shown) else answer or ""

    async def _kind(self, kind: str) -> str:
        """Asks for the kind of a citation; the one that it has stands first."""
        kinds = dict.fromkeys((kind, "", *CITATION_KINDS))
        choices = [Choice(each, Content(each or "no kind")) for each in kinds]
        asked = ChooserScreen[str]("Which kind is it?", lambda query: fitting(query, choices))
        chosen = await self.app.push_screen_wait(asked)
        return kind if chosen is None else chosen

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
