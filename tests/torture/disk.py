"""A disk that may lose power: what was told to it, and every state that it may be found in.

The model is a careful one, after what file systems promise and no more. Data that was written
to a file and not synced may be there, be missing, be there in part, or be zeros; each write
on its own. What was done to a folder's names and not synced may be missing, from some point
on; each folder on its own. A file that was made has nothing in it until it was synced.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

from tests.torture.calls import Call

__all__ = ["Disk"]

_IGNORED: Final = "/backups"
"""They are a courtesy: what a power cut takes of them is no loss."""
_MANY: Final = 5
"""More writes than this are not tried in each combination, but cut off and left out singly."""


class _Write(NamedTuple):
    file: int
    place: int
    data: bytes


class _Cut(NamedTuple):
    file: int
    size: int


class _Sync(NamedTuple):
    file: int


class _Names(NamedTuple):
    """What happens to the names in a folder: each then is a file's, a folder's (0), or free."""

    folder: str
    names: tuple[tuple[str, int | None], ...]


class _SyncFolder(NamedTuple):
    folder: str


_Event = _Write | _Cut | _Sync | _Names | _SyncFolder
_Data = _Write | _Cut


class Disk:
    """Listens to file calls, as a handler of `between`.

    Attributes:
        events: What was told to the disk.
    """

    def __init__(self, *roots: Path) -> None:
        self.events: list[_Event] = []
        self._roots = tuple(f"{root}/" for root in roots)
        self._contents: list[bytes] = [b""]
        self._names: dict[str, int] = {}
        self._open: dict[int, tuple[str, int, int]] = {}
        for root in roots:
            for path in [root, *root.rglob("*")]:
                self._names[str(path)] = 0 if path.is_dir() else self._known(path)
        self._first = dict(self._names)

    def __call__(self, name: str, call: Call, given: tuple[Any, ...], named: dict[str, Any]) -> Any:  # noqa: ANN401  (what the call gives)
        """Lets a call through and writes it down."""
        before = os.lseek(given[0], 0, os.SEEK_CUR) if name == "write" and given else 0
        result = call(*given, **named)
        note = getattr(self, f"_on_{name}", None)
        if note is not None:
            note(given, result, before)
        return result

    def states(self, events: int) -> Iterator[dict[str, bytes]]:
        """Yields what the disk may hold if the power goes after so many events."""
        told = self.events[:events]
        names = list(product(*self._name_states(told)))
        data = self._data_states(told)
        for chosen in names:
            tree: dict[str, int | None] = {**self._first}
            for folder in chosen:
                tree |= folder
            files = {path: file for path, file in tree.items() if file and self._stands(path, tree)}
            inodes = sorted(set(files.values()))
            for contents in product(*(data.get(n, [self._contents[n]]) for n in inodes)):
                held = dict(zip(inodes, contents, strict=True))
                yield {path: held[file] for path, file in files.items()}

    def _name_states(self, told: Sequence[_Event]) -> Iterator[list[dict[str, int | None]]]:
        """Yields for each folder what may have become of its names."""
        folders = {event.folder for event in told if isinstance(event, _Names)}
        for folder in sorted(folders):
            states: list[dict[str, int | None]] = [{}]
            for event in told:
                if isinstance(event, _Names) and event.folder == folder:
                    states.append({**states[-1], **dict(event.names)})
                elif event == _SyncFolder(folder):
                    states = states[-1:]
            yield states

    def _data_states(self, told: Sequence[_Event]) -> dict[int, list[bytes]]:
        """Returns what may have become of each file's data."""
        firm: dict[int, bytes] = {}
        pending: dict[int, list[_Data]] = defaultdict(list)
        for event in told:
            if isinstance(event, _Sync):
                content = firm.get(event.file, self._contents[event.file])
                firm[event.file] = _after(content, pending.pop(event.file, []))
            elif isinstance(event, _Write | _Cut):
                pending[event.file].append(event)
        states = {file: [content] for file, content in firm.items()}
        for file, written in pending.items():
            content = firm.get(file, self._contents[file])
            states[file] = list({_after(content, some): None for some in _subsets(written)})
        return states

    def _known(self, path: Path) -> int:
        """Returns the number of a file that was there before; two names may be one file's."""
        for other, file in self._names.items():
            if file and path.samefile(other):
                return file
        self._contents.append(path.read_bytes())
        return len(self._contents) - 1

    def _tell(self, path: str, file: int | None, *also: tuple[str, int | None]) -> None:
        for name, number in (*also, (path, file)):
            if number is None:
                self._names.pop(name, None)
            else:
                self._names[name] = number
        self.events.append(_Names(os.path.dirname(path), (*also, (path, file))))  # noqa: PTH120  (text)

    def _stands(self, path: str, tree: Mapping[str, int | None]) -> bool:
        """Tells whether all folders on the way to a file are there, as far as they are watched."""
        return all(tree.get(str(p)) == 0 for p in Path(path).parents if self._watches(p))

    def _watches(self, path: object) -> str:
        """Returns a path as text, or nothing where it is not of the watched ones."""
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        is_ours = f"{text}/".startswith(self._roots) and _IGNORED not in text
        return text if is_ours else ""

    def _on_open(self, given: tuple[Any, ...], handle: int, _: int) -> None:
        path, flags = self._watches(given[0]), given[1]
        if not path:
            return
        if path not in self._names:
            self._contents.append(b"")
            self._tell(path, len(self._contents) - 1)
        elif flags & os.O_TRUNC:
            self.events.append(_Cut(self._names[path], 0))
        self._open[handle] = path, self._names[path], flags

    def _on_close(self, given: tuple[Any, ...], *_: object) -> None:
        self._open.pop(given[0], None)

    def _on_write(self, given: tuple[Any, ...], length: int, before: int) -> None:
        if given[0] in self._open:
            _, file, flags = self._open[given[0]]
            place = os.lseek(given[0], 0, os.SEEK_CUR) - length if flags & os.O_APPEND else before
            self.events.append(_Write(file, place, bytes(given[1][:length])))

    def _on_ftruncate(self, given: tuple[Any, ...], *_: object) -> None:
        if given[0] in self._open:
            self.events.append(_Cut(self._open[given[0]][1], given[1]))

    def _on_fsync(self, given: tuple[Any, ...], *_: object) -> None:
        if given[0] in self._open:
            path, file, _flags = self._open[given[0]]
            self.events.append(_Sync(file) if file else _SyncFolder(path))

    _on_fdatasync = _on_fsync

    def _on_replace(self, given: tuple[Any, ...], *_: object) -> None:
        source, target = (self._watches(each) for each in given[:2])
        if source in self._names and target:
            self._tell(target, self._names[source], (source, None))

    _on_rename = _on_replace

    def _on_unlink(self, given: tuple[Any, ...], *_: object) -> None:
        if path := self._watches(given[0]):
            self._tell(path, None)

    def _on_mkdir(self, given: tuple[Any, ...], *_: object) -> None:
        if path := self._watches(given[0]):
            self._tell(path, 0)


def _subsets(written: Sequence[_Data]) -> Iterator[list[_Data]]:
    """Yields what may be left of writes that were not synced."""
    if len(written) <= _MANY:
        for parts in product(*(_parts(each) for each in written)):
            yield [part for part in parts if part is not None]
        return
    for number, last in enumerate(written):
        yield from ([*written[:number], *([part] if part else [])] for part in _parts(last))
        yield [*written[:number], *written[number + 1 :]]
    yield list(written)


def _parts(event: _Data) -> list[_Data | None]:
    if isinstance(event, _Cut):
        return [None, event]
    half = event._replace(data=event.data[: len(event.data) // 2])
    return [None, half, event._replace(data=bytes(len(event.data))), event]


def _after(content: bytes, written: Sequence[_Data]) -> bytes:
    for event in written:
        if isinstance(event, _Cut):
            content = content[: event.size].ljust(event.size, b"\0")
        else:
            end = event.place + len(event.data)
            content = content.ljust(event.place, b"\0")
            content = content[: event.place] + event.data + content[end:]
    return content
