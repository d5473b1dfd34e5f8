"""`debatemap add`: add a claim without the screen."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.citing import Citing
from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import refuse_missing, refuse_stdin, standard_input
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapFile
from debatemap.core.model import CITATION_KINDS
from debatemap.core.text import SafeText

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.core.debate import Debate

__all__ = ["add"]

_KINDS = ", ".join(CITATION_KINDS)


def add(
    map_file: MapFile,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The claim; - reads it from standard input.")
    ],
    *,
    pro: Annotated[
        str | None, typer.Option(metavar="ID", help="Support this claim.", show_default=False)
    ] = None,
    con: Annotated[
        str | None, typer.Option(metavar="ID", help="Attack this claim.", show_default=False)
    ] = None,
    undercut: Annotated[
        str | None,
        typer.Option(metavar="LINK", help="Attack this link: it does not follow."),
    ] = None,
    thesis: Annotated[
        bool, typer.Option("--thesis", help="Make it what the debate is about.")
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Who says so, if not the name in the settings.", show_default=False
        ),
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            metavar="SOURCE",
            help="Cite this: a source of the map, by its title, address, id or words of them; or "
            "the title or the address of a new one.",
            show_default=False,
        ),
    ] = "",
    quote: Annotated[
        str,
        typer.Option(metavar="WORDS", help="The source's own words.", show_default=False),
    ] = "",
    at: Annotated[
        str,
        typer.Option(metavar="PLACE", help="Where in it: a page, a section.", show_default=False),
    ] = "",
    kind: Annotated[
        str, typer.Option(metavar="KIND", help=f"One of {_KINDS}.", show_default=False)
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Add a claim, and print its id.

    The map is saved. Without an option that says where, the claim waits in the inbox. An id may
    be shortened to a beginning that no other has, of three characters or more. Put -- before a
    TEXT that begins with a dash.

    Examples:
      debatemap add debate.json "Armies deter people, not software." --con 3f8k2m9xqz
      debatemap add debate.json "That holds for any tool." --undercut b5t0
      pbpaste | debatemap add debate.json -
      debatemap add debate.json "It rains more." --source "The Almanac" --quote "wet" --at "p. 4"
    """
    citing = Citing(source, quote, at, kind)
    citing.refuse_incomplete()
    ways = {"--pro": pro, "--con": con, "--undercut": undercut, "--thesis": thesis or None}
    chosen = [name for name, given in ways.items() if given is not None]
    if len(chosen) > 1:
        raise UseError(f"a claim is added at one place, and {' and '.join(chosen)} name several")
    refuse_stdin(map_file, "the claim is written to a file")
    refuse_missing(map_file)
    words = standard_input("nothing was added") if text == "-" else text
    target = next((given for given in (pro, con, undercut) if given is not None), "")
    change = edit_map(
        map_file,
        lambda session: citing.cited(
            session.debate, _change(session.debate, "".join(chosen), target, words, by)
        ),
    )
    _put_added(change, as_json=as_json)
    say(f"{map_file}: {change.done}{citing.aside(change)}")


def _put_added(change: "Change", *, as_json: bool) -> None:
    """Prints the ids of what is new; siblings that got another position are not."""
    claim = next(key for key, (before, _) in change.claims.items() if before is None)
    link = next((key for key, (before, _) in change.links.items() if before is None), None)
    if as_json:
        put_json({"id": claim, "link": link})
    else:
        put(SafeText(claim))


def _change(debate: "Debate", way: str, target: str, text: str, by: str) -> "Change":
    from debatemap import edit  # noqa: PLC0415
    from debatemap.cli.node_ids import claim_id, link_id  # noqa: PLC0415
    from debatemap.cli.signature import signature  # noqa: PLC0415

    signed = signature(by)
    if way == "--thesis":
        return edit.add_thesis(debate, text, signed=signed)
    if way == "--pro":
        return edit.add_reply(debate, claim_id(debate, target), "supports", text, signed=signed)
    if way == "--con":
        return edit.add_reply(debate, claim_id(debate, target), "attacks", text, signed=signed)
    if way == "--undercut":
        return edit.add_reply(debate, link_id(debate, target), "attacks", text, signed=signed)
    return edit.add_unplaced(debate, text, signed=signed)
