"""What is left to do in a map: gone through, listed, and done."""

from debatemap.judge.explain.work import work_list
from debatemap.judge.judgement import Judgement
from tests.strategies import sketch
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.worker_waits import looked


async def test_what_is_left_to_do_is_gone_through_from_the_largest_effect() -> None:
    async with opened(rain(), size=(120, 24)) as user:
        tasks = work_list(Judgement(user.debate))
        assert len(tasks) > 2
        await user.press("1")
        for number, task in enumerate(tasks, 1):
            await user.press("'")
            assert user.said == f"{number} of {len(tasks)}: {task.words}"
            assert user.map.row is not None
            assert user.map.row.claim == task.claim
            if task.link is not None and task.claim in user.debate.links[task.link].premises:
                assert user.map.row.link == task.link
        await user.press("'")
        assert user.said.startswith("1 of"), "and round again"
        await user.press('"', '"')
        assert user.said.startswith(f"{len(tasks) - 1} of")


async def test_what_was_done_is_left_to_do_no_more() -> None:
    async with opened(rain(), size=(120, 24)) as user:
        tasks = work_list(Judgement(user.debate))
        here = next(n for n, task in enumerate(tasks) if task.kind.value.startswith("unanswered"))
        await user.press(*["'"] * (here + 1), "-", *"No.", "enter", "escape")
        left = work_list(Judgement(user.debate))
        assert tasks[here][:3] not in [task[:3] for task in left]
        await user.press("'")
        rank = min(here, len(left) - 1)
        assert user.said == f"{rank + 1} of {len(left)}: {left[rank].words}"


async def test_the_list_of_what_is_left_to_do_is_searched_and_leads_there() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("g", "l")
        await looked(user)
        assert "Left to do" in user.text
        await user.type("unanswered streets")
        await user.press("enter")
        assert user.words == "Streets flood."
        assert "Answer “Streets flood.”" in user.said
        assert user.said.startswith("1 of"), "of two that fit, the one that matters more"
        await user.press("'")
        assert user.said.startswith("2 of"), "it goes on from there"


async def test_nothing_is_left_to_do_in_an_empty_map() -> None:
    async with opened(sketch("")) as user:
        await user.press("escape", "'")
        assert user.said == "Nothing is left to do."
        await user.press("g", "l")
        await looked(user)
        assert "Nothing is left to do that has such words." in user.text
        await user.press("escape", "!")
        assert user.said.endswith("no claim is selected")


async def test_a_filter_hides_nothing_that_is_gone_to() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("f", *"snow", "enter")
        await user.press("'")
        task = work_list(Judgement(user.debate))[0]
        assert user.words == user.debate.claims[task.claim].text
