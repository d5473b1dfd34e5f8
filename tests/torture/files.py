"""Files that are not like others: their rights, their names, what points to them."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.torture.cases import CASES, MISSING, Case, keeps_mode, saved, saved_as
from tests.torture.report import Report
from tests.torture.torture import Torture

__all__ = ["files"]

_NAMES: Final = (
    "line\nbreak.json", "-rf", "-", "--help", " ", "a b.json", "é漢😀.json", "x" * 255, "ü" * 127,
    ".hidden", "*?[a]", "tab\there", "quote'\".json", "back\\slash", "%s{0}", "$HOME", "~",
    "map.json.tmp", os.fsdecode(b"not utf-8 \xff.json"), "\x1b[2J.json", "con", "a" * 250 + ".json",
)  # fmt: skip
_MODES: Final = (0o600, 0o640, 0o644, 0o664, 0o666, 0o755, 0o4755)


def files(torture: Torture) -> Report:
    """Tries each case in a folder of its own."""
    report = Report("odd files, folders and names")
    report.count("cases", 0)
    for name, case in _cases():
        with torture.home() as folder:
            folder.chmod(0o777)
            try:
                mishap = case(folder)
            except Exception as error:  # noqa: BLE001  (whatever it is, it is a failure)
                mishap = repr(error)
            folder.chmod(0o777)
        if mishap.startswith(MISSING):
            report.skip(f"{name} ({mishap.removeprefix(MISSING)})")
            continue
        report.count("cases")
        report.must(f"{name}: {mishap}", held=not mishap)
    return report


def _cases() -> Iterator[tuple[str, Case]]:
    for name in _NAMES:
        yield f"the name {name[:20]!r}", partial(_named, saved, name)
        yield f"the new name {name[:20]!r}", partial(_named, saved_as, name)
    for mode in _MODES:
        yield f"mode {mode:o}", partial(keeps_mode, mode=mode)
    for case in CASES:
        yield str(case.__name__).strip("_").replace("_", " "), case


def _named(act: Case, name: str, folder: Path) -> str:
    return act(folder / name)
