"""What is written as lines is read as the same claims."""

from typing import Literal

import pytest
from hypothesis import given

from debatemap.core.debate import Debate
from debatemap.formats.indented.reader import read_outline
from debatemap.formats.indented.to_debate import to_debate
from debatemap.formats.indented.writer import write_outline
from tests.strategies import debates
from tests.tui.maps import rain

Form = Literal["text", "markdown"]

TEXT = """\
+ Rain is good.
  + Plants grow.
    > a longer remark,
    > line by line
    ⊣ Not in winter.
    + Roots drink.
  - Streets flood.
  + Wells fill.
  & We need wells.
+ Sun is good.
  - Streets flood.
"""
MARKDOWN = """\
- Pro: Rain is good.
  - Pro: Plants grow.
    > a longer remark,
    > line by line
    - Undercut: Not in winter.
    - Pro: Roots drink.
  - Con: Streets flood.
  - Pro: Wells fill.
  & We need wells.
- Con: Sun is good.
  - Con: Streets flood.
"""


def test_claims_are_written_as_lines_or_as_markdown() -> None:
    assert write_outline(rain(), ["rain", "sun"]) == TEXT
    assert write_outline(rain(), ["rain", "sun"], "markdown", {"sun": "attacks"}) == MARKDOWN


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_what_is_written_is_read_again(form: Form) -> None:
    read = to_debate(read_outline(write_outline(rain(), ["rain"], form))).debate
    whole = rain()
    assert {c.text: c.note for c in read.claims.values()} == {
        c.text: c.note for key, c in whole.claims.items() if key not in ("sun", "snow")
    }
    steps = {
        (link.stance, len(link.premises), link.target in read.links) for link in read.links.values()
    }
    assert steps == {
        ("supports", 1, False), ("attacks", 1, True), ("attacks", 1, False), ("supports", 2, False)
    }  # fmt: skip


@given(debates())
def test_any_debate_is_written(debate: Debate) -> None:
    lines = write_outline(debate, list(debate.header.theses))
    assert len(lines.splitlines()) >= len({*debate.header.theses} & debate.claims.keys())
    read_outline(lines)
