"""Which package may import which, and what the core must not load."""

import ast
import subprocess
import sys
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

import networkx as nx
import pytest

import debatemap

PACKAGE: Final = Path(debatemap.__file__).parent

ALLOWED: Final[dict[str, set[str]]] = {
    "core": set(),
    "edit": {"core"},
    "formats": {"core"},
    "judge": {"core"},
    "store": {"core", "formats"},
    "views": {"core", "store", "texts"},
    "sync": {"core", "edit", "formats", "store"},
    "workspace": {"bibliography", "core", "edit", "formats", "store", "sync", "texts"},
    "catalog": {"core", "formats", "judge", "store"},
    "filtering": {"core", "judge"},
    "similarity": {"core"},
    "texts": {"core"},
    "bibliography": {"core"},
    "documents": {"core", "formats", "judge", "views"},
    "pictures": {"core", "formats", "views"},
    "check": {"core", "edit", "formats", "judge", "store", "texts", "workspace"},
    "exporting": {"core", "documents", "formats"},
    "config": {"core", "store"},
    "__init__": {"core", "workspace"},
    "__main__": {"cli"},
}
"""By package, the packages that it may import. The screen and the command line stand on top."""

CORE: Final = sorted(
    ".".join(("debatemap", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
        ".__init__"
    )
    for path in PACKAGE.rglob("*.py")
    if path.relative_to(PACKAGE).parts[0] not in {"tui", "cli", "__main__.py"}
)


def files_of(package: str) -> list[Path]:
    folder = PACKAGE / package
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{package}.py"]


def imports_of(path: Path) -> Iterator[str]:
    """Yields the packages within this one that a file imports, wherever in it."""
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


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_run_one_way(package: str) -> None:
    for path in files_of(package):
        extra = set(imports_of(path)) - ALLOWED[package] - {package, "__version__"}
        assert not extra, f"{path.name} imports {extra}"


def test_the_packages_make_no_circle() -> None:
    left = {package: set(imported) for package, imported in ALLOWED.items()}
    while left:
        free = {package for package, imported in left.items() if not imported & left.keys()}
        assert free, left
        left = {package: imported for package, imported in left.items() if package not in free}


def test_every_package_is_in_the_table() -> None:
    packages = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    assert packages - {"__pycache__", "py"} <= ALLOWED.keys() | {"tui", "cli", "py.typed"}


def _modules() -> dict[str, Path]:
    """Returns the modules of the package by their dotted names."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ["debatemap", *path.relative_to(PACKAGE).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _imported(path: Path, modules: Container[str]) -> Iterator[str]:
    """Yields the modules that a file imports, for types alone and within functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found = whole if whole in modules else node.module
                if found in modules:
                    yield found


def test_the_modules_make_no_circle() -> None:
    modules = _modules()
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, path in modules.items():
        graph.add_edges_from((name, other) for other in _imported(path, modules) if other != name)
    circles = [sorted(part) for part in nx.strongly_connected_components(graph) if len(part) > 1]
    assert sorted(map(len, circles)) == [], circles


def test_the_screen_knows_nothing_of_the_command_line() -> None:
    for path in files_of("tui"):
        assert "cli" not in set(imports_of(path)), path


def test_only_what_opens_the_screen_imports_the_screen() -> None:
    importing = {path.name for path in files_of("cli") if "tui" in set(imports_of(path))}
    assert importing <= {"open.py", "keys.py", "keys_in_words.py"}


def _loaded_by(code: str) -> set[str]:
    report = f"{code}\nimport sys\nprint(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, text=True, check=True, timeout=150
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
    assert not _loaded_by("import debatemap.tui.commands.command_table") & {"textual", "rich"}


def test_the_screen_starts_without_what_it_seldom_needs() -> None:
    code = "import debatemap.tui.run_app, debatemap.tui.map_screen"
    assert not _loaded_by(code) & {"networkx", "pydantic", "rapidfuzz", "snowballstemmer"}


@pytest.mark.parametrize(
    "words", ["--help", "show MAP", "find MAP open", "judge MAP", "check MAP", "merge MAP MAP MAP"]
)
def test_a_command_loads_little(words: str) -> None:
    sample = PACKAGE.parent / "maps" / "open-source-ai.json"
    given = words.replace("MAP", str(sample)).split()
    code = f"from debatemap.cli import main\ntry:\n    main({given})\nexcept SystemExit:\n    pass"
    assert not _loaded_by(code) & {"textual", "networkx", "pydantic"}
