"""What other programs do to a map, its copies and its journal while it is open."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from debatemap import edit
from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim
from debatemap.formats.native.codec import dump, parse

__all__ = ["change_from_outside"]


def change_from_outside(seed: int, file: Path, state: Path) -> None:
    """Does one thing that somebody else may do, as a whole: files are replaced, not written over.

    Args:
        seed: Says which.
        file: The map.
        state: The folder that the program keeps its journals in.
    """
    random = Random(seed)  # noqa: S311  (to be had again)
    random.choice(_DEEDS)(random, file, state)


def _reword(random: Random, file: Path, _: Path) -> None:
    def verb(debate: Debate) -> Change | None:
        claim = _some_claim(random, debate)
        return edit.reword(debate, claim, f"Outside {random.random():.3f}.") if claim else None

    _rewrite(file, verb)


def _delete(random: Random, file: Path, _: Path) -> None:
    def verb(debate: Debate) -> Change | None:
        claim = _some_claim(random, debate)
        return edit.delete_claim(debate, claim) if claim else None

    _rewrite(file, verb)


def _add(random: Random, file: Path, _: Path) -> None:
    key = f"out{random.randrange(10**6)}"
    _rewrite(file, lambda _: Change("add", claims={key: (None, Claim(f"From outside {key}."))}))


def _copy_beside(random: Random, file: Path, _: Path) -> None:
    copy = file.with_name(f"map (conflicted copy {random.randrange(3)}).json")
    with contextlib.suppress(OSError):
        _replace(copy, file.read_bytes())
    _reword(random, copy, copy)


def _drop_journal(random: Random, _: Path, state: Path) -> None:
    journals = sorted(state.rglob("*.journal")) or sorted((state / "journals").rglob("*"))
    files = [path for path in journals if path.is_file()]
    if files:
        random.choice(files).unlink(missing_ok=True)


def _cut_journal(random: Random, _: Path, state: Path) -> None:
    files = [path for path in (state / "debatemap" / "journals").rglob("*") if path.is_file()]
    if files:
        with contextlib.suppress(OSError):
            os.truncate(random.choice(files), random.randrange(200))


_DEEDS: Final[tuple[Callable[[Random, Path, Path], None], ...]] = (
    _reword, _reword, _reword, _delete, _delete, _add, _copy_beside, _drop_journal, _cut_journal,
)  # fmt: skip


def _rewrite(file: Path, verb: Callable[[Debate], Change | None]) -> None:
    try:
        debate = parse(file.read_bytes()).debate
        change = verb(debate)
    except (OSError, MapError, edit.EditRefusedError):
        return
    if change is not None:
        debate.apply(change)
        _replace(file, dump(debate))


def _replace(file: Path, data: bytes) -> None:
    beside = file.with_name(f".outside-{file.name}.tmp")
    beside.write_bytes(data)
    beside.replace(file)


def _some_claim(random: Random, debate: Debate) -> str | None:
    return random.choice(list(debate.claims)) if debate.claims else None
