"""`debatemap log`: the history of a debate from git, in the words of arguments."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.inputs import refuse_stdin
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson, MapFile
from debatemap.core.text import SafeText, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from debatemap.sync.git.commit_history import Entry

__all__ = ["log"]

_HASH: Final = 8
_DAY: Final = len("2026-01-03")
_AUTHOR: Final = 20
"""Cells of an author's name, at most."""

_CUT: Final = (
    "This clone is shallow, so the history is cut off there; `git fetch --unshallow` gets the rest."
)
_NO_COMMIT: Final = (
    "no commit by itself changed this claim: it is not committed yet, or came about in a merge"
)

_Told = tuple["Entry", list[SafeText]]
"""A commit, and what it did in words."""


def log(
    map_file: MapFile,
    *,
    claim: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="Only what befell this claim; a beginning of its id will do, while it exists.",
            show_default=False,
        ),
    ] = "",
    number: Annotated[
        int | None,
        typer.Option("-n", metavar="N", min=1, help="The latest N.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> Status:
    """Tell the history of a map that git keeps.

    One line a commit, the newest first, in the words of `debatemap diff`. With --claim, every
    change of one claim, its links and ratings, and who made it; the exit status is 1 where no
    commit changed it.

    Examples:
      debatemap log debate.json -n 10
      debatemap log debate.json --claim 3f8k2m9xqz
    """
    from debatemap.store.atomic import stands_there  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.sync.git.commit_history import history  # noqa: PLC0415

    refuse_stdin(map_file, "git keeps the history of a file")
    stands_there(map_file)  # A link that leads nowhere is told of as everywhere.
    entries = history(map_file)
    commits = _of_claim(map_file, entries, claim) if claim else _of_map(entries, in_full=as_json)
    shown = list(islice(commits, number)) if as_json else islice(commits, number)
    if as_json:
        put_json([_described(entry, words) for entry, words in shown])
    found = False
    for entry, words in shown:
        found = True
        for line in () if as_json else words if claim else [_summed(words)]:
            put(SafeText(f"{_head(entry)}  {line}"))
        if entry.is_cut:
            say(_CUT)
    if found:
        return Status.DONE
    say(f"{map_file}: {_NO_COMMIT}" if claim else f"{map_file}: no commit changed what it says")
    return Status.FOUND


def _of_map(entries: "Iterator[Entry]", *, in_full: bool) -> "Iterator[_Told]":
    for entry in entries:
        yield entry, _beginning(entry) or _words(entry, in_full=in_full)


def _of_claim(map_file: "Path", entries: "Iterator[Entry]", given: str) -> "Iterator[_Told]":
    """Yields the commits that changed a claim.

    Raises:
        UseError: There is no such claim, and never was.
    """
    wanted, refusal = _claim(map_file, given)
    found = False
    for entry in entries:
        words = _words(entry, wanted)
        if entry.before is None and entry.after is not None and wanted in entry.after.claims:
            since = (
                "there where the history is cut off" if entry.is_cut else "there from the beginning"
            )
            words = [SafeText(f"{since}: {_text(entry, wanted)}")]
        if words:
            found = True
            yield entry, words
    if refusal is not None and not found:
        raise refusal


def _claim(map_file: "Path", given: str) -> tuple[str, UseError | None]:
    """Returns the id of a claim, or what was given and why it is the id of none now."""
    from debatemap.cli.node_ids import claim_id  # noqa: PLC0415
    from debatemap.workspace.session import open_session  # noqa: PLC0415

    if not map_file.exists():
        return given, UseError(f"there was no claim {excerpt(given, 64)} in this map")
    try:
        return claim_id(open_session(map_file).debate, given), None
    except UseError as refusal:
        return given, refusal


def _words(entry: "Entry", claim: str = "", *, in_full: bool = True) -> list[SafeText]:
    """Returns what a commit did, all of it or to one claim; what weighs most comes first."""
    from debatemap.sync.diff.difference_text import one_line, short_line  # noqa: PLC0415
    from debatemap.sync.diff.differences import differences, weightiest  # noqa: PLC0415
    from debatemap.sync.git.commit_history import concerns  # noqa: PLC0415

    before, after = entry.before, entry.after
    if before is None or after is None:
        return []
    say = one_line if in_full else short_line
    found = weightiest(differences(before, after))
    if claim:
        found = [each for each in found if concerns(each, claim, before, after)]
    return [say(each, before, after) for each in found]


def _beginning(entry: "Entry") -> list[SafeText]:
    """Returns what a commit did where there is nothing to compare."""
    if entry.after is None:
        return [excerpt(entry.problem, 80)]
    if entry.before is not None:
        return []
    count = len(entry.after.claims)
    begun = "cut off; there were" if entry.is_cut else "begun with"
    return [SafeText(f"{begun} {count} {'claim' if count == 1 else 'claims'}")]


def _summed(words: list[SafeText]) -> SafeText:
    if not words:
        return SafeText("laid out anew, and says the same")
    more = f" (and {len(words) - 1} more)" if len(words) > 1 else ""
    return SafeText(f"{words[0]}{more}")


def _head(entry: "Entry") -> SafeText:
    author = excerpt(entry.author, _AUTHOR) or "nobody"
    return SafeText(f"{excerpt(entry.when[:_DAY])}  {entry.commit[:_HASH]}  {author}")


def _text(entry: "Entry", claim: str) -> SafeText:
    return excerpt(entry.after.claims[claim].text, 160) if entry.after else SafeText("")


def _described(entry: "Entry", words: list[SafeText]) -> dict[str, object]:
    return {
        "commit": entry.commit,
        "author": entry.author,
        "date": entry.when,
        "subject": entry.subject,
        "words": words,
        "is_cut": entry.is_cut,
    }
