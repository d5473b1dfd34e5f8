"""Pastes are told from keys, wherever the reads are cut."""

from hypothesis import given
from hypothesis import strategies as st

from debatemap.tui.system.pastes import Pasted, Pastes

KEYS = st.text("abq:\r\x1b[")
WORDS = st.text("abq:\r\x1b[20~")


def split(*reads: str) -> list[str | Pasted]:
    pastes = Pastes()
    return [part for read in reads for part in pastes.split(read)]


def test_a_paste_is_taken_out_whole() -> None:
    assert split("-\x1b[200~a\x1b]2;b\x07\x1b[A\x1b[201~\r") == [
        "-", Pasted("a\x1b]2;b\x07\x1b[A"), "\r",
    ]  # fmt: skip


@given(KEYS.filter(lambda keys: not keys.endswith("\x1b")), WORDS, st.data())
def test_reads_may_be_cut_anywhere_but_behind_the_first_escape(
    keys: str, words: str, data: st.DataObject
) -> None:
    words = words.replace("\x1b[201~", "")
    stream = f"{keys}\x1b[200~{words}\x1b[201~end"
    cuts = data.draw(st.lists(st.integers(0, len(stream))).map(sorted))
    cuts = [cut for cut in cuts if cut != len(keys) + 1]
    ends = zip([0, *cuts], [*cuts, len(stream)], strict=True)
    found = split(*(stream[begin:end] for begin, end in ends))
    assert "".join(part for part in found if isinstance(part, str)) == f"{keys}end"
    assert [part for part in found if isinstance(part, Pasted)] == [Pasted(words)]


def test_an_escape_does_not_wait() -> None:
    assert split("\x1b") == ["\x1b"]


def test_the_beginning_of_a_bracket_that_does_not_go_on_is_given_back() -> None:
    pastes = Pastes()
    assert list(pastes.split("a\x1b[2")) == ["a"]
    assert list(pastes.rest()) == ["\x1b[2"]
    assert list(pastes.rest()) == []


def test_a_paste_without_an_end_does_not_take_all_keys_for_ever() -> None:
    pastes = Pastes()
    assert list(pastes.split("\x1b[200~abc\x1b[20")) == []
    parts = [part for _ in range(100) for part in pastes.rest()]
    assert parts == [Pasted("abc\x1b[20")]
    assert list(pastes.split("j")) == ["j"]


def _cut_off(words: str) -> Pastes:
    """Returns what has read a paste that a line which stalled has cut off."""
    pastes = Pastes()
    found = [*pastes.split(f"\x1b[200~{words}")]
    found += [part for _ in range(100) for part in pastes.rest()]
    assert found == [Pasted(words)]
    return pastes


def test_what_follows_once_a_line_no_longer_stalls_is_pasted_too() -> None:
    pastes, more = _cut_off("many "), "words " * 20
    assert [*pastes.split(more), *pastes.split("q\x1b[201~j")] == [Pasted(f"{more}q"), "j"]
    assert [*_cut_off("many ").split("words\x1b[201~j")] == [Pasted("words"), "j"]
    assert [*_cut_off("many ").split("\x1b[201~j")] == ["j"]


def test_keys_are_keys_after_a_paste_whose_end_was_lost() -> None:
    pastes, moves = _cut_off("many "), "\x1b[<35;10;10M" * 10
    assert [*pastes.split("q"), *pastes.split(moves)] == ["q", moves]
    assert [*pastes.split("\x1b[200~a\x1b[201~")] == [Pasted("a")]


def _after_an_escape(*, silent: bool = True) -> Pastes:
    """Returns what has read an escape, and nothing more for a moment where it was silent."""
    pastes = Pastes()
    assert list(pastes.split("a\x1b")) == ["a\x1b"]
    assert not silent or list(pastes.rest()) == []
    return pastes


def test_a_sequence_that_a_slow_line_tears_off_its_escape_is_no_keys() -> None:
    after = _after_an_escape
    assert list(after().split("[200~dd\x1b[201~j")) == [Pasted("dd"), "j"]
    assert list(after().split("[A")) == ["\x1b[A"]
    assert list(after().split("[<0;3;4M")) == ["\x1b[<0;3;4M"]
    assert list(after(silent=False).split("[A")) == ["[A"]


def test_what_is_typed_after_escape_is_keys() -> None:
    pastes = _after_an_escape()
    assert list(pastes.split("[x] done")) == ["[x] done"]
    assert [*pastes.rest(), *pastes.split("[A")] == ["[A"]


def test_an_escape_in_a_paste_tears_nothing_off() -> None:
    pastes = Pastes()
    assert [*pastes.split("\x1b[200~a\x1b"), *pastes.rest()] == []
    assert list(pastes.split("[201~j")) == [Pasted("a"), "j"]
