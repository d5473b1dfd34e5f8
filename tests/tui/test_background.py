"""Edits, undo and the editor while work is done beside the keyboard: nothing is lost."""

from pathlib import Path
from typing import Final

import pytest

import debatemap.workspace.session
from debatemap import edit, load
from debatemap.core.debate import StaleChangeError
from debatemap.core.text import SafeText
from debatemap.formats.native.codec import dump
from debatemap.judge.judgement import Judgement
from debatemap.store.locations import state_folder
from debatemap.tui.background_work import bring_in
from debatemap.tui.commands.command_table import BY_ID
from debatemap.tui.features.comparing import findings
from debatemap.tui.features.judging import crux_screen, judging
from debatemap.tui.features.keeping import keep_commands, outside, regain_commands
from debatemap.tui.features.sharing import share_commands
from debatemap.workspace import background, incoming
from debatemap.workspace.incoming import read_other
from debatemap.workspace.session import Session, open_session
from tests.tui.driver import Driver, opened
from tests.tui.held import hold, until
from tests.tui.maps import rain

MEANWHILE: Final = ("edit", "undo", "editor")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    return path


def write_outside(file: Path) -> None:
    """Another program rewords a claim, and adds one."""
    session = open_session(file)
    session.do(edit.reword(session.debate, "sun", "Sun is bad."))
    session.do(edit.add_reply(session.debate, "sun", "attacks", "It burns."))
    session.save()


def came_in(user: Driver) -> bool:
    return "It burns." in {claim.text for claim in user.debate.claims.values()}


def reword(user: Driver, claim: str, text: str) -> None:
    user.map.do(edit.reword(user.debate, claim, text))


def journals() -> bytes:
    return b"".join(path.read_bytes() for path in state_folder().rglob("*.journal"))


async def do_meanwhile(user: Driver, what: str) -> None:
    """Edits, undoes an edit, or begins to write, all while a thread is held."""
    if what == "edit":
        reword(user, "roots", "Meanwhile.")
    elif what == "undo":
        user.map.run_command(BY_ID["undo"])
    else:
        await user.go_to("Rain")
        await user.press("e")
        await user.press("ctrl+u")
        await user.type("Mean")


async def end_editor(user: Driver, what: str) -> None:
    """Writes on in the editor, which nothing has closed meanwhile."""
    if what == "editor":
        assert user.map.writer.draft is not None
        await user.type("while.")
        await user.press("enter")
        assert "Meanwhile." in user.debate.claims["rain"].text


def assert_running(user: Driver) -> None:
    assert not user.app.failure
    assert not user.app._exit


def assert_kept(user: Driver, what: str) -> None:
    """What was done meanwhile holds: in the debate, its history, and its journal or file."""
    assert_running(user)
    texts = {claim.text for claim in user.debate.claims.values()}
    if what == "undo":
        assert "Begun." not in texts
        assert user.session.can_redo or came_in(user)
        return
    assert any("Meanwhile." in text for text in texts)
    assert any("Meanwhile." in str(step) for step in user.session.steps)
    path = user.session.path
    assert b"Meanwhile." in journals() or (path is not None and b"Meanwhile." in path.read_bytes())


def assert_judged(user: Driver) -> None:
    """What is shown is what a judgement from scratch gives: nothing is of two states."""
    fresh = Judgement(user.debate, user.map.judging.method)
    judgement = user.map.judging.ready
    assert judgement is not None
    assert judgement.debate is user.debate
    for node in (*user.debate.claims, *user.debate.links):
        assert abs(judgement.strength(node) - fresh.strength(node)) < 1e-9
        assert judgement.label(node) is fresh.label(node)


@pytest.mark.parametrize("what", MEANWHILE)
async def test_merging_what_is_there(
    file: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        reword(user, "floods", "Begun before.")
        reword(user, "roots", "Begun.")
        write_outside(file)
        user.map.watcher._is_polling = True  # It would take in the same by itself.
        held = hold(monkeypatch, incoming, "merge_own_file")
        await user.press("ctrl+s")
        await held.reached()
        await do_meanwhile(user, what)
        held.let_go()
        await until(lambda: came_in(user) or user.writing)
        assert not (user.writing and came_in(user)), "nothing goes from under the editor"
        await end_editor(user, what)
        await until(lambda: came_in(user) and not user.session.dirty)
        await user.rest()
        assert_kept(user, what)
        assert "Saved" in user.said
        assert dump(load(file)) == dump(user.debate)
        assert user.debate.claims["floods"].text == "Begun before."
        assert held.calls == 2


@pytest.mark.parametrize("what", MEANWHILE)
async def test_merging_a_copy(file: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    copy = file.with_name("rain (copy).json")
    copy.write_bytes(file.read_bytes())
    write_outside(copy)
    async with opened(open_session(file), size=(140, 30)) as user:
        reword(user, "roots", "Begun.")
        held = hold(monkeypatch, share_commands, "merge_in")
        user.map.run_beside(share_commands._merge(user.map, read_other(copy)))
        await held.reached()
        await do_meanwhile(user, what)
        held.let_go()
        await end_editor(user, what)
        await until(lambda: came_in(user))
        await user.rest()
        assert user.said.startswith("Merged")
        assert_kept(user, what)
        user.session.undo()
        assert not came_in(user), "the merge is one step of its own"


@pytest.mark.parametrize("what", MEANWHILE)
async def test_saving(file: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        reword(user, "roots", "Begun.")
        held = hold(monkeypatch, debatemap.workspace.session, "write_bytes")
        await user.press("ctrl+s")
        await held.reached()
        before = user.session.revision, user.session.dirty
        await do_meanwhile(user, what)
        await user.press("ctrl+s") if what == "edit" else None
        held.let_go()
        await end_editor(user, what)
        await user.rest()
        assert before[1], "the session knows of it only when it is told here"
        assert_kept(user, what)
        if what == "edit":
            assert load(file).claims["roots"].text == "Meanwhile.", "the second save waits"
            assert not user.session.dirty
        else:
            assert load(file).claims["roots"].text == "Begun."
            assert user.session.dirty


@pytest.mark.parametrize("what", MEANWHILE)
@pytest.mark.parametrize("job", ["_judged", "_weighed", "_assured"])
async def test_judging(file: Path, monkeypatch: pytest.MonkeyPatch, job: str, what: str) -> None:
    monkeypatch.setattr(judging, "_AT_ONCE", 0)
    monkeypatch.setattr(judging, "_AT_REST", 0)
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.rest()
        reword(user, "roots", "Begun.")
        await user.rest()
        held = hold(monkeypatch, judging, job)
        if job == "_weighed":
            monkeypatch.setattr(judging, "_LIGHT", -1)
            user.map.do(edit.rate(user.debate, "roots", "editor", 10))
        elif job == "_assured":
            user.map.judging._assurances.clear()
            user.map.judging.rest()
        else:
            user.map.judging.begin()
        await held.reached()
        await do_meanwhile(user, what)
        user.map.do(edit.delete_claim(user.debate, "fill"))
        user.map.do(edit.add_reply(user.debate, "winter", "attacks", "It snows."))
        held.let_go()
        await end_editor(user, what)
        await user.rest()
        await until(lambda: user.map.judging.ready)
        await user.rest()
        assert_judged(user)
        assert not user.app.failure


async def test_another_method_while_a_thread_judges(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from debatemap.judge.methods import VOTING  # noqa: PLC0415  (only here)

    monkeypatch.setattr(judging, "_AT_ONCE", 0)
    async with opened(open_session(file)) as user:
        await user.rest()
        held = hold(monkeypatch, judging, "_judged")
        user.map.judging.begin()
        await held.reached()
        user.map.judging.method = VOTING[-1]
        user.map.judging.begin()
        await until(lambda: user.map.judging.ready)
        held.let_go()
        await user.rest()
        judgement = user.map.judging.ready
        assert judgement is not None
        assert judgement.method is VOTING[-1], "what was begun first comes too late"
        assert_judged(user)


async def test_the_crux_is_asked_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        await user.rest()
        held = hold(monkeypatch, crux_screen, "look_further")
        user.map.run_command(BY_ID["crux"])
        await held.reached()
        reword(user, "roots", "Meanwhile.")
        user.map.do(edit.add_reply(user.debate, "roots", "attacks", "Rock is dry."))
        held.let_go()
        await until(lambda: held.calls >= 2 and not user.map.judging._is_asked)
        await user.press("escape")
        await user.rest()
        assert_kept(user, "edit")
        assert_judged(user)


@pytest.mark.parametrize("what", MEANWHILE)
async def test_comparing(file: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        reword(user, "roots", "Begun.")
        held = hold(monkeypatch, findings, "found_between")
        user.map.run_beside(user.map.comparing.begin(SafeText("before"), rain()))
        await held.reached()
        await do_meanwhile(user, what)
        held.let_go()
        await end_editor(user, what)
        await user.rest()
        await user.map.comparing.settled()
        assert user.map.comparing.findings is not None
        changed = {difference.claim for difference in user.map.comparing.findings.found}
        assert changed == {"edit": {"roots"}, "undo": set(), "editor": {"roots", "rain"}}[what]
        assert_kept(user, what)


@pytest.mark.parametrize("is_dirty", [False, True])
@pytest.mark.parametrize("what", MEANWHILE)
async def test_the_watcher(
    file: Path, monkeypatch: pytest.MonkeyPatch, what: str, *, is_dirty: bool
) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        reword(user, "roots", "Begun.")
        if not is_dirty:
            user.session.save()
        write_outside(file)
        held = hold(monkeypatch, outside, "look_outside")
        user.map.watcher.poll()
        await held.reached()
        await do_meanwhile(user, what)
        held.let_go()
        await until(lambda: not user.map.watcher._is_polling)
        assert not came_in(user), "what was found out was of another state"
        await end_editor(user, what)
        user.map.watcher.poll()
        await until(lambda: came_in(user))
        await user.rest()
        assert_kept(user, what)


@pytest.mark.parametrize("what", ["edit", "editor"])
async def test_reading_the_file_again_drops_nothing_that_comes_meanwhile(
    file: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        held = hold(monkeypatch, incoming, "reread")
        user.map.run_beside(keep_commands._reload(user.map))
        await held.reached()
        await do_meanwhile(user, what)
        held.let_go()
        await end_editor(user, what)
        await user.rest()
        assert user.said == "The map was changed meanwhile, so nothing was done. Try again."
        assert_kept(user, what)


async def test_taking_over(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened(open_session(file)) as first:
        reword(first, "roots", "Meanwhile.")
        async with opened(open_session(file)) as second:
            assert second.session.read_only
            held = hold(monkeypatch, incoming, "reread")
            regain_commands.take_over(second.map)
            await held.reached()
            await second.press("j", "~")
            assert "read-only" in second.said
            assert not second.session.steps
            held.let_go()
            await until(lambda: not second.session.read_only)
            second.map.do(edit.reword(second.debate, "sun", "Sun is bad."))
            assert second.debate.claims["sun"].text == "Sun is bad."
            first.map.watcher.poll()
            assert first.session.read_only == "another window took over"
        assert b"Meanwhile." in journals(), "it is left for the next start"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IndexError("list index out of range"), "That failed by an error of its own"),
        (StaleChangeError("claims.a"), "That failed by an error of its own"),
    ],
)
async def test_whatever_fails_in_a_thread_is_told_in_a_sentence(
    file: Path, error: Exception, said: str
) -> None:
    def fail(_: object) -> None:
        raise error

    async def work(user: Driver) -> None:
        await bring_in(user.map, fail, lambda _: None)

    async with opened(open_session(file), size=(140, 30)) as user:
        user.map.run_beside(work(user))
        await user.rest()
        assert user.said.startswith(said)
        assert not user.app._exit
        (log,) = state_folder().glob("crash-*.log")
        assert "in fail" in log.read_text()


async def test_a_stale_change_is_told_and_ends_nothing(file: Path) -> None:
    async with opened(open_session(file), size=(140, 30)) as user:
        change = edit.reword(user.debate, "roots", "One.")
        reword(user, "roots", "Meanwhile.")

        async def late() -> None:
            user.map.do(change)

        user.map.run_beside(late())
        await user.rest()
        assert user.said == "The map was changed meanwhile, so nothing was done. Try again."
        assert_kept(user, "edit")


async def test_a_thread_is_given_no_open_map(file: Path) -> None:
    session = open_session(file)
    for given in (session, session.debate, Judgement(session.debate)):
        with pytest.raises(TypeError, match="holds an open map"):
            await background.run(len, given)
        with pytest.raises(TypeError, match="holds an open map"):
            await background.run(lambda given=given: given, session.dirty, given)
    with pytest.raises(TypeError, match="holds an open map"):
        await background.run(session.save)
    with pytest.raises(TypeError, match="holds an open map"):
        await background.run(lambda: session)


async def test_the_guard_sees_a_thread_that_gets_round_that(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.thread_guard import watched  # noqa: PLC0415  (a guard of its own)

    monkeypatch.setattr(background, "_refuse_live", lambda _: None)
    with watched() as found:
        async with opened(open_session(file)) as user:
            with pytest.raises(background.JobFailedError):
                await background.run(Session.as_saved, user.session)
    assert found
