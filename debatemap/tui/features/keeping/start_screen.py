"""What to open when no map is named: maps here, recent ones, the samples, a new one."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from debatemap.catalog.map_files import (
    NEW_MAP,
    Chosen,
    ClaimIn,
    MapFiles,
    NewMap,
    candidates_in,
    maps_among,
    recent_besides,
)
from debatemap.catalog.map_search import Found, search_maps
from debatemap.catalog.map_summary import ReadMap, read_summary
from debatemap.core.errors import MapError
from debatemap.store.journal import Origin
from debatemap.store.locations import samples
from debatemap.tui.background_work import report_failures
from debatemap.tui.commands.command import COMMAND
from debatemap.tui.dialogs.breakpoints import SHORT_OR_TALL
from debatemap.tui.dialogs.chooser import MOVES, Choice, ChooserScreen
from debatemap.tui.features.keeping.map_list import new_map_row, preview_of, row_to_read, rows_for
from debatemap.tui.features.keeping.template_screen import TemplateScreen, begin_new
from debatemap.workspace.background import Progress, StoppedError, run
from debatemap.workspace.recovery import is_any_left
from debatemap.workspace.session import Session, open_session

if TYPE_CHECKING:
    from textual import getters
    from textual.worker import WorkType

    from debatemap.tui.context import Program

__all__ = ["NEW_MAP", "StartScreen", "begin_map"]

_WHAT: Final = "A debate as a map: what speaks for and against each claim."
_NONE: Final = "No map has these words."
_KEPT: Final = 64_000_000
"""Bytes of the files whose claims are kept to be searched."""
_Work = Callable[[], Awaitable[None]]
_AT_ONCE: Final = 0.3
"""Seconds between two renewals of a short list while maps are being read."""
_ROOMY: Final = 24
"""Lines from which on there is room for a preview below the list."""
_MANY: Final = 150
"""Maps by which the list is renewed that much more seldom: it takes as much longer to draw."""
_FEW: Final = 60
"""Files of a folder that are looked at, whether they are maps, before the list is there."""


class StartScreen(ChooserScreen[Chosen]):
    """A list of maps to open; in front of an open map, it ends with what was chosen.

    The list is there at once, with the names of files; what stands in them is read beside the
    keyboard, one after the other, the smallest first.

    Args:
        is_first: Whether it is shown as the program starts, and opens a map by itself.
        problem: Why what was chosen before could not be opened.
        offers_unsaved: Whether to offer, as the first, what ended programs have not saved.
    """

    HOLDS_UP = False
    DEFAULT_CSS = """
    StartScreen {
        background: $background;
        & > Vertical { width: 100%; max-width: 180; height: 100%; margin: 0; }
        & #start-what { height: auto; color: $quiet; }
        & OptionList { height: 1fr; }
        & #start-preview {
            dock: right; width: 42%; height: 100%; padding: 0 0 0 2; margin-left: 2;
            border-left: solid $rule; display: none;
        }
        &.-beside #start-preview { display: block; }
        &.-below.-roomy #start-preview {
            display: block; dock: none; width: 100%; height: 7; margin: 0; padding: 0;
            border-left: none; border-top: solid $rule;
        }
        &.-short #start-what, &.-short #start-preview { display: none; }
    }
    """
    VERTICAL_BREAKPOINTS = [*SHORT_OR_TALL, (_ROOMY, "-roomy")]  # noqa: RUF012  (Textual declares it)
    HORIZONTAL_BREAKPOINTS = [(0, "-below"), (120, "-beside")]  # noqa: RUF012  (Textual declares it)
    if TYPE_CHECKING:
        app = getters.app(Program)

    def __init__(
        self, *, is_first: bool = True, problem: str = "", offers_unsaved: bool = True
    ) -> None:
        self._is_first, self._offers_unsaved = is_first, is_first and offers_unsaved
        self._candidates = candidates_in(Path())
        is_short = len(self._candidates) <= _FEW
        here = maps_among(self._candidates) if is_short else ()
        self._files = MapFiles(here, looked_at=0 if is_short else len(self._candidates))
        self._samples = samples()
        self._known: dict[Path, ReadMap] = {}
        self._found, self._found_for, self._looked_for = Found(), "", ""
        self._progress: Progress | None = None
        leaves = "{key:list_leave} quits" if is_first else "{key:list_leave} goes back"
        hints = (MOVES, "{key:list_accept} opens", "type to find titles and claims", leaves)
        super().__init__(problem or "Which map?", self._fitting, empty=_NONE, hints=hints)

    def parts(self) -> Iterable[Widget]:
        """Yields what stands in the box: the first line and the preview as well."""
        yield Static(Content(_WHAT), id="start-what")
        *parts, hint = super().parts()
        yield from (*parts, Static(id="start-preview"), hint)

    def on_mount(self) -> None:
        """Shows the choices, and begins to look for what there is."""
        paths = [each.session.path for each in self.app.open_maps]
        self._files = self._files._replace(open=frozenset(map(realpath, filter(None, paths))))
        self._progress = Progress()
        self._begin(partial(self._look_around, self._progress))
        if self._offers_unsaved:
            self.call_after_refresh(partial(self._begin, self._offer))

    def on_unmount(self) -> None:
        """Stops what is still being read."""
        if self._progress is not None:
            self._progress.stop()

    def on_resize(self) -> None:
        """Fits the rows and the preview to the new width."""
        self.call_after_refresh(self._renew_by_value)

    def lines_of_list(self, room: int) -> int:  # noqa: ARG002  (the list takes all that there is)
        """Returns no fewer lines than there are: the list takes what the rest leaves."""
        return self.size.height

    def _fitting(self, typed: str) -> Sequence[Choice[Chosen]]:
        """Returns the rows for what was typed; claims are looked for beside the keyboard."""
        if typed != self._found_for:
            self._found, self._found_for = Found(), typed
            if typed.strip():
                self._begin(partial(self._search, typed), "search", is_only_one=True)
        room = max(20, self.query_one(OptionList).size.width - 2)
        rows = rows_for(typed, self._files, self._samples, self._known, self._found, room)
        if self._looked_for == typed.strip() != "" and all(row.disabled for row in rows):
            rows += [row_to_read(_NONE), new_map_row(typed, room)]
        return rows

    def _begin(self, work: _Work, group: str = "beside", *, is_only_one: bool = False) -> None:
        """Begins what takes a while; one that is alone in its group ends the one before."""
        # Made only as it begins: the next letter may end it before that.
        told: WorkType[None] = partial(self._tell_failures, work)
        self.run_worker(told, group=group, exclusive=is_only_one)

    async def _tell_failures(self, work: _Work) -> None:
        await report_failures(self.tell, work())

    async def _look_around(self, progress: Progress) -> None:
        if self._files.looked_at:
            files = tuple(self._candidates)
            here = await run(maps_among, files)
            self._files = self._files._replace(here=here, looked_at=0)
            self._renew_by_value()
        recent = await run(recent_besides, self._files.here)
        self._files = self._files._replace(recent=recent)
        self._renew_by_value()
        paths = [*self._files.here, *self._files.recent, *self._samples]
        paths = await run(_by_size, paths)
        kept, last = 0, asyncio.get_running_loop().time()
        for path in paths:
            try:
                read = await run(read_summary, path, progress)
            except StoppedError:
                return
            kept += read.summary.size
            self._known[path] = read if kept <= _KEPT else ReadMap(read.summary)
            now = asyncio.get_running_loop().time()
            if now - last > _AT_ONCE * (1 + len(paths) / _MANY):
                last = now
                self._renew_by_value()
        self._search_again()
        self._renew_by_value()

    def _search_again(self) -> None:
        """Looks for what was typed in the maps that were read since."""
        self._found_for = ""

    async def _search(self, typed: str) -> None:
        paths = (*self._files.here, *self._files.recent, *self._samples)
        maps = [self._known[path] for path in paths if path in self._known]
        found = await run(search_maps, maps, typed)
        if typed == self._found_for:
            self._found, self._looked_for = found, typed.strip()
            self._renew_by_value()

    def _renew_by_value(self) -> None:
        """Shows what is known by now, with the highlight on the same map or claim."""
        if not self.has_parts:
            return
        was = self.highlighted
        self.renew()
        if was is not None:
            same = (n for n, choice in enumerate(self._choices) if choice.value == was.value)
            options = self.query_one(OptionList)
            options.highlighted = next(same, options.highlighted)
        self._show_preview(self.highlighted)

    def look_at(self, choice: Choice[Chosen]) -> None:
        """Shows the first lines of the map that is highlighted."""
        self._show_preview(choice)

    def _show_preview(self, choice: Choice[Chosen] | None) -> None:
        for preview in self.query("#start-preview").results(Static):
            room = max(10, preview.content_size.width or self.size.width // 3)
            words = preview_of(choice.value, self._known, room) if choice is not None else Content()
            preview.update(words)

    async def _offer(self) -> None:
        if await run(is_any_left, Origin("", "")):
            from debatemap.tui.features.keeping.recovering import offer_new_maps  # noqa: PLC0415  (seldom needed)

            await offer_new_maps(self.app)

    def choose(self, choice: Choice[Chosen] | None) -> None:
        """Opens a map, a copy of a sample, or a new map; of a broken one, says what is wrong."""
        if choice is None or choice.disabled:
            return
        chosen = choice.value
        read = None if isinstance(chosen, str | NewMap) else self._known.get(_path_of(chosen))
        if read is not None and read.summary.problem:
            self.tell(read.summary.problem)
        elif choice.value == NEW_MAP:
            self.app.push_screen(TemplateScreen(), self._proceed)
        else:
            self._proceed(choice.value)

    def _proceed(self, chosen: Chosen | None) -> None:
        """Opens what was chosen, or ends with it; where nothing was, stays."""
        if chosen is None:
            return
        if self._is_first:
            self.run_worker(self._open(chosen), group=COMMAND, exclusive=True)
        else:
            self.dismiss(chosen)

    def leave(self) -> None:
        """Goes back to the open map; where there is none, ends the program."""
        if self._is_first:
            self.app.exit(0)
        else:
            self.dismiss(None)

    def leave_by_click(self) -> None:
        """Goes back to the open map; a click ends no program."""
        if not self._is_first:
            self.dismiss(None)

    async def _open(self, chosen: Chosen) -> None:
        try:
            session = await begin_map(chosen)
        except MapError as error:
            self.chooser_title = str(error)
            self.renew()
        else:
            self.app.open_chosen(chosen, session)


async def begin_map(chosen: Chosen) -> Session | None:
    """Returns a new map or a copy of a sample, where that was chosen from the list.

    Raises:
        MapError: The sample or the template cannot be read.
    """
    if isinstance(chosen, str | NewMap):
        return await begin_new(chosen)
    if _path_of(chosen) not in samples():
        return None
    session = await run(open_session, _path_of(chosen))
    session.forget_file()
    return session


def _path_of(chosen: Path | ClaimIn) -> Path:
    return chosen.path if isinstance(chosen, ClaimIn) else chosen


def _by_size(paths: Sequence[Path]) -> list[Path]:
    """Returns files with the small ones first, so that no large one holds up the list."""
    sizes: dict[Path, int] = {}
    for path in paths:
        try:
            sizes[path] = path.stat().st_size
        except OSError:
            sizes[path] = 0
    return sorted(sizes, key=sizes.__getitem__)
