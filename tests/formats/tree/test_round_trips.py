"""Debates that are written in a format with places for all there is come back whole."""

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.core.text import clean
from debatemap.formats.registry import format_named
from debatemap.formats.xml_input import xml_text
from tests.formats.tree.samples import again, likeness
from tests.strategies import chain, debates
from tests.tui.maps import rain

WHOLE = {"freeplane": xml_text, "opml": xml_text, "org": clean, "canvas": clean, "mindmup": clean}
"""Formats that hold a whole map, and what becomes of a text in them."""


@pytest.mark.parametrize("name", WHOLE)
def test_a_map_comes_back_whole(name: str) -> None:
    read = again(name, rain())
    assert read.losses == read.repairs == ()
    assert likeness(read.debate, clean) == likeness(rain(), clean)
    assert format_named(name).write(rain()).losses == ()


@pytest.mark.parametrize("name", WHOLE)
@given(debate=debates())
def test_nothing_is_lost_but_what_is_reported(name: str, debate: Debate) -> None:
    read = again(name, debate)
    assert read.losses == read.repairs == ()
    assert likeness(read.debate, str) == likeness(debate, WHOLE[name])
    written = format_named(name).write(debate).losses
    if not written:
        assert likeness(read.debate, str) == likeness(debate, str)


@pytest.mark.parametrize("name", WHOLE)
def test_a_long_chain_is_written_and_read(name: str) -> None:
    length = 50 if name == "mindmup" else 400
    read = again(name, chain(length))
    assert len(read.debate.links) == length - 1
    assert read.repairs == ()
