"""The fuzzer for a moment, and hypothesis: nothing that comes gets past the loader or the text."""

import random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hostile import fuzz
from tests.hostile.payloads import PAYLOADS
from tests.strategies import AWKWARD_TEXTS
from tests.tui.hostile import LONG

SEEDS: Final = fuzz.seeds()
quick = settings(max_examples=150)
pieces = st.sampled_from([*PAYLOADS, *AWKWARD_TEXTS]) | st.text(max_size=20)


@quick
@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "ignore"))
)
def test_any_bytes_are_refused(data: bytes) -> None:
    assert fuzz.load_any(data) == "refused"


@quick
@given(st.randoms(use_true_random=False), st.sampled_from(SEEDS), st.booleans())
def test_a_spoilt_map_is_read_or_refused(
    chance: random.Random,
    data: bytes,
    in_structure: bool,  # noqa: FBT001  (hypothesis gives it)
) -> None:
    spoil = fuzz.spoilt_shape if in_structure else fuzz.spoilt_bytes
    assert fuzz.load_any(spoil(chance, data)) in ("read", "refused")


@quick
@given(st.lists(pieces, max_size=8).map("".join))
def test_any_text_is_made_safe(text: str) -> None:
    fuzz.pass_any_text(text)


@pytest.mark.parametrize("text", [*PAYLOADS, *AWKWARD_TEXTS], ids=ascii)
def test_each_payload_is_made_safe(text: str) -> None:
    fuzz.pass_any_text(text)


@pytest.mark.parametrize("kind", LONG)
def test_a_long_text_is_made_safe(kind: str) -> None:
    fuzz.pass_any_text(LONG[kind])


def test_the_fuzzer_reaches_both_ends() -> None:
    counts = fuzz.run(2.0, seed=1)
    assert {"spoilt bytes refused", "spoilt structure read", "text made safe"} <= counts.keys()
