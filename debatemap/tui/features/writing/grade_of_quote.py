"""The grade of a quote while it is typed."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from debatemap.core.model import Citation
from debatemap.core.text import safe_line
from debatemap.tui.background_work import report_failures
from debatemap.tui.widgets.grade_line import grade_line
from debatemap.workspace.background import run

if TYPE_CHECKING:
    from textual import getters

    from debatemap.texts.grading import Grading
    from debatemap.texts.load import LoadedText
    from debatemap.tui.context import Program
    from debatemap.tui.features.writing.quote_grades import QuoteGrades

__all__ = ["GradeOfQuote"]


class GradeOfQuote(Static):
    """Shows what the text of a source says of a quote; of several asked in a row, of the last.

    It is looked for in a thread, so that no letter waits for it.

    Args:
        grades: Knows the texts.
    """

    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(self, grades: "QuoteGrades") -> None:
        super().__init__()
        self._grades = grades
        self._asked: Citation | None = None
        self._is_looking = False

    def look(self, cited: Citation) -> None:
        """Looks for a quote, and shows its grade; nothing where its source has no text."""
        self._asked = cited
        if self._grades.text_of(cited.ref) is None or not cited.quote.strip():
            self._asked, self.display = None, False
        elif not self._is_looking:
            self._is_looking = True
            self.run_worker(report_failures(self._tell, self._look()), group="grade")

    async def _look(self) -> None:
        try:
            while (cited := self._asked) is not None:
                text = self._grades.text_of(cited.ref)
                if text is None:
                    break
                grading = await run(_graded, text, cited)
                if cited is self._asked:
                    self._asked = None
                    self.update(self.app.in_words(grade_line(grading, cited.at)))
                    self.display = True
        finally:
            self._is_looking = False

    def _tell(self, message: str) -> None:
        """Says why the quote could not be looked for."""
        self._asked = None
        self.update(Content.styled(safe_line(message), "$warning"))
        self.display = True


def _graded(text: "LoadedText", cited: Citation) -> "Grading":
    from debatemap.texts.grading import graded  # noqa: PLC0415  (a map opens without it)

    return graded(text, cited)
