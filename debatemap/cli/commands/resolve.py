"""`debatemap resolve`: merge what git, or another program, left unmerged in a map's file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, NamedTuple

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import opening, output_path, refuse_stdin, refuse_stdout
from debatemap.cli.keys_in_words import how_to_settle
from debatemap.cli.output import put_file, say
from debatemap.cli.shared_options import MapFile
from debatemap.cli.text.joined_words import tell_joined
from debatemap.core.text import shell_word

if TYPE_CHECKING:
    from debatemap.sync.merge.files import MergedFile
    from debatemap.sync.merge.sides import People

__all__ = ["resolve"]

_BASE, _OURS, _THEIRS = 1, 2, 3
"""The stages of git's index."""

_NO_BASE: Final = (
    "There was no common ancestor to compare with: nothing counts as deleted, and what differs "
    "is a conflict."
)


class Versions(NamedTuple):
    """What is to be merged, and whether it came from git's index."""

    base: bytes | None
    ours: bytes
    theirs: bytes
    from_git: bool
    people: "People"


def resolve(
    map_file: MapFile,
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Write the merged map there instead.",
            parser=output_path,
            show_default=False,
        ),
    ] = None,
) -> Status:
    """Merge a map that git left unmerged, by meaning.

    Takes both versions and their common ancestor from git's index; where git knows of no merge,
    from the conflict markers in the file. The exit status is 1 where conflicts are left, which
    stand in the map with both versions.

    Examples:
      debatemap resolve debate.json && git add debate.json
      debatemap resolve debate.json -o merged.json
    """
    from debatemap.store.atomic import fingerprint, stands_there  # noqa: PLC0415
    from debatemap.sync.merge.files import merge_files  # noqa: PLC0415  (`--help` must stay light)

    refuse_stdin(map_file, "the merged map takes the place of a file")
    refuse_stdout(output)
    if output is not None and stands_there(output):
        raise UseError(f"{output}: a file stands there already; choose another name")
    content = map_file.read_bytes() if map_file.is_file() else None
    versions = _from_index(map_file) or _from_markers(map_file, content)
    versions = _with_readable_base(versions, map_file)
    sides = versions.ours, versions.theirs
    merged = merge_files(versions.base, *sides, str(map_file), versions.people)
    target = output or map_file
    if output is None and versions.from_git and content is not None:
        _refuse_to_lose(map_file, content, versions, merged)
    expected = fingerprint(content) if output is None and content is not None else None
    put_file(merged.data, target, expected=expected)
    return _tell(target, versions, merged)


def _from_index(map_file: Path) -> Versions | None:
    """Returns what git's index holds of an open merge, or None where it holds nothing."""
    from debatemap.sync.git.authors import merging_people  # noqa: PLC0415
    from debatemap.sync.git.repository import GitError, repository_of  # noqa: PLC0415

    try:
        repository = repository_of(map_file)
    except GitError:  # There may be markers in the file all the same.
        return None
    stages = repository.stages(map_file)
    if not stages:
        return None
    if _OURS not in stages or _THEIRS not in stages:
        raise UseError(
            f"{map_file}: one side deleted it and the other changed it, so there is nothing to "
            f"merge; `git add {shell_word(map_file)}` keeps it, and "
            f"`git rm {shell_word(map_file)}` deletes it"
        )
    people = merging_people(map_file)
    sides = stages[_OURS], stages[_THEIRS]
    return Versions(stages.get(_BASE), *sides, from_git=True, people=people)


def _from_markers(map_file: Path, content: bytes | None) -> Versions:
    from debatemap.store.atomic import read_bytes  # noqa: PLC0415
    from debatemap.sync.git.markers import MarkerError, labels, split  # noqa: PLC0415
    from debatemap.sync.merge.conflict import Side  # noqa: PLC0415

    data = read_bytes(map_file) if content is None else content
    try:
        sides = split(data)
    except MarkerError as error:
        raise UseError(f"{map_file}, {error}; mend the markers and try again") from None
    if sides is None:
        raise UseError(
            f"{map_file}: nothing to resolve: git has no merge of it open, and no conflict "
            "markers stand in it"
        )
    ours, theirs = map(Side, labels(data))
    known = sides.base, sides.ours, sides.theirs
    return Versions(*known, from_git=False, people=(ours, theirs))


def _with_readable_base(versions: Versions, map_file: Path) -> Versions:
    """Returns the versions without an ancestor that is no map, such as one with markers in it."""
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.formats.registry import read_debate  # noqa: PLC0415

    if versions.base is not None:
        try:
            read_debate(versions.base, str(map_file))
        except MapError:
            return versions._replace(base=None)
    return versions


def _refuse_to_lose(
    map_file: Path, content: bytes, versions: Versions, merged: "MergedFile"
) -> None:
    """Raises where the file is neither what git left nor what the merge gives: someone's work."""
    from debatemap.core.errors import MapError  # noqa: PLC0415
    from debatemap.sync.git.markers import MarkerError, split  # noqa: PLC0415

    try:
        if split(content) is not None:
            return
        known = (versions.ours, versions.theirs, merged.data)
        if _said_in(content) in map(_said_in, known):
            return
    except (MarkerError, MapError):
        pass
    raise UseError(
        f"{map_file}: it was edited since git left it, and would be overwritten; "
        f"`git add {shell_word(map_file)}` if it is done, or name another file with --output"
    )


def _said_in(data: bytes) -> dict[str, Any]:
    """Returns what a version says, but not whose its conflicts are: a rebase tells that late."""
    import orjson  # noqa: PLC0415

    from debatemap.formats.native.codec import dump  # noqa: PLC0415
    from debatemap.formats.registry import read_map  # noqa: PLC0415
    from debatemap.sync.merge.conflict import without_sides  # noqa: PLC0415

    shape: dict[str, Any] = orjson.loads(dump(read_map(data).debate))
    return without_sides(shape)


def _tell(target: Path, versions: Versions, merged: "MergedFile") -> Status:
    count = len(merged.left)
    tell_joined(merged.map_id, merged.joined)
    if count:
        conflicts = "1 conflict is" if count == 1 else f"{count} conflicts are"
        say(f"{target}: merged by meaning; {conflicts} left, with both versions in the map.")
        say(f"Open it with `{opening(target)}`, {how_to_settle()}.")
    else:
        say(f"{target}: merged by meaning, with no conflict left.")
    if versions.base is None:
        say(_NO_BASE)
    if versions.from_git:
        say(f"{'Then' if count else 'Next'}: `git add {shell_word(target)}`.")
    return Status.FOUND if count else Status.DONE
