"""A claim's field is declared once: what is declared in a copy of the package works everywhere."""

import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from debatemap.core.fields import FIELDS
from tests.fields.checks import CHECKS
from tests.fields.further import declare

ROOT: Final = Path(__file__).parents[2]


SCREEN: Final = [name for name, check in CHECKS.items() if inspect.iscoroutinefunction(check)]


@pytest.mark.parametrize(
    "checks", [SCREEN, [name for name in CHECKS if name not in SCREEN]], ids=["screen", "core"]
)
def test_a_field_that_is_merely_declared_works_everywhere(
    checks: list[str], tmp_path: Path
) -> None:
    declare(tmp_path)
    paths = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.fields.checks", *checks],
        cwd=tmp_path, env={**os.environ, **paths}, capture_output=True, text=True,
        check=False, timeout=400,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    failures: dict[str, str] = json.loads(done.stdout)
    assert not failures, "\n".join(f"{check}:\n{said}" for check, said in failures.items())


def test_every_field_that_is_new_is_declared_as_one() -> None:
    first = {
        *("claims.text", "claims.note", "claims.tags", "claims.by", "claims.created"),
        *("claims.sources", "links.stance", "links.to", "links.with", "links.pos"),
        *("sources.author", "sources.title", "sources.url", "sources.date"),
        *("citations.ref", "citations.quote", "citations.at"),
    }
    assert {f"{f.table}.{f.in_file}" for f in FIELDS if not f.is_later} == first
    own = {"text", "note", "tags", "by", "created", "sources"}
    assert {f.name for f in FIELDS if f.table == "claims" and not f.is_plain} == own
