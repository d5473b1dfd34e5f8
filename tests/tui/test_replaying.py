"""Step through how a verdict came about, and see who rates alike."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from debatemap.core.debate import Debate
from debatemap.core.map_version import MapVersion
from debatemap.formats.native.codec import dump
from debatemap.store.seen import Seen, save_seen
from tests.strategies import sketch, star
from tests.tui.driver import opened
from tests.tui.golden import golden_file, looks_as_it_did

FOLDER: Final = Path(__file__).with_name("replayed")
SIZES: Final = ((80, 24), (120, 40))
VERSIONS: Final = (
    sketch("T", a="A + T"),
    sketch("T", a="A + T", b="B + T"),
    sketch("T", a="A + T", b="B + T", c="C - T", d="D + C", e="E + C"),
    sketch("T", a="A + T", c="C - T", d="D + C", e="E + C"),
)


@pytest.fixture(autouse=True)
def _history(monkeypatch: pytest.MonkeyPatch) -> None:
    def versions(now: Debate) -> Iterator[MapVersion]:
        assert now.claims.keys() == VERSIONS[-1].claims.keys()
        for number in reversed(range(len(VERSIONS))):
            before = VERSIONS[number - 1] if number else None
            who = ("Ada", "Bo")[number % 2]
            about = f"c{number}", f"2026-01-0{number + 1}T10:00:00", who, f"Step {number}"
            yield MapVersion(*about, before, VERSIONS[number])

    monkeypatch.setattr("debatemap.tui.features.replaying.replayed.copied_versions", versions)


@pytest.mark.parametrize("size", SIZES)
async def test_the_replay_looks_as_it_did(size: tuple[int, int]) -> None:
    async with opened(VERSIONS[-1].copy(), size=size) as user:
        await user.press("%", "h")
        await user.until_shown("4 of 4")
        await user.press("h")
        assert "3 of 4" in user.text
        await looks_as_it_did(user, golden_file(FOLDER, f"replay at {size[0]} by {size[1]}"))


async def test_versions_are_stepped_through_and_lead_to_the_map() -> None:
    async with opened(VERSIONS[-1].copy(), size=(110, 40)) as user:
        await user.press("%", "h")
        await user.until_shown("4 of 4")
        await user.press("l")
        assert "This is the newest version." in user.text
        await user.press("[")
        assert "3 of 4 · 2026-01-03 · c2 · Ada · Step 2" in user.text
        assert "75 → 53 of 100 (30 to 75), open: turned · not rated" in user.text
        assert "This alone turned it, and nothing else would have: “C.” with" in user.text
        await user.press("j", "j", "enter")
        assert "The map has not got this claim any more." in user.text
        await user.press("k", "enter")
        assert not user.is_asked
        assert user.words == "A."


async def test_what_came_since_one_last_looked_is_the_last_step() -> None:
    now = VERSIONS[-1].copy()
    save_seen(now.header.id, Seen(dump(VERSIONS[1])))
    async with opened(now, size=(110, 40)) as user:
        await user.press("%", "h")
        await user.until_shown("5 of 5 · since you last looked")
        assert "“B.” removed weakened it by" in user.text


async def test_groups_are_told_and_lead_to_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    debate = star(8)
    for_it, against = ({f"c{n}": v if n < 5 else 100.0 for n in range(1, 9)} for v in (90.0, 10.0))
    stances = {"a": for_it, "b": for_it, "c": against, "d": against}
    debate = Debate(debate.header, debate.claims, debate.links, stances=stances)
    async with opened(debate, size=(100, 40)) as user:
        await user.press("%", "u")
        await user.until_shown("4 people in 2 groups")
        assert "Group A (2): a, b" in user.text
        line = next(line for line in user.lines if "for: Claim 5." in line)
        assert line.rstrip().endswith("A 100 · B 100")
        assert "The verdict without one person" in user.text
        await user.press("enter")
        assert not user.is_asked
