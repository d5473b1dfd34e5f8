"""`debatemap new`: make a map."""

from typing import Annotated

import typer

from debatemap.cli.file_edits import save
from debatemap.cli.inputs import opening, refuse_stdin
from debatemap.cli.options import MapFile
from debatemap.cli.output import put, say
from debatemap.core.text import SafeText

__all__ = ["new"]


def new(
    map_file: MapFile,
    *,
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="What the map is called.", show_default=False)
    ] = "",
    thesis: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="A claim that the debate is about; may be repeated.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a map, and print the ids of its theses.

    A file that stands there already is left alone.

    Examples:
      debatemap new debate.json --title "Open source AI" --thesis "Open weights make AI safer."
    """
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.signature import signature  # noqa: PLC0415
    from debatemap.workspace.session import new_session  # noqa: PLC0415

    refuse_stdin(map_file, "a map is made in a file")
    session = new_session()
    session.do(edit.set_title(session.debate, title))
    for text in thesis or ():
        session.do(edit.add_thesis(session.debate, text, signed=signature()))
    save(session, map_file)
    for claim in session.debate.header.theses:
        put(SafeText(claim))
    say(f"Made {map_file}. `{opening(map_file)}` opens it.")
