"""Programs that read what is written, where they are installed; a test without its own skips.

`DEBATEMAP_NODE_MODULES` names the folder with the packages of npm.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

__all__ = ["browser", "java", "node", "node_package"]

_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")


def _program(*names: str) -> str:
    """Returns the path of a program, or skips."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is not installed")


def node_package(name: str) -> Path:
    """Returns the folder of a package of npm, or skips."""
    folder = Path(os.environ.get("DEBATEMAP_NODE_MODULES", "node_modules")).resolve() / name
    if not folder.is_dir():
        pytest.skip(f"the npm package {name} is not in DEBATEMAP_NODE_MODULES")
    return folder


def node(script: Path, given: Any, *packages: str) -> Any:  # noqa: ANN401  (any JSON)
    """Returns what a script for Node says of JSON; it gets the folder with its packages."""
    program = _program("node")
    folders = [node_package(name).parent for name in packages]
    command = [program, str(script), str(folders[0].parent)]
    done = subprocess.run(
        command, input=json.dumps(given).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)


def browser(page: Path, folder: Path) -> str:
    """Returns the document of a page after a headless browser has run it."""
    program = _program(*_BROWSERS)
    command = [
        program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}",
        "--virtual-time-budget=20000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout.decode()


def java(archive: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs a program of Java."""
    command = [_program("java"), "-jar", str(archive), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
