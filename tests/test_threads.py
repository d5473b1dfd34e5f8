"""No module but one starts threads, and what it gives them is no open map."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import debatemap

PACKAGE: Final = Path(debatemap.__file__).parent
BACKGROUND: Final = "workspace/background.py"
THREADS: Final = {
    "Thread", "Timer", "ThreadPoolExecutor", "ProcessPoolExecutor", "to_thread", "run_in_executor",
    "call_from_thread", "start_new_thread", "start_new", "Process",
}  # fmt: skip
EXEMPT: Final = {
    ("cli/still_working.py", "Thread"),  # It tells that a command is at work, and reads nothing.
    ("tui/system/endings.py", "Timer"),  # It ends the process, and reads nothing.
}
JOBS: Final = {"run", "run_on_snapshot", "bring_in", "_beside"}
LIVE: Final = {"self", "screen", "session", "debate", "judgement"}
MAY_HAVE: Final = {"run_on_snapshot": {"session"}, "bring_in": {"screen"}}


@cache
def sources() -> dict[str, ast.Module]:
    return {
        str(path.relative_to(PACKAGE)): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def names_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            # A timer of the screen is none of a thread.
            yield node.attr if node.attr != "Timer" or _name(node.value) == "threading" else ""
        elif isinstance(node, ast.Name) and node.id != "Timer":
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            names = [alias.name for alias in node.names]
            yield from (n for n in names if n != "Timer" or node.module == "threading")
        elif isinstance(node, ast.keyword) and node.arg == "thread":
            yield "Thread"


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def starts_threads(tree: ast.AST) -> set[str]:
    return set(names_in(tree)) & THREADS


def work_given(call: ast.Call) -> list[ast.expr]:
    """Returns what a job is given that a thread gets to see: the work and its inputs."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "run_on_snapshot":
        return call.args[1:2]
    return call.args[1:2] if name == "bring_in" else list(call.args)


def live_in(given: ast.expr) -> Iterator[str]:
    """Yields what of an open map stands in an input; a snapshot is taken before the thread."""
    if isinstance(given, ast.Lambda):
        yield "lambda"
        return
    if isinstance(given, ast.Attribute) and isinstance(given.value, ast.Name):
        if given.value.id in {"self", "screen"} and given.attr.lstrip("_") not in SAFE:
            yield ast.unparse(given)
        return
    if isinstance(given, ast.Name) and given.id in LIVE:
        yield given.id
    if isinstance(given, ast.Call) and ast.unparse(given.func) == "partial":
        for each in (*given.args, *(word.value for word in given.keywords)):
            yield from live_in(each)


SAFE: Final = {
    "path",
    "map_id",
    "before",
    "asking",
    "read_only",
    "person",
    "thesis",
    "top",
    "names",
}
"""Attributes of screens that hold a value, and nothing of the map that may change."""


def jobs(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            func = ast.unparse(node.func)
            if func in JOBS or func in {f"background.{name}" for name in JOBS}:
                yield node


def test_only_the_background_starts_threads() -> None:
    for name, tree in sources().items():
        found = {(name, what) for what in starts_threads(tree)} - EXEMPT
        assert name == BACKGROUND or not found


def test_what_a_thread_is_given_is_no_open_map() -> None:
    calls = [(name, call) for name, tree in sources().items() for call in jobs(tree)]
    assert len(calls) > 15
    for name, call in calls:
        if name == BACKGROUND:
            continue
        held = [live for given in work_given(call) for live in live_in(given)]
        assert not held, f"{name}:{call.lineno} gives a thread {held}"


@pytest.mark.parametrize(
    "code",
    [
        "run(merge, session)",
        "background.run(lambda: session.debate)",
        "run(self._found)",
        "run(partial(look, screen))",
        "run(compare, screen.session)",
        "bring_in(screen, self._merge, take)",
    ],
)
def test_the_lint_sees_a_live_map(code: str) -> None:
    (call,) = jobs(ast.parse(code))
    assert [live for given in work_given(call) for live in live_in(given)]


@pytest.mark.parametrize(
    "code",
    [
        "asyncio.to_thread(work)",
        "loop.run_in_executor(None, work)",
        "@work(thread=True)\ndef read(self): ...",
        "self.run_worker(work, thread=True)",
        "from threading import Thread",
        "from threading import Timer",
        "threading.Timer(1, end)",
        "self.app.call_from_thread(show)",
    ],
)
def test_the_lint_sees_a_thread(code: str) -> None:
    assert starts_threads(ast.parse(code))


def test_only_the_collector_tunes_the_interpreter() -> None:
    for name, tree in sources().items():
        found = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        tunes = {each for each in found if each.startswith("gc.")} | found & {
            "sys.setswitchinterval"
        }
        assert name == "core/collector.py" or not tunes, name
