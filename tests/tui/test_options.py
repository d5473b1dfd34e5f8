"""The options of a map's question side by side: what is shown, where keys lead, what follows."""

import re
from threading import Event
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.text import safe, width
from debatemap.judge.judgement import Judgement
from debatemap.tui.features.judging import options_screen
from debatemap.tui.features.judging.options_layout import Compared, Role, arrange, compared
from debatemap.tui.features.judging.options_pane import OptionsPane
from tests.growth import HANG
from tests.strategies import debates, sketch
from tests.tui.driver import Driver, opened
from tests.tui.hostile import hostile
from tests.tui.maps import rain
from tests.tui.mouse import click
from tests.tui.test_hostile import WHOLE, assert_safe

WIDE: Final = (120, 30)


def asking() -> Debate:
    """Returns the weather with a question, of which floods help one answer and hurt another."""
    debate = rain()
    debate.apply(edit.set_question(debate, "Which weather is best?"))
    debate.apply(edit.flip(debate, "l-too"))
    return debate


async def compare(user: Driver) -> None:
    await user.press("%", "c")
    await user.until_shown("Helps one and hurts another")


async def test_the_options_stand_side_by_side_with_what_divides_them() -> None:
    async with opened(asking(), size=WIDE) as user:
        await compare(user)
        assert "Which weather is best?" in user.text
        line = next(line for line in user.lines if "◆1 Rain is good." in line)
        assert "◆2 Sun is good." in line
        judgement = Judgement(user.debate)
        assert judgement.sure_verdict("rain").words in user.text
        line = next(line for line in user.lines if "+ Streets flood." in line)
        assert line.index("│") < line.index("+ Streets flood.")
        line = next(line for line in user.lines if "− Streets flood." in line)
        assert line.index("│") > line.index("− Streets flood.")
        assert "nothing counts against it" in user.text
        assert re.search(r" Streets flood\. +−\d+ +\+\d+", user.text)


async def test_on_a_narrow_screen_they_stand_one_below_the_other() -> None:
    async with opened(asking(), size=(50, 30)) as user:
        await compare(user)
        first, second = (
            next(n for n, line in enumerate(user.lines) if words in line)
            for words in ("◆1 Rain is good.", "◆2 Sun is good.")
        )
        assert second > first + 3


async def test_arrows_lead_from_claim_to_claim_and_enter_goes_there() -> None:
    async with opened(asking(), size=WIDE) as user:
        before = user.words
        await compare(user)
        await user.press("escape")
        assert not user.is_asked
        assert user.words == before
        await compare(user)
        await user.press("down", "down", "right", "enter")
        assert not user.is_asked
        assert user.words == "Sun is good.", "it has no con, so the cursor went to the thesis"
        await compare(user)
        await user.press("down", "right", "enter")
        assert (user.words, user.under) == ("Streets flood.", "Sun is good.")
        await compare(user)
        await user.press("down", "down", "enter")
        assert (user.words, user.under) == ("Streets flood.", "Rain is good.")
        await compare(user)
        await user.press("end", "up", "left", "up", "enter")
        assert user.words != "Streets flood."


async def test_up_and_down_pass_from_the_options_to_what_divides_them() -> None:
    async with opened(asking(), size=WIDE) as user:
        await compare(user)
        pane = user.screen.query_one(OptionsPane)
        roles = []
        for _ in range(4):
            assert pane.item is not None
            roles.append(pane.item.role)
            await user.press("down")
        assert roles == [Role.THESIS, Role.PRO, Role.CON, Role.DIVIDED]
        await user.press("home", "right", "down", "down", "up")
        assert pane.item is not None
        assert pane.item[::3] == (Role.PRO, 1)


async def test_a_click_goes_to_the_claim_and_a_key_asks_why() -> None:
    async with opened(asking(), size=WIDE) as user:
        await compare(user)
        await click(user, "+ Streets flood.")
        assert (user.words, user.under) == ("Streets flood.", "Sun is good.")
        await compare(user)
        await user.press("!")
        await user.rest_of_screen()
        await user.until_shown("Rain is good.")
        await user.press("escape")
        assert "Helps one and hurts another" in user.text
        await click(user, "Escape leaves")
        assert not user.is_asked


@pytest.mark.parametrize(
    ("thesis", "words"), [("T", "the map has one thesis"), ("", "the map has no thesis")]
)
async def test_a_map_with_nothing_to_compare_says_so(thesis: str, words: str) -> None:
    async with opened(sketch(thesis, p="P + X"), size=WIDE) as user:
        await user.press("escape", "%", "c")
        assert words in user.said
        assert not user.is_asked


async def test_a_map_without_a_question_says_so_and_compares_its_theses() -> None:
    async with opened(rain(), size=WIDE) as user:
        await user.press("%", "c")
        await user.until_shown("The map asks no question")
        assert "g q asks one" in user.text
        assert "No claim helps one and hurts another." in user.text
        assert "◆2 Sun is good." in user.text


async def test_what_changes_meanwhile_is_shown_and_the_cursor_stays() -> None:
    async with opened(asking(), size=WIDE) as user:
        await compare(user)
        await user.press("right")
        user.map.do(edit.rate(user.debate, "sun", "ann", 100))
        user.map.do(edit.set_question(user.debate, "Which weather do we want?"))
        words = Judgement(user.debate).sure_verdict("sun").words
        await user.until_shown(words)
        await user.until_shown("Which weather do we want?")
        item = user.screen.query_one(OptionsPane).item
        assert item is not None
        assert item.claim == "sun"
        user.map.do(edit.delete_claim(user.debate, "rain"))
        await user.until_shown("The map has one thesis left")


async def test_an_answer_of_the_map_as_it_was_is_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    may_end, asked = Event(), []

    def held(judgement: Judgement) -> Compared:
        asked.append(judgement.debate.claims["sun"].text)
        may_end.wait(HANG)
        return compared(judgement)

    monkeypatch.setattr(options_screen, "compared", held)
    async with opened(asking(), size=WIDE) as user:
        await user.press("%", "c")
        await user.until(lambda: bool(asked), "the question")
        assert "comparing …" in user.text
        user.map.do(edit.reword(user.debate, "sun", "Sunshine is good."))
        may_end.set()
        await user.until_shown("◆2 Sunshine is good.")
        assert asked == ["Sun is good.", "Sunshine is good."]
        await user.press("escape")
        assert not user.is_asked


async def test_it_can_be_left_before_there_is_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    may_end = Event()

    def held(judgement: Judgement) -> Compared:
        may_end.wait(HANG)
        return compared(judgement)

    monkeypatch.setattr(options_screen, "compared", held)
    async with opened(asking(), size=WIDE) as user:
        await user.press("%", "c", "down", "right", "enter", "!", "escape")
        assert not user.is_asked
        may_end.set()
        await user.press("j")
        assert user.words == "Plants grow."


@pytest.mark.parametrize("kind", WHOLE)
async def test_no_text_of_a_map_breaks_the_comparison(kind: str) -> None:
    debate = hostile(WHOLE[kind])
    theses = tuple(debate.claims)[:3]
    header = debate.header._replace(theses=theses, question=WHOLE[kind])
    async with opened(Debate(header, debate.claims, debate.links), size=(80, 24)) as user:
        await user.press("%", "c")
        await user.until_shown("3 options")
        assert_safe(user, "the options")
        await user.press("end", "right", "left", "home", "escape")
        assert not user.is_asked


@given(debates(least_claims=1), st.integers(20, 220), st.data())
def test_every_line_is_as_wide_as_the_room(debate: Debate, cells: int, data: st.DataObject) -> None:
    names = st.lists(st.sampled_from(list(debate.claims)), unique=True, max_size=7)
    header = debate.header._replace(theses=tuple(data.draw(names)))
    debate = Debate(header, debate.claims, debate.links, debate.sources, debate.stances)
    found = compared(Judgement(debate))
    shown = arrange(debate, found, cells, airy=cells % 2 == 0)
    for line in shown.lines:
        assert sum(piece.cells for piece in line) <= cells
        for piece in line:
            words = "".join(part for part, _ in piece.parts)
            assert width(words) <= max(1, piece.cells - 1)
            assert words == safe(words)
    assert all(len(shown.span(n)) for n in range(len(shown.items)))
    assert [i.claim for i in shown.items if i.role is Role.THESIS] == list(header.theses)
    divided = [i.claim for i in shown.items if i.role is Role.DIVIDED]
    assert divided == [each.claim for each in found.options.tradeoffs]


@pytest.mark.parametrize("cells", [38, 78, 79, 118, 158])
def test_verdicts_of_options_have_one_form_and_end_before_the_line(cells: int) -> None:
    debate = sketch("T U", p="P + T", c="C - U", d="D - U")
    arranged = arrange(debate, compared(Judgement(debate)), cells, airy=True)
    pieces = [piece for line in arranged.lines for piece in line]
    told = [
        parts[-1]
        for cells, parts, _ in pieces
        if parts and re.match(r" (for|against|open), ", parts[-1][0])
        if sum(width(words) for words, _ in parts) <= cells - 2
    ]
    assert len(told) == 2, [parts for _, parts, _ in pieces]
    assert len({re.sub(r"for|against|\d+", "", words) for words, _ in told}) == 1, told
