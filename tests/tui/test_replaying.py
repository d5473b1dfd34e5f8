"""Step through how a verdict came about, and see who rates alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.map_version import MapVersion
from debatemap.formats.native.codec import dump
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import DEFAULT
from debatemap.judge.replay.version_steps import steps
from debatemap.store.seen import Seen, save_seen
from debatemap.tui.features.replaying.replayed import Replay, outline_leads
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from debatemap.tui.widgets.wrapping import wrapped
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


async def test_groups_say_in_words_what_a_verdict_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    debate = VERSIONS[0].copy()
    for person, value in (("ada", 90), ("bo", 10), ("cy", 40)):
        debate.apply(edit.rate(debate, "T", person, value))
    async with opened(debate, size=(100, 40), settings=Config(plain=True)) as user:
        await user.press("%", "u")
        await user.until_shown("without bo: ")
        line = next(line for line in user.lines if "without bo: " in line)
        assert re.search(r"without bo: .* of 100.*, before that \d+, for", line)
        assert "→" not in user.text


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


DEVANAGARI: Final = "क्षत्रिय विद्यार्थी कार्यक्रम पार्किंग शुल्क अधिक होना चाहिए " * 3


@pytest.mark.parametrize("words", ["Parking should cost more downtown. " * 4, DEVANAGARI])
@pytest.mark.parametrize("plain", [False, True])
def test_a_claim_and_its_strength_stand_in_one_line(words: str, *, plain: bool) -> None:
    debate = sketch("T", a="A + T")
    debate.apply(edit.reword(debate, "T", words.strip()))
    (step,) = steps([MapVersion("c", "", "", "", None, debate)], "T", DEFAULT, "")
    replay = Replay((MapVersion("c", "", "", "", None, debate),), (step,))
    (lead, _) = outline_leads(replay, 0, 60, Judgement(debate), plain=plain)
    assert len(wrapped(lead.label, 60)) == 1
    assert lead.label.plain.endswith(" 60")


async def test_plain_rows_of_a_version_have_no_columns() -> None:
    async with opened(VERSIONS[-1].copy(), size=(80, 24), settings=Config(plain=True)) as user:
        await user.press("%", "h")
        await user.until_shown("4 of 4")
        options = user.screen.query_one(ChoiceList).options
        rows = [option.label.plain for option in options if isinstance(option, ListOption)]
        assert rows[0].strip().startswith("thesis: T. ")
        await user.press("[")
        assert "53 of 100 (30 to 75), before that 75, open: turned" in user.text
        assert "→" not in user.text
        assert not any(re.search(r"\S {2,}\S", row) for row in rows)
