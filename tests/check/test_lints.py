"""One map for each code, and what is said of it."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from debatemap.check import LINTS, inspect
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from tests.strategies import debates

T = Header("m", theses=("t",))


def build(
    header: Header = T,
    links: dict[str, Link] | None = None,
    sources: dict[str, Source] | None = None,
    stances: dict[str, dict[str, float]] | None = None,
    **claims: Claim,
) -> Debate:
    """Returns a debate with a thesis "t" and the given records."""
    return Debate(header, {"t": Claim("It rains."), **claims}, links, sources, stances)


def found(debate: Debate) -> list[tuple[str, str, str]]:
    return [(lint.code, finding.place, finding.message) for lint, finding in inspect(debate)]


CASES: dict[str, tuple[Callable[[], Debate], str, str]] = {
    "DM103": (
        lambda: build(T._replace(beside={"conflicts": [{"path": "x"}, {"path": "y"}]})),
        "conflicts",
        "2 conflicts wait to be resolved",
    ),
    "DM201": (
        lambda: build(links={"l": Link(("a", "gone"), "supports", "t")}, a=Claim("Dry.")),
        "claims.a.links.l.with",
        "there is no claim or link gone",
    ),
    "DM202": (
        lambda: build(T._replace(theses=("t", "gone"))),
        "map.theses.1",
        "there is no claim gone",
    ),
    "DM203": (
        lambda: build(t=Claim("It rains.", sources=(Citation("gone"),))),
        "claims.t.sources.0.ref",
        "there is no source gone",
    ),
    "DM204": (
        lambda: build(stances={"Ada": {"t": 80, "gone": 20}}),
        "stances.Ada.gone",
        "there is no claim or link gone",
    ),
    "DM205": (
        lambda: build(links={"l": Link(("a", "a"), "supports", "t")}, a=Claim("Dry.")),
        "claims.a.links.l.with",
        "a is named twice",
    ),
    "DM206": (
        lambda: build(sources={"s": Source("Ada", "On rain")}),
        "sources.s",
        "no claim cites “On rain”",
    ),
    "DM207": (
        lambda: build(T._replace(beside={"scenarios": {"Dry": {"t": "false", "gone": "true"}}})),
        "scenarios.Dry.gone",
        "there is no claim or link gone",
    ),
    "DM208": (
        lambda: build(T._replace(beside={"scenarios": {"Dry": {"t": False}}})),
        "scenarios.Dry.t",
        'it is passed over: expected one of "true", "false", "absent"',
    ),
    "DM209": (
        lambda: build(
            T._replace(theses=("t", "a")),
            sources={"s": Source("Ann", extra={"text": {"file": "../a"}})},
            a=Claim("A.", sources=(Citation("s"),)),
        ),
        "sources.s.text",
        "it is passed over: expected a path within the map’s folder, or lines of text",
    ),
    "DM301": (
        lambda: build(t=Claim("It rains.", note="a\u202eb\x07")),
        "claims.t.note",
        "the text holds U+202E, U+0007",
    ),
    "DM302": (lambda: build(t=Claim(" \n")), "claims.t.text", "the claim has no words"),
    "DM303": (
        lambda: build(links={"l": Link(("a",), "supports", "t")}, a=Claim("it rains")),
        "claims.a.text",
        "nearly the same words as t, “It rains.”",
    ),
    "DM401": (lambda: build(a=Claim("Dry.")), "claims.a", "“Dry.” is unplaced"),
    "DM402": (
        lambda: build(
            links={"l": Link(("a",), "attacks", "b"), "m": Link(("b",), "attacks", "a")},
            a=Claim("Dry."),
            b=Claim("Wet."),
        ),
        "claims.a",
        "no thesis and no unplaced claim leads to “Dry.”",
    ),
    "DM403": (
        lambda: build(
            links={"l": Link(("a",), "supports", "t"), "m": Link(("t",), "supports", "a")},
            a=Claim("Wet."),
        ),
        "claims.a",
        "“Wet.” supports itself, by way of 1 other claim",
    ),
    "DM404": (
        lambda: build(links={"l": Link(("t",), "supports", "t")}),
        "claims.t.links.l.to",
        "the link leads back to where it began",
    ),
    "DM501": (
        lambda: build(
            links={
                "l": Link(("a",), "supports", "t"),
                "m": Link(("a",), "supports", "b"),
                "n": Link(("b",), "supports", "t"),
            },
            a=Claim("Wet."),
            b=Claim("Clouds."),
        ),
        "claims.a.links.m",
        "“Wet.” supports “It rains.” along more than one way",
    ),
    "DM502": (
        lambda: build(
            links={
                "l": Link(("a",), "supports", "t"),
                "m": Link(("a",), "attacks", "b"),
                "n": Link(("b",), "supports", "t"),
            },
            a=Claim("Wet."),
            b=Claim("Clouds."),
        ),
        "claims.a.links.m",
        "“Wet.” speaks against “It rains.” here, and for it elsewhere",
    ),
    "DM503": (
        lambda: build(
            links={
                "l": Link(("a",), "supports", "t"),
                "m": Link(("a",), "attacks", "b"),
                "n": Link(("b",), "attacks", "a"),
            },
            stances={name: {"a": 100, "b": 100} for name in ("Ada", "Bo", "Cy")},
            a=Claim("Wet."),
            b=Claim("Dry."),
        ),
        "claims.a.links.m",
        "“Wet.” and “Dry.” attack each other, and both lean for",
    ),
    "DM504": (
        lambda: build(links={"l": Link(("a",), "attacks", "t")}, a=Claim("Dry.")),
        "claims.a.links.l",
        "nobody has answered “Dry.”, the strongest con of “It rains.”",
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_each_code_is_found_alone(code: str) -> None:
    make, place, message = CASES[code]
    assert found(make()) == [(code, place, message)]


WITH_TEXTS = ("DM601", "DM602", "DM603", "DM604", "DM605")
"""Codes of lints that look at texts beside the map: see `tests/texts`."""


def test_every_code_has_a_case_and_a_name_of_its_own() -> None:
    assert {lint.code for lint in LINTS} == {*CASES, "DM101", "DM102", *WITH_TEXTS}
    assert [lint.code for lint in LINTS] == sorted({lint.code for lint in LINTS})
    assert len({lint.name for lint in LINTS}) == len(LINTS)
    assert all(lint.explanation.endswith(".") for lint in LINTS)


@pytest.mark.parametrize(
    ("scenarios", "place", "expected"),
    [
        ([], "scenarios", "an object of scenarios"),
        ({"Dry": None}, "scenarios.Dry", "an object"),
    ],
)
def test_what_is_no_scenario_is_named(scenarios: Any, place: str, expected: str) -> None:  # noqa: ANN401  (any JSON)
    message = f"it is passed over: expected {expected}"
    header = T._replace(beside={"scenarios": scenarios})
    assert found(build(header)) == [("DM208", place, message)]


def test_conflicts_that_are_no_list_are_one_as_for_a_merge() -> None:
    debate = build(T._replace(beside={"conflicts": {"path": "x"}}))
    assert found(debate) == [("DM103", "conflicts", "1 conflict waits to be resolved")]


@pytest.mark.parametrize(
    "debate",
    [
        build(),
        build(T._replace(beside={"conflicts": []})),
        build(links={"l": Link(("a",), "supports", "t")}, a=Claim("e\u0301, in another form")),
        build(t=Claim("👩\u200d👩\u200d👧 क्षि \U0001f3f4\U000e0067\U000e0062\U000e007f\n\ttab")),
    ],
    ids=["plain", "resolved", "decomposed", "joiners"],
)
def test_what_is_well_is_not_found(debate: Debate) -> None:
    assert found(debate) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"header": T._replace(title="\x1b")}, "map.title"),
        ({"t": Claim("\x1b.")}, "claims.t.text"),
        ({"t": Claim("It rains.", tags=("a", "\x9b"))}, "claims.t.tags.1"),
        ({"t": Claim("It rains.", by="\u200b")}, "claims.t.by"),
        ({"t": Claim("It rains.", created="\x00")}, "claims.t.created"),
        ({"stances": {"\u2066": {"t": 1}}}, "stances.\u2066"),
        ({"t": Claim("e" + "\u0301" * 31)}, "claims.t.text"),
    ],
)
def test_every_text_is_looked_at(fields: dict[str, Any], place: str) -> None:
    assert [(code, where) for code, where, _ in found(build(**fields))] == [("DM301", place)]


@given(debates())
def test_any_debate_can_be_checked(debate: Debate) -> None:
    for lint, finding in inspect(debate):
        assert finding.message
        assert lint in LINTS
