"""Names of files that are offered for a map: safe on any system, and of no file that there is."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.store.file_names import free_name

NOWHERE = Path("/nowhere/at/all")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Night trains", "night-trains.json"),
        ("Café Zürich?", "cafe-zurich.json"),
        ("../../etc/passwd", "etc-passwd.json"),
        ("-rf", "rf.json"),
        ("con", "map-con.json"),
        ("LPT1", "map-lpt1.json"),
        ("", "debate.json"),
        ("…", "debate.json"),
        ("[bold]x[/]", "bold-x.json"),
    ],
)
def test_a_name_is_made_of_the_words(words: str, name: str) -> None:
    assert free_name(NOWHERE, words) == name


@given(st.text())
def test_any_words_make_a_plain_name(words: str) -> None:
    name = free_name(NOWHERE, words)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.json", name)
    assert len(name) <= 64


def test_no_name_is_offered_that_stands_there(tmp_path: Path) -> None:
    (tmp_path / "we-move.json").touch()
    assert free_name(tmp_path, "We move.") == "we-move-2.json"
    (tmp_path / "we-move-2.json").symlink_to("gone")
    assert free_name(tmp_path, "We move.") == "we-move-3.json"
