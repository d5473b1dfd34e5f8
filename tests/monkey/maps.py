"""The folders that the monkey works in: one for each kind of map."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.formats.native.codec import dump
from debatemap.store.locations import samples
from tests.strategies import ladder
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import disputed, empty, rain

__all__ = ["MAPS", "make"]

_LARGE: Final = 1_500
"""Claims of a map that is judged beside the keyboard."""


def _cycles() -> Debate:
    """Returns cycles of claims and of links, a claim for itself, and an undercut of an undercut."""
    claims = {f"c{n}": Claim(f"Claim {n} goes round.") for n in range(12)}
    links = {f"l{n}": Link((f"c{n}",), "supports", f"c{(n + 1) % 6}", "a0") for n in range(6)}
    links |= {f"m{n}": Link((f"c{n + 6}",), "attacks", f"l{n}", "a0") for n in range(6)}
    links |= {
        "self": Link(("c1",), "attacks", "c1", "a1"),
        "under": Link(("c7",), "attacks", "m0", "a1"),
        "round": Link(("c8",), "attacks", "round", "a2"),
        "gone": Link(("c9", "nothing"), "supports", "c0", "a3"),
    }
    return Debate(Header("cycles_map", "Cycles", ("c0", "c6")), claims, links)


def _large() -> Debate:
    claims = {
        f"c{n}": Claim(f"Claim {n} of many about rain, power and trust.") for n in range(_LARGE)
    }
    links = {
        f"l{n}": Link(
            (f"c{n}",), "supports" if n % 3 else "attacks", f"c{(n - 1) // 4}", f"a{n % 9}"
        )
        for n in range(1, _LARGE)
    }
    return Debate(Header("large_map", "Large", ("c0",)), claims, links)


def _hostile_text() -> str:
    """Returns everything that a file may hold: no lone surrogates."""
    return "".join(TEXTS.values()).encode("utf-8", "ignore").decode("utf-8")


def _sample() -> bytes:
    return next(path for path in samples() if path.name == "open-source-ai.json").read_bytes()


MAPS: Final[dict[str, Callable[[], bytes]]] = {
    "rain": lambda: dump(rain()),
    "sample in git": _sample,
    "conflicts": lambda: dump(disputed()),
    "hostile": lambda: dump(hostile(_hostile_text())),
    "empty": lambda: dump(empty()),
    "cycles": lambda: dump(_cycles()),
    "shared claims": lambda: dump(ladder(8)),
    "large": lambda: dump(_large()),
}
"""The maps, by the name that a report knows them by."""


def make(kind: str, folder: Path) -> Path:
    """Makes a map with a conflicted copy beside it; some are in a git repository."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file = folder / "map.json"
    file.write_bytes(MAPS[kind]())
    (folder / "map.sync-conflict-20260101-120000-ABCDEFG.json").write_bytes(MAPS[kind]())
    if kind.endswith("git"):
        _commit(folder)
    return file


def _commit(folder: Path) -> None:
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER")
           for what in ("NAME", "EMAIL")}  # fmt: skip
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        command = ["git", *arguments]
        subprocess.run(command, cwd=folder, env={**os.environ, **who}, check=True, timeout=150)
