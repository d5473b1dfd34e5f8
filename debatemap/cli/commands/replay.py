"""`debatemap replay`: how a verdict came about, version by version."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.inputs import output_path, refuse_stdin
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_file, put_json
from debatemap.cli.shared_options import AsJson, MapFile
from debatemap.core.text import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from debatemap.core.debate import Debate
    from debatemap.core.map_version import MapVersion
    from debatemap.judge.replay.version_steps import Step
    from debatemap.workspace.session import Session

__all__ = ["replay"]

_SEEN: Final = "seen"
_HASH: Final = 8
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
    are kept of saves, and then after each edit that is not saved, as a line and a step a version.
    Where a version moved it, the fewest edits
    follow that alone do so, those without which it would not be so, and the branches that
    strengthened and weakened it, with their authors. Last stands which of its replies are enough to
    carry the claim past where it starts.

    Examples:
      debatemap replay debate.json
      debatemap replay debate.json --since 2026-01-03
      debatemap replay debate.json --since seen
      debatemap replay debate.json --svg verdict.svg --json | jq '.steps[].verdict'
    """
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.cli.text.replay import replay_lines, told_steps  # noqa: PLC0415
    from debatemap.core.queries import theses  # noqa: PLC0415
    from debatemap.judge.explain.evolution import evolution  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415
    from debatemap.sync.map_versions import copied_versions, map_versions  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    refuse_stdin(map_file, "the history is that of a file")
    session = open_session(map_file)
    now = session.debate
    top = claim_id(now, thesis) if thesis else next(iter(theses(now)), "")
    if not top:
        raise UseError(f"{map_file}: the map has no thesis; name a claim with --thesis")
    by, name = method_of(method), person_of(now, person)
    found: Iterable[MapVersion] = copied_versions(now) if copies else map_versions(map_file, now)
    if not since:
        found = chain(_unsaved(session), found)
    else:
        found = _span(map_file, now, _then(map_file, now, found, since), since)
    told = told_steps(found, top, by, name, every=bool(since))
    if svg is not None:
        _draw(svg, now, top, [one.step for one in told])
    judgement = Judgement(now, by, name)
    carried = evolution(judgement, top)
    if as_json:
        from debatemap.cli.json.replay import described  # noqa: PLC0415

        put_json(described(judgement, [one.step for one in told], carried))
        return
    for line in replay_lines(now, carried, told, charted=not since):
        put(line)


def _unsaved(session: "Session") -> "Iterator[MapVersion]":
    """Yields a version for each edit that was made on the screen and is not saved."""
    from debatemap.core.debate import StaleChangeError  # noqa: PLC0415
    from debatemap.store.leftovers import unsaved_edits  # noqa: PLC0415
    from debatemap.sync.map_versions import edited_versions  # noqa: PLC0415

    edits, after = unsaved_edits(session.origin), session.debate.copy()
    try:
        for edit in edits:
            after.apply(edit)
    except StaleChangeError:
        return
    yield from edited_versions(after, edits)


def _then(map_file: Path, now: "Debate", found: "Iterable[MapVersion]", wanted: str) -> "Debate":
    """Returns what the map said at a version, at the end of a day, or when it was last looked at.

    Raises:
        UseError: Nobody knows.
    """
    from debatemap.core.dates import is_date  # noqa: PLC0415
    from debatemap.formats.registry import read_map  # noqa: PLC0415
    from debatemap.store.seen import load_seen  # noqa: PLC0415

    if wanted == _SEEN:
        seen = load_seen(now.header.id)
        if seen is None:
            raise UseError("you have not looked at this map on the screen yet")
        return read_map(seen.content).debate
    names_day = wanted[4:5] == "-" and is_date(wanted[:_DAY])
    reachable = set[str]() if names_day else _commits_behind(map_file, wanted)
    latest: Debate | None = None
    for version in found:
        if names_day and version.when and version.when[: len(wanted)] <= wanted:
            return version.after
        if not names_day and version.name.startswith(wanted[:_HASH]):
            return version.after
        if latest is None and version.name in reachable:
            latest = version.after
    data = None if names_day else _of_revision(map_file, wanted)
    if data is not None:
        return read_map(data, wanted).debate
    if latest is None:
        raise UseError(f"no version of the map is called {excerpt(wanted, 40)}, or is so old")
    return latest


def _commits_behind(map_file: Path, wanted: str) -> set[str]:
    """Returns how versions are called that a revision holds: the map had another name there."""
    from debatemap.sync.git.repository import GitError, repository_of  # noqa: PLC0415

    try:
        return {name[:_HASH] for name in repository_of(map_file).commits_behind(wanted)}
    except GitError:
        return set()


def _of_revision(map_file: Path, wanted: str) -> bytes | None:
    """Returns the map's file as git has it at a revision; None where git has it not."""
    from debatemap.sync.git.repository import GitError, repository_of  # noqa: PLC0415

    try:
        return repository_of(map_file).show(wanted, map_file)
    except GitError:
        return None


def _span(
    map_file: Path, now: "Debate", then: "Debate", wanted: str
) -> "tuple[MapVersion, MapVersion]":
    """Returns one version that holds all that came since another, and that other after it."""
    from debatemap.core.map_version import MapVersion  # noqa: PLC0415

    name = excerpt(wanted, 40)
    words = f"since {'you last looked' if wanted == _SEEN else name}"
    return (
        MapVersion("now", "", "", words, then, now),
        MapVersion(name, "", "", excerpt(map_file.name, 40), None, then),
    )


def _draw(svg: Path, now: "Debate", top: str, told: "Sequence[Step]") -> None:
    from debatemap.judge.replay.replay_words import step_words  # noqa: PLC0415
    from debatemap.pictures.strength_chart import ChartPoint, strength_chart  # noqa: PLC0415

    points = [
        ChartPoint(
            " ".join(filter(None, (step.when[:_DAY], step.name, step.who))),
            step.verdict.strength if step.verdict is not None else None,
            step_words(step),
            step.turned,
            step.verdict.interval[:2]
            if step.verdict is not None and step.verdict.interval is not None
            else None,
        )
        for step in told
    ]
    put_file(strength_chart(now.claims[top].text, points), svg, expected=None)
