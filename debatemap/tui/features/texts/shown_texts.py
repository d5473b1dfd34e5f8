"""Which texts are shown; they are read, and their quotes looked for, beside the keyboard."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.core.model import SourceText
from debatemap.core.source_names import named_source
from debatemap.core.text import SafeText, safe_line
from debatemap.tui.features.views.views import Views
from debatemap.tui.features.writing.quote_grades import QuoteGrades
from debatemap.workspace.background import OutdatedError, run, run_on_snapshot

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.texts import LoadedText
    from debatemap.tui.context import MapContext
    from debatemap.tui.views.text.text_view import TextView
    from debatemap.views.text.page import FoundQuotes, Quoted, TextPage
    from debatemap.workspace.snapshot import SessionSnapshot

__all__ = ["FIRST", "SECOND", "ShownTexts"]

FIRST: Final = "text"
SECOND: Final = "second_text"
"""The names of the two views of texts."""
_AT_ONCE: Final = 300_000
"""Characters of a text whose quotes are looked for before the next key."""
_EVERY: Final = 2.0
"""Seconds between two looks whether the file of a text that is shown was written."""
_NONE: Final = (
    "No source of this map has its text yet. {key:attach_text} gives one its text: a file beside "
    "the map, or words that the map keeps. Then passages can be selected here and quoted by keys."
)


class _Read(NamedTuple):
    """A text that was read, and what its file was like then."""

    text: SourceText
    stamp: tuple[int, ...]
    page: "TextPage"


class ShownTexts:
    """Shows the texts of sources, and keeps what of them is quoted up to date."""

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self._read: dict[str, _Read] = {}
        self._found: dict[str, FoundQuotes] = {}
        self._is_looking = self._is_outdated = self._is_watching = False

    @property
    def active(self) -> "TextView | None":
        """The text that the keys go to."""
        active = self._map.feature(Views).active
        if active is None:
            return None
        from debatemap.tui.views.text.text_view import TextView  # noqa: PLC0415  (a map opens without it)

        return active if isinstance(active, TextView) else None

    @property
    def shown(self) -> "list[TextView]":
        """The texts that are shown."""
        shown = self._map.feature(Views).shown
        if not shown:
            return []
        from debatemap.tui.views.text.text_view import TextView  # noqa: PLC0415  (a map opens without it)

        return [view for view in shown if isinstance(view, TextView)]

    def view(self, name: str = FIRST) -> "TextView":
        """Returns one of the two views, which is made where it was never shown."""
        from debatemap.tui.views.text.text_view import TextView  # noqa: PLC0415  (a map opens without it)

        found = self._map.feature(Views).get(name)
        assert isinstance(found, TextView)  # noqa: S101  (the registry says so)
        return found

    def follow(self, change: "Change") -> None:
        """Takes up a change: what is quoted is looked for again, and a text that is another one."""
        if not self.shown:
            return
        if change.sources:
            for view in self.shown:
                self._map.run_beside(self._renew(view), group="texts")
        cites = any(
            (before.sources if before else ()) != (after.sources if after else ())
            for before, after in change.claims.values()
        )
        if cites or change.links or change.header:
            self.look()

    def forget(self) -> None:
        """Begins anew, as for another session of the map."""
        self._read.clear()
        self._found.clear()
        for view in self.shown if self._map.is_attached else ():
            self._map.run_beside(self._renew(view), group="texts")

    def default_source(self) -> str | None:
        """Returns the source whose text to show: one that the selected claim cites first."""
        debate, row = self._map.session.debate, self._map.row
        cited = debate.claims[row.claim].sources if row is not None else ()
        wanted = [each.ref for each in cited] + [self.view().state.source, *debate.sources]
        with_text = (s for s in wanted if s in debate.sources and debate.sources[s].text)
        return next(with_text, None)

    async def show(self, view: "TextView", source: str | None) -> bool:
        """Shows the text of a source in a view; tells whether it could be read.

        Args:
            view: One of the two.
            source: The id of the source; None where no source has a text.
        """
        self._watch()
        record = self._map.session.debate.sources.get(source or "")
        if source is None or record is None or record.text is None:
            view.tell(safe_line(self._map.keymap.fill(_NONE)))
            return False
        title = safe_line(named_source(record))
        page = self._known(source, record.text)
        if page is None:
            if view.page is None or view.source != source:
                view.tell(SafeText(f"Reading {safe_line(record.text.file) or 'the text'} …"), title)
            try:
                page = await self._page(source, record.text)
            except MapError as error:
                view.tell(safe_line(str(error)), title)
                return False
            if not self._map.is_attached:
                return False
        view.show_page(source, title, page)
        if len(page.text.text) <= _AT_ONCE:
            # Keys that were typed ahead may ask for what is not quoted yet.
            with suppress(OutdatedError):
                await self._look_in(view, source, page)
        else:
            self.look()
        return True

    def look(self) -> None:
        """Looks for what is quoted of the texts that are shown, in a thread on a snapshot."""
        self._is_outdated = True
        if not self._is_looking and any(view.page is not None for view in self.shown):
            self._is_looking = True
            self._map.run_beside(self._look(), group="texts")

    async def _look(self) -> None:
        try:
            while self._is_outdated and self._map.is_attached:
                self._is_outdated = False
                for view in self.shown:
                    if view.page is not None:
                        await self._look_in(view, view.source, view.page)
        except OutdatedError:
            self._is_outdated = True  # It is tried again with the next change.
        finally:
            self._is_looking = False

    async def _look_in(self, view: "TextView", source: str, page: "TextPage") -> None:
        session, found = self._map.session, self._found.get(source, {})
        work = partial(_quoted, source, page, found)

        def take(quoted: "Quoted") -> None:
            if session is self._map.session and self._map.is_attached:
                self._found[source] = quoted.found
                if view.page is page:
                    view.show_quoted(quoted)

        await run_on_snapshot(session, work, take)

    async def _renew(self, view: "TextView") -> None:
        """Shows a text again that may be another one now."""
        if view.page is not None or view.source:
            record = self._map.session.debate.sources.get(view.source)
            has_text = record is not None and record.text is not None
            await self.show(view, view.source if has_text else self.default_source())

    def _known(self, source: str, text: SourceText) -> "TextPage | None":
        from debatemap.texts.kept_grades import stamp_of  # noqa: PLC0415  (a map opens without it)

        read = self._read.get(source)
        is_same = (
            read is not None and read.text == text and read.stamp == stamp_of(text, self._folder)
        )
        return read.page if read is not None and is_same else None

    async def _page(self, source: str, text: SourceText) -> "TextPage":
        from debatemap.texts.kept_grades import stamp_of  # noqa: PLC0415  (a map opens without it)

        folder = self._folder
        stamp = stamp_of(text, folder)
        known = self._map.feature(QuoteGrades).text_now(source, text)
        page = await run(_load, text, folder, known)
        before = self._read.get(source)
        if before is None or before.page.text.text != page.text.text:
            self._found.pop(source, None)
        self._read[source] = _Read(text, stamp, page)
        return page

    @property
    def _folder(self) -> Path | None:
        path = self._map.session.path
        return path.absolute().parent if path is not None else None

    def _watch(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            self._map.set_interval(_EVERY, self._poll)

    def _poll(self) -> None:
        """Reads the texts again whose files were written since."""
        sources = self._map.session.debate.sources
        for view in self.shown:
            record = sources.get(view.source)
            is_known = record is None or record.text is None
            if record is not None and record.text is not None:
                is_known = self._read.get(view.source) is None
                is_known = is_known or self._known(view.source, record.text) is not None
            if not is_known:
                self._map.run_beside(self._renew(view), group="texts")


def _load(text: SourceText, folder: Path | None, known: "LoadedText | None") -> "TextPage":
    from debatemap.texts import load_text  # noqa: PLC0415  (a map opens without it)
    from debatemap.views.text.page import page_of  # noqa: PLC0415  (a map opens without it)

    return page_of(known or load_text(text, folder))


def _quoted(
    source: str, page: "TextPage", found: "FoundQuotes", snapshot: "SessionSnapshot"
) -> "Quoted":
    from debatemap.views.text.page import quoted_in  # noqa: PLC0415  (a map opens without it)

    return quoted_in(snapshot.debate, source, page, found)
