from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.__main__ import ROWS
from tests.bench.bench import Bench, Sizes
from tests.bench.maps import MARKER
from tests.bench.peer_programs import PEERS, Line, as_tabs, as_tudu, command, lines_of


def test_a_peer_gets_every_row_of_the_outline_in_its_place(tmp_path: Path) -> None:
    lines = lines_of(Bench(tmp_path).map(60))
    assert len(lines) > 60
    assert {line.depth for line in lines if line.text.startswith(MARKER)} == {0}
    tabs = as_tabs(lines).splitlines()
    assert [Line(len(tab) - len(tab.lstrip("\t")), tab.lstrip("\t")) for tab in tabs] == lines
    found: list[Line] = []
    waiting = [(todo, -1) for todo in [ElementTree.fromstring(as_tudu(lines))]]  # noqa: S314  (our own text)
    while waiting:
        todo, depth = waiting.pop()
        if depth >= 0:
            found.append(Line(depth, todo.findtext("title") or ""))
        waiting += [(below, depth + 1) for below in reversed(todo.findall("todo"))]
    assert found == lines


def test_a_peer_that_is_not_installed_is_skipped_with_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DEBATEMAP_BENCH_HMM", str(tmp_path / "h-m-m"))
    assert ROWS["peers"](Bench(tmp_path, Sizes(20, 30, 40))) == []
    said = capsys.readouterr().err.splitlines()
    assert [line.split(" ")[0] for line in said] == [peer.name for peer in PEERS]
    assert all("is not installed here" in line for line in said)


def test_the_environment_names_the_script_of_h_m_m(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("php", "mine"):
        (tmp_path / name).touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command(PEERS[0]) is None
    monkeypatch.setenv("DEBATEMAP_BENCH_HMM", str(tmp_path / "mine"))
    words = command(PEERS[0])
    assert words is not None
    assert words[0] == str(tmp_path / "php")
    assert str(tmp_path / "mine") in words
