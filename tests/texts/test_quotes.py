"""The quotes of a map, looked for in the texts of its sources."""

import os
from pathlib import Path

import pytest

from debatemap import load
from debatemap.check import examine
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source, SourceText
from debatemap.store.locations import samples
from debatemap.texts import (
    Grade,
    check_quote,
    check_quotes,
    claims_on_absent_quotes,
    graded,
    load_texts,
    read_as,
)
from debatemap.texts.grading import grading_in_words

FOLDER = Path(__file__).parent / "fixture"
MAP = FOLDER / "bridge.json"
SEED = os.environ.get("DEBATEMAP_SEED", "")
"""A folder with the essay that the sample map is about, which is not ours to hand on."""


def test_each_quote_of_the_fixture_has_its_grade() -> None:
    debate = load(MAP)
    report = check_quotes(debate, load_texts(debate, FOLDER))
    grades = {(quote.claim, quote.number): quote.found.grade for quote in report.quotes}
    assert grades == {
        ("asked", 0): Grade.ABSENT,
        ("asked", 1): Grade.ABSENT,
        ("finished", 0): Grade.NEAR,
        ("load", 0): Grade.FOLDED,
        ("minutes", 0): Grade.EXACT,
        ("queue", 0): Grade.FOLDED,
        ("queue", 1): Grade.FOLDED,
        ("sales", 0): Grade.FOLDED,
    }
    assert [quote.claim for quote in report.quotes if quote.is_misplaced] == ["queue"]
    assert {quote.at for quote in report.quotes if quote.claim == "queue"} == {
        "00:12:31",
        "What it would cost",
    }
    assert claims_on_absent_quotes(report) == {"asked"}


def test_lints_of_quotes_have_their_places_and_say_what_differs() -> None:
    report = examine(MAP, without=("DM504",))
    assert report.fails
    assert [(lint.code, finding.place, finding.message) for lint, finding in report.findings] == [
        (
            "DM601",
            "claims.asked.sources.0.quote",
            (
                "“I was asked” is not in the text; the closest passage differs in nothing for "
                "“not” (a negation)"
            ),
        ),
        (
            "DM601",
            "claims.asked.sources.1.quote",
            "“We were all asked for our opinion” is not in the text",
        ),
        (
            "DM602",
            "claims.finished.sources.0.quote",
            "“Without traffic we are finished” differs from the text in nothing for “the”",
        ),
        (
            "DM603",
            "claims.queue.sources.1.at",
            (
                "“[I]t is the queue on the old bridge …” does not stand at What the shops say; "
                "it stands at What it would cost"
            ),
        ),
    ]


def debate_with(text: SourceText, quote: str, at: str = "") -> Debate:
    claims = {"a": Claim("A.", sources=(Citation("s", quote, at),))}
    return Debate(Header("m", theses=("a",)), claims, sources={"s": Source("Ann", text=text)})


def test_a_text_that_is_not_there_checks_nothing() -> None:
    debate = debate_with(SourceText("gone.txt"), "words")
    report = check_quotes(debate, load_texts(debate, FOLDER))
    assert report.quotes == []
    assert report.texts.problems == {"s": "the text is not there. Put it there again."}


def test_a_place_tells_equally_good_passages_apart() -> None:
    kept = "First part\n\nIt rains here.\n\nSecond part\n\nIt rains here."
    text = read_as("plain", kept)
    found, _ = check_quote(text, Citation("s", "It rains"))
    assert len(found.places) == 2
    found, is_misplaced = check_quote(text, Citation("s", "It rains", "p. 3, Second Part"))
    assert [place.start for place in found.places] == [kept.rindex("It")]
    assert not is_misplaced
    found, is_misplaced = check_quote(text, Citation("s", "It rains", "lines 4-9"))
    assert [place.start for place in found.places] == [kept.rindex("It")]
    assert check_quote(text, Citation("s", "It rains", "line 1"))[1]
    assert not check_quote(text, Citation("s", "It rains", "p. 3"))[1]


def test_places_beyond_those_that_are_named_are_told_of() -> None:
    text = read_as("plain", "It rains.\n" * 30)
    told = grading_in_words(graded(text, Citation("s", "It rains.")))
    assert told == (
        "at 20 or more places that are equally good: line 1; line 2; line 3 and 17 more"
    )


@pytest.mark.skipif(not SEED, reason="DEBATEMAP_SEED names no folder with the essay")
def test_every_quote_of_the_sample_map_stands_in_the_essay() -> None:
    (sample,) = (path for path in samples() if path.name == "open-source-ai.json")
    (essay,) = Path(SEED).glob("*.txt")
    text = read_as("plain", essay.read_text(encoding="utf-8"))
    debate = load(sample)
    cited = [
        each
        for claim in debate.claims.values()
        for each in claim.sources
        if each.quote and "Meta" not in debate.sources[each.ref].author
    ]
    graded = {each.quote: check_quote(text, each) for each in cited}
    assert len(graded) > 10
    assert {found.grade for found, _ in graded.values()} <= {Grade.EXACT, Grade.FOLDED}
    assert not [quote for quote, (_, is_misplaced) in graded.items() if is_misplaced]
    assert any("llama.meta.com" in source.url for source in debate.sources.values())
