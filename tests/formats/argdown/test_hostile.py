"""Texts that are made to use up time or memory, or to break the reader."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.formats.argdown.format import Argdown
from debatemap.formats.format import Imported
from tests.formats.argdown.texts import random_text
from tests.growth import assert_grows_at_most


def read(text: str | bytes) -> Imported:
    data = text if isinstance(text, bytes) else text.encode()
    return Argdown().read(data, "x.argdown", lambda _: None)


def read_or_refuse(text: str) -> None:
    with suppress(MapError):
        read(text)


def shapes(count: int) -> dict[str, str]:
    """Returns texts whose size is in proportion to a count."""
    return {
        "brackets": "a " + "[" * count, "angles": "a " + "<" * count, "braces": "a " + "{" * count,
        "mentions": "a " + "@[" * count, "tags": "a " + "#(" * count,
        "fronts": "a\n" + "= ===\n" * count,
        "comments": "a " + "<!-- /* " * count, "stops": "a " + ".b:" * count, "stars": "*_" * count,
        "bold": "**a** " * count, "blanks": "a" + " " * count + "b\n" * count,
        "quotes": "'" * count,
        "links": "a [b](" * count, "escapes": "\\a" * count, "closed": "a {" + "} x" * count,
        "lines": "a\n" * count, "paragraphs": "a\n\n" * count, "lists": "* a\n" * count,
        "hub": "[T]: t\n" + "".join(f"  + [C{n}]: c\n" for n in range(count)),
        "hub of ups": "[T]: t\n" + "".join(f"  +> [C{n}]: c\n" for n in range(count)),
        "opposed": "[T]: t\n" + "".join(f"  >< [C{n}]: c\n" for n in range(count)),
        "premises": "".join(f"({n}) a\n" for n in range(count)) + "----\n(1) b",
        "inferences": "(1) a\n" + "----\n(2) b\n" * count,
        "undercuts": "(1) a\n----\n" + "".join(f"  _ <U{n}>\n" for n in range(count)) + "(2) b",
        "uses": "(1) a\n--\n{uses: [" + "1," * count + "]}\n--\n(2) b",
        "one statement": "[A]: a\n\n" * count, "sections": "# a\n\n" * count,
        "data": "[A] {a: 1}\n\n" * count, "in and out": "[A]: a\n" + "  + b\n    + c\n" * count,
        "against an argument": (
            "<A>\n\n" + "".join(f"({n}) [P{n}]: p\n" for n in range(count)) + "----\n(1) c\n\n"
            + "".join(f"[Q{n}]: q\n  -> <A>\n  -> [P{n}]\n\n" for n in range(count))
        ),
    }  # fmt: skip


@pytest.mark.parametrize("shape", shapes(1))
def test_time_is_in_proportion_to_the_size(shape: str) -> None:
    small, large = shapes(400)[shape], shapes(3_200)[shape]
    assert_grows_at_most(30, lambda: read_or_refuse(small), lambda: read_or_refuse(large), 0.01)


def test_many_levels() -> None:
    levels = 1_000
    text = "\n".join(f"{' ' * n}{'+ ' if n else ''}c{n}" for n in range(levels))
    debate = read(text).debate
    assert len(debate.links) == levels - 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[A]: a {b: &x [1], c: *x}", "line 1, column 23: the alias *x is not followed"),
        ("a {b: !!python/name:os.system x}", "the tag"),
        ("a\n\n{" + "[" * 10_000 + "}", "line 3"),
        ("===\na: &a [x]\nb: *a\n===\n\nc", "line 3, column 4: the alias *a is not followed"),
        ("a {b: 1, b: 2}", "the key b is there twice"),
    ],
)  # fmt: skip
def test_hostile_data_is_refused(text: str, problem: str) -> None:
    with pytest.raises(MapError) as caught:
        read(text)
    assert problem in str(caught.value)


def test_a_large_file_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATEMAP_LIMIT", "size=1MB")
    with pytest.raises(MapError, match=r"1\.0 MB are read"):
        read(b"a" * 1_000_001)


def test_controls_do_not_come_in() -> None:
    imported = read(
        '[A\x1b]: one\x1b]52;c;aGk=\x07 \x9b2J #t\u202e {note: "n\\e[2J", x: "\\e", "k\\e": 1}\n'
    )
    (claim,) = imported.debate.claims.values()
    shown = repr((claim, imported.debate.header))
    assert not any(sign in shown for sign in ("\\x1b", "\\x9b", "\\x07", "\\u202e"))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(MapError):
        read(data)


@given(st.integers(0, 10**6), st.data())
def test_spoilt_files_are_read_or_refused(seed: int, data: st.DataObject) -> None:
    text = bytearray(random_text(seed).encode())
    for _ in range(3):
        at = data.draw(st.integers(0, len(text) - 1))
        text[at] = data.draw(st.integers(0, 255))
    with suppress(MapError):
        read(bytes(text))
