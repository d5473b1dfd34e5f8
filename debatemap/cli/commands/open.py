"""`debatemap`, `debatemap MAP` and `debatemap open`: the way to the screen."""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import refuse_missing, refuse_stdin
from debatemap.cli.shared_options import MapFile
from debatemap.core.text import shell_word
from debatemap.store.locations import is_there

if TYPE_CHECKING:
    from debatemap.core.debate import Debate

__all__ = ["PLAIN", "open_map", "start"]

PLAIN: Final = "Show sentences in place of signs, lines and bars, as for a screen reader."


def open_map(
    map_file: MapFile,
    *,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Look at the map; change nothing.")
    ] = False,
    plain: Annotated[bool, typer.Option("--plain", help=PLAIN)] = False,
    at: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Go to this claim: its id, the beginning of it, or its link.",
            show_default=False,
        ),
    ] = "",
) -> int:
    """Open a map on the screen.

    `debatemap MAP` does the same. The link of a claim opens its map there. A map that is not there
    yet begins, and asks for its thesis; it is made when it is saved.

    Examples:
      debatemap open debate.json
      debatemap open debate.json --read-only
      debatemap open debate.json --plain
      debatemap debate.json --at 3f8k2m9xqz
      debatemap debatemap:/maps/debate.json#3f8k2m9xqz
    """
    from debatemap.store.atomic import read_bytes  # noqa: PLC0415  (`--help` must stay light)

    if not is_there(map_file):
        map_file, at = _linked(map_file, at)
    refuse_stdin(map_file, "the screen reads its keys from there")
    if is_there(map_file) or read_only or not _may_begin(map_file):
        refuse_missing(map_file)
    if is_there(map_file) and not map_file.is_file():
        read_bytes(map_file)  # It says what stands there, better than a screen that closes again.
    return _run(map_file, read_only=read_only, plain=plain, at=at)


def start(*, plain: bool = False) -> int:
    """Opens the start screen.

    Args:
        plain: Whether rows read as sentences.
    """
    return _run(None, read_only=False, plain=plain)


def _linked(path: Path, at: str) -> tuple[Path, str]:
    """Returns the map and the claim that a link names, which was given in the place of a map."""
    from debatemap.core.claim_address import read_address  # noqa: PLC0415  (`--help` must stay light)

    address = read_address(str(path))
    if address.path is None or not is_there(address.path):
        return path, at
    return address.path, at or address.id


def _may_begin(path: Path) -> bool:
    """Tells whether a map may begin under a name: on a screen, in a folder that is there."""
    from debatemap.formats.registry import map_suffixes  # noqa: PLC0415  (`--help` must stay light)

    known = path.suffix.lower() in map_suffixes() and path.parent.is_dir()
    return known and all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _claim_at(debate: "Debate", given: str) -> str:
    """Returns the claim that an id or a link names; a link of the map stands for its premise.

    Raises:
        UseError: Nothing has that id, or several ids begin so.
    """
    from debatemap.cli.node_ids import node_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.core.claim_address import read_address  # noqa: PLC0415  (likewise)

    node = node_id(debate, read_address(given).id)
    return debate.links[node].premises[0] if node in debate.links else node


def _run(path: Path | None, *, read_only: bool, plain: bool, at: str = "") -> int:
    # Keys come from stdin, and the screen is drawn on stderr. Stdout is asked for all the same:
    # who sends it into a pipe or a file wants text, and in a pipe into a pager two programs
    # would draw on one screen.
    name = shell_word(path) if path else "MAP"
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UseError(f"the screen needs a terminal; `debatemap show {name}` prints a map as text")
    if os.environ.get("TERM") == "dumb":
        raise UseError(
            f"this terminal (TERM=dumb) cannot place a cursor; `debatemap show {name}` prints a "
            "map as text"
        )
    from debatemap.tui.run_app import run  # noqa: PLC0415  (textual is for the screen alone)

    wanted = partial(_claim_at, given=at) if at else None
    return run(path, read_only=read_only, plain=plain, claim_in=wanted)
