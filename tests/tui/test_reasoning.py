"""Why a claim is as strong as it is, what the verdict turns on, and how each list looks."""

import re
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap import edit, load
from debatemap.core.debate import Debate
from debatemap.core.text import width
from debatemap.judge.explain.crux import cruxes
from debatemap.judge.explain.reasons import why
from debatemap.judge.explain.turning import turning
from debatemap.judge.explain.turning_words import turning_words
from debatemap.judge.judgement import Judgement
from debatemap.store.locations import samples
from debatemap.tui.features.judging.claim_list import Lead
from debatemap.tui.features.judging.crux_lines import (
    effect_leads,
    leaf_leads,
    look_further,
    turn_leads,
)
from debatemap.tui.widgets.choice_list import ChoiceList, ListOption
from debatemap.workspace.session import Session
from tests.growth import HANG
from tests.strategies import debates, sketch, star
from tests.tui.driver import Driver, opened
from tests.tui.golden import golden_file, looks_as_it_did, sizes_of
from tests.tui.hostile import hostile
from tests.tui.maps import rain
from tests.tui.test_hostile import WHOLE, assert_safe
from tests.tui.worker_waits import looked

FOLDER: Final = Path(__file__).with_name("reasoned")


def rated(stances: dict[str, dict[str, float]], debate: Debate | None = None) -> Debate:
    """Returns a debate, that of the weather where none is given, as some people rate it."""
    debate = debate or rain()
    for person, ratings in stances.items():
        for node, value in ratings.items():
            debate.apply(edit.rate(debate, node, person, value))
    return debate


def unmoved() -> Debate:
    """Returns a debate whose verdict it takes several claims to turn."""
    return sketch("T", a="A + T", b="B + T", c="C + T")


def shown(leads: Sequence[Lead]) -> str:
    return "\n".join(lead.label.plain for lead in leads)


def coloured(user: Driver) -> list[tuple[str, str]]:
    """Returns the words that have the colour of a side in the sentences of why, with it."""
    options = user.app.screen.query_one(ChoiceList).options
    return [
        (option.label.plain[span.start : span.end], str(span.style))
        for option in options
        if isinstance(option, ListOption)
        for span in option.label.spans
        if span.style in ("$pro", "$con")
    ]


async def test_the_side_of_an_argument_is_in_colour_and_no_words_of_a_claim_are() -> None:
    debate = sketch("T", a="A - T", b="B + T")
    debate.apply(edit.reword(debate, "A", "Ask what speaks against: all of it."))
    async with opened(debate, size=(120, 34)) as user:
        await user.press("!")
        await looked(user)
        assert "1 objection is unanswered: “Ask what" in user.text
        assert "Each of 2 claims turns it" in " ".join(user.text.split())
        assert coloured(user) == [("Against", "$con"), ("For", "$pro")]


async def test_the_crux_of_a_long_thesis_opens_at_its_answer() -> None:
    debate = sketch("T", a="A - T")
    debate.apply(edit.reword(debate, "T", "Parking " * 299 + "costs."))
    debate.apply(edit.reword(debate, "A", "Nobody can pay " * 40 + "that."))
    async with opened(debate, size=(80, 24)) as user:
        await user.press("g", "x")
        await looked(user)
        heading = user.screen.query_one("#leading-heading")
        assert heading.size.height <= 5
        assert user.screen.query_one(ChoiceList).scroll_offset.y == 0
        assert "One claim turns it" in user.text
        await user.press("G", "home")
        assert "One claim turns it" in user.text


async def test_why_is_told_in_sentences_that_can_be_followed_and_left_again() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        told = why(Judgement(user.debate), "rain").sentences
        await user.press("!")
        assert "Rain is good." in user.text
        for sentence in told:
            assert sentence.text[:60] in user.text
        assert "› For" in user.text or "› Strongest for" in user.text
        leading = [each for each in told if each.leads_to is not None]
        await user.press("j", "enter")
        followed = user.debate.claims[str(leading[1].leads_to)].text
        assert f"“Rain is good.”  ›\n{'':>5}" not in user.text
        assert any(line.strip(" ▌│") == followed for line in user.lines)
        assert "“Rain is good.”  ›" in user.text
        await user.press("backspace")
        assert told[0].text in user.text
        assert user.screen.lead.node == leading[1].leads_to  # type: ignore[attr-defined]  # a WhyScreen
        await user.press("h")
        assert "Here the question began" in user.text
        await user.press("!")
        assert not user.is_asked


async def test_why_goes_to_what_a_sentence_is_about() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("1", "!", "space")
        assert not user.is_asked
        first = next(s for s in why(Judgement(user.debate), "rain").sentences if s.leads_to)
        assert user.map.row is not None
        assert user.map.row.claim == first.leads_to
        await user.press("[")
        assert user.words == "Rain is good.", "the way back is remembered"


async def test_why_a_step_counts_is_asked_of_the_step() -> None:
    async with opened(rain(), size=(100, 24)) as user:
        await user.press("j", "!", "_")
        assert "“Plants grow.” supports “Rain is good.”" in user.text
        assert "the step counts 80 of 100" in user.text
        await user.press("enter")
        assert "Not in winter." in user.text
        await user.press("_")
        assert "“Not in winter.” attacks the step from “Plants grow.”" in user.text
        await user.press("_")
        assert "No step leads on from here." in user.text
        await user.press("g")
        assert user.words == "Not in winter."
        await user.press("g", "g", "!", "_")
        assert "No step leads on from here." in user.text, "a thesis stands by itself"


async def test_the_crux_ranks_claims_as_the_judgement_does() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        found = cruxes(Judgement(user.debate), "rain")
        await user.press("j", "g", "x")
        await looked(user)
        assert "What the verdict turns on" in user.text
        assert "for, about 60 of 100 (30 to 75)" in user.text
        lines = [line.rstrip() for line in user.lines]
        ranked = [line for line in lines if re.search("▌ +[0-9]+ .* [0-9]+ +[0-9]+$", line)]
        ranked = ranked[: len(found.effects)]
        assert len(ranked) == len(found.effects)
        for line, effect in zip(ranked, found.effects, strict=True):
            assert user.debate.claims[effect.claim].text in line
            assert line.split()[-2:] == [effect.doubted.figure, effect.granted.figure]
        assert found.crux is not None
        assert "◆" in ranked[0]
        assert not any("◆" in line for line in ranked[1:])
        assert "claims turns it; the likeliest way" in " ".join(user.text.split())
        await user.press("j", "enter")
        assert not user.is_asked
        assert user.words == user.debate.claims[found.effects[1].claim].text


async def test_the_crux_says_when_no_claim_decides_and_which_sets_do() -> None:
    debate = unmoved()
    async with opened(debate, size=(100, 30)) as user:
        await user.press("g", "x")
        await looked(user)
        assert "Moves it most, does not turn it." in user.text
        assert "◆ the crux" not in user.text
        told = str(turning_words(debate, turning(Judgement(debate), "T")))
        assert told.startswith("No one or two claims turn it, three together do: doubt “")
        assert told in re.sub(r"[\s▌│]+", " ", user.text)


async def test_nothing_moves_a_claim_of_which_nothing_is_said() -> None:
    async with opened(sketch("T")) as user:
        await user.press("g", "x")
        await looked(user)
        assert "Nothing that is said for or against it moves it." in user.text
        await user.press("enter", "!", "j")
        assert user.is_asked
        await user.press("escape")
        assert not user.is_asked


async def test_why_is_asked_of_a_crux_and_leads_from_there_to_the_map() -> None:
    async with opened(rain(), size=(100, 30)) as user:
        await user.press("g", "x")
        await looked(user)
        await user.press("!")
        assert "it starts at 50 of 100" in user.text
        await user.press("escape")
        assert "What the verdict turns on" in user.text
        await user.press("!", "k", "k", "k", "space")
        assert not user.is_asked
        assert (
            user.words
            == user.debate.claims[cruxes(Judgement(rain()), "rain").effects[0].claim].text
        )


async def test_what_speaks_for_one_thesis_and_against_another_is_shown_as_it_stands_there() -> None:
    async with opened(sketch("One Two", l="Both + One", m="Both - Two"), size=(100, 30)) as user:
        for thesis, sign, key in (("One.", "+", "g x"), ("Two.", "−", "g x"), ("Two.", "−", "!")):
            await user.go_to(thesis)
            await user.press(*key.split())
            await user.rest_of_screen()
            if key == "g x":
                assert f"{sign} Both." in user.text
            await user.press("enter" if key == "g x" else "space")
            assert (user.words, user.under) == ("Both.", thesis)


async def test_two_people_are_told_where_to_look() -> None:
    debate = rated({"ann": {"plants": 100, "rain": 40}, "bo": {"plants": 0, "rain": 30}})
    async with opened(debate, size=(100, 30)) as user:
        await user.press("g", "x")
        await looked(user)
        await user.press("p")
        await looked(user)
        assert "What divides ann and bo" in user.text
        views = [Judgement(debate, person=name) for name in ("ann", "bo")]
        mine, theirs = (view.sure_verdict("rain") for view in views)
        assert f"ann  {mine.words} " in user.text
        assert f"bo   {theirs.words} " in user.text
        assert "ann has rated 2 of 7 claims; bo has rated 2 of 7 claims." in user.text
        line = next(line for line in user.lines if re.search("1 .*Plants grow", line))
        assert re.search(" 100 +0 ", line)
        await user.press("enter")
        assert not user.is_asked
        assert user.words == "Plants grow."


async def test_two_of_several_people_are_chosen() -> None:
    debate = rated({"ann": {"plants": 90}, "bo": {"plants": 20}, "cy": {"roots": 10}})
    async with opened(debate, size=(100, 30)) as user:
        await user.press("g", "x")
        await looked(user)
        await user.press("tab", *"cy", "enter", *"bo", "enter")
        await looked(user)
        assert "What divides cy and bo" in user.text
        await user.press("escape", "p", "escape")
        assert "What the verdict turns on" in user.text


@pytest.mark.parametrize(
    ("stances", "words"),
    [
        ({}, "nobody has"),
        ({"ann": {"plants": 90}}, "only ann has"),
        ({"ann": {"plants": 90}, "bo": {"plants": 90}}, "They hold the same of every claim"),
        ({"ann": {"roots": 51}, "bo": {"roots": 50}}, "They are less than 1 apart, though"),
    ],
)
async def test_what_divides_two_people_who_hardly_differ(
    stances: dict[str, dict[str, float]], words: str
) -> None:
    async with opened(rated(stances), size=(100, 30)) as user:
        await user.press("g", "x")
        await looked(user)
        await user.press("p")
        await looked(user)
        assert words in user.text


async def test_a_large_map_is_asked_in_a_thread_and_an_edit_outdates_the_answer() -> None:
    async with opened(star(300), size=(100, 24)) as user:
        judging, may_end, began = user.map.judging, Event(), Event()
        await looked(user)

        def question(judgement: Judgement) -> float:
            began.set()
            may_end.wait(HANG)
            return judgement.strength("c0")

        answers: list[float | None] = []

        async def ask() -> None:
            answers.append(await judging.ask(question))

        user.map.run_worker(ask(), group="reasoning")
        await user.until(began.is_set)
        await user.press("j", "-", *"No.", "enter", "escape")
        before = judging.standing("c1")
        assert before is not None
        assert before.strength == 0.5, "it waits to be weighed"
        may_end.set()
        await looked(user)
        assert answers == [None]
        after = judging.standing("c1")
        assert after is not None
        assert after.strength == Judgement(user.debate).strength("c1") < 0.5
        await user.press("g", "x")
        await user.until_shown("doubted")
        await looked(user)
        await user.press("G")
        await user.until_shown("No rating of a single claim")
        await user.press("escape", "'")
        await looked(user)
        assert user.said.startswith("1 of")


async def test_a_screen_that_was_left_takes_no_answer() -> None:
    async with opened(star(300), size=(100, 24)) as user:
        for keys in (("g", "x"), ("!",), ("g", "l")):
            await user.press(*keys, "escape")
            await looked(user)
            assert not user.is_asked


@settings(max_examples=60)
@given(debates(least_claims=2), st.integers(12, 120), st.sampled_from(["", "editor"]))
def test_lines_are_no_wider_than_the_room(debate: Debate, room: int, person: str) -> None:
    judgement = Judgement(debate, person=person)
    for thesis in list(debate.claims)[:2]:
        found = cruxes(judgement, thesis)
        lines = shown(effect_leads(debate, found, room)).split("\n")
        if room >= 50:
            assert max(map(width, lines)) <= room
        leads = [lead.node for lead in effect_leads(debate, found, room) if not lead.is_read]
        assert leads == [effect.claim for effect in found.effects]
        further = look_further(judgement, thesis)
        assert shown(list(turn_leads(debate, further.turning))).startswith(
            turning_words(debate, further.turning)
        )
        lines = shown(list(leaf_leads(debate, further.leaves, room))).split("\n")
        for leaf, line in zip(further.leaves.telling[:5], lines[1:], strict=False):
            if room >= 50 and "\n" not in debate.claims[leaf.claim].text:
                assert width(line) <= room


@pytest.mark.parametrize("kind", WHOLE)
async def test_no_text_of_a_map_breaks_a_reason(kind: str) -> None:
    debate = hostile(WHOLE[kind])
    debate.apply(edit.rate(debate, "con", "ann", 80))
    async with opened(debate, size=(100, 20)) as user:
        for keys in (("!",), ("!", "enter", "_"), ("g", "x"), ("g", "x", "p"), ("g", "l"), ("'",)):
            await user.press(*keys)
            await looked(user)
            assert_safe(user, " ".join(keys))
            await user.press("escape", *(["escape"] if user.is_asked else []))
            if user.is_asked:
                await user.press("escape")
            assert not user.is_asked


SHOTS: Final[dict[str, tuple[str, ...]]] = {
    "why": ("j", "!"),
    "why that": ("!", "enter"),
    "why a step": ("j", "!", "_"),
    "the crux": ("g", "x"),
    "the double crux": ("g", "x", "p"),
    "what is left to do": ("g", "l"),
}


LOOKED_AT: Final = [
    *((name, size) for name in SHOTS for size in ((80, 24), (110, 34)) if name != "why a step"),
    ("why a step", (60, 20)),
    ("why", (40, 10)),
    ("the crux", (40, 10)),
]


def file_of(name: str, size: tuple[int, int]) -> Path:
    return golden_file(FOLDER, f"{name} at {size[0]} by {size[1]}")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        (name, size)
        for number, name in enumerate(SHOTS)
        for size in sizes_of(number, [size for of, size in LOOKED_AT if of == name], 2)
    ],
)
async def test_a_reason_looks_as_it_did(name: str, size: tuple[int, int]) -> None:
    essay = load(next(path for path in samples() if path.name == "open-source-ai.json"))
    stances: dict[str, dict[str, float]] = {
        "ann": {"sje4d70qv6": 95, "krqjwj0mbf": 40},
        "bo": {"sje4d70qv6": 5},
    }
    path = file_of(name, size)
    async with opened(Session(rated(stances, essay)), size=size) as user:
        for key in SHOTS[name]:
            await user.press(key)
            await looked(user)
        await looks_as_it_did(user, path)


def test_no_screen_is_left_over() -> None:
    assert set(FOLDER.iterdir()) == {file_of(name, size) for name, size in LOOKED_AT}
