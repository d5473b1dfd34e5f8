"""`debatemap people`: who rates alike, what unites and divides them, and each against the rest."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, method_of, person_of
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.judge import methods

__all__ = ["people"]


def people(
    map_file: MapInput,
    *,
    thesis: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Count only what bears on this claim; a beginning of its id will do.",
            show_default=False,
        ),
    ] = "",
    person: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Tell where this person differs from the rest.", show_default=False
        ),
    ] = "",
    method: Method = "",
    as_json: AsJson = False,
) -> None:
    """Tell who rates alike, and what unites and divides them.

    People who have rated enough are put into groups by their ratings; the claims follow that all
    groups are for or against, those on which they differ, and what is typical of each; then the
    verdict without each person. With --person it prints where one person differs from the rest.
    Groups are found by the published method of Polis: two principal axes, k-means, and the number
    of groups that has the best silhouette.

    Examples:
      debatemap people debate.json
      debatemap people debate.json --person Ada
      debatemap people debate.json --json | jq '.groups.uniting'
    """
    from debatemap.cli.json.people import described  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415
    from debatemap.cli.text.people import people_lines  # noqa: PLC0415
    from debatemap.core.queries import theses  # noqa: PLC0415

    debate = debate_in(map_file)
    by, name = method_of(method), person_of(debate, person)
    tops = [claim_id(debate, thesis)] if thesis else list(dict.fromkeys(theses(debate)))
    claims = _bearing(debate, tops[0], by) if thesis else None
    if as_json:
        put_json(described(debate, tops, name, by, claims))
        return
    if not any(debate.stances.values()):
        say(f"{map_file}: nobody has rated anything; `debatemap rate` takes ratings in")
        return
    for line in people_lines(debate, tops, name, by, claims):
        put(line)


def _bearing(debate: "Debate", thesis: str, method: "methods.Method") -> frozenset[str]:
    from debatemap.judge.bearing import bearing_on  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    return frozenset({thesis, *bearing_on(Judgement(debate, method), thesis).candidates})
