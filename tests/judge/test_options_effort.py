"""Many theses share the effort of one comparison, and it is said where that is not enough."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.judge.explain import options
from debatemap.judge.judgement import Judgement


def circles(theses: int) -> Debate:
    """Returns a debate whose theses stand on one circle of claims, slow to try."""
    names = [f"c{number}" for number in range(40)]
    links = {
        f"l{n}": Link((name,), "attacks" if n % 2 else "supports", names[n - 1])
        for n, name in enumerate(names)
    }
    return Debate(
        Header("m", theses=tuple(names[:theses])),
        {name: Claim(f"{name}.") for name in names},
        links,
    )


def test_everything_is_tried_where_it_can_be() -> None:
    found = options.options_of(Judgement(circles(3)))
    assert found.considered == found.of > 0
    assert found.untried == ""


def test_what_was_not_tried_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(options, "_EFFORT", 6)
    found = options.options_of(Judgement(circles(3)))
    assert 0 < found.considered < found.of
    assert f"only {found.considered} of {found.of} effects of claims were" in found.untried
    assert len(found.options) == 3, "verdicts and arguments are complete"
