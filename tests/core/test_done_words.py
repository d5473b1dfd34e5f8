"""What changes say that they have done."""

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import debatemap
from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.done_words import done
from debatemap.core.fields import fields_of
from debatemap.core.model import Header
from debatemap.sync.diff.takeback import _SAID
from tests.edit.verbs import VERBS, attempt, changes
from tests.strategies import debates

_SAME = {"set", "split"}
"""Verbs whose past is spelled as their order."""
PACKAGE = Path(debatemap.__file__).parent


def is_in_the_past(order: str) -> bool:
    verb = order.partition(" ")[0]
    return verb in _SAME or done(order).partition(" ")[0] != verb


@given(st.data())
def test_what_any_verb_has_done_is_said_in_the_past(data: st.DataObject) -> None:
    debate = data.draw(debates())
    verb = data.draw(st.sampled_from(sorted(VERBS)))
    change = attempt(data.draw(changes(debate, verb)))
    if not isinstance(change, str) and change:
        assert is_in_the_past(change.said), change.said
        assert change.sentence[:1].isupper()
        assert change.sentence[1:] == change.done[1:]


def test_every_order_that_the_program_words_has_a_past() -> None:
    orders = [words for field in fields_of("claims") for words in field.edits if words]
    orders += _SAID.values()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in ("change", "compare", "combine"):
                orders += map(_beginning, node.args)
            elif isinstance(node, ast.FunctionDef) and _makes_changes(node):
                orders += map(_said, ast.walk(node))
    worded = [order for order in orders if order]
    assert len(worded) > 30
    assert [order for order in worded if not is_in_the_past(order)] == []


def _makes_changes(function: ast.FunctionDef) -> bool:
    """Tells whether a function returns a change, alone or with something else."""
    return function.returns is not None and "Change" in ast.unparse(function.returns)


def _said(node: ast.AST) -> str:
    is_order = isinstance(node, ast.Assign) and [*map(_name, node.targets)] == ["said"]
    return _beginning(node.value) if isinstance(node, ast.Assign) and is_order else ""


def _name(node: ast.expr) -> str:
    return str(getattr(node, "attr", getattr(node, "id", "")))


def _beginning(argument: ast.expr) -> str:
    """Returns the letters that a wording begins with, or nothing where it is no literal."""
    if isinstance(argument, ast.JoinedStr):
        argument = argument.values[0]
    value = argument.value if isinstance(argument, ast.Constant) else ""
    return value if isinstance(value, str) else ""


def test_a_rating_says_its_number_and_that_it_was_taken_back() -> None:
    debate = one_thesis()
    claim = next(iter(debate.claims))
    rated = edit.rate(debate, claim, "ann", 80)
    assert rated.sentence == "Rated “It rains.” 80"
    debate.apply(rated)
    assert edit.rate(debate, claim, "ann", None).done == "took the rating of “It rains.” back"


def one_thesis() -> Debate:
    debate = Debate(Header("m"))
    debate.apply(edit.add_thesis(debate, "It rains."))
    return debate
