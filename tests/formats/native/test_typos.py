"""A key that is nearly a known one is a slip; any other is somebody's own."""

import pytest

from debatemap.core.errors import MapError
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.native.typos import refuse_slips
from tests.strategies import sketch

WHOLE = {"format", "version", "map", "claims"}


@pytest.mark.parametrize("key", ["claim", "Claims", "cla1ms", "\x1bclaims", "claims "])
def test_claims_spelt_otherwise_are_no_empty_map(key: str) -> None:
    data = dump(sketch("T", p="P + T")).replace(b'"claims"', b'"%s"' % key.encode())
    with pytest.raises(MapError) as refused:
        parse(data.replace(b"\x1b", b"\\u001b"))
    assert 'looks like "claims"' in refused.value.problem


@pytest.mark.parametrize("key", ["conflicts", "x-colour", "zz", "", "claimants", "source"])
def test_another_key_is_kept(key: str) -> None:
    refuse_slips([*WHOLE, "sources", "stances", key], "map")


def test_a_slip_beside_the_real_one_is_an_unknown_key() -> None:
    refuse_slips([*WHOLE, "claim"], "map")
