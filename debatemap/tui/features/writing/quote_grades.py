"""The grades of the open map's quotes, found beside the keyboard and kept up with each edit."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from debatemap.core.change import Change
from debatemap.core.text import safe_line
from debatemap.tui.messages import PanesChanged
from debatemap.tui.widgets.grade_line import grade_line
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from debatemap.core.debate import Debate
    from debatemap.core.model import Citation, Source, SourceText
    from debatemap.texts.grading import Grading
    from debatemap.texts.kept_grades import KeptGrades
    from debatemap.texts.load import LoadedText
    from debatemap.tui.context import MapContext

__all__ = ["QuoteGrades"]


class QuoteGrades:
    """The texts of the map's sources, and what they say of its quotes.

    They are read in a thread as the map opens, where a source has a text. A grade belongs to the
    words of a citation, so that what a thread finds out is right however the map was edited since.

    Attributes:
        misquoted: The claims that rest on a quote which the text of its source has not.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.forget()

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._kept: KeptGrades | None = None
        self._is_looking = self._is_outdated = False
        self._has_texts = False
        self._polled = 0
        self.misquoted: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Looks for the quotes of a map that was opened."""
        self._has_texts = _has_texts(self._map.session.debate.sources.values())
        self.look()

    def follow(self, change: Change) -> None:
        """Takes up an edit of a quote, or of a source."""
        if change.sources:
            self._has_texts = _has_texts(self._map.session.debate.sources.values())
        if change.sources or any(_cites(change)):
            self.look()

    def look(self) -> None:
        """Looks again for what is new since: other quotes, texts, files."""
        self._is_outdated = True
        if not self._is_looking and (self._has_texts or self._kept is not None):
            self._is_looking = True
            self._map.run_beside(self._look(), group="quotes")

    def poll(self) -> None:
        """Looks at the file of one text, the next one each time; reads it again where it is new."""
        sources = [*self._kept.read] if self._kept is not None else []
        if not sources or self._kept is None or self._is_looking:
            return
        self._polled = (self._polled + 1) % len(sources)
        if self._kept.is_outdated(sources[self._polled], _folder(self._map.session.path)):
            self.look()

    def of(self, cited: "Citation") -> "Grading | None":
        """Returns the grade of a citation's quote; None where it has none, or it is not known."""
        return self._kept.of(cited) if self._kept is not None else None

    def text_of(self, source: str) -> "LoadedText | None":
        """Returns the text of a source, where it was read."""
        return self._kept.text_of(source) if self._kept is not None else None

    def text_now(self, source: str, text: "SourceText") -> "LoadedText | None":
        """Returns a text that was read, where its source and its file are the same still."""
        kept, folder = self._kept, _folder(self._map.session.path)
        if kept is None or source not in kept.read or kept.read[source].text != text:
            return None
        return None if kept.is_outdated(source, folder) else kept.text_of(source)

    def line_of(self, cited: "Citation") -> Content | None:
        """Returns the grade of a citation's quote as a line, or why there is none."""
        grading = self.of(cited)
        if grading is not None:
            text = self.text_of(cited.ref)
            has_changed = text is not None and text.has_changed
            since = ("; the text has changed since", "$warning") if has_changed else ("", "")
            return Content.assemble(grade_line(grading, cited.at), since)
        problem = self._kept.problem_of(cited.ref) if self._kept is not None else ""
        if not problem or not cited.quote.strip():
            return None
        return Content.styled(f"not checked: {safe_line(problem)}", "$warning")

    async def _look(self) -> None:
        from debatemap.texts.kept_grades import KeptGrades  # noqa: PLC0415  (a map opens without it)

        session, before = self._map.session, self._kept
        try:
            while self._is_outdated and session is self._map.session:
                self._is_outdated = False
                kept, misquoted = await run(
                    _looked,
                    session.snapshot().debate,
                    _folder(session.path),
                    before or KeptGrades(),
                )
                if session is not self._map.session:
                    break
                is_new = before is None or kept != before
                self._kept, self.misquoted, before = kept, misquoted, kept
                if is_new:
                    self._map.post_message(PanesChanged())
        finally:
            self._is_looking = False
        if self._is_outdated:
            self.look()


def _folder(path: Path | None) -> Path | None:
    return path.absolute().parent if path is not None else None


def _has_texts(sources: "Iterable[Source]") -> bool:
    return any(source.text is not None for source in sources)


def _cites(change: Change) -> "Iterator[bool]":
    """Yields for each claim of a change whether it cites otherwise than before."""
    for before, after in change.claims.values():
        yield (before.sources if before else ()) != (after.sources if after else ())


def _looked(
    debate: "Debate", folder: Path | None, before: "KeptGrades"
) -> "tuple[KeptGrades, frozenset[str]]":
    """Returns the grades of a map's quotes, and the claims that rest on an absent one."""
    from debatemap.texts.kept_grades import grades_now  # noqa: PLC0415  (a map opens without it)

    cited = [(key, each) for key, claim in debate.claims.items() for each in claim.sources]
    kept = grades_now(before, debate.sources, (each for _, each in cited), folder)
    found = ((key, kept.of(each)) for key, each in cited)
    return kept, frozenset(key for key, grading in found if grading and grading.is_absent)
