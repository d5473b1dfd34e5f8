"""The maps to open as choices: rows, headings, previews, and claims that were searched for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from os.path import realpath
from pathlib import Path
from typing import Final, NamedTuple

from textual.content import Content

from debatemap.catalog.map_files import NEW_MAP, Chosen, ClaimIn, MapFiles, NewMap
from debatemap.catalog.map_search import ClaimFound, Found
from debatemap.catalog.map_summary import MapSummary, PreviewLine, ReadMap
from debatemap.core.search_query import Query
from debatemap.core.text import SafeText, clean, excerpt, safe_line, width, wrap
from debatemap.tui.dialogs.chooser import Choice
from debatemap.tui.features.keeping.map_facts import facts_of, facts_within

__all__ = ["new_map_row", "preview_of", "row_to_read", "rows_for"]

_GAP: Final = 2
_LEAST: Final = 8
"""Cells from which on a file is named behind what is said of its map."""
_NAME: Final = 40
"""Cells of a row that names take at most, where more is to be said of the map."""
_SAMPLES: Final = "To learn from, as a copy of your own"
_SIGNS: Final = {
    "": ("◆", "$accent"),
    "supports": ("+", "$pro"),
    "attacks": ("−", "$con"),
    "joint": ("&", "$quiet"),
}


class _Layout(NamedTuple):
    """The cells of the name of a map, of what is told of it, and of its file or folder."""

    name: int
    told: int
    file: int


def rows_for(
    typed: str,
    files: MapFiles,
    samples: Sequence[Path],
    known: Mapping[Path, ReadMap],
    found: Found,
    room: int,
) -> list[Choice[Chosen]]:
    """Returns the rows of the list for what was typed.

    Args:
        typed: What was typed.
        files: The maps here and elsewhere.
        samples: The maps that come with the program.
        known: What was read of maps so far.
        found: The claims that were found for what was typed.
        room: The cells of a row.
    """
    query = Query(typed)
    listed_paths = (*files.here, *files.recent)
    titles = Counter(_title(path, known.get(path)) for path in listed_paths)
    column = max(8, min(_NAME, room * 3 // 8))
    told = {
        path: _facts_line(known.get(path), room - column - _GAP, _is_open(path, files))
        for path in listed_paths
    }
    widest = max(map(width, told.values()), default=0)
    layout = _Layout(column, widest, room - column - widest - 2 * _GAP)

    def listed(paths: Sequence[Path], *, is_elsewhere: bool = False) -> list[Choice[Chosen]]:
        return [
            Choice[Chosen](
                path,
                _row(
                    path,
                    known.get(path),
                    told[path],
                    layout,
                    is_elsewhere=is_elsewhere,
                    is_only_one=titles[_title(path, known.get(path))] == 1,
                ),
            )
            for path in paths
            if query.fits(_searched(path, known.get(path)))
        ]

    tried = [Choice[Chosen](path, _sample_row(path, known.get(path), room)) for path in samples]
    parts = {
        "In this folder": listed(files.here),
        "Opened lately, elsewhere": listed(files.recent, is_elsewhere=True),
        _SAMPLES: [choice for choice in tried if query.fits(choice.label.plain)],
        _claims_heading(found): [_claim_row(each, known, query, room) for each in found.claims],
    }
    begin = Choice[Chosen](NEW_MAP, Content.styled("+ begin a new map", "$accent"))
    rows = [begin] if query.fits(begin.label.plain) else []
    if files.looked_at:
        rows.append(row_to_read(f"In this folder: looking through {files.looked_at:,} files …"))
    elif not files.here and not typed:
        rows.append(row_to_read("In this folder: no map yet"))
    for heading, choices in parts.items():
        if choices:
            rows += [row_to_read(heading), *choices]
    return rows


def new_map_row(typed: str, room: int) -> Choice[Chosen]:
    """Returns the row that begins a map with what was typed as its title.

    Args:
        typed: What was typed.
        room: The cells of a row.
    """
    title = safe_line(clean(typed)).strip()
    words = "+ begin a new map: “"
    return Choice(
        NewMap(title),
        Content.styled(f"{words}{excerpt(title, max(_LEAST, room - len(words) - 1))}”", "$accent"),
    )


def preview_of(chosen: Chosen, known: Mapping[Path, ReadMap], room: int) -> Content:
    """Returns what is shown of a row that is highlighted: the map's first lines.

    Args:
        chosen: The row's value.
        known: What was read of maps so far.
        room: The cells of a line.
    """
    if isinstance(chosen, str | NewMap):
        words = (
            "An empty map. Its first claim is the thesis; everything else speaks for or against it."
        )
        return Content("\n").join(map(Content, wrap(words, room)))
    path = chosen.path if isinstance(chosen, ClaimIn) else chosen
    read = known.get(path)
    if read is None:
        return Content.styled("reading …", "$quiet")
    lines = list(_head_lines(read.summary, room))
    if isinstance(chosen, ClaimIn) and read.debate is not None:
        text = read.debate.claims[chosen.claim].text
        lines += [*map(Content, wrap(text, room)), Content("")]
    lines += [_preview_line(line, room) for line in read.summary.lines]
    return Content("\n").join(lines)


def row_to_read(words: str) -> Choice[Chosen]:
    """Returns a row that is only read."""
    return Choice[Chosen]("", Content.styled(words, "$quiet"), disabled=True)


def _searched(path: Path, read: ReadMap | None) -> str:
    """Returns what a map is found by: its title and its file's name."""
    title = read.summary.title if read is not None else ""
    return safe_line(f"{title} {path.name}")


def _is_open(path: Path, files: MapFiles) -> bool:
    return bool(files.open) and realpath(path) in files.open


def _facts_line(read: ReadMap | None, room: int, is_open: bool) -> SafeText:  # noqa: FBT001  (one of two ways to say it)
    """Returns what is said of a map beside its name."""
    cells = max(8, room)
    facts = facts_within(read.summary, cells, is_open=is_open) if read is not None else "…"
    return excerpt(facts, cells)


def _row(
    path: Path,
    read: ReadMap | None,
    told: SafeText,
    layout: _Layout,
    *,
    is_elsewhere: bool,
    is_only_one: bool,
) -> Content:
    title = _title(path, read)
    where = _folder(path) if is_elsewhere else safe_line(path.name)
    name = excerpt(title, layout.name) if is_only_one else _with_file(title, path, layout.name)
    is_named = where == name or not (is_only_one or is_elsewhere)
    file = ""
    if layout.file > _LEAST and not is_named:
        file = " " * (layout.told - width(told) + _GAP) + excerpt(
            where, layout.file, at_a_word=False
        )
    colour = "$warning" if read is not None and read.summary.problem else "$quiet"
    gap = " " * (layout.name - width(name) + _GAP)
    return Content.assemble(name, gap, (told, colour), (file, "$quiet"))


def _title(path: Path, read: ReadMap | None) -> SafeText:
    title = safe_line(read.summary.title) if read is not None else ""
    return SafeText(title.strip()) or safe_line(path.name)


def _with_file(title: SafeText, path: Path, cells: int) -> SafeText:
    """Returns a title that several maps have, with the name of the file of one."""
    file = excerpt(path.name, cells // 2)
    if file == title:
        return SafeText(excerpt(title, cells))
    return SafeText(f"{excerpt(title, cells - width(file) - _GAP)}{' ' * _GAP}{file}")


def _folder(path: Path) -> SafeText:
    """Returns the folder of a map, from the user's home where it is beneath that."""
    folder = path.parent
    try:
        beneath = str(folder.relative_to(Path.home()))
        return safe_line("~" if beneath == "." else f"~/{beneath}")
    except (ValueError, RuntimeError):
        return safe_line(str(folder))


def _sample_row(path: Path, read: ReadMap | None, room: int) -> Content:
    name, stem = _title(path, read), safe_line(path.stem)
    name = stem if name == path.name else name
    told = excerpt(stem, max(8, room - width(name) - _GAP)) if name != stem else ""
    return Content.assemble(excerpt(name, room), " " * _GAP, (told, "$quiet"))


def _claims_heading(found: Found) -> str:
    claims = "1 claim" if found.number == 1 else f"{found.number:,} claims"
    maps = "1 map" if found.maps == 1 else f"{found.maps:,} maps"
    shown = len(found.claims)
    first = f"; the first {shown:,} are listed" if shown < found.number else ""
    return f"Found in claims: {claims} in {maps}{first}"


def _claim_row(
    found: ClaimFound, known: Mapping[Path, ReadMap], query: Query, room: int
) -> Choice[Chosen]:
    text = safe_line(found.text)
    title = excerpt(_title(found.path, known.get(found.path)), 24)
    words = _around(text, query, max(10, room - width(title) - _GAP - 2))
    label = Content.assemble("  ", words, " " * _GAP, (title, "$quiet"))
    return Choice[Chosen](ClaimIn(found.path, found.claim), label)


def _around(text: str, query: Query, room: int) -> Content:
    """Returns the part of a claim that was searched for, with the words marked."""
    spans = query.spans(text)
    start = 0
    if spans and spans[0][1] > room - 1:
        start = max(0, spans[0][0] - room // 3)
        start = text.find(" ", start) + 1 or start
    shown = excerpt(text[start:], room - (1 if start else 0))
    content = Content(f"{'…' if start else ''}{shown}")
    shift = (1 if start else 0) - start
    for left, right in query.spans(text):
        if left >= start and right + shift <= len(content.plain):
            content = content.stylize("$match-text on $match", left + shift, right + shift)
    return content


def _head_lines(summary: MapSummary, room: int) -> Iterator[Content]:
    """Yields the head of a preview: the title, the file, and what is the matter with it."""
    if summary.title.strip():
        for line in wrap(summary.title, room)[:2]:
            yield Content.styled(line, "bold")
    for line in wrap(safe_line(str(summary.path)), room)[:2]:
        yield Content.styled(line, "$quiet")
    if summary.problem:
        yield Content("")
        for line in wrap(summary.problem, room):
            yield Content.styled(line, "$warning")
        return
    for line in wrap(" · ".join(facts_of(summary)), room):
        yield Content.styled(line, "$quiet")
    if summary.is_large:
        yield Content("")
        words = "Too large to be looked into here; it can be opened all the same."
        yield from map(Content, wrap(words, room))
    yield Content("")


def _preview_line(line: PreviewLine, room: int) -> Content:
    sign, colour = _SIGNS.get(line.stance, _SIGNS[""])
    indent = "  " * line.depth
    return Content.assemble(
        indent, (sign, colour), " ", excerpt(line.text, max(4, room - len(indent) - 2))
    )
