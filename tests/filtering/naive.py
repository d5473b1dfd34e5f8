"""The language of filters read naively: each claim by itself, with plain loops and no index.

A query is made here as a tree of plain tuples, written as text, and read claim by claim from the
tuples, so that nothing of the program's parser and evaluation is trusted.
"""

from collections.abc import Callable
from itertools import chain
from typing import Any, Final

from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import CITATION_KINDS, Claim
from debatemap.core.search_query import Folded, Query, Word

__all__ = ["finds", "queries", "written"]

Tree = tuple[Any, ...]

_WORDS: Final = ("rain", "e", "IT", "é", "cost", "editor", "猫", "ss")
_PHRASES: Final = ("it rains", "e", "pro", "or", "a source")
_FLAGS: Final = ("pro", "con", "undercut", "thesis", "unplaced")
_HELD: Final = ("note", "source", "quote", "kind", "tag", "author", "date", "rating", "reply")
_NUMBERS: Final = ("replies", "places", "depth")

_leaves = st.one_of(
    st.tuples(st.just("word"), st.sampled_from(_WORDS)),
    st.tuples(st.just("phrase"), st.sampled_from(_PHRASES)),
    st.tuples(st.just("tag"), st.sampled_from(("co", "cost", "x"))),
    st.tuples(st.just("flag"), st.sampled_from(_FLAGS)),
    st.tuples(st.just("by"), st.sampled_from(("editor", "ed", "x y"))),
    st.tuples(st.just("kind"), st.sampled_from(CITATION_KINDS)),
    st.tuples(st.sampled_from(("has", "no")), st.sampled_from(_HELD)),
    st.tuples(st.just("rated-by"), st.sampled_from(("editor", "ün", "a.b"))),
    st.tuples(st.just("id"), st.sampled_from(("a", "e_", "zz"))),
    st.tuples(
        st.sampled_from(_NUMBERS), st.sampled_from(("<", "<=", ">", ">=", "=")), st.integers(0, 3)
    ),
    st.tuples(st.sampled_from(_NUMBERS), st.just(".."), st.integers(0, 2), st.integers(0, 3)),
)

queries: st.SearchStrategy[Tree] = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.just("all"), st.lists(inner, min_size=2, max_size=3)),
        st.tuples(st.just("or"), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)
"""Queries as trees."""


def written(tree: Tree) -> str:
    """Returns a query as it is typed."""
    kind, *rest = tree
    if kind in _JOINED:
        return _JOINED[kind].join(map(_closed, rest[0]))
    if kind == "not":
        return f"-{_closed(rest[0])}"
    if kind in _ALONE:
        return _ALONE[kind].format(rest[0])
    if len(rest) > 1:
        return f"{kind}:{rest[1]}..{rest[2]}" if rest[0] == ".." else f"{kind}:{rest[0]}{rest[1]}"
    return f'{kind}:"{rest[0]}"' if " " in rest[0] else f"{kind}:{rest[0]}"


_JOINED: Final = {"all": " ", "or": " or "}
_ALONE: Final = {"word": "{}", "flag": "{}", "phrase": '"{}"', "tag": "#{}"}


def _closed(tree: Tree) -> str:
    return f"({written(tree)})" if tree[0] in ("all", "or", "not") else written(tree)


def finds(debate: Debate, claim: str, tree: Tree) -> bool:
    """Tells whether a query finds a claim."""
    kind, *rest = tree
    if kind == "not":
        return not finds(debate, claim, rest[0])
    if kind == "all":
        return all(finds(debate, claim, part) for part in rest[0])
    if kind == "or":
        return any(finds(debate, claim, part) for part in rest[0])
    record = debate.claims[claim]
    if kind in _NUMBERS:
        return _compares(_number(debate, claim, kind), rest)
    return bool(_TERMS[kind](debate, claim, record, rest[0]))


def _compares(value: int | None, rest: list[Any]) -> bool:
    if value is None:
        return False
    sign, number = str(rest[0]), int(rest[1])
    if sign == "..":
        return number <= value <= int(rest[2])
    return {
        "<": value < number,
        "<=": value <= number,
        ">": value > number,
        ">=": value >= number,
        "=": value == number,
    }[sign]


def _number(debate: Debate, claim: str, kind: str) -> int | None:
    if kind == "replies":
        into = [link for link in debate.links.values() if link.target == claim]
        return sum(len(link.premises) for link in into)
    placed = [link for link in debate.links.values() if claim in link.premises]
    if kind == "places":
        return len(placed) + (claim in debate.header.theses)
    return _depth(debate, claim)


def _depth(debate: Debate, claim: str) -> int | None:
    """Returns the steps to the nearest thesis, by widening circles."""
    circle, seen = {claim}, {claim}
    for steps in range(len(debate.claims) + 1):
        if any(each in debate.header.theses for each in circle):
            return steps
        above = set[str]()
        for link in debate.links.values():
            if not circle & set(link.premises):
                continue
            target = link.target
            if target in debate.links:
                first = debate.links[target].premises
                above |= set(first[:1])
            else:
                above.add(target)
        circle = (above & set(debate.claims)) - seen
        seen |= circle
    return None


def _placed(debate: Debate, claim: str) -> bool:
    ends = {*debate.claims, *debate.links}
    links = debate.links.values()
    return claim in debate.header.theses or any(
        claim in link.premises and link.target in ends for link in links
    )


def _steps(debate: Debate, claim: str) -> set[str]:
    found = set()
    for link in debate.links.values():
        if claim not in link.premises or link.target not in {*debate.claims, *debate.links}:
            continue
        attacks = "undercut" if link.target in debate.links else "con"
        found.add("pro" if link.stance == "supports" else attacks)
    return found


def _flag(debate: Debate, claim: str, _: Claim, name: str) -> bool:
    if name == "thesis":
        return claim in debate.header.theses
    if name == "unplaced":
        return not _placed(debate, claim)
    return name in _steps(debate, claim)


def _everything(debate: Debate, record: Claim) -> str:
    parts = [record.text, record.note, record.by, *(f"#{tag}" for tag in record.tags)]
    for cited in record.sources:
        parts += [f"kind:{cited.kind}" if cited.kind else "", cited.quote, cited.at]
        if cited.ref in debate.sources:
            parts.append(", ".join(filter(None, debate.sources[cited.ref][:4])))
    return "\n".join(filter(None, parts))


def _word(debate: Debate, _: str, record: Claim, word: str) -> bool:
    return Query(word).fits(_everything(debate, record))


def _phrase(debate: Debate, _: str, record: Claim, phrase: str) -> bool:
    return Word(phrase, is_exact=True).is_in(Folded(_everything(debate, record)))


def _has(debate: Debate, claim: str, record: Claim, what: str) -> bool:
    cited = record.sources
    held: dict[str, object] = {
        "note": record.note,
        "source": cited,
        "quote": [each for each in cited if each.quote],
        "kind": [each for each in cited if each.kind],
        "tag": record.tags,
        "author": record.by,
        "date": record.created,
        "rating": claim in set(chain.from_iterable(debate.stances.values())),
        "reply": [link for link in debate.links.values() if link.target == claim],
    }
    return bool(held[what])


_TERMS: Final[dict[str, Callable[[Debate, str, Claim, str], object]]] = {
    "word": _word,
    "phrase": _phrase,
    "flag": _flag,
    "has": _has,
    "no": lambda debate, claim, record, what: not _has(debate, claim, record, what),
    "tag": lambda _, __, record, tag: any(t.lower().startswith(tag) for t in record.tags),
    "by": lambda _, __, record, name: record.by and Query(name).fits(record.by),
    "kind": lambda _, __, record, kind: any(cited.kind == kind for cited in record.sources),
    "rated-by": lambda debate, claim, _, name: any(
        claim in ratings for person, ratings in debate.stances.items() if Query(name).fits(person)
    ),
    "id": lambda debate, claim, _, wanted: (
        claim == wanted if wanted in debate.claims else claim.startswith(wanted)
    ),
}
