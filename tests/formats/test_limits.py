"""What asks too much is refused before it takes anything, with the option that lets it in."""

import os
from pathlib import Path
from threading import Thread

import orjson
import pytest

from debatemap.core.errors import MapError
from debatemap.formats.limits import VARIABLE, Limits, limits, read_within
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import read_map
from tests.formats.native.test_codec import full, to_bytes
from tests.system import make_pipe

UNTOUCHED = "The file was not touched."


def refused(data: bytes) -> MapError:
    with pytest.raises(MapError) as caught:
        parse(data, "my.json")
    assert UNTOUCHED in caught.value.advice
    return caught.value


def nested(depth: int) -> bytes:
    """Returns a map in which a value stands within so many objects and lists."""
    value: object = 0
    for _ in range(depth - 1):
        value = [value]
    return to_bytes(full() | {"x": value})


@pytest.mark.parametrize(
    ("raised", "problem", "setting"),
    [
        ("size=100", "bytes, and up to 100 bytes are read", "size=1MB"),
        ("values=10", "values, and up to 10 are read", "values=1M"),
        ("depth=3", "nested in more than 3 objects and lists", "depth=6"),
    ],
)
def test_what_is_past_a_limit_is_refused_and_the_option_that_is_named_lets_it_in(
    monkeypatch: pytest.MonkeyPatch, raised: str, problem: str, setting: str
) -> None:
    monkeypatch.setenv(VARIABLE, raised)
    error = refused(to_bytes(full()))
    assert problem in error.problem
    assert f"`debatemap --limit {setting} …`" in error.advice
    monkeypatch.setenv(VARIABLE, setting)
    assert dump(parse(to_bytes(full())).debate) == to_bytes(full())


def test_values_stand_64_deep_and_by_leave_190_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parse(nested(64)).debate.header.beside
    assert refused(nested(65)).place == "x" + ".0" * 11 + ".…"
    monkeypatch.setenv(VARIABLE, "depth=190")
    debate = parse(nested(190)).debate
    assert dump(parse(dump(debate)).debate) == dump(debate)
    monkeypatch.setenv(VARIABLE, "depth=1000")
    assert "could never be saved" in refused(nested(191)).advice


@pytest.mark.parametrize("layout", ["as written", "on one line"])
def test_brackets_and_spaces_in_a_text_are_no_depth(layout: str) -> None:
    shape = full()
    shape["claims"]["t"]["text"] = "[" * 500 + "{" * 500 + "\n" + " " * 500 + "x"
    parse(to_bytes(shape) if layout == "as written" else orjson.dumps(shape))


@pytest.mark.parametrize("value", [2**64 - 1, -(2**63)])
def test_whole_numbers_of_64_bits_are_kept(value: int) -> None:
    data = to_bytes(full() | {"x": value})
    assert dump(parse(data).debate) == data


@pytest.mark.parametrize("number", [b"18446744073709551616", b"-9223372036854775809", b"1e999",
                                    b"NaN", b"-Infinity"])  # fmt: skip
def test_a_number_that_would_not_come_back_is_refused_with_its_place(number: bytes) -> None:
    data = to_bytes(full() | {"x": [1, {"y": "HERE"}]}).replace(b'"HERE"', number)
    error = refused(data)
    assert error.place == "x.1.y"
    assert "expected a number" in error.problem


@pytest.mark.parametrize("word", ["size", "size=", "size=-1", "size=1TB", "colour=5", "depth=1e3"])
def test_a_word_that_is_no_limit_is_refused(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    with pytest.raises(ValueError, match="expected size=500MB"):
        Limits.read([word])
    monkeypatch.setenv(VARIABLE, word)
    with pytest.raises(MapError, match=VARIABLE):
        limits()


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("size=500MB", Limits(size=500_000_000)),
        ("SIZE=1g", Limits(size=10**9)),
        ("values=10M", Limits(values=10**7)),
        ("depth=100", Limits(depth=100)),
    ],
)
def test_limits_are_read(word: str, read: Limits) -> None:
    assert Limits.read([word]) == read


def test_a_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "map.json"
    path.touch()
    os.truncate(path, 10**12)
    with pytest.raises(MapError, match=r"1,000,000\.0 MB, and up to 100\.0 MB") as caught:
        read_within(path)
    assert caught.value.file == str(path)


def test_a_file_that_grows_is_read_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "size=1M")
    path = tmp_path / "map.json"
    path.write_bytes(b"{}")
    real = os.fstat

    def grows_after(handle: int) -> os.stat_result:
        state = real(handle)
        if state.st_size == 2:
            path.write_bytes(b"x" * 5_000_000)
        return state

    monkeypatch.setattr(os, "fstat", grows_after)
    with pytest.raises(MapError, match=r"1\.0 MB, and up to 1\.0 MB"):
        read_within(path)


def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    make_pipe(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        done: list[str] = []

        def read(path: Path = path, done: list[str] = done) -> None:
            with pytest.raises(MapError, match=r"found a (pipe|device)"):
                read_within(path)
            done.append("refused")

        reader = Thread(target=read, daemon=True)
        reader.start()
        reader.join(5)
        assert done == ["refused"], path


def test_a_file_that_the_system_makes_up_is_read() -> None:
    assert b"Limit" in read_within(Path("/proc/self/limits"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("argdown", "[A]: a\n  + b\n" * 9),
        ("apx", "arg(a)." * 18),
        ("tgf", "a\n" * 18),
        ("af", "p af 1\n" + "1 1\n" * 18),
        ("opml", "<opml version='2.0'><body>" + "<outline text='a'/>" * 18 + "</body></opml>"),
    ],
)
def test_files_of_other_programs_with_too_many_values_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, data: str
) -> None:
    monkeypatch.setenv(VARIABLE, "values=16")
    with pytest.raises(MapError, match="up to 16 are read"):
        read_map(data.encode(), f"a.{name}", name)
