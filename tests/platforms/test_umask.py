"""The umask, read by many threads."""

import os
from concurrent.futures import ThreadPoolExecutor

from debatemap.core.platform import read_umask


def test_threads_that_read_it_at_once_all_read_it_and_leave_it_as_it_was() -> None:
    before = read_umask()
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: read_umask(), range(20_000)))
    assert found == {before}
    after = os.umask(before)
    assert after == before
