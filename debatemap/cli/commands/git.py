"""`debatemap git`: have git merge and compare maps by meaning."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from debatemap.cli.error_reporting import UseError
from debatemap.cli.exit_status import Status
from debatemap.cli.output import put, put_json, say
from debatemap.cli.shared_options import AsJson
from debatemap.core.text import safe_line

if TYPE_CHECKING:
    from debatemap.sync.git.installation import Installation

__all__ = ["DEFAULT_PATTERN", "git", "install", "status", "uninstall"]

DEFAULT_PATTERN: Final = "*.json"
_ADVICE: Final = "`debatemap git install` sets it up."
_ADVICE_OUTSIDE: Final = (
    "This folder is in no git repository. `debatemap git install --global` sets up all of yours."
)

Global = Annotated[
    bool, typer.Option("--global", help="For all your repositories, not for this one alone.")
]


def git() -> None:
    """Have git merge and compare maps by meaning.

    Two people’s edits of one map are then merged by claim and by field, and `git diff` and
    `git log -p` tell them in words. Other JSON is treated as ever.

    Examples:
      debatemap git install          in a repository with maps
      debatemap git status           what is set, and whether it works
    """


def install(
    *,
    is_global: Global = False,
    patterns: Annotated[
        list[str] | None,
        typer.Option(
            "--pattern",
            metavar="P",
            help="Which files are maps; *.json without it.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Set git up to merge and compare maps by meaning.

    Writes into git’s settings what to run, and into .gitattributes for which files. The
    settings hold for this clone only; whoever else works on the maps runs this once as well,
    and git merges line by line for those who do not.

    Examples:
      debatemap git install
      debatemap git install --pattern 'maps/*.json'
      debatemap git install --global
    """
    from debatemap.sync.git.attributes_file import attributes_file, needs_commit, put_rules  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.sync.git.driver import Scope, put_settings  # noqa: PLC0415

    wanted = patterns or [DEFAULT_PATTERN]
    for pattern in wanted:
        _check_pattern(pattern)
    scope = Scope.of(Path.cwd(), is_global=is_global)
    path = attributes_file(scope)
    changed = put_settings(scope)
    added = put_rules(path, wanted)
    where = "in all your repositories" if is_global else f"in {scope.folder}"
    if not changed and not added:
        say(f"Nothing to do: git merges and compares maps by meaning {where} already.")
        return
    say(f"Git merges and compares maps by meaning {where} from now on.")
    if added:
        say(f"It takes what matches {' or '.join(wanted)} for maps; {path} says so.")
    if not is_global:
        others = "have the others run `debatemap git install` once"
        commit = needs_commit(path)
        say(f"Commit .gitattributes, and {others}." if commit else f"{others.capitalize()}.")


def uninstall(*, is_global: Global = False) -> None:
    """Undo what `install` did.

    Nothing else in those files changes.

    Examples:
      debatemap git uninstall
    """
    from debatemap.sync.git.attributes_file import attributes_file, take_rules  # noqa: PLC0415
    from debatemap.sync.git.driver import Scope, take_settings  # noqa: PLC0415

    scope = Scope.of(Path.cwd(), is_global=is_global)
    path = attributes_file(scope)
    # The rules first: without them git runs no driver, whatever becomes of the rest.
    dropped = take_rules(path)
    changed = take_settings(scope)
    where = "in your repositories" if is_global else f"in {scope.folder}"
    if not dropped and not changed:
        say(f"Nothing to do: git merges maps line by line {where} already.")
    else:
        say(f"Git merges maps line by line {where} again.")
        if dropped and not is_global:
            say("Commit that change of .gitattributes.")


def status(*, as_json: AsJson = False) -> Status:
    """Tell whether git merges and compares maps by meaning here.

    The exit status is 0 where it does, and 1 where something is missing.

    Examples:
      debatemap git status
    """
    from debatemap.sync.git.installation import installation  # noqa: PLC0415

    found = installation(Path.cwd())
    missing = list(found.missing())
    if as_json:
        put_json(_described(found, missing))
    else:
        _put_words(found)
        for words in missing:
            put(safe_line(f"Missing: {words}"))
        if missing:
            say(_ADVICE if _is_in_repository() else _ADVICE_OUTSIDE)
    return Status.FOUND if missing else Status.DONE


def _is_in_repository() -> bool:
    from debatemap.sync.git.repository import GitError, repository_of  # noqa: PLC0415

    try:
        repository_of(Path.cwd())
    except GitError:
        return False
    return True


def _check_pattern(pattern: str) -> None:
    if not pattern.strip() or not pattern.isprintable() or pattern.startswith(("!", "[attr]")):
        advice = "give one as .gitattributes takes it, such as '*.json' or 'maps/*'"
        raise UseError(f"“{safe_line(pattern)}” is no pattern of files: {advice}")


def _put_words(found: "Installation") -> None:
    scopes = sorted({setting.scope for setting in found.settings.values()})
    if found.settings:
        put(safe_line(f"Settings: {len(found.settings)}, {' and '.join(scopes)}"))
    if found.program_is_there:
        put(safe_line(f"Program: {found.program or 'debatemap on the PATH'}"))
    for rule in found.rules:
        put(safe_line(f"Rule: {rule.pattern} in {rule.file}"))
    put(safe_line(f"Maps: {len(found.maps)}"))


def _described(found: "Installation", missing: list[str]) -> dict[str, object]:
    return {
        "installed": not missing,
        "missing": missing,
        "settings": {
            key: {"scope": setting.scope, "value": setting.value}
            for key, setting in found.settings.items()
        },
        "program": str(found.program) if found.program else None,
        "program_is_there": found.program_is_there,
        "rules": [{"file": str(rule.file), "pattern": rule.pattern} for rule in found.rules],
        "maps": [{"file": str(path), **kinds} for path, kinds in found.maps.items()],
    }
