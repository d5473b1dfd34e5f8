"""What is typed into a list is looked for as everywhere: by `Query`, which knows of accents."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from textual.content import Content

import debatemap.tui
from debatemap.tui.dialogs.chooser import Choice, fitting

ROOT: Final = Path(debatemap.tui.__file__).parent
FOLDING: Final = {"casefold", "lower"}
TYPED: Final = {"typed", "query"}
NOT_LISTS: Final = {ROOT / "commands/key_settings.py"}
"""Modules that compare words which nobody types on the screen: the keys of the settings."""


def own_searches(source: str) -> Iterator[str]:
    """Yields where a module folds case by itself, or looks for what was typed as it is."""
    for node in ast.walk(ast.parse(source)):
        if _folds(node) or _looks_for_it_as_it_is(node):
            yield ast.unparse(node)


def _folds(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in FOLDING
        and not ast.unparse(node.func.value).endswith(".suffix")
    )


def _looks_for_it_as_it_is(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.In)
        and ast.unparse(node.left) in TYPED
        and not ast.unparse(node.comparators[0]).lstrip("(*").startswith("keymap.keys(")
    )


def test_no_list_has_a_search_of_its_own() -> None:
    sources = sorted({*ROOT.rglob("*.py")} - NOT_LISTS)
    found = {str(path): list(own_searches(path.read_text(encoding="utf-8"))) for path in sources}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line", ["x = query.casefold() in label", "x = typed in name", "x = label.lower() == y"]
)
def test_a_search_of_its_own_is_noticed(line: str) -> None:
    assert list(own_searches(line))


def test_files_and_keys_may_be_compared_as_they_are() -> None:
    assert not list(own_searches("path.suffix.lower() in endings or query in keymap.keys(c)"))


@pytest.mark.parametrize(
    "typed", ["zurich", "ZÜRICH", "zu\u0308r", "\uff3a\uff35\uff32", "cafe zur"]
)
def test_choices_are_found_in_any_spelling(typed: str) -> None:
    choices = [Choice(n, Content(name)) for n, name in enumerate(("Café Zürich", "Bern"))]
    assert [choice.value for choice in fitting(typed, choices)] == [0]
