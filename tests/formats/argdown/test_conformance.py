"""What the reference implementation reads, read the same; what it refuses, refused with a line."""

import os
from pathlib import Path
from typing import Any, Final

import pytest

from tests.formats.argdown.large import large_text
from tests.formats.argdown.reference import FOLDERS, needs_reference, read_by_reference
from tests.formats.argdown.shapes import comparable, ours
from tests.formats.argdown.texts import random_soup, random_text

pytestmark = [needs_reference, pytest.mark.parametrize("folder", FOLDERS)]

_CORPUS: Final = Path(os.environ.get("DEBATEMAP_CORPUS", ""), "argdown")
_CASES: Final = (
    "", "\n", "===\na: 1\n===", "[A]: a\n+ b", "[A]: a\n  + b\n - c", "+ a", "  + a", "(1) a",
        "(1) a\n----", "(1) <A>\n----\n(2) b", "a\\\nb", "*a", "a [B] c", "a <B> c", "[A]:",
        "[A] b",
        "[A]\n\n  + b", "<A>\n\n(1) a\n----\n(2) b\n\n<A>\n\n(1) c\n----\n(2) d", "{a: [1; 2}",
        "a {b: 1", "a {b: *x}", "a {b: 1, b: 2}", "[#a] x", "([#a]) -> [#b].", "[A](b\nc)", "# ",
        "(1) a\n---\n(2) b", "a\n\n\n\n", "[A]: a // c", "/* a", "a /* b */ c\n// d\n\n// e\n\nf\n",
        "[A]: x\n  >< <B>: y", "(1) a\n----\n  + b\n(2) c", "* a\n  * b", "1. a\n* b",
        "===\nmodel:\n  shortcodes:\n    \":q:\": {unicode: Q}\n===\n\na :q: b :A: c",
        "[A]: a\n  + [B]: b\n  + [B]: c\n  - [A]\n  >< [B]\n\n[B]\n  >< [A]",
)  # fmt: skip
_COUNT: Final = int(os.environ.get("DEBATEMAP_ARGDOWN_TEXTS", "300"))
"""How many random texts are compared."""


def differences(texts: list[str], folder: str) -> list[tuple[str, Any, Any]]:
    found = []
    for text, theirs in zip(texts, read_by_reference(texts, folder), strict=True):
        if "undefined" in str(theirs):
            # Its text of a bold text that is empty begins with this word.
            continue
        mine = ours(text)
        if comparable(mine) != comparable(theirs):
            found.append((text, mine, theirs))
        elif "refused" in mine:
            assert ", line " in mine["refused"]
    return found


def test_the_corpus(folder: str) -> None:
    files = sorted(_CORPUS.glob("*.argdown")) if os.environ.get("DEBATEMAP_CORPUS") else []
    if not files:
        pytest.skip("DEBATEMAP_CORPUS names no folder with argdown/")
    texts = [path.read_bytes().decode() for path in files]
    texts += [text.replace("\n", "\r\n") for text in texts if "\r" not in text]
    assert not differences(texts, folder)


def test_random_texts(folder: str) -> None:
    assert not differences([random_text(seed) for seed in range(_COUNT)], folder)


def test_random_pieces(folder: str) -> None:
    assert not differences([random_soup(seed) for seed in range(_COUNT)], folder)


def test_a_large_text(folder: str) -> None:
    assert not differences([large_text(3_000)], folder)


def test_single_cases(folder: str) -> None:
    texts = [each for text in _CASES for each in (text, text + "\n", text.replace("\n", "\r\n"))]
    assert not differences(texts, folder)
