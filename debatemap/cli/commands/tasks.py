"""`debatemap tasks`: what is left to do in a map."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, excerpt, safe_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from debatemap.core.debate import Debate
    from debatemap.judge.explain.work import Task, Work

__all__ = ["tasks"]

_SHOWN: Final = 0.005
"""What moves a thesis by less would be said to move it by 0 of 100."""


def tasks(
    map_file: MapInput,
    *,
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="List one kind alone: unanswered, unsupported, unsourced or misquoted.",
            show_default=False,
        ),
    ] = "",
    method: Method = "",
    person: Person = "",
    as_json: AsJson = False,
) -> None:
    """List what is left to do in a map.

    Prints unanswered objections, claims whose pros all have unanswered objections,
    every claim without a source, and those whose quote its source's text has not, each with its id
    and with how many points of 100 it can move a thesis. What can move one farthest comes first,
    and claims without a source that have replies come last.

    Examples:
      debatemap tasks debate.json
      debatemap tasks debate.json --kind unsourced
      debatemap tasks debate.json --json | jq '.tasks[].claim'
    """
    from debatemap.judge.explain.work import Kind, work  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    kinds = {each.name.lower(): each for each in Kind}
    if kind and kind not in kinds:
        known = ", ".join(kinds)
        raise UseError(f"there is no kind {excerpt(kind, 40)}; `--kind` takes one of {known}")
    debate = debate_in(map_file)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    most = len(Kind) * (len(debate.claims) + len(debate.links))
    found = work(judgement, most=most, misquoted=_misquoted(map_file, debate))
    listed = [task for task in found.tasks if not kind or task.kind is kinds[kind]]
    if as_json:
        tried = {"considered": found.considered, "of": found.of}
        put_json({"map": debate.header.id, **tried, "tasks": [_described(each) for each in listed]})
        return
    for task in listed:
        put(_line(task))
    _tell(str(map_file), listed, found)


def _misquoted(path: Path, debate: "Debate") -> "Collection[str]":
    """Returns the claims with a quote that is absent from the text of its source."""
    if all(source.text is None for source in debate.sources.values()):
        return ()
    from debatemap.store.stream_input import is_stream  # noqa: PLC0415
    from debatemap.texts import check_quotes, claims_on_absent_quotes, load_texts  # noqa: PLC0415

    folder = None if is_stream(path) else path.absolute().parent
    return claims_on_absent_quotes(check_quotes(debate, load_texts(debate, folder)))


def _line(task: "Task") -> SafeText:
    points = f"{100 * task.effect:.0f}" if task.effect >= _SHOWN else "—"
    return SafeText(f"{points:>3}  {task.words} [{safe_line(task.claim)}]")


def _tell(name: str, listed: "list[Task]", found: "Work") -> None:
    """Says on standard error what the list does not say itself."""
    if not listed:
        say(f"{name}: nothing of that is left to do.")
    if found.is_partial:
        say(
            f"There was too much to try: only {found.considered:,} of {found.of:,} claims were,"
            " and the others count as if they moved nothing."
        )


def _described(task: "Task") -> dict[str, object]:
    return {
        "kind": task.kind.name.lower(),
        "claim": task.claim,
        "link": task.link,
        "effect": task.effect,
        "words": task.words,
    }
