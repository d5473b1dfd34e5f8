"""How much a map's file may ask of the program, and how its reader can allow it more.

A hostile file may be made to use up the memory, or to open and never be saved again. What is
past a limit is refused with its place and the option that raises the limit. The limits in force
stand in an environment variable, where the option puts them, so that the programs that git
starts know of them too.
"""

import math
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from debatemap.core.errors import MapError
from debatemap.core.platform import READ
from debatemap.core.text import excerpt

__all__ = ["VARIABLE", "Limits", "limits", "misfit", "no_file", "read_within"]

VARIABLE: Final = "DEBATEMAP_LIMIT"
"""The environment variable that holds the limits which were raised, separated by spaces."""

_UNITS: Final = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}
_SETTING: Final = re.compile(r"(size|values|depth)=([0-9]{1,18}) ?([kmg]?)b?", re.IGNORECASE)
_OPENERS_AND_COMMAS: Final = b",[{"
_REST: Final = bytes(set(range(256)) - set(_OPENERS_AND_COMMAS))
_LOWEST, _HIGHEST = -(2**63), 2**64 - 1
"""The integers that are written as they were read. What lies beyond would come back as a
fraction, or not at all, so that no option allows it."""
_DEEPEST: Final = 190
"""How deep a value may stand that can be read and written at all."""
_STEPS: Final = 12
"""How much of a place is named."""
_UNTOUCHED: Final = "The file was not touched."


class Limits(NamedTuple):
    """What a map's file may hold.

    The usual ones leave room for the largest debates that anyone has drawn, many times over: a
    map of a hundred thousand claims has 40 million bytes and less than a million values.
    """

    size: int = 100_000_000
    """Bytes of the file."""
    values: int = 3_000_000
    """Values in it; a hundred bytes of memory go to each."""
    depth: int = 64
    """Objects and lists around a value. The program's own format has six."""

    @classmethod
    def read(cls, settings: Iterable[str]) -> "Limits":
        """Returns the usual limits, some of them set to others.

        Args:
            settings: Words such as `size=500MB`, `values=10M` or `depth=100`.

        Raises:
            ValueError: A word says no limit.

        Examples:
            >>> Limits.read(["size=500MB", "depth=100"])
            Limits(size=500000000, values=3000000, depth=100)
        """
        given = {}
        for word in settings:
            found = _SETTING.fullmatch(word)
            if found is None:
                raise ValueError(f"{excerpt(word)}: expected size=500MB, values=10M or depth=100")
            name, digits, unit = found.groups()
            given[name.lower()] = int(digits) * _UNITS[unit.lower()]
        return cls(**given)

    def check(self, data: bytes, name: str) -> None:
        """Raises a MapError where a file asks too much of whoever reads it."""
        self.check_size(len(data), name)
        self.check_values(data, name)

    def check_size(self, size: int, name: Path | str) -> None:
        """Raises a MapError where a file has more bytes than may be read."""
        if size > self.size:
            problem = f"it has {_amount(size)}, and up to {_amount(self.size)} are read"
            raise MapError(name, problem, advice=_way_in(f"size={size // 10**6 + 1}MB"))

    def check_stream(self, size: int, name: str) -> None:
        """Raises a MapError where a pipe goes on after as many bytes as may be read."""
        if size > self.size:
            problem = f"it goes on after {_amount(self.size)}, and no more is read"
            setting = f"size={2 * max(self.size, 10**6) // 10**6}MB"
            advice = f"If you trust it, `debatemap --limit {setting} …` reads more."
            raise MapError(name, problem, advice=advice)

    def check_values(self, data: bytes, name: str) -> None:
        """Raises a MapError where a file may hold more values than may be read."""
        if len(data) <= self.values:
            return
        # Counted at the speed of copying. A comma in a sentence counts with them.
        self.check_count(len(data.translate(None, _REST)), name)

    def check_count(self, values: int, name: str) -> None:
        """Raises a MapError where a file holds more values, or elements, than may be read."""
        if values > self.values:
            problem = f"it holds about {values:,} values, and up to {self.values:,} are read"
            raise MapError(name, problem, advice=_way_in(f"values={values // 10**6 + 1}M"))

    def may_be_deep(self, pretty: bytes) -> bool:
        """Tells whether a file that is indented by two spaces a level may hold a value too deep."""
        return b"\n" + b"  " * (min(self.depth, _DEEPEST) + 1) in pretty

    def check_depth(self, shape: dict[str, Any], pretty: bytes, name: str) -> None:
        """Raises a MapError where a value stands too deep.

        Args:
            shape: What was read.
            pretty: The same, indented by two spaces a level: a line break stands in no text,
                so that a deep value is known by its indent.
            name: What to call the file.
        """
        if self.may_be_deep(pretty):
            refusal = misfit(shape, name)
            if refusal is not None:
                raise refusal


def limits() -> Limits:
    """Returns the limits in force.

    Raises:
        MapError: The environment variable says what is no limit.
    """
    try:
        return Limits.read(os.environ.get(VARIABLE, "").split())
    except ValueError as error:
        raise MapError(f"${VARIABLE}", str(error), advice="Mend it or unset it.") from None


def read_within(path: Path) -> bytes:
    """Returns a regular file's content, and never more of it than the limit.

    Raises:
        MapError: It is no regular file, or larger than the limit.
        OSError: It cannot be read.
    """
    allowed = limits()
    # What is looked at is what is read, whatever becomes of the name; and no pipe is waited for.
    handle = os.open(path, READ)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise no_file(path, state.st_mode)
        allowed.check_size(state.st_size, path)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(state.st_size + 1)
            if len(data) > state.st_size:
                # It grows, or the system makes it up as it is read.
                data += file.read(allowed.size + 1 - len(data))
    finally:
        os.close(handle)
    allowed.check_size(len(data), path)
    return data


def no_file(path: Path, mode: int) -> MapError:
    """Returns what to say where a file is wanted and something else stands there."""
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFCHR: "a device"}
    kind = kinds.get(stat.S_IFMT(mode), "no regular file")
    advice = "Name a file."
    if kind in ("a pipe", "a device"):
        advice = "Save what comes from it in a file, and name that."
    return MapError(path, f"expected a file, found {kind}", advice=advice)


def misfit(shape: dict[str, Any], name: str) -> MapError | None:
    """Returns what is wrong with the first value that no map can hold, or None."""
    depth = min(limits().depth, _DEEPEST)
    for place, value in _values(shape):
        problem = _problem(value)
        advice = f"Mend it and open the map again. {_UNTOUCHED}"
        if not problem and len(place) > depth:
            problem = f"it is nested in more than {depth} objects and lists"
            deepest = max(len(place) for place, _ in _values(shape))
            advice = f"A map like this could never be saved. {_UNTOUCHED}"
            if deepest <= _DEEPEST:
                advice = _way_in(f"depth={deepest}")
        if problem:
            return MapError(name, problem, place=_shown(place), advice=advice)
    return None


def _problem(value: object) -> str:
    if isinstance(value, int) and not _LOWEST <= value <= _HIGHEST:
        return "expected a number, found one of more than 64 bits, which only text can hold"
    if isinstance(value, float) and not math.isfinite(value):
        return "expected a number, found one that is out of range"
    return ""


def _values(whole: object) -> Iterator[tuple[list[str], object]]:
    """Yields every value beneath another in order, with its place, which changes meanwhile."""
    place: list[str] = []
    waiting = [_parts(whole)]
    while waiting:
        for key, value in waiting[-1]:
            place.append(str(key))
            yield place, value
            if isinstance(value, (dict, list)):
                waiting.append(_parts(value))
                break
            place.pop()
        else:
            waiting.pop()
            del place[-1:]


def _parts(value: object) -> Iterator[tuple[object, object]]:
    if isinstance(value, dict):
        return iter(value.items())
    return iter(enumerate(value)) if isinstance(value, list) else iter(())


def _shown(place: list[str]) -> str:
    """Returns the beginning of a place, as it may be printed."""
    steps = [str(excerpt(step, 64)) for step in place[:_STEPS]]
    return ".".join(steps if len(place) <= _STEPS else [*steps, "…"])


def _amount(size: int) -> str:
    """Returns a size in words.

    Examples:
        >>> _amount(100_000_000), _amount(1_200)
        ('100.0 MB', '1,200 bytes')
    """
    return f"{size / 10**6:,.1f} MB" if size >= 10**6 else f"{size:,} bytes"


def _way_in(setting: str) -> str:
    return f"If you trust it, `debatemap --limit {setting} …` reads it. {_UNTOUCHED}"
