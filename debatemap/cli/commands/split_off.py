"""`debatemap split`: make a map of its own of a branch."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import refuse_missing, refuse_stdin
from debatemap.cli.output import say
from debatemap.cli.shared_options import MapFile

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.workspace.session import Session

__all__ = ["split"]


def split(
    map_file: MapFile,
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="The claim; a beginning of its id will do.")
    ],
    new_file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file of the new map; it must not exist yet.")
    ],
) -> None:
    """Make a map of its own of all that stands beneath a claim.

    The claim is the thesis of the new map. In the first map it stays, and names the new one; what
    stands elsewhere there as well, stays too. Both are saved.

    Examples:
      debatemap split debate.json 3f8k2m9xqz cost.json
    """
    from debatemap.core.errors import MapError  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.atomic import read_bytes  # noqa: PLC0415

    refuse_stdin(map_file, "both maps are written to files")
    refuse_missing(map_file)
    is_written = False

    def divided(session: "Session") -> "Change":
        from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
        from debatemap.edit import split_off  # noqa: PLC0415
        from debatemap.workspace.session import Session as NewSession  # noqa: PLC0415

        nonlocal is_written
        seen_from = os.path.relpath(new_file.absolute(), map_file.absolute().parent)
        found = split_off(
            session.debate, claim_id(session.debate, claim), Path(seen_from).as_posix()
        )
        # The new map is safe on the disk before anything goes from the first one.
        NewSession(found.debate).save(new_file, overwrite=is_written)
        is_written = True
        return found.change

    before = read_bytes(map_file)
    try:
        done = edit_map(map_file, divided)
    except MapError:
        # Whoever tries again may take the same name; what the first map lost is never taken away.
        if is_written and read_bytes(map_file) == before:
            new_file.unlink(missing_ok=True)
        raise
    say(f"{map_file}: {done.done}")
