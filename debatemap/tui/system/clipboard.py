"""The clipboard: by the terminal itself, and by a program of the system where one is found."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from debatemap.core.platform import WINDOWS

__all__ = ["TERMINAL_LIMIT", "Copier", "copier", "copy_with"]

TERMINAL_LIMIT: Final = 74_994
"""Bytes that a terminal takes by the sequence OSC 52; xterm and tmux drop what is longer."""
_PATIENCE: Final = 3.0
"""Seconds after which a program of the system does not take a text any more."""


class Copier(NamedTuple):
    """A program that puts its input on the clipboard.

    Attributes:
        name: What it is called.
        command: How it is run.
        encoding: What its input is written in.
    """

    name: str
    command: Sequence[str]
    encoding: str = "utf-8"


_WAYLAND: Final = Copier("wl-copy", ("wl-copy", "--type", "text/plain"))
_X11: Final = (
    Copier("xclip", ("xclip", "-selection", "clipboard", "-in")),
    Copier("xsel", ("xsel", "--clipboard", "--input")),
)
_MACOS: Final = Copier("pbcopy", ("pbcopy",))
_OF_WINDOWS: Final = Copier("clip.exe", ("clip.exe",), "utf-16")


def copier(
    environment: Mapping[str, str] | None = None, platform: str = sys.platform
) -> Copier | None:
    """Returns a program of the system that is there and has a clipboard to write to."""
    environment = os.environ if environment is None else environment
    known: list[Copier] = []
    if environment.get("WAYLAND_DISPLAY"):
        known.append(_WAYLAND)
    if environment.get("DISPLAY"):
        known += _X11
    if platform == "darwin":
        known.append(_MACOS)
    if WINDOWS or environment.get("WSL_DISTRO_NAME"):
        known.append(_OF_WINDOWS)
    path = environment.get("PATH")
    for each in known:
        found = shutil.which(each.command[0], path=path)
        if found is not None:
            return each._replace(command=(found, *each.command[1:]))
    return None


def copy_with(program: Copier, text: str, patience: float = _PATIENCE) -> str:
    """Has a program put a text on the clipboard; waits no longer than some seconds.

    Returns:
        Why it did not; empty where it did.
    """
    try:
        ended = subprocess.run(  # noqa: S603  (a program of the system, without a shell)
            program.command,
            input=text.encode(program.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"{program.name} did not end within {patience:g} seconds"
    except OSError as error:
        return f"{program.name} cannot be run: {error.strerror}"
    return f"{program.name} ended with status {ended.returncode}" if ended.returncode else ""
