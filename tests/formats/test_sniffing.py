"""What a format makes of a file's first bytes."""

import subprocess
import sys
from typing import Final

import pytest

_HEADS: Final = {
    "blanks": " " * 4_000,
    "blank lines": "\n \t" * 1_300,
    "comments": "/**/" * 1_000,
    "signs of comments": "%\n" * 2_000,
    "hashes": "#\n" * 2_000,
    "openers": "<!--" * 1_000,
    "declarations": "<??>" * 1_000,
    "rules": "===\n" * 1_000,
    "brackets": "[(<{" * 1_000,
    "quotes": '"\\"' * 1_300,
    "numbers": "1." * 2_000,
}
_SNIFFED: Final = """
import sys
from debatemap.formats.registry import format_of
format_of(sys.stdin.buffer.read(), "-")
"""


@pytest.mark.parametrize("kind", _HEADS)
def test_that_no_head_makes_a_format_try_all_ways_to_read_it(kind: str) -> None:
    # In a process of its own: what never ends within a regular expression can be stopped so alone.
    subprocess.run(
        [sys.executable, "-c", _SNIFFED], input=f"{_HEADS[kind]}x".encode(), check=True, timeout=60
    )
