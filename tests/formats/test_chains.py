"""Chains through several formats: what claims to lose nothing loses nothing on the way either."""

from itertools import permutations
from typing import Any, Final

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import clean
from debatemap.formats.features import ALL_CARRIED
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, names, read_map
from tests.strategies import debates

ALWAYS_WHOLE: Final = {"debatemap", "graphml", "aif", "xaif", "arguebuf"}
"""Formats that carry any debate, also one that is broken."""
WHOLE: Final = [
    name for name in names(reads=True, writes=True) if format_named(name).carries == ALL_CARRIED
]
CHAINS: Final = list(permutations(WHOLE, 2))


def through(debate: Debate, name: str) -> Debate | None:
    """Returns a debate as it comes back from a format; None where that reports a loss."""
    written = format_named(name).write(debate)
    assert not written.losses or name not in ALWAYS_WHOLE, name
    if written.losses:
        return None
    read = read_map(written.data, "chain", name)
    assert not read.losses, name
    assert not read.repairs, name
    return read.debate


def test_several_formats_claim_to_lose_nothing() -> None:
    assert set(WHOLE) >= ALWAYS_WHOLE | {"argdown"}


def _one_line(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    return clean(value).rstrip("\n") if isinstance(value, str) else value


def cleaned(value: Any) -> Any:  # noqa: ANN401  (any JSON)
    """Returns JSON with its texts as any import would take them in."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        if "lines" in value and isinstance(value["lines"], list):
            value = {**value, "lines": [_one_line(each) for each in value["lines"]]}
        if isinstance(value.get("tags"), list):
            # The same tag twice is one tag in a text.
            value = {**value, "tags": list(dict.fromkeys(cleaned(value["tags"])))}
        return {key: cleaned(each) for key, each in value.items()}
    return [cleaned(each) for each in value] if isinstance(value, list) else value


@given(debates(), st.sampled_from(CHAINS))
def test_there_and_back_through_two_formats_nothing_changes(
    debate: Debate, chain: tuple[str, str]
) -> None:
    shape = orjson.loads(dump(debate))
    if not ALWAYS_WHOLE.issuperset(chain):
        # Formats of plain text hold one spelling of a letter, and nothing that a terminal obeys.
        shape = cleaned(shape)
    whole = parse(orjson.dumps(shape)).debate
    at: Debate | None = whole
    for name in (*chain, chain[0]):
        at = through(at, name) if at is not None else None
    assert at is None or comparable(at, chain) == comparable(whole, chain)


def comparable(debate: Debate, chain: tuple[str, str]) -> Any:  # noqa: ANN401  (any JSON)
    """Returns what a debate says; formats of plain text know positions as an order alone."""
    shape = orjson.loads(dump(debate))
    if ALWAYS_WHOLE.issuperset(chain):
        return shape
    for claim in shape.get("claims", {}).values():
        for link in claim.get("links", {}).values():
            link.pop("pos", None)
    nodes = (*debate.claims, *debate.links)
    return shape, {node: list(debate.links_into(node)) for node in nodes}


@pytest.mark.parametrize("name", names(reads=True, writes=True))
def test_a_text_that_comes_back_without_its_control_characters_is_told(name: str) -> None:
    debate = Debate(Header("m", title="T", theses=("a",)), {"a": Claim("It \u202erains")}, {})
    written = format_named(name).write(debate)
    read = read_map(written.data, "x", name)
    if [claim.text for claim in read.debate.claims.values()] != ["It \u202erains"]:
        kinds = {loss.kind for loss in (*written.losses, *read.losses)}
        assert kinds & {"texts with control characters", "claims"}


@pytest.mark.parametrize("name", names(reads=True, writes=True))
def test_a_premise_that_stands_twice_in_a_step_comes_back_or_is_told(name: str) -> None:
    claims = {key: Claim(f"{key}.") for key in "tab"}
    link = Link(("a", "b", "a"), "attacks", "t")
    written = format_named(name).write(Debate(Header("m", theses=("t",)), claims, {"l": link}))
    read = read_map(written.data, "x", name)
    kept = [len(each.premises) for each in read.debate.links.values()]
    assert kept == [3] or written.losses or read.losses
