"""`debatemap show`."""

import json
from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.debate import Debate
from debatemap.core.fields import plain_fields
from debatemap.core.model import Citation, Claim, Header, Link, Source
from tests.cli.conftest import Run

WEIGHS = "nobody has rated any of it: this weighs replies only"
PROSE = f"""\
Open source AI

1. Thesis: Releasing model weights makes AI safer.
    Verdict: open, about 50 of 100 (30 to 75) · {WEIGHS} · 1 objection is unanswered
1.1. Pro: Many eyes find faults sooner.
    Note: a longer remark,
          line by line
    Tags: safety
    Source: Eric Raymond, The Cathedral, 1999, p. 4: “given enough eyeballs” <https://example.org>
1.1.1. Undercut of this step: Nobody looks at weights.
1.1.2. Why this step follows: Faults that are found get mended.
1.2. Con: Armies deter people, not software.

2. Thesis: Open weights need strict rules.
    Verdict: for, about 70 of 100 (35 to 80) · {WEIGHS}
2.1. Pro, two premises that hold only together:
2.1a. Compute decides who wins the race.
2.1b. Governments hold most of the compute.
2.1b.1. Con: See 1.1.1. “Nobody looks at weights.”
2.2. Pro: See 1.2. “Armies deter people, not software.”

Unplaced

U1. A thought for later.
"""


def test_the_whole_map_reads_as_numbered_prose(run: Run, map_file: Path) -> None:
    result = run("show", map_file)
    assert (result.exit_code, result.stdout, result.stderr) == (0, PROSE, "")


@pytest.mark.parametrize(
    ("source", "quote", "said"),
    [
        (Source(url="https://example.org"), "eyes", "“eyes” <https://example.org>"),
        (Source(url="https://example.org"), "", "<https://example.org>"),
        (Source(title="The Cathedral"), "eyes", "The Cathedral: “eyes”"),
    ],
)
def test_a_source_tells_what_is_known_of_it(
    run: Run, tmp_path: Path, source: Source, quote: str, said: str
) -> None:
    claim = Claim("A.", sources=(Citation("s", quote),))
    save(Debate(Header("m", "", ("a",)), {"a": claim}, {}, {"s": source}), tmp_path / "m.json")
    lines = run("show", tmp_path / "m.json").stdout.splitlines()
    assert f"    Source: {said}" in lines


def test_depth_counts_the_replies_left_out(run: Run, map_file: Path) -> None:
    lines = run("show", map_file, "--depth", "0").stdout.splitlines()
    assert lines[2:5] == [
        "1. Thesis: Releasing model weights makes AI safer.",
        f"    Verdict: open, about 50 of 100 (30 to 75) · {WEIGHS} · 1 objection is unanswered",
        "    (2 replies not shown)",
    ]
    assert "1.1." not in "".join(lines)


@pytest.mark.parametrize("given", ["eyes0001", "eye"])
def test_a_claim_and_what_is_beneath_it(run: Run, map_file: Path, given: str) -> None:
    assert run("show", map_file, "--claim", given).stdout.startswith(
        "1. Claim: Many eyes find faults sooner.\n    Note:"
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nothing", "there is no claim nothing in this map"),
        ("link-eyes", "link-eyes is a link"),
        (
            "comp",
            "several ids begin with comp: compute1 (“Compute decides who wins the …”), compute2 (",
        ),
        ("ey", "there is no claim ey"),
    ],
)
def test_what_is_no_claim_is_named(run: Run, map_file: Path, given: str, said: str) -> None:
    result = run("show", map_file, "--claim", given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_json_is_a_flat_list_of_rows(run: Run, map_file: Path) -> None:
    shown = json.loads(run("show", map_file, "--json").stdout)
    assert (shown["map"], shown["title"]) == ("map0000001", "Open source AI")
    rows = {row["number"]: row for row in shown["rows"]}
    plain = {field.in_file: "" for field in plain_fields()}
    assert rows["1.1"] == plain | {
        "number": "1.1",
        "depth": 1,
        "role": "pro",
        "id": "eyes0001",
        "link": "link-eyes",
        "stance": "supports",
        "target": "thesis01",
        "premises": ["eyes0001"],
        "see": None,
        "hidden": 0,
        "text": "Many eyes find faults sooner.",
        "note": "a longer remark,\nline by line",
        "tags": ["safety"],
        "by": "",
        "sources": [
            {
                "id": "source01",
                "author": "Eric Raymond",
                "title": "The Cathedral",
                "url": "https://example.org",
                "date": "1999",
                "quote": "given enough eyeballs",
                "at": "p. 4",
                "kind": "",
            }
        ],
    }
    assert rows["2.1"]["id"] is None
    assert rows["2.1"]["premises"] == ["compute1", "compute2"]
    assert rows["2.2"]["see"] == "1.2"
    assert rows["U1"]["role"] == "unplaced"


def test_a_cycle_that_hangs_loose_is_shown_and_ends(run: Run, tmp_path: Path) -> None:
    links = {"l": Link(("a",), "supports", "b"), "m": Link(("b",), "attacks", "a")}
    save(Debate(Header("m"), {"a": Claim("A."), "b": Claim("B.")}, links), tmp_path / "cycle.json")
    assert run("show", tmp_path / "cycle.json").stdout == (
        "In a cycle that no thesis leads to\n\nR1. A.\nR1.1. Con: B.\nR1.1.1. Pro: See R1. “A.”\n"
    )


def test_an_end_that_does_not_exist_is_said(run: Run, tmp_path: Path) -> None:
    links = {"l": Link(("a", "gone"), "supports", "t")}
    claims = {"t": Claim("T."), "a": Claim("A.")}
    save(Debate(Header("m", theses=("t",)), claims, links), tmp_path / "map.json")
    assert "1.1b. A claim that does not exist, gone." in run("show", tmp_path / "map.json").stdout


def test_an_empty_map_says_how_to_go_on(run: Run, tmp_path: Path) -> None:
    save(Debate(Header("m", "Nothing yet")), tmp_path / "map.json")
    result = run("show", tmp_path / "map.json")
    assert (result.exit_code, result.stdout) == (0, "Nothing yet\n")
    assert "debatemap add" in result.stderr


def test_paragraphs_are_to_be_read(run: Run, map_file: Path) -> None:
    shown = run("show", map_file, "--prose").stdout
    assert shown.startswith("Open source AI\n\n1. Releasing model weights makes AI safer.\n")
    assert "\n1.1. For: Many eyes find faults sooner.\n" in shown
    assert "    > “given enough eyeballs”\n    > Eric Raymond, The Cathedral, 1999" in shown
    assert "\n1.1.1. But that does not follow: Nobody looks at weights.\n" in shown
    assert "\n2.1b.1. Against: see 1.1.1, “Nobody looks at weights.”\n" in shown
    result = run("show", map_file, "--prose", "--json")
    assert result.exit_code == 2
    assert "give one of them" in result.stderr
