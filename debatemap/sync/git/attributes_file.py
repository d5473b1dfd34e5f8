"""The rules that tell git which files are maps: a line in an attributes file for each pattern."""

import os
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from debatemap.formats.registry import is_map
from debatemap.store.atomic import ABSENT, fingerprint, write_bytes
from debatemap.sync.git.driver import Scope
from debatemap.sync.git.repository import GitError, Repository, repository_of, run

__all__ = [
    "attributes_file",
    "maps_in",
    "needs_commit",
    "patterns_in",
    "put_rules",
    "take_rules",
    "with_rules",
    "without_rules",
]

_RULE: Final = b" merge=debatemap diff=debatemap"
_NOTE: Final = b"# Debate maps merge by meaning for everyone who ran `debatemap git install`."
"""Begins a file that this program made, by which it is known later."""

_HEAD: Final = 4096
"""How much of a file is read to see whether it is a map."""


def attributes_file(scope: Scope) -> Path:
    """Returns the attributes file of a scope, which need not exist.

    Raises:
        GitError: It is a link out of a repository, or no file at all.
    """
    path = _users_file(scope.folder) if scope.is_global else scope.folder / ".gitattributes"
    # A repository's own is no link to git; one may lead to any file of the user's.
    if (path.is_symlink() and not scope.is_global) or (path.exists() and not path.is_file()):
        raise GitError(path, "it is no regular file", advice="Put one in its place.")
    return path


def put_rules(path: Path, patterns: Iterable[str]) -> bool:
    """Adds the rules for some patterns to an attributes file.

    Returns:
        Whether any was missing.

    Raises:
        MapError: The disk refused.
    """
    data = path.read_bytes() if path.exists() else None
    wanted = with_rules(data, patterns)
    if wanted == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, wanted, expected=ABSENT if data is None else fingerprint(data))
    return True


def needs_commit(path: Path) -> bool:
    """Tells whether the last commit does not hold a file of a working tree as it stands there."""
    repository = repository_of(path)
    if not repository.head_exists:
        return True
    committed = repository.show("HEAD", path)
    # Git may have written other line ends into the working tree.
    return committed is None or committed.splitlines() != path.read_bytes().splitlines()


def take_rules(path: Path) -> bool:
    """Takes every rule of ours out of an attributes file, and the file if it was ours.

    Returns:
        Whether there was any.

    Raises:
        MapError: The disk refused.
    """
    data = path.read_bytes() if path.exists() else b""
    left = without_rules(data)
    if left is None:
        path.unlink()
    elif left != data:
        write_bytes(path, left, expected=fingerprint(data))
    return left != data


def with_rules(data: bytes | None, patterns: Iterable[str]) -> bytes:
    r"""Returns an attributes file with the rules for some patterns at its end.

    Args:
        data: The file, or None where it is to be made.
        patterns: What names the maps.

    Examples:
        >>> with_rules(b"*.sh text", ["*.json"])
        b'*.sh text\n*.json merge=debatemap diff=debatemap'
    """
    listed = set(patterns_in(data or b""))
    text = _NOTE + b"\n" if data is None else data
    end = b"\r\n" if b"\r\n" in text else b"\n"
    for pattern in patterns:
        if pattern in listed:
            continue
        line = _quoted(pattern) + _RULE
        # A file without a line break at its end keeps that.
        text += line + end if not text or text.endswith(b"\n") else end + line
        listed.add(pattern)
    return text


def without_rules(data: bytes) -> bytes | None:
    r"""Returns an attributes file without our rules, or None where nothing but ours stood there.

    Examples:
        >>> without_rules(b"*.sh text\n*.json merge=debatemap diff=debatemap")
        b'*.sh text'
    """
    lines = list(BytesIO(data))
    kept = [line for line in lines if not _is_ours(line)]
    if kept == lines:
        return data
    if not kept and lines[0].strip() == _NOTE:
        return None
    if kept and not data.endswith(b"\n") and _is_ours(lines[-1]):
        kept[-1] = kept[-1].rstrip(b"\r\n")
    return b"".join(kept)


def patterns_in(data: bytes) -> list[str]:
    r"""Returns the patterns of our rules in an attributes file.

    Examples:
        >>> patterns_in(b'* text\n"a b/*.json" merge=debatemap diff=debatemap\n')
        ['a b/*.json']
    """
    rules = (line.strip() for line in BytesIO(data) if _is_ours(line))
    return [_unquoted(rule.removesuffix(_RULE)) for rule in rules if rule != _NOTE]


def maps_in(repository: Repository) -> dict[Path, Mapping[str, str]]:
    """Returns the maps in a working tree, each with its attributes `merge` and `diff`."""
    listed = run(
        "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=repository.top
    ).stdout
    answers = run(
        "check-attr", "-z", "--stdin", "merge", "diff", cwd=repository.top, stdin=listed
    ).stdout.split(b"\0")
    found: dict[Path, dict[str, str]] = {}
    for name, attribute, value in zip(answers[::3], answers[1::3], answers[2::3], strict=False):
        path = repository.top / os.fsdecode(name)
        found.setdefault(path, {})[attribute.decode()] = value.decode(errors="replace")
    return {
        path: attributes
        for path, attributes in found.items()
        if (path.suffix == ".json" or attributes["merge"] == "debatemap") and _is_map(path)
    }


def _is_map(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return is_map(file.read(_HEAD))


def _users_file(folder: Path) -> Path:
    """Returns the user's attributes file; what a repository says of it does not count."""
    for scope in ("--global", "--system"):
        printed = run(
            "config", scope, "--type=path", "--get", "core.attributesFile",
            cwd=folder, accept=(0, 1, 128),
        ).stdout.removesuffix(b"\n")  # fmt: skip
        if printed:
            return folder / os.fsdecode(printed)
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "git" / "attributes"


def _is_ours(line: bytes) -> bool:
    line = line.strip()
    return line == _NOTE or (line.endswith(_RULE) and not line.startswith(b"#"))


def _quoted(pattern: str) -> bytes:
    """Returns a pattern as an attributes file has it."""
    plain = not any(sign.isspace() for sign in pattern) and pattern[0] not in '#"'
    escaped = pattern.replace("\\", "\\\\").replace('"', '\\"')
    return os.fsencode(pattern if plain else f'"{escaped}"')


def _unquoted(name: bytes) -> str:
    text = os.fsdecode(name)
    if not text.startswith('"'):
        return text
    return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
