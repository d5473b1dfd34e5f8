"""Random debates for hypothesis, awkward on purpose, and shapes that break a naive walk."""

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of
from debatemap.core.fractional_index import evenly
from debatemap.core.model import (
    STANCES,
    Citation,
    Claim,
    Extra,
    Header,
    Link,
    Ratings,
    Source,
    SourceText,
)
from debatemap.core.scenarios import ABSENT, FALSE, SCENARIOS, TRUE

__all__ = [
    "AWKWARD_TEXTS",
    "MISSING",
    "PEOPLE",
    "POSITIONS",
    "SCENARIO_NAMES",
    "chain",
    "debates",
    "extras",
    "file_texts",
    "json_values",
    "ladder",
    "sketch",
    "source_texts",
    "star",
    "typed_texts",
]

MISSING: Final = "gone"
"""An id that no random debate holds, though some of its records name it."""

AWKWARD_TEXTS: Final = (
    "It rains.",
    "Ça coûte cher.",
    "e\u0301 and é",
    "猫が好き。",
    "👩\u200d👩\u200d👧 and 🇩🇪 and ❤\ufe0f",
    "क्षि नमस्ते",
    "a\tb",
    "one line\nand another",
    "\r\n\v\f\x85\u2028\u2029",
    "\x1b]52;c;aGk=\x07 and \x9b2J",
    "\u202eevil\u202c \u200b\ufeff",
    "\U000e0041\U000e007f",
    " spaces  around ",
    "",
    "   ",
    "[/b] [@click=app.quit]x[/]",
    '"quoted" \\ “quoted” { } %s {0}',
    "-rf ../../.bashrc",
    "many eyes find faults sooner than few of them do, " * 4,
)

POSITIONS: Final = ("", "a0", "a0", "a0", "a1", "a0V", "Zz", "b00", "az", "0", "-", " ", "~", "é")
"""Keys of ours, tied ones, and what other programs may write."""

PEOPLE: Final = ("editor", "Ün", "\x1b[2J", "a.b")

SCENARIO_NAMES: Final = ("Dry", "Wet", "\u202eevil")

_KEYS: Final = ("x-colour", "conflicts", "scenarios", "Ünï", "", "[key]", "a.b", "Text", "zz")
_VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    0,
    -1,
    2**64 - 1,
    -(2**63),
    0.1,
    -0.0,
    1e16,
    "",
    "é\n",
    [],
    {},
    [[1]],
)

file_texts = st.one_of(st.sampled_from(AWKWARD_TEXTS), st.text(max_size=12))
"""Text as a file may hold it: whatever JSON can say in UTF-8."""

typed_texts = st.one_of(st.sampled_from((*AWKWARD_TEXTS, "half a pair \ud800")), st.text())
"""Text as it may come from a keyboard, a clipboard or an argument."""

json_values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(2**63), 2**64 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=8),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)

extras: st.SearchStrategy[Extra] = st.one_of(
    st.just({}),
    st.just({}),
    st.dictionaries(st.sampled_from(_KEYS), st.sampled_from(_VALUES), max_size=2),
)
"""Fields that this version does not know."""

_CLAIMS: Final = ("a", "b", "c", "D", "e_1", "-f", "0")
_LINKS: Final = ("k", "l", "m", "N", "o_1", "-p", "1", "q", "r", "s")
_SOURCES: Final = ("v", "w", "x")

_citations = st.tuples(
    st.sampled_from((*_SOURCES, MISSING)),
    file_texts,
    st.sampled_from(("", "p. 4")),
    st.sampled_from(("", "study", "own")),
    extras,
).map(lambda fields: Citation(*fields))
_kinds: dict[str, st.SearchStrategy[Any]] = {
    "line": st.sampled_from(("", "editor")),
    "text": st.one_of(st.just(""), file_texts),
    "lines": st.one_of(st.just(""), st.sampled_from(AWKWARD_TEXTS)),
    "tags": st.lists(st.sampled_from(("cost", "é", "a b")), max_size=2).map(tuple),
    "citations": st.lists(_citations, max_size=2).map(tuple),
}
_fields = {
    field.name: st.sampled_from(("", *field.choices)) if field.choices else _kinds[field.kind]
    for field in fields_of("claims")
}
_dates = st.sampled_from(("", "2026-01-03", "2025-12-31"))
_claims = st.fixed_dictionaries(
    {**_fields, "text": file_texts, "created": _dates, "extra": extras}
).map(lambda fields: Claim(**fields))
_any_claims = st.one_of(file_texts.map(Claim), _claims)
source_texts = st.sampled_from(
    (
        None,
        SourceText("texts/a.txt", "0" * 64),
        SourceText("b.srt"),
        SourceText(kept="One.\r\nTwo."),
        SourceText(kept="<p>One", kind="html"),
    )
)
_source_records = st.tuples(
    file_texts, file_texts, st.just(""), st.just("2024"), extras, source_texts
).map(lambda fields: Source(*fields))
_values = st.one_of(st.integers(0, 100), st.sampled_from((0.5, 72.5, 99.9, 80.0)))


@st.composite
def debates(draw: st.DrawFn, *, least_claims: int = 0) -> Debate:
    """Draws a debate as a file may hold it.

    There are joint premises, undercuts of undercuts, claims with several places or none, cycles
    of claims and of links, links to nothing, tied positions, scenarios, and unknown fields
    everywhere. Where there must be claims, there is something under scenarios, too.
    """
    claims = _CLAIMS[: draw(st.integers(least_claims, len(_CLAIMS)))]
    link_ids = _LINKS[: draw(st.integers(min(least_claims, 1), len(_LINKS)))] if claims else ()
    nodes = (*claims, *link_ids, MISSING)
    beside = {**draw(extras), **draw(_scenarios(nodes))}
    if least_claims and SCENARIOS not in beside:
        beside[SCENARIOS] = {SCENARIO_NAMES[0]: {claims[0]: FALSE}}
    links = {
        key: draw(_links(claims, link_ids, n % len(claims)))
        for n, key in enumerate(link_ids, start=1)
    }
    theses = draw(_orders((*claims[:3], MISSING)))[: draw(st.integers(0, 4))]
    return Debate(
        Header("map_1", draw(file_texts), tuple(theses), draw(extras), beside),
        {key: draw(_any_claims) for key in claims},
        links,
        {key: draw(_source_records) for key in _SOURCES[: draw(st.integers(0, 3))]},
        draw(_ratings(nodes)),
    )


# To make a strategy takes longer than to draw from it, so that each is made once.


@cache
def _orders(keys: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    return st.permutations(keys)


@cache
def _links(claims: tuple[str, ...], links: tuple[str, ...], number: int) -> st.SearchStrategy[Link]:
    """Returns links as a file holds them: the first premise is a claim that exists."""
    likely = st.lists(st.sampled_from(claims), max_size=2)
    others: st.SearchStrategy[list[str]] = st.one_of(
        st.just([]), likely, st.just([MISSING]), st.just([links[0]])
    )
    ends = (*claims, *claims, *links, MISSING)
    first = st.one_of(st.just(claims[number]), st.sampled_from(claims))
    premises = st.tuples(first, others).map(lambda ends: (ends[0], *ends[1]))
    return st.tuples(
        premises,
        st.sampled_from(STANCES),
        st.sampled_from(ends),
        st.sampled_from(POSITIONS),
        extras,
    ).map(lambda fields: Link(*fields))


@cache
def _ratings(nodes: tuple[str, ...]) -> st.SearchStrategy[dict[str, Ratings]]:
    held: st.SearchStrategy[Ratings] = st.dictionaries(st.sampled_from(nodes), _values, max_size=3)
    return st.dictionaries(st.sampled_from(PEOPLE), held, max_size=2)


@cache
def _scenarios(nodes: tuple[str, ...]) -> st.SearchStrategy[Extra]:
    """Returns what a file may hold of scenarios: often nothing, now and then what none is."""
    values: st.SearchStrategy[Any] = st.sampled_from(
        (TRUE, FALSE, ABSENT, TRUE, FALSE, ABSENT, "perhaps", 0.5, [[]])
    )
    assumed = st.dictionaries(st.sampled_from(nodes), values, max_size=3)
    held = st.one_of(assumed, assumed, assumed, st.sampled_from(("odd", None)))
    tables = st.dictionaries(st.sampled_from(SCENARIO_NAMES), held, min_size=1, max_size=2)
    return st.one_of(st.just({}), tables.map(lambda table: {SCENARIOS: table}))


def ladder(levels: int = 21) -> Debate:
    """Returns a ladder: two claims a level, each linked to both above; 2 ** levels - 1 paths."""
    claims = {f"{side}{level}": Claim(f"{side}{level}") for level in range(levels) for side in "lr"}
    links = {
        f"{end}-{side}{level}": Link((f"{side}{level}",), STANCES[side == end], f"{end}{level - 1}")
        for level in range(1, levels)
        for side in "lr"
        for end in "lr"
    }
    return Debate(Header("ladder", theses=("l0", "r0")), claims, links)


def chain(length: int) -> Debate:
    """Returns a chain: each claim but the first supports the one before."""
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(length)}
    links = {f"l{n}": Link((f"c{n}",), "supports", f"c{n - 1}", "a0") for n in range(1, length)}
    return Debate(Header("chain", theses=("c0",)), claims, links)


def star(rays: int) -> Debate:
    """Returns a star: so many claims, each linked to one thesis."""
    claims = {f"c{n}": Claim(f"Claim {n}.") for n in range(rays + 1)}
    links = {
        f"l{n}": Link((f"c{n}",), "attacks", "c0", pos)
        for n, pos in enumerate(evenly(rays), start=1)
    }
    return Debate(Header("star", theses=("c0",)), claims, links)


def sketch(theses: str, inbox: str = "", **links: str) -> Debate:
    """Returns a debate in shorthand: `sketch("T", p="P + T", c="C D - T a1", u="U - p")`.

    A link is its premises, the sign of its stance, its target and, if it matters, its pos.
    Each claim says its name; what is named and is no link is a claim.
    """
    made = {}
    for key, line in links.items():
        words = line.split()
        sign = next(n for n, word in enumerate(words) if word in "+-")
        target, *pos = words[sign + 1 :]
        made[key] = Link(tuple(words[:sign]), STANCES[words[sign] == "-"], target, "".join(pos))
    ends = [end for link in made.values() for end in (*link.premises, link.target)]
    names = dict.fromkeys([*theses.split(), *ends, *inbox.split()])
    claims = {name: Claim(f"{name}.") for name in names if name not in links}
    return Debate(Header("map", theses=tuple(theses.split())), claims, made)
