"""The column at the edge: what it shows, what is in sight, where a click goes."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.grounded import unanswered_objections
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.overview.overview_bar import OverviewBar
from debatemap.views.overview import Kind, cell_of, cells, ground_of
from debatemap.workspace.session import Session
from tests.strategies import sketch
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.maps import rain
from tests.tui.test_screens import MAPS

FOLDER: Final = Path(__file__).with_name("overviews")
FOUND: Final = ("/", *"weights", "enter")
SHOTS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...], Glyphs]]] = {
    "outline at 80 by 24": ((80, 24), ("j",), "auto"),
    "outline at 120 by 40": ((120, 40), FOUND, "auto"),
    "outline at 200 by 60": ((200, 60), ("z", "o"), "auto"),
    "none at 40 by 10": ((40, 10), ("j",), "auto"),
    "in ascii": ((80, 24), FOUND, "ascii"),
    "table at 120 by 40": ((120, 40), ("%", "t"), "auto"),
    "table at 200 by 60": ((200, 60), ("%", "t"), "auto"),
    "prose at 80 by 24": ((80, 24), ("%", "r", "j"), "auto"),
}


def has_size(user: Driver) -> bool:
    view = user.map.views.active
    return view is None or bool(view.size)


def _bar(user: Driver) -> OverviewBar:
    return user.map.query_one(OverviewBar)


def many(count: int) -> Debate:
    """Returns a thesis with so many replies, every tenth of which is a con that stands."""
    claims = {"t": Claim("The thesis.")}
    links = {}
    for number in range(count):
        claims[f"c{number:05}"] = Claim(f"Reply {number}.")
        stance = "attacks" if number % 10 == 0 else "supports"
        links[f"l{number:05}"] = Link((f"c{number:05}",), stance, "t", f"a{number:05}")  # type: ignore[arg-type]
    return Debate(Header("many", "Many", ("t",)), claims, links)


@pytest.mark.parametrize("name", SHOTS)
async def test_the_overview_looks_as_it_did(name: str) -> None:
    size, keys, glyphs = SHOTS[name]
    settings = Config(glyphs=glyphs)
    async with opened(Session(MAPS["essay"]()), size=size, settings=settings) as user:
        for key in keys:
            await user.press(key)
            # A view that is shown first has its lines once it has its size.
            await user.until(lambda: has_size(user), "the view")
        await user.rest()
        await looks_as_it_did(user, golden_file(FOLDER, name), "#outline-area")


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)


async def test_hits_are_shown_and_gone_when_the_search_is_left() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        order = list(user.map.outline.reading.order)
        await user.press("/", *"roots")
        bar = _bar(user)
        cell = cell_of(order.index("roots"), len(bar.kinds), len(order))
        assert [n for n, kind in enumerate(bar.kinds) if kind is Kind.HIT] == [cell]
        assert len(bar.kinds) < bar.size.height, "none stands below the rows"
        await user.press("escape", "escape")
        await user.until(lambda: Kind.HIT not in bar.kinds, "the end of the search")


async def test_a_click_goes_to_what_the_cell_shows() -> None:
    async with opened(many(400), size=(100, 30)) as user:
        bar = _bar(user)
        await user.press("/", *"Reply 333", "enter", "g", "g")
        cell = bar.kinds.index(Kind.HIT)
        await user.pilot.click(OverviewBar, offset=(0, cell))
        await user.press()
        assert user.words == "Reply 333."
        await user.pilot.click(OverviewBar, offset=(0, bar.size.height - 1))
        await user.press()
        assert (
            int(user.words.removeprefix("Reply ").rstrip(".")) >= 400 - 400 // bar.size.height - 1
        )


async def test_what_is_in_sight_is_marked_and_follows_the_cursor() -> None:
    async with opened(many(400), size=(100, 30)) as user:
        bar = _bar(user)
        assert min(bar.extent) == 0
        assert max(bar.extent) < bar.size.height // 3
        await user.press("G")
        assert max(bar.extent) == bar.size.height - 1
        assert min(bar.extent) > bar.size.height // 2
        await user.press("%", "t", "g", "g")
        assert min(bar.extent) == 0


def _cells(debate: Debate, bar: OverviewBar) -> list[Kind]:
    """Returns what the bar shows of a map in which nothing was found or changed."""
    ground, links = ground_of(debate), unanswered_objections(Judgement(debate))
    unanswered = ground.places({debate.links[link].premises[0] for link in links})
    return cells(ground, len(bar.kinds), unanswered=unanswered)


async def test_an_edit_is_taken_up() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        bar = _bar(user)
        await user.press("O", *"Another.", "enter", "escape")
        assert list(bar.kinds) == _cells(user.debate, bar)


async def test_a_large_map_is_looked_through_beside_the_keyboard() -> None:
    debate = many(2_100)
    async with opened(debate, size=(100, 30)) as user:
        bar = _bar(user)
        await user.rest()
        await user.until(lambda: bool(bar.kinds), "the overview")
        assert list(bar.kinds) == _cells(debate, bar)
        await user.press("/", *"Reply", "enter")
        await user.until(lambda: Kind.HIT in bar.kinds, "the hits")
        await user.press("escape", "%", "]")
        while "not known yet" in user.said:
            await user.pause(0.05)
            await user.press("%", "]")
        assert " of 210 in the map" in user.said


@pytest.mark.parametrize(
    ("settings", "size"),
    [(Config(overview=False), (100, 30)), (Config(plain=True), (100, 30)), (Config(), (40, 10))],
)
async def test_it_is_off(settings: Config, size: tuple[int, int]) -> None:
    async with opened(rain(), size=size, settings=settings) as user:
        assert not _bar(user).display
        assert user.map.view.show_vertical_scrollbar


async def test_a_command_turns_it_off_and_on() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        width = user.map.view.scrollable_content_region.width
        await user.press("%", "o")
        assert not _bar(user).display
        assert user.map.view.scrollable_content_region.width == width, "no row is laid out anew"
        await user.press("%", "o")
        assert _bar(user).display


async def test_the_sentence_that_turns_it_on_tells_all_its_signs() -> None:
    async with opened(rain(), size=(80, 24)) as user:
        await user.press("%", "o", "%", "o")
        told = user.lines[-1]
        for kind in {*Kind} - {Kind.NONE}:
            assert f" {kind.value}" in told
        assert told.rstrip().endswith("even."), "all of it has room"


async def test_the_walk_goes_through_what_the_verdict_counts() -> None:
    debate = sketch("T", c="C - T", a="A - C", b="B - A", d="D - T", e="E - D")
    async with opened(debate, size=(100, 30)) as user:
        await user.rest()
        assert "1 objection is unanswered, as no answer to it holds" in user.details
        walked = set[str]()
        for _ in range(3):
            await user.press("%", "]")
            walked.add(user.words)
        assert walked == {"B.", "C.", "E."}
        assert "of 3 in the map" in user.said


async def test_unanswered_objections_are_gone_through() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("%", "]")
        assert user.words == "Not in winter."
        assert "Unanswered objection 1 of 2" in user.said
        await user.press("%", "]")
        assert user.words == "Streets flood."
        await user.press("%", "]")
        assert user.words == "Not in winter.", "it goes round"
        await user.press("-", *"It does.", "enter", "escape", "g", "g", "%", "[")
        assert user.words == "Streets flood."


async def test_what_a_view_shows_is_marked_as_soon_as_it_is_laid_out() -> None:
    async with opened(rain(), size=(120, 40)) as user:
        await user.press("%", "t")
        await user.rest_of_screen()
        assert set(range(9)) <= {*_bar(user).extent}
