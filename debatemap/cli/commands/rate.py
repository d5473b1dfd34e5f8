"""`debatemap rate`: take in what people hold of claims, one rating or a whole table of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.file_edits import edit_map
from debatemap.cli.inputs import input_path, refuse_missing, refuse_stdin
from debatemap.cli.output import say
from debatemap.cli.shared_options import MapFile
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from debatemap.core.change import Change
    from debatemap.core.debate import Debate
    from debatemap.formats.ratings_csv import RatingsTable

__all__ = ["rate"]

_TOLD = 5
"""Lines that are named where they cannot be taken in."""


def rate(
    map_file: MapFile,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="[CLAIM]", help="A claim; a beginning of its id will do.", show_default=False
        ),
    ] = "",
    value: Annotated[
        float | None,
        typer.Argument(metavar="[VALUE]", help="0 to 100.", show_default=False),
    ] = None,
    *,
    person: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Who rates the claim, if not the name in the settings.",
            show_default=False,
        ),
    ] = "",
    table: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="CSV",
            help="Take in the ratings of a table, of many people; - is standard input.",
            parser=input_path,
            show_default=False,
        ),
    ] = None,
    scale: Annotated[
        str,
        typer.Option(
            metavar="SCALE",
            help="Of the table's numbers: 100, 1, or votes (-1 to 1); as they look without it.",
            show_default=False,
        ),
    ] = "",
) -> Status:
    """Record what people hold of claims.

    With --from, each row of the table is a rating, under the heads person, claim and rating; or it
    is a person, with a column for each claim, as Polis exports votes. A claim is named by its id,
    the beginning of one, or its words. Ratings that name no claim of the map are left out, and the
    exit status is 1. The map is saved.

    Examples:
      debatemap rate debate.json 3f8k2m9xqz 80 --person Ada
      debatemap rate debate.json --from ratings.csv
      debatemap rate debate.json --from participants-votes.csv --scale votes
    """
    from debatemap.formats.ratings_csv import SCALES, read_ratings  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.store.stream_input import input_name, read_input  # noqa: PLC0415

    refuse_stdin(map_file, "the ratings are written to a file")
    refuse_missing(map_file)
    if table is None:
        return _rate_one(map_file, claim, value, person)
    if claim or value is not None or person:
        raise UseError("--from takes all from the table; no CLAIM, VALUE or --person goes with it")
    if scale and scale not in SCALES:
        raise UseError(f"there is no scale {excerpt(scale, 20)}; there are {', '.join(SCALES)}")
    found = read_ratings(read_input(table), input_name(table), scale)
    unknown: list[str] = []
    lines: list[int] = []
    change = edit_map(map_file, lambda session: _taken(session.debate, found, unknown, lines))
    say(f"{map_file}: {change.done if change else 'it has these ratings already'}")
    if not scale:
        _tell_scale(input_name(table), found)
    _tell_left_out(input_name(table), unknown, lines)
    return Status.FOUND if unknown or lines else Status.DONE


def _rate_one(map_file: Path, claim: str, value: float | None, person: str) -> Status:
    from debatemap import edit  # noqa: PLC0415
    from debatemap.cli.node_ids import node_id  # noqa: PLC0415

    person = person or _own_name()
    if not claim or value is None or not person:
        raise UseError("name a CLAIM, a VALUE from 0 to 100 and --person, or a table by --from")
    change = edit_map(
        map_file,
        lambda session: edit.rate(session.debate, node_id(session.debate, claim), person, value),
    )
    say(f"{map_file}: {change.done if change else 'it holds that already'}")
    return Status.DONE


def _own_name() -> str:
    """Returns the name in the settings, or the one that was given on the screen."""
    from debatemap.config import load_config  # noqa: PLC0415
    from debatemap.core.text import clean, safe_line  # noqa: PLC0415
    from debatemap.store.known_name import load_name  # noqa: PLC0415

    return safe_line(clean(load_config().name)).strip() or load_name()


def _taken(
    debate: "Debate", found: "RatingsTable", unknown: list[str], lines: list[int]
) -> "Change":
    """Returns the change that takes ratings in.

    What names no claim is noted, and the lines where what is said of a claim is no rating.
    """
    from debatemap import edit  # noqa: PLC0415
    from debatemap.core.text import safe_line  # noqa: PLC0415

    by_words: dict[str, str] = {}
    for key, claim in debate.claims.items():
        by_words.setdefault(safe_line(claim.text).casefold(), key)
    places: dict[str, str | None] = {}
    ratings: dict[str, dict[str, float]] = {}
    for name in (*(each.claim for each in found.ratings), *(name for _, name in found.unread)):
        if name and name not in places:
            places[name] = _node(debate, by_words, name)
    for each in found.ratings:
        node = places[each.claim]
        if node is not None:
            ratings.setdefault(each.person, {})[node] = each.value
    unknown[:] = [name for name, node in places.items() if node is None]
    # A column that is of no claim holds no ratings: its name says so once.
    of_claims = (line for line, name in found.unread if not name or places[name] is not None)
    lines[:] = dict.fromkeys(of_claims)
    return edit.rate_all(debate, ratings)


def _node(debate: "Debate", by_words: dict[str, str], given: str) -> str | None:
    """Returns the claim or the link that a table names, or None where it names none, or several."""
    from debatemap.cli.node_ids import node_id  # noqa: PLC0415
    from debatemap.core.text import safe_line  # noqa: PLC0415

    try:
        return node_id(debate, given)
    except UseError:
        return by_words.get(safe_line(given).casefold())


def _tell_scale(table: str, found: "RatingsTable") -> None:
    """Says on which scale numbers were taken to be."""
    if found.scale != "100":
        low_to_high = "votes from -1 to 1" if found.scale == "votes" else "from 0 to 1"
        say(f"{table}: its numbers were taken to be {low_to_high}; --scale names another scale")


def _tell_left_out(table: str, unknown: list[str], unread: list[int]) -> None:
    """Says what was left out: claims that are not in the map, and lines without a rating."""
    if unknown:
        names = ", ".join(excerpt(each, 30) for each in unknown[:_TOLD])
        more = f" and {len(unknown) - _TOLD:,} more" if len(unknown) > _TOLD else ""
        say(f"{table}: no claim of the map is called {names}{more}")
    if unread:
        lines = ", ".join(map(str, unread[:_TOLD]))
        more = f" and {len(unread) - _TOLD:,} more" if len(unread) > _TOLD else ""
        noun = "lines" if unread[1:] else "line"
        say(f"{table}: no rating was found on {noun} {lines}{more}")
