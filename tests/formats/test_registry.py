import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from debatemap.core.debate import Debate
from debatemap.core.errors import MapError
from debatemap.core.model import Claim, Header
from debatemap.formats import registry
from debatemap.formats.format import Format, Imported, Progress, Written
from debatemap.formats.loss import Loss, losses_of
from debatemap.formats.native.codec import dump
from debatemap.formats.registry import (
    FormatError,
    format_for_saving,
    format_for_writing,
    format_named,
    format_of,
    map_suffixes,
    names,
    read_debate,
    read_map,
    write_like,
)
from debatemap.workspace.session import ReadOnlyError, open_session
from tests.tui.maps import rain


class Lines(Format):
    """A format as another package may add it: a line a claim, and no place for links."""

    name: ClassVar[str] = "lines"
    title: ClassVar[str] = "lines of text"
    suffixes: ClassVar[tuple[str, ...]] = (".lines",)
    reads: ClassVar[bool] = True
    writes: ClassVar[bool] = True

    def sniff(self, head: bytes) -> bool:
        return head.startswith(b"lines:")

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:  # noqa: ARG002
        lines = data.decode().removeprefix("lines:\n").splitlines()
        claims = {f"c{n}": Claim(x) for n, x in enumerate(lines) if not x.startswith("#")}
        losses = losses_of("comments", [x for x in lines if x.startswith("#")])
        return Imported(Debate(Header("m"), claims), losses)

    def write(self, debate: Debate, *, crlf: bool = False) -> Written:  # noqa: ARG002
        text = "\n".join(["lines:", *(claim.text for claim in debate.claims.values())])
        return Written(text.encode(), losses_of("links", debate.links))


class Whole(Lines):
    """One that says that it holds a whole map, and does not."""

    name: ClassVar[str] = "whole"
    suffixes: ClassVar[tuple[str, ...]] = (".whole",)
    is_lossless: ClassVar[bool] = True


class Faulty(Lines):
    """One whose code fails."""

    name: ClassVar[str] = "faulty"
    suffixes: ClassVar[tuple[str, ...]] = (".faulty",)

    def sniff(self, head: bytes) -> bool:
        raise RuntimeError(head)

    def read(self, data: bytes, name: str, progress: Progress) -> Imported:
        raise ValueError(data, name, progress)


class NoFormat:
    """What is none."""


@pytest.fixture
def _added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A distribution on the path, as an installer leaves one, that adds formats."""
    info = tmp_path / "site" / "more_formats-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: more-formats\nVersion: 1.0\n")
    classes = {"lines": "Lines", "whole": "Whole", "faulty": "Faulty", "odd": "NoFormat"}
    points = [f"{name} = {__name__}:{kind}" for name, kind in classes.items()]
    points += ["broken = no_such_module:X", f"debatemap = {__name__}:Lines"]
    (info / "entry_points.txt").write_text("\n".join([f"[{registry.GROUP}]", *points, ""]))
    monkeypatch.syspath_prepend(str(info.parent))
    caches = registry._added, registry._loaded
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def test_each_built_in_format_is_known_by_its_name() -> None:
    for name in names():
        each = format_named(name)
        assert each.name == name
        assert each.suffixes
        assert all(s.startswith(".") and s == s.lower() for s in each.suffixes)
        assert each.reads or each.writes
    assert names()[0] == "debatemap"
    assert ".json" in map_suffixes()


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(FormatError, match=r"no such format\. There are: debatemap"):
        format_named("word")


@pytest.mark.usefixtures("_added")
def test_another_package_adds_a_format_by_an_entry_point(tmp_path: Path) -> None:
    assert {"lines", "whole", "faulty"} <= set(names(reads=True))
    assert ".whole" in map_suffixes()
    assert ".lines" not in map_suffixes()
    (claim,) = read_map(b"lines:\na", "x").debate.claims.values()
    assert claim.text == "a"
    path = tmp_path / "notes.lines"
    path.write_bytes(b"lines:\na\n# b")
    session = open_session(path)
    assert session.read is not None
    assert session.read.losses == (Loss("comments", 1, ("# b",)),)
    assert "comments: 1 not carried over (# b)" in session.read_only
    with pytest.raises(ReadOnlyError):
        session.save()
    session.save(tmp_path / "notes.json")
    assert not session.read_only
    assert open_session(tmp_path / "notes.json").debate.claims == session.debate.claims


@pytest.mark.usefixtures("_added")
@pytest.mark.parametrize("name", ["broken", "odd"])
def test_one_that_cannot_be_loaded_is_left_out(name: str) -> None:
    with pytest.raises(FormatError):
        format_named(name)
    assert name not in names()
    assert read_map(dump(rain())).debate.claims == rain().claims


@pytest.mark.usefixtures("_added")
def test_no_package_takes_the_place_of_the_native_format() -> None:
    assert not isinstance(format_named("debatemap"), Lines)


@pytest.mark.usefixtures("_added")
def test_a_reader_that_fails_is_an_error_for_people() -> None:
    with pytest.raises(MapError, match=r"x\.faulty: the reader of lines of text failed"):
        read_map(b"", "x.faulty")


@pytest.mark.usefixtures("_added")
def test_nothing_is_merged_from_a_file_that_a_map_does_not_hold_all_of() -> None:
    with pytest.raises(MapError, match=r"comments: 1 not carried over.*debatemap import"):
        read_debate(b"lines:\na\n#b", "x")


@pytest.mark.usefixtures("_added")
def test_a_map_is_saved_in_no_format_that_would_lose_a_part_of_it(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"cannot hold a whole map.*export --to lines"):
        format_for_saving(Path("x.lines"))
    with pytest.raises(MapError, match="cannot hold a whole map"):
        write_like(b"lines:\na", "x", rain())
    session = open_session(_saved(tmp_path))
    with pytest.raises(MapError, match=r"cannot hold the whole map: links: \d+ not carried over"):
        session.save(tmp_path / "out.whole")
    assert not (tmp_path / "out.whole").exists()


@pytest.mark.usefixtures("_added")
@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (dump(rain()), "x.lines", "debatemap"),
        (b"lines:\n", "x.json", "lines"),
        (b"", "x.json", "debatemap"),
        (b"", "x.LINES", "lines"),
        (b"", "x", "debatemap"),
        (b"[1]", "x.json", "debatemap"),
        (b'{"format": "debatemap", <<<', "x.lines", "debatemap"),
    ],
)
def test_a_file_is_known_by_its_first_bytes_then_by_its_suffix(
    data: bytes, name: str, expected: str
) -> None:
    assert format_of(data, name).name == expected


def test_a_format_is_chosen_by_name_then_by_suffix() -> None:
    assert format_for_writing("debatemap", Path("x.lines")).name == "debatemap"
    assert format_for_writing("", Path("x.JSON")).name == "debatemap"
    for path in (Path("x.docx"), Path("x"), None):
        with pytest.raises(FormatError, match="no format is named"):
            format_for_writing("", path)
    assert format_for_saving(Path("x.docx")).name == "debatemap"


def test_a_native_file_loads_no_other_format_and_asks_no_package(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom debatemap import load\n"
        "from debatemap.formats import registry\n"
        f"load({str(_saved(tmp_path))!r})\n"
        "assert registry._added.cache_info().currsize == 0\n"
        "own = {m for m in sys.modules if m.startswith('debatemap.formats.')}\n"
        "allowed = ('native', 'registry', 'format', 'features', 'loss', 'limits')\n"
        "assert all(m.split('.')[2] in allowed for m in own), own\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=150)


def _saved(folder: Path) -> Path:
    path = folder / "rain.json"
    path.write_bytes(dump(rain()))
    return path
