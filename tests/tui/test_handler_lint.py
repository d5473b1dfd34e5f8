"""No handler calls the one that it overrides: Textual calls both of them by itself."""

import ast
import re
from pathlib import Path
from typing import Final

import pytest

import debatemap.tui

PACKAGE: Final = Path(debatemap.tui.__file__).parent
SOURCES: Final = sorted(PACKAGE.rglob("*.py"))

_HANDLER: Final = re.compile(r"_?on_[a-z]")
_NO_MESSAGES: Final = {"on_event"}
"""Methods of that form that Textual calls as any program does: only the last override."""


def calls_of_super(source: str) -> list[int]:
    """Returns the lines that call a handler of a class above."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute)
        and _HANDLER.match(node.attr)
        and node.attr not in _NO_MESSAGES
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "super"
    ]


def test_no_handler_calls_the_one_that_it_overrides() -> None:
    found = {str(path): calls_of_super(path.read_text(encoding="utf-8")) for path in SOURCES}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "call",
    [
        "super()._on_paste(event)",
        "await super()._on_key(event)",
        "super().on_mount()",
        "super(Kind, self).on_mount()",
        "self.call_later(super().on_resize)",
    ],
)
def test_such_a_call_is_found(call: str) -> None:
    source = f"class Kind(Base):\n    async def run(self):\n        {call}\n"
    assert calls_of_super(source) == [3]


def test_other_calls_are_left_alone() -> None:
    assert calls_of_super("class A(B):\n    def f(self):\n        super().dismiss()\n") == []
