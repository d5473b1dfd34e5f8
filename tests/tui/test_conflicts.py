"""Settling conflicts: a list, both values, one key for each choice, each one undo step."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit, load
from debatemap.core.debate import Debate
from debatemap.core.model import Header
from debatemap.formats.native.codec import dump
from debatemap.sync.merge.conflict import CONFLICTS, Side, conflicts_in
from debatemap.sync.merge.three_way import merge3
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.workspace.session import Session, open_session
from tests.sync.repository import Work, isolate, needs_git, said
from tests.tui.driver import opened
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import disputed, rain
from tests.tui.test_hostile import assert_safe


def left(debate: Debate) -> list[tuple[str, ...]]:
    return [conflict.path for conflict in conflicts_in(debate)]


async def test_what_waits_is_said_at_first_and_stands_in_the_title() -> None:
    async with opened(disputed()) as user:
        assert user.said == "4 conflicts wait to be settled; C shows them."
        assert "4 conflicts" in user.lines[0]


async def test_a_copy_beside_a_map_with_conflicts_is_told_of_as_well(tmp_path: Path) -> None:
    for name in ("a.json", "a.sync-conflict-20260103-101500-K7Q20X9.json"):
        (tmp_path / name).write_bytes(dump(disputed()))
    async with opened(open_session(tmp_path / "a.json"), size=(80, 20)) as user:
        await user.rest()
        assert "4 conflicts left: C shows them. A conflicted copy lies beside" in user.said
        assert "g m merges it." in user.lines[-1]


async def test_conflicts_are_settled_by_one_key_each_and_as_one_step_each() -> None:
    async with opened(disputed(), size=(80, 24)) as user:
        await user.press("C")
        assert "1 of 4" in user.lines[0]
        assert "The title of the map" in user.text, "what is of the whole map comes first"
        await user.press("2")
        assert user.debate.header.title == "The climate"
        assert "1 of 3" in user.lines[0]
        await user.press("1")
        assert user.debate.claims["winter"].text == "Not in a hard winter."
        await user.press("b", "2")
        assert "All conflicts are settled." in user.text
        assert CONFLICTS not in user.debate.header.beside
        await user.press("escape")
        assert user.said == "All conflicts are settled. ctrl+s saves them."
        assert "conflict" not in user.lines[0]
        for count in range(1, 5):
            await user.press("u")
            assert len(left(user.debate)) == count


async def test_both_values_stand_beside_one_another_with_what_stands_in_the_map() -> None:
    async with opened(disputed(), size=(80, 24)) as user:
        await user.press("C", "j", "j")
        both = next(line for line in user.lines if "little" in line)
        assert "Roots drink deeply." in both
        assert "1 keep   stands in the map" in user.text
        assert "supports “Plants grow.”" in user.text, "where the claim stands"
        assert "Before" in user.text
        await user.pilot.resize_terminal(60, 24)
        await user.press()
        assert not any("deeply" in line and "little" in line for line in user.lines)


async def test_another_value_can_be_written() -> None:
    async with opened(disputed()) as user:
        await user.press("C", "j", "j", "e")
        assert "Write the words of" in user.text
        await user.type(" Twice")
        await user.press("ctrl+s")
        assert user.debate.claims["roots"].text == "Roots drink deeply. Twice"
        assert len(left(user.debate)) == 3
        await user.press("k", "k", "e", "ctrl+u")
        await user.type("Weather")
        await user.press("enter")
        assert user.debate.header.title == "Weather"


async def test_what_cannot_be_written_or_stand_is_refused_with_the_reason() -> None:
    async with opened(disputed()) as user:
        await user.press("C", "j", "e")
        assert "That cannot be: this cannot be written as words" in user.text
        await user.press("j", "e", "ctrl+a")
        user.screen.query_one("TextArea").text = " "  # type: ignore[attr-defined]
        await user.press("ctrl+s")
        assert "That cannot be: a claim needs words." in user.text
        assert len(left(user.debate)) == 4
        await user.press("4", "9")
        assert len(left(user.debate)) == 4, "there is no fourth value"


async def test_a_choice_can_be_undone_there_and_comes_back_into_sight() -> None:
    async with opened(disputed()) as user:
        await user.press("C", "u")
        assert "Nothing was settled here" in user.text
        await user.press("j", "j", "2", "k", "k", "u")
        assert user.debate.claims["roots"].text == "Roots drink deeply."
        assert "3 of 4" in user.lines[0]
        assert "Undone: settled the words" in user.text


async def test_enter_goes_to_the_claim_and_back_leads_back() -> None:
    async with opened(disputed()) as user:
        assert user.words == "Rain is good."
        await user.press("C", "j", "j", "enter")
        assert not user.is_asked
        assert user.words == "Roots drink deeply."
        assert user.said == "4 conflicts left."
        await user.press("[")
        assert user.words == "Rain is good."
        await user.press("C", "enter")
        assert "It is about no claim" in user.text


async def test_without_conflicts_there_is_nothing_to_show() -> None:
    async with opened(rain()) as user:
        await user.press("C")
        assert not user.is_asked
        assert "no conflict is left" in user.said


async def test_a_read_only_map_shows_its_conflicts_and_keeps_them() -> None:
    session = Session(disputed())
    session.read_only = "it was opened read-only"
    async with opened(session) as user:
        await user.press("C", "1")
        assert "it was opened read-only" in user.text
        assert len(left(user.debate)) == 4


async def test_a_map_without_a_file_has_no_history_to_ask() -> None:
    async with opened(disputed()) as user:
        await user.press("C", "w")
        assert "git knows nothing of it" in user.text


@needs_git
async def test_git_says_who_gave_a_value_and_when(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    for debate, subject in ((rain(), "Begin"), (disputed(), "Say more of roots")):
        work.file.write_bytes(dump(debate))
        work.git("add", ".")
        work.git("commit", "-q", "-m", subject)
    async with opened(open_session(work.file)) as user:
        await user.press("C", "j", "j")
        assert "Ada" not in user.text
        await user.press("w")
        await user.until_shown("Ada, 2026")
        assert "Ada, 2026-01-03: Say more of roots" in user.text
        assert "no commit is known" in user.text, "of the value that lost"


@pytest.mark.parametrize(
    "entry",
    [
        5,
        {"path": [], "values": []},
        {"path": ["claims"], "values": [1]},
        {"path": ["claims", "roots", "text"], "values": [{"a": ["b"]}, 7, None, [], True, "x"]},
        {"path": ["links", "l-roots", "to"], "values": ["gone", 7], "base": ["l-plants"]},
        {"path": ["links", "l-roots", "pos"], "values": [{}, 7], "base": "a0"},
        {"path": ["claims", "roots"], "values": [{"text": 5, "tags": 7}], "deleted": True},
        {"path": ["stances", "Ann", "rain"], "values": ["much", 50]},
        {"path": ["map", "theses"], "values": ["rain", ["rain", 5]]},
        {"path": ["map"], "values": [{}]},
        {"path": ["x", "y"], "values": [{"deep": [1]}]},
    ],
)
async def test_whatever_another_program_wrote_there_is_shown_and_can_be_got_rid_of(
    entry: object,
) -> None:
    debate = rain()
    header = debate.header._replace(beside={CONFLICTS: [entry]})
    session = Session(Debate(header, debate.claims, debate.links, debate.sources))
    async with opened(session, size=(60, 20)) as user:
        await user.press("C")
        assert "1 of 1" in user.lines[0]
        await user.press("w", "e")
        if not isinstance(user.screen, ConflictsScreen):
            await user.press("escape")
        await user.press("j", "k", "space")
        await user.press("1", "u", "b")
        assert left(user.debate) == []


_HOSTILE: Final = [text for kind, text in TEXTS.items() if kind != "lone surrogates"]


@pytest.mark.parametrize("text", [" ".join(_HOSTILE[number::4]) for number in range(4)])
async def test_hostile_text_is_harmless(text: str) -> None:
    debate = hostile(text)
    values = [f"one {text}", f"other {text}"]
    entries = [
        {"path": ["claims", "top", "text"], "base": text, "values": values},
        {"path": ["claims", text, "note"], "values": [[text], [text, text]]},
        {"path": ["map", text], "base": text, "values": [text, {text: text}]},
        {"path": ["stances", text, "top"], "values": [50, text]},
        {"path": ["sources", "source"], "values": [{"title": text}], "deleted": True},
        {"path": ["claims", "pro"], "values": [{"text": text, "tags": [text]}], "deleted": True},
    ]
    header = Header("m", text, ("top",), beside={CONFLICTS: entries})
    made = Debate(header, debate.claims, debate.links, debate.sources, debate.stances)
    async with opened(made, size=(80, 24)) as user:
        assert_safe(user, "the map")
        await user.press("C")
        for _ in entries:
            assert_safe(user, "the conflicts")
            await user.press("j")
        await user.press("k", "2")
        assert_safe(user, "what was settled")
        await user.press("k", "k", "k", "k", "k", "e")
        assert_safe(user, "the words to write")


def reworded() -> Debate:
    """Returns a debate in which two people reworded one claim; the first is called Zoe."""
    base, ours, theirs = rain(), rain(), rain()
    base.apply(edit.reword(base, "roots", "All roots drink a lot of water."))
    ours.apply(edit.reword(ours, "roots", "Some roots drink a lot of water."))
    theirs.apply(edit.reword(theirs, "roots", "All roots drink a lot of tea."))
    ours.apply(edit.reword(ours, "floods", "Zinc."))
    theirs.apply(edit.reword(theirs, "floods", "Arsenic."))
    people = Side("Zoe", "2026-01-03"), Side("Al")
    return merge3(base, ours, theirs, people=people).debate


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_ours_are_1_and_theirs_2_and_each_key_says_what_it_does(
    size: tuple[int, int],
) -> None:
    async with opened(reworded(), size=size) as user:
        await user.press("C")
        for ours, theirs in (("Some", "All"), ("Zinc.", "Arsenic.")):
            for left_one, right_one in (
                ("1 keep", "2 keep"),
                ("ours: Zoe", "theirs: Al"),
                (ours, theirs),
            ):
                columns = [
                    next(line.index(words) for line in user.lines if f"▌ {words}" in line)
                    for words in (left_one, right_one)
                ]
                assert columns[0] < columns[1], (left_one, right_one)
            assert "t both as two claims   e write another   l decide later" in user.text
            await user.press("l")
        assert "3 keep" in user.text
        assert "joined of 1 and 2" in user.text
        await user.press("3")
        assert user.debate.claims["roots"].text == "Some roots drink a lot of tea."
        await user.press("l")
        assert "the only one that is left" in user.text


async def test_both_wordings_can_become_two_claims() -> None:
    async with opened(reworded(), size=(80, 24)) as user:
        await user.press("C", "t")
        assert len(left(user.debate)) == 1
        assert "Kept both wordings" in user.text
        texts = [claim.text for claim in user.debate.claims.values()]
        assert {text.split()[0] for text in texts if "roots" in text} == {"Some", "All"}
        await user.press("u")
        assert len(left(user.debate)) == 2


async def test_why_a_deleted_claim_is_wanted_is_said() -> None:
    base, ours, theirs = rain(), rain(), rain()
    ours.apply(edit.delete_claim(ours, "roots"))
    theirs.apply(edit.add_reply(theirs, "roots", "attacks", "Cacti do not."))
    merged = merge3(base, ours, theirs, people=(Side("Zoe"), Side("Al"))).debate
    async with opened(merged, size=(80, 24)) as user:
        await user.press("C")
        assert "1 delete" in user.text
        assert "wanted: answered by “Cacti do" in user.text
        assert "e writes another" not in user.text, "a claim cannot be written in a line"


async def test_after_the_last_one_it_is_saved_by_one_key(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(dump(reworded()))
    async with opened(open_session(path), size=(80, 24)) as user:
        await user.press("C", "s")
        assert "2 left" in user.lines[-1]
        await user.press("1", "1")
        assert "Save the map." in user.text
        await user.press("s")
        await user.rest()
        assert not user.session.dirty
        assert conflicts_in(load(path)) == []


@needs_git
async def test_git_waits_for_the_file_after_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isolate(monkeypatch, tmp_path / "home")
    work = Work(tmp_path / "work")
    work.install()
    work.fork(*(said(rain(), roots=text) for text in ("Old.", "Ours.", "Theirs.")))
    work.run("merge", "topic")
    assert work.is_unmerged
    async with opened(open_session(work.file), size=(80, 24)) as user:
        await user.press("C", "1")
        for _ in range(300):
            await user.press()
            if "git add" in user.text:
                break
            await user.pilot.pause(0.02)
        assert "Save the map. Then `git add debate.json`." in user.text
        await user.press("s")
        for _ in range(300):
            await user.press()
            if "git add" in user.said:
                break
            await user.pilot.pause(0.02)
        assert user.said == "Saved. Then `git add debate.json`."
