"""Where the program keeps what is not in a map."""

import os
from pathlib import Path

import pytest

from debatemap.store.locations import config_file, pasted_path, samples, state_folder
from debatemap.workspace.session import open_session


def test_settings_and_state_are_where_the_system_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert config_file() == tmp_path / "config" / "debatemap" / "config.toml"
    assert state_folder() == tmp_path / "state" / "debatemap"


def test_asking_where_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    config_file()
    state_folder()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.sep != "/", reason="backslashes stand between folders there")
def test_a_path_is_known_as_terminals_and_file_managers_paste_it(tmp_path: Path) -> None:
    path = tmp_path / "my talk.txt"
    escaped = str(path).replace(" ", "\\ ")
    for text in (f"'{path}'", f'"{path}"', escaped, f"file://{str(path).replace(' ', '%20')}"):
        assert pasted_path(text) == path, text
    odd = tmp_path / "'odd\\ name'"
    odd.write_text("")
    assert pasted_path(str(odd)) == odd


def test_the_map_to_learn_from_is_the_first_sample_and_all_of_them_open() -> None:
    assert samples()[0].name == "first-steps.json"
    assert all(open_session(path).debate.claims for path in samples())
