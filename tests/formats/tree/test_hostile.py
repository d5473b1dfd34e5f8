"""Files that nobody wrote by hand: each is read or refused in a sentence, and nothing else."""

import random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.core.text import clean
from debatemap.formats.limits import VARIABLE
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, format_of, read_map
from tests.hostile.payloads import PAYLOADS
from tests.strategies import chain
from tests.tui.hostile import TEXTS, hostile
from tests.tui.maps import rain

NAMES: Final = (
    "kialo", "outline", "markdown", "org", "opml", "freeplane", "mindmup", "canvas", "csv",
)  # fmt: skip
TOKENS: Final = (
    b"<", b">", b"</", b"/>", b'"', b"'", b"&", b"&#0;", b"<node>", b"]]>", b"{", b"}",
    b"[", b"]", b",", b":", b"\\", b"null", b"1e999", b"-", b"9" * 30, b"\x00", b"\xff", b"\n",
    b"\t", b"\r", b"1.1. ", b"Pro: ", b"-> See 1.", b"* ", b"** ", b":END:", b":PROPERTIES:",
    b"#+TITLE:",
    b"  - ", b"> ", b"# ", b"---\n", b"\xc2\x9b", b"\xef\xbb\xbf", b"[[id:", b"](", b"| ", b";",
)  # fmt: skip


def load_any(name: str, data: bytes) -> str:
    """Reads some bytes, and returns what came of it.

    Raises:
        AssertionError: What was read is not clean.
    """
    try:
        read = read_map(data, "fuzz", name)
    except MapError as error:
        return "refused" if error.problem and str(error).startswith("fuzz") else "odd"
    parse(dump(read.debate))
    for claim in read.debate.claims.values():
        assert clean(claim.text) == claim.text
        assert clean(claim.note) == claim.note
    assert clean(read.debate.header.title) == read.debate.header.title
    return "read"


def spoilt(data: bytes, seed: int) -> bytes:
    """Returns a file with some of its bytes changed."""
    chance = random.Random(seed)  # noqa: S311  (a test's)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            data = data[:at] + chance.choice(TOKENS) + data[at:]
        elif kind == 1:
            data = data[:at] + data[at + chance.randrange(1, 40) :]
        elif kind == 2:
            other = chance.randrange(len(data) + 1)
            data = data[:at] + data[other : other + 60] + data[at:]
        else:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    return data


@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32))
def test_a_spoilt_file_is_read_or_refused(name: str, seed: int) -> None:
    assert load_any(name, spoilt(format_named(name).write(rain()).data, seed)) != "odd"


@pytest.mark.parametrize("name", NAMES)
@given(data=st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(TOKENS)).map(b"".join)))
def test_random_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    assert load_any(name, data) != "odd"
    format_of(data, "x")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", TEXTS)
def test_no_control_character_goes_out_or_comes_in(name: str, kind: str) -> None:
    debate = hostile(TEXTS[kind])
    data = format_named(name).write(debate).data
    assert not {byte for byte in data if byte < 32} - set(b"\r\n\t")
    assert b"\xc2\x9b" not in data
    assert load_any(name, data) == "read"


@pytest.mark.parametrize("name", NAMES)
def test_payloads_in_a_file_of_another_program_are_cleaned(name: str) -> None:
    data = format_named(name).write(rain()).data
    text = " ".join(map(str, PAYLOADS)).encode("utf-8", "replace")
    assert load_any(name, data.replace(b"Plants grow.", text)) != "odd"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_known_for_what_it_is(name: str) -> None:
    found = format_of(format_named(name).write(rain()).data, "x").name
    assert name in (found, "outline")


@pytest.mark.parametrize("name", NAMES)
def test_a_file_larger_than_the_limit_is_refused(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "size=1")
    with pytest.raises(MapError, match="and up to"):
        read_map(format_named(name).write(rain()).data, "x", name)


DEEP: Final = {
    "kialo": b"1. A\n1." + b"1." * 100_000 + b" Pro: B\n",
    "outline": b"".join(b"\t" * n + b"+ a\n" for n in range(1_000)),
    "markdown": b"- " * 100_000 + b"a\n",
    "org": b"* A\n" + b"*" * 100_000 + b" PRO B\n",
    "mindmup": b'{"ideas":{"1":' * 100_000,
    "canvas": b'{"nodes":' + b"[" * 100_000,
    "csv": b"claim,level\n" + b"".join(b"a,%d\n" % n for n in range(10_000)),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_files_get_an_answer(name: str) -> None:
    assert load_any(name, DEEP[name]) != "odd"


@pytest.mark.parametrize("name", NAMES)
def test_the_same_map_gives_the_same_bytes(name: str) -> None:
    assert format_named(name).write(rain()).data == format_named(name).write(rain().copy()).data


def test_a_chain_whose_depth_would_fill_a_file_is_refused_before_it_is_written() -> None:
    debate = chain(15_000)
    for name in ("outline", "markdown", "org"):
        with pytest.raises(MapError, match="14,999 levels deep"):
            format_named(name).write(debate)
