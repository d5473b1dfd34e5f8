"""The installed program offers what is here already, and the key that it names links it."""

import json
from pathlib import Path

from debatemap import save
from tests.tui.terminal import loaded
from tests.tui.test_similar_points import uniforms


def test_tab_links_what_is_here_already_and_the_file_has_the_link(tmp_path: Path) -> None:
    path = tmp_path / "uniforms.json"
    save(uniforms(), path)
    before = json.loads(path.read_bytes())
    with loaded(path) as terminal:
        terminal.wait_for("Pupils should wear uniforms.")
        terminal.press("O")
        terminal.wait_for("thesis")
        terminal.press("Museums should be free.\r")
        terminal.wait_for("Museums should be free.")
        terminal.press("+")
        terminal.wait_for("pro of")
        terminal.press("At night the staff earn more")
        terminal.wait_for("already here: “Staff", "Tab links it instead")
        terminal.press("\t")
        terminal.wait_until_gone("already here")
        terminal.wait_for("Linked “Staff at night")
        terminal.press("\x13")
        terminal.wait_for("Saved to")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    after = json.loads(path.read_bytes())
    assert len(after["claims"]) == len(before["claims"]) + 1, "the thesis alone is new"
    (staff,) = (c for c in after["claims"].values() if c["text"].startswith("Staff"))
    (museums,) = (k for k, c in after["claims"].items() if c["text"].startswith("Museums"))
    assert {(link["to"], link["stance"]) for link in staff["links"].values()} == {
        ("shop", "attacks"),
        (museums, "supports"),
    }


def test_the_walk_merges_two_and_remembers_what_is_not_the_same(tmp_path: Path) -> None:
    path = tmp_path / "uniforms.json"
    save(uniforms(), path)
    with loaded(path) as terminal:
        terminal.wait_for("Pupils should wear uniforms.")
        terminal.press("g=")
        terminal.wait_for("1 pair of claims may make the same point")
        terminal.press("\x18")
        terminal.wait_for("No two claims are likely")
        terminal.press("\x1b")
        terminal.wait_until_gone("No two claims are likely")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    with loaded(path) as terminal:
        terminal.wait_for("Pupils should wear uniforms.")
        terminal.press("g=")
        terminal.wait_for("No two claims are likely")
        terminal.press("\x1b")
        terminal.wait_until_gone("No two claims are likely")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
