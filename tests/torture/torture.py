"""What every row needs: how much to try, chance that can be had again, a home of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp
from typing import Final, NamedTuple
from unittest.mock import patch

__all__ = ["FULL", "QUICK", "Sizes", "Torture"]

_PLACES: Final = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
_MEMORY: Final = Path("/dev/shm")  # noqa: S108  (made anew beneath it)


class Sizes(NamedTuple):
    """How often a thing is tried.

    Attributes:
        kills: Processes that are killed, of each kind.
        claims: How large the map is that is saved while they are.
        errors: How many of the errors are injected; all of them, or the first ones.
        traced: Whether every file call is traced, or only those that change something.
        fillings: Saves to a disk that fills up.
        flips: How many bits of each byte are flipped.
        stride: Every how many bytes.
        runs: Of the state machine.
        steps: Of each run.
    """

    kills: int
    claims: int
    errors: int
    traced: bool
    fillings: int
    flips: int
    stride: int
    runs: int
    steps: int


FULL: Final = Sizes(300, 200, 7, True, 200, 2, 1, 300, 50)  # noqa: FBT003  (a table)
QUICK: Final = Sizes(8, 60, 1, False, 15, 1, 11, 80, 50)  # noqa: FBT003  (as above)


class Torture:
    """Folders to try things in.

    Attributes:
        sizes: How often.
        random: Chance; the same in each run.
        control: The naive program that stands in the place of this one, or empty.
    """

    def __init__(self, folder: Path, sizes: Sizes = FULL, seed: int = 1, control: str = "") -> None:
        self.sizes = sizes
        self.random = Random(seed)  # noqa: S311  (nothing is to be kept secret)
        self.control = control
        self._folder = folder

    @contextmanager
    def home(self, beneath: Path | None = None) -> Iterator[Path]:
        """Makes a folder for maps, with a state folder beside it for as long as it is used."""
        own = Path(mkdtemp(prefix="debatemap-", dir=beneath or self._folder))
        # Others than its owner have cases of their own.
        own.chmod(0o777)
        maps = own / "maps"
        maps.mkdir()
        with patch.dict(os.environ, {name: str(own / name) for name in _PLACES}):
            yield maps

    @contextmanager
    def swift_home(self) -> Iterator[Path]:
        """Makes a home in memory where there is one: for what must not wait for a disk."""
        memory = _MEMORY if os.access(_MEMORY, os.W_OK) else self._folder
        with (
            TemporaryDirectory(prefix="debatemap-", dir=memory) as folder,
            self.home(Path(folder)) as maps,
        ):
            yield maps
