"""What says for or against and stands under nothing becomes a thesis, and that is reported."""

import pytest

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.queries import theses
from debatemap.formats.registry import read_map
from tests.formats.tree.samples import again

OUTLINES = (
    '<opml version="2.0"><head><title>T</title></head><body>'
    '<outline text="Pros"><outline text="a"/></outline>'
    '<outline text="Cons"><outline text="b"/></outline></body></opml>'
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", "## Pros\n\n- a\n\n## Cons\n\n- b\n"),
        ("markdown", "**Arguments for**\n\n- a\n\n**Arguments against**\n\n- b\n"),
        ("markdown", "- Pro: a\n- Con: b\n"),
        ("markdown", "+ a\n- b\n"),
        ("markdown", "---\ntitle: T\n---\n## Pros\n- a\n## Cons\n- b\n"),
        ("outline", "Pro: a\nCon: b\n"),
        ("outline", "+ a\n- b\n"),
        ("org", "#+TITLE: T\n* Pros\n** a\n* Cons\n** b\n"),
        ("org", "* Pros\n- a\n* Cons\n- b\n"),
        ("org", "* PRO a\n* CON b\n"),
        ("opml", OUTLINES),
        ("csv", "claim,stance\na,pro\nb,con\n"),
    ],
)
def test_they_are_theses_and_reported(name: str, text: str) -> None:
    imported = read_map(text.encode(), "x", name)
    debate = imported.debate
    assert [debate.claims[key].text for key in theses(debate)] == ["a", "b"]
    assert not debate.links
    (told,) = imported.repairs
    assert (told.kind, told.number) == ("replies that stand under nothing", 2)
    assert told.becomes == "became theses"


def test_a_group_alone_at_the_top_makes_no_title() -> None:
    imported = read_map(b"## Cons\n\n- b\n", "x", "markdown")
    assert [claim.text for claim in imported.debate.claims.values()] == ["b"]
    assert imported.debate.header.title == ""


@pytest.mark.parametrize("name", ["markdown", "outline", "kialo", "org", "opml", "freeplane"])
def test_of_theses_that_this_program_writes_nothing_is_said(name: str) -> None:
    debate = Debate(Header("m", "", ("a", "b")), {"a": Claim("One."), "b": Claim("Two.")})
    assert again(name, debate).repairs == ()
