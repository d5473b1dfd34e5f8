"""`debatemap replay`: how a verdict came about, version by version."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import output_path, refuse_stdin
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.options import AsJson, MapFile
from debatemap.cli.output import put, put_file, put_json, say
from debatemap.core.text import SafeText, excerpt, safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from debatemap.core.debate import Debate
    from debatemap.core.map_version import MapVersion
    from debatemap.judge.replay.steps import Step

__all__ = ["replay"]

_SEEN: Final = "seen"
_WIDE: Final = 78
_DAY: Final = len("2026-01-03")


def replay(
    map_file: MapFile,
    *,
    thesis: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Tell of this claim, not of the first thesis; a beginning of its id will do.",
            show_default=False,
        ),
    ] = "",
    since: Annotated[
        str,
        typer.Option(
            metavar="REV|DATE|seen",
            help="Tell what came since a version, a day, or since you last looked, and what of it "
            "mattered.",
            show_default=False,
        ),
    ] = "",
    svg: Annotated[
        Path | None,
        typer.Option(
            "--svg",
            metavar="FILE",
            help="Draw the line there, and over no file.",
            parser=output_path,
            show_default=False,
        ),
    ] = None,
    copies: Annotated[
        bool, typer.Option("--copies", help="Go by the copies of saves, not by git.")
    ] = False,
    method: Method = "",
    person: Person = "",
    as_json: AsJson = False,
) -> None:
    """Tell how a verdict came about.

    Prints the verdict in each version of the map, from git's history or else from the copies that
    are kept of saves, as a line and a step a version. Where a version moved it, the fewest edits
    follow that alone do so, those without which it would not be so, and the branches that
    strengthened and weakened it, with their authors.

    Examples:
      debatemap replay debate.json
      debatemap replay debate.json --since 2026-01-03
      debatemap replay debate.json --since seen
      debatemap replay debate.json --svg verdict.svg --json | jq '.steps[].verdict'
    """
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.core.queries import theses  # noqa: PLC0415
    from debatemap.judge.replay.steps import steps  # noqa: PLC0415
    from debatemap.sync.map_versions import copied_versions, map_versions  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    refuse_stdin(map_file, "the history is that of a file")
    now = open_session(map_file).debate
    top = claim_id(now, thesis) if thesis else next(iter(theses(now)), "")
    if not top:
        raise UseError(f"{map_file}: the map has no thesis; name a claim with --thesis")
    by, name = method_of(method), person_of(now, person)
    found = list(copied_versions(now) if copies else map_versions(map_file, now))[::-1]
    if since:
        found = _since(found, now, since)
    told = list(steps(_with_progress(found), top, by, name))
    if svg is not None:
        _draw(svg, now, top, told)
    if as_json:
        from debatemap.cli.json.replay import described  # noqa: PLC0415

        put_json(described(now, top, by, told))
        return
    _put(now, top, found, told, is_span=bool(since))


def _with_progress(found: "Sequence[MapVersion]") -> "Iterable[MapVersion]":
    """Yields versions, and says every two seconds how many of them were judged."""
    from time import monotonic  # noqa: PLC0415

    told = monotonic()
    for place, version in enumerate(found):
        if monotonic() - told > 2:  # noqa: PLR2004  (seconds of silence)
            told = monotonic()
            say(f"judged {place:,} of {len(found):,} versions …")
        yield version


def _since(found: "list[MapVersion]", now: "Debate", wanted: str) -> "list[MapVersion]":
    """Returns the version from which to tell, and one that holds all that came since."""
    from debatemap.core.map_version import MapVersion  # noqa: PLC0415
    from debatemap.formats.registry import read_map  # noqa: PLC0415
    from debatemap.store.seen import load_seen  # noqa: PLC0415

    if wanted == _SEEN:
        seen = load_seen(now.header.id)
        if seen is None:
            raise UseError("you have not looked at this map on the screen yet")
        then = MapVersion(
            "seen", "", "", "when you last looked", None, read_map(seen.content).debate
        )
    else:
        fitting = [
            each for each in found if each.name.startswith(wanted[:8]) or each.name == wanted
        ]
        dated = [each for each in found if each.when and each.when[: len(wanted)] <= wanted]
        is_date = wanted[:4].isdecimal() and wanted[4:5] == "-"
        chosen = dated if is_date else fitting
        if not chosen:
            raise UseError(f"no version of the map is called {excerpt(wanted, 40)}, or is so old")
        then = chosen[-1]._replace(before=None)
    return [then, MapVersion("now", "", "", f"since {then.name}", then.after, now)]


def _put(
    now: "Debate", top: str, found: "Sequence[MapVersion]", told: "Sequence[Step]", *, is_span: bool
) -> None:
    from debatemap.judge.replay.replay_words import change_lines, chart, step_words  # noqa: PLC0415

    put(safe_line(now.claims[top].text))
    if not is_span and any(step.verdict is not None for step in told):
        for line in chart(told, _WIDE):
            put(SafeText(f"  {line}"))
    for version, step in zip(found, told, strict=True):
        when, who = step.when[:_DAY] or "          ", excerpt(step.who, 20)
        about = "  ".join(filter(None, (excerpt(when), step.name, who)))
        words = f"  {excerpt(step.words, 60)}" if step.words else ""
        put(SafeText(f"{about}: {step_words(step)}{words}"))
        if step.change is not None and version.before is not None and (step.turned or is_span):
            for line in change_lines(version.before, version.after, step.change):
                put(SafeText(f"    {line}"))
    if not any(step.turned for step in told):
        put(SafeText("No version turned the verdict."))


def _draw(svg: Path, now: "Debate", top: str, told: "Sequence[Step]") -> None:
    from debatemap.judge.replay.replay_words import step_words  # noqa: PLC0415
    from debatemap.pictures.strength_chart import ChartPoint, strength_chart  # noqa: PLC0415

    points = [
        ChartPoint(
            " ".join(filter(None, (step.when[:_DAY], step.name, step.who))),
            step.verdict.strength if step.verdict is not None else None,
            step_words(step),
            step.turned,
        )
        for step in told
    ]
    put_file(strength_chart(now.claims[top].text, points), svg, expected=None)
