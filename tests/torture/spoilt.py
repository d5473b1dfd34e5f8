"""Cut a small map at every byte, and flip bits of every byte: it is refused or read, never lost."""

from pathlib import Path

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump
from debatemap.workspace.session import open_session
from tests.strategies import chain
from tests.torture.report import Report
from tests.torture.torture import Torture

__all__ = ["spoilt"]

_BITS = (0x01, 0x20)
"""One makes another letter of a letter, the other a small letter of a large one."""
_CLAIMS = 20


def spoilt(torture: Torture) -> Report:
    """Opens spoilt maps, edits those that open, and never saves."""
    report = Report("a map of 4 KB is cut and its bits are flipped")
    report.counts.update({"spoilt maps": 0, "refused": 0, "opened": 0})
    data = dump(chain(_CLAIMS))
    with torture.swift_home() as folder:
        path = folder / "map.json"
        for place in range(0, len(data), torture.sizes.stride):
            _try(report, path, data[:place], f"cut at {place}")
            for bit in _BITS[: torture.sizes.flips]:
                flipped = data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]
                _try(report, path, flipped, f"bit {bit:#x} of byte {place} flipped")
    return report


def _try(report: Report, path: Path, data: bytes, how: str) -> None:
    report.count("spoilt maps")
    path.write_bytes(data)
    written = path.stat()
    try:
        session = open_session(path)
    except MapError:
        report.count("refused")
    except Exception as error:  # noqa: BLE001  (whatever it is, it is no error for people)
        report.must(f"{how}: {error!r}", held=False)
    else:
        report.count("opened")
        near = data[data.rfind(b"\n", 0, len(data) // 2) :][:40]
        report.must(f"{how}: the map is empty {near!r}", held=bool(session.debate.claims))
        session.save()
    now = path.stat()
    same = (now.st_ino, now.st_mtime_ns) == (written.st_ino, written.st_mtime_ns)
    report.must(f"{how}: the file was written", held=same and path.read_bytes() == data)
