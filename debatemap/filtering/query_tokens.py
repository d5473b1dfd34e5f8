"""A query as tokens: brackets, signs for not, words, phrases, terms."""

import re
from typing import Final, Literal, NamedTuple

__all__ = ["Token", "tokens"]

Sort = Literal["(", ")", "-", "or", "word", "phrase", "tag", "term"]

_QUOTES: Final = '"“”„'
_TOKEN: Final = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<bracket>[()])
    | (?P<not>-(?=[^\s-]))
    | (?P<name>(?:[^\W\d_][\w-]*:|\#)?)[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)
    | (?P<word>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE,
)
_TERM: Final = re.compile(r"([^\W\d_][\w-]*):(?!//)(.*)", re.DOTALL)


class Token(NamedTuple):
    """A part of a query.

    Attributes:
        sort: What it is.
        text: A word, phrase or tag, or what stands behind the colon of a term.
        start: Where it begins.
        end: Where it ends.
        name: The name of a term.
        is_quoted: Whether its text stood in quotation marks.
        is_open: Whether these were not closed.
    """

    sort: Sort
    text: str
    start: int
    end: int
    name: str = ""
    is_quoted: bool = False
    is_open: bool = False


def tokens(query: str) -> list[Token]:
    """Returns the tokens of a query, in order; any text has some.

    Examples:
        >>> [(each.sort, each.name, each.text) for each in tokens('tax -(by:"Ann Lee" or #law)')]
        ... # doctest: +NORMALIZE_WHITESPACE
        [('word', '', 'tax'), ('-', '', '-'), ('(', '', '('), ('term', 'by', 'Ann Lee'),
         ('or', '', 'or'), ('tag', '', 'law'), (')', '', ')')]
    """
    found = _TOKEN.finditer(query)
    return [token for match in found if (token := _token(match)) is not None]


def _token(match: re.Match[str]) -> Token | None:
    start, end = match.span()
    if match["space"]:
        return None
    if match["bracket"]:
        return Token("(" if match["bracket"] == "(" else ")", match["bracket"], start, end)
    if match["not"]:
        return Token("-", "-", start, end)
    if match["quoted"] is not None:
        name, text, is_open = match["name"].lower(), match["quoted"], not match["closed"]
        sort: Sort = "tag" if name == "#" else "term" if name else "phrase"
        return Token(sort, text, start, end, name.rstrip("#:"), is_quoted=True, is_open=is_open)
    return _bare(match["word"], start, end)


def _bare(word: str, start: int, end: int) -> Token:
    if word.lower() == "or":
        return Token("or", word, start, end)
    if word.startswith("#") and len(word) > 1:
        return Token("tag", word[1:], start, end)
    term = _TERM.fullmatch(word)
    if term is not None:
        return Token("term", term[2], start, end, term[1].lower())
    return Token("word", word, start, end)
