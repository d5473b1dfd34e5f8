"""Runs tests: `tests.py ARGUMENT…`."""

import sys

import pytest
from _pytest import tmpdir

if __name__ == "__main__":
    tmpdir.get_user_id = lambda: None  # type: ignore[attr-defined]
    sys.exit(pytest.main(["-n", "0", "--capture=sys", "-p", "no:cacheprovider", *sys.argv[1:]]))
