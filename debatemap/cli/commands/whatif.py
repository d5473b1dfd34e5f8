"""`debatemap whatif`: what would follow if something were so."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.file_edits import save
from debatemap.cli.inputs import open_input
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put_json, say
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import excerpt, safe_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from debatemap.core.change import Change
    from debatemap.core.debate import Debate
    from debatemap.core.scenarios import Assumption
    from debatemap.judge.judgement import Judgement
    from debatemap.workspace.session import Session

__all__ = ["whatif"]

_VALUES: Final[dict[str, "Assumption"]] = {
    "1": "true",
    "true": "true",
    "0": "false",
    "false": "false",
    "absent": "absent",
}
_ADVICE: Final = "say what, as in --assume 3f8k2m9xqz=0, or --scenario NAME; --list prints those"


def whatif(
    map_file: MapInput,
    *,
    assume: Annotated[
        list[str],
        typer.Option(
            metavar="ID=VALUE",
            help="Take a claim or a link for true (1), for false (0), or for absent. A beginning "
            "of the id will do. May be given again.",
            show_default=False,
        ),
    ] = [],  # noqa: B006  (typer copies it)
    scenario: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Assume what this scenario of the map does.", show_default=False
        ),
    ] = "",
    method: Method = "",
    person: Person = "",
    keep: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Keep it in the map as a scenario, in place of one of that name.",
            show_default=False,
        ),
    ] = "",
    drop: Annotated[
        str,
        typer.Option(metavar="NAME", help="Drop this scenario from the map.", show_default=False),
    ] = "",
    as_list: Annotated[
        bool, typer.Option("--list", help="Print the scenarios of the map.", show_default=False)
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell what would follow if something were so.

    Takes claims and links for true, for false or for absent, and prints which way each thesis
    would lean then and which claims would move most. The map stays as it is; only --keep and
    --drop write to it.

    Examples:
      debatemap whatif debate.json --assume 3f8k=0 --assume b5t0=absent
      debatemap whatif debate.json --assume 3f8k=0 --keep "Without the lobby"
      debatemap whatif debate.json --scenario "Without the lobby" --method df-quad
    """
    asked = [bool(assume or scenario or keep), bool(drop), as_list]
    if sum(asked) > 1:
        raise UseError("--list, --drop and a what-if are three things; ask for one at a time")
    session = open_input(map_file)
    if as_list:
        _list(session.debate, as_json=as_json)
    elif drop:
        _drop(session, drop)
    else:
        assumed = _assumed(session.debate, assume, scenario)
        judgement = _judgement(session.debate, method, person)
        _tell(session, judgement, assumed, keep, as_json=as_json)


def _tell(
    session: "Session",
    judgement: "Judgement",
    assumed: dict[str, "Assumption"],
    keep: str,
    *,
    as_json: bool,
) -> None:
    from debatemap import edit  # noqa: PLC0415
    from debatemap.cli.text.what_if import put_outcome  # noqa: PLC0415
    from debatemap.judge.explain.what_if import suppose  # noqa: PLC0415

    outcome = suppose(judgement, assumed)
    if keep:
        _do(session, edit.keep_scenario(session.debate, keep, assumed))
    if as_json:
        from debatemap.cli.json.what_if import described  # noqa: PLC0415

        put_json(described(judgement, assumed, outcome))
    else:
        put_outcome(session.debate, assumed, outcome)


def _judgement(debate: "Debate", method: str, person: str) -> "Judgement":
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415

    return Judgement(debate, method_of(method), person_of(debate, person))


def _assumed(debate: "Debate", given: "Sequence[str]", scenario: str) -> dict[str, "Assumption"]:
    """Returns what a scenario assumes and what is given, which goes before."""
    from debatemap.cli.node_ids import node_id  # noqa: PLC0415
    from debatemap.core.scenarios import scenarios_in  # noqa: PLC0415

    known = scenarios_in(debate.header)[_found(debate, scenario)] if scenario else {}
    assumed = {node: how for node, how in known.items() if debate.exists(node)}
    for each in given:
        node, equals, value = each.rpartition("=")
        if not equals or value.casefold() not in _VALUES:
            raise UseError(f"{excerpt(each)}: expected ID=0, ID=1 or ID=absent")
        if not node.strip():
            raise UseError(
                f"{excerpt(each)}: the id before the = is missing, as in ID{excerpt(each)}"
            )
        assumed[node_id(debate, node)] = _VALUES[value.casefold()]
    if known and not assumed:
        raise UseError(f"all that “{excerpt(scenario)}” is about is gone from the map")
    if not assumed:
        raise UseError(f"nothing is assumed; {_ADVICE}")
    return assumed


def _found(debate: "Debate", name: str) -> str:
    """Returns the name of a scenario as the file has it."""
    from debatemap.core.scenarios import scenarios_in  # noqa: PLC0415

    names = scenarios_in(debate.header)
    # What was read from a screen is without what no screen shows.
    found = [each for each in names if each == name] or [
        each for each in names if safe_line(each) == safe_line(name)
    ]
    if not found:
        there = f"there are {', '.join(map(str, map(excerpt, names)))}" if names else "it has none"
        raise UseError(f"the map has no scenario “{excerpt(name)}”; {there}")
    return found[0]


def _list(debate: "Debate", *, as_json: bool) -> None:
    from debatemap.cli.text.what_if import put_scenario  # noqa: PLC0415
    from debatemap.core.scenarios import scenarios_in  # noqa: PLC0415

    scenarios = scenarios_in(debate.header)
    if as_json:
        put_json({"scenarios": scenarios})
        return
    for name, assumed in scenarios.items():
        put_scenario(debate, name, assumed)
    if not scenarios:
        say("The map has no scenario yet; --assume ID=0 --keep NAME adds one.")


def _drop(session: "Session", name: str) -> None:
    from debatemap import edit  # noqa: PLC0415

    _do(session, edit.drop_scenario(session.debate, _found(session.debate, name)))


def _do(session: "Session", change: "Change") -> None:
    from debatemap.store.stream_input import input_name  # noqa: PLC0415

    if session.read_only:
        name = input_name(session.path) if session.path else "the map"
        raise UseError(f"{name}: it cannot be changed: {session.read_only}")
    session.do(change)
    save(session)
    say(f"{session.path}: {change.done}")
