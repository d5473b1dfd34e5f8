"""The map beside another version of itself: marked, stepped through, taken back, reviewed."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.text import safe
from debatemap.formats.native.codec import dump
from debatemap.tui.features.comparing.findings import Findings
from debatemap.workspace.session import open_session
from tests.soundness import records
from tests.strategies import debates
from tests.sync.repository import Work, isolate, needs_git
from tests.tui.comparison import EDITS, FOLDER, changed, ready, signs
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did
from tests.tui.maps import rain


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A map that was changed, beside what it was before."""
    (tmp_path / "before.json").write_bytes(dump(rain()))
    path = tmp_path / "rain.json"
    path.write_bytes(dump(changed()))
    return path


async def compare(user: Driver, name: str) -> None:
    await user.press("g", "d")
    await user.until(lambda: "Compare with which version?" in user.text, "the question")
    await user.rest_of_screen()
    await user.type(name)
    await user.press("enter")
    await user.until(lambda: "Comparing with" not in user.said, "the comparison")
    await ready(user)


async def test_changed_claims_are_marked_and_stepped_through(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await user.press("z", "o")
        assert not signs(user)
        words = [line[:60] for line in user.lines]
        await compare(user, "before")
        assert "compared with before.json: 5 changes" in user.lines[0]
        assert user.said == "5 changes: ) and ( step through, X takes one back."
        assert signs(user) == {
            "Trees and pl": "≠", "Deep roots f": "✱", "Snow is whit": "→",
        }  # fmt: skip
        assert [line[:60] for line in user.lines][2:20] == words[2:20], "no word moves"
        await user.press(")")
        await user.rest_of_details()
        assert user.words == "Trees and plants grow."
        told = "1 of 3 (and 2 more here): ≠ reworded: “Plants” became “Trees and plants”"
        assert user.said == told
        assert user.details.startswith("Compared with before.json\n≠ reworded: Plants Trees and")
        assert "✗ gone: undercut of the step" in user.details
        await user.press(")", ")")
        assert user.words == "Snow is white."
        await user.press(")")
        assert user.words == "Trees and plants grow.", "and round again"
        await user.press("(", "(")
        assert user.words == "Deep roots find water anyway."


async def test_a_fold_shows_that_something_changed_beneath_and_a_step_unfolds_it(
    file: Path,
) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await user.press("z", "a")
        await compare(user, "before")
        assert signs(user) == {"Rain is good": "…", "Sun is good.": "…"}
        await user.press(")", ")")
        assert user.words == "Deep roots find water anyway."
        assert user.under == "Roots drink."


async def test_differences_are_taken_back_one_by_one(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await compare(user, "before")
        await user.press(")", ")", "X")
        assert user.said == "Took “Deep roots find water anyway.” out again"
        await ready(user)
        assert "4 changes" in user.lines[0]
        await user.press(")")
        assert user.words == "Snow is white."
        await user.press("X")
        await ready(user)
        assert signs(user) == {"Trees and pl": "≠"}
        await user.press(")", "X")
        assert "Take which back?" in user.text
        await user.type("gone")
        await user.press("enter")
        assert user.said == "Brought “Not in winter.” back"
        assert user.words == "Not in winter."
        await ready(user)
        for _ in range(2):
            await user.press(")", "X")
            await user.press(*(["enter"] if user.is_asked else []))
            await ready(user)
        assert "no changes" in user.lines[0]
        assert records(user.debate) == records(rain())
        for _ in EDITS:
            await user.press("u")
        await ready(user)
        assert "5 changes" in user.lines[0], "each was one step to undo"


async def test_nothing_is_taken_back_where_nothing_differs(file: Path) -> None:
    async with opened(open_session(file)) as user:
        await user.press("X")
        assert user.said.endswith("the map is compared with nothing; g d compares it with a file")
        await compare(user, "before")
        await user.press("g", "g", "X")
        assert user.said.endswith("nothing differs at this claim")
    async with opened(open_session(file, read_only=True)) as user:
        await compare(user, "before")
        await user.press(")", "X")
        assert "read-only" in user.said


async def test_the_list_of_differences_leads_to_them_and_takes_back(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await compare(user, "before")
        await user.press("g", "D")
        await user.type("snow")
        await user.press("enter")
        assert user.words == "Snow is white."
        await user.press("g", "D", "down", "ctrl+x")
        await ready(user)
        assert "4 changes" in user.map.comparing.state
        assert user.is_asked
        await user.press("escape")
        assert user.session.can_undo


async def test_a_comparison_can_be_ended_and_survives_a_reload(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await compare(user, "before")
        await user.press("g", "r")
        await ready(user)
        assert "5 changes" in user.lines[0]
        await user.press("g", "d")
        assert "stop comparing with before.json" in user.text
        await user.press("enter")
        assert "compared" not in user.lines[0]
        assert not signs(user)


async def test_what_was_typed_may_be_a_path_and_what_is_no_version_is_said(file: Path) -> None:
    other = file.parent / "else" / "other map.json"
    other.parent.mkdir()
    other.write_bytes(dump(rain()))
    async with opened(open_session(file), size=(110, 30)) as user:
        await compare(user, str(other))
        assert "5 changes" in user.lines[0]
        await compare(user, "no such thing")
        assert "no such thing" in user.said or "git" in user.said
        assert "5 changes" in user.lines[0], "the other comparison goes on"


async def test_a_filter_gives_way_to_a_step(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await compare(user, "before")
        await user.press("f", *"streets", "enter")
        await user.press(")")
        assert user.words == "Snow is white.", "the next change below what was found"
        assert not user.map.finder.filter_query


@needs_git
async def test_the_map_is_compared_with_commits_and_branches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work", "rain.json")
    work.file.write_bytes(dump(rain()))
    work.git("add", ".")
    work.git("commit", "-qm", "begin")
    work.git("branch", "draft")
    work.file.write_bytes(dump(changed()))
    async with opened(open_session(work.file), size=(110, 30)) as user:
        await compare(user, "last commit")
        assert "compared with the last commit: 5 changes" in user.lines[0]
        await compare(user, "draft")
        assert "compared with branch draft: 5 changes" in user.lines[0]
        await compare(user, "main~0")
        assert "compared with “main~0”: 5 changes" in user.lines[0]
        await compare(user, "main~7")
        assert "there is no revision" in user.said


async def test_the_map_is_compared_with_a_copy_of_its_own(file: Path) -> None:
    async with opened(open_session(file), size=(110, 30)) as user:
        await user.press("g", "g", "O", *"A", "enter", "enter", "ctrl+s")
        await user.rest()
        await user.press("O", *"B", "enter", "enter", "ctrl+s")
        await user.rest()
        await user.press("g", "d")
        await user.until_shown("your copy of 20")


SCREENS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...]]]] = {
    "a comparison at 80 by 24": ((80, 24), (")",)),
    "a comparison at 120 by 24": ((120, 24), (")",)),
    "a comparison at 50 by 14": ((50, 14), (")", ")")),
    "the list of differences": ((100, 24), ("g", "D")),
    "which to take back": ((100, 24), (")", "X")),
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(name: str, file: Path) -> None:
    size, keys = SCREENS[name]
    async with opened(open_session(file), size=size) as user:
        await compare(user, "before")
        await user.press(*keys)
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, name))


@settings(max_examples=40)
@given(debates(), debates())
def test_whatever_a_map_holds_differences_are_safe_to_show(before: Debate, after: Debate) -> None:
    findings = Findings(before, after)
    for difference in findings.found:
        for in_colour in (True, False):
            told = findings.shown(difference, 4_000, in_colour=in_colour).plain
            assert told == safe(told)
        assert "\n" not in findings.line(difference)
    for claim, held in findings.at.items():
        assert claim in after.claims
        assert findings.signs()[claim].sign in "✱≠→✗"
        assert findings.news("Compared", held).plain


def test_brackets_tell_what_went_and_came_where_colours_do_not() -> None:
    after = rain()
    after.apply(edit.reword(after, "plants", "Trees and plants grow."))
    findings = Findings(rain(), after)
    [difference] = findings.at["plants"]
    assert "reworded: Plants Trees and plants grow." in findings.shown(difference).plain
    told = findings.shown(difference, in_colour=False).plain
    assert "reworded: [-Plants-]{+Trees and plants+} grow." in told
    assert "“Plants” became “Trees and plants”" in findings.line(difference)
