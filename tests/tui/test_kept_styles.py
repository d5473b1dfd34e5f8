"""The styles of what is shown: looked for again when their rules ask for what has changed."""

from typing import Any
from unittest.mock import patch

from textual.color import Color
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Static

from debatemap.tui.widgets.details import Details
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

_STYLE_ANEW = Stylesheet.apply


def _styles(widget: Widget) -> dict[str, RulesMap]:
    names = widget._get_component_classes()
    parts = {name: widget._component_styles[name].base.get_rules() for name in names}
    return {"": widget.styles.base.get_rules(), **parts}


def _check(user: Driver) -> int:
    """Checks that all is styled as the stylesheet of Textual would style it; counts the parts."""
    anew = Stylesheet()
    anew.__dict__.update(user.app.stylesheet.__dict__)
    parts = 0
    for screen in user.app.screen_stack:
        for widget in screen.walk_children(Widget, with_self=True):
            kept = _styles(widget)
            anew.apply(widget)
            assert kept == _styles(widget), f"{widget} has kept styles that no longer hold"
            parts += len(kept) - 1
    return parts


async def test_the_parts_of_a_row_have_the_styles_that_hold_now() -> None:
    async with opened(rain()) as user:
        before = user.map.view.get_component_rich_style("outline--cursor")
        for keys in ("tab", "tab", "t", "escape", "a", "escape", "f", "escape", "?"):
            await user.press(keys)
            assert _check(user)
        await user.press("escape")
        user.app.theme = "textual-light"
        await user.press("down")
        assert _check(user)
        assert user.map.view.get_component_rich_style("outline--cursor") != before


async def test_a_part_follows_a_class_that_a_rule_of_it_asks_for() -> None:
    async with opened(rain()) as user:
        user.app.stylesheet.add_source(
            "MapScreen.-loud .outline--words { color: #010203; }"
            "#outline:focus .outline--words { text-style: italic; }"
        )
        user.app.stylesheet.reparse()
        user.app.stylesheet.update(user.map)

        def words() -> tuple[bool, Color]:
            style = user.map.view.get_component_styles("outline--words")
            return bool(style.text_style.italic), style.color

        assert words()[0]
        assert words()[1].hex != "#010203"
        user.map.add_class("-loud")
        assert words()[1].hex == "#010203"
        user.map.set_focus(user.map.query_one(Details))
        await user.press()
        assert not words()[0]
        user.map.remove_class("-loud")
        assert words()[1].hex != "#010203"
        assert _check(user)


async def test_nothing_is_looked_for_while_nothing_that_is_asked_for_changes() -> None:
    looked: list[DOMNode] = []

    def look(sheet: Stylesheet, node: DOMNode, **named: Any) -> None:  # noqa: ANN401  (as Textual's)
        looked.append(node)
        _STYLE_ANEW(sheet, node, **named)

    async with opened(rain()) as user:
        user.app.stylesheet.update(user.map)
        with patch.object(Stylesheet, "apply", look):
            user.map.add_class("-of-no-rule")
            user.app.stylesheet.update(user.map)
            assert not looked
            user.app.stylesheet.reparse()
            user.app.stylesheet.update(user.map)
            assert not looked, "the same rules"
            user.app.theme = "textual-light"
            await user.press()
            assert {user.map, user.map.view} < {*looked}


async def test_a_line_that_stays_is_filtered_once() -> None:
    async with opened(rain()) as user:
        first, again = user.app.get_line_filters(), user.app.get_line_filters()
        assert first
        assert all(one is other for one, other in zip(first, again, strict=True))


async def test_what_is_drawn_on_a_background_follows_it() -> None:
    async with opened(rain()) as user:
        user.app.stylesheet.add_source(
            "Details { background: transparent; } .-loud { background: #010203; }"
        )
        user.app.stylesheet.reparse()
        user.app.stylesheet.update(user.map)
        details = user.map.query_one(Details)
        about = details.query_one(Static)
        assert _background(about) != "#010203"
        details.add_class("-loud")
        assert _background(about) == "#010203"


def _background(widget: Widget) -> str:
    drawn_on = widget.visual_style.background
    return drawn_on.hex if drawn_on is not None else ""
