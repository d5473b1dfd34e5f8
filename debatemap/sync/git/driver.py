"""The settings of git that have it merge and compare maps by meaning."""

import os
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.sync.git.repository import GitError, repository_of, run
from debatemap.sync.git.shell import is_ours, our_settings, program_path

__all__ = ["Scope", "Setting", "put_settings", "settings_seen", "take_settings"]

_OUR_KEYS: Final = r"^(merge|diff)\.debatemap\."
_NOTHING_FOUND: Final = 1


class Scope(NamedTuple):
    """Whose settings: one repository's, or the user's for all repositories.

    Attributes:
        folder: Where git is run.
        is_global: Whether the settings are the user's.
    """

    folder: Path
    is_global: bool

    @classmethod
    def of(cls, folder: Path, *, is_global: bool) -> "Scope":
        """Returns the user's scope, or that of the repository around a folder.

        Raises:
            GitError: There is no repository, or no git; or the user's settings are in no regular
                file, of which git must not be asked: it would wait for a pipe without an end.
        """
        scope = cls(folder if is_global else repository_of(folder).top, is_global)
        if is_global:
            scope.refuse_special_file()
        return scope

    def config(self, *arguments: str, accept: tuple[int, ...] = (0,)) -> bytes:
        """Returns what `git config` prints for this scope."""
        scope = "--global" if self.is_global else "--local"
        return run("config", scope, *arguments, cwd=self.folder, accept=accept).stdout

    def refuse_special_file(self) -> None:
        """Raises a GitError where the settings are in no regular file.

        Git puts a new file in its place, and would do so with a device.
        """
        for path in _users_files() if self.is_global else (self.folder / ".git" / "config",):
            if path.exists():
                if not path.is_file():
                    raise GitError(path, "it is no regular file", advice="Put one in its place.")
                return


def _users_files() -> list[Path]:
    """Returns where git looks for the user's settings; it writes to the first that is there."""
    named = os.environ.get("GIT_CONFIG_GLOBAL")
    if named is not None:
        return [Path(named)]
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  (it raises nothing)
    settings = os.environ.get("XDG_CONFIG_HOME") or home / ".config"
    return [home / ".gitconfig", Path(settings) / "git" / "config"]


class Setting(NamedTuple):
    """One of git's settings as it stands in its configuration.

    Attributes:
        scope: `system`, `global`, `local`, `worktree` or `command`.
        key: Its name.
        value: What it is set to.
    """

    scope: str
    key: str
    value: str


def settings_seen(folder: Path) -> list[Setting]:
    """Returns the settings for maps that git sees in a folder; of equal keys the last counts."""
    printed = run(
        "config", "--show-scope", "--null", "--get-regexp", _OUR_KEYS,
        cwd=folder, accept=(0, _NOTHING_FOUND),
    ).stdout  # fmt: skip
    parts = os.fsdecode(printed).split("\0")
    pairs = zip(parts[::2], parts[1::2], strict=False)
    return [Setting(scope, *_key_and_value(entry)) for scope, entry in pairs]


def put_settings(scope: Scope) -> bool:
    """Sets what is not set yet in a scope.

    Returns:
        Whether anything was.
    """
    scope.refuse_special_file()
    configured = _configured(scope)
    wanted = our_settings(program_path())
    missing = {key: value for key, value in wanted.items() if configured.get(key) != [value]}
    for key, value in missing.items():
        scope.config("--replace-all", key, value)
    return bool(missing)


def take_settings(scope: Scope) -> bool:
    """Takes out of a scope the settings that this program wrote, and no others.

    Returns:
        Whether there were any.
    """
    scope.refuse_special_file()
    configured = _configured(scope).items()
    ours = {(key, value) for key, values in configured for value in values if is_ours(key, value)}
    for key, value in ours:
        scope.config("--unset-all", "--fixed-value", key, value)
    return bool(ours)


def _configured(scope: Scope) -> dict[str, list[str]]:
    """Returns the values in a scope, by key."""
    # A file of the user's that does not exist yet is an error to some versions of git.
    printed = scope.config("--null", "--get-regexp", _OUR_KEYS, accept=(0, 1, 128))
    configured: dict[str, list[str]] = {}
    for entry in filter(None, os.fsdecode(printed).split("\0")):
        key, value = _key_and_value(entry)
        configured.setdefault(key, []).append(value)
    return configured


def _key_and_value(entry: str) -> tuple[str, str]:
    key, _, value = entry.partition("\n")
    return key, value
