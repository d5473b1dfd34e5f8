"""What every measurement needs: the maps, the sizes, the program in a terminal."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, NamedTuple

from tests.bench.maps import MARKER, Shape, write_map
from tests.bench.terminal import Terminal

__all__ = ["FULL", "QUICK", "Bench", "Sizes"]

_ROOT: Final = Path(__file__).parents[2]


class Sizes(NamedTuple):
    """How many claims the maps have, and how often a thing is measured.

    A map of `huge` claims is measured where that is not 0.
    """

    small: int = 100
    some: int = 1_000
    middle: int = 10_000
    large: int = 100_000
    rounds: int = 5
    keys: int = 24
    seconds: float = 2.0
    idle: float = 5.0
    card: int = 3_500
    replies: int = 5_001
    huge: int = 0


FULL: Final = Sizes()
QUICK: Final = Sizes(100, 300, 1_000, 3_000, 2, 6, 0.5, 1.0, 500, 1_001)


class Bench:
    """A folder with maps, and ways to run the program on them.

    Attributes:
        sizes: How large the maps are.
    """

    def __init__(self, folder: Path, sizes: Sizes = FULL) -> None:
        self.sizes = sizes
        self._folder = folder
        self._maps: dict[tuple[int, Shape], Path] = {}

    def map(self, claims: int, shape: Shape = "tree") -> Path:
        """Returns a map of so many claims."""
        if (claims, shape) not in self._maps:
            self._maps[claims, shape] = write_map(self._folder, claims, shape)
        return self._maps[claims, shape]

    def start(self, *arguments: str) -> Terminal:
        """Starts an interpreter in a terminal, with no memory of an earlier run.

        Args:
            arguments: Those of Python. Sources are compiled, as they are for whoever installs them.
        """
        own = mkdtemp(dir=self._folder)
        places = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        environment = {
            **dict.fromkeys(places, own),
            "PYTHONPATH": str(_ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        return Terminal([sys.executable, *arguments], environment)

    @contextmanager
    def program(
        self, claims: int, shape: Shape = "tree", *, unfolded: bool = True
    ) -> Iterator[Terminal]:
        """Runs the program on a map, with every claim unfolded and the first one selected."""
        with self.start("-m", "debatemap", str(self.map(claims, shape))) as terminal:
            terminal.wait_for(MARKER)
            terminal.settle()
            if unfolded:
                terminal.press_for("zo", " rows.")
                terminal.settle()
            yield terminal

    def ask(self, question: str, claims: int, shape: Shape = "tree") -> float:
        """Returns what a fresh interpreter answers to one of the questions of `fresh`."""
        command = [sys.executable, "-m", "tests.bench.fresh", question]
        command.append(str(self.map(claims, shape)))
        answer = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True)
        return float(answer.stdout)
