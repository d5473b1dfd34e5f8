"""`debatemap fmt`: bring maps into their canonical layout."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.file_edits import retried
from debatemap.cli.output import complain, put, put_file, put_json, say
from debatemap.cli.shared_options import AsJson, MapFiles
from debatemap.core.text import safe_line

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
    edit by hand or by another program. A map from standard input (-) or a pipe is printed.

    Examples:
      debatemap fmt debate.json
      debatemap fmt --check maps/*.json
      git show HEAD:debate.json | debatemap fmt - > earlier.json
    """
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.store.stream_input import input_name, is_stream, refuse_twice  # noqa: PLC0415
    from debatemap.workspace.session import ReadOnlyError  # noqa: PLC0415  (`--help` must stay light)

    refuse_twice(map_files)
    if not check and any(map(is_stream, map_files)):
        _print_anew(map_files, as_json=as_json)
        return Status.DONE
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
        put_json([input_name(path) for path in changed])
    for path in () if as_json else changed:
        put(safe_line(input_name(path)))
    if check and changed:
        say("These files are not laid out as the program writes them; `debatemap fmt` does that.")
        status = max(status, Status.FOUND)
    return status


def _rewrite(path: Path, *, check: bool) -> bool:
    """Tells whether a file is not in its canonical layout, and puts it there."""
    from debatemap.store.atomic import fingerprint, write_bytes  # noqa: PLC0415

    data, canonical = _layouts(path)
    if canonical != data and not check:
        note = write_bytes(path, canonical, expected=fingerprint(data))
        if note:
            say(f"{path}: {note}")
    return canonical != data


def _print_anew(map_files: list[Path], *, as_json: bool) -> None:
    """Prints a map that came through a pipe in its canonical layout."""
    if len(map_files) > 1 or as_json:
        raise UseError(
            "a map that comes through a pipe is printed, so it is formatted alone and without "
            "--json; --check takes any number"
        )
    put_file(_layouts(map_files[0])[1], None, expected=None)


def _layouts(path: Path) -> tuple[bytes, bytes]:
    """Returns a map as it is laid out, and as the program would do it."""
    from debatemap.formats.registry import read_map, refusal_of, write_like  # noqa: PLC0415
    from debatemap.store.stream_input import input_name, read_input  # noqa: PLC0415
    from debatemap.workspace.session import ReadOnlyError  # noqa: PLC0415

    name = input_name(path)
    data = read_input(path)
    read = read_map(data, name)
    if read.newer:
        raise ReadOnlyError(f"{name}: a newer debatemap wrote this map; it was left as it is")
    refusal = refusal_of(read)
    if refusal:
        raise ReadOnlyError(f"{name}: {refusal}; it was left as it is")
    return data, write_like(data, name, read.debate)
