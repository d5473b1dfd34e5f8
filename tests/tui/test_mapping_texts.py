"""What it costs to map an essay: five sections with ten quotes, in at most 12 keys a quote."""

import os
from pathlib import Path
from typing import Final

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Source, SourceText
from debatemap.texts import Grade, check_quotes, load_texts
from tests.tui.driver import opened
from tests.tui.source_texts import FIXTURE, Mapped, map_text

MOST: Final = 12
"""Keys a quote, beside the words of the claim."""
ESSAY: Final = "short-take-on-open-source-ai.txt"
COSTS, RIDES, BUS, NOISE, TOWN = (
    "What the ferry costs", "Who rides at night", "The bus over the bridge", "Noise and air",
    "What the town should do",
)  # fmt: skip
FERRY: Final = (
    Mapped(
        ("}", "}", "}", "}", "j", "j", "2", "-"), "The crew is counted twice.",
        "That figure counts the whole crew", COSTS,
    ),
    Mapped(
        ("'", "2", "+"), "It costs less.",
        "Without that share the loss is 190,000", COSTS,
    ),
    Mapped(
        ("'", "2", "l", "l", "-"), "One month is no year.",
        "it counted passengers in February alone", RIDES,
    ),
    Mapped(
        ("'", "2", "o"), "Eighty ride.",
        "In the other months the boat carries eighty people a night", RIDES,
    ),
    Mapped(
        ("'", "'", "'", "2", "o"), "The bus is slow.",
        "The bus takes fifty minutes instead of twelve", BUS,
    ),
    Mapped(
        ("'", "+"), "Storms stop it.",
        "A service that stops in bad weather is no service to people who must be on time.", BUS,
    ),
    Mapped(
        ("'", "_"), "The boat is loud.",
        "The report is right that the old engine is loud.", NOISE,
    ),
    Mapped(
        ("'", ".", ".", "-"), "The new one is not.", "runs on batteries", NOISE,
    ),
    Mapped(
        ("'", "'", "2", ">", "<", "O"), "Keep it two years.",
        "The town should keep the ferry for two more years and count its passengers in every month",
        TOWN,
    ),
    Mapped(
        ("'", "'", "2", "+"), "It is a guess.", "Until then the report is a guess", TOWN,
    ),
)  # fmt: skip
SYSTEMS, BALANCE, POTENTIAL, ACTORS, POWER = (
    "Open Source AI vs. Open Source Operating Systems", "Balance of Power and AI Safety",
    "The Potential of AI", "Countering Bad Actors", "The Power of Decentralized Innovation",
)  # fmt: skip
SEED: Final = (
    Mapped(
        ("'", "'", "'", "+"), "It is like Linux.",
        "Mark compares open-source AI models to open-source operating systems like Unix and Linux.",
        SYSTEMS,
    ),
    Mapped(
        ("'", ".", ".", "-"), "The comparison misleads.",
        "this one seems particularly off base", SYSTEMS,
    ),
    Mapped(
        ("'", "'", "+"), "Misuse is scarier.",
        "The potential for misuse with AI is not just higher; it’s much scarier.", SYSTEMS,
    ),
    Mapped(
        ("'", ".", "O"), "Balance keeps it safe.",
        "the balance of power will be critical to AI safety…larger actors can check the power of "
        "smaller bad actors", BALANCE,
    ),
    Mapped(
        ("'", "'", "'", "2", "-"), "A rogue AI upsets it.",
        "A smarter or rogue AI could upset this balance", BALANCE,
    ),
    Mapped(
        ("'", "_"), "Rules can hold it.",
        "Maintaining this balance of power will require strong global cooperation and stringent "
        "regulations to be effective.", BALANCE,
    ),
    Mapped(
        ("'", ".", "O"), "AI helps people most.",
        "AI has more potential than any other modern technology to increase human productivity, "
        "creativity, and quality of life", POTENTIAL,
    ),
    Mapped(
        ("'", "'", "'", "'", ".", ".", "+"), "The larger check the smaller.",
        "governments and institutions with more compute resources will be able to check bad actors "
        "with less compute", ACTORS,
    ),
    Mapped(
        ("'", "'", ".", "O"), "Companies will use it.",
        "The next generation of companies and research will use open source AI if we collectively "
        "invest in it", POWER,
    ),
    Mapped(
        ("'", "'", "+"), "History shows it.",
        "History shows that decentralized innovation and research always trump a more "
        "concentrated, closed model.", POWER,
    ),
)  # fmt: skip


def _map_of(text: str) -> Debate:
    sources = {"essay": Source(title="An essay", text=SourceText(kept=text))}
    return Debate(Header("essay", "An essay", ("a",)), {"a": Claim("It is so.")}, sources=sources)


async def _costs(text: str, mapped: tuple[Mapped, ...]) -> float:
    """Maps a text, looks whether the map says what it should, and returns the keys a quote."""
    async with opened(_map_of(text), size=(120, 40)) as user:
        pressed = await map_text(user, mapped)
        debate = user.debate
    quoted = {claim.text: cited for claim in debate.claims.values() for cited in claim.sources}
    assert {each.words: (each.quote, each.place) for each in mapped} == {
        words: (cited.quote, cited.at) for words, cited in quoted.items()
    }
    report = check_quotes(debate, load_texts(debate, None))
    assert all(found.found.grade is Grade.EXACT for found in report.quotes)
    return pressed / len(mapped)


async def test_an_essay_is_mapped_in_a_few_keys_a_quote() -> None:
    text = (FIXTURE / "texts/ferry.txt").read_text("utf-8")
    assert await _costs(text, FERRY) <= MOST


@pytest.mark.skipif("DEBATEMAP_SEED" not in os.environ, reason="DEBATEMAP_SEED names no folder")
async def test_the_essay_of_the_sample_map_is_mapped_in_a_few_keys_a_quote() -> None:
    text = (Path(os.environ["DEBATEMAP_SEED"]) / ESSAY).read_text("utf-8")
    assert await _costs(text, SEED) <= MOST
