"""What may be typed at a place of a query."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from debatemap.core.debate import Debate
from debatemap.core.folding import fold
from debatemap.core.text import excerpt
from debatemap.filtering.query_terms import BY_NAME, FLAGS, HELD, TERMS, Kind, Term
from debatemap.filtering.query_tokens import Token, tokens

__all__ = ["Completion", "completions", "terms_near"]

_MOST: Final = 8
_FIRST: Final = ("pro", "con", "#", "by", "source", "has", "no", "strength", "replies")
"""Terms that are offered where nothing is typed."""
_LEAST: Final = 2
"""Letters of a word that may be the beginning of a term."""
_LEAST_NEAR, _NEAR = 4, 85
"""Letters of a word that may be a term with a slip, and how alike they must be, of 100."""
_SHORT: Final = 40
_LOOKED_AT: Final = 20_000
"""Claims whose tags and authors are counted, and whose ids are tried: more would take too long."""


class Completion(NamedTuple):
    """A term that may stand in a query.

    Attributes:
        words: It.
        about: What it finds, or how many claims.
        start: Where it begins in the query.
        end: Where what it takes the place of ends.
    """

    words: str
    about: str
    start: int
    end: int


def completions(text: str, cursor: int, debate: Debate) -> list[Completion]:
    """Returns what may stand at a place of a query, what is likeliest first.

    Args:
        text: The query.
        cursor: The place: what stands before it is completed.
        debate: The debate, whose authors, tags and sources are offered.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("Rain.", by="Ann Lee")})
        >>> [each.words for each in completions("unans", 5, debate)]
        ['unanswered']
        >>> [each.words for each in completions("rain by:a", 9, debate)]
        ['by:"Ann Lee"']
    """
    if not text[:cursor].strip():
        return [Completion(*each, cursor, cursor) for each in _first()]
    token = next((t for t in tokens(text[:cursor]) if t.end == cursor), None)
    if token is None or token.sort not in ("word", "tag", "term", "or"):
        return []
    typed = fold(text[token.start : cursor])
    offered = ((words, about) for words, about in _offers(token, debate) if fold(words) != typed)
    return [
        Completion(*each, token.start, cursor)
        for each, _ in zip(offered, range(_MOST), strict=False)
    ]


def terms_near(query: str) -> list[tuple[str, str]]:
    """Returns the terms that words of a query are with a slip in them, and what each finds.

    Examples:
        >>> terms_near("tax unansered con")
        [('unanswered', 'that object, and no answer to them holds')]
    """
    words = dict.fromkeys(fold(token.text) for token in tokens(query) if token.sort == "word")
    unknown = (word for word in words if (word, True) not in BY_NAME)
    return [(_name_of(term), term.about) for word in unknown for term in _near(word)]


def _first() -> Iterator[tuple[str, str]]:
    for name in _FIRST:
        flag, named = BY_NAME.get((name, True)), BY_NAME.get((name, False))
        if flag is not None:
            yield name, ""
        elif named is not None:
            yield f"{name}:", ""
        else:
            yield name, "tag"


def _offers(token: Token, debate: Debate) -> Iterator[tuple[str, str]]:
    typed = fold(token.text)
    if token.sort == "tag" or token.text == "#":
        typed = typed.removeprefix("#")
        counted = _counted(_tags(debate), typed)
        yield from ((_written("#", tag), about) for tag, about in counted)
    elif token.sort == "term":
        term = BY_NAME.get((token.name, False))
        if term is not None:
            values = _values(term, typed, token.text, debate)
            yield from ((_written(f"{term.name}:", value), about) for value, about in values)
    elif len(typed) >= _LEAST:
        begun = [term for term in TERMS if term.name.startswith(typed)]
        yield from ((_name_of(term), f"claims {term.about}") for term in begun or _near(typed))


def _near(typed: str) -> list[Term]:
    """Returns the term that a word is with a slip in it, or none."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only a slip in a query needs it)

    if len(typed) < _LEAST_NEAR:
        return []
    names = [term.name for term in TERMS]
    found = process.extractOne(typed, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return [TERMS[found[2]]] if found is not None else []


def _values(term: Term, typed: str, given: str, debate: Debate) -> Iterable[tuple[str, str]]:
    if term.kind is Kind.CHOICE:
        flags = {flag.name: flag.about for flag in FLAGS}
        about = flags if term.name == "is" else HELD if term.name in ("has", "no") else {}
        return ((c, about.get(c, "")) for c in term.choices if c.startswith(typed))
    if term.name in _COUNTED:
        return _counted(_COUNTED[term.name](debate), typed)
    if term.name == "source":
        named = (source.author or source.title for source in debate.sources.values())
        return ((name, "") for name in dict.fromkeys(filter(None, named)) if typed in fold(name))
    if term.kind is Kind.ID:
        ids = (claim for claim in _some(debate) if claim.startswith(given))
        return ((claim, excerpt(debate.claims[claim].text, _SHORT)) for claim in ids)
    return ()


def _tags(debate: Debate) -> Counter[str]:
    return Counter(tag for claim in _some(debate) for tag in debate.claims[claim].tags)


def _authors(debate: Debate) -> Counter[str]:
    return Counter(by for claim in _some(debate) if (by := debate.claims[claim].by))


def _raters(debate: Debate) -> Counter[str]:
    return Counter({person: len(ratings) for person, ratings in debate.stances.items()})


_COUNTED: Final = {"by": _authors, "tag": _tags, "rated-by": _raters}
"""What there is in a debate of what a term asks for, and how often."""


def _counted(names: Counter[str], typed: str) -> Iterator[tuple[str, str]]:
    """Yields names that have a word which begins as what is typed, the most frequent first."""
    for name, number in names.most_common():
        folded = fold(name)
        if folded.startswith(typed) or any(word.startswith(typed) for word in folded.split()):
            yield name, f"{number:,}"


def _written(before: str, value: str) -> str:
    """Returns a term as it is typed; a value of several words stands in quotation marks."""
    plain = value.replace('"', " ")
    needs = not value or any(letter.isspace() or letter in "()“”„" for letter in value)
    return f'{before}"{plain}"' if needs else f"{before}{plain}"


def _name_of(term: Term) -> str:
    return term.name if term.kind is Kind.FLAG else f"{term.name}:"


def _some(debate: Debate) -> Iterator[str]:
    return (claim for claim, _ in zip(debate.claims, range(_LOOKED_AT), strict=False))
