"""A file of another program, and how it becomes a map or a part of one."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from debatemap.core.change import Change
from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Link
from debatemap.core.text import SafeText, shell_word
from debatemap.formats.features import CARRIED
from debatemap.formats.format import Format, Imported
from debatemap.formats.registry import format_for_saving, format_named, format_of, read_map
from debatemap.formats.report import ImportReport
from debatemap.store.atomic import stands_there
from debatemap.store.new_file import write_new_file
from debatemap.store.stream_input import input_name, read_input
from debatemap.sync.change_between import compare
from debatemap.sync.imports import bring_in
from debatemap.sync.merge.conflict import Conflict

__all__ = ["ForeignChange", "ForeignFile", "path_beside", "read_foreign", "write_new_map"]


class ForeignChange(NamedTuple):
    """What a file changes in a map.

    Attributes:
        change: The change.
        is_update: Whether the file is a newer version of one that came before.
        conflicts: What both the file and the map changed.
        debate: The map as it will be.
        left_out: What could not come along as the map has another value, in words.
    """

    change: Change
    is_update: bool
    conflicts: tuple[Conflict, ...]
    debate: Debate
    left_out: tuple[SafeText, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many claims are added, changed, removed, moved, or turned from pro to con."""
        edits = self.change.claims.values()
        added = sum(before is None for before, _ in edits)
        removed = sum(after is None for _, after in edits)
        return {
            "added": added,
            "changed": len(edits) - added - removed,
            "removed": removed,
            "moved": self._premises(lambda before, after: before.target != after.target),
            "turned": self._premises(lambda before, after: before.stance != after.stance),
        }

    @property
    def summary(self) -> str:
        """What it changes, in words."""
        added, changed, removed, moved, turned = self.counts.values()
        verb = "updated the map" if self.is_update else "brought into the map"
        noun = "claim" if added == 1 else "claims"
        more = f", {moved:,} moved" if moved else ""
        more += f", {turned:,} turned from pro to con or back" if turned else ""
        return f"{verb}: {added:,} {noun} added, {changed:,} changed, {removed:,} removed{more}"

    def _premises(self, differs: Callable[[Link, Link], bool]) -> int:
        """Returns how many claims have a link that differs from what it was."""
        links = [(old, new) for old, new in self.change.links.values() if old and new]
        return len({claim for old, new in links if differs(old, new) for claim in new.premises})


class ForeignFile(NamedTuple):
    """A file that was read.

    Attributes:
        path: The file.
        chosen: The format that it was read as.
        read: What it holds.
    """

    path: Path
    chosen: Format
    read: Imported

    @property
    def report(self) -> ImportReport:
        """What came in, what was not carried over, and what was mended."""
        return ImportReport.of(self.read, input_name(self.path), self.chosen.name)

    def updates(self, debate: Debate) -> bool:
        """Tells whether it is a newer version of a file that was imported into a map."""
        return self._earlier(debate) is not None

    def change_of(self, debate: Debate, target: str | None) -> ForeignChange:
        """Returns what it changes in a map.

        Args:
            debate: The map.
            target: The claim that its theses come under, as pros where the file does not say
                that they are cons; None for as theses. A newer version of what came before stays
                where that is.

        Raises:
            MapError: It is a version of this map itself.
            EditRefusedError: There is nothing in it, or no such claim.
        """
        name = self.path.name
        earlier = self._earlier(debate)
        if earlier is not None:
            carries = self.chosen.carries
            has_ids = carries is not None and carries.ids == CARRIED
            brought = bring_in.update(debate, self.read, earlier, name, has_ids=has_ids)
        elif not self.read.is_foreign and self.read.debate.header.id == debate.header.id:
            advice = "`debatemap merge` brings the two together."
            raise MapError(self.path, "it is a version of this map", advice=advice)
        else:
            brought = bring_in.put_under(debate, self.read, target, self.chosen.name, name)
        change = compare(debate, brought.debate, f"import {name}")
        return ForeignChange(
            change, brought.is_update, brought.conflicts, brought.debate, brought.left_out
        )

    def new_map(self) -> Debate:
        """Returns the map that it makes."""
        return bring_in.as_new_map(self.read, self.chosen.name, self.path.name)

    def _earlier(self, debate: Debate) -> "bring_in.ImportedBase | None":
        return bring_in.earlier_import(debate, self.read, self.chosen.name, self.path.name)


def read_foreign(path: Path, format_name: str = "") -> ForeignFile:
    """Returns a file of any format, read from a path or a stream.

    Raises:
        MapError: It cannot be read.
    """
    data, name = read_input(path), input_name(path)
    chosen = format_named(format_name) if format_name else format_of(data, name)
    if not format_name and _is_unknown(chosen, data, path):
        problem = "it looks like none of the formats that can be read"
        advice = _way_out(path) or "`--from FORMAT` names it; `debatemap formats` lists them."
        raise MapError(name, problem, advice=f"{advice} Nothing was written.")
    return ForeignFile(path, chosen, read_map(data, name, chosen.name))


_AS_MARKDOWN: Final = (
    "`pandoc {file} -t markdown | debatemap import - --from markdown -o {map}` makes a map of it."
)
_ELSEWHERE: Final = {
    ".xmind": "Export it there as Markdown or OPML, and import that.",
    **dict.fromkeys(
        (".xlsx", ".xls", ".ods", ".numbers"), "Save it there as CSV, and import that."
    ),
    **dict.fromkeys((".docx", ".odt", ".rtf", ".epub"), _AS_MARKDOWN),
}
"""What to do with files of other programs that are not read, by their suffix."""


def _way_out(path: Path) -> str:
    """Returns what makes a file of it that can be read, or nothing."""
    advice = _ELSEWHERE.get(path.suffix.lower(), "")
    return advice.format(file=shell_word(path), map=shell_word(path.with_suffix(".json")))


def _is_unknown(chosen: Format, data: bytes, path: Path) -> bool:
    """Tells whether a text was taken for a map only as no other format knows it."""
    start = data[:4_096].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_map_like = not start or start.startswith(b"{") or path.suffix.lower() in chosen.suffixes
    return chosen.is_lossless and not is_map_like and not chosen.sniff(data[:4_096])


def path_beside(path: Path) -> Path:
    """Returns a name for the map of a file that no file has yet: talk.json for talk.argdown."""
    for number in count(1):
        stem = path.stem if number == 1 else f"{path.stem}-{number}"
        beside = path.with_name(f"{stem}.json")
        if not stands_there(beside):
            return beside
    raise AssertionError


def write_new_map(debate: Debate, path: Path) -> None:
    """Writes a map to a file that is not there yet.

    Raises:
        MapError: A file stands there, its format cannot hold a map, or the disk refused.
    """
    write_new_file(format_for_saving(path).writer(debate)(), path)
