"""No text of a map is shown as it is: what is printed or drawn passes through `text.py` first."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import debatemap
from debatemap.core import fields

PACKAGE: Final = Path(debatemap.__file__).parent
SOURCES: Final = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] in {"cli", "sync", "tui", "check", "judge", "views"}
]
FIELDS: Final = {field.name for field in fields.FIELDS if field.is_text} - {"pos"} | {"ref"}
"""What the records of a map call their texts."""

OURS: Final = {"command", "segment", "self", "screen", "event", "widget"}
"""What has attributes of these names and is no record."""

SHOWN_AS_IT_IS: Final = {
    "SafeText", "put", "Content", "Text", "Segment", "styled", "assemble", "from_text", "Strip",
}  # fmt: skip
MAKES_SAFE: Final = {
    "_beginning",
    "safe",
    "safe_line",
    "excerpt",
    "quoted",
    "wrap",
    "grade_line",
    "count_lines",
    "width",
    "len",
    "bool",
}
STREAMS: Final = {
    "cli/output.py",
    "cli/commands/git_drivers.py",
    "cli/error_reporting.py",
    "cli/__init__.py",
    "cli/still_working.py",
}
"""What may write to standard output and error: git prints its own bytes by `git_drivers`, and words
of our own alone tell that a command is at work."""


def faults(source: str) -> list[int]:
    """Returns the lines on which a record's text is shown without having been made safe."""
    found = [
        part.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _name(node.func) in SHOWN_AS_IT_IS
        for argument in (*node.args, *(word.value for word in node.keywords))
        for part in _raw(argument)
    ]
    return sorted(set(found))


def prints(source: str) -> list[int]:
    """Returns the lines that print for themselves, or write what was not made safe."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _prints(node)
    ]


def _prints(call: ast.Call) -> bool:
    # Most calls are neither, and to write them out takes longest.
    if _name(call.func) not in {"print", "echo", "secho", "write"}:
        return False
    words = ast.unparse(call.func)
    if words in {"print", "typer.echo", "click.echo", "typer.secho"}:
        return True
    is_stream = words.startswith(("sys.stdout", "sys.stderr")) and words.endswith("write")
    return is_stream and "safe" not in ast.unparse(call)


def _place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _raw(node: ast.AST) -> Iterator[ast.expr]:
    """Yields the fields in an expression that stand in no call that makes it safe."""
    if isinstance(node, ast.Call) and _name(node.func) in MAKES_SAFE:
        return
    if isinstance(node, ast.Call) and _name(node.func) in {"short_values", "plain_values"}:
        yield node
    if isinstance(node, ast.Attribute) and node.attr in FIELDS and _name(node.value) not in OURS:
        yield node
    tested = node.test if isinstance(node, ast.IfExp) else None
    for part in ast.iter_child_nodes(node):
        if part is not tested:
            yield from _raw(part)


def test_no_text_of_a_record_is_shown_as_it_is() -> None:
    found = {_place(path): faults(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {place: lines for place, lines in found.items() if lines} == {}


def test_nothing_is_printed_past_the_way_out() -> None:
    sources = {_place(path): path for path in SOURCES if _place(path) not in STREAMS}
    found = {place: prints(path.read_text(encoding="utf-8")) for place, path in sources.items()}
    assert {place: lines for place, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    ["print(1)", "typer.echo(words)", "sys.stdout.write(words)", "sys.stderr.buffer.write(words)"],
)
def test_a_line_that_prints_is_found(line: str) -> None:
    assert prints(line) == [1]
    assert prints(f"words = safe({line!r})") == []


@pytest.mark.parametrize(
    "line",
    [
        "SafeText(claim.text)",
        'put(SafeText(f"{number} {claim.note}"))',
        "Content(source.url)",
        'Content.styled(debate.header.title, "bold")',
        'Content.assemble((claim.text, "bold"))',
        'SafeText(", ".join(claim.tags))',
        "SafeText(safe(claim.text) + claim.by)",
        'SafeText(", ".join(short_values(cited)))',
        'SafeText(", ".join(text for _, text in plain_values(claim)))',
        "SafeText(claim.text if claim.text else claim.note)",
    ],
)
def test_the_lint_finds_what_is_raw(line: str) -> None:
    assert faults(line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "Content(safe(claim.text))",
        'SafeText(f"{excerpt(claim.text, 60)} …")',
        'SafeText(safe_line(", ".join(claim.tags)))',
        'Content("yes" if claim.text else "no")',
        "Content(command.title)",
        'SafeText(f"{len(claim.tags)}")',
    ],
)
def test_the_lint_lets_through_what_is_safe(line: str) -> None:
    assert faults(line) == []
