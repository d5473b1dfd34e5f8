"""One form for a source and what a claim cites of it: all fields in sight at once."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.fields import Table, fields_of
from debatemap.core.model import Citation, Claim, Source
from debatemap.core.node_names import quoted
from debatemap.core.search_query import Query
from debatemap.core.source_names import is_address, named_source
from debatemap.core.text import excerpt
from debatemap.store.journal import Writing
from debatemap.tui.dialogs.form import FormField, FormScreen, declared
from debatemap.tui.dialogs.prompt import Line
from debatemap.tui.features.writing.grade_of_quote import GradeOfQuote
from debatemap.tui.features.writing.last_source import last_source
from debatemap.tui.features.writing.quote_grades import QuoteGrades

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from debatemap.tui.context import MapContext
    from debatemap.workspace.session import Session

__all__ = ["Cited", "SourceForm", "ask_for_source", "ask_to_mend", "cited", "fields_kept"]

_NAMED: Final = 60
_LINE: Final = 300
_ANY: Final = "type to find or add one"
_CLAIM: Final = "claim"
_SOURCE: Final = "source"
_FIELD: Final = "field "
"""Keys under which a form is kept while it is filled: its source, and each field behind this."""


class Cited(NamedTuple):
    """What the form was filled with.

    Attributes:
        source: The id of a source of the map, or what was written of one.
        said: The fields of the citation, by name.
    """

    source: str | Source
    said: dict[str, str]

    @property
    def made_source(self) -> Source:
        """What was written of the source."""
        return self.source if isinstance(self.source, Source) else Source()


async def ask_for_source(
    context: "MapContext",
    claim: str,
    typed: str = "",
    *,
    draft: "Mapping[str, str] | None" = None,
    resumed: "Mapping[str, str] | None" = None,
) -> Cited | None:
    """Asks what a claim rests on; None on leaving.

    Args:
        context: The open map.
        claim: The claim, or its words where it is not yet in the map.
        typed: What was typed to look for a source.
        draft: Where a claim is written that is not yet in the map.
        resumed: What the form was filled with already, at another time.
    """
    words = claim if draft is not None else context.session.debate.claims[claim].text
    place = {"command": "quote", "claim": claim} if draft is None else {**draft, "words": words}
    title = f"A source of “{excerpt(words, _NAMED)}”"
    grades = context.feature(QuoteGrades)
    form = SourceForm(
        context.session, title, typed=typed, place=place, resumed=resumed, grades=grades
    )
    return await context.app.push_screen_wait(form)


async def ask_to_mend(
    context: "MapContext", claim: str, index: int, resumed: "Mapping[str, str] | None" = None
) -> Cited | None:
    """Asks what to change of a citation and of its source; None on leaving."""
    debate = context.session.debate
    used = debate.claims[claim].sources[index]
    source = debate.sources.get(used.ref, Source())
    others = sum(
        any(each.ref == used.ref for each in other.sources)
        for key, other in debate.claims.items()
        if key != claim
    )
    title = f"What {quoted(debate.claims[claim].text, _NAMED)} cites"
    if others:
        claims = "another claim cites" if others == 1 else f"{others:,} other claims cite"
        title = f"{title}; {claims} the source too"
    place = {"command": "sources", "claim": claim, "index": str(index)}
    grades = context.feature(QuoteGrades)
    form = SourceForm(
        context.session, title, (source, used), place=place, resumed=resumed, grades=grades
    )
    return await context.app.push_screen_wait(form)


def fields_kept(place: "Mapping[str, str]") -> dict[str, str] | None:
    """Returns what a form was filled with that was kept with its place; None where none was."""
    if _SOURCE not in place:
        return None
    fields = {k.removeprefix(_FIELD): v for k, v in place.items() if k.startswith(_FIELD)}
    return {**fields, _SOURCE: place[_SOURCE]}


def cited(context: "MapContext", claim: str, said: Cited) -> Change:
    """Returns the change that cites for a claim what the form was filled with.

    Raises:
        EditRefusedError: The source is gone, or is none, or the claim is gone.
    """
    return _cited(context.session.debate, claim, said)


class SourceForm(FormScreen[Cited]):
    """A source and a quote of it; a known source is picked, a new one is written.

    The source that was cited last is picked as the form opens, and the cursor stands in the quote.

    Args:
        session: The open map.
        title: What is cited, and for what.
        mended: A source and a citation of it to change, in place of picking one.
        typed: What was typed to look for a source.
        place: What the form is for, where it is to be kept while it is filled.
        resumed: What it was filled with already, as `fields_kept` returns it.
        grades: Knows the texts of sources, in which the quote is looked for while it is typed.
    """

    DEFAULT_CSS = """
    SourceForm {
        & #known-source { height: 1; padding: 0 0 0 10; margin: 0 0 1 0; }
        &.-short #known-source { margin: 0; }
        & GradeOfQuote { height: auto; max-height: 3; padding: 0 0 0 10; display: none; }
        &.-short GradeOfQuote { max-height: 1; }
    }
    """

    def __init__(
        self,
        session: "Session",
        title: str,
        mended: tuple[Source, Citation] | None = None,
        *,
        typed: str = "",
        place: "Mapping[str, str]" = MappingProxyType({}),
        resumed: "Mapping[str, str] | None" = None,
        grades: QuoteGrades | None = None,
    ) -> None:
        self._grades = grades
        self._place, self._resumed = dict(place), resumed or {}
        self._session, self._is_mending, self._typed = session, mended is not None, typed
        source, used = mended or (Source(), Citation(""))
        self._mended = used.ref
        self._of_source = _asked("sources", source)
        self._of_use = _asked("citations", used)
        self._found: Sequence[str | None] = (None,)
        self._ref: str | None = None if self._is_mending else last_source(session)
        self._written: dict[str, str] = {}
        self._offered = self._begun("")
        super().__init__(title, (*self._of_source, *self._of_use))

    def compose_before(self) -> ComposeResult:
        """Makes the line in which a known source is looked for, where the map has any."""
        if self._picks:
            with Horizontal(classes="form-row"):
                yield Static(Content("Source"), classes="form-label")
                yield Line(self._typed, placeholder=_ANY, select_on_focus=False, id="source-line")
            yield Static(id="known-source")

    def compose_after(self) -> ComposeResult:
        """Makes the line with the grade of the quote, where a text is known to find it in."""
        if self._grades is not None:
            yield GradeOfQuote(self._grades)

    def on_mount(self) -> None:
        """Picks the source that was cited last, or what was typed, and begins in what is left."""
        if self._picks:
            self._look()
        elif not self._is_mending:
            self._write(self._begun(self._typed))
        self._resume()
        is_named = self._is_mending or self._ref is not None or self._is_given
        self._first = (self._of_use if is_named else self._of_source)[0].name

    def _resume(self) -> None:
        """Fills the form as it was filled when the program ended."""
        ref, sources = self._resumed.get(_SOURCE), self._session.debate.sources
        if self._resumed and self._picks:
            self._pick(ref if ref in sources else None)
        own = () if self._ref in sources else self._of_source
        for field in (*own, *self._of_use):
            if field.name in self._resumed:
                self.fill(field.name, self._resumed[field.name])

    @property
    def _is_given(self) -> bool:
        """Whether it was filled with a source alone, as from a bibliography."""
        return bool(self._resumed) and not any(f.name in self._resumed for f in self._of_use)

    @property
    def writing(self) -> Writing | None:
        """What the form is filled with; what it shows of a known source is the map's."""
        if not self._place or not self.has_parts:
            return None
        fields = {field.name: self.text_of(field.name) for field in self._fields}
        text = "\n".join(filter(str.strip, fields.values()))
        kept = {f"{_FIELD}{name}": value for name, value in fields.items()}
        return Writing(text, self._title, {**self._place, **kept, _SOURCE: self._ref or ""})

    @property
    def _picks(self) -> bool:
        return not self._is_mending and bool(self._session.debate.sources)

    @on(Input.Changed, "#source-line")
    def _looked_for(self) -> None:
        self._look()

    @on(TextArea.Changed, "#field-quote")
    @on(Input.Changed, "#field-at")
    def _quoted(self) -> None:
        self._grade()

    def follow_map(self) -> None:
        """Grades the quote again, as a text may have been read since."""
        self._grade()

    def _grade(self) -> None:
        if self.has_parts and self._grades is not None:
            ref = self._mended if self._is_mending else self._ref or ""
            cited = Citation(ref, self.text_of("quote"), self.text_of("at"))
            self.query_one(GradeOfQuote).look(cited)

    def _look(self) -> None:
        """Finds the sources that have the words, and picks the first of them; or a new one."""
        words = self.query_one("#source-line", Line).value
        query, sources = Query(words), self._session.debate.sources
        known = [key for key, source in sources.items() if query.fits(named_source(source))]
        self._found = (*known, None)
        if words.strip():
            self._pick(self._found[0])
        else:
            self._pick(self._ref if self._ref in self._found else None)

    def action_turn(self, way: int) -> None:
        """Goes through the sources where one is looked for; else as in every form."""
        focused = self.focused
        if focused is not None and focused.id == "source-line":
            place = self._found.index(self._ref) if self._ref in self._found else 0
            self._pick(self._found[(place + way) % len(self._found)])
        else:
            super().action_turn(way)

    def _pick(self, ref: str | None) -> None:
        """Shows what the map says of a source, or what was written of a new one."""
        if self._is_new:
            written = self._source_fields
            self._written = written if written != self._offered else {}
        self._ref = ref
        source = self._session.debate.sources.get(ref or "")
        for field in self._of_source:
            line = self.query_one(f"#field-{field.name}", Line)
            line.disabled = source is not None
            # What is not known of a source is not told as if it were, by how one would write it.
            line.placeholder = "" if line.disabled else field.about
        if source is not None:
            self._write({f.name: excerpt(getattr(source, f.name), _LINE) for f in self._of_source})
        else:
            self._offered = self._begun(self.query_one("#source-line", Line).value.strip())
            self._write(self._written or self._offered)
        self.query_one("#known-source", Static).update(self.app.in_words(self._named(source)))
        self._grade()

    def _begun(self, typed: str) -> dict[str, str]:
        """Returns what a new source is written with: what was typed to look for it."""
        name = "url" if is_address(typed) else "title"
        return {field.name: typed * (field.name == name) for field in self._of_source}

    def _write(self, texts: "Mapping[str, str]") -> None:
        for name, text in texts.items():
            self.query_one(f"#field-{name}", Line).value = text

    @property
    def _source_fields(self) -> dict[str, str]:
        return {field.name: self.text_of(field.name) for field in self._of_source}

    def _named(self, source: Source | None) -> Content:
        known = len(self._found) - 1
        if source is None:
            return Content.assemble(
                ("+ a new source", "$accent"), (f"   {known:,} known", "$quiet")
            )
        place = self._found.index(self._ref) + 1
        is_sought = bool(self.query_one("#source-line", Line).value.strip())
        told = f"{'found' if is_sought else 'known'} source {place:,} of {known:,}"
        return Content.assemble(("§ ", "$accent"), (told, "$quiet"))

    @property
    def _is_new(self) -> bool:
        """Whether the fields of the source are written in."""
        return not self.query_one(f"#field-{self._of_source[0].name}", Line).disabled

    @property
    def changed(self) -> bool:
        """Whether anything is written that would be lost; what the map has would not."""
        if self._is_mending or not self.has_parts:
            return super().changed
        is_quoted = any(self.text_of(field.name) != field.shown for field in self._of_use)
        is_written = self._is_new and any(self._source_fields.values())
        return is_quoted or is_written

    def accept(self) -> None:
        """Ends with what was written, where a claim can cite that."""
        if self._session.read_only:
            # Another window may have taken the map over meanwhile.
            self.refuse(self._session.read_only)
            return
        answers, debate = self.answers, self._session.debate
        said = {field.name: answers[field.name] for field in self._of_use}
        made: dict[str, Any] = {field.name: answers[field.name] for field in self._of_source}
        source: str | Source = self._ref or Source()._replace(**made)
        done = Cited(source, said)
        try:
            _cited(Debate(debate.header, {_CLAIM: Claim("")}, sources=debate.sources), _CLAIM, done)
        except edit.EditRefusedError as error:
            self.refuse(str(error))
        else:
            self.dismiss(done)


def _asked(table: Table, record: Source | Citation) -> tuple[FormField, ...]:
    """Returns what a form asks of a source or of a citation, as its fields are declared."""
    return tuple(declared(f, getattr(record, f.name)) for f in fields_of(table) if f.is_written)


def _cited(debate: Debate, claim: str, done: Cited) -> Change:
    if isinstance(done.source, str):
        return edit.cite(debate, claim, done.source, **done.said)
    return edit.add_source(debate, claim, done.source, **done.said)
