"""`debatemap judge`: which way a debate leans, and how firmly."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json, put_lines, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import safe_line

if TYPE_CHECKING:
    from debatemap.judge.judgement import Judgement

__all__ = ["judge"]


def judge(
    map_file: MapInput,
    *,
    every: Annotated[
        bool,
        typer.Option("--all", help="Tell of every claim, not of the theses' own pros and cons."),
    ] = False,
    labels: Annotated[
        bool,
        typer.Option(
            "--labels",
            help="Tell what becomes of each claim when only attacks count: in, out or undecided, "
            "and in how many preferred extensions it is.",
        ),
    ] = False,
    method: Method = "",
    person: Person = "",
    as_json: AsJson = False,
) -> None:
    """Tell which way a debate leans.

    Prints each thesis with its verdict: in brackets where it would lie in nine of ten cases by what
    people might hold of its claims, the fewer have rated them the wider; on which side these cases
    come out; by how many methods that differ in kind it holds, and what would turn it. Then its
    pros and cons, each with its own verdict and what it weighs, in points of 100. From 55 the
    verdict is for a claim, to 45 it is against it, between the two it is open; a cycle of claims
    may not settle, and then its range is told. An objection is unanswered where it stands if
    attacks alone count: nothing is said against it, or no answer to it holds, as each has been
    answered itself.

    Examples:
      debatemap judge debate.json
      debatemap judge debate.json --all | less
      debatemap judge debate.json --labels
      debatemap judge debate.json --method df-quad --person Ada
      debatemap judge debate.json --json | jq '.theses[].strength'
    """
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415  (`--help` must stay light)

    debate = debate_in(map_file)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    if labels:
        _put_labels(judgement, as_json=as_json)
        return
    if as_json:
        from debatemap.cli.json.judge import described  # noqa: PLC0415

        put_json(described(judgement))
        return
    _put_verdicts(judgement, every=every)
    if not debate.header.theses:
        say(f"{map_file}: the map has no thesis, so there is nothing to lean for or against.")


def _put_labels(judgement: "Judgement", *, as_json: bool) -> None:
    from debatemap.cli.text.labels import described, labels_lines  # noqa: PLC0415

    if as_json:
        put_json(described(judgement))
        return
    put_lines(labels_lines(judgement))


def _put_verdicts(judgement: "Judgement", *, every: bool) -> None:
    from debatemap.cli.json.judge import judged_lines  # noqa: PLC0415
    from debatemap.views.read.numbering import thesis_tops, walk, walk_all  # noqa: PLC0415

    debate = judgement.debate
    if debate.header.question:
        put(safe_line(debate.header.question))
    rows = walk_all(debate) if every else walk(debate, thesis_tops(debate), 1)
    put_lines(line for row in rows for line in judged_lines(judgement, row))
