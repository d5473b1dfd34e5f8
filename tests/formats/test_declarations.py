"""What each format declares, against what it does, and against the page that says so."""

from dataclasses import fields
from pathlib import Path

import pytest

import debatemap
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.formats.features import CARRIED, FEATURES, LOST, Carries, places_of
from debatemap.formats.format_table import markdown_table
from debatemap.formats.registry import format_named, names, read_map
from tests.formats.feature_samples import SAMPLES

README = Path(debatemap.__file__).parent / "formats" / "README.md"
WRITTEN = names(writes=True)


def test_there_is_a_sample_of_each_feature() -> None:
    assert SAMPLES.keys() == FEATURES.keys() == {field.name for field in fields(Carries)}
    for feature, sample in SAMPLES.items():
        assert places_of(sample, feature), feature


@pytest.mark.parametrize("name", WRITTEN)
def test_each_format_of_the_program_declares_what_it_carries(name: str) -> None:
    assert format_named(name).carries is not None


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_lost_or_changed_is_reported(name: str) -> None:
    chosen = format_named(name)
    for feature, sample in SAMPLES.items():
        said = getattr(chosen.carries, feature)
        kind = FEATURES[feature][0]
        found = {(loss.kind, loss.becomes) for loss in chosen.write(sample).losses}
        if said == CARRIED:
            assert kind not in {kind for kind, _ in found}, feature
        elif feature != "ids":
            assert (kind, "" if said == LOST else said) in found, feature


@pytest.mark.parametrize("name", [name for name in WRITTEN if format_named(name).reads])
def test_what_is_carried_comes_back(name: str) -> None:
    chosen = format_named(name)
    for feature, sample in SAMPLES.items():
        if getattr(chosen.carries, feature) != CARRIED:
            continue
        back = read_map(chosen.write(sample).data, f"x{chosen.suffixes[0]}", name).debate
        assert _values(back, feature) == _values(sample, feature), feature


def _values(debate: Debate, feature: str) -> object:
    """Returns what a debate says of a feature, without the ids."""
    claims = debate.claims.values()
    said: dict[str, object] = {
        "claims": sorted(claim.text for claim in claims),
        "links": sorted(link.stance for link in debate.links.values()),
        "theses": [debate.claims[key].text for key in debate.header.theses],
        "title": debate.header.title,
        "question": debate.header.question,
        "notes": sorted(claim.note for claim in claims),
        "tags": sorted(claim.tags for claim in claims),
        "authors": sorted(claim.by for claim in claims),
        "dates": sorted(claim.created for claim in claims),
        "sources": [source[:4] for source in debate.sources.values()],
        "quotes": [citation[1:4] for claim in claims for citation in claim.sources],
        "ratings": {name: sorted(held.values()) for name, held in debate.stances.items()},
        "scenarios": debate.header.beside.get("scenarios"),
        "ids": (sorted(debate.claims), sorted(debate.links)),
        "unknown_fields": [claim.extra.get("x-colour") for claim in claims if claim.extra],
    }
    return said.get(feature, len(places_of(debate, feature)))


def test_the_page_shows_what_the_formats_declare() -> None:
    assert markdown_table() in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_open_conflicts_come_along_or_are_told(name: str) -> None:
    beside = {"conflicts": [{"kind": "text"}, {"kind": "note"}]}
    header = Header("m", title="T", theses=("a",), beside=beside)
    written = format_named(name).write(Debate(header, {"a": Claim("It rains.")}, {}))
    told = [loss.number for loss in written.losses if loss.kind == "open conflicts"]
    assert told == [2] or (not told and b"conflicts" in written.data)
