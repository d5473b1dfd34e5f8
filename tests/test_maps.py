"""The maps that come with the program: what each of them shows, and that it has no fault."""

from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import networkx as nx
import pytest

from debatemap.check import examine
from debatemap.core.debate import Debate
from debatemap.core.model import CITATION_KINDS
from debatemap.core.scenarios import scenarios_in
from debatemap.formats.native.codec import dump, parse
from debatemap.judge.explain.double_crux import double_crux
from debatemap.judge.judgement import Judgement
from debatemap.judge.verdict import Side

MAPS: Final = Path(__file__).parents[1] / "maps"
MOST: Final = 150
"""Characters of a claim: one sentence."""


class Size(NamedTuple):
    """What a map has at least."""

    theses: int
    claims: int
    levels: int
    places: int
    """Claims that stand in more than one place."""
    joint: int
    undercuts: int
    raters: int = 0
    sources: int = 0


SIZES: Final = {
    "first-steps": Size(2, 10, 3, 1, 1, 1),
    "inner-city-traffic": Size(4, 120, 6, 9, 3, 12, raters=3, sources=15),
    "open-source-ai": Size(2, 75, 6, 4, 4, 12, sources=3),
    "shipment-storage": Size(4, 120, 5, 7, 3, 8, raters=3, sources=12),
}
RATED: Final = [name for name, size in SIZES.items() if size.raters]


def opened(name: str) -> Debate:
    return parse((MAPS / f"{name}.json").read_bytes()).debate


def levels(debate: Debate) -> int:
    """Returns how many claims the longest way to a thesis has; a map of ours has no cycle."""
    return int(nx.dag_longest_path_length(debate.claim_graph())) + 1


def test_each_map_is_told_of_here() -> None:
    assert {path.stem for path in MAPS.glob("*.json")} == set(SIZES)


@pytest.mark.parametrize("name", SIZES)
def test_a_map_has_no_fault_and_is_formatted(name: str) -> None:
    path = MAPS / f"{name}.json"
    assert examine(path).findings == []
    assert dump(opened(name)) == path.read_bytes()


@pytest.mark.parametrize("name", SIZES)
def test_a_map_shows_all_that_a_map_can_have(name: str) -> None:
    debate = opened(name)
    links = debate.links.values()
    people = [person for person, ratings in debate.stances.items() if len(ratings) > 40]
    found = Size(
        theses=len(debate.header.theses),
        claims=len(debate.claims),
        levels=levels(debate),
        places=sum(len(debate.links_from(claim)) > 1 for claim in debate.claims),
        joint=sum(len(link.premises) > 1 for link in links),
        undercuts=sum(link.target in debate.links and link.stance == "attacks" for link in links),
        raters=len(people),
        sources=len(debate.sources),
    )
    short = [
        (what, has, least)
        for what, has, least in zip(Size._fields, found, SIZES[name], strict=True)
        if has < least
    ]
    assert not short
    assert any(claim.note for claim in debate.claims.values())


@pytest.mark.parametrize("name", SIZES)
def test_a_claim_is_one_sentence(name: str) -> None:
    for claim in opened(name).claims.values():
        assert claim.text[-1] in ".?", claim.text
        assert len(claim.text) <= MOST, claim.text
        assert ". " not in claim.text, claim.text
        assert "'" not in claim.text, claim.text
        assert '"' not in claim.text, claim.text


@pytest.mark.parametrize("name", SIZES)
def test_a_source_can_be_found_and_is_of_a_known_kind(name: str) -> None:
    debate = opened(name)
    for source in debate.sources.values():
        assert source.title or source.url
        assert not source.url or source.url.startswith(("https://", "http://")), source
    for claim in debate.claims.values():
        for cited in claim.sources:
            assert cited.kind in ("", *CITATION_KINDS)


@pytest.mark.parametrize("name", RATED)
def test_both_sides_are_heard(name: str) -> None:
    debate = opened(name)
    for thesis in debate.header.theses:
        stances = [debate.links[link].stance for link in debate.links_into(thesis)]
        assert min(stances.count("supports"), stances.count("attacks")) >= 3
        for link in debate.links_into(thesis):
            premises = debate.links[link].premises
            assert any(debate.links_into(node) for node in (link, *premises)), premises


@pytest.mark.parametrize("name", RATED)
def test_the_options_come_out_differently_and_their_people_disagree(name: str) -> None:
    debate = opened(name)
    theses = debate.header.theses
    assert {Judgement(debate).verdict(thesis).side for thesis in theses} >= {
        Side.FOR,
        Side.AGAINST,
    }
    everyone = sorted(debate.stances)
    assert len(everyone) == 3
    for thesis in theses:
        assert len({debate.stances[person][thesis] for person in everyone}) == 3
    parted = [
        double_crux(debate, thesis, *pair).found
        for pair in combinations(everyone, 2)
        for thesis in theses
    ]
    assert any(parted)
    assert not all(parted)


@pytest.mark.parametrize("name", RATED)
def test_a_scenario_is_kept_and_bears_on_a_thesis(name: str) -> None:
    debate = opened(name)
    [assumed] = scenarios_in(debate.header).values()
    judgement = Judgement(debate)
    before = [judgement.strength(thesis) for thesis in debate.header.theses]
    judgement.assume(assumed)
    assert [judgement.strength(thesis) for thesis in debate.header.theses] != before


def test_the_sample_cites_the_page_that_its_essay_leads_to() -> None:
    debate = opened("open-source-ai")
    [page] = [key for key, source in debate.sources.items() if "llama.meta.com" in source.url]
    assert debate.sources[page].url == "https://llama.meta.com/"
    cited = [c.text for c in debate.claims.values() if any(s.ref == page for s in c.sources)]
    assert cited == ["Meta, to its credit, has openly released a cutting-edge AI model."]
