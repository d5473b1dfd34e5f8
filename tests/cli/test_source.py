"""`debatemap source`: sources, their texts, and the quotes from them."""

import json
import shutil
from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from debatemap.core.errors import MapError
from tests.cli.conftest import Run

FIXTURE = Path(__file__).parents[1] / "texts" / "fixture"


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURE, tmp_path / "bridge")
    return tmp_path / "bridge" / "bridge.json"


def test_each_quote_is_told_with_its_grade(run: Run, bridge: Path) -> None:
    result = run("source", "check", bridge)
    assert result.exit_code == Status.FOUND
    assert [line.split(" “")[0] for line in result.stdout.splitlines()] == [
        *("absent  asked", "absent  asked", "near    finished", "folded  load", "exact   minutes"),
        *("folded  queue", "folded  queue", "folded  sales"),
    ]
    assert "are finished”, at What the shops say: nothing for “the”" in result.stdout
    assert ", at What it would cost; not at What the shops say" in result.stdout
    assert result.stderr == ""


def test_sources_are_listed_with_the_grades_of_their_quotes(run: Run, bridge: Path) -> None:
    lines = run("source", "list", bridge).stdout.splitlines()
    assert [line.rpartition("]: ")[2] for line in lines] == [
        "1 exact, 3 folded, 1 near",
        "1 folded",
        "2 absent",
    ]
    (essay, *_) = json.loads(run("source", "list", bridge, "--json").stdout)
    assert essay["quotes"] == {"exact": 1, "folded": 3, "near": 1}


def test_a_changed_text_is_said_and_its_quotes_are_found_again(run: Run, bridge: Path) -> None:
    text = bridge.parent / "texts" / "bridge.txt"
    text.write_text(f"New words.\n\n{text.read_text(encoding='utf-8')}", encoding="utf-8")
    result = run("source", "check", bridge)
    assert "the text of Mara Lind, The Old Bridge Should Close … has changed" in result.stderr
    assert "exact   minutes" in result.stdout
    assert "DM605 warning: the file has changed since" in run("check", bridge).stdout


def test_json_has_offsets_and_differences(run: Run, bridge: Path) -> None:
    (described,) = json.loads(run("source", "check", bridge, "--json").stdout)
    quotes = {(each["claim"], each["number"]): each for each in described["quotes"]}
    text = (bridge.parent / "texts" / "bridge.txt").read_text(encoding="utf-8")
    (place,) = quotes["sales", 0]["places"]
    assert [text[slice(*piece)] for piece in place["pieces"]] == [
        "sales in the shops around it did not fall",
        "they rose by 7 %",
    ]
    assert quotes["finished", 0]["places"][0]["differences"][0]["written"] == "the"
    assert quotes["queue", 0]["places"][0]["at"] == "00:12:31"
    assert quotes["asked", 0]["closest"]["at"] == "line 2"
    assert [(each["id"], each["readable"]) for each in described["sources"]] == [
        ("essay", True),
        ("hearing", True),
        ("letter", True),
    ]


def test_a_warning_does_not_fail(run: Run, bridge: Path) -> None:
    result = run("check", bridge, "--ignore", "DM601", "--ignore", "DM504")
    assert (result.exit_code, result.stdout.count("warning:")) == (Status.DONE, 2)


def test_a_source_is_added_with_its_text_and_the_text_printed(run: Run, map_file: Path) -> None:
    text = map_file.with_name("rain.txt")
    text.write_text("It rains\x1b[31m.\n", encoding="utf-8")
    added = run("source", "add", map_file, "On rain", "--author", "Ann", "--text", text)
    assert added.exit_code == Status.DONE
    source = load(map_file).sources[added.stdout.strip()]
    assert source.text is not None
    assert (source.title, source.text.file) == ("On rain", "rain.txt")
    assert len(source.text.sha256) == 64
    assert run("source", "text", map_file, "On rain").stdout == "It rains[31m.\n"
    assert "[rain.txt]" in run("source", "list", map_file).stdout
    assert run("source", "text", map_file, "On rain", "--drop").exit_code == Status.DONE
    assert load(map_file).sources[added.stdout.strip()].text is None


@pytest.mark.parametrize(
    "words", [("add", "On rain", "--text"), ("text", "letter"), ("text", "nothing like it")]
)
@pytest.mark.parametrize("has_folder", [True, False])
def test_a_copied_text_goes_again_where_the_map_is_not_saved(
    run: Run,
    bridge: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    *,
    has_folder: bool,
) -> None:
    outside = bridge.parent.parent / "rain.txt"
    outside.write_text("It rains.\n", encoding="utf-8")
    if not has_folder:
        shutil.rmtree(bridge.parent / "texts")
    before = sorted(bridge.parent.rglob("*"))

    def full(*_: object) -> None:
        raise MapError(bridge, "no space left on the device")

    monkeypatch.setattr("debatemap.cli.file_edits.save", full)
    verb, *rest = words
    result = run("source", verb, bridge, *rest, outside, "--copy")
    assert result.exit_code == Status.BAD
    assert sorted(bridge.parent.rglob("*")) == before


def test_a_text_elsewhere_is_taken_only_when_that_is_said(run: Run, bridge: Path) -> None:
    outside = bridge.parents[1] / "letter.srt"
    outside.write_text("1\n00:00:01,000 --> 00:00:02,000\nIt rains.\n", encoding="utf-8")
    before = bridge.read_bytes()
    refused = run("source", "text", bridge, "letter", outside)
    assert refused.exit_code == Status.BAD
    assert "--copy" in refused.stderr
    assert bridge.read_bytes() == before
    assert run("source", "text", bridge, "letter", outside, "--copy").exit_code == Status.DONE
    assert (bridge.parent / "texts" / "letter.srt").read_bytes() == outside.read_bytes()
    assert run("source", "text", bridge, "letter").stdout == "It rains.\n"
    assert run("source", "text", bridge, "letter", outside, "--keep").exit_code == Status.DONE
    kept = load(bridge).sources["letter"].text
    assert kept is not None
    assert (kept.file, kept.kind) == ("", "srt")
    assert run("source", "text", bridge, "letter").stdout == "It rains.\n"


DOI = "https://doi.org/10.1000"
BIB = r"""@article{a, author = {Lovelace, Ada and G{\"o}del, Kurt}, title = {On {Rain} \& more},
 year = 1843, month = jul, doi = {10.1000/x_y}}
@book{b, editor = {Jon Abel}, title = {Bridges}, year = {2001}}"""
RIS = """TY  - JOUR
AU  - Lovelace, Ada
TI  - On Rain
PY  - 1843
UR  - https://example.org/r
ER  - 
"""  # noqa: W291  (the end of a record has a blank)
CSL = [
    {
        "author": [{"family": "Lovelace", "given": "Ada"}, {"literal": "The Club"}],
        "title": "On Rain",
        "issued": {"date-parts": [[1843, 7]]},
        "DOI": "10.1000/x",
    }
]


@pytest.mark.parametrize(
    ("name", "content", "fields"),
    [
        (
            "a.bib", BIB,
            ("Ada Lovelace; Kurt Gödel", "On Rain & more", f"{DOI}/x_y", "1843-07"),
        ),
        ("a.ris", RIS, ("Ada Lovelace", "On Rain", "https://example.org/r", "1843")),
        (
            "a.json", json.dumps(CSL),
            ("Ada Lovelace; The Club", "On Rain", "https://doi.org/10.1000/x", "1843-07"),
        ),
    ],
)  # fmt: skip
def test_sources_come_from_a_bibliography(
    run: Run, map_file: Path, name: str, content: str, fields: tuple[str, ...]
) -> None:
    path = map_file.with_name(name)
    path.write_text(content, encoding="utf-8")
    added = run("source", "add", map_file, "rain", "--bib", path)
    assert added.exit_code == Status.DONE, added.stderr
    (key,) = added.stdout.split()
    assert load(map_file).sources[key][:4] == fields
    again = run("source", "add", map_file, "rain", "--bib", path)
    assert (again.exit_code, again.stdout) == (Status.DONE, "")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.bib", "@article{"), ("a.json", "[1]"), ("a.json", "{"), ("a.ris", ""), ("a.txt", "x")],
)
def test_what_is_no_bibliography_is_refused(
    run: Run, map_file: Path, name: str, content: str
) -> None:
    path = map_file.with_name(name)
    path.write_text(content, encoding="utf-8")
    refused = run("source", "add", map_file, "--bib", path)
    assert (refused.exit_code, refused.stdout) == (Status.BAD, "")
    assert refused.stderr.startswith(f"debatemap: {path}: ")


def test_a_bibliography_is_written(run: Run, bridge: Path, map_file: Path) -> None:
    markdown = run("source", "list", bridge, "--to", "markdown").stdout
    assert markdown.splitlines()[2] == (
        "- Mara Lind. *The Old Bridge Should Close to Cars*. 2026-02-01"
    )
    path = bridge.with_name("out.bib")
    path.write_text(run("source", "list", bridge, "--to", "bibtex").stdout, encoding="utf-8")
    assert run("source", "add", map_file, "--bib", path).exit_code == Status.DONE
    read = {source[:4] for source in load(map_file).sources.values()}
    assert {source[:4] for source in load(bridge).sources.values()} <= read


def test_claims_on_absent_quotes_are_work_that_is_left(run: Run, bridge: Path) -> None:
    listed = run("tasks", bridge, "--kind", "misquoted").stdout
    assert listed.count("\n") == 1
    assert "Mend the quote for “Nobody was asked.”" in listed
    assert listed.endswith("[asked]\n")
