"""`debatemap new`: make a map."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import save
from debatemap.cli.inputs import opening, refuse_stdin
from debatemap.cli.output import put, say, say_laid_out
from debatemap.cli.shared_options import MapFile
from debatemap.core.text import SafeText, excerpt, safe_line

if TYPE_CHECKING:
    from debatemap.workspace.session import Session

__all__ = ["new"]


def new(
    map_file: MapFile,
    *,
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="What the map is called.", show_default=False)
    ] = "",
    question: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="What the map asks; its theses are the answers to choose from.",
            show_default=False,
        ),
    ] = "",
    thesis: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="A claim that the debate is about; may be repeated. With a template, the first "
            "is said in place of its first thesis, and so on.",
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Begin as a template: for-and-against, decision, essay-and-reply, policy, or a "
            "map file of yours in the folder templates beside the settings.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Make a map, and print the ids of its theses.

    A file that stands there already is left alone.

    Examples:
      debatemap new debate.json --title "Open source AI" --thesis "Open weights make AI safer."
      debatemap new decision.json --template decision --question "Which database do we take?"
    """
    from debatemap import edit  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.workspace.session import new_session  # noqa: PLC0415

    refuse_stdin(map_file, "a map is made in a file")
    session = _from_template(template) if template else new_session()
    session.do(edit.set_title(session.debate, title))
    if question:
        session.do(edit.set_question(session.debate, question))
    _put_theses(session, thesis or [])
    save(session, map_file)
    for claim in session.debate.header.theses:
        put(SafeText(claim))
    say(f"Made {map_file}. `{opening(map_file)}` opens it.")


def _put_theses(session: "Session", texts: list[str]) -> None:
    """Says the theses in place of those of the template, and adds what there is beyond them."""
    from debatemap import edit  # noqa: PLC0415
    from debatemap.cli.signature import signature  # noqa: PLC0415

    standing = session.debate.header.theses
    for claim, text in zip(standing, texts, strict=False):
        session.do(edit.reword(session.debate, claim, text))
    for text in texts[len(standing) :]:
        session.do(edit.add_thesis(session.debate, text, signed=signature()))


def _from_template(name: str) -> "Session":
    from debatemap.workspace.templates import session_from, templates  # noqa: PLC0415

    known = templates()
    for template in known:
        if template.name == name:
            return session_from(template)
    say("The templates:")
    for each in known:
        said = f"cannot be used: {each.problem}" if each.problem else each.said
        say_laid_out(SafeText(f"  {safe_line(each.name):<16} {safe_line(said)}"))
    raise UseError(f"there is no template {excerpt(name, 64)}; `--template` takes one of these")
