"""`debatemap set`."""

from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("field", "value", "name", "held"),
    [
        ("note", "one\ntwo", "note", "one\ntwo"),
        ("tags", "law, #cost", "tags", ("law", "cost")),
        ("tags", "", "tags", ()),
        ("author", "Ada", "by", "Ada"),
        ("by", "Ada", "by", "Ada"),
        ("date", "2026-01-03", "created", "2026-01-03"),
        ("date", " 2026-01 ", "created", "2026-01"),
        ("created", "2026", "created", "2026"),
        ("created", "", "created", ""),
        ("text", "Eyes see.", "text", "Eyes see."),
    ],
)
def test_a_field_is_set_by_its_name_or_its_key(
    run: Run, map_file: Path, field: str, value: str, name: str, held: object
) -> None:
    result = run("set", map_file, "eyes", field, value)
    assert (result.exit_code, result.stdout) == (Status.DONE, "")
    assert result.stderr.startswith(f"{map_file}: ")
    assert getattr(load(map_file).claims["eyes0001"], name) == held


def test_a_value_comes_from_standard_input(run: Run, map_file: Path) -> None:
    run("set", map_file, "eyes0001", "note", "-", stdin="Ça\x1b[31m\ncoûte\n".encode())
    assert load(map_file).claims["eyes0001"].note == "Ça[31m\ncoûte"


def test_what_it_holds_already_leaves_the_file(run: Run, map_file: Path) -> None:
    before = map_file.read_bytes()
    result = run("set", map_file, "eyes0001", "tags", "safety")
    assert (result.exit_code, map_file.read_bytes()) == (Status.DONE, before)
    assert "it holds that already" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["eyes0001", "colour", "red"], "a claim has no field colour to set; it has text, note,"),
        (["eyes0001", "sources", "red"], "a claim has no field sources to set"),
        (["nothing", "note", "red"], "there is no claim nothing"),
        (["eyes0001", "text", " "], "a claim needs words"),
        (
            ["eyes0001", "created", "yesterday"],
            "“yesterday” is no date; write it as ISO 8601 has it: 2024, 2024-07 or 2024-07-23",
        ),
        (["eyes0001", "date", "2023-02-29"], "“2023-02-29” is no date"),
    ],
)
def test_a_refusal_is_one_sentence_and_leaves_the_file(
    run: Run, map_file: Path, arguments: list[str], why: str
) -> None:
    before = map_file.read_bytes()
    result = run("set", map_file, *arguments)
    assert (result.exit_code, result.stdout) == (Status.BAD, "")
    assert why in " ".join(result.stderr.split())
    assert map_file.read_bytes() == before
