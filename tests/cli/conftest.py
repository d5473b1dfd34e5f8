"""A small map with something of everything, and a way to run the program on it."""

from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner, Result

from debatemap import save
from debatemap.cli.application import application, spell_out
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.formats.limits import VARIABLE


class Run(Protocol):
    """Runs the program in this process."""

    def __call__(self, *arguments: str | Path, stdin: bytes = b"") -> Result: ...


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    # `--limit` sets it, and a test must not leave it to the next one.
    monkeypatch.setenv(VARIABLE, "")

    def invoke(*arguments: str | Path, stdin: bytes = b"") -> Result:
        line = spell_out([str(part) for part in arguments])
        result = CliRunner().invoke(application(line), line, input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


def small() -> Debate:
    """Returns a debate with a shared claim, joint premises, an undercut, a backing, an inbox."""
    claims = {
        "thesis01": Claim("Releasing model weights makes AI safer."),
        "thesis02": Claim("Open weights need strict rules."),
        "eyes0001": Claim(
            "Many eyes find faults sooner.",
            note="a longer remark,\nline by line",
            tags=("safety",),
            sources=(Citation("source01", "given enough eyeballs", "p. 4"),),
        ),
        "armies01": Claim("Armies deter people, not software."),
        "follow01": Claim("Faults that are found get mended."),
        "notso001": Claim("Nobody looks at weights."),
        "compute1": Claim("Compute decides who wins the race."),
        "compute2": Claim("Governments hold most of the compute."),
        "inbox001": Claim("A thought for later."),
    }
    links = {
        "link-eyes": Link(("eyes0001",), "supports", "thesis01", "a0"),
        "link-army": Link(("armies01",), "attacks", "thesis01", "a1"),
        "link-not": Link(("notso001",), "attacks", "link-eyes", "a0"),
        "link-fol": Link(("follow01",), "supports", "link-eyes", "a1"),
        "link-two": Link(("compute1", "compute2"), "supports", "thesis02", "a0"),
        "link-too": Link(("armies01",), "supports", "thesis02", "a1"),
        "link-con": Link(("notso001",), "attacks", "compute2"),
    }
    sources = {"source01": Source("Eric Raymond", "The Cathedral", "https://example.org", "1999")}
    header = Header("map0000001", "Open source AI", ("thesis01", "thesis02"))
    return Debate(header, claims, links, sources)


@pytest.fixture
def map_file(tmp_path: Path) -> Path:
    path = tmp_path / "debate.json"
    save(small(), path)
    return path
