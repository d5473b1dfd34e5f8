"""What comes of a what-if, in words."""

from typing import TYPE_CHECKING, Final

from debatemap.cli.output import put
from debatemap.core.node_names import name_of
from debatemap.core.text import SafeText, excerpt, safe_line
from debatemap.judge.verdict_move import move_words

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.core.scenarios import Assumption, Assumptions
    from debatemap.judge.explain.what_if import Moved, Outcome

__all__ = ["put_outcome", "put_scenario"]

_MOST: Final = 10
"""Claims that are printed; the JSON has all."""
_CELLS: Final = 60
_OF_CLAIMS: Final[dict["Assumption", str]] = {
    "true": "is true",
    "false": "is false",
    "absent": "is absent",
}
_OF_LINKS: Final[dict["Assumption", str]] = {
    "true": "counts in full",
    "false": "counts for nothing",
    "absent": "is absent",
}


def put_outcome(debate: "Debate", assumed: "Assumptions", outcome: "Outcome") -> None:
    """Prints what is assumed, how each thesis would stand, and what would move most."""
    put(SafeText("If"))
    for line in _lines(debate, assumed):
        put(SafeText(f"  {line}"))
    if outcome.theses:
        put(SafeText("Theses"))
    for each in outcome.theses:
        put(SafeText(f"  {each.claim}  {_change(each)}  {_name(debate, each)}"))
    shown = outcome.moved[:_MOST]
    if shown:
        put(SafeText("Claims that move most"))
    for each in shown:
        put(
            SafeText(
                f"  {each.claim}  {move_words(each.before, each.after)}  {_name(debate, each)}"
            )
        )
    more = len(outcome.moved) - len(shown)
    if more:
        put(SafeText(f"  and {more:,} more"))


def put_scenario(debate: "Debate", name: str, assumed: "Assumptions") -> None:
    """Prints a scenario's name and what it assumes."""
    put(safe_line(name) or SafeText("(no name)"))
    for line in _lines(debate, assumed):
        put(SafeText(f"  {line}"))


def _lines(debate: "Debate", assumed: "Assumptions") -> list[str]:
    return [
        f"{node}  {name_of(debate, node)} "
        + (_OF_LINKS if node in debate.links else _OF_CLAIMS)[how]
        if debate.exists(node)
        else f"{excerpt(node)}  does not exist"
        for node, how in assumed.items()
    ]


def _name(debate: "Debate", moved: "Moved") -> SafeText:
    return excerpt(debate.claims[moved.claim].text, _CELLS)


def _change(moved: "Moved") -> str:
    """Returns `62 → 41 of 100: for → against`."""
    before, after = moved.before.side.word, moved.after.side.word
    goes = before if before == after else f"{before} → {after}"
    return f"{move_words(moved.before, moved.after)}: {goes}"
