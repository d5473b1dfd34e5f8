"""Who rates alike, and what unites and divides people, in words."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.judgement import Judgement
from debatemap.judge.methods import Method
from debatemap.judge.people.group_words import group_lines
from debatemap.judge.people.one_person import AgainstRest, Without, against_rest, without_each
from debatemap.judge.people.opinion_groups import opinion_groups
from debatemap.judge.verdict_move import move_words
from debatemap.judge.verdict_words import basis_words, verdict_words

__all__ = ["people_lines"]

_LISTED: Final = 5
_CELLS: Final = 64
_NAME: Final = 24
_INDENT: Final = "  "


def people_lines(
    debate: Debate,
    tops: Sequence[str],
    person: str,
    method: Method,
    claims: Collection[str] | None,
) -> Iterator[SafeText]:
    """Yields what people's ratings say of them, as lines; of one person, where they differ."""
    if person:
        for thesis in tops:
            yield from map(SafeText, _against(debate, against_rest(debate, thesis, person, method)))
        return
    yield from group_lines(opinion_groups(debate, claims), lambda claim: _named(debate, claim))
    for thesis in tops:
        yield SafeText(f"Without one person: {_named(debate, thesis)}")
        yield SafeText(
            f"{_INDENT}with everybody: {verdict_words(Judgement(debate, method), thesis)}"
        )
        found = without_each(debate, thesis, method, sure=_LISTED)
        for one in found[:_LISTED]:
            yield SafeText(f"{_INDENT}{_without(one)}")
        if len(found) > _LISTED:
            yield SafeText(f"{_INDENT}and {len(found) - _LISTED:,} more, each by no more than that")


def _without(one: Without) -> str:
    turns = ", which turns it" if one.turns else ""
    goes = f"{move_words(one.before, one.verdict)}, {one.verdict.side.word}"
    return f"without {excerpt(one.person, _NAME)}: {goes}{turns}"


def _against(debate: Debate, found: AgainstRest) -> Iterator[str]:
    name = excerpt(found.person, _NAME)
    for who, verdict in ((name, found.own), ("all others", found.rest)):
        yield f"{who}: {verdict.words} · {basis_words(verdict.basis)}"
    if not found.furthest:
        yield f"{_INDENT}{name} differs from the mean of the others on no claim."
    for each in found.furthest:
        held = f"{each.mine:.0f}, the others {each.others:.0f}"
        many = "one other" if each.people == 1 else f"{each.people:,} others"
        yield f"{_INDENT}{_named(debate, each.claim)}: {name} {held} (mean of {many})"


def _named(debate: Debate, claim: str) -> str:
    words = debate.claims[claim].text if claim in debate.claims else ""
    return f"“{excerpt(words, _CELLS)}” [{safe_line(claim)}]"
