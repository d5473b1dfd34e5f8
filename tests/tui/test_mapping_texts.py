"""What it costs to map an essay: five sections with ten quotes, in at most 12 keys a quote."""

import os
from pathlib import Path
from typing import Final

import pytest

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Source, SourceText
from debatemap.texts import Grade, Texts, check_quotes, load_texts
from debatemap.workspace.session import Session
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
