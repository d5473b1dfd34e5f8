"""Counts, labels and the claim to open at, in a terminal."""

from pathlib import Path

import pytest

from debatemap import save
from debatemap.core.claim_address import address_of
from tests.tui.maps import rain
from tests.tui.terminal import Terminal, loaded

READY = ("Rain is good.", "move")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save(rain(), tmp_path / "rain.json")
    return tmp_path / "rain.json"


def _is_selected(terminal: Terminal, words: str) -> None:
    """Waits until the row with the bar of the cursor says something."""
    terminal.wait_until(
        lambda: any(line.startswith("▌") and words in line for line in terminal.screen.display),
        f"{words} is not selected",
    )


def test_a_number_and_a_key_move_as_often(file: Path) -> None:
    with loaded(file) as terminal:
        terminal.wait_for(*READY)
        terminal.press("#2j")
        _is_selected(terminal, "Streets flood.")
        terminal.press("#2k")
        _is_selected(terminal, "Rain is good.")


@pytest.mark.parametrize(
    ("no_color", "colorterm", "term"),
    [("", "truecolor", "xterm-256color"), ("1", "", "xterm-256color"), ("", "", "xterm")],
)
def test_a_label_is_shown_and_goes_there(
    file: Path, no_color: str, colorterm: str, term: str
) -> None:
    with loaded(file, NO_COLOR=no_color, COLORTERM=colorterm, TERM=term) as terminal:
        terminal.wait_for(*READY)
        terminal.press("H")
        terminal.wait_until(
            lambda: any("s + Plants grow." in line for line in terminal.screen.display),
            "no label before the words of the map",
        )
        terminal.press("s")
        _is_selected(terminal, "Plants grow.")


@pytest.mark.parametrize("given", ["roots", "roo", "link", "l-roots"])
def test_a_map_opens_at_a_claim(file: Path, given: str) -> None:
    at = address_of(file, "roots") if given == "link" else given
    with loaded(file, "--at", at) as terminal:
        _is_selected(terminal, "Roots drink.")


def test_the_link_of_a_claim_opens_its_map_there(file: Path) -> None:
    with loaded(Path(address_of(file, "roots"))) as terminal:
        _is_selected(terminal, "Roots drink.")


def test_a_large_map_opens_at_a_claim_too(file: Path) -> None:
    padding = file.read_bytes().rstrip() + b" " * 4_300_000 + b"\n"
    file.write_bytes(padding)
    with loaded(file, "--at", "roots") as terminal:
        _is_selected(terminal, "Roots drink.")


def test_an_id_that_is_none_is_said_before_the_screen_is_up(file: Path) -> None:
    with loaded(file, "--at", "nothing") as terminal:
        assert terminal.wait_for_end() == 2
        assert "there is no claim or link nothing in this map" in terminal.text
        assert b"1049h" not in terminal.sent


def test_the_overview_goes_where_it_is_clicked(file: Path) -> None:
    with loaded(file, size=(80, 24)) as terminal:
        terminal.wait_for(*READY)
        terminal.press("/roots\r")
        _is_selected(terminal, "Roots drink.")
        column, line = next(
            (text.rindex("■") + 1, number)
            for number, text in enumerate(terminal.screen.display, 1)
            if "■" in text
        )
        terminal.press("gg")
        _is_selected(terminal, "Rain is good.")
        terminal.press(f"\x1b[<0;{column};{line}M\x1b[<0;{column};{line}m")
        _is_selected(terminal, "Roots drink.")


def test_the_map_is_read_and_presented(file: Path) -> None:
    with loaded(file) as terminal:
        terminal.wait_for(*READY)
        terminal.press("%rj")
        terminal.wait_for("1.1  For: Plants grow.", "1.1.1  But that does not follow:")
        terminal.press("%f")
        terminal.wait_for("2 of 9")
        terminal.press(" ")
        terminal.wait_for("3 of 9")
        terminal.press("\x1b")
        terminal.wait_for("▌   1.1.1  But that")


def test_cards_are_presented_in_an_order_of_ones_own(file: Path) -> None:
    with loaded(file) as terminal:
        terminal.wait_for(*READY)
        terminal.press("jvjv")
        terminal.press("%a")
        terminal.wait_for("No card is chosen")
        terminal.press("\x14")
        terminal.wait_for("1  + Plants grow.", "2  + Wells fill.")
        terminal.press("\x1b[B\x1b[1;3A")
        terminal.wait_for("1  + Wells fill.", "2  + Plants grow.")
        terminal.press("\r")
        terminal.wait_for("1 of 2", "+ Wells fill.")
        terminal.press("\x1b[C")
        terminal.wait_for("2 of 2", "+ Plants grow.")
        terminal.press("\x1b")
        terminal.wait_until_gone("2 of 2")
        _is_selected(terminal, "Plants grow.")
        # The order is kept: it is presented again without a look at the list.
        terminal.press("%f")
        terminal.wait_for("2 of 2", "+ Plants grow.")
