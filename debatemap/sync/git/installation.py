"""Whether git merges and compares maps by meaning, and what is missing where it does not."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from debatemap.sync.git.attributes_file import attributes_file, maps_in, patterns_in
from debatemap.sync.git.driver import Scope, Setting, settings_seen
from debatemap.sync.git.repository import GitError, Repository, repository_of
from debatemap.sync.git.shell import our_settings, program_in

__all__ = ["Installation", "Rule", "installation"]

_DRIVER = "merge.debatemap.driver"


class Rule(NamedTuple):
    """A line of an attributes file that says which files are maps."""

    file: Path
    pattern: str


class Installation(NamedTuple):
    """What git knows of maps.

    Attributes:
        settings: The settings that count, by key.
        rules: The rules that the program wrote.
        maps: The maps in the repository, each with what git's attributes say of it.
    """

    settings: Mapping[str, Setting]
    rules: list[Rule]
    maps: Mapping[Path, Mapping[str, str]]

    @property
    def program(self) -> Path | None:
        """The program that git looks for first, or None where it only looks on the PATH."""
        driver = self.settings.get(_DRIVER)
        return program_in(driver.key, driver.value) if driver else None

    @property
    def program_is_there(self) -> bool:
        """Whether the program that the settings name can be run."""
        if _DRIVER not in self.settings:
            return False
        if self.program is None:
            return shutil.which("debatemap") is not None
        return self.program.is_file() and os.access(self.program, os.X_OK)

    def missing(self) -> Iterator[str]:
        """Yields, in words, what is not as it should be."""
        if _DRIVER not in self.settings:
            yield "git’s settings name no program for maps"
        else:
            yield from self._wrong_settings()
        if not self.rules and not self.maps:
            yield "no attributes file says which files are maps"
        for path, attributes in self.maps.items():
            others = [f"{key} is {value}" for key, value in attributes.items() if value != _OURS]
            if others:
                yield f"{path}: git’s attributes do not apply: {' and '.join(others)}"

    def _wrong_settings(self) -> Iterator[str]:
        for key, wanted in our_settings(self.program).items():
            found = self.settings.get(key)
            if found is None:
                yield f"{key} is not set"
            elif found.value != wanted:
                yield f"{key} is not what this version of the program sets"
        if not self.program_is_there:
            where = self.program or "debatemap on the PATH"
            yield f"{where} is not there: git merges maps line by line"


_OURS = "debatemap"


def installation(folder: Path) -> Installation:
    """Returns what git knows of maps, in a folder of a repository or outside any.

    Raises:
        GitError: Git is not installed.
    """
    settings = {setting.key: setting for setting in settings_seen(folder)}
    repository = _repository(folder)
    scopes = [Scope(folder, is_global=True)]
    if repository:
        scopes.append(Scope(repository.top, is_global=False))
    rules = [rule for scope in scopes for rule in _rules(scope)]
    return Installation(settings, rules, maps_in(repository) if repository else {})


def _repository(folder: Path) -> Repository | None:
    try:
        return repository_of(folder)
    except GitError:
        return None


def _rules(scope: Scope) -> Iterator[Rule]:
    path = attributes_file(scope)
    if path.is_file():
        yield from (Rule(path, pattern) for pattern in patterns_in(path.read_bytes()))
