"""`debatemap fmt`: bring maps into their canonical layout."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.arguments import AsJson, MapFiles
from debatemap.cli.editing import retried
from debatemap.cli.output import complain, put, put_json, say
from debatemap.cli.status import Status
from debatemap.text import safe_line

__all__ = ["fmt"]


def fmt(
    map_files: MapFiles,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 if a file would change.")
    ] = False,
    as_json: AsJson = False,
) -> Status:
    """Lay maps out as the program writes them.

    Prints the names of the files that changed; what a map says stays the same. Useful after an
    edit by hand or by another program.

    Examples:
      debatemap fmt debate.json
      debatemap fmt --check maps/*.json
    """
    from debatemap.session import ReadOnlyError  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.errors import MapError  # noqa: PLC0415

    changed: list[Path] = []
    status = Status.DONE
    for path in map_files:
        try:
            if retried(partial(_rewrite, path, check=check)):
                changed.append(path)
        except (MapError, ReadOnlyError) as error:
            complain(str(error))
            status = Status.BAD
    if as_json:
        put_json([str(path) for path in changed])
    for path in () if as_json else changed:
        put(safe_line(str(path)))
    if check and changed:
        say("These files are not laid out as the program writes them; `debatemap fmt` does that.")
        status = max(status, Status.FOUND)
    return status


def _rewrite(path: Path, *, check: bool) -> bool:
    """Tells whether a file is not in its canonical layout, and puts it there."""
    from debatemap.session import ReadOnlyError  # noqa: PLC0415
    from debatemap.store.atomic import fingerprint, read_bytes, write_bytes  # noqa: PLC0415
    from debatemap.store.native import dump, parse  # noqa: PLC0415

    data = read_bytes(path)
    parsed = parse(data, str(path))
    if parsed.newer:
        raise ReadOnlyError(f"{path}: a newer debatemap wrote this map; it was left as it is")
    canonical = dump(parsed.debate, crlf=parsed.crlf)
    if canonical != data and not check:
        note = write_bytes(path, canonical, expected=fingerprint(data))
        if note:
            say(f"{path}: {note}")
    return canonical != data
