"""What this program writes, accepted by the reference implementation without a message."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.formats.argdown.format import Argdown
from debatemap.formats.registry import read_map
from tests.formats.argdown.reference import FOLDERS, needs_reference, read_by_reference
from tests.formats.argdown.shapes import comparable, ours
from tests.strategies import AWKWARD_TEXTS, chain, debates, sketch

pytestmark = [needs_reference, pytest.mark.parametrize("folder", FOLDERS)]

_MAPS: Final = sorted(Path(__file__).parents[3].joinpath("maps").glob("*.json"))


def written(debate: Debate) -> str:
    return Argdown().write(debate).data.decode()


def accept(debates: list[Debate], folder: str) -> None:
    texts = [written(debate) for debate in debates]
    for text, theirs in zip(texts, read_by_reference(texts, folder), strict=True):
        assert "refused" not in theirs, (text, theirs)
        assert comparable(ours(text)) == comparable(theirs), text


@settings(
    max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)  # A process of node for each; a batch shrinks badly.
@given(batch=st.lists(debates(), min_size=25, max_size=25))
def test_random_debates(folder: str, batch: list[Debate]) -> None:
    accept(batch, folder)


@settings(
    max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)  # A process of node for each; a batch shrinks badly.
@given(texts=st.lists(st.text(st.sampled_from("ab.:_*#[]<>{}()/\\@=-+,;' \n\té🙂1")), min_size=80))
def test_awkward_texts(folder: str, texts: list[str]) -> None:
    accept([Debate(Header("m"), {"a": Claim(text)}) for text in (*texts, *AWKWARD_TEXTS)], folder)


def test_our_maps_and_their_edges(folder: str) -> None:
    accept([read_map(path.read_bytes(), path.name).debate for path in _MAPS], folder)


def test_steps_that_argdown_has_no_relation_for(folder: str) -> None:
    accept([
        sketch("T", p="A B + T", c="C D - T", u="U V - p", w="W + p", x="X - u", y="A - T a1"),
        sketch("T", a="P + b", b="P + a"), sketch("constructor", k="toString - constructor"),
        chain(300), Debate(Header("m"), {}),
    ], folder)  # fmt: skip
