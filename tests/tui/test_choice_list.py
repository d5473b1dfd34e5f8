"""The rows of a list, whatever the list has shown before."""

from typing import Final

from textual.app import App, ComposeResult
from textual.content import Content

from debatemap.tui.widgets.choice_list import ChoiceList, ListOption

_COLUMNS: Final = 20
_LINES: Final = 3


class _ListApp(App[None]):
    CSS = f"ChoiceList {{ width: {_COLUMNS}; height: {_LINES}; }}"

    def compose(self) -> ComposeResult:
        yield ChoiceList()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return {"quiet": "grey", "selected-row": "blue"}


async def test_rows_that_only_fit_beside_no_scrollbar_are_laid_out_one_way() -> None:
    words = "a" * 9 + " " + "b" * 9  # 19 cells, of which a free one and a scrollbar leave 18
    async with _ListApp().run_test(size=(_COLUMNS, 10)) as pilot:
        shown = pilot.app.query_one(ChoiceList)
        seen = []
        for before in (0, 9):
            shown.show([ListOption(Content(words)) for _ in range(before)])
            await pilot.pause()
            assert shown.show_vertical_scrollbar == bool(before)
            shown.show([ListOption(Content(each)) for each in (words, "c", "d")])
            await pilot.pause()
            await pilot.pause()
            seen.append((shown.virtual_size.height, shown.show_vertical_scrollbar))
        assert seen == [(_LINES + 1, True)] * 2


async def test_rows_that_are_only_read_are_in_sight_with_the_first_and_the_last_choice() -> None:
    heading, more = (ListOption(Content(each), is_read=True) for each in ("heading", "more"))
    rows = [heading, *(ListOption(Content(f"row {number}")) for number in range(9)), more]
    async with _ListApp().run_test(size=(_COLUMNS, 10)) as pilot:
        shown = pilot.app.query_one(ChoiceList)
        shown.styles.height, shown.styles.max_height = "auto", _LINES
        shown.show([ListOption(Content("looking …"), is_read=True)])
        await pilot.pause()
        assert shown.size.height == 1
        shown.show([*rows])
        await pilot.pause()
        assert (shown.size.height, shown.highlighted, shown.scroll_offset.y) == (_LINES, 1, 0)
        shown.step(-1)
        await pilot.pause()
        assert shown.scroll_offset.y == shown.max_scroll_y
        shown.page(-1)
        shown.page(-1)
        shown.page(-1)
        await pilot.pause()
        assert (shown.highlighted, shown.scroll_offset.y) == (1, 0)
