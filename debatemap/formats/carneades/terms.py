"""Terms of Carneades: negations, undercutters, and how a predicate is put in words."""

import re
from collections.abc import Mapping
from typing import Any, Final

__all__ = [
    "applied_to",
    "complement_of",
    "is_term",
    "negated",
    "undercutter",
    "words_of",
]

_NEGATION: Final = "¬"
_NEGATED: Final = re.compile(r"\s*(?:¬|~)\s*(.+)", re.DOTALL)
_APPLIES: Final = re.compile(r"\s*(?:¬|~)\s*app(?:licable)?\(\s*([^()]+?)\s*\)\s*")
_PREDICATE: Final = re.compile(r"\s*([A-Za-z_]\w*)\((.*)\)\s*", re.DOTALL)
_TERM: Final = re.compile(r"[a-z][A-Za-z0-9_]*")
_PLACE: Final = re.compile(r"%[sv]")


def is_term(text: str) -> bool:
    """Tells whether a text may stand for a statement or argument as it is."""
    return _TERM.fullmatch(text) is not None


def negated(term: str) -> str:
    """Returns the opposite of a statement."""
    return f"{_NEGATION}{term}"


def undercutter(argument: str) -> str:
    """Returns the statement that an argument does not apply."""
    return f"{_NEGATION}app({argument})"


def complement_of(term: str) -> str:
    """Returns what a term is the opposite of; empty where it is none.

    Examples:
        >>> complement_of("¬p"), complement_of("p")
        ('p', '')
    """
    found = _NEGATED.fullmatch(term)
    return found[1].strip() if found else ""


def applied_to(term: str) -> str:
    """Returns the argument that a term says does not apply; empty where it says nothing such.

    Examples:
        >>> applied_to("¬app(a1)"), applied_to("¬p")
        ('a1', '')
    """
    found = _APPLIES.fullmatch(term)
    return found[1] if found else ""


def words_of(term: str, language: Mapping[str, Any]) -> str:
    """Returns a term in words, by what the language of a file says of its predicate.

    Examples:
        >>> words_of("expert(joe,law)", {"expert/2": "%s is an expert in %s."})
        'joe is an expert in law.'
        >>> words_of("p", {})
        'p'
    """
    found = _PREDICATE.fullmatch(term)
    if found is None:
        return term
    parts = _split(found[2])
    form = language.get(f"{found[1]}/{len(parts)}")
    if not isinstance(form, str) or len(_PLACE.findall(form)) != len(parts):
        return term
    left = iter(parts)
    return _PLACE.sub(lambda _: next(left), form)


def _split(inner: str) -> list[str]:
    """Returns the arguments of a predicate, which may have commas within parentheses."""
    parts, depth = [""], 0
    for sign in inner:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]
