"""Strengths stand beside the claims, the verdict in the title, and both follow every edit."""

import asyncio
import time
from pathlib import Path

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.judgement import FALSE, Judgement
from debatemap.judge.methods import DF_QUAD, VOTING
from debatemap.judge.verdict import percentage
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.workspace.session import open_session
from tests.bench.maps import write_map
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain


def column(user: Driver, words: str) -> str:
    """Returns what stands at the right of the row that begins with some words."""
    line = next(line for line in user.lines[3:] if -1 < line.find(words) < 12)
    return line[line.index(words) + len(words) :].split("│")[0].rstrip()


def title(user: Driver) -> str:
    return user.lines[0]


def assert_all_true(user: Driver) -> None:
    """Every number that is shown is the one that a judgement from scratch gives."""
    fresh = Judgement(user.debate, user.map.judging.method)
    for row in user.map.outline.rows:
        standing = user.map.judging.standing(row.claim)
        assert standing is not None
        assert abs(standing.strength - fresh.strength(row.claim)) < 1e-9


async def test_each_claim_has_its_strength_and_the_thesis_its_verdict() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        judgement = Judgement(rain())
        verdict = judgement.sure_verdict("rain")
        told = f"{verdict.side.word}, {verdict.about}{verdict.band}"
        assert f"{told} · not rated · 1 objection unanswered" in title(user)
        await user.press("%", "!")
        assert "The verdict is the same by 2 of 3 methods" in user.details.replace("\n", " ")
        for claim in ("plants", "floods"):
            words = rain().claims[claim].text
            assert f" {percentage(judgement.strength(claim))}" in column(user, words)
        await user.go_to("Sun")
        await user.rest()
        assert "against, about 40 (" in title(user)


async def test_the_verdict_is_told_as_far_as_there_is_room() -> None:
    for size, words in (
        ((110, 20), "1 objection unanswered"),
        ((80, 20), "(30 to 75) · not rated"),
        ((46, 20), "60"),
    ):
        async with opened(rain(), size=size) as user:
            await user.rest()
            assert words in title(user)
            assert "The weather" in title(user)


async def test_an_edit_moves_what_it_bears_on_and_says_from_where_for_a_moment() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        await user.press("j", "~")
        before, now = Judgement(rain()), Judgement(user.debate)
        told = f"{percentage(before.strength('rain'))} → {percentage(now.strength('rain'))}"
        assert told in column(user, "Rain is good.")
        assert told in title(user)
        user.map.judging._forget_before()
        await user.press()
        assert "→" not in column(user, "Rain is good.") + title(user)
        assert_all_true(user)
        await user.press("u")
        assert_all_true(user)


async def test_strengths_can_be_hidden_and_stay_so_by_the_settings() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        assert "━" in user.text
        await user.press("%", "%")
        assert "━" not in user.text
        assert "unanswered" not in user.text
        await user.press("j", "~", "u", "%", "%")
        assert "━" in user.text
        assert_all_true(user)
    async with opened(rain(), settings=Config(strengths=False)) as user:
        await user.rest()
        assert "━" not in user.text


async def test_labels_are_a_second_lens() -> None:
    async with opened(rain(), size=(120, 30), settings=Config(labels=True)) as user:
        await user.rest()
        assert "✗" in column(user, "Rain is good.")
        assert "◦" in column(user, "Plants grow.")
        await user.press("%", "l")
        assert "✗" not in user.text
        await user.rest()
        await user.press("k")
        await user.rest()
        told = "1 objection is unanswered."
        assert told in user.details.replace("\n", " ")


async def test_another_method_is_chosen_from_what_each_of_them_says() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        await user.press("%", "m")
        for method in VOTING:
            assert method.name in user.text
            assert Judgement(rain()).verdict("rain", method).told_in(10) in user.text
        await user.type("df")
        await user.press("enter")
        await user.rest()
        assert user.map.judging.method is DF_QUAD
        assert_all_true(user)
    async with opened(rain(), settings=Config(method="df-quad")) as user:
        assert user.map.judging.method is DF_QUAD
    async with opened(rain(), settings=Config(method="no such")) as user:
        assert user.map.judging.method is VOTING[0]


async def test_a_large_map_is_judged_beside_and_edits_meanwhile_count(tmp_path: Path) -> None:
    path = write_map(tmp_path, 6_000)
    async with opened(open_session(path), size=(120, 30)) as user:
        await user.press("j", "~", "j", "~")
        await user.rest()
        assert user.map.judging.ready is not None
        assert_all_true(user)
        assert "for, " in title(user)
        await user.press("~")
        await user.rest()
        assert_all_true(user)


async def test_a_large_cycle_is_settled_beside_the_keys() -> None:
    size = 400
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(size)}
    links = {
        f"l{n}": Link((f"c{n}",), "attacks" if n % 3 else "supports", f"c{(n + 1) % size}", "a0")
        for n in range(size)
    }
    async with opened(Debate(Header("cycle", "A cycle", ("c0",)), claims, links)) as user:
        await user.press("j", "~")
        for number in range(4):
            user.session.do(edit.rate(user.debate, f"c{number}", "ann", 90))
            await asyncio.sleep(0)
        await user.rest()
        assert_all_true(user)


async def test_what_is_assumed_is_shown_and_what_it_moves_stays_marked() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        user.map.judging.assume({"plants": FALSE})
        await user.press()
        assert column(user, "Plants grow.").removesuffix("+").rstrip().endswith("= false")
        assert "→" in column(user, "Rain is good.")
        user.map.judging._forget_before()
        await user.press()
        assert "→" in column(user, "Rain is good.")
        user.map.judging.assume({})
        user.map.judging._forget_before()
        await user.until(lambda: "→" not in user.text, "the marks to go")
        assert_all_true(user)


async def test_an_empty_map_has_no_verdict_and_a_first_thesis_gets_one() -> None:
    async with opened(Debate(Header("m"))) as user:
        assert "of 100" not in title(user)
        await user.press("O")
        await user.type("It rains.")
        await user.press("enter", "escape")
        await user.rest()
        assert "open, about 50" in title(user)


async def test_a_claim_that_bears_on_itself_is_judged_all_the_same() -> None:
    async with opened(rain()) as user:
        user.session.do(edit.connect(user.debate, "rain", "roots", "supports"))
        await user.rest()
        assert_all_true(user)


async def test_the_verdict_is_tried_once_a_question_in_a_thread_is_answered() -> None:
    async with opened(rain(), size=(120, 30)) as user:
        await user.rest()
        judging = user.map.judging
        asking = asyncio.create_task(judging.ask(lambda _: time.sleep(0.2)))
        await asyncio.sleep(0.05)
        judging.begin()
        assert judging.assurance("rain") is None
        await asking
        await user.press()
        assert judging.assurance("rain") is not None
        await user.press("%", "!")
        assert "methods" in user.details


async def test_an_answer_that_comes_later_leaves_what_was_said() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("!")
        screen, began = user.screen, "Here the question began"
        assert isinstance(screen, WhyScreen)
        await user.press("h")
        assert began in user.text
        answered: list[object] = []

        def take(answer: object) -> None:
            screen.lay_out()
            answered.append(answer)

        screen.consult_beside(lambda judgement: judgement.debate, take)
        await user.until(lambda: bool(answered), "the answer")
        assert began in user.text
        await user.press("j")
        assert began not in user.text
