"""Signs have a form in ASCII, and are written so where the terminal shows no others."""

import ast
import sys
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import debatemap
from debatemap.core.glyphs import ASCII, are_plain, encoding_of, in_cells, plain
from debatemap.core.text import safe_line, width

PACKAGE: Final = Path(debatemap.__file__).parent
OF_WHAT_PEOPLE_TYPE: Final = {
    PACKAGE / "core" / "folding.py",
    PACKAGE / "core" / "source_text.py",
    *(PACKAGE / "formats").rglob("*.py"),
    *(PACKAGE / "documents").rglob("*.py"),
    *(PACKAGE / "pictures").rglob("*.py"),
    PACKAGE / "views" / "text" / "units.py",
    *(PACKAGE / "texts").rglob("*.py"),
    *(PACKAGE / "bibliography").rglob("*.py"),
    PACKAGE / "tui" / "system" / "terminal_rows.py",
}
"""Signs of what is searched for and of files, which no screen shows."""
NEVER_SHOWN: Final = {"∂", "\N{WAVING BLACK FLAG}"}
"""Of a formula, and of a pattern."""


def test_every_sign_of_the_program_has_a_form_in_ascii() -> None:
    lacking = {
        (path.name, character)
        for path in PACKAGE.rglob("*.py")
        if path not in OF_WHAT_PEOPLE_TYPE
        for text in _texts(ast.parse(path.read_text(encoding="utf-8")))
        for character in plain(text)
        if not character.isascii() and character.isprintable() and width(character)
    }
    assert {sign for _, sign in lacking} <= NEVER_SHOWN, lacking


def _texts(module: ast.Module) -> list[str]:
    """Returns the texts of a module but for docstrings, of which a command's is its help."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    docstrings = {
        node.body[0].value
        for node in ast.walk(module)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and node not in docstrings
    ]  # fmt: skip


def test_a_sign_takes_one_cell_as_before() -> None:
    for sign, ascii_sign in ASCII.items():
        assert len(ascii_sign) == width(ascii_sign) == 1, sign
        assert ascii_sign.isascii()
        assert width(sign) == 1, sign


@given(st.text())
def test_a_line_stays_as_wide_as_it_was(text: str) -> None:
    line = safe_line(text)
    for encoding in ("ascii", "cp1252", "utf-8"):
        shown = in_cells(line, encoding=encoding)
        shown.encode(encoding)
        assert width(shown) == width(line)


@pytest.mark.parametrize(
    ("environment", "is_plain"),
    [
        ({"LC_ALL": "C"}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, True),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "de_DE.utf8"}, False),
        ({"LANG": "C", "PYTHONUTF8": "1"}, False),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
        ({}, False),
        ({"TERM": "linux"}, True),
    ],
)
def test_the_locale_and_the_terminal_say_what_can_be_shown(
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    is_plain: bool,  # noqa: FBT001  (a column of the table)
) -> None:
    class Flags:
        utf8_mode = 1  # As Python has it in the locale C.

    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "flags", Flags)
    assert are_plain("auto", "utf-8", terminal=True) is is_plain
    assert not are_plain("unicode", "ascii", terminal=True)
    assert are_plain("ascii", "utf-8")
    assert are_plain("auto", "cp1252")
    is_ascii = is_plain and "TERM" not in environment
    assert encoding_of("utf-8") == ("ascii" if is_ascii else "utf-8")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("…  ›  Rain", ".. >  Rain"),
        ("│   … 6 more claims", "|   ..6 more claims"),
        ("“… power”", '"..power"'),
        ("12 of 91   inno…", "12 of 91   inn.."),
        ("─●──", "-o--"),
        ("● unsaved", "* unsaved"),
        ("▇", " "),
    ],
)
def test_a_sign_depends_on_what_stands_beside_it(line: str, shown: str) -> None:
    assert in_cells(line) == shown
