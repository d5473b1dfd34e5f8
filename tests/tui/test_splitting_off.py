"""A branch goes to a map of its own, and a key goes there and back."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit, load, save
from debatemap.config import Config
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain

FOLDER: Final = Path(__file__).parent / "shaped"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    return tmp_path / "rain.json"


async def test_a_branch_goes_to_a_file_and_is_gone_to(file: Path) -> None:
    async with opened(file, size=(110, 30)) as user:
        await user.until_shown("Rain is good.")
        await user.go_to("Plants grow.")
        await user.press("B", "n")
        await user.until_shown("Into which file does the claim beneath")
        await user.press("enter")
        await user.until(lambda: "Moved 1 claim beneath" in user.said, "the new map")
        new = file.with_name("branch-plants-grow.json")
        assert load(new).claims.keys() == {"plants", "roots"}
        assert "roots" not in user.debate.claims
        await user.rest_of_details()
        assert "its branch stands in branch-plants-grow.json; B o goes there" in user.details
        await user.press("B", "o")
        await user.until(lambda: user.debate.header.theses == ("plants",), "the other map")
        await user.until(lambda: user.words == "Plants grow.", "the claim")
        await user.press("g", "[")
        await user.go_to("Plants grow.")
        await user.press("u")
        assert user.debate.claims == rain().claims


@pytest.mark.parametrize("strengths", [True, False])
async def test_a_claim_whose_branch_is_elsewhere_has_a_sign(*, strengths: bool) -> None:
    debate = rain()
    debate.apply(edit.split_off(debate, "plants", "plants.json").change)
    async with opened(debate, size=(110, 30), settings=Config(strengths=strengths)) as user:
        assert [line for line in user.lines if "↗" in line and "Plants grow." in line]
    async with opened(debate, size=(80, 24), settings=Config(plain=True)) as user:
        assert "Its branch stands in another map." in " ".join(user.text.split())


async def test_a_claim_without_another_map_says_so(file: Path) -> None:
    async with opened(file, size=(100, 30)) as user:
        await user.until_shown("Rain is good.")
        await user.press("B", "o")
        assert "stands in no other map" in user.said
        await user.press("B", "n", "ctrl+u", *"rain.json", "enter")
        await user.until(lambda: "rain.json" in user.said, "the refusal")
        assert not user.session.dirty


async def test_a_file_that_is_gone_is_told_of(file: Path) -> None:
    async with opened(file, size=(100, 30)) as user:
        await user.until_shown("Rain is good.")
        await user.press("B", "n", "enter")
        await user.until(lambda: "Moved" in user.said, "the new map")
        file.with_name("branch-rain-is-good.json").unlink()
        await user.press("B", "o")
        assert user.said == "There is no file branch-rain-is-good.json any more."


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80 by 24", "120 by 40"])
async def test_the_question_looks_as_it_did(file: Path, size: tuple[int, int]) -> None:
    async with opened(file, size=size) as user:
        await user.until_shown("Rain is good.")
        await user.press("B", "n")
        await user.until_shown("Into which file")
        name = f"a branch to split off at {size[0]} by {size[1]}"
        await looks_as_it_did(user, golden_file(FOLDER, name))
