"""`debatemap add --source`: a claim and what it cites in one command."""

from pathlib import Path

import pytest

from debatemap import load, save
from debatemap.core.change import Change
from debatemap.core.model import Citation, Source
from tests.cli.conftest import Run, small

TEXT = "Deterrence needs an enemy."


def _cited(run: Run, map_file: Path, *options: str) -> Citation:
    claim = run("add", map_file, TEXT, *options).stdout.strip()
    (cited,) = load(map_file).claims[claim].sources
    return cited


@pytest.mark.parametrize("name", ["title", "url", "author"])
def test_a_source_of_the_map_is_cited_by_what_it_is_called(
    run: Run, map_file: Path, name: str
) -> None:
    named = getattr(small().sources["source01"], name) or "source01"
    cited = _cited(run, map_file, "--source", named.upper(), "--quote", "word for\nword")
    assert (cited.ref, cited.quote) == ("source01", "word for\nword")
    assert load(map_file).sources == small().sources


@pytest.mark.parametrize("named", ["source01", "sour"])
def test_a_source_of_the_map_is_cited_by_its_id(run: Run, map_file: Path, named: str) -> None:
    cited = _cited(run, map_file, "--source", named, "--at", "p. 7", "--kind", "study")
    assert (cited.ref, cited.at, cited.kind) == ("source01", "p. 7", "study")


@pytest.mark.parametrize(
    ("named", "source"),
    [
        ("https://example.org/new", Source(url="https://example.org/new")),
        ("On wars", Source(title="On wars")),
    ],
)
def test_what_the_map_has_not_got_is_a_new_source(
    run: Run, map_file: Path, named: str, source: Source
) -> None:
    result = run("add", map_file, TEXT, "--source", named, "--con", "eyes0001")
    assert result.stderr.count("citing") == 1
    assert result.stderr.rstrip().endswith(", a new source")
    debate = load(map_file)
    (cited,) = debate.claims[result.stdout.strip()].sources
    assert debate.sources[cited.ref] == source


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--quote", "so"), "--quote says something of a source; name it with --source"),
        (("--at", "p. 4"), "--at says something of a source"),
        (("--kind", "study"), "--kind says something of a source"),
        (("--source", "x", "--kind", "rumour"), "it is one of study, statistic"),
        (("--source", "twin"), "may mean 2 sources of the map: twin0001 (Twin one); twin0002"),
    ],
)
def test_what_cannot_be_cited_leaves_the_file(
    run: Run, map_file: Path, options: tuple[str, ...], said: str
) -> None:
    debate = small()
    twins = {
        "twin0001": (None, Source(title="Twin one")),
        "twin0002": (None, Source(title="Twin two")),
    }
    debate.apply(Change(sources=twins))
    save(debate, map_file)
    before = map_file.read_bytes()
    result = run("add", map_file, TEXT, *options)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert map_file.read_bytes() == before
