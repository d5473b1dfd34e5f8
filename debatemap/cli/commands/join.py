"""`debatemap join`: bring one map into another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.file_edits import save
from debatemap.cli.inputs import debate_in, input_path, refuse_stdin, refuse_stdout
from debatemap.cli.keys_in_words import with_user_keys
from debatemap.cli.output import say
from debatemap.cli.shared_options import MergedOutput

if TYPE_CHECKING:
    from debatemap.workspace.session import Session

__all__ = ["join"]

_SHOWN = 20


def join(
    map_file: Annotated[
        Path,
        typer.Argument(
            metavar="A", help="The map to bring it into.", parser=input_path, show_default=False
        ),
    ],
    other_file: Annotated[
        Path,
        typer.Argument(
            metavar="B",
            help="The map that is brought; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ],
    *,
    output: MergedOutput = None,
    merge_same: Annotated[
        bool, typer.Option("--merge-same", help="Make one claim of two that say the same.")
    ] = False,
) -> Status:
    """Bring map B into map A, and save A.

    B's theses become theses of A. What has an id that A uses for something else gets a new one.
    Claims that say nearly the same are named; with --merge-same they become one, with A's words.

    Examples:
      debatemap join debate.json trains.json
      debatemap join debate.json trains.json -o both.json --merge-same
    """
    from debatemap.store.atomic import stands_there  # noqa: PLC0415
    from debatemap.store.stream_input import input_name  # noqa: PLC0415
    from debatemap.sync.merge.joining import join as joined  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415  (`--help` must stay light)

    refuse_stdin(map_file, "the map that B comes into is written to a file")
    refuse_stdout(output)
    session, other = open_session(map_file), debate_in(other_file)
    if session.read_only:
        raise UseError(f"{map_file}: it cannot be changed: {session.read_only}")
    if output is not None and stands_there(output):
        raise UseError(f"{output}: a file stands there already; choose another name")
    if session.debate.header.id == other.header.id:
        versions = f"{map_file} and {input_name(other_file)} are versions of one map"
        raise UseError(f"{versions}; `debatemap merge` brings these together")
    own = set(session.debate.claims)
    result = joined(session.debate, other)
    session.do(result.change)
    count = len(result.renamed)
    were = "1 id was taken and is new" if count == 1 else f"{count:,} ids were taken and are new"
    say(f"{result.change.done}; {were}")
    for words in result.left_out:
        say(f"left out, as {map_file} has another value: {words}")
    _see_to_likes(session, own, merge_same=merge_same)
    save(session, output)
    return Status.DONE


def _see_to_likes(session: "Session", own: set[str], *, merge_same: bool) -> None:
    """Makes one of claims that both maps have, or names them."""
    from debatemap.check.likeness import near_pairs  # noqa: PLC0415
    from debatemap.core.node_names import name_of  # noqa: PLC0415
    from debatemap.edit import merge_claims  # noqa: PLC0415

    pairs = [
        sorted(pair, key=lambda claim: claim not in own)
        for pair in near_pairs(session.debate)
        if len(own.intersection(pair)) == 1
    ]
    for number, (mine, brought) in enumerate(pairs):
        if merge_same:
            change = merge_claims(session.debate, mine, brought)
            session.do(change)
            say(change.done)
        elif number < _SHOWN:
            say(f"nearly the same: {mine} and {brought}, {name_of(session.debate, mine)}")
    if len(pairs) > _SHOWN and not merge_same:
        say(f"and {len(pairs) - _SHOWN:,} pairs more")
    if pairs and not merge_same:
        words = "--merge-same makes one claim of each pair; so does {key:merge} on the screen."
        say(with_user_keys(words))
