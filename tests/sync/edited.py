"""One map as two or three people left it, by the program's verbs and by what other programs do."""

from functools import cache
from random import Random
from typing import Any, Final, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Link, Source
from debatemap.core.scenarios import SCENARIOS
from debatemap.formats.native.codec import dump, parse
from debatemap.sync.change_between import compare
from debatemap.sync.merge.conflict import CONFLICTS
from tests.edit.verbs import VERBS, attempt, changes, steady_ids
from tests.soundness import fresh, records
from tests.strategies import debates, sketch
from tests.sync.raw_edits import QUARRELS, RAW_EDITS, Edit, Tables, pick

__all__ = ["Four", "Three", "as_a_file", "fours", "steady", "stories", "threes"]

steady = settings(
    derandomize=True,
    database=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
        HealthCheck.large_base_example,
    ],
)


class Three(NamedTuple):
    """What two people began with, and what each made of it."""

    base: Debate
    ours: Debate
    theirs: Debate

    def __repr__(self) -> str:
        return _told(*self)


class Four(NamedTuple):
    """What three people began with, and what each made of it."""

    base: Debate
    one: Debate
    other: Debate
    third: Debate

    def __repr__(self) -> str:
        return _told(*self)


def _told(base: Debate, *sides: Debate) -> str:
    """Returns debates as hypothesis is to show them."""
    edits = [list(compare(base, side).edits()) for side in sides]
    return "\n".join(map(str, (records(base), *edits)))


_TABLES: Final = ("header", "claims", "links", "sources", "stances")


def _tables(debate: Debate) -> Tables:
    return {
        key: dict(held) if isinstance(held, dict) else held for key, held in records(debate).items()
    }


def as_a_file(tables: Tables) -> Debate:
    """Returns the records as a debate that a file can hold: links begin with a claim."""
    tables["links"] = {
        key: whole
        for key, link in tables["links"].items()
        if key not in tables["claims"]
        and (whole := _begun_by_a_claim(link, tables["claims"])) is not None
    }
    return parse(dump(Debate(**{table: tables[table] for table in _TABLES}))).debate


def _begun_by_a_claim(link: Link, claims: dict[str, Claim]) -> Link | None:
    first = next((premise for premise in link.premises if premise in claims), None)
    if first is None:
        return None
    return link._replace(premises=(first, *(p for p in link.premises if p != first)))


def _rich() -> Debate:
    """Returns a small map with all that a map can have."""
    plain = sketch(
        "T S", inbox="Z", p="P + T a0", j="Q R - T a1", u="U - p", w="W + u", s="P - S", y="Y Q + P"
    )
    tables = _tables(plain)
    text = "One two three four. Five six seven eight. Nine ten eleven."
    tables["claims"]["P"] = Claim(text, "1\n2\n3\n4", ("x", "y"), "ed", "2024", extra={"k": {}})
    cited = Citation("b1", "so", extra={"k": {"p": 0}}), Citation("b2")
    for claim in "TUR":
        tables["claims"][claim] = Claim("a b c b", tags=("x", "y"), extra={"k": {"p": 0, "q": 1}})
    tables["claims"]["Q"] = Claim("a b a b c", sources=cited, tags=("x", "y", "z"))
    tables["links"]["p"] = tables["links"]["p"]._replace(extra={"k": {"p": 0, "q": {"r": 1}}})
    tables["sources"] = {"b1": Source("A", "One", extra={"k": 1}), "b2": Source(title="Two")}
    tables["stances"] = {"ed": {"P": 80, "p": 20}, "flo": {"U": 0.5, "Q": 1}}
    beside: dict[str, Any] = {
        "k": {"p": 0},
        CONFLICTS: [{"path": ["claims", "P"], "values": [1]}, "odd"],
    }
    beside[SCENARIOS] = {"Dry": {"P": "false", "p": "absent"}, "Wet": {"U": "true"}}
    tables["header"] = plain.header._replace(title="a b c", extra={"k": [0]}, beside=beside)
    return as_a_file(tables)


def _marked(debate: Debate) -> Debate:
    """Returns the debate with unknown fields in each claim and link."""
    tables = _tables(debate)
    for table in ("claims", "links"):
        marks = {key: {"k": {"p": 0, "q": {"r": 1}}} for key in tables[table]}
        tables[table] = {k: record._replace(extra=marks[k]) for k, record in tables[table].items()}
    return as_a_file(tables)


_BASES: Final = (
    _rich(),
    _marked(sketch("T", j="P Q R + T", k="P U + Q", u="U - j", v="V - u")),
    _marked(sketch("T", p="P + T", q="Q R + P", r="R - Q", o="P - R")),
)


def _quarrel(dice: Random, base: Debate) -> tuple[str, Edit, Edit]:
    table, one, other = dice.choice(QUARRELS)
    likely = pick(dice, *getattr(base, table))
    return (likely, one, other) if dice.randint(0, 1) else (likely, other, one)


def _edited(draw: st.DrawFn, base: Debate, likely: str, usual: Edit, most: int) -> Debate:
    """Returns the map as one person left it."""
    debate = fresh(base)
    ways = ["usual", *draw(st.lists(st.sampled_from(("usual", "raw", "verb")), max_size=most))]
    dice = draw(st.randoms(use_true_random=True))
    with steady_ids():
        for way in ways:
            if way == "verb":
                change = attempt(draw(changes(debate, draw(st.sampled_from(sorted(VERBS))))))
                debate.apply(Change() if isinstance(change, str) else change)
                continue
            tables = _tables(debate) | {"likely": (likely,)}
            (usual if way == "usual" else dice.choice(RAW_EDITS))(dice, tables)
            debate = as_a_file(tables)
    return parse(dump(debate)).debate


_any_base = debates(least_claims=3).map(_tables).map(as_a_file)
_bases = st.integers(0, 3).flatmap(lambda way: st.sampled_from(_BASES) if way else _any_base)


@st.composite
def threes(draw: st.DrawFn, most: int = 3) -> Three:
    """Draws what two people began with and what each made of it in a few edits."""
    base = draw(_bases)
    likely, *usual = _quarrel(draw(st.randoms(use_true_random=True)), base)
    return Three(base, *(_edited(draw, base, likely, edit, most) for edit in usual))


@st.composite
def fours(draw: st.DrawFn, most: int = 2) -> Four:
    """Draws what three people began with and what each made of it."""
    base = draw(_bases)
    dice = draw(st.randoms(use_true_random=True))
    likely, *quarrel = _quarrel(dice, base)
    usual = *quarrel, dice.choice(RAW_EDITS)
    return Four(base, *(_edited(draw, base, likely, edit, most) for edit in usual))


_REWORDED: Final = (
    (
        "It rains here. Take a coat.",
        "It snows here. Take a coat.",
        "It rains here. Take a hat.",
    ),
    (
        "We all recieve so very much mail now. Fine.",
        "We mail now. Fine.",
        "We all receive so very much mail now. Fine.",
    ),
)
"""What two people made of one text: in two sentences, and a spelling in what the other took out."""


def _reworded(texts: tuple[str, str, str]) -> Three:
    plain = _tables(sketch("T"))
    told = (as_a_file(plain | {"claims": {"T": Claim(text)}}) for text in texts)
    return Three(*told)


_AT_ONCE: Final = 300
"""How many stories are drawn at once."""


@cache
def stories(number: int = 0) -> tuple[Three, ...]:
    """Returns a lot of `threes`, the first with some that chance seldom makes.

    Which ones a lot has depends on what is imported before: hypothesis also draws the constants of
    the modules that it finds.
    """
    told = [] if number else list(map(_reworded, _REWORDED))

    @seed(number)
    @settings(steady, max_examples=_AT_ONCE, phases=[Phase.generate])
    @given(threes(2))
    def collect(three: Three) -> None:
        told.append(three)

    collect()
    return tuple(told)
