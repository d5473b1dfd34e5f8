"""What was not saved comes back, whatever has become of the file since."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.formats.native.codec import dump
from debatemap.store.leftovers import Left, left_behind
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.workspace.recovery import recover
from debatemap.workspace.session import Session, open_session
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.strategies import debates, sketch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.json"
    path.write_bytes(dump(sketch("T", p="P + T", c="C - T")))
    return path


def begin(path: Path) -> Session:
    session = open_session(path)
    session.keep_journal()
    return session


def die(session: Session) -> None:
    """Ends as a killed program does: the lock is let go of, and nothing else is done."""
    assert session.journal is not None
    session.journal.close(keep=True)


def left(session: Session) -> list[Left]:
    return list(left_behind(session.origin))


def test_edits_come_back_as_the_steps_that_they_were(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    session.do(edit.reword(session.debate, "T", "Two."))
    die(session)
    again = open_session(path)
    (found,) = left(again)
    assert recover(again, found) == 0
    assert dump(again.debate) == dump(session.debate)
    assert again.dirty
    again.undo()
    assert again.debate.claims["T"].text == "One."
    assert left(again) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no process inherits a file there")
def test_what_ended_is_found_while_another_process_has_its_file_open(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    assert session.journal is not None
    handle = session.journal._handle
    assert handle is not None
    # As one does that was forked and does not run its own program yet.
    command = [sys.executable, "-c", "input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[handle]) as other:
        die(session)
        assert len(left(open_session(path))) == 1
        other.communicate(b"\n")


def test_edits_that_were_recovered_are_written_down_again(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    die(session)
    again = begin(path)
    recover(again, left(again)[0])
    die(again)
    third = open_session(path)
    recover(third, left(third)[0])
    assert third.debate.claims["T"].text == "One."


def test_an_undo_is_an_edit_too(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    session.undo()
    session.do(edit.reword(session.debate, "P", "Two."))
    die(session)
    again = open_session(path)
    recover(again, left(again)[0])
    assert dump(again.debate) == dump(session.debate)


def test_what_was_saved_is_not_offered(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    session.save()
    die(session)
    assert left(open_session(path)) == []


def test_what_came_during_a_save_is_kept(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    save = session.prepare_save()
    session.do(edit.reword(session.debate, "P", "Two."))
    save()
    die(session)
    again = open_session(path)
    recover(again, left(again)[0])
    assert (again.debate.claims["T"].text, again.debate.claims["P"].text) == ("One.", "Two.")


def test_a_crash_between_the_save_and_its_note_loses_and_doubles_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(path)
    session.do(edit.add_reply(session.debate, "T", "attacks", "New."))
    assert session.journal is not None
    monkeypatch.setattr(type(session.journal), "cut", lambda *_: None)
    session.save()
    die(session)
    again = open_session(path)
    assert recover(again, left(again)[0]) == 0
    assert not again.dirty
    assert dump(again.debate) == dump(session.debate)


def test_with_what_another_program_wrote_they_are_merged(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "Mine."))
    session.do(edit.delete_claim(session.debate, "C"))
    die(session)
    other = open_session(path)
    other.do(edit.reword(other.debate, "P", "Yours."))
    other.save()
    again = open_session(path)
    assert recover(again, left(again)[0]) == 0
    assert (again.debate.claims["T"].text, again.debate.claims["P"].text) == ("Mine.", "Yours.")
    assert "C" not in again.debate.claims
    again.undo()
    assert dump(again.debate) == path.read_bytes()


def test_what_both_changed_is_a_conflict_with_both_values(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "Mine."))
    die(session)
    other = open_session(path)
    other.do(edit.reword(other.debate, "T", "Yours."))
    other.save()
    again = open_session(path)
    assert recover(again, left(again)[0]) == 1
    (conflict,) = conflicts_in(again.debate)
    assert conflict.values == ("Mine.", "Yours.")


@settings(suppress_health_check=list(HealthCheck))
@given(debates(least_claims=2), st.data())
def test_any_edits_come_back(
    tmp_path_factory: pytest.TempPathFactory, debate: Debate, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("maps") / "map.json"
    path.write_bytes(dump(debate))
    session = begin(path)
    with steady_ids():
        for verb in data.draw(st.lists(st.sampled_from(sorted(VERBS)), min_size=1, max_size=6)):
            change = attempt(data.draw(changes(session.debate, verb)))
            if not isinstance(change, str):
                session.do(change)
    die(session)
    again = open_session(path)
    for found in left(again):
        assert recover(again, found) == 0
    assert dump(again.debate) == dump(session.debate)


def spoil(file: Path, line: int) -> None:
    lines = file.read_bytes().split(b"\n")
    lines[line] = lines[line].replace(b"1", b"0").replace(b"e", b"o")
    file.write_bytes(b"\n".join(lines))


def test_edits_after_a_damaged_line_come_back_and_the_journal_stays(path: Path) -> None:
    session = begin(path)
    for text in ("One.", "Two.", "Three."):
        session.do(edit.reword(session.debate, "T", text))
    session.do(edit.reword(session.debate, "P", "Other."))
    die(session)
    (found,) = left(session)
    spoil(found.file, 3)
    again = open_session(path)
    (found,) = left(again)
    assert (len(found.changes), found.damaged) == (3, 1)
    recover(again, found)
    assert (again.debate.claims["T"].text, again.debate.claims["P"].text) == ("Three.", "Other.")
    assert found.file.exists()


def test_a_damaged_line_that_no_other_needs_leaves_the_rest_steps(path: Path) -> None:
    session = begin(path)
    session.do(edit.reword(session.debate, "T", "One."))
    session.do(edit.reword(session.debate, "P", "Two."))
    die(session)
    spoil(left(session)[0].file, 2)
    again = open_session(path)
    recover(again, left(again)[0])
    assert again.debate.claims["T"].text != "One."
    assert again.debate.claims["P"].text == "Two."
    assert len(again.steps) == 1


def test_an_answer_to_a_claim_whose_line_is_damaged_does_no_harm(path: Path) -> None:
    session = begin(path)
    session.do(edit.add_reply(session.debate, "T", "attacks", "Lost."))
    (lost,) = [key for key, claim in session.debate.claims.items() if claim.text == "Lost."]
    session.do(edit.add_reply(session.debate, lost, "supports", "Kept."))
    die(session)
    spoil(left(session)[0].file, 2)
    again = open_session(path)
    recover(again, left(again)[0])
    assert "Kept." in [claim.text for claim in again.debate.claims.values()]
    again.save()
    assert dump(open_session(path).debate) == dump(again.debate)
