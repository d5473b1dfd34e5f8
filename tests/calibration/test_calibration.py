"""The calibration finds what was put into the debates, on few of them."""

from pathlib import Path

import pytest

from debatemap import save
from tests.calibration.__main__ import main
from tests.calibration.crowds import debates
from tests.calibration.held_out import compared, compared_groups

_MAPS = 6
_PEOPLE = 30


def test_a_crowd_as_modelled_lies_in_nine_of_ten_intervals() -> None:
    found = compared(debates(_MAPS, "as modelled", _PEOPLE, 0.8), 10, beneath=False)
    assert found.claims > 50
    assert 0.8 <= found.band <= 1.0
    assert found.side > found.base
    assert found.rank > 0.2


def test_of_a_crowd_that_votes_by_chance_nothing_is_known() -> None:
    found = compared(debates(_MAPS, "deaf", _PEOPLE, 0.8), 10, beneath=False)
    assert abs(found.rank) < 0.3


def test_in_two_camps_a_rating_is_nearer_to_its_own_camp() -> None:
    found = compared_groups(debates(_MAPS, "in two camps", _PEOPLE, 0.8))
    assert found.ratings > 50
    assert found.own < found.all


def test_a_folder_of_maps_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, debate in enumerate(debates(2, "as modelled", 6, 0.9)):
        save(debate, tmp_path / f"{number}.json")
    (tmp_path / "spoilt.json").write_text("{")
    monkeypatch.setattr("sys.argv", ["calibration", str(tmp_path), "--votes", "3"])
    main()
    said = capsys.readouterr()
    assert f"| {tmp_path.name}, votes beneath | " in said.out
    assert "spoilt.json" in said.err
    assert "2 maps were read" in said.err
    monkeypatch.setattr("sys.argv", ["calibration", str(tmp_path), "--votes", "30"])
    main()
    assert f"| {tmp_path.name}, replies only | 0 | – |" in capsys.readouterr().out
