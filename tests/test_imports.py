"""Which room may import which; and what the core must not load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import debatemap

PACKAGE: Final = Path(debatemap.__file__).parent

ALLOWED: Final[dict[str, set[str]]] = {
    "model": set(),
    "text": set(),
    "order": set(),
    "glyphs": {"text"},
    "scenarios": {"beside", "model"},
    "beside": {"model"},
    "rated_as": {"beside", "model"},
    "change": {"model"},
    "debate": {"change", "model"},
    "questions": {"debate", "model"},
    "reading": {"debate", "model", "questions"},
    "folding": set(),
    "query": {"folding"},
    "search": {"change", "debate", "model", "query", "reading"},
    "edit": {"change", "debate", "model", "order", "questions", "rated_as", "scenarios", "text"},
    "store": {"change", "debate", "model", "rated_as", "scenarios", "text"},
    "outline": {
        "change", "collector", "debate", "model", "questions", "reading", "store", "text",
    },
    "collector": set(),
    "snapshot": {"change", "debate", "store"},
    "session": {"change", "collector", "debate", "model", "snapshot", "store"},
    "background": {"debate", "edit", "session", "snapshot", "store"},
    "incoming": {"change", "debate", "session", "share", "snapshot", "store", "text"},
    "judge": {"change", "debate", "model", "questions", "rated_as", "reading", "scenarios", "text"},
    "check": {
        "change", "debate", "edit", "judge", "model", "order", "questions", "rated_as", "reading",
        "scenarios", "session", "store", "text",
    },
    "share": {
        "beside", "change", "debate", "edit", "model", "order", "questions", "rated_as",
        "reading", "scenarios", "session", "store", "text",
    },
    "recovery": {"change", "debate", "session", "share", "snapshot", "store"},
    "config": {"glyphs", "store"},
    "__init__": {"debate", "session"},
    "__main__": {"cli"},
}  # fmt: skip
"""By room, the rooms that it may import. The screen and the command line stand on top."""

CORE: Final = sorted(
    ".".join(("debatemap", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] not in {"tui", "cli", "__main__.py"}
)


def files_of(room: str) -> list[Path]:
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


def imports_of(path: Path) -> Iterator[str]:
    """Yields the rooms of the package that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "debatemap":
                names = [f"debatemap.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("debatemap."))


@pytest.mark.parametrize("room", ALLOWED)
def test_arrows_run_one_way(room: str) -> None:
    for path in files_of(room):
        extra = set(imports_of(path)) - ALLOWED[room] - {room, "__version__"}
        assert not extra, f"{path.name} imports {extra}"


def test_the_arrows_make_no_ring() -> None:
    left = {room: set(onto) for room, onto in ALLOWED.items()}
    while left:
        free = {room for room, onto in left.items() if not onto & left.keys()}
        assert free, left
        left = {room: onto for room, onto in left.items() if room not in free}


def test_every_room_is_in_the_table() -> None:
    rooms = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    rooms -= {"__pycache__", "py", "maps"}
    known = ALLOWED.keys() | {"tui", "cli", "py.typed"}
    assert rooms <= known


def test_the_screen_knows_nothing_of_the_command_line() -> None:
    for path in files_of("tui"):
        assert "cli" not in set(imports_of(path)), path


def test_only_the_way_to_the_screen_imports_the_screen() -> None:
    importing = {path.name for path in files_of("cli") if "tui" in set(imports_of(path))}
    assert importing <= {"screen.py", "keys.py"}


def _loaded_by(code: str) -> set[str]:
    report = f"{code}\nimport sys\nprint(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, timeout=60
    )
    return {name.split(".")[0] for name in result.stdout.splitlines()[-1].split()}


def test_the_core_loads_neither_textual_nor_rich() -> None:
    loaded = _loaded_by("\n".join(f"import {name}" for name in CORE))
    assert "networkx" in loaded
    assert not loaded & {"textual", "rich", "typer", "click"}


def test_opening_a_map_in_a_notebook_loads_no_screen() -> None:
    sample = PACKAGE.parent / "maps" / "open-source-ai.json"
    code = f"from debatemap import load\nassert load({str(sample)!r}).graph"
    assert not _loaded_by(code) & {"textual", "rich"}


def test_the_table_of_commands_loads_no_screen() -> None:
    assert not _loaded_by("import debatemap.tui.commands") & {"textual", "rich"}


def test_help_loads_little() -> None:
    code = (
        "from debatemap.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    )
    assert not _loaded_by(code) & {"textual", "networkx", "pydantic"}
