"""The formats by name: those of the program, and those that other packages add.

Everything that reads or writes a map asks here. A format's module is loaded when it is needed; a
file of the native format is known by its first bytes, and loads no other one.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.text import excerpt
from debatemap.formats.format import Format, Imported, Progress
from debatemap.formats.loss import loss_lines

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = [
    "FormatError",
    "foreign_suffixes",
    "format_for_saving",
    "format_for_writing",
    "format_named",
    "format_of",
    "is_map",
    "map_id_in",
    "map_suffixes",
    "names",
    "native_bytes",
    "read_debate",
    "read_map",
    "refusal_of",
    "write_like",
]

GROUP: Final = "debatemap.formats"
"""The group of entry points by which another package adds a format."""

NATIVE: Final = "debatemap"
_STDOUT: Final = Path("/dev/stdout")

_BUILT_IN: Final = {
    NATIVE: "debatemap.formats.native.format:NativeFormat",
    "argdown": "debatemap.formats.argdown.format:Argdown",
    "xaif": "debatemap.formats.argument.aif:XAIF",
    "aif": "debatemap.formats.argument.aif:AIF",
    "arguebuf": "debatemap.formats.argument.arguebuf:Arguebuf",
    "sadface": "debatemap.formats.argument.sadface:SADFace",
    "carneades": "debatemap.formats.carneades.format:Carneades",
    "node-link": "debatemap.formats.node_link:NodeLink",
    "canvas": "debatemap.formats.canvas.format:Canvas",
    "mindmup": "debatemap.formats.mindmup:MindMup",
    "graphml": "debatemap.formats.graphml:GraphML",
    "freeplane": "debatemap.formats.freeplane.format:Freeplane",
    "opml": "debatemap.formats.opml:OPML",
    "org": "debatemap.formats.org.format:Org",
    "af": "debatemap.formats.abstract.af:AF",
    "apx": "debatemap.formats.abstract.apx:APX",
    "tgf": "debatemap.formats.abstract.tgf:TGF",
    "csv": "debatemap.formats.csv:CSV",
    "outline": "debatemap.formats.indented_outline:Outline",
    "kialo": "debatemap.formats.kialo.format:Kialo",
    "markdown": "debatemap.formats.markdown.format:Markdown",
    "prose": "debatemap.documents.prose:Prose",
    "html": "debatemap.documents.html.html_format:HTML",
    "svg": "debatemap.pictures.svg_format:SVG",
    "png": "debatemap.pictures.png_format:PNG",
    "dot": "debatemap.formats.dot:DOT",
    "mermaid": "debatemap.formats.mermaid:Mermaid",
    "obsidian": "debatemap.formats.obsidian.obsidian_format:Obsidian",
}
"""By name, where a format of the program is defined; of two with one ending, the
first is meant where a file does not tell."""

_HEAD: Final = 4_096
"""First bytes of a file that tell its format, and where the native one has a map's id."""


_IMPORT: Final = "`debatemap import` makes a map of it."


class FormatError(MapError):
    """There is no such format, or no usable one."""


def names(*, reads: bool = False, writes: bool = False) -> list[str]:
    """Returns the names of all formats that can be used, or of those that read or write."""
    return [
        each.name for each in _all() if (each.reads or not reads) and (each.writes or not writes)
    ]


def map_suffixes() -> frozenset[str]:
    """Returns how the names of files end that a map is saved in, in lower case."""
    return frozenset(suffix for each in _all() if each.is_lossless for suffix in each.suffixes)


def foreign_suffixes() -> frozenset[str]:
    """Returns how the names of files end that can be read and are no native maps."""
    readable = (each for each in _all() if each.reads and each.name != NATIVE)
    return frozenset(suffix for each in readable for suffix in each.suffixes)


def format_named(name: str) -> Format:
    """Returns a format.

    Raises:
        FormatError: There is none of this name, or what another package adds cannot be loaded.
    """
    if name in _BUILT_IN:
        return _built_in(name)
    if name not in _added():
        known = ", ".join([*_BUILT_IN, *_added()])
        raise FormatError(
            f"format {excerpt(name)}", "there is no such format", advice=f"There are: {known}."
        )
    made = _loaded(name)
    if isinstance(made, FormatError):
        raise made
    return made


def format_for_writing(name: str, path: Path | None) -> Format:
    """Returns the format of a file that is to be exported: the one named, else by its suffix.

    Raises:
        FormatError: There is none such, or it cannot be written.
    """
    advice = f"Name one of: {', '.join(names(writes=True))}."
    if name:
        chosen = format_named(name)
        if not chosen.writes:
            problem = f"{chosen.title} can be read and not be written"
            raise FormatError(f"format {name}", problem, advice=advice)
        return chosen
    found = _by_suffix(path or Path(), lambda each: each.writes)
    if found is None:
        name_of_output = "standard output" if path in (None, _STDOUT) else path
        raise FormatError(name_of_output, "no format is named", advice=f"--to says it. {advice}")
    return found


def format_for_saving(path: Path) -> Format:
    """Returns the format in which a map is saved to a new file, by its suffix.

    It is the native one where the suffix says nothing.

    Raises:
        FormatError: The suffix is that of a format that would lose a part of the map.
    """
    native = _built_in(NATIVE)
    if path.suffix.lower() in native.suffixes:
        return native
    found = _by_suffix(path, lambda _: True)
    if found is not None and not (found.reads and found.writes and found.is_lossless):
        advice = "Save it as JSON."
        if found.writes:
            advice = f"{advice[:-1]}; `debatemap export --to {found.name}` writes a copy."
        raise FormatError(path, f"{found.title} cannot hold a whole map", advice=advice)
    return found or native


def format_of(data: bytes, name: str) -> Format:
    """Returns the format of a file, by its first bytes; where they say nothing, by its suffix.

    What no format knows is taken for the native one, which then says what is wrong with it.
    """
    native, head = _built_in(NATIVE), data[:_HEAD]
    if native.sniff(head):
        return native
    path, head = Path(name), _plain(head)
    heads = dict.fromkeys((data[:_HEAD], head))
    others = (each for each in _all() if each is not native)
    known = [each for each in others if any(_sniffs(each, each_head) for each_head in heads)]
    fitting = [each for each in known if path.suffix.lower() in each.suffixes]
    found = next(iter(fitting or known), None)
    return found or _by_suffix(path, lambda _: True) or native


def is_map(data: bytes) -> bool:
    """Tells whether bytes say that this program wrote them, even where they are a broken map."""
    if _built_in(NATIVE).sniff(data):
        return True
    head = data[:_HEAD]
    return any(_sniffs(each, head) and each.map_id(head) for each in _all() if each.is_lossless)


def read_map(
    data: bytes, name: str = "map", format_name: str = "", progress: Progress = lambda _: None
) -> Imported:
    """Reads a map of any format.

    Args:
        data: The bytes of its file.
        name: The file, for errors, and for its suffix.
        format_name: The format; without it, what the file looks like.
        progress: Is told of each stage.

    Raises:
        MapError: The file cannot be read.
    """
    chosen = format_named(format_name) if format_name else format_of(data, name)
    if chosen.name in _BUILT_IN:
        return chosen.read(data, name, progress)
    try:
        return chosen.read(data, name, progress)
    except MapError:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as error:
        # What another package's reader did not foresee must not end the program.
        raise MapError(name, f"the reader of {chosen.title} failed: {error!r}") from error


def read_debate(data: bytes, name: str, purpose: str = "merge it") -> Debate:
    """Returns the debate of a file that is to be merged: what is not in it counts as deleted.

    Args:
        data: The bytes of the file.
        name: The file, for errors, and for its suffix.
        purpose: What is to be done with it, for the advice.

    Raises:
        MapError: It cannot be read as a whole, another program laid it out, or a newer version of
            this one wrote it.
    """
    read = read_map(data, name)
    if read.newer:
        advice = f"Install a newer debatemap to {purpose}."
        raise MapError(name, f"a newer debatemap wrote it ({read.newer})", advice=advice)
    problem = refusal_of(read)
    if problem:
        raise MapError(name, problem, advice=f"{_IMPORT} Merge or join that.")
    return read.debate


def refusal_of(read: Imported) -> str:
    """Returns why a file must not be written back or merged; empty where it may be."""
    if read.losses:
        return f"a map does not hold all that is in it ({'; '.join(loss_lines(read.losses))})"
    return "another program laid it out, and writes it in another way" if read.is_foreign else ""


def write_like(data: bytes, name: str, debate: Debate) -> bytes:
    """Returns a debate in the format and with the line ends of a file that it takes the place of.

    Raises:
        MapError: That format cannot hold it.
    """
    chosen = format_of(data, name)
    if not (chosen.writes and chosen.is_lossless):
        raise MapError(name, f"{chosen.title} cannot hold a whole map", advice=_IMPORT)
    return chosen.writer(debate, crlf=chosen.has_crlf(data))()


def native_bytes(data: bytes, name: str = "map") -> bytes:
    """Returns a file as it is where it is native, and what it says as native bytes else.

    Raises:
        MapError: It cannot be read.
    """
    native = _built_in(NATIVE)
    if format_of(data, name) is native:
        return data
    return native.write(read_map(data, name).debate).data


def map_id_in(head: bytes, name: str) -> str:
    """Returns the id of a map from a file's first bytes; empty where it is not there."""
    return format_of(head, name).map_id(head[:_HEAD])


def _plain(head: bytes) -> bytes:
    """Returns first bytes of a text as UTF-8 with LF between lines, as they are sniffed."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return head.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _by_suffix(path: Path, accepts: Callable[[Format], bool]) -> Format | None:
    suffix = path.suffix.lower()
    return next((each for each in _all() if suffix in each.suffixes and accepts(each)), None)


def _sniffs(chosen: Format, head: bytes) -> bool:
    try:
        return chosen.sniff(head)
    except Exception:
        if chosen.name in _BUILT_IN:
            raise
        # Another package's fault must not keep the files of other formats from being read.
        return False


@cache
def _built_in(name: str) -> Format:
    module, _, kind = _BUILT_IN[name].partition(":")
    made: Format = getattr(import_module(module), kind)()
    return made


@cache
def _added() -> "dict[str, EntryPoint]":
    """Returns the entry points of other packages; none takes the name of a built-in format."""
    from importlib.metadata import entry_points  # noqa: PLC0415  (a native file opens without it)

    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return {point.name: point for point in points if point.name not in _BUILT_IN}


@cache
def _loaded(name: str) -> Format | FormatError:
    """Returns a format that another package adds, or why it cannot be used."""
    point = _added()[name]
    try:
        made = point.load()()
    except Exception as error:  # noqa: BLE001  (any fault of another package)
        return FormatError(f"format {name}", f"{point.value} cannot be loaded: {error!r}")
    if not isinstance(made, Format) or made.name != name:
        problem = f"{point.value} is no debatemap.formats.format.Format of that name"
        return FormatError(f"format {name}", problem)
    return made


def _all() -> Iterator[Format]:
    """Yields the formats that can be used; one that cannot be loaded is left out."""
    yield from map(_built_in, _BUILT_IN)
    for name in _added():
        made = _loaded(name)
        if isinstance(made, Format):
            yield made
