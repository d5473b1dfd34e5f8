"""`debatemap source text`: print the text of a source, or say where it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.commands.source import source_named
from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import debate_in, refuse_missing, refuse_stdin
from debatemap.cli.options import MapFile
from debatemap.cli.output import put, say

if TYPE_CHECKING:
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
    text = text_from(map_file, file, keep=keep, copy=copy) if file is not None else None
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)

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


def text_from(map_file: Path, file: Path, *, keep: bool, copy: bool) -> "SourceText":
    """Returns a file as the text of a source.

    Args:
        map_file: The map's file.
        file: The text's.
        keep: Whether the map is to keep the words.
        copy: Whether a copy beside the map is to be the text.

    Raises:
        UseError: The file is outside the map's folder, and is neither kept nor copied.
        MapError: It cannot be read, or is no text; or a copy stands there already.
    """
    import hashlib  # noqa: PLC0415

    from debatemap.core.model import SourceText  # noqa: PLC0415
    from debatemap.core.source_text import is_inside, kind_of  # noqa: PLC0415
    from debatemap.store.atomic import read_bytes  # noqa: PLC0415
    from debatemap.texts.inside_file import LARGEST, read_inside  # noqa: PLC0415
    from debatemap.texts.load import decoded  # noqa: PLC0415

    if keep and copy:
        raise UseError("--keep needs no copy; give one of --keep and --copy")
    data = read_bytes(file)
    if len(data) > LARGEST:
        raise UseError(f"{file}: it is larger than {LARGEST // 10**6} MB, and no such text is read")
    kind = kind_of(SourceText(file.name))
    words = decoded(data, file, kind)
    if keep:
        return SourceText(kept=words, kind="" if kind == "plain" else kind)
    folder = map_file.absolute().parent
    name = f"texts/{file.name}" if copy else _beneath(folder, file)
    if not is_inside(name):
        raise UseError(
            f"{file}: it is not beneath the map's folder, or has a name that not every system "
            "takes; --copy puts a copy in texts/ beside the map, --keep keeps the words in it"
        )
    if copy:
        _write_copy(folder / name, data)
    read_inside(folder, name)
    return SourceText(name, hashlib.sha256(data).hexdigest())


def _beneath(folder: Path, file: Path) -> str:
    path = file.absolute()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _write_copy(path: Path, data: bytes) -> None:
    from debatemap.store.atomic import read_bytes, stands_there  # noqa: PLC0415
    from debatemap.store.new_file import write_new_file  # noqa: PLC0415

    path.parent.mkdir(exist_ok=True)
    if not (stands_there(path) and read_bytes(path) == data):
        write_new_file(data, path)
