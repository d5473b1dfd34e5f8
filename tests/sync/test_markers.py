"""Conflict markers, as git writes them and as nobody should."""

import subprocess
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.sync.git.markers import MarkerError, Sides, split
from tests.growth import assert_grows_at_most
from tests.sync.repository import needs_git

TWO = b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\nd\n"
THREE = b"a\n<<<<<<< HEAD\nb\n||||||| 1a2b\no\n=======\nc\n>>>>>>> topic\nd\n"

_words = st.text("abc", min_size=1, max_size=2)
_parts = st.lists(_words, max_size=3)


@st.composite
def _conflicts(draw: st.DrawFn) -> tuple[bytes, bytes, bytes]:
    """Draws three files that agree in places and differ, all three, in between."""
    files: list[list[str]] = [[], [], []]
    for number in range(draw(st.integers(1, 3))):
        for file in files:
            file += [f"same {number}.{line}" for line in range(4)]
        # Each begins and ends otherwise, or git draws what two have in common out of the conflict;
        # a line of the base's that one side keeps parts a conflict in two, and what the other
        # does between them is then merged.
        for side, (file, of) in enumerate(zip(files, ("", "base ", ""), strict=True)):
            parts = [of + part for part in draw(_parts)]
            file += [f"{side} begins {number}", *parts, f"{side} ends {number}"]
    end = draw(st.sampled_from(("\n", "\r\n")))
    ours, base, theirs = ("".join(line + end for line in file).encode() for file in files)
    return ours, base, theirs


@needs_git
@settings(max_examples=25)
@given(_conflicts(), st.sampled_from(("--", "--diff3", "--zdiff3")), st.integers(7, 12))
def test_what_git_merges_is_taken_apart_again(
    tmp_path_factory: pytest.TempPathFactory,
    files: tuple[bytes, bytes, bytes],
    style: str,
    size: int,
) -> None:
    folder = tmp_path_factory.mktemp("merge", numbered=True)
    for name, data in zip(("ours", "base", "theirs"), files, strict=True):
        (folder / name).write_bytes(data)
    merged = subprocess.run(
        ["git", "merge-file", "-p", f"--marker-size={size}", style, "ours", "base", "theirs"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert merged.returncode > 0
    ours, base, theirs = files
    sides = split(merged.stdout)
    assert sides is not None
    if style == "--zdiff3":
        # What both sides have in common git draws out of the conflict, whatever the base had.
        assert (sides.ours, sides.theirs, sides.base is None) == (ours, theirs, False)
    else:
        assert sides == Sides(ours, None if style == "--" else base, theirs)


@pytest.mark.parametrize(
    ("data", "sides"),
    [
        (TWO, Sides(b"a\nb\nd\n", None, b"a\nc\nd\n")),
        (THREE, Sides(b"a\nb\nd\n", b"a\no\nd\n", b"a\nc\nd\n")),
        (TWO + THREE, Sides(b"a\nb\nd\n" * 2, None, b"a\nc\nd\n" * 2)),
        (THREE * 2, Sides(b"a\nb\nd\n" * 2, b"a\no\nd\n" * 2, b"a\nc\nd\n" * 2)),
        (TWO.replace(b"\n", b"\r\n"), Sides(b"a\r\nb\r\nd\r\n", None, b"a\r\nc\r\nd\r\n")),
        (TWO.removesuffix(b"\nd\n"), Sides(b"a\nb\n", None, b"a\nc\n")),
        (b"<<<<<<<\n=======\n>>>>>>>", Sides(b"", None, b"")),
    ],
)
def test_the_versions_in_a_file(data: bytes, sides: Sides) -> None:
    assert split(data) == sides


def test_longer_markers_in_the_ancestor_are_its_text() -> None:
    inner = THREE.replace(b"<<<<<<<", b"<" * 9).replace(b"|||||||", b"|" * 9)
    inner = inner.replace(b"=======", b"=" * 9).replace(b">>>>>>>", b">" * 9)
    sides = split(THREE.replace(b"o\n", inner))
    assert sides == Sides(b"a\nb\nd\n", b"a\n" + inner + b"d\n", b"a\nc\nd\n")


@pytest.mark.parametrize(
    "data",
    [b"", b"a\nb\n", b"=======\n", b">>>>>>> x\n", b"  <<<<<<< HEAD\n", b"<<<<<<\n", b"<<<<<<<x\n"],
)
def test_no_conflict_is_seen_where_none_is(data: bytes) -> None:
    assert split(data) is None


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a\n<<<<<<< HEAD\nb\n", "line 2: .*no end"),
        (b"<<<<<<< HEAD\nb\n=======\nc\n", "line 1: .*no end"),
        (b"<<<<<<< HEAD\n<<<<<<< HEAD\n", "line 2"),
        (b"<<<<<<< HEAD\n=======\n=======\n>>>>>>> t\n", "line 3"),
        (b"<<<<<<< HEAD\n>>>>>>> t\n", "line 2"),
        (b"<<<<<<< HEAD\n=======\n||||||| b\n>>>>>>> t\n", "line 3"),
    ],
)
def test_markers_that_do_not_fit_are_refused_with_the_line(data: bytes, line: str) -> None:
    with pytest.raises(MarkerError, match=line):
        split(data)


@given(st.lists(st.sampled_from((*TWO.splitlines(keepends=True), *THREE.splitlines(), b"\r\n"))))
def test_any_lines_are_taken_apart_or_refused(lines: list[bytes]) -> None:
    try:
        sides = split(b"".join(lines))
    except MarkerError:
        return
    left = [line for part in sides or () if part for line in part.splitlines(keepends=True)]
    assert b"<<<<<<< HEAD\n" not in left


def test_time_grows_with_the_size_and_no_faster() -> None:
    for piece in (THREE, b"=" * 5000 + b"\n", b"<<<<<<< " + b"<" * 5000 + b"\n=======\n>>>>>>>\n"):
        small, large = (partial(split, piece * n) for n in (500, 4000))
        assert_grows_at_most(8 * 6, small, large, least=1e-4)


def test_a_file_with_markers_names_the_command(tmp_path: Path) -> None:
    from debatemap.core.errors import MapError  # noqa: PLC0415  (only this test opens a map)
    from debatemap.formats.native.codec import parse  # noqa: PLC0415

    for line in (b"<<<<<<< HEAD", b"=======", b">>>>>>> topic"):
        data = b'{\n"format": "debatemap",\n' + line + b"\n"
        (tmp_path / "x.json").write_bytes(data)
        with pytest.raises(MapError) as caught:
            parse(data, str(tmp_path / "x.json"))
        assert caught.value.advice.startswith(f"`debatemap resolve {tmp_path / 'x.json'}` merges")
