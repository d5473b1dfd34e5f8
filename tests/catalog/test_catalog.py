"""The maps of a folder and the recent ones: found, summed up, searched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import save
from debatemap.catalog import map_summary
from debatemap.catalog.map_files import maps_in, recent_besides
from debatemap.catalog.map_search import search_maps
from debatemap.catalog.map_summary import MapSummary, ReadMap, read_summary
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.search import Index, find
from debatemap.store.locations import state_folder
from debatemap.store.recent import MOST_KEPT, forget, note_opened, recent_maps
from tests.strategies import debates


def tea() -> Debate:
    claims = {"t": Claim("Tea is best."), "p": Claim("It wakes."), "c": Claim("It stains teeth.")}
    links = {"lp": Link(("p",), "supports", "t", "a"), "lc": Link(("c",), "attacks", "t", "b")}
    return Debate(Header("tea_map", "On tea", ("t",)), claims, links)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tea.json"
    save(tea(), path)
    return path


def test_a_summary_says_title_size_verdict_and_the_first_lines(file: Path) -> None:
    summary = read_summary(file).summary
    assert (summary.title, summary.claims, summary.problem) == ("On tea", 3, "")
    assert summary.size == file.stat().st_size
    assert summary.changed.timestamp() == pytest.approx(file.stat().st_mtime)
    assert summary.verdict is not None
    assert (summary.verdict.side.word, summary.verdict.about) == ("open", "about 50")
    assert summary.theses == 1
    assert [(line.depth, line.stance, line.text) for line in summary.lines] == [
        (0, "", "Tea is best."),
        (1, "supports", "It wakes."),
        (1, "attacks", "It stains teeth."),
    ]


def test_a_preview_shows_each_premise_of_a_joint_step(tmp_path: Path) -> None:
    debate, path = tea(), tmp_path / "tea.json"
    links = {"l": Link(("p", "c"), "attacks", "t", "a")}
    save(Debate(debate.header, debate.claims, links), path)
    lines = read_summary(path).summary.lines
    assert [(line.stance, line.text) for line in lines] == [
        ("", "Tea is best."),
        ("attacks", "It wakes."),
        ("joint", "It stains teeth."),
    ]


def test_a_map_that_only_asks_is_named_by_its_question(tmp_path: Path) -> None:
    path = tmp_path / "tea.json"
    debate = tea()
    header = debate.header._replace(title="", question="What to drink?")
    save(Debate(header, debate.claims, debate.links), path)
    assert read_summary(path).summary.title == "What to drink?"


def test_a_broken_file_says_why(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-20])
    assert file in maps_in(file.parent)
    read = read_summary(file)
    assert "tea.json" in read.summary.problem
    assert read.debate is None
    assert not search_maps([read], "tea").number


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    assert "none.json" in read_summary(tmp_path / "none.json").summary.problem


def test_a_large_file_is_not_looked_into(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_summary, "LARGEST", 10)
    monkeypatch.setattr(map_summary, "read_within", pytest.fail)
    summary = read_summary(file).summary
    assert summary.is_large
    assert not summary.problem


def test_only_maps_are_listed(file: Path) -> None:
    (file.parent / "notes.json").write_text("{}")
    (file.parent / "words.txt").write_text("tea")
    (file.parent / "folder.json").mkdir()
    assert maps_in(file.parent) == [file]
    assert maps_in(file.parent / "none") == []


def test_the_last_map_that_was_opened_comes_first(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "away" / "other.json"
    other.parent.mkdir()
    save(tea(), other)
    for path in (file, other, file):
        note_opened(path)
    assert recent_maps() == [file.resolve(), other.resolve()]
    assert recent_besides([file]) == [other.resolve()]
    other.unlink()
    assert recent_besides([file]) == []
    forget(file.resolve())
    assert recent_maps() == [other.resolve()]


def test_the_list_of_recent_maps_is_bounded(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 5):
        note_opened(tmp_path / f"{number}.json")
    kept = recent_maps()
    assert len(kept) == MOST_KEPT
    assert kept[0].name == f"{MOST_KEPT + 4}.json"


def test_a_name_that_is_no_unicode_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.json"
    note_opened(path)
    assert [kept.name for kept in recent_maps()] == [path.name]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"{}", b'"x"', b"[1, null, {}]", b'["relative.json", "/a\\u0000b"]']
)
def test_a_spoilt_list_of_recent_maps_is_an_empty_one(content: bytes) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "recent.json").write_bytes(content)
    assert recent_maps() == []


def test_a_search_finds_claims_in_all_maps(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    save(Debate(Header("o", "Mugs", ("m",)), {"m": Claim("A mug stains, too.")}), other)
    maps = [read_summary(file), read_summary(other)]
    found = search_maps(maps, "STAIN")
    assert [(each.path, each.claim) for each in found.claims] == [(file, "c"), (other, "m")]
    assert (found.number, found.maps) == (2, 2)
    assert not search_maps(maps, "s").number, "one letter is in all of them"
    assert not search_maps(maps, "  ").number


@given(debates(), st.sampled_from(["it", "the", "a b", "rain", "é"]))
def test_a_search_finds_in_each_map_what_a_search_in_it_finds(debate: Debate, typed: str) -> None:
    read = ReadMap(MapSummary(Path("m.json")), debate, Index(debate))
    found = search_maps([read], typed)
    whole = find(debate, typed) if len(typed.strip()) > 1 else []
    assert found.number == len(whole)
    assert [each.claim for each in found.claims] == whole[: len(found.claims)]
