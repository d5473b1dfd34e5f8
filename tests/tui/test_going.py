"""Labels, bookmarks, ids and links, folding all but one branch."""

from pathlib import Path

import pytest

from debatemap.core.change import Change
from debatemap.core.claim_address import address_of
from debatemap.core.model import Claim
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


def _labels(user: Driver) -> dict[str, int]:
    """Returns the line of each label that is shown."""
    shown = [widget for widget in user.screen.query(".label") if widget.display]
    return {(w.id or "").removeprefix("label-"): w.region.y for w in shown if w.region}


async def test_a_label_goes_to_its_row() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o", "H")
        labels = _labels(user)
        assert list(labels)[:4] == ["a", "s", "d", "f"]
        rows = user.map.outline.rows
        await user.press("d")
        assert user.map.row is rows[2]
        await user.press("ctrl+o")
        assert user.map.row is rows[0], "the jump can be gone back from"


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+c",), ("space",), ("1",)])
async def test_labels_are_left_by_what_is_none(keys: tuple[str, ...]) -> None:
    async with opened(rain()) as user:
        before = user.words
        await user.press("H", *keys)
        assert not user.is_asked
        assert user.words == before


async def test_a_first_letter_leaves_only_the_labels_that_begin_so() -> None:
    session = Session(rain())
    async with opened(session, size=(80, 80)) as user:
        view = user.map.view
        rows = [next(iter(view.places_in_sight()))] * 40
        view.places_in_sight = lambda: iter(rows)  # type: ignore[method-assign]
        await user.press("H", "m")
        assert {label[0] for label in _labels(user)} == {"m"}
        await user.press("a")
        assert not user.is_asked


@pytest.mark.parametrize("view", [("%", "t"), ("F",)])
async def test_other_views_have_labels_too(view: tuple[str, ...]) -> None:
    async with opened(rain()) as user:
        await user.press(*view)
        active = user.map.views.active
        assert active is not None
        await user.until(lambda: len(list(active.places_in_sight())) > 1, "the view laid out")
        wanted = [path[-1][1] for path, _ in active.places_in_sight()]
        await user.press("H", "s")
        assert user.map.views.active is active
        assert active.claim == wanted[1]


async def test_a_bookmark_is_found_again_when_the_map_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    session = Session(rain())
    session.save(path)
    async with opened(open_session(path)) as user:
        await user.press("j", "$")
        assert "No letter is taken yet" in user.text
        wanted = user.words
        await user.press("x")
        assert "` x goes there" in user.said
    async with opened(open_session(path)) as user:
        await user.press("g", "g", "`")
        assert wanted[:20] in user.text
        await user.press("q")
        assert user.is_asked, "q is the letter of none"
        await user.press("x")
        assert user.words == wanted
        await user.press("$", "x")
        assert "taken away" in user.said
        await user.press("`")
        assert "no bookmark" in user.said


async def test_a_bookmark_of_a_claim_that_is_gone_says_so() -> None:
    async with opened(rain()) as user:
        await user.press("j", "$", "a", "D", "y")
        await user.press("`")
        assert "a claim that is gone" in user.text
        await user.press("a")
        assert "gone" in user.said


async def test_all_but_the_branch_is_folded() -> None:
    async with opened(rain()) as user:
        await user.press("z", "o")
        whole = user.rows
        deep = max(user.map.outline.rows, key=lambda row: row.depth)
        user.map.view.move_to(user.map.outline.rows.index(deep))
        wanted, path = user.words, user.map.outline.path(deep)
        await user.press("z", "x")
        assert user.words == wanted
        assert user.map.row is not None
        assert user.map.outline.path(user.map.row) == path
        assert len(user.rows) <= len(whole)
        above = {claim for _, claim in path}
        assert all(row.claim in above for row in user.map.outline.rows if row.open)


async def test_an_id_its_beginning_and_a_link_go_to_the_claim(tmp_path: Path) -> None:
    session = Session(rain())
    session.save(tmp_path / "rain.json")
    async with opened(session) as user:
        claim = list(user.debate.claims)[-1]
        link = address_of(session.path, claim)
        for given in (claim, claim[:3], link, link.removeprefix("debatemap:")):
            await user.press("g", "g", "g", "/", *given, "enter")
            assert user.map.row is not None
            assert user.map.row.claim == claim
        await user.press("g", "/", *"none-such", "enter")
        assert "There is no id none-such in this map" in user.said


async def test_a_link_into_another_map_opens_it(tmp_path: Path) -> None:
    first, other = Session(rain()), rain()
    first.save(tmp_path / "one.json")
    other.apply(Change("add", claims={"moved": (None, Claim("It moved."))}))
    second = Session(other)
    second.save(tmp_path / "two.json")
    async with opened(first) as user:
        await user.press("g", "/", *address_of(second.path, "moved"), "enter")
        await user.until(lambda: len(user.app.open_maps) > 1, "the other map")
        await user.until(lambda: user.map.row is not None and user.map.row.claim == "moved")


async def test_the_link_of_a_claim_is_copied(tmp_path: Path) -> None:
    session = Session(rain())
    session.save(tmp_path / "my rain.json")
    async with opened(session) as user:
        await user.press("j", "g", "y")
        assert user.map.row is not None
        copied = user.app.clipboard
        assert copied.endswith(f"/my%20rain.json#{user.map.row.claim}")
        assert copied.startswith("debatemap:/")
