"""Preferred and stable extensions, against published answers and another implementation."""

import os
from itertools import product
from pathlib import Path

import pytest
from argumentation.core.dung import (
    ArgumentationFramework,
    grounded_extension,
    preferred_extensions,
    stable_extensions,
)
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import STANCES, Claim, Header, Link
from debatemap.judge.attack_graph import AttackGraph, attack_graph
from debatemap.judge.extensions import Acceptance, extensions
from debatemap.judge.judgement import Judgement
from debatemap.judge.labels import Label
from tests.strategies import debates, sketch

CORPUS = os.environ.get("DEBATEMAP_CORPUS")
Attacks = set[tuple[int, int]]


@st.composite
def _graphs(draw: st.DrawFn) -> tuple[int, Attacks]:
    count = draw(st.integers(1, 7))
    place = st.integers(0, count - 1)
    return count, draw(st.sets(st.tuples(place, place), max_size=14))


def _attackers(count: int, attacks: Attacks) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in range(count)]
    for attacker, attacked in sorted(attacks):
        found[attacked].append(attacker)
    return found


@given(_graphs())
def test_they_are_those_that_formal_argumentation_finds(graph: tuple[int, Attacks]) -> None:
    count, attacks = graph
    other = ArgumentationFramework(
        frozenset(map(str, range(count))), frozenset((str(a), str(b)) for a, b in attacks)
    )
    found = extensions(AttackGraph(_attackers(count, attacks)))
    sets = {
        found.grounded.union(*parts) for parts in product(*(part.found for part in found.parts))
    }
    expected = {frozenset(map(int, each)) for each in preferred_extensions(other)}
    assert sets == expected
    assert found.complete
    assert found.preferred == len(expected)
    assert found.stable == len(stable_extensions(other))
    assert found.grounded == frozenset(map(int, grounded_extension(other)))
    for argument in range(count):
        there = sum(argument in each for each in expected)
        usual = Acceptance.SOME if there else Acceptance.NONE
        every = there == len(expected)
        assert found.acceptance(argument) is (Acceptance.ALL if every else usual)


@given(debates())
def test_what_the_labels_decide_is_so_in_every_extension(debate: Debate) -> None:
    """Steps, undercuts and joint premises are in the graph, too."""
    judgement = Judgement(debate)
    found = extensions(attack_graph(judgement.framework))
    for node in (*debate.claims, *debate.links):
        index, label = judgement.framework.index(node), judgement.label(node)
        if index is None:
            continue
        assert (index in found.grounded) is (label is Label.STANDS)
        assert (index in found.refused) is (label is Label.DEFEATED)


def test_two_that_exclude_each_other_are_each_in_some_extension() -> None:
    judgement = Judgement(sketch("T", c="C - T", d="D - T", m="C - D", n="D - C"))
    found = extensions(attack_graph(judgement.framework))
    assert (found.preferred, found.stable) == (2, 2)
    indices = [judgement.framework.index(name) for name in "CDT"]
    said = [found.acceptance(index) for index in indices if index is not None]
    assert said == [Acceptance.SOME, Acceptance.SOME, Acceptance.NONE]


def test_what_cannot_be_tried_is_said_to_be_unknown() -> None:
    names = [f"c{n}" for n in range(12)]
    claims = {name: Claim(name) for name in names}
    links = {
        f"l{n}": Link((name,), STANCES[1], names[(n + 1) % len(names)])
        for n, name in enumerate(names)
    }
    judgement = Judgement(Debate(Header("m"), claims, links))
    found = extensions(attack_graph(judgement.framework), looks=0)
    assert not found.complete
    assert found.acceptance(0) is Acceptance.UNKNOWN


@pytest.mark.skipif(CORPUS is None, reason="the corpus is not there")
@pytest.mark.parametrize(("name", "grounded"), [("admbuster_1000", 500), ("st_890_86_9_572", 4)])
def test_competition_frameworks_have_the_published_grounded_extension(
    name: str, grounded: int
) -> None:
    assert CORPUS is not None
    lines = (Path(CORPUS) / "iccma" / f"{name}.af").read_text().splitlines()
    head, *edges = [line.split() for line in lines if line and not line.startswith("#")]
    attacks = {(int(a) - 1, int(b) - 1) for a, b in edges}
    found = extensions(AttackGraph(_attackers(int(head[2]), attacks)), looks=10_000)
    assert len(found.grounded) == grounded
