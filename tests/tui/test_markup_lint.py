"""No text of a map may travel into a parameter that parses markup; this finds the way there."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import debatemap.tui

PACKAGE: Final = Path(debatemap.tui.__file__).parent
SOURCES: Final = sorted(PACKAGE.rglob("*.py"))

PARSES: Final = {
    "Static", "Label", "Button", "Checkbox", "Collapsible", "Option", "Selection", "TabPane",
    "update", "add_option", "notify", "add_class_tooltip",
}  # fmt: skip
"""Calls whose first argument is parsed where it is a plain string."""

NEVER: Final = {"from_markup", "render_markup"}
ASSIGNED: Final = {"tooltip", "border_title", "border_subtitle", "placeholder"}
SAFE_FIELDS: Final = {"label"}
"""Attributes that are declared to be Content."""


MAKERS: Final = {
    node.name
    for path in SOURCES
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.FunctionDef)
    and node.returns is not None
    and ast.unparse(node.returns) == "Content"
}
"""Functions that are declared to return Content, as mypy holds them to."""


def faults(source: str) -> list[int]:
    """Returns the lines on which something other than Content may be parsed as markup."""
    tree = ast.parse(source)
    return sorted(
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in _faults_in(function)
    )


def _faults_in(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[ast.expr | ast.stmt]:
    contents = _names_of_content(function)
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in NEVER or (
                name in PARSES
                and node.args
                and not _is_dict_update(node)
                and not _is_content(node.args[0], contents)
            ):
                yield node
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                is_parsed = isinstance(target, ast.Attribute) and target.attr in ASSIGNED
                if is_parsed and not _is_content(node.value, contents):
                    yield node


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _is_dict_update(call: ast.Call) -> bool:
    """Tells whether `update` is that of a set or a mapping, by the name of what it is called on."""
    on = call.func.value if isinstance(call.func, ast.Attribute) else None
    return (
        _name(call.func) == "update" and _name(on) in {"seen", "environ", "kept"} if on else False
    )


def _names_of_content(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    arguments = [*function.args.args, *function.args.kwonlyargs]
    names = {
        argument.arg
        for argument in arguments
        if argument.annotation is not None and ast.unparse(argument.annotation) == "Content"
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and _makes_content(node.value):
            names.update(_name(target) for target in node.targets)
    return names


def _is_content(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and "[" not in node.value
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Attribute):
        return node.attr in SAFE_FIELDS
    return _makes_content(node)


def _makes_content(node: ast.expr) -> bool:
    """Tells whether an expression is `Content(…)`, `Content.styled(…)`, `Content(…).join(…)`."""
    if isinstance(node, ast.IfExp):
        return _makes_content(node.body) and _makes_content(node.orelse)
    if not isinstance(node, ast.Call):
        return False
    func: ast.expr = node.func
    if _name(func) in MAKERS or _name(func) == "Option":
        return True
    while isinstance(func, (ast.Attribute, ast.Call)):
        func = func.value if isinstance(func, ast.Attribute) else func.func
    return isinstance(func, ast.Name) and func.id == "Content"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_content_goes_where_markup_is_parsed(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'Static(f"[b]{claim.text}[/b]")',
        "Static(claim.text)",
        "Static(words)",
        "self.query_one(Static).update(claim.text)",
        'self.notify(f"Saved {path}")',
        "Option(str(path))",
        "Option(claim.text)",
        'Content.from_markup("[b]" + text)',
        "self.border_title = claim.text",
        "widget.tooltip = words",
        'Static("[b]bold[/b]")',
    ],
)
def test_the_lint_finds_what_is_unsafe(line: str) -> None:
    assert faults(f"def show(self, claim, words, text, path, widget):\n    {line}\n") == [2]


@pytest.mark.parametrize(
    "line",
    [
        "Static(Content(safe(claim.text)))",
        'Static(Content.styled(words, "bold"))',
        'Static(Content("\\n").join(lines))',
        "Static()",
        'Static("plain words")',
        "Static(content)",
        "self.border_title = Content(words)",
    ],
)
def test_the_lint_lets_through_what_is_safe(line: str) -> None:
    assert faults(f"def show(self, claim, words, lines, content: Content):\n    {line}\n") == []
