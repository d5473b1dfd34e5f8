"""What arguebuf reads of the older layout, we read the same."""

from io import StringIO

import pytest

from tests.formats.kialo.test_reading import OLDER, lines, read
from tests.formats.kialo.test_writing import written
from tests.tui.maps import rain

arguebuf = pytest.importorskip("arguebuf", reason="arguebuf is not installed")


@pytest.mark.parametrize("text", [OLDER, written(rain())], ids=["export", "ours"])
def test_arguebuf_reads_the_same(text: str) -> None:
    graph = arguebuf.load.kialo(StringIO(text))
    found = set()
    for scheme in graph.scheme_nodes.values():
        name = type(scheme.scheme).__name__ if scheme.scheme is not None else ""
        for premise in graph.incoming_atom_nodes(scheme):
            for target in graph.outgoing_atom_nodes(scheme):
                found.add((premise.plain_text, name, target.plain_text))
    assert {
        (premise.partition(" (")[0], target.partition(" (")[0])
        for premise, name, target in found
        if name != "Rephrase"
    } == {
        (premise.partition(" (")[0], target.partition(" (")[0])
        for premise, _, target in lines(read(text).debate)
    }
    signs = {"Support": "+", "Attack": "-"}
    assert sorted(signs[name] for _, name, _ in found if name in signs) == sorted(
        sign for _, sign, _ in lines(read(text).debate)
    )
