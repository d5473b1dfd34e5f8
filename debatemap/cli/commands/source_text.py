"""`debatemap source text`: print the text of a source, or say where it is."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.commands.source import source_named
from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import debate_in, refuse_missing, refuse_stdin
from debatemap.cli.output import put, say
from debatemap.cli.shared_options import MapFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from debatemap.core.model import SourceText

__all__ = ["Copy", "Keep", "text_from", "text_of_source"]

Keep = Annotated[bool, typer.Option("--keep", help="Keep the text within the map.")]
Copy = Annotated[bool, typer.Option("--copy", help="Copy the file to texts/ beside the map.")]


def text_of_source(
    map_file: MapFile,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="Its id, title, address, or words of them.")
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="What is to be its text.")
    ] = None,
    *,
    keep: Keep = False,
    copy: Copy = False,
    drop: Annotated[bool, typer.Option("--drop", help="Take its text from it.")] = False,
) -> None:
    """Print the text of a source; with FILE, give the source that text.

    Text, Markdown (.md), web pages (.html) and transcripts (.srt, .vtt) are read. The file must be
    in the map's folder or beneath it; it is never changed.

    Examples:
      debatemap source text debate.json "Short take"
      debatemap source text debate.json "Short take" texts/khan.txt
      debatemap source text debate.json "Hearing" ~/hearing.vtt --copy
    """
    refuse_stdin(map_file, "its texts are in its folder")
    refuse_missing(map_file)
    if file is None and not drop:
        _print(map_file, source)
        return
    if file is not None and drop:
        raise UseError("--drop takes the text away, and FILE gives one; choose one of the two")
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)

    with text_from(map_file, file, keep=keep, copy=copy) as text:
        change = edit_map(
            map_file,
            lambda session: edit.set_source_text(
                session.debate, source_named(session.debate, source), text
            ),
        )
    say(f"{map_file}: {change.done if change else 'it has that text already'}")


def _print(map_file: Path, given: str) -> None:
    from debatemap.core.text import safe  # noqa: PLC0415
    from debatemap.texts import load_text  # noqa: PLC0415

    debate = debate_in(map_file)
    text = debate.sources[source_named(debate, given)].text
    if text is None:
        raise UseError("the source has no text; name a file to give it one")
    put(safe(load_text(text, map_file.absolute().parent).text.rstrip("\n")))


@contextmanager
def text_from(
    map_file: Path, file: Path | None, *, keep: bool, copy: bool
) -> "Iterator[SourceText | None]":
    """Gives a file as the text of a source to a map that is saved meanwhile.

    Args:
        map_file: The map's file.
        file: The text's; None for no text.
        keep: Whether the map is to keep the words.
        copy: Whether a copy beside the map is to be the text.

    Raises:
        UseError: The file is outside the map's folder, and is neither kept nor copied.
        MapError: It cannot be read, or is no text; or a copy stands there already.
    """
    if file is None:
        yield None
        return
    from debatemap.workspace.attached_text import (  # noqa: PLC0415  (`--help` must stay light)
        attaching,
        is_beneath,
    )

    if keep and copy:
        raise UseError("--keep needs no copy; give one of --keep and --copy")
    folder = map_file.absolute().parent
    if not (keep or copy or is_beneath(file, folder)):
        raise UseError(
            f"{file}: it is not beneath the map's folder, or has a name that not every system "
            "takes; --copy puts a copy in texts/ beside the map, --keep keeps the words in it"
        )
    with attaching(file, folder, "keep" if keep else "copy" if copy else "beside") as text:
        yield text
