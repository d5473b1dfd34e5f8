"""What is remembered of a debate, and for how long."""

import gc
from weakref import ref

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.remembered import remembered
from tests.strategies import chain


def test_a_debate_is_looked_at_once_before_each_change() -> None:
    asked: list[Debate] = []

    @remembered
    def count(debate: Debate) -> int:
        asked.append(debate)
        return len(debate.claims)

    debate = chain(3)
    assert [count(debate), count(debate), count(chain(2))] == [3, 3, 2]
    debate.apply(edit.add_reply(debate, "c0", "supports", "One more."))
    assert [count(debate), count(debate)] == [4, 4]
    assert asked.count(debate) == 2


def test_a_debate_is_let_go_of() -> None:
    debate = chain(2)
    remembered(lambda debate: len(debate.claims))(debate)
    weak = ref(debate)
    del debate
    gc.collect()
    assert weak() is None
