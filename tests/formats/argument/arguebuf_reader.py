"""What arguebuf reads of a file: run by an interpreter that has it, as it needs one of its own."""

import json
import sys
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")


def read(path: str, name: str) -> dict[str, Any]:
    """Returns atoms, schemes and edges of a file, and the file as arguebuf writes it."""
    import arguebuf  # type: ignore[import-not-found]  # noqa: PLC0415  (only its interpreter has it)

    with Path(path).open(encoding="utf-8") as file:
        if name in ("sadface", "aif", "xaif"):
            graph = getattr(arguebuf.load, name)(json.load(file))
        else:
            graph = arguebuf.load.json(file)
    kinds = {"Support": "supports", "Attack": "attacks"}
    return {
        "atoms": {key: node.plain_text for key, node in graph.atom_nodes.items()},
        "steps": {
            key: kinds.get(type(node.scheme).__name__, "")
            for key, node in graph.scheme_nodes.items()
        },
        "edges": sorted([edge.source.id, edge.target.id] for edge in graph.edges.values()),
        "written": arguebuf.dump.dict(graph),
    }


if __name__ == "__main__":
    json.dump(read(*sys.argv[1:]), sys.stdout)
