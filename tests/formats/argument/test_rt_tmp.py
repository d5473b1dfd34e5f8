import pytest
from hypothesis import given, settings
from debatemap.formats.native.codec import dump, parse
from debatemap.formats.registry import format_named, read_map, format_of
from tests.strategies import debates
import sys
NAMES=["aif","xaif","arguebuf","sadface","node-link"]
@pytest.mark.parametrize("name", NAMES)
@given(debate=debates())
@settings(max_examples=150, deadline=None)
def test_rt(name, debate):
    f=format_named(name)
    before=parse(dump(debate)).debate
    data=f.write(before).data
    again=read_map(data,"x.json")
    assert format_of(data,"x.json") is f
    assert not again.losses and not again.repairs and not again.is_foreign
    assert dump(again.debate)==dump(before)
    assert again.debate.tables()==before.tables()
    assert f.map_id(data[:4096])=="map_1"
