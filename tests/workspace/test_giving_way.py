"""Work in a thread stops while a key is answered, and goes on after that."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.similarity import SimilarClaims
from debatemap.workspace import giving_way


def test_work_waits_for_as_long_as_the_last_key_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    now, slept = [100.0], list[float]()
    monkeypatch.setattr(giving_way, "perf_counter", lambda: now[0])
    monkeypatch.setattr(giving_way, "sleep", slept.append)
    giving_way.note_key()
    giving_way.give_way()
    now[0] = 100.02
    giving_way.give_way()
    now[0] = 100.11
    giving_way.give_way()
    assert slept == pytest.approx([0.1, 0.08])


def test_likely_claims_are_gathered_with_something_between_them() -> None:
    debate = Debate(Header("m"), {"a": Claim("It rains."), "b": Claim("It snows.")})
    calls = list[None]()
    index = SimilarClaims(debate, lambda: calls.append(None))
    assert len(calls) == 2
    assert index.candidates(index.stems_in("rain")) == ["a"]
