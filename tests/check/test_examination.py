"""Files: those that cannot be read, those with duplicates, and the sample maps."""

from pathlib import Path

import pytest

from debatemap.check import Report, examine
from debatemap.store.locations import samples

HEAD = '{"format": "debatemap", "version": 1, "map": {"id": "m"'


def examined(tmp_path: Path, content: str | bytes) -> Report:
    path = tmp_path / "map.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return examine(path)


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_a_sample_map_is_clean(path: Path) -> None:
    assert examine(path) == Report(str(path), [])


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ("", "", "the file is empty"),
        ("{", "line 1, column 2", "it is not JSON"),
        ("[" * 100_000, "line 1, column 1024", "it is not JSON"),
        (b"\x1f\x8b\x00", "", "it is not text"),
        ('{"format": "other"}', "", "expected a debate map"),
        (HEAD + ', "title": 3}}', "map.title", "expected text in quotes, found 3"),
    ],
    ids=["empty", "cut off", "deep", "gzip", "another format", "wrong type"],
)
def test_what_cannot_be_read_is_one_finding(
    tmp_path: Path, content: str | bytes, place: str, said: str
) -> None:
    report = examined(tmp_path, content)
    [(lint, finding)] = report.findings
    assert (lint.code, report.is_unreadable) == ("DM101", True)
    assert said in finding.message
    assert finding.place.startswith(place[:6])


@pytest.mark.parametrize("name", ["none.json", "."])
def test_what_is_no_file_is_unreadable(tmp_path: Path, name: str) -> None:
    assert examine(tmp_path / name).is_unreadable


@pytest.mark.parametrize(
    ("content", "places"),
    [
        (HEAD + '}, "claims": {"a": {"text": "A."}, "a": {"text": "B."}}}', ["claims.a"]),
        (HEAD + ', "title": "x", "title": "y"}}', ["map.title"]),
        (
            HEAD + '}, "claims": {"a": {"text": "A.", "links": {"b": {"stance": "attacks", '
            '"to": "b"}}}, "b": {"text": "B."}}}',
            ["claims.a.links.b"],
        ),
        (
            HEAD + '}, "claims": {"a": {"text": "A.", "sources": [{"ref": "s", "ref": "r"}]}}}',
            ["claims.a.sources.0.ref"],
        ),
    ],
    ids=["claim", "key", "link", "in a list"],
)
def test_duplicates_are_named_with_their_place(
    tmp_path: Path, content: str, places: list[str]
) -> None:
    report = examined(tmp_path, content)
    assert [(lint.code, found.place) for lint, found in report.findings] == [
        ("DM102", place) for place in places
    ]
    assert not report.is_unreadable


def test_a_map_that_cannot_be_saved_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.json"
    path.write_text(HEAD + ', "theses": ["gone"]}}')
    before = path.read_bytes()
    # A folder that may not be written stops no superuser, so the disk is told to refuse.
    monkeypatch.setattr("os.replace", _refuse)
    report = examine(path, fix=True)
    assert "the disk is full" in report.refused
    assert [lint.code for lint, _ in report.findings] == ["DM202"]
    assert path.read_bytes() == before


def _refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")
