"""The walk through likely duplicates: both in sight, merged, parted or put off."""

from pathlib import Path
from typing import Final

import pytest

from debatemap.tui.features.similar.duplicates_screen import DuplicatesScreen
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, names_of
from tests.tui.test_similar_points import uniforms, words

FOLDER: Final = Path(__file__).parent / "similar"
SIZES: Final = ((80, 24), (120, 40))
PAIR: Final = "1 pair of claims may make the same point"


def _name(size: tuple[int, int]) -> str:
    return f"likely duplicates at {size[0]} by {size[1]}"


async def _walking(user: Driver) -> None:
    await user.press("g", "=")
    await user.until_shown(PAIR)


@pytest.mark.parametrize("size", SIZES)
async def test_the_walk_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(uniforms(), size=size) as user:
        await _walking(user)
        await looks_as_it_did(user, golden_file(FOLDER, _name(size)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_question_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(uniforms(), size=size) as user:
        await _walking(user)
        await user.press("enter")
        name = f"a duplicate is asked about at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_screen_is_left_over() -> None:
    names = [_name(size) for size in SIZES]
    names += [f"a duplicate is asked about at {w} by {h}" for w, h in SIZES]
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *names)


@pytest.mark.parametrize(
    ("answer", "kept"), [("1", "School uniforms save"), ("2", "Families save")]
)
async def test_two_are_made_one_after_a_question_and_undo_takes_it_back(
    answer: str, kept: str
) -> None:
    async with opened(uniforms()) as user:
        await _walking(user)
        await user.press("enter")
        assert "Make one claim of the two?" in user.text
        await user.press(answer)
        assert not isinstance(user.screen, DuplicatesScreen), "no pair is left"
        assert len(user.debate.claims) == 5
        assert user.map.row is not None
        assert user.map.row.claim == words(user, kept)
        await user.press("u")
        assert len(user.debate.claims) == 6


async def test_leaving_both_goes_on_with_the_walk() -> None:
    async with opened(uniforms()) as user:
        await _walking(user)
        await user.press("enter", "n")
        await user.until_shown(PAIR)
        await user.press("escape")
        assert len(user.debate.claims) == 6
        assert not user.map.session.dirty


async def test_what_is_not_the_same_is_never_offered_again() -> None:
    async with opened(uniforms()) as user:
        await _walking(user)
        await user.press("ctrl+x")
        await user.until_shown("No two claims are likely to make the same point.")
        await user.press("escape", "g", "=")
        await user.until_shown("No two claims are likely to make the same point.")


async def test_what_is_put_off_stays_in_the_list() -> None:
    async with opened(uniforms()) as user:
        await _walking(user)
        await user.press("tab")
        assert PAIR in user.text
        await user.press(*"zzz")
        await user.until_shown("No such pair has these words.")


async def test_a_claim_that_goes_takes_its_pair_along() -> None:
    async with opened(uniforms()) as user:
        await _walking(user)
        await user.press("enter", "1", "u", "g", "=")
        await user.until_shown(PAIR)
