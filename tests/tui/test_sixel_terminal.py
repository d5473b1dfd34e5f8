"""The map as an image in terminals that say that they show sixels, and in those that do not."""

import os
import re
import signal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Size

from debatemap.store.locations import samples
from debatemap.tui.system.terminal_answers import TerminalAnswer, TerminalAnswers
from tests.pictures.sixel_reading import pixels_of_sixel
from tests.tui.terminal import Terminal, loaded

SAMPLE = next(path for path in samples() if path.name == "open-source-ai.json")
IMAGE = re.compile(rb"\x1bP0;1;0q[^\x1b]*\x1b\\")
NAMES = ("KITTY_WINDOW_ID", "KONSOLE_VERSION", "TERM_PROGRAM")


class Answerer(Terminal):
    """A terminal that answers when it is asked what it is, and shows no text of an image."""

    kinds = b"\x1b[?62;4;22c"
    sizes = b"\x1b[6;10;5t\x1b[?2;0;320;1000S"
    answered = 0
    image = b""

    def read(self, seconds: float = 0.05) -> bytes:
        data = super().read(seconds)
        if self.sent.count(b"\x1b[c") > self.answered:
            self.answered += 1
            # In two parts, as a slow line brings it.
            is_second = b"\x1b[16t" in self.sent
            answer = (self.sizes if is_second else b"") + self.kinds
            os.write(self._master, answer[:5])
            os.write(self._master, answer[5:])
        return data

    def draw(self, data: bytes) -> None:
        self.image += data
        text = IMAGE.sub(b"", self.image)
        text, begun, rest = text.partition(b"\x1bP0;1;0q")
        super().draw(text)
        self.image = begun + rest

    @property
    def images(self) -> list[bytes]:
        """All images that it was sent whole."""
        return IMAGE.findall(self.sent)


class Plain(Answerer):
    """A terminal that shows no images."""

    kinds = b"\x1b[?62;22c"


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("variables")
def test_a_terminal_with_sixels_is_sent_the_map_as_large_as_it_takes() -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    with loaded(SAMPLE, size=(80, 24), kind=Answerer) as terminal:
        assert isinstance(terminal, Answerer)
        terminal.wait_for("Open source AI", "The most capable")
        assert b"\x1b[c" not in terminal.sent, "it is asked when somebody wants an image"
        terminal.press("%G")
        terminal.wait_until(lambda: len(terminal.images) == 1, "no image")
        width, height, pixels = pixels_of_sixel(terminal.images[0].decode())
        assert (width, height) == (64 * 5, 23 * 10), "no wider than the terminal takes"
        assert len(pixels) == width * height
        assert len({*pixels.values()}) > 5
        terminal.press("j")
        terminal.wait_until(lambda: len(terminal.images) == 2, "no second image")
        assert terminal.images[0] != terminal.images[1]
        terminal.press("q")
        terminal.wait_for("Open source AI", "The most capable")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.usefixtures("variables")
@pytest.mark.parametrize("protocol", ["kitty", "sixel"])
def test_after_a_stop_the_image_is_drawn_again(
    protocol: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resvg_py", reason="resvg-py is not installed")
    for name in ("TMUX", "STY", "ZELLIJ"):
        monkeypatch.delenv(name, raising=False)
    if protocol == "kitty":
        monkeypatch.setenv("KITTY_WINDOW_ID", "1")
    whole, shown = {"kitty": (b"a=t,", b"a=p,"), "sixel": (b"\x1bP0;1;0q",) * 2}[protocol]
    with loaded(SAMPLE, size=(80, 24), kind=Answerer) as terminal:
        terminal.wait_for("Open source AI", "The most capable")
        terminal.press("%G")
        terminal.wait_for("all of it")
        terminal.wait_until(lambda: shown in terminal.sent, "no image")
        terminal.signal(signal.SIGTSTP)
        terminal.wait_until_given_back()
        stopped = len(terminal.sent)
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda: whole in terminal.sent[stopped:], "no image after the stop")
        # With the other screen the terminal has dropped its images, and what was drawn.
        terminal.wait_until(
            lambda: shown in terminal.sent[terminal.sent.rfind(whole) :], "the image is not shown"
        )
        terminal.press("q")
        terminal.wait_for("Open source AI", "The most capable")
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@pytest.mark.usefixtures("variables")
def test_a_terminal_without_sixels_is_sent_none() -> None:
    with loaded(SAMPLE, size=(80, 24), kind=Plain) as terminal:
        terminal.wait_for("Open source AI", "The most capable")
        terminal.press("%G")
        terminal.wait_for("shows no images")
        assert b"\x1b[16t" not in terminal.sent, "how large they were is not asked"
        assert b"\x1bP0" not in terminal.sent
        terminal.press("q")
        assert terminal.wait_for_end() == 0


@given(
    st.data(), st.text("jk\x1b[;?0123", max_size=6), st.sampled_from(("62;4;22", "64;22", "4;6"))
)
def test_answers_are_taken_out_of_the_keys_wherever_they_are_cut(
    data: st.DataObject, keys: str, kinds: str
) -> None:
    told: list[TerminalAnswer] = []
    answers = TerminalAnswers(told.append)
    answers.is_awaited = True
    sent = f"a\x1b[6;32;16t\x1b[?2;0;1000;900S\x1b[?{kinds}cb{keys}"
    cuts = data.draw(st.lists(st.integers(0, len(sent)), max_size=4).map(sorted))
    parts = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
    passed = "".join(map(answers.taken_from, parts)) + answers.rest()
    assert told == [TerminalAnswer(kinds == "62;4;22", Size(16, 32), Size(1000, 900))]
    assert passed == f"ab{keys}"


def test_nothing_is_held_while_no_answer_is_awaited() -> None:
    answers = TerminalAnswers(lambda _: None)
    assert answers.taken_from("a\x1b[") == "a\x1b["
    assert answers.taken_from("\x1b[?62;4cb") == "b", "a late one is no key"
