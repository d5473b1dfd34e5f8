"""`debatemap crux`: what a verdict turns on."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debatemap.cli.json.crux import People
    from debatemap.core.debate import Debate
    from debatemap.judge.judgement import Judgement

__all__ = ["crux"]


def crux(
    map_file: MapInput,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="[CLAIM]",
            help="Tell of this claim, not of the theses; a beginning of its id will do.",
            show_default=False,
        ),
    ] = "",
    *,
    people: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="NAME NAME", help="Tell what divides these two people.", show_default=False
        ),
    ] = None,
    method: Method = "",
    person: Person = "",
    as_json: AsJson = False,
) -> None:
    """Tell what a verdict turns on.

    Prints, of each thesis, what would turn its verdict: one claim, or two or three together, each
    with how plausible that is by where the claim stands; then the claims that move it most, with
    what becomes of it if each is doubted (taken for false) or granted (taken for true); and the
    claims without replies that are most worth checking, by what people might hold of them. With
    --people it prints what divides two people, in the order in which to agree on it, and how near
    to each other that brings them.

    Examples:
      debatemap crux debate.json
      debatemap crux debate.json 3f8k2m9xqz --method df-quad
      debatemap crux debate.json --people Ada Bo
      debatemap crux debate.json --json | jq '.theses[].crux'
    """
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.core.queries import theses  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    debate = debate_in(map_file)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    two = _two(debate, people)
    tops = [claim_id(debate, claim)] if claim else list(dict.fromkeys(theses(debate)))
    if as_json:
        from debatemap.cli.json.crux import described  # noqa: PLC0415

        put_json(described(judgement, tops, two))
        return
    _put(judgement, tops, two)
    if not tops:
        say(f"{map_file}: the map has no thesis; name a claim to tell what it turns on.")


def _two(debate: "Debate", people: tuple[str, str] | None) -> "People | None":
    """Returns the names of two people, each of whom has rated something."""
    if people is None:
        return None
    first, second = people
    if not first or not second or first == second:
        raise UseError("--people takes the names of two people who differ")
    return person_of(debate, first), person_of(debate, second)


def _put(judgement: "Judgement", tops: "Sequence[str]", people: "People | None") -> None:
    from debatemap.cli.text.crux import crux_lines  # noqa: PLC0415

    for number, top in enumerate(tops):
        if number:
            put(SafeText(""))
        for line in crux_lines(judgement, top, people):
            put(line)
