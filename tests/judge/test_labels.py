"""Labels are those of grounded semantics, and cost no more than there are attacks."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any, Final

import pytest
from argumentation.core.dung import ArgumentationFramework, grounded_extension
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.formats.native.codec import parse
from debatemap.judge.framework import Framework
from debatemap.judge.judgement import ABSENT, FALSE, TRUE, Judgement
from debatemap.judge.labels import Label, Labelling
from debatemap.judge.ratings import Opinions
from tests.bench.maps import map_bytes
from tests.judge.known import attack_graph, attack_graphs, framework_of
from tests.strategies import chain, debates, sketch, star

Attacks = set[tuple[str, str]]
names: Final = "abcdefgh"
_LOOKS: Final = 3
"""How often at most each index and each edge is looked at, whatever the size."""

attacks_among = st.sets(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=20)


def grounded(arguments: set[str], attacks: Attacks) -> dict[str, Label]:
    """Returns the labels that formal-argumentation gives."""
    stand = grounded_extension(ArgumentationFramework(frozenset(arguments), frozenset(attacks)))
    labels = dict.fromkeys(arguments, Label.IN_A_LOOP) | dict.fromkeys(stand, Label.STANDS)
    return labels | {hit: Label.DEFEATED for attacker, hit in attacks if attacker in stand}


def labels_of(framework: Framework) -> dict[str, Label]:
    labelling = Labelling(framework)
    return {name: labelling[index] for name, index in framework.of(range(len(framework)))}


@given(attacks=attacks_among)
def test_attack_graphs(attacks: Attacks) -> None:
    framework = framework_of(dict.fromkeys(names, 0.5), sorted(attacks))
    assert labels_of(framework) == grounded(set(names), attacks)


@given(attacks=attacks_among, again=attacks_among)
def test_neither_pros_nor_a_second_link_make_a_difference(attacks: Attacks, again: Attacks) -> None:
    links = [*sorted(attacks), *sorted(attacks & again)]
    framework = framework_of(dict.fromkeys(names, 0.5), links, sorted(again))
    assert labels_of(framework) == grounded(set(names), attacks)


@given(debate=debates())
def test_undercuts_and_joint_premises(debate: Debate) -> None:
    judgement = Judgement(debate)
    labels = grounded(*_flattened(debate))
    for node in (*debate.claims, *debate.links):
        assert judgement.label(node) is labels[node], node


@given(
    debate=debates(),
    assumed=st.dictionaries(
        st.sampled_from([*names, *"klmN"]), st.sampled_from([TRUE, FALSE, ABSENT]), max_size=3
    ),
)
def test_what_is_assumed(debate: Debate, assumed: dict[str, Any]) -> None:
    """True is what nothing attacks, and not true what something attacks that stands."""
    arguments, attacks = _flattened(debate)
    attacks = {(attacker, target) for attacker, target in attacks if target not in assumed}
    attacks |= {("no", node) for node, held in assumed.items() if held != TRUE}
    arguments |= {"no", *assumed}
    labels = grounded(arguments, attacks)
    judgement = Judgement(debate, assumed=assumed)
    for node in (*debate.claims, *debate.links):
        assert judgement.label(node) is labels[node], node


def _flattened(debate: Debate) -> tuple[set[str], Attacks]:
    """Returns a debate as nothing but arguments and attacks.

    A step is attacked by the denial of each of its parts, which are its premises and itself as
    a link, and each part attacks its own denial; so it stands when all of them do.
    """
    arguments = {*debate.claims, *debate.links}
    attacks: Attacks = set()
    for key, link in debate.links.items():
        premises = [premise for premise in link.premises if premise in debate.claims]
        if link.target not in arguments or not premises or link.stance == "supports":
            continue
        attacks.add((f"step {key}", link.target))
        for part in (key, *premises):
            attacks |= {(part, f"not {part}"), (f"not {part}", f"step {key}")}
    return arguments | {end for pair in attacks for end in pair}, attacks


def test_one_unanswered_con_defeats_and_an_answered_one_does_not() -> None:
    judgement = Judgement(sketch("T", p="P + T", c="C - T"))
    assert [judgement.label(node) for node in "TPC"] == [
        Label.DEFEATED, Label.STANDS, Label.STANDS,
    ]  # fmt: skip
    judgement = Judgement(sketch("T", c="C - T", u="U - c"))
    assert judgement.label("T") is Label.STANDS
    assert judgement.label("c") is Label.DEFEATED


@pytest.mark.parametrize("debate", [chain(3_000), star(3_000)], ids=["chain", "star"])
def test_no_shape_is_too_deep_or_too_wide(debate: Debate) -> None:
    judgement = Judgement(debate)
    wide = debate.links["l1"].stance == "attacks"
    assert judgement.label("c0") is (Label.DEFEATED if wide else Label.STANDS)


class Counted(list[Any]):
    """A list that counts how often somebody looks at one of its items."""

    def __init__(self, items: Iterable[Any], looks: Iterator[int]) -> None:
        super().__init__(items)
        self._looks = looks

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            next(self._looks)
            yield item

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401  (as a list's own)
        next(self._looks)
        return super().__getitem__(place)


def effort(framework: Framework) -> int:
    """Returns how many edges and labels are looked at to label everything."""
    looks = count()
    for name in ("pros", "cons", "targets"):
        edges = getattr(framework, name)
        setattr(framework, name, [Counted(row, looks) for row in edges])
    labelling = Labelling(framework)
    labelling._labels = Counted(labelling._labels, looks)
    before = next(looks)
    labelling.update(range(len(framework)))
    return next(looks) - before


def size(framework: Framework) -> int:
    """Returns how many arguments and edges there are."""
    return len(framework) + sum(map(len, framework.targets))


def test_the_work_grows_with_the_size_and_no_faster() -> None:
    for claims in (250, 500, 1_000, 2_000):
        debate = parse(map_bytes(claims)).debate
        framework = Framework(debate, Opinions(debate.stances))
        most = _LOOKS * size(framework)
        assert effort(framework) <= most


def test_cycles_upon_cycles_cost_no_more_than_their_size() -> None:
    for number in (100, 200, 400):
        arguments = {f"{n}": 0.5 for n in range(number)}
        attacks = [(f"{n}", f"{(n + step) % number}") for n in range(number) for step in (1, 2, 3)]
        framework = framework_of(arguments, attacks)
        most = _LOOKS * size(framework)
        assert effort(framework) <= most


def test_attack_graphs_of_a_competition() -> None:
    for path in attack_graphs():
        arguments, attacks = attack_graph(path)
        framework = framework_of(dict.fromkeys(arguments, 0.5), attacks)
        assert labels_of(framework) == grounded(set(arguments), set(attacks)), path
        most = _LOOKS * size(framework)
        assert effort(framework) <= most
