"""Rating on the screen: one claim, its step, all that is unrated; and whose ratings count."""

from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.text import safe
from debatemap.judge.explain.rating_queue import Turn, unrated
from debatemap.tui.features.rating.rating_input import Pass, Typing
from debatemap.workspace.session import Session
from tests.strategies import star
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looked_at, looks_as_it_did, names_of
from tests.tui.hostile import hostile
from tests.tui.maps import empty, rain
from tests.tui.test_hostile import assert_safe

FOLDER: Final = Path(__file__).with_name("rated")
ANN: Final = Config(name="ann")


async def known(user: Driver) -> None:
    """Waits until the screen in front has found what it looks for."""
    await user.rest_of_screen()
    await user.press()


def rated() -> Debate:
    """Returns the weather as bo and cy hold it; ann has rated one claim, before it was reworded."""
    debate = rain()
    for person, ratings in (
        ("bo", {"rain": 90, "plants": 80, "floods": 10, "roots": 60}),
        ("cy", {"rain": 20, "plants": 70, "sun": 40}),
        ("ann", {"roots": 55}),
    ):
        for claim, value in ratings.items():
            debate.apply(edit.rate(debate, claim, person, value))
    debate.apply(edit.reword(debate, "roots", "Roots drink deeply."))
    return debate


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("7", 70),
        ("75", 75),
        ("05", 5),
        ("0", 0),
        ("10", 10),
        ("100", 100),
        ("758", 80),
        ("1005", 50),
    ],
)
def test_a_number_is_typed_with_few_keys(digits: str, value: int) -> None:
    typing = Typing()
    for digit in digits:
        typing.type(int(digit))
    assert typing.value == value


def test_a_number_goes_up_and_down_within_its_bounds() -> None:
    typing = Typing()
    typing.step(-5)
    assert typing.value == 45
    typing.put(98)
    typing.step(5)
    assert typing.value == 100
    assert not typing.erase()
    typing.type(3)
    assert typing.erase()
    assert typing.value is None


def test_a_pass_goes_back_and_forth() -> None:
    through = Pass([Turn("a", None), Turn("b", "l")])
    through.go(-1)
    through.rate(10)
    through.go(-1)
    through.rate(20)
    through.go(1)
    assert through.turn is None
    through.go(1)
    through.rate(30)
    assert (through.place, through.rated) == (2, {"a": 20})


async def test_the_claim_or_its_step_is_rated() -> None:
    async with opened(rain(), settings=ANN) as user:
        await user.press("j", "r")
        assert "How far do you hold “Plants grow.”" in user.text
        assert "an empty line" not in user.text
        await user.press("7", "0", "enter")
        assert user.debate.stances == {"ann": {"plants": 70}}
        await user.press("r")
        assert "an empty line takes" in user.text
        await user.press("tab")
        assert "an empty line" not in user.text, "its step is not rated"
        assert "how much does it count for “Rain is good.”?" in user.text
        await user.press("4", "0", "enter")
        assert user.debate.stances["ann"] == {"plants": 70, "l-plants": 40}
        await user.press("r", "tab", "tab", "backspace", "enter")
        assert user.debate.stances["ann"] == {"l-plants": 40}
        await user.press("k", "r", "tab")
        assert "Tab" not in user.text, "a thesis hangs on no step"
        await user.press("escape", "u")
        assert user.debate.stances["ann"] == {"plants": 70, "l-plants": 40}


async def test_a_pass_asks_for_each_unrated_claim_beneath_the_thesis() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        turns = unrated(user.debate, "ann", "rain")
        texts = [safe(user.debate.claims[turn.claim].text) for turn in turns]
        await user.press("j", "R")
        for number, text in enumerate(texts, start=1):
            assert text in user.text
            assert f"{number} of {len(texts)}" in user.text
            await user.press(str(number), "enter")
        now, of = len(texts), len(texts) + 1
        await user.until_shown(f"You rated {now} claims now, {of} of {of} in all.")
        held = {turn.claim: 10 * number for number, turn in enumerate(turns, start=1)}
        assert user.debate.stances["ann"] == {"roots": 55, **held}
        await user.until_shown("Go on with the next thesis")
        await user.press("escape", "u")
        assert turns[-1].claim not in user.debate.stances["ann"], "each rating is a step"
        await user.press("U", "R")
        assert "1 of 1" in user.text, "what was taken back"
        await user.press("5", "enter", "escape", "R", "3", "enter", "escape", "R", "9", "enter")
        await user.press("escape")
        await user.press("R")
        assert not user.is_asked
        assert user.said == "Nothing is left to rate: ann has rated every claim."


async def test_nothing_that_pulls_at_an_answer_is_in_sight() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        assert "for, " in user.text
        await user.press("R", "5")
        for words in ("for, ", "of 100", "unanswered", "bo", "90"):
            assert words not in user.text


async def test_in_a_pass_one_can_go_back_skip_and_end_and_nothing_is_lost() -> None:
    async with opened(rain(), settings=ANN, size=(80, 24)) as user:
        first, second, *_ = unrated(user.debate, "ann", "rain")
        await user.press("R", "enter")
        assert "First a number" in user.text
        assert not user.session.dirty
        await user.press("7", "backspace", "enter")
        assert not user.session.dirty, "what was typed is taken back"
        await user.press("right", "right", "enter", "backspace")
        assert "60" in user.text, "what was answered stands there again"
        await user.press("=", "enter", "space", "escape")
        assert user.debate.stances == {"ann": {first.claim: 100}}
        assert second.claim not in user.debate.stances["ann"]
        await user.until_shown("You rated 1 of 7 claims. The verdict:")
        assert "Nobody else has rated anything yet." in user.text
        await user.press("escape", "R", "escape")
        assert not user.is_asked, "nothing was rated, so there is nothing to sum up"


async def test_the_summary_leads_to_where_others_hold_otherwise() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        await user.press("R", "1", "enter")
        await user.press("escape")
        await known(user)
        assert "; before: " in user.text
        lines = [line for line in user.lines if "Rain is good." in line and "55" in line]
        assert lines, "10 against the mean of 90 and 20"
        await user.press("down", "down", "enter")
        assert user.words == "Roots drink deeply."
        assert not user.is_asked


async def test_the_summary_says_of_words_that_fit_nothing_only_that() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        await user.press("R", "1", "enter")
        await user.press("escape")
        await known(user)
        await user.type("zebra")
        assert "Nothing here has these words." in user.text
        assert "Nobody" not in user.text


@pytest.mark.parametrize("keys", ["R", "r"])
async def test_a_plain_rating_is_told_in_one_line(keys: str) -> None:
    async with opened(rated(), settings=Config(name="ann", plain=True), size=(80, 24)) as user:
        await user.press(keys)
        await user.until_shown("no number yet: 0 not at all, 100 fully")
        await user.press("7", "5")
        assert "75 of 100: 0 not at all, 100 fully" in user.text


async def test_one_person_s_view_is_shown_and_said() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        judging = user.map.judging
        mean = judging.judgement.strength("rain")  # type: ignore[union-attr]  # a small map
        await user.press("%", "p")
        await known(user)
        for words in ("Everybody’s mean", "3 people", "rated 4", "rated 1", "how far apart"):
            assert words in user.text
        await user.type("cy")
        await user.press("enter")
        assert judging.person == "cy"
        assert judging.judgement.base("rain") == 0.2  # type: ignore[union-attr]  # likewise
        assert "as cy sees it" in user.text
        assert user.said == "Shown: as cy sees it"
        await user.press("%", "p", "enter")
        assert judging.judgement.strength("rain") == mean  # type: ignore[union-attr]  # likewise
        assert "sees it" not in user.text


async def test_the_spread_is_blank_where_fewer_than_two_have_rated() -> None:
    async with opened(rated(), settings=ANN, size=(80, 24)) as user:
        await user.press("3", "%", "p", "down", "enter")
        shown = {claim: user.map.judging.standing(claim) for claim in user.debate.claims}
        points = {claim: 100 * each.strength for claim, each in shown.items() if each is not None}
        assert points == {"rain": 70, "plants": 10, "roots": pytest.approx(5)}
        (line,) = [line for line in user.lines if "Rain is good." in line and "●" in line]
        assert line.split()[-3:-1] == ["··├━━●━━─┤", "20–90"], "before the overview"
        assert "├ lowest, ━ middle half, ● mean, ┤ highest, A B … opinion groups" in user.said
        assert "how far apart people are" in user.text
        await user.press("%", "p", "enter")
        assert "how far apart" not in user.text


async def test_a_claim_that_was_reworded_since_is_marked() -> None:
    async with opened(rated(), settings=ANN, size=(80, 30)) as user:
        await user.press("3", "j", "j", "j")
        await user.rest()
        assert user.words == "Roots drink deeply."
        assert [line for line in user.lines if "≈ " in line and "Roots" in line]
        assert "Reworded since bo and ann rated it." in user.details
        await user.press("r", "5", "5", "enter")
        await user.rest()
        assert "Reworded since bo rated it." in user.details
        await user.press("%", "p", *"ann", "enter")
        await user.rest()
        assert "Reworded" not in user.details, "what ann rated stands there"


async def test_whose_ratings_count_is_not_asked_where_nobody_rated() -> None:
    async with opened(rain(), settings=ANN) as user:
        await user.press("%", "p")
        assert user.said == "Whose ratings count: nobody has rated anything yet; r rates a claim"


async def test_a_name_is_asked_for_once() -> None:
    async with opened(rain()) as user:
        await user.press("R", "escape")
        assert not user.is_asked
        await user.press("R", *"Zoë", "enter", "9", "enter", "escape", "escape", "r", "1", "enter")
        assert list(user.debate.stances) == ["Zoë"]
        assert len(user.debate.stances["Zoë"]) in (1, 2)


async def test_an_empty_map_and_a_lone_claim_can_be_rated_through() -> None:
    async with opened(empty(), settings=ANN) as user:
        await user.press("escape", "R")
        assert "no claim is selected" in user.said
    async with opened(star(3), settings=ANN, size=(40, 10)) as user:
        await user.press("R", "9", "enter", "x", "enter")
        assert "3 of 4" in user.text


async def test_hostile_words_are_shown_safely() -> None:
    words = "\x1b]52;c;aGk=\x07 [b]x[/b] \u202eabc"
    debate = hostile(words)
    node = next(iter(debate.claims))
    held = {node: 30.0}
    debate = Debate(debate.header, debate.claims, debate.links, debate.sources, {words: held})
    async with opened(debate, settings=ANN, size=(80, 24)) as user:
        for keys in (("r",), ("%", "p"), ("R", "3", "enter", "escape")):
            await user.press(*keys)
            await known(user)
            assert user.is_asked
            assert_safe(user, " ".join(keys))
            await user.press("escape", "escape")


SHOTS: Final[dict[str, tuple[tuple[int, int], tuple[str, ...]]]] = {
    "a pass at 80 by 24": ((80, 24), ("R", "s", "7", "5")),
    "a pass at 60 by 20": ((60, 20), ("R", "s", "s")),
    "a pass at 40 by 10": ((40, 10), ("R", "x")),
    "a summary at 80 by 24": ((80, 24), ("R", "1", "enter", "4", "enter", "escape")),
    "a summary at 60 by 20": ((60, 20), ("R", "1", "enter", "4", "enter", "escape")),
    "whose ratings at 80 by 24": ((80, 24), ("%", "p")),
    "whose ratings at 60 by 20": ((60, 20), ("%", "p")),
    "the spread at 80 by 24": ((80, 24), ("3", "%", "p", "down", "enter")),
    "the view of one at 60 by 20": ((60, 20), ("3", "%", "p", *"bo", "enter")),
    "a step is rated at 60 by 20": ((60, 20), ("j", "r", "tab")),
}


LOOKED_AT: Final = looked_at(
    SHOTS,
    *("a pass at 60 by 20", "a summary at 80 by 24", "whose ratings at 60 by 20"),
)


@pytest.mark.parametrize("name", LOOKED_AT)
async def test_a_screen_looks_as_it_did(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("debatemap.tui.features.judging.judging._SHOWN_FOR", 0.001)
    size, keys = SHOTS[name]
    async with opened(Session(rated()), settings=ANN, size=size) as user:
        await user.press(*keys)
        await known(user)
        await user.rest_of_details()
        await looks_as_it_did(user, golden_file(FOLDER, name))


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == names_of(FOLDER, *SHOTS)
