"""What differs by platform is asked for in one module alone."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import debatemap

PACKAGE: Final = Path(debatemap.__file__).parent
ITS_PLACE: Final = PACKAGE / "core" / "platform.py"
OF_TERMINALS: Final = PACKAGE / "tui" / "system" / "stoppable_driver.py"
"""What is only imported where there are terminals as POSIX has them."""

MODULES: Final = {
    *("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "syslog", "curses", "readline"),
    *("msvcrt", "winreg", "winsound", "_winapi", "ctypes"),
}
EVERYWHERE: Final = {
    *("devnull", "environ", "fspath", "fsencode", "fsdecode", "path", "PathLike", "DirEntry"),
    *("open", "close", "read", "write", "lseek", "fdopen", "fstat", "ftruncate", "dup2", "isatty"),
    *("stat_result", "terminal_size", "SEEK_SET", "SEEK_CUR", "SEEK_END"),
    *("O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "O_EXCL", "O_TRUNC", "O_APPEND"),
    *("access", "W_OK", "R_OK", "X_OK", "F_OK", "scandir", "listdir", "unlink", "stat", "lstat"),
    *("getpid", "getcwd", "get_terminal_size", "strerror", "_exit", "urandom", "cpu_count", "sep"),
}
"""What `os` has on every platform, and does alike there."""

SIGNALS: Final = {"SIGINT", "SIGTERM", "Signals", "signal", "default_int_handler", "getsignal"}


def foreign_to_some(source: str) -> Iterator[str]:
    """Yields what a module asks for that some platform lacks."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            if node.module in MODULES | {"os", "signal"}:
                yield f"from {node.module}"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            known = {"os": EVERYWHERE, "signal": SIGNALS}.get(node.value.id)
            if known is not None and node.attr not in known:
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Constant) and node.value in ("/dev/tty", "/dev/null"):
            yield node.value


@pytest.mark.parametrize(
    "source",
    [
        *("import fcntl", "def f():\n    import termios", "from os import fork", "os.fdatasync(1)"),
        *("os.getuid()", "os.O_NOFOLLOW", "signal.SIGHUP", "open('/dev/tty')", "os.kill(1, 0)"),
    ],
)
def test_what_some_platform_lacks_is_found(source: str) -> None:
    assert list(foreign_to_some(source))


def test_only_one_module_asks_what_some_platform_lacks() -> None:
    found = {
        str(path.relative_to(PACKAGE)): list(foreign_to_some(path.read_text(encoding="utf-8")))
        for path in PACKAGE.rglob("*.py")
        if path != ITS_PLACE
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_every_text_file_names_its_encoding() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _opens_text(node)
    ]
    assert not found, "the system's own encoding is not UTF-8 on Windows"


def _opens_text(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    named = {keyword.arg for keyword in call.keywords}
    if name in ("read_text", "write_text"):
        return "encoding" not in named
    is_binary = any(isinstance(a, ast.Constant) and "b" in str(a.value) for a in call.args[1:2])
    is_open = isinstance(call.func, ast.Name) and call.func.id == "open"
    return is_open and not is_binary and "encoding" not in named


def test_only_the_driver_of_posix_terminals_imports_the_one_of_textual() -> None:
    importing = {
        path for path in PACKAGE.rglob("*.py") if "linux_driver" in path.read_text(encoding="utf-8")
    }
    assert importing == {OF_TERMINALS}
