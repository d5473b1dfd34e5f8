"""A copy of the package in which claims have further fields: one of each kind, merely declared."""

import shutil
from pathlib import Path
from typing import Any, Final, NamedTuple

import debatemap

__all__ = ["FURTHER", "Further", "declare"]


class Further(NamedTuple):
    """A field that is declared for a trial.

    Attributes:
        kind: Its kind, as in the declaration.
        more: The rest of its declaration.
        typed: What somebody types for it.
        value: What a claim holds then.
        shape: The same as the file has it.
        text: The same as a person reads it, on one line.
        found: A word by which it is found.
        junk: What a file may hold there that is no value of it.
    """

    kind: str
    more: str
    typed: str
    value: Any
    shape: Any
    text: str
    found: str
    junk: tuple[Any, ...]


FURTHER: Final = {
    "trial_line": Further(
        "line", 'noun="trial range"', "  in\nEurope ", "in Europe", "in Europe",
        "in Europe", "europe",
        ("", 5, None, ["in Europe"], {"in": "Europe"}),
    ),
    "trial_text": Further(
        "text", 'merge="words"', " wet and cold\nand dark ", "wet and cold\nand dark",
        "wet and cold\nand dark", "wet and cold and dark", "dark", ("", 5, ["wet"]),
    ),
    "trial_lines": Further(
        "lines", 'merge="lines", key="trial-lines"', "first\nsecond\n", "first\nsecond",
        ["first", "second"], "first second", "second", ([], [""], ["a\nb"], "first", [5], {}),
    ),
    "trial_tags": Further(
        "tags", 'merge="members"', "law, #cost,law", ("law", "cost"), ["law", "cost"],
        "#law #cost", "#cost", ([], "law", [5], [["law"]], 5),
    ),
    "trial_choice": Further(
        "choice", 'choices=("theory", "practice")', "practice", "practice", "practice",
        "practice", "trial_choice:practice", ("", "rumour", ["practice"], 5, None),
    ),
}  # fmt: skip
"""The fields that are declared for a trial, by name."""

_TYPES: Final = {"tags": "tuple[str, ...] = ()"}


def declare(folder: Path) -> None:
    """Copies the package into a folder and declares the further fields there, in two files."""
    package = folder / "debatemap"
    # The compiled files are taken along: they count as fresh by the time of their source.
    shutil.copytree(Path(debatemap.__file__).parent, package, ignore_dangling_symlinks=True)
    (folder / "maps").symlink_to(Path(debatemap.__file__).parents[1] / "maps")
    attributes = (
        f"    {name}: {_TYPES.get(field.kind, 'str = ' + repr(''))}\n"
        for name, field in FURTHER.items()
    )
    rows = (
        f'    Field("claims", {name!r}, {field.kind!r}, {field.more},\n'
        "          is_later=True, is_plain=True, is_searched=True),\n"
        for name, field in FURTHER.items()
    )
    _insert(
        package / "core" / "model.py",
        "    extra: Extra = NO_EXTRA\n\n\nclass Link(NamedTuple):",
        "".join(attributes),
    )
    _insert(package / "core" / "fields.py", '    Field("links", "stance",', "".join(rows))


def _insert(path: Path, before: str, lines: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, path
    path.write_text(text.replace(before, lines + before), encoding="utf-8")
