"""The first line: whose verdict it tells, in the words of the command line, and nothing moves."""

import re
from pathlib import Path
from typing import Final

import pytest
from typer.testing import CliRunner

from debatemap import edit, save
from debatemap.cli.application import application
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.judgement import FALSE, Judgement
from debatemap.judge.verdict_words import verdict_words
from debatemap.tui.widgets.title_bar import TitleBar
from tests.tui.driver import Driver, opened
from tests.tui.maps import rain

SIZES = [(40, 10), (60, 16), (80, 24), (110, 32), (120, 40), (160, 45), (200, 60)]
NARROW: Final = 40
"""Cells of a line that tells the figure alone, and not what it was before."""


def places(user: Driver) -> tuple[int, int]:
    """Returns where the title ends and where the sign of the thesis stands."""
    line = user.lines[0]
    sign = line.index("◆")
    return len(line[:sign].rstrip()), sign


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_moves_while_one_edits(size: tuple[int, int]) -> None:
    async with opened(rain(), size=size) as user:
        await user.rest()
        before = places(user)
        assert "unsaved" not in user.lines[0]
        await user.press("j", "~")
        assert (" ●" if size[0] <= NARROW else "● unsaved") in user.lines[0]
        assert "→" in user.lines[0], "the figure moves"
        assert places(user) == before
        user.map.judging._forget_before()
        await user.press("-")
        await user.type("Not everywhere.")
        await user.press("enter", "escape")
        await user.rest()
        assert places(user) == before
        user.map.judging.assume({"floods": FALSE})
        user.map.judging.assume({})
        await user.press("u", "u")
        assert places(user) == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_line_is_never_too_wide_and_always_tells_the_figure(
    size: tuple[int, int],
) -> None:
    async with opened(rain(), size=size) as user:
        await user.rest()
        verdict = Judgement(rain()).sure_verdict("rain")
        assert re.search(f"◆1 .*for(, about| ~)? ?{verdict.figure}\\b", user.lines[0])
        assert "The weather" in user.lines[0]
        user.session.do(edit.set_title(user.debate, "A title that is as long as can be " * 5))
        await user.rest()
        assert len(user.lines[0]) == size[0]
        assert "◆1 " in user.lines[0]
        assert (" ●" if size[0] <= NARROW else "● unsaved") in user.lines[0]


async def test_the_thesis_of_the_verdict_is_named_and_numbered() -> None:
    async with opened(rain(), size=(140, 30)) as user:
        await user.rest()
        assert "◆1 Rain is good." in user.lines[0]
        await user.go_to("Sun")
        await user.rest()
        assert "◆2 Sun is good.  against, " in user.lines[0]
        await user.go_to("Snow")
        await user.rest()
        assert "○ " in user.lines[0], "an unplaced claim is no thesis"


async def test_one_thesis_has_no_number_and_is_not_named_twice() -> None:
    debate = Debate(Header("m", "It is late", ("t",)), {"t": Claim("It is late.")})
    async with opened(debate, size=(140, 30)) as user:
        await user.rest()
        assert "◆ open, about 50 of 100 (25 to 75) · not rated" in user.lines[0]
        assert user.lines[0].count("It is late") == 1


async def test_the_screen_and_the_command_line_say_the_same(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    claims = {"t": Claim("T."), "p": Claim("P."), "c": Claim("C."), "d": Claim("D.")}
    links = {
        "l": Link(("p",), "supports", "t", "a0"),
        "m": Link(("c",), "attacks", "t", "a1"),
        "n": Link(("d",), "attacks", "t", "a2"),
    }
    debate = Debate(Header("m", "A map", ("t",)), claims, links)
    save(debate, path)
    words = verdict_words(Judgement(debate), "t")
    assert words == (
        "against, about 40 of 100 (25 to 70) · nobody has rated any of it: this weighs replies only"
        " · 2 objections are unanswered"
    )
    assert words in CliRunner().invoke(application(), ["judge", str(path)]).stdout
    async with opened(debate, size=(160, 30)) as user:
        await user.rest()
        assert words in user.lines[0]
        told = user.details.replace("\n", " ")
        assert "against, about 40 of 100 (25 to 70) " in told
        assert "Nobody has rated any of it" in told
        assert "2 objections are unanswered. " in told


async def test_a_title_stays_whole_where_the_verdict_can_be_said_in_fewer_words() -> None:
    title, thesis = "What should the city do about the traffic in its old centre?", "Charge it."
    debate = Debate(Header("m", title, ("t", "u")), {"t": Claim(thesis), "u": Claim("Do not.")})
    async with opened(debate, size=(200, 12)) as user:
        await user.rest()
        assert f" {title} " in user.lines[0]
        assert f"◆1 {thesis} " in user.lines[0]
        assert "open, about 50 of 100 (25 to 75) · not rated" in user.lines[0]


async def test_a_question_stays_whole_before_its_title_and_a_long_thesis() -> None:
    question = "What should the city do about the traffic in its old centre?"
    thesis = "The city should charge every car that enters the centre at busy hours."
    header = Header("m", "Traffic in the old centre", ("t", "u"), question=question)
    debate = Debate(header, {"t": Claim(thesis), "u": Claim("Do not.")})
    async with opened(debate, size=(200, 12)) as user:
        await user.rest()
        assert f" {question}  " in user.lines[0]
        assert "◆1 The city should charge every car " in user.lines[0]


async def test_a_verdict_in_words_leaves_the_title_whole_on_a_narrow_screen() -> None:
    async with opened(rain(), size=(40, 24), settings=Config(plain=True)) as user:
        await user.rest()
        title = user.map.session.debate.header.title
        assert user.lines[0].strip().startswith(title)
        assert re.search(r"for|against|open", user.lines[1]), "the verdict has its own line"
        await user.pilot.resize_terminal(110, 24)
        await user.press()
        assert title in user.lines[0]
        assert user.map.query_one(TitleBar).size.height == 1
