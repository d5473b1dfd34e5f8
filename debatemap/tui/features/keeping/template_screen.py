"""What a new map begins as: empty, or one of the templates."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from textual.content import Content
from textual.widgets import OptionList

from debatemap.catalog.map_files import NewMap
from debatemap.core.search_query import Query
from debatemap.core.text import clean, excerpt, safe_line, wrap
from debatemap.tui.background_work import report_failures
from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen
from debatemap.workspace.background import run
from debatemap.workspace.session import Session, new_session
from debatemap.workspace.templates import Template, session_from, templates

__all__ = ["EMPTY", "TemplateScreen", "begin_new"]

EMPTY: Final = "empty"
"""What is chosen to begin a map with nothing in it; a template is chosen by its file."""
_LOW: Final = 30
"""Lines of a screen below which one has to do for what a template is for."""
_LEAST: Final = 8
"""Cells of a title that is cut."""
_SAID: Final = "The thesis is asked for at once"


class TemplateScreen(ChooserScreen[str | NewMap]):
    """The templates, the program's own and the user's; ends with what `begin_new` takes.

    To begin empty is there at once and stands first; the files are read beside the keyboard. What
    is typed and is in no template is taken as the title of an empty map.
    """

    def __init__(self) -> None:
        self._templates: Sequence[Template] = ()
        self._are_known = False
        hints = (MOVES, "{key:list_accept} begins the map", "{key:list_leave} goes back")
        super().__init__(
            "What does the new map begin as?",
            lambda typed: list(self._fitting(typed)),
            empty="No template has these words.",
            hints=hints,
        )

    def on_mount(self) -> None:
        """Looks for the templates."""
        self.run_worker(report_failures(self.tell, self._look()))

    def on_resize(self) -> None:
        """Wraps the words anew."""
        self.call_after_refresh(self.renew_in_place)

    async def _look(self) -> None:
        self._templates, self._are_known = await run(templates), True
        if self.is_attached:
            self.renew_in_place()

    def _fitting(self, typed: str) -> Iterator[Choice[str | NewMap]]:
        asked, title, fits = Query(typed), safe_line(clean(typed)).strip(), False
        if asked.fits(f"+ {EMPTY} {_SAID}"):
            fits = True
            yield Choice(EMPTY, self._label(f"+ {EMPTY}", _SAID, "$accent", "$quiet"))
        for each in self._templates:
            if asked.fits(f"{each.name} {each.said} {each.problem}"):
                fits = True
                broken = f"cannot be used: {each.problem}"
                said, colour = (broken, "$warning") if each.problem else (each.said, "$quiet")
                yield Choice(str(each.path), self._label(each.name, said, "", colour))
        if title and not fits and self._are_known:
            words = f"+ {EMPTY}: “"
            name = f"{words}{excerpt(title, max(_LEAST, self.room_of_a_line - len(words) - 1))}”"
            yield Choice(NewMap(title), self._label(name, _SAID, "$accent", "$quiet"))

    def _label(self, name: str, said: str, *colours: str) -> Content:
        """Returns a name and, indented below it, what it is for."""
        # Before the first layout, as wide as it will be: no row is to move under the mouse.
        cells = self.query_one(OptionList).content_size.width or self.room_of_a_line
        room = max(8, cells - 4)
        is_low = self.app.size.height < _LOW
        words = [excerpt(said, room)] if is_low else wrap(said, room)
        lines = [Content.styled(f"\n  {line}", colours[1]) for line in words if line]
        return Content("").join([Content.styled(safe_line(name), colours[0]), *lines])

    def choose(self, choice: Choice[str | NewMap] | None) -> None:
        """Ends with a template; of one that cannot be used, says what is wrong with it."""
        problems = {str(each.path): each.problem for each in self._templates}
        chosen = choice.value if choice is not None else ""
        problem = problems.get(chosen, "") if isinstance(chosen, str) else ""
        if problem:
            self.tell(problem)
        else:
            super().choose(choice)


async def begin_new(chosen: str | NewMap) -> Session:
    """Returns a new map, empty or as a template has it.

    Args:
        chosen: What the list of templates ended with.

    Raises:
        MapError: The template cannot be read any more.
    """
    if isinstance(chosen, NewMap):
        return new_session(chosen.title)
    if chosen == EMPTY:
        return new_session()
    return await run(session_from, Template("", Path(chosen)))
