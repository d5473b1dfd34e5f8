"""`debatemap merge` and `debatemap join`."""

import json
import shutil
from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.cli.exit_status import Status
from debatemap.core.model import Claim, Link
from debatemap.store.joined_words import joined_words
from debatemap.sync.merge.conflict import conflicts_in
from debatemap.sync.merge.sides import name_side
from tests.cli.conftest import Run
from tests.strategies import sketch


@pytest.fixture
def copies(tmp_path: Path, map_file: Path) -> tuple[Path, Path, Path]:
    ours, theirs = tmp_path / "ours.json", tmp_path / "theirs.json"
    for copy in (ours, theirs):
        shutil.copy(map_file, copy)
    return map_file, ours, theirs


def reword(path: Path, claim: str, text: str) -> None:
    data = json.loads(path.read_bytes())
    data["claims"][claim]["text"] = text
    path.write_text(json.dumps(data))


def test_both_edits_are_there(run: Run, copies: tuple[Path, Path, Path], tmp_path: Path) -> None:
    base, ours, theirs = copies
    mine = run("add", ours, "Mine.", "--pro", "thesis01").stdout.strip()
    yours = run("add", theirs, "Yours.", "--con", "thesis02").stdout.strip()
    result = run("merge", base, ours, theirs, "-o", tmp_path / "merged.json")
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert "Yours." in result.stderr
    merged = load(tmp_path / "merged.json")
    assert {mine, yours} <= merged.claims.keys()
    again = run("merge", base, theirs, ours)
    assert again.stdout.encode() == (tmp_path / "merged.json").read_bytes()


def test_a_conflict_is_kept_and_told(run: Run, copies: tuple[Path, Path, Path]) -> None:
    base, ours, theirs = copies
    reword(ours, "thesis01", "Releasing weights helps.")
    reword(theirs, "thesis01", "Releasing weights harms.")
    result = run("merge", base, ours, theirs, "-o", ours)
    assert result.exit_code == Status.FOUND
    assert "conflict: the words of" in result.stderr
    (conflict,) = conflicts_in(load(ours))
    assert name_side(conflict, 0) == "ours: ours.json"
    assert conflict.values == ("Releasing weights harms.", "Releasing weights helps.")
    assert run("check", ours).exit_code == Status.FOUND


def test_no_other_file_is_written_over(
    run: Run, copies: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    base, ours, theirs = copies
    run("add", theirs, "Yours.", "--con", "thesis02")
    other = tmp_path / "other.json"
    save(sketch("S", p="Q + S"), other)
    for kept, data in ((tmp_path / "diary.txt", b"mine"), (other, other.read_bytes())):
        kept.write_bytes(data)
        refused = run("merge", base, ours, theirs, "-o", kept)
        assert refused.exit_code == Status.BAD
        assert "no version of the map" in refused.stderr
        assert kept.read_bytes() == data
    for _ in range(2):
        assert run("merge", base, ours, theirs, "-o", tmp_path / "again.json").exit_code == 0


def test_versions_of_one_map_are_merged_and_not_joined(
    run: Run, copies: tuple[Path, Path, Path]
) -> None:
    _, ours, theirs = copies
    before = ours.read_bytes()
    refused = run("join", ours, theirs)
    assert refused.exit_code == Status.BAD
    assert "`debatemap merge` brings these together" in refused.stderr
    assert ours.read_bytes() == before


def test_joined_words_are_named(run: Run, copies: tuple[Path, Path, Path]) -> None:
    texts = ("It rains. So be it.", "It snows. So be it.", "It rains. So it is.")
    for path, text in zip(copies, texts, strict=True):
        reword(path, "thesis01", text)
    result = run("merge", *copies, "-o", copies[1])
    assert result.exit_code == Status.DONE
    assert "joined the words of both, read them: “It snows. So it is.”" in result.stderr
    merged = load(copies[1])
    assert joined_words(merged.header.id) == {"thesis01": "It snows. So it is."}


def test_without_a_base_the_backups_have_it(run: Run, copies: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = copies
    run("add", ours, "Mine.", "--pro", "thesis01")
    data = json.loads(theirs.read_bytes())
    del data["claims"]["inbox001"]
    theirs.write_text(json.dumps(data))
    result = run("merge", ours, theirs, "-o", ours)
    assert result.exit_code == Status.DONE
    assert "found among the backups" in result.stderr
    assert "inbox001" not in load(ours).claims


def test_with_no_base_at_all_nothing_is_deleted(run: Run, copies: tuple[Path, Path, Path]) -> None:
    _, ours, theirs = copies
    run("add", ours, "Mine.", "--pro", "thesis01")
    data = json.loads(theirs.read_bytes())
    del data["claims"]["inbox001"]
    theirs.write_text(json.dumps(data))
    result = run("merge", "--no-guess", ours, theirs, "-o", ours)
    assert "could not be seen to be deleted" in result.stderr
    assert "inbox001" in load(ours).claims


def test_different_maps_are_not_merged(run: Run, map_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    save(sketch("T"), other)
    result = run("merge", map_file, other)
    assert result.exit_code == Status.BAD
    assert "debatemap join" in result.stderr


@pytest.mark.parametrize("count", [1, 4])
def test_merge_wants_two_or_three_maps(run: Run, map_file: Path, count: int) -> None:
    result = run("merge", *[map_file] * count)
    assert result.exit_code == Status.BAD
    assert "OURS and THEIRS" in result.stderr


def test_a_map_that_cannot_be_read_changes_nothing(
    run: Run, copies: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = copies
    theirs.write_text("no map")
    before = ours.read_bytes()
    result = run("merge", base, ours, theirs, "-o", ours)
    assert result.exit_code == Status.BAD
    assert "theirs.json" in result.stderr
    assert ours.read_bytes() == before


def test_what_is_printed_cannot_reach_the_terminal(
    run: Run, copies: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = copies
    reword(ours, "thesis01", "a\x9b2J\u202e")
    result = run("merge", base, ours, theirs)
    assert "\x9b" not in result.stdout + result.stderr
    assert json.loads(result.stdout)["claims"]["thesis01"]["text"] == "a\x9b2J\u202e"


def test_a_map_is_joined(run: Run, map_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    debate = sketch("S", p="Q + S")
    save(debate, other)
    result = run("join", map_file, other)
    assert result.exit_code == Status.DONE
    joined = load(map_file)
    assert joined.header.theses[-1] == "S"
    assert {"S", "Q"} <= joined.claims.keys()


def test_claims_that_say_the_same_are_named_and_made_one(
    run: Run, map_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    text = load(map_file).claims["eyes0001"].text
    debate = sketch("S", p="Q + S")
    claims = {**debate.claims, "Q": Claim(text), "R": Claim("R.")}
    links = {**debate.links, "r": Link(("R",), "attacks", "Q")}
    debate = type(debate)(debate.header, claims, links)
    save(debate, other)
    named = run("join", map_file, other, "-o", tmp_path / "both.json")
    assert "nearly the same: eyes0001 and Q" in named.stderr
    assert "Q" in load(tmp_path / "both.json").claims
    run("join", map_file, other, "--merge-same")
    joined = load(map_file)
    assert "Q" not in joined.claims
    assert joined.links["r"].target == "eyes0001"
    assert joined.links["p"].premises == ("eyes0001",)


def test_a_merged_file_keeps_the_ends_of_our_lines(
    run: Run, copies: tuple[Path, Path, Path]
) -> None:
    base, ours, theirs = copies
    run("add", theirs, "Yours.", "--con", "thesis02")
    merged = theirs.read_bytes()
    ours.write_bytes(ours.read_bytes().replace(b"\n", b"\r\n"))
    assert run("merge", base, ours, theirs, "-o", ours).exit_code == Status.DONE
    assert ours.read_bytes() == merged.replace(b"\n", b"\r\n")
