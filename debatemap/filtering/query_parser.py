"""Read a query by its grammar.

    query  = either
    either = all { "or" all }
    all    = part { part }
    part   = "-" part | "(" either ")" | word | phrase | #tag | flag | name ":" value

A recursive descent: the grammar has seven lines, and a query that is half typed must be read as far
as it goes, which a generated parser does not do.
"""

from collections.abc import Sequence
from typing import Final

from debatemap.core.text import excerpt
from debatemap.filtering.number_terms import range_of
from debatemap.filtering.query_errors import FilterError
from debatemap.filtering.query_terms import BY_NAME, TERMS, Kind, Term
from debatemap.filtering.query_tokens import Token, tokens
from debatemap.filtering.tree import All, Either, Flag, Named, Node, Not, Number, Tag, Words

__all__ = ["Parser"]

_DEEPEST: Final = 50
"""Brackets and signs for not within one another."""
_NEAR: Final = 60
"""How alike a word and a term are, of 100, for the one to stand for the other."""
_TOLD: Final = 40


class Parser:
    """Reads a query once.

    Args:
        query: What was typed.

    Attributes:
        faults: What is wrong with it, in order; the rest of it is read all the same.
        is_unfinished: Whether only its end is missing, as while it is typed.
    """

    def __init__(self, query: str) -> None:
        self._tokens: Sequence[Token] = tokens(query)
        self._at = 0
        self._length = len(query)
        self.faults: list[FilterError] = []
        self.is_unfinished = False

    def read(self) -> Node:
        """Returns what is meant."""
        found: list[Node] = []
        while (token := self._next) is not None:
            if token.sort == ")":
                self._fault(token, "this bracket closes none; take it out")
                self._at += 1
            else:
                found.append(self._either(0))
        return _united(All, found)

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self, depth: int) -> Node:
        found: list[Node] = []
        while True:
            first = self._next
            part = self._all(depth)
            if part is not None:
                found.append(part)
            token = self._next
            if token is None or token.sort != "or":
                if part is None and found:
                    self._unfinished("something must stand behind “or”")
                return _united(Either, found)
            if part is None:
                self._fault(first or token, 'something must stand before “or”; “"or"” is the word')
            self._at += 1

    def _all(self, depth: int) -> Node | None:
        found: list[Node] = []
        while (token := self._next) is not None and token.sort not in (")", "or"):
            part = self._part(token, depth)
            if part is not None:
                found.append(part)
        return _united(All, found) if found else None

    def _part(self, token: Token, depth: int) -> Node | None:
        self._at += 1
        if depth >= _DEEPEST and token.sort in ("-", "("):
            self._fault(token, f"brackets and - stand at most {_DEEPEST} deep")
            self._at = len(self._tokens)
            return None
        if token.sort == "-":
            after = self._next
            if after is None or after.sort in (")", "or"):
                self._unfinished("something must stand behind “-”")
                return None
            part = self._part(after, depth + 1)
            return Not(part) if part is not None else None
        if token.sort == "(":
            return self._bracket(token, depth)
        if token.is_open:
            self._unfinished("a quotation mark is not closed", token)
        return self._plain(token)

    def _bracket(self, token: Token, depth: int) -> Node | None:
        before = self._at
        part = self._either(depth + 1)
        is_empty = self._at == before
        closing = self._next
        if closing is None:
            self._unfinished("a bracket is not closed", token)
        else:
            self._at += 1
            if is_empty:
                self._fault(
                    Token("(", "", token.start, closing.end), "nothing stands in the brackets"
                )
        # Where nothing in it is finished yet, it must not find every claim.
        return None if part == All(()) else part

    def _plain(self, token: Token) -> Node | None:
        if token.sort == "term":
            return self._term(token)
        if not token.text.strip():
            return None
        if token.sort == "word" and not token.text.strip("-"):
            self._dash(token)
            return None
        if token.sort == "phrase":
            return Words(" ".join(token.text.split()), is_exact=True)
        if token.sort == "tag":
            return Tag(token.text)
        is_flag = (token.text.lower(), True) in BY_NAME
        return Flag(token.text.lower()) if is_flag else Words(token.text)

    def _dash(self, token: Token) -> None:
        """Looks at a dash before a blank: between words, as in a text, it says nothing."""
        before, after = self._tokens[: self._at - 1][-1:], self._next
        if after is None:
            self._unfinished("something must stand behind “-”")
        elif token.text == "-" and not (before and _is_plain(before[0]) and _is_plain(after)):
            said = "“-” must stand right before what must not hold"
            self._fault(token._replace(end=after.start), said, "-")

    def _term(self, token: Token) -> Node | None:
        term = BY_NAME.get((token.name, False))
        if term is None:
            self._unknown(token)
            return None
        if not token.text:
            self._unfinished(f"{_wanted(term)} must stand right behind “{term.name}:”", token)
            return None
        if term.kind is Kind.NUMBER:
            numbers = range_of(token.text)
            if numbers is None:
                example = f"“{term.name}:2”, “{term.name}:>2” or “{term.name}:2..4”"
                self._fault(token, f"“{term.name}:” takes a number: {example}")
                return None
            return Number(term.name, numbers)
        if term.kind is Kind.CHOICE:
            return self._choice(token, term)
        return Named(term.name, token.text, token.start, token.end)

    def _choice(self, token: Token, term: Term) -> Node | None:
        chosen = token.text.lower()
        if chosen not in term.choices:
            near = _nearest(chosen, term.choices)
            which = f"nearest is “{near}”" if near else f"there are {', '.join(term.choices)}"
            said = f"“{term.name}:” does not know “{excerpt(token.text, _TOLD)}”; {which}"
            self._fault(token, said, f"{term.name}:{near}" if near else "")
            return None
        if term.name == "is":
            return Flag(chosen)
        return Named(term.name, chosen, token.start, token.end)

    def _unknown(self, token: Token) -> None:
        near = _nearest(token.name, [term.name for term in TERMS])
        right = ""
        if near:
            is_flag = (near, False) not in BY_NAME
            right = near if is_flag else f"{near}:{token.text}"
        which = f"nearest is “{excerpt(right, _TOLD)}”"
        if not right:
            which = "in quotation marks it is looked for as it stands"
        name = excerpt(token.name, _TOLD)
        self._fault(token, f"there is no term “{name}:”; {which}", right)

    def _fault(self, token: Token, message: str, nearest: str = "") -> None:
        self.faults.append(FilterError(message, token.start, token.end, nearest))

    def _unfinished(self, message: str, token: Token | None = None) -> None:
        """Notes that the query ends before what it asks for does."""
        self.is_unfinished = True
        start = token.start if token is not None else self._length
        end = token.end if token is not None else self._length
        self.faults.append(FilterError(message, start, end))


def _united(kind: type[All] | type[Either], parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else kind(tuple(parts)) if parts else All(())


def _is_plain(token: Token) -> bool:
    """Tells whether a token is a word or a phrase, and no term."""
    is_flag = not token.is_quoted and (token.text.lower(), True) in BY_NAME
    return token.sort in ("word", "phrase") and not is_flag


def _wanted(term: Term) -> str:
    return f"one of {', '.join(term.choices)}" if term.choices else term.kind.value


def _nearest(word: str, known: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  (only a slip in a query needs it)

    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found is not None else ""
