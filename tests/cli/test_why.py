"""`debatemap why`: the sentences, and where each of them leads."""

import json
from pathlib import Path

import pytest

from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run


def test_sentences_end_with_what_they_are_about(run: Run, map_file: Path) -> None:
    result = run("why", map_file, "thesis01")
    eyes, armies = "“Many eyes find faults sooner.”", "“Armies deter people, not software.”"
    assert (result.exit_code, result.stderr) == (Status.DONE, "")
    assert result.stdout.splitlines() == [
        "Releasing model weights makes AI safer.",
        (
            "  open, about 50 of 100 (30 to 75) · nobody has rated any of it: this weighs replies "
            "only · 1 objection is unanswered"
        ),
        "  It stays at 50 of 100: what supports it adds 10, what attacks it takes 10.",
        "  Nobody has rated it, so it starts at 50 of 100.",
        f"  For: {eyes}, which stands at 50, adds 10.  [eyes0001]",
        f"  Against: {armies}, which stands at 50, takes 10.  [armies01]",
        f"  Without {eyes} it would fall to 40.  [eyes0001]",
        f"  Without {armies} it would rise to 60.  [armies01]",
        f"  1 objection is unanswered: {armies}  [armies01]",
        (
            f"  Each of 2 claims turns it; the likeliest of 4 ways: doubt {armies}, which is "
            "an open question, as it stands at 50.  [armies01]"
        ),
    ]


@pytest.mark.parametrize("given", ["link-eyes", "link-ey"])
def test_a_link_can_be_asked_about(run: Run, map_file: Path, given: str) -> None:
    lines = run("why", map_file, given).stdout.splitlines()
    assert lines[0] == (
        "the step from “Many eyes find faults sooner.” to “Releasing model weights makes …”"
    )
    assert lines[1] == (
        "  The step counts 100 of 100: what supports it adds 10, what attacks it takes 10."
    )


def test_what_a_sentence_leads_to_can_be_asked_about(run: Run, map_file: Path) -> None:
    met, waiting = set[str](), ["thesis02"]
    while waiting:
        node = waiting.pop()
        if node in met:
            continue
        met.add(node)
        result = run("why", map_file, node, "--json")
        assert result.exit_code == Status.DONE
        leads = [sentence["leads_to"] for sentence in json.loads(result.stdout)["sentences"]]
        waiting += [lead for lead in leads if lead]
    assert met == {"thesis02", "armies01", "compute2", "notso001"}


def test_json(run: Run, map_file: Path) -> None:
    data = json.loads(run("why", map_file, "compute2", "--method", "df-quad", "--json").stdout)
    assert (data["id"], data["kind"], data["method"], data["person"]) == (
        *("compute2", "claim", "df-quad"),
        None,
    )
    assert (data["strength"], data["range"], data["grounded"]) == (0.25, None, "out")
    assert data["sentences"][0] == {
        "text": "From 50 to 25 of 100: what attacks it takes 25, and nothing supports it.",
        "leads_to": None,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone"], "there is no claim or link gone in this map"),
        (["thesis"], "several ids begin with thesis"),
        (["thesis01", "--method", "coin"], "there is no method coin"),
        (["thesis01", "--person", "Eve"], "Eve has rated nothing"),
    ],
)
def test_bad_use(run: Run, map_file: Path, arguments: list[str], said: str) -> None:
    result = run("why", map_file, *arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert said in result.stderr
