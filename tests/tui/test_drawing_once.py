"""What was drawn last is not sent to the terminal again."""

from typing import TYPE_CHECKING

import pytest

from tests.posix import pty

if TYPE_CHECKING:
    from debatemap.tui.system.terminal_driver import TerminalDriver

pytestmark = pytest.mark.skipif(pty is None, reason="it draws as on a POSIX terminal")

_SCREEN, _PART = "\x1b[1;1HA map", "\x1b[3;5Ha row"
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"


@pytest.fixture
def driver() -> "TerminalDriver":
    from debatemap.tui.system.terminal_driver import TerminalDriver  # noqa: PLC0415  (POSIX only)

    return TerminalDriver.__new__(TerminalDriver)


@pytest.fixture
def sent(driver: "TerminalDriver", monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Returns what reaches the terminal."""
    found: list[str] = []
    ours, plain, *_ = type(driver).__mro__
    monkeypatch.setattr(plain, "write", lambda _, data: found.append(data))
    monkeypatch.setattr(ours, "_is_deaf", False)
    return found


def test_the_same_screen_is_drawn_once(driver: "TerminalDriver", sent: list[str]) -> None:
    for data in (_SCREEN, _SCREEN, _BEGIN, _SCREEN, _END, _PART, _PART, _SCREEN):
        driver.write(data)
    assert sent == [_SCREEN, _PART, _SCREEN]


@pytest.mark.parametrize("between", ["\x1b[?1049h", "\x1b]52;c;YQ==\x07"])
def test_it_is_drawn_again_after_anything_else(
    driver: "TerminalDriver", sent: list[str], between: str
) -> None:
    for data in (_SCREEN, between, between, _SCREEN):
        driver.write(data)
    assert sent == [_SCREEN, between, between, _SCREEN]


def test_a_frame_is_written_at_once(driver: "TerminalDriver", sent: list[str]) -> None:
    for data in (_BEGIN, _SCREEN, _END, _BEGIN, _SCREEN, _END, _BEGIN, _PART, _SCREEN, _END):
        driver.write(data)
    assert sent == [f"{_BEGIN}{_SCREEN}{_END}", f"{_BEGIN}{_PART}{_SCREEN}{_END}"]
