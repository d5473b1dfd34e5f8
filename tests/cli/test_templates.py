"""Templates of new maps: the program's own, and the user's."""

from pathlib import Path

import pytest

from debatemap import load
from debatemap.cli.exit_status import Status
from debatemap.store.locations import config_file
from debatemap.workspace.templates import templates, templates_folder
from tests.cli.conftest import Run

OWN = ("decision", "essay-and-reply", "for-and-against", "policy")


@pytest.mark.parametrize("name", OWN)
def test_each_template_makes_a_map_with_ids_of_its_own(run: Run, tmp_path: Path, name: str) -> None:
    paths = [tmp_path / "one.json", tmp_path / "two.json"]
    for path in paths:
        made = run("new", path, "--template", name)
        assert made.exit_code == Status.DONE
        assert made.stdout.split() == list(load(path).header.theses)
        found = run("check", path).stdout.splitlines()
        assert all("DM504 nobody has answered" in line for line in found), found
    one, two = map(load, paths)
    assert one.header.id != two.header.id
    assert not {*one.claims, *one.links} & {*two.claims, *two.links}
    assert sorted(c.text for c in one.claims.values()) == sorted(
        c.text for c in two.claims.values()
    )
    assert not one.dangling
    assert one.header.title == ""


def test_theses_that_are_given_stand_in_place_of_those_of_the_template(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "new.json"
    texts = [f"We take {name}." for name in "ABCD"]
    options = [part for text in texts for part in ("--thesis", text)]
    run("new", path, "--template", "decision", *options, "--question", "Which?")
    debate = load(path)
    assert [debate.claims[claim].text for claim in debate.header.theses] == texts
    assert debate.header.question == "Which?"


def test_an_unknown_name_lists_the_templates_with_what_they_are_for(
    run: Run, tmp_path: Path
) -> None:
    result = run("new", tmp_path / "new.json", "--template", "none")
    assert result.exit_code == Status.BAD
    assert not (tmp_path / "new.json").exists()
    for template in templates():
        assert f"  {template.name:<16} {template.said}\n" in result.stderr
    assert {*OWN} <= {template.name for template in templates()}


def test_a_template_of_the_user_is_found_and_a_broken_one_is_told(run: Run, tmp_path: Path) -> None:
    folder = config_file().parent / "templates"
    assert folder == templates_folder()
    folder.mkdir(parents=True)
    run("new", folder / "mine.json", "--title", "Mine", "--thesis", "As ever.")
    (folder / "spoilt.json").write_text('{"format": "debatemap", ')
    unknown = run("new", tmp_path / "new.json", "--template", "none").stderr
    assert "mine             Mine" in unknown
    assert "spoilt           cannot be used:" in unknown
    assert "spoilt.json" in unknown
    assert run("new", tmp_path / "new.json", "--template", "mine").exit_code == Status.DONE
    (claim,) = load(tmp_path / "new.json").claims.values()
    assert claim.text == "As ever."
    refused = run("new", tmp_path / "other.json", "--template", "spoilt")
    assert refused.exit_code == Status.BAD
    assert "spoilt.json" in refused.stderr
