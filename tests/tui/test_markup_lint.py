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
    "Static", "Label", "Button", "Checkbox", "RadioButton", "Collapsible", "Option", "Selection",
    "Tab", "Tabs", "TabPane", "TabbedContent", "Link", "Tooltip", "Toast", "Tree",
    "update", "notify", "with_tooltip", "add_class_tooltip", "set_label", "add_leaf", "add_tab",
    "add_option", "add_options", "set_options", "replace_option_prompt",
    "replace_option_prompt_at_index", "add_row", "add_column", "add_columns",
}  # fmt: skip
"""Calls whose arguments are parsed where they are plain strings."""

NAMED: Final = {"content", "renderable", "label", "prompt", "message", "title", "tooltip", "text"}
"""Keywords of those calls that are parsed as well."""

NEVER: Final = {"from_markup", "render_markup", "from_text", "setattr"}
ASSIGNED: Final = {
    "tooltip", "border_title", "border_subtitle", "placeholder", "content", "renderable",
    "sub_title", "BORDER_TITLE", "BORDER_SUBTITLE",
}  # fmt: skip
SAFE_FIELDS: Final = {"label"}
"""Attributes that are declared to be Content."""
OUR_WORDS: Final = {"field.about"}
"""What only tables of ours give words to."""


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
    parses = PARSES | _kinds_of_ours(tree) | _other_names(tree)
    scopes = (tree, *(node for node in ast.walk(tree) if isinstance(node, Function)))
    return sorted({node.lineno for scope in scopes for node in _faults_in(scope, parses)})


Function = (ast.FunctionDef, ast.AsyncFunctionDef)
Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef


def _kinds_of_ours(tree: ast.Module) -> set[str]:
    """Returns the classes of a file that are made of one that parses."""
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and {_name(base) for base in node.bases} & PARSES
    }


def _other_names(tree: ast.Module) -> set[str]:
    """Returns what a file calls something else that parses."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name in PARSES
    }
    return imported | {
        _name(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _name(node.value) in PARSES
        for target in node.targets
    }


def _own(scope: Scope) -> Iterator[ast.AST]:
    """Yields what stands in a scope, and not in a function within it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, Function):
            waiting.extend(ast.iter_child_nodes(node))


def _faults_in(scope: Scope, parses: set[str]) -> Iterator[ast.expr | ast.stmt]:
    contents = _names_of_content(scope)
    if isinstance(scope, Function) and scope.name == "render" and not _returns_content(scope):
        yield scope
    for node in _own(scope):
        if isinstance(node, ast.Call):
            if not all(_is_content(part, contents) for part in _parsed(node, parses)):
                yield node
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            is_parsed = any(
                isinstance(target, ast.Attribute) and target.attr in ASSIGNED for target in targets
            )
            if is_parsed and node.value is not None and not _is_content(node.value, contents):
                yield node


def _parsed(call: ast.Call, parses: set[str]) -> list[ast.expr]:
    """Returns the arguments of a call that are parsed where they are plain strings."""
    name = _name(call.func)
    if name in NEVER:
        return [call.func]
    wrongly = [
        word.value
        for word in call.keywords
        if word.arg in {"tooltip", "markup", "border_title"}
        and not (isinstance(word.value, ast.Constant) and word.value.value is False)
    ]
    if name == "__init__" or name not in parses or _is_dict_update(call):
        return wrongly
    first = [part.value if isinstance(part, ast.Starred) else part for part in call.args[:1]]
    return [*first, *wrongly, *(word.value for word in call.keywords if word.arg in NAMED)]


def _returns_content(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return function.returns is not None and ast.unparse(function.returns) in {"Content", "Strip"}


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


def _names_of_content(scope: Scope) -> set[str]:
    """Returns the names that hold Content and never anything else."""
    found: set[str] = set()
    others: set[str] = set()
    if isinstance(scope, Function):
        for argument in (*scope.args.args, *scope.args.kwonlyargs):
            if argument.annotation is not None and ast.unparse(argument.annotation) in MANY:
                found.add(argument.arg)
    for node in _own(scope):
        if isinstance(node, ast.Assign):
            names = {_name(target) for target in node.targets if isinstance(target, ast.Name)}
            (found if _is_content(node.value, names | found) else others).update(names)
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) in MANY:
            found.add(_name(node.target))
        elif isinstance(node, (ast.For, ast.comprehension, ast.NamedExpr, ast.AugAssign)):
            others.update(part.id for part in ast.walk(node.target) if isinstance(part, ast.Name))
    return found - others


MANY: Final = {"Content", "list[Content]", "Sequence[Content]", "Option", "list[Option]"}
"""Annotations that mypy holds a name to."""


def _is_content(node: ast.expr, names: set[str]) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and "[" not in node.value
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Attribute):
        return node.attr in SAFE_FIELDS or ast.unparse(node) in OUR_WORDS
    return _makes_content(node, names)


def _makes_content(node: ast.expr, names: set[str]) -> bool:
    """Tells whether an expression is `Content(…)`, `Content.styled(…)`, `Content(…).join(…)`."""
    if isinstance(node, ast.IfExp):
        return _is_content(node.body, names) and _is_content(node.orelse, names)
    if isinstance(node, ast.ListComp):
        return _makes_content(node.elt, names)
    if not isinstance(node, ast.Call):
        return False
    func: ast.expr = node.func
    if _name(func) in MAKERS or _name(func) == "Option":
        return True
    while isinstance(func, (ast.Attribute, ast.Call)):
        if _name(func) in {"plain", "markup"}:
            return False
        func = func.value if isinstance(func, ast.Attribute) else func.func
    return isinstance(func, ast.Name) and func.id == "Content"


def test_only_content_goes_where_markup_is_parsed() -> None:
    found = {str(path): faults(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {path: lines for path, lines in found.items() if lines} == {}


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
        "Static(content=claim.text)",
        "Static(Content(words), markup=True)",
        "Static(markup=words)",
        "Button(label=words)",
        "Tab(words)",
        "Collapsible(title=words)",
        "OptionList().add_options(lines)",
        "options.set_options(*lines)",
        "table.add_row(*lines)",
        'self.notify(Content(words), title=f"Saved {path}")',
        "self.border_subtitle = words",
        "self.border_title += words",
        "self.content = words",
        "setattr(widget, words, text)",
        "row = lambda: Static(words)",
        "row = [Static(line) for line in lines]",
        "content = Content(words); content = words; Static(content)",
        "[Static(content) for content in lines]",
        "Static(Content(words) if words else words)",
        "Static(words or Content(words))",
        "Static(Content(words).plain)",
        "Static(str(Content(words)))",
        "tell = Static; tell(words)",
        "from textual.widgets import Static as S; S(words)",
        "widget.with_tooltip(words)",
        "Vertical(tooltip=words)",
    ],
)
def test_the_lint_finds_what_is_unsafe(line: str) -> None:
    head = "def show(self, claim, words, text, path, widget, lines, options, table):"
    assert faults(f"{head}\n    {line}\n") == [2]
    if "self" not in line and "claim" not in line:
        assert faults(f"{line}\n") == [1], "outside of functions as well"


@pytest.mark.parametrize(
    "source",
    [
        "class Title(Static):\n    pass\n\ndef show(words):\n    Title(words)\n",
        "class Row(Widget):\n    x = 1\n\n    def show(self):\n        Static(self.words)\n",
        "class Row(Widget):\n    x = 1\n\n    x = 2\n    def render(self) -> str:\n        ...\n",
        "class Row(Widget):\n    x = 1\n\n    x = 2\n    def render(self):\n        ...\n",
    ],
)
def test_the_lint_finds_what_is_unsafe_in_classes(source: str) -> None:
    assert faults(source) == [5]


def test_what_is_called_a_label_is_content() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.AnnAssign) and _name(node.target) in SAFE_FIELDS:
                assert ast.unparse(node.annotation) == "Content", path


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
        "OptionList(markup=False)",
        "lines.extend(words)",
        "Static(content=Content(words))",
    ],
)
def test_the_lint_lets_through_what_is_safe(line: str) -> None:
    assert faults(f"def show(self, claim, words, lines, content: Content):\n    {line}\n") == []
