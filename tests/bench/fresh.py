"""What a fresh interpreter is asked: `python -m tests.bench.fresh QUESTION MAP` prints a number.

Times are milliseconds of the processor after the imports, memory is what the work added to the
peak.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import networkx as nx
import orjson

from debatemap.core import collector
from debatemap.core.search import find
from debatemap.formats.native.codec import dump
from debatemap.views.outline import Layout, Outline
from debatemap.workspace.session import open_session

__all__ = ["QUESTIONS"]


def open_map(path: Path) -> float:
    """Returns how long it takes to open a map, to the rows that are shown first."""
    start = time.process_time()
    _shown(path)
    return _since(start)


def load_plainly(path: Path) -> float:
    """Returns how long `orjson.loads` and a bare graph of the same nodes and edges take."""
    start = time.process_time()
    claims = orjson.loads(path.read_bytes())["claims"]
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(claims)
    edges = []
    for claim_id, claim in claims.items():
        for link_id, link in claim.get("links", {}).items():
            edges += [(premise, link_id) for premise in (claim_id, *link.get("with", ()))]
            edges.append((link_id, link["to"]))
    graph.add_edges_from(edges)
    return _since(start)


def load_without_collector(path: Path) -> float:
    """Returns the same with the garbage collector off."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return load_plainly(path)
    finally:
        # Who asks in a process that goes on gets its collector back.
        if collects:
            gc.enable()


def unfold(path: Path) -> float:
    """Returns how long it takes to make the rows of everything."""
    outline = _shown(path)
    start = time.process_time()
    outline.open_to_level(10**9)
    outline.rows.complete()
    return _since(start)


def search(path: Path) -> float:
    """Returns how long the first search takes, which nothing has been made ready for."""
    debate = open_session(path).debate
    start = time.process_time()
    find(debate, "price")
    return _since(start)


def save(path: Path) -> float:
    """Returns how long it takes to make a file's bytes of a map."""
    debate = open_session(path).debate
    start = time.process_time()
    dump(debate)
    return _since(start)


def memory(path: Path) -> float:
    """Returns the megabytes that an open map takes at its peak."""
    before = _peak()
    outline = _shown(path)
    return _peak() - before if outline.rows else 0.0


def memory_unfolded(path: Path) -> float:
    """Returns the megabytes that an open map takes with every row made."""
    before = _peak()
    outline = _shown(path)
    outline.open_to_level(10**9)
    outline.rows.complete()
    return _peak() - before


def memory_plain(path: Path) -> float:
    """Returns the megabytes that the parsed JSON takes as plain dicts."""
    before = _peak()
    parsed = orjson.loads(path.read_bytes())
    return _peak() - before if parsed else 0.0


def _shown(path: Path) -> Outline:
    outline = Outline(open_session(path).debate, Layout(72))
    outline.open_to_level(2)
    return outline


def _since(start: float) -> float:
    return (time.process_time() - start) * 1000


def _peak() -> float:
    """Returns the megabytes of memory at the peak of this process, since it began to run Python.

    `ru_maxrss` would count what the parent held before the interpreter was started.
    """
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


QUESTIONS: Final[dict[str, Callable[[Path], float]]] = {
    "open": open_map,
    "load plainly": load_plainly,
    "load plainly, no collector": load_without_collector,
    "unfold": unfold,
    "search": search,
    "save": save,
    "memory": memory,
    "memory unfolded": memory_unfolded,
    "memory plain": memory_plain,
}

if __name__ == "__main__":
    collector.tune()  # As the program on the screen does.
    sys.stdout.write(f"{QUESTIONS[sys.argv[1]](Path(sys.argv[2]))}\n")
