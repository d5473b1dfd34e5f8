"""The reference implementation, where it is installed."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

__all__ = ["FOLDERS", "needs_reference", "read_by_reference"]

FOLDERS: Final = [
    each for each in os.environ.get("DEBATEMAP_ARGDOWN", "").split(os.pathsep) if each
]
"""Folders in which @argdown/core is installed, each in another version."""
_SCRIPT: Final = Path(__file__).with_name("oracle.mjs")

needs_reference = pytest.mark.skipif(
    not FOLDERS or shutil.which("node") is None,
    reason="DEBATEMAP_ARGDOWN names no folder with @argdown/core, or there is no node",
)


def read_by_reference(texts: list[str], folder: str) -> list[dict[str, Any]]:
    """Returns what the reference implementation makes of each text."""
    run = subprocess.run(
        ["node", "--stack-size=4000", str(_SCRIPT), folder], input=json.dumps(texts).encode(),
        capture_output=True, check=True,
    )  # fmt: skip
    read: list[dict[str, Any]] = json.loads(run.stdout)
    return read
