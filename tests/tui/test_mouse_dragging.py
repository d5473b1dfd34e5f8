"""A row that is dragged to another one: what is asked, what is done, what ends it."""

import pytest
from textual import events

from debatemap.workspace.session import Session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain
from tests.tui.mouse import click, drag, found_row, send_mouse


def stances(user: Driver, claim: str) -> set[tuple[str, str]]:
    """Returns what a claim supports and attacks."""
    links = user.debate.links
    return {(links[key].stance, links[key].target) for key in user.debate.links_from(claim)}


@pytest.mark.parametrize(
    ("answer", "made"),
    [
        ("a pro of it", {("supports", "plants"), ("supports", "rain")}),
        ("a con of it", {("attacks", "plants"), ("supports", "rain")}),
        ("an undercut", {("attacks", "l-plants"), ("supports", "rain")}),
        ("moved here", {("supports", "plants")}),
    ],
)
async def test_a_claim_becomes_what_is_answered_where_it_is_dropped(
    answer: str, made: set[tuple[str, str]]
) -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.go_to("Wells")
        await user.press("^")
        await drag(user, "Wells fill.", "Plants grow.")
        assert "What is “Wells fill.” to be for “Plants grow.”?" in user.text
        await click(user, answer)
        assert not user.is_asked
        assert stances(user, "fill") == made
        assert user.words == "Wells fill."
        await user.press("u", "u")
        assert stances(user, "fill") == {("supports", "rain")}


async def test_an_unplaced_claim_is_placed_and_a_sibling_is_put_beside_another() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press()
        await drag(user, "Snow is white.", "Sun is good.")
        await click(user, "a con of it")
        assert stances(user, "snow") == {("attacks", "sun")}
        await user.go_to("Plants")
        await drag(user, "Plants grow.", "Streets flood.")
        await click(user, "right beside it")
        assert [row for row in user.rows if row.startswith("  ")][:2] == [
            "  - Streets flood.",
            "  + Plants grow.",
        ]


async def test_a_drop_that_makes_no_sense_is_not_asked_about() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("j", "l")
        await drag(user, "Rain is good.", "Plants grow.")
        assert "moved here" not in user.text
        await click(user, "cancel, and leave all")
        assert not user.session.dirty


async def test_while_a_row_is_dragged_the_target_is_shown_and_escape_lets_go() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        await drag(user, "Streets flood.", "Sun is good.", release=False)
        assert "Drop “Streets flood.” on “Sun is good.”" in user.said
        target = found_row(user, "Sun is good.")
        assert user.lines[target.y][0] == ">"
        await user.press("escape")
        assert not user.said
        assert ">" not in {line[0] for line in user.lines if line}
        send_mouse(user, events.MouseUp, target)
        await user.press()
        assert not user.is_asked
        assert not user.session.dirty


async def test_another_key_lets_go_and_does_what_it_does() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        await drag(user, "Streets flood.", "Sun is good.", release=False)
        await user.press("~")
        assert stances(user, "floods") == {("supports", "rain"), ("attacks", "sun")}


async def test_a_release_outside_or_on_itself_changes_nothing() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        await drag(user, "Streets flood.", (40, 0))
        assert not user.is_asked
        await drag(user, "Streets flood.", (90, 10))
        assert not user.is_asked
        start = found_row(user, "Streets flood.")
        send_mouse(user, events.MouseDown, start)
        for at in ((start.x, start.y + 2), start):
            send_mouse(user, events.MouseMove, at)
        send_mouse(user, events.MouseUp, start)
        await user.press()
        assert not user.is_asked
        assert not user.session.dirty


async def test_a_drag_within_one_row_is_a_click() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        x, y = found_row(user, "Streets flood.")
        send_mouse(user, events.MouseDown, (x, y))
        send_mouse(user, events.MouseMove, (x + 6, y))
        send_mouse(user, events.MouseUp, (x + 6, y))
        await user.press()
        assert user.words == "Streets flood."
        assert not user.said


async def test_beyond_the_edges_it_scrolls() -> None:
    async with opened(rain(), size=(70, 12)) as user:
        await user.press("home")
        view = user.map.view
        below = (10, view.region.bottom)
        await drag(user, "Rain is good.", below, release=False)
        await user.until(lambda: view.scroll_offset.y == view.max_scroll_y > 0, "the end")
        above = (10, view.region.y - 1)
        send_mouse(user, events.MouseMove, above)
        await user.until(lambda: view.scroll_offset.y == 0, "the top")
        send_mouse(user, events.MouseUp, above)
        await user.press()
        assert not user.is_asked


async def test_a_map_that_is_read_only_says_so() -> None:
    session = Session(rain())
    session.read_only = "it was opened read-only"
    async with opened(session, size=(100, 30)) as user:
        await user.press("home")
        await drag(user, "Streets flood.", "Plants grow.")
        assert user.said.startswith("read-only")


async def test_what_changes_the_rows_ends_the_drag() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("home")
        await drag(user, "Streets flood.", "Sun is good.", release=False)
        user.map.view.set_open(0, is_open=False)
        await user.press()
        send_mouse(user, events.MouseUp, (10, 5))
        await user.press()
        assert not user.is_asked


async def test_rows_of_the_table_are_dragged_too() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("%", "t")
        await drag(user, "Not in winter.", "Streets flood.")
        await click(user, "a con of it")
        assert ("attacks", "floods") in stances(user, "winter")


async def test_the_wheel_scrolls_the_table_and_the_cursor_stays() -> None:
    async with opened(rain(), size=(70, 10)) as user:
        await user.press("%", "t")
        active = user.map.views.active
        assert active is not None
        before = user.words
        send_mouse(user, events.MouseScrollDown, (10, 4), button=0)
        await user.until(lambda: active.scroll_offset.y > 0, "the table to scroll")
        assert user.words == before
